"""What a verb says by itself: one attribution, or none, from grammar and a lexicon of saying, thinking and wanting.

Other finders learn from a corpus which attributions people mark; that corpus marks outermost ones alone. Inside of
these nothing is to be learned from it, so here the words of lexicon/attitudes.txt decide.
"""

from collections.abc import Sequence

from sayso.find.attribution.candidate import Candidate
from sayso.find.attribution.frames import clause_of, cue_of, participle_before, trim
from sayso.find.attribution.grammar import Grammar, base
from sayso.find.attribution.voice_of_verb import source_of
from sayso.find.lexicon import groups
from sayso.find.lexicon import words as lexicon

_PASSIVE = ("auxpass", "nsubjpass")
_PREPOSITIONS = ("about", "of", "for", "on", "in", "against", "as", "with")
_RELATIVE = frozenset(("WP", "WDT", "PRP"))
_CLAUSES = frozenset(("that", "whether", "what", "how", "why", "who"))
_IF = frozenset(("ask", "wonder", "know", "say", "see", "inquire", "question"))
_NEAR = 3
_REACH = 24
"""tokens behind the verb among which its preposition is looked for"""
_TELLING = frozenset(("ask", "know", "recommend", "propose", "request", "promise", "order"))
_OF_SOMEBODY = frozenset(("accuse", "suspect", "inform", "remind", "warn", "notify", "apprise", "advise", "assure"))
_POSSIBLE = frozenset(("should", "must", "may", "might", "can", "could"))
_SUPPOSING = frozenset(("understand", "believe", "think", "know", "consider", "find", "report", "say", "allege"))


def _is_anybody(grammar: Grammar, source: range | None) -> bool:
    """Whether the source is "you", which mostly means anybody."""
    return source is not None and len(source) == 1 and grammar.lower[source.start] in ("you", "one")


def names_of(grammar: Grammar, head: int) -> frozenset[str]:
    """The base form, also with each particle and preposition ("walk", "walk:back"), and the noun that the verb only
    carries ("had no idea").
    """
    lemma = base(grammar, head)
    beside = [
        grammar.lower[c]
        for c in grammar.children[head]
        if c > head and (grammar.tokens[c].dep in ("prt", "prep", "advmod", "dative") or grammar.lower[c] == "issue")
    ]
    thing = grammar.child(head, "dobj")
    carried = [grammar.lower[thing]] if thing is not None and lemma in groups("attitudes")["support"] else []
    return frozenset((lemma, *(f"{lemma}:{word}" for word in beside), *carried))


def _made_clear(grammar: Grammar, verb: int) -> tuple[list[range], int] | None:
    """What was made clear, and where "made clear" ends."""
    if base(grammar, verb) != "make":
        return None
    clear = next((c for c in grammar.children[verb] if c > verb and grammar.lower[c] in ("clear", "plain")), None)
    if clear is None:
        return None
    below = [c for c in (*grammar.children[clear], *grammar.children[verb]) if c > clear]
    for c in below:
        inner = trim(grammar, grammar.subtree(c))
        if inner and grammar.lower[inner.start] in _CLAUSES:
            return [inner], clear + 1
    return None


def _wants_to_know(grammar: Grammar, verb: int) -> int | None:
    """The second verb of "wanted to know"."""
    inner = grammar.child(verb, "xcomp")
    wanting = base(grammar, verb) in ("want", "demand", "ask")
    return inner if wanting and inner is not None and base(grammar, inner) == "know" else None


def of_attitude(grammar: Grammar, verb: int) -> Candidate | None:
    """What the verb at this token tells, if it is a verb of saying, thinking or wanting and was carried out.

    "Asked him to tell them" asks, but nobody told. The source may be missing: "he was told that …".
    """
    if not is_done(grammar, verb):
        return None
    reduced = _is_reduced_passive(grammar, verb)
    passive = reduced or any(grammar.tokens[c].dep in _PASSIVE for c in grammar.children[verb])
    content, end = _content(grammar, verb)
    clear = _made_clear(grammar, verb)
    if clear is not None:
        content, end = clear
    known = _wants_to_know(grammar, verb)
    if known is not None:
        asked = _clause(grammar, known, "know") or _quoted_before(grammar, verb)
        content, end = (asked, known + 1) if asked else (content, end)
    if not content and passive:
        content = _passive_content(grammar, verb)
    if not content and base(grammar, verb) not in groups("attitudes")["bare"]:
        return None
    kind, source = source_of(grammar, verb, passive=passive)
    if (source is None and (reduced or not (passive and content))) or _is_anybody(grammar, source):
        return None
    cue = cue_of(grammar, verb, end)
    taken = [cue, *([source] if source else [])]
    pieces = [rest for piece in content for rest in without(piece, taken)]
    return Candidate(verb, "attitude", kind, source, cue, pieces) if pieces or not content else None


def _is_reduced_passive(grammar: Grammar, verb: int) -> bool:
    """Whether this is "told" in "a man told of it": whoever it hangs on was told."""
    token = grammar.tokens[verb]
    if token.tag != "VBN" or token.dep not in ("acl", "advcl") or base(grammar, verb) in groups("attitudes")["states"]:
        return False
    return not any(grammar.tokens[c].dep in ("aux", "nsubj") for c in grammar.children[verb])


def without(piece: range, taken: Sequence[range]) -> list[range]:
    """The piece without the tokens of others."""
    rest = [piece]
    for own in taken:
        rest = [
            r
            for p in rest
            for r in (range(p.start, min(p.stop, own.start)), range(max(p.start, own.stop), p.stop))
            if r
        ]
    return rest


def is_done(grammar: Grammar, verb: int) -> bool:
    """Whether the verb is no infinitive, order or wish."""
    token = grammar.tokens[verb]
    words = groups("attitudes")
    below = [grammar.tokens[c] for c in grammar.children[verb]]
    above = grammar.tokens[token.head]
    if token.dep == "amod" or (token.dep == "pcomp" and grammar.lower[token.head] in words["without"]):
        return False
    if token.dep == "pcomp" and grammar.lower[token.head] == "of" and base(grammar, above.head) == "stop":
        return False  # "stopped short of saying"
    if token.tag in ("VBG", "VB") and token.dep in ("xcomp", "pcomp") and not any(c.dep == "nsubj" for c in below):
        top = grammar.tokens[above.head] if token.dep == "pcomp" else above
        wish = base(grammar, top.i) in words["to"] and base(grammar, top.i) not in words["raising"]
        if wish and not (token.tag == "VBG" and base(grammar, top.i) in words["gerund"]):
            return False
    if token.tag != "VB" or base(grammar, token.head) == "let":
        return True
    if not any(c.lower == "to" and c.dep == "aux" for c in below):
        bare = token.dep == "ccomp" and base(grammar, token.head) in words["overheard"]
        return bare or any(c.dep in ("aux", "nsubj", "nsubjpass") for c in below)
    if any(c.dep == "aux" and c.lower == "have" for c in below):
        return True
    if any(c.dep == "nsubj" for c in below):
        return is_supposed(grammar, verb) or any(c.dep == "mark" and c.lower == "for" for c in below)
    return token.dep in ("xcomp", "advcl") and base(grammar, token.head) in words["raising"]


def is_supposed(grammar: Grammar, verb: int) -> bool:
    """Whether an infinitive tells how things are, to somebody: "understood him to be aware of it"."""
    token = grammar.tokens[verb]
    return token.dep == "ccomp" and base(grammar, token.head) in _SUPPOSING


def _is_merely_possible(grammar: Grammar, verb: int) -> bool:
    """Whether nobody is said to have spoken: "should discuss the fare".

    What one "could not recall" one did not, and what one "might have mentioned" is somebody's guess.
    """
    below = [grammar.tokens[c] for c in grammar.children[verb] if grammar.tokens[c].dep in ("aux", "neg")]
    helpers = {t.lower for t in below if t.dep == "aux"}
    if helpers.isdisjoint(_POSSIBLE):
        return False
    guessed = "have" in helpers and "should" not in helpers
    unable = any(t.dep == "neg" for t in below) and not helpers.isdisjoint(("can", "could", "ca"))
    return not guessed and not unable


def _content(grammar: Grammar, verb: int) -> tuple[list[range], int | None]:
    """The tokens of what is said, and where the cue ends if not with the verb."""
    words = groups("attitudes")
    lemma = base(grammar, verb)
    clause = _clause(grammar, verb, lemma)
    if clause:
        return clause, None
    quoted = _quoted(grammar, verb) if lemma in words["clause"] else None
    if quoted:
        return [quoted], None
    for c in grammar.children[verb]:
        token = grammar.tokens[c]
        if (
            token.dep in ("dobj", "attr", "dative")
            and c < verb
            and token.lower == "what"
            and lemma in _TELLING | lexicon("sayings")
        ):
            return [range(c, c + 1), *_after(grammar, verb), *_equated(grammar, verb)], None
    if lemma in words["naming"]:
        named = _named(grammar, verb)
        if named:
            return [named], None
    return _phrase(grammar, verb, lemma)


def _passive_content(grammar: Grammar, verb: int) -> list[range]:
    """What stands before "was disputed by"."""
    thing = grammar.child(verb, "nsubjpass", "csubjpass")
    if (
        thing is None
        or grammar.child(verb, "agent") is None
        or base(grammar, verb) not in groups("attitudes")["object"]
    ):
        return []
    inner = trim(grammar, grammar.subtree(thing))
    return [inner] if inner and grammar.tokens[thing].tag not in _RELATIVE else []


def _clause(grammar: Grammar, verb: int, lemma: str) -> list[range]:
    words = groups("attitudes")
    for c in sorted(grammar.children[verb], key=lambda c: c < verb):  # what stands before may be a clause around it
        token = grammar.tokens[c]
        marks = [grammar.lower[d] for d in grammar.children[c] if grammar.tokens[d].dep in ("mark", "aux")]
        opening = grammar.lower[grammar.subtree(c).start]
        pieces: list[range] = []
        if token.dep == "ccomp" and _is_new_clause(grammar, verb, c, marks):
            continue
        if token.dep == "ccomp" and c != participle_before(grammar, verb):
            infinitive = "to" in marks and token.tag == "VB"
            if infinitive and lemma in words["hearer"]:
                pieces = [range(_to(grammar, c), grammar.subtree(c).stop)]
            elif (
                lemma in words["to"]
                if infinitive
                else lemma in words["clause"]
                or (token.tag == "VBG" and lemma in words["gerund"])
                or (lemma in words["overheard"] and token.tag in ("VB", "VBG"))
            ):
                pieces = clause_of(grammar, verb, c)
            elif lemma in words["naming"] or (opening == "what" and names_of(grammar, verb) & words["object"]):
                pieces = [grammar.subtree(c)]
        elif token.dep == "xcomp" and c > verb:
            if (token.tag == "VBG" or "having" in marks) and lemma in words["gerund"]:
                pieces = [grammar.subtree(c)]
            elif "to" in marks and lemma in words["to"]:
                pieces = [range(_to(grammar, c), grammar.subtree(c).stop)]
        elif token.dep == "advcl" and c > verb and _is_told(marks, lemma):
            pieces = [grammar.subtree(c)]
        found = [p for p in (trim(grammar, piece) for piece in pieces) if p]
        if found:
            return [*found, *_further(grammar, verb, found[-1].stop)]
    return []


def _is_new_clause(grammar: Grammar, verb: int, clause: int, marks: Sequence[str]) -> bool:
    """Whether a clause without "that" behind a comma goes on after something that was said: "After he announced his
    bid, Hart rose".
    """
    thing = grammar.child(verb, "dobj")
    start = next((i for i in grammar.subtree(clause) if grammar.is_word[i]), clause)
    opened = not {"that", "to", "whether", "if"}.isdisjoint(marks)
    if thing is None or not verb < thing < start or opened or base(grammar, verb) in groups("attitudes")["hearer"]:
        return False
    return grammar.lower[start - 1] == "," and grammar.child(clause, "nsubj", "nsubjpass") is not None


def _is_told(marks: Sequence[str], lemma: str) -> bool:
    """Whether a clause that the parser takes for an adverbial is what was asked: "if", "for the notice to be held"."""
    return ("if" in marks and lemma in _IF) or ("for" in marks and "to" in marks and lemma in groups("attitudes")["to"])


def _further(grammar: Grammar, verb: int, after: int) -> list[range]:
    """A second clause: "recalled meeting him and that he seemed tired"."""
    for c in grammar.children[verb]:
        inner = grammar.subtree(c)
        if grammar.tokens[c].dep == "ccomp" and inner.start >= after and grammar.lower[inner.start] == "that":
            return [r for r in (trim(grammar, inner),) if r]
    return []


def _to(grammar: Grammar, clause: int) -> int:
    return next(c for c in grammar.children[clause] if grammar.lower[c] == "to" and grammar.tokens[c].dep == "aux")


def _quoted(grammar: Grammar, verb: int) -> range | None:
    """A quotation that starts shortly behind the verb, with no other verb between."""
    own = grammar.quote_of[verb]
    for i in range(verb + 1, min(verb + 12, grammar.subtree(verb).stop + _NEAR, len(grammar.tokens))):
        quote = grammar.quote_of[i]
        if quote >= 0 and quote != own:
            return grammar.quote_ranges[quote]
        if grammar.is_verb(i) or grammar.lower[i] in (".", ";"):
            return None
    return None


def _quoted_before(grammar: Grammar, verb: int) -> list[range]:
    """The quotation that ends where the verb's clause begins."""
    start = grammar.subtree(verb).start
    quote = grammar.quote_of[start - 1] if start else -1
    if quote < 0:
        subject = grammar.child(verb, "nsubj")
        start = grammar.subtree(subject).start if subject is not None else start
        quote = grammar.quote_of[start - 1] if start else -1
    return [grammar.quote_ranges[quote]] if quote >= 0 else []


def _equated(grammar: Grammar, verb: int) -> list[range]:
    """ "That he left", in "what she told him was that he left"."""
    above = grammar.tokens[verb].head
    clause = grammar.child(above, "ccomp") if grammar.tokens[verb].dep == "csubj" else None
    if clause is None or clause < above or base(grammar, above) != "be":
        return []
    return [r for r in (trim(grammar, grammar.subtree(clause)),) if r]


def _after(grammar: Grammar, verb: int) -> list[range]:
    """What else hangs on the verb behind it, the one it is told to left out."""
    rest = [grammar.subtree(c) for c in grammar.children[verb] if c > verb and grammar.tokens[c].dep == "prep"]
    return [r for r in (trim(grammar, piece) for piece in rest) if r]


def _named(grammar: Grammar, verb: int) -> range | None:
    """ "Called the weld sound", "put the loss at 900 gallons": from the object to the end."""
    thing = grammar.child(verb, "dobj")
    said = grammar.child(verb, "oprd", "xcomp", "prep", "attr", "acomp")
    if thing is None and said is not None and grammar.tokens[said].dep == "oprd" and said > verb:
        return trim(grammar, grammar.subtree(said))
    if thing is None or said is None or not verb < thing < said:
        return None
    if grammar.tokens[said].dep == "prep" and grammar.lower[said] not in ("as", "at"):
        return None
    return trim(grammar, range(grammar.subtree(thing).start, grammar.subtree(said).stop))


def _phrase(grammar: Grammar, verb: int, lemma: str) -> tuple[list[range], int | None]:
    words = groups("attitudes")
    if _is_merely_possible(grammar, verb):
        return [], None
    for c in grammar.children[verb]:
        token = grammar.tokens[c]
        if c < verb or token.dep not in ("prep", "dative"):
            continue
        name = grammar.lower[c]
        group = "to-object" if name == "to" else name
        if (name in _PREPOSITIONS or name == "to") and lemma in words[group]:
            inner = trim(grammar, range(c + 1, grammar.subtree(c).stop))
            if inner:
                return [inner], c + 1 if c - verb <= 1 else None
    deeper = _about(grammar, verb, lemma)
    if deeper is not None:
        return [deeper], None
    names = names_of(grammar, verb)
    if names.isdisjoint(words["object"]):
        return [], None
    thing = grammar.child(verb, "dobj")
    if thing is None or thing < verb or grammar.tokens[thing].tag.startswith("PRP"):
        return [], None
    inner = trim(grammar, range(grammar.subtree(thing).start, grammar.subtree(thing).stop))
    return ([inner] if inner else []), None


def _about(grammar: Grammar, verb: int, lemma: str) -> range | None:
    """What stands behind a preposition farther off: "told him in advance about", "suspected him of"."""
    for i in grammar.subtree(verb)[:_REACH]:
        name, at = grammar.lower[i], grammar.tokens[i].head
        if i < verb or grammar.tokens[i].dep != "prep":
            continue
        if name == "about" and lemma in groups("attitudes")["about"]:
            while grammar.tokens[at].dep in ("prep", "pobj"):
                at = grammar.tokens[at].head
        elif name == "of" and lemma in _OF_SOMEBODY and grammar.tokens[at].dep == "dobj":
            at = grammar.tokens[at].head
        else:
            continue
        if at == verb:
            return trim(grammar, range(i + 1, grammar.subtree(i).stop))
    return None
