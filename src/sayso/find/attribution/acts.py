"""What a speaker does with the content; how sure the speaker is said to be of it is read by factuality.py."""

import re
from collections.abc import Iterator, Sequence

from sayso.find.attribution.attitudes import names_of
from sayso.find.attribution.grammar import Grammar, base
from sayso.find.attribution.negation import is_negated
from sayso.find.attribution.silences import silence
from sayso.find.lexicon import groups
from sayso.model.statement import Act

_TOLD_NO_COMMENT = re.compile(
    r"^(?:that )?(?:he|she|they|it|we|i) (?:"
    r"(?:do|does|did) (?:not|n't) (?:comment|discuss|speak|talk|give interviews)|(?:was|were|is|are) (?:not|n't) giving"
    r"|(?:had|has|have) (?:no comment|nothing (?:more |else |further )?to (?:say|add))"
    r"|(?:wo|would|will|could|can|ca) ?(?:not|n't) (?:be )?(?:comment\w*|discuss\w*|elaborat\w*|answer\w*|"
    r"(?:say|confirm)\w* (?:whether|if|who|what|how)))\b"
)
_OWN_NO_COMMENT = re.compile(
    r"\b(?:i|we)(?: (?:will|would|can|could|do|am|are|'m|'re|wo|ca))? ?(?:not|n't|'ll not)\b.{0,20}?\b(?:"
    r"comment\w*|discuss\w*|answer\w* (?:that|this|any|questions?)|elaborat\w*|get(?:ting)? into|"
    r"going to (?:say|talk about|get into))\b"
    r"|\bno comment\b|\bnothing (?:more |else |further )?to (?:say|add)\b"
)
_QUESTION_WORDS = frozenset(("whether", "if"))
_MOODS = frozenset(
    ("wish", "want", "decline", "refuse", "fail", "intend", "plan", "have", "prefer", "choose", "continue")
)
_SAYING = frozenset(
    ("say", "tell", "answer", "reply", "respond", "write", "state", "add", "email", "announce", "declare")
)
_PRONOUNS = frozenset(("he", "she", "it", "they", "i", "we"))
_HELPERS = frozenset(("did", "does", "do", "had", "has", "have", "was", "were", "is", "are"))
_MOST_MOODS = 3
_CARRIERS = frozenset(("have", "make", "give", "express", "voice", "hold", "retain"))
_WILL = frozenset(("will", "would", "'ll", "'d", "wo"))
_STATES = frozenset(("be", "have", "know", "need", "seem", "appear", "remain", "become", "cost", "like", "love"))


def act_of(grammar: Grammar, cue: range, content: Sequence[range], *, direct: bool) -> Act:
    """The act, from the verbs of the cue and those around it, their negation, and how the content begins and ends.

    `direct`: the content is the speaker's own words, which can decline or ask by themselves.
    """
    words = groups("acts")
    head = head_of(grammar, cue)
    lemma, names = base(grammar, head), names_in(grammar, cue, head)
    negated = is_denied(grammar, head)
    silent = next((act for verb in _verbs(grammar, cue, head) if (act := silence(grammar, verb))), None)
    if silent is not None:
        return silent
    own = " ".join(grammar.lower[i] for piece in content for i in piece)
    if not direct and lemma in _SAYING and _TOLD_NO_COMMENT.search(own):
        return Act.DECLINE
    if names & words["deny"]:
        if _is_offered(grammar, head):
            return Act.INTEND
        return Act.CONFIRM if negated else Act.DENY
    if names & words["confirm"] or (lemma in words["accept"] and _is_clause(grammar, content)):
        return Act.DECLINE if negated else Act.CONFIRM
    pleaded = _plea(grammar, head)
    if pleaded is not None:
        return pleaded
    if any(_makes_clear_not(grammar, verb) for verb in _verbs(grammar, cue, head)):
        return Act.DENY
    if _asks_for(grammar, cue, head):
        return Act.ASK
    if direct and content:
        answer = _own_words(grammar, content, own)
        if answer is not None:
            return answer
    return _by_lemma(grammar, head, names, content, negated=negated)


def names_in(grammar: Grammar, cue: range, head: int) -> frozenset[str]:
    """What the cue is called in the lexicons, with its state of mind: "was convinced", "was under the impression"."""
    names = names_of(grammar, head) | {grammar.lower[head]}
    if base(grammar, head) in ("be", "remain"):
        names |= {grammar.lower[i] for i in cue if grammar.tokens[i].tag[0] == "N"}
    return names


def _own_words(grammar: Grammar, content: Sequence[range], own: str) -> Act | None:
    """What the speaker's own words do by themselves."""
    words = groups("acts")
    if _OWN_NO_COMMENT.search(own):
        return Act.DECLINE
    if ends_in_question(grammar, content):
        return Act.ASK
    said = own.split()
    first = next((n for n, word in enumerate(said) if word[0].isalpha()), None)
    if first is None or (first + 1 < len(said) and said[first + 1][0].isalpha()):
        return None
    return Act.DENY if said[first] in words["no"] else Act.CONFIRM if said[first] in words["yes"] else None


def _by_lemma(grammar: Grammar, head: int, names: frozenset[str], content: Sequence[range], *, negated: bool) -> Act:
    words = groups("acts")
    lemma = base(grammar, head)
    opening = grammar.lower[content[0].start] if content else ""
    infinitive = (opening == "to" and grammar.tokens[content[0].start].tag == "TO") or _has_infinitive(grammar, head)
    other = infinitive and opening != "to" and grammar.child(head, "dobj", "ccomp") is not None
    if names & words["ask"] or (infinitive and lemma in words["ask to"]):
        return Act.ASK
    if opening in _QUESTION_WORDS and lemma not in words["believe"] | words["remembers"]:
        return Act.ASK
    planned = lemma in words["weighing"] and _is_deed(grammar, head)
    if (
        names & words["intend"]
        or "decide:against" in names
        or (infinitive and not other and lemma in words["intend to"])
        or planned
    ):
        return Act.INTEND
    if names & words["believe"] or (negated and lemma in words["remembers"]):
        return Act.BELIEVE
    if not content:
        return Act.ASSERT
    if lemma in words["insist"] and _is_negative(grammar, content[0]):
        return Act.DENY
    if lemma in _SAYING | words["insist"] and _calls_untrue(grammar, content[0]):
        return Act.DENY
    if lemma in groups("attitudes")["naming"] and grammar.lower[content[-1].stop - 1] in words["untrue"]:
        return Act.DENY
    bare = _bare_answer(grammar, content[0]) if lemma in _SAYING and not negated else None
    if bare is not None:
        return bare
    if lemma in _SAYING and not negated and _will(grammar, content[0]):
        return Act.INTEND
    return Act.ASSERT


def _plea(grammar: Grammar, head: int) -> Act | None:
    """ "Pleaded guilty", "pleaded not guilty"."""
    if base(grammar, head) != "plead":
        return None
    guilty = next((i for i in range(head + 1, min(head + 4, len(grammar.lower))) if grammar.lower[i] == "guilty"), None)
    if guilty is None:
        return None
    return Act.DENY if "not" in grammar.lower[head:guilty] else Act.CONFIRM


def _asks_for(grammar: Grammar, cue: range, head: int) -> bool:
    """ "Wanted to know", "sought permission", "put it to him"."""
    lemma, thing = base(grammar, head), grammar.child(head, "dobj")
    known = grammar.child(head, "xcomp")
    if lemma in ("want", "demand"):
        inner = known is not None and base(grammar, known) == "know" and grammar.child(known, "dobj") is None
        return inner or "know" in grammar.lower[cue.start : cue.stop]
    if thing is None:
        return False
    if lemma == "put":
        return grammar.lower[thing] == "it" and any(grammar.lower[c] == "to" for c in grammar.children[head])
    return lemma in ("seek", "solicit") and grammar.lower[thing] in groups("acts")["sought"]


def _has_infinitive(grammar: Grammar, head: int) -> bool:
    """Whether the verb has one behind its object, or as a part of the cue: "advise patients to rest"."""
    for c in grammar.children[head]:
        to = any(grammar.lower[d] == "to" and grammar.tokens[d].dep == "aux" for d in grammar.children[c])
        if c > head and to and grammar.tokens[c].dep in ("xcomp", "ccomp") and grammar.tokens[c].tag == "VB":
            return not any(grammar.lower[d] == "have" for d in grammar.children[c])
    return False


def _is_deed(grammar: Grammar, head: int) -> bool:
    """Whether what is considered is something to do: "considered leaving", "is considering a run"."""
    inner = grammar.child(head, "xcomp")
    if inner is not None:
        return grammar.tokens[inner].tag == "VBG"
    going_on = grammar.tokens[head].tag == "VBG" and grammar.child(head, "aux") is not None
    return going_on and grammar.child(head, "dobj") is not None and grammar.child(head, "oprd", "ccomp") is None


def _bare_answer(grammar: Grammar, piece: range) -> Act | None:
    """ "Said that he had not", "said she did"."""
    words = [i for i in piece if grammar.lower[i] != "that" and grammar.is_word[i]]
    if not 2 <= len(words) <= 3 or grammar.lower[words[0]] not in _PRONOUNS or grammar.lower[words[1]] not in _HELPERS:
        return None
    if len(words) == 2:
        return Act.CONFIRM
    return Act.DENY if grammar.lower[words[2]] in ("not", "n't", "never") else None


def head_of(grammar: Grammar, cue: range) -> int:
    """The cue's main word: the last verb of saying or thinking in it, else the word the others hang on."""
    verbs = [i for i in cue if grammar.tokens[i].tag[0] == "V" and grammar.tokens[i].dep not in ("aux", "auxpass")]
    top = [i for i in verbs if grammar.tokens[i].head not in cue or grammar.tokens[i].head == i]
    state = next((c for i in top[:1] for c in grammar.children[i] if c in cue and _is_state(grammar, i, c)), None)
    if state is not None:
        return state
    for choice in (top, verbs):
        if choice:
            return choice[0]
    return next((i for i in cue if grammar.tokens[i].head not in cue), cue.start)


def _is_state(grammar: Grammar, verb: int, i: int) -> bool:
    """Whether the verb only carries the adjective: "was aware"."""
    return grammar.tokens[i].dep in ("acomp", "oprd") and base(grammar, verb) in (
        "be",
        "become",
        "get",
        "seem",
        "remain",
    )


def is_denied(grammar: Grammar, head: int) -> bool:
    """Whether head, the verb that carries it, or the noun it carries is negated: "was not aware", "had no idea"."""
    token = grammar.tokens[head]
    if is_negated(grammar, head):
        return True
    if token.tag[0] != "V" and token.dep in ("acomp", "oprd", "attr") and is_negated(grammar, token.head):
        return True
    thing = grammar.child(head, "dobj")
    return (
        thing is not None
        and base(grammar, head) in _CARRIERS
        and "no" in (grammar.lower[c] for c in grammar.children[thing])
    )


def _verbs(grammar: Grammar, cue: range, head: int) -> Iterator[int]:
    """The verbs of the cue, and those above and below its head that set its mood: "declined to say", "wishes to make no
    comment".
    """
    own = {i for i in cue if grammar.tokens[i].tag[0] == "V"}
    if base(grammar, head) in _MOODS:
        own.update(c for c in grammar.children[head] if grammar.tokens[c].dep == "xcomp")
    yield from sorted({head, *own})
    at = head
    for _ in range(_MOST_MOODS):
        if grammar.tokens[at].dep != "xcomp" or base(grammar, grammar.tokens[at].head) not in _MOODS:
            return
        at = grammar.tokens[at].head
        yield at


def _makes_clear_not(grammar: Grammar, verb: int) -> bool:
    """ "Wishes to make clear that there was no third man"."""
    if base(grammar, verb) != "make":
        return False
    clear = next((c for c in grammar.children[verb] if grammar.lower[c] == "clear"), None)
    if clear is None:
        return False
    return any(
        _is_negative(grammar, grammar.subtree(c))
        for c in (*grammar.children[clear], *grammar.children[verb])
        if c > clear
    )


def _is_offered(grammar: Grammar, head: int) -> bool:
    """Whether what is rejected was on offer: "rejected the invitation"."""
    thing = grammar.child(head, "dobj", "nsubjpass")
    return thing is not None and grammar.lower[thing] in groups("acts")["offered"]


def _is_clause(grammar: Grammar, content: Sequence[range]) -> bool:
    return bool(content) and grammar.lower[content[0].start] == "that"


def main_verb(grammar: Grammar, piece: range) -> int:
    """The verb of the piece's main clause; its top word where there is none."""
    top = next((i for i in piece if grammar.tokens[i].head not in piece or grammar.tokens[i].head == i), piece.start)
    if grammar.is_verb(top):
        return top
    verbs = [i for i in piece if grammar.is_verb(i) and grammar.tokens[i].head not in piece]
    return verbs[0] if verbs else top


def _is_negative(grammar: Grammar, piece: range) -> bool:
    verb = main_verb(grammar, piece)
    if is_negated(grammar, verb):
        return True
    return any(
        grammar.lower[d] == "no"
        for c in grammar.children[verb]
        if grammar.tokens[c].dep in ("dobj", "attr", "nsubj")
        for d in grammar.children[c]
    )


def _calls_untrue(grammar: Grammar, piece: range) -> bool:
    """ "Said that the report was false", "said there was no truth to it"."""
    verb = main_verb(grammar, piece)
    if base(grammar, verb) != "be":
        return False
    for c in grammar.children[verb]:
        if grammar.tokens[c].dep not in ("acomp", "attr"):
            continue
        word = grammar.lower[c]
        if word in groups("acts")["untrue"]:
            return not is_negated(grammar, verb)
        if word in ("true", "truth"):
            return is_negated(grammar, verb) or any(grammar.lower[d] == "no" for d in grammar.children[c])
    return False


def _will(grammar: Grammar, piece: range) -> bool:
    """Whether the speaker tells what the speaker will do: "said that he would sell it"."""
    verb = main_verb(grammar, piece)
    below = [(c, grammar.tokens[c].dep) for c in grammar.children[verb]]
    subject = next((c for c, dep in below if dep == "nsubj"), None)
    if subject is None or grammar.lower[subject] not in _PRONOUNS or base(grammar, verb) in _STATES:
        return False
    helpers = {grammar.lower[c] for c, dep in below if dep == "aux"}
    return not _WILL.isdisjoint(helpers) and "have" not in helpers and not any(dep == "advcl" for _, dep in below)


def ends_in_question(grammar: Grammar, content: Sequence[range]) -> bool:
    """Whether the content ends in a question mark."""
    last = content[-1]
    return any(i in last and grammar.lower[i] == "?" for i in (last.stop - 1, last.stop - 2))


def opens_a_question(grammar: Grammar, content: Sequence[range]) -> bool:
    """Whether the content is an indirect question: "whether", "if", "who", "why"."""
    first = content[0].start
    return grammar.lower[first] in _QUESTION_WORDS or grammar.tokens[first].tag in ("WRB",)
