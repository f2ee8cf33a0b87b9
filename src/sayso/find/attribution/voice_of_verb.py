"""Whose a verb of saying, thinking or wanting is: the subject, whoever it was heard from, a paper or its author."""

from sayso.find.attribution.frames import sources, trim
from sayso.find.attribution.grammar import Grammar, base
from sayso.find.attribution.nouns import NounKind, kind_of
from sayso.find.lexicon import groups

_THROUGH = frozenset(("from", "through", "by", "via"))
_RECEIVING = frozenset(("receive", "get", "obtain", "find"))
_TALK = frozenset(("conversation", "talk", "discussion", "interview", "call", "meeting", "exchange"))


def source_of(grammar: Grammar, verb: int, *, passive: bool) -> tuple[str, range | None]:
    """How the source was found (as in `Candidate.kind`), and its tokens; `None` where the sentence does not say."""
    words = groups("attitudes")
    lemma = base(grammar, verb)
    if lemma in words["heard"] and not passive:
        for c in grammar.children[verb]:
            if grammar.tokens[c].dep == "prep" and grammar.lower[c] in _THROUGH:
                told = _told_in_talk(grammar, c)
                if told is not None:
                    return "agent", trim(grammar, grammar.subtree(told))
    document = _document(grammar, verb)
    if document is not None:
        return "agent", document
    author = _author(grammar, verb)
    if author is not None:
        return "inherited", author
    who = sources(grammar, verb)
    if passive and lemma in words["states"]:
        return next(((kind, s) for kind, s in who if s is not None), ("none", None))
    above = grammar.tokens[verb].head
    if lemma == "know" and base(grammar, above) == "let" and grammar.tokens[verb].dep in ("ccomp", "xcomp"):
        return next(((kind, s) for kind, s in sources(grammar, above) if s is not None), ("none", None))
    if passive:
        return next(((kind, s) for kind, s in who if kind == "agent"), ("none", None))
    if who[0][0] == "wh":
        pronoun, noun = who[0][1], who[1][1]
        if (
            pronoun is not None
            and noun is not None
            and not any(map(grammar.is_word.__getitem__, range(noun.stop, pronoun.start)))
        ):
            return "head", range(noun.start, pronoun.stop)
    return next(((kind, s) for kind, s in who if s is not None), ("none", None))


def _author(grammar: Grammar, verb: int) -> range | None:
    """Who sent or made the paper, in "sent a letter saying that" and "sent a letter to the board saying that"."""
    token = grammar.tokens[verb]
    if token.tag != "VBG" or token.dep != "acl":
        return None
    at = token.head
    if grammar.tokens[at].dep == "pobj" and grammar.lower[grammar.tokens[at].head] == "to":
        at = grammar.tokens[grammar.tokens[at].head].head
    elif grammar.tokens[at].dep != "dobj":
        return None
    above = grammar.tokens[at].head if grammar.tokens[at].dep == "dobj" else at
    if not grammar.is_verb(above) or base(grammar, above) not in groups("attitudes")["authoring"]:
        return None
    return next((s for kind, s in sources(grammar, above) if kind in ("subject", "inherited", "head")), None)


def _told_in_talk(grammar: Grammar, preposition: int) -> int | None:
    """Whom it was heard from: "from him", "from talking with him", "in a conversation with him"."""
    told = grammar.child(preposition, "pobj", "pcomp")
    talk = told is not None and (grammar.tokens[told].tag == "VBG" or grammar.lower[told].rstrip("s") in _TALK)
    if told is None or not talk:
        return told if told is not None and grammar.tokens[told].dep == "pobj" else None
    partner = next((c for c in grammar.children[told] if grammar.lower[c] in ("with", "to")), None)
    return grammar.child(partner, "pobj") if partner is not None else None


def _document(grammar: Grammar, verb: int) -> range | None:
    """The paper, or who it is from, in "received an email from the minister, inviting him", "read a memo alleging"."""
    token = grammar.tokens[verb]
    if token.tag != "VBG" or token.dep not in ("advcl", "acl"):
        return None
    thing = token.head if token.dep == "acl" else grammar.child(token.head, "dobj")
    if thing is None or grammar.tokens[thing].dep != "dobj" or not grammar.tokens[thing].head < thing < verb:
        return None
    above = base(grammar, grammar.tokens[thing].head)
    paper = kind_of(grammar.lower[thing]) is NounKind.DOCUMENT or grammar.lower[thing] in groups("attitudes")["nouns"]
    handed = token.dep == "acl" and paper and above not in groups("attitudes")["authoring"]
    if above not in _RECEIVING and not handed:
        return None
    sender = next((c for c in grammar.children[thing] if grammar.lower[c] in ("from", "by") and c < verb), None)
    told = grammar.child(sender, "pobj") if sender is not None else None
    return trim(grammar, range(grammar.subtree(thing if told is None else told).start, verb))
