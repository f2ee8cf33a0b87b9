"""What nouns and adjectives say by themselves: "his claim that …", "was aware of …", "made statements about …"."""

from sayso.find.attribution.attitudes import is_done, is_supposed, without
from sayso.find.attribution.candidate import Candidate
from sayso.find.attribution.frames import cue_of, overlap, sources, trim
from sayso.find.attribution.grammar import Grammar, base
from sayso.find.lexicon import groups

_OF = frozenset(("of", "about", "on", "for", "regarding", "concerning"))
_TOWARD = frozenset(("in", "to", "with", "at", "over", "toward", "towards"))
_STATE_OF = _OF | _TOWARD | {"by"}
_BY = frozenset(("by", "from", "of"))


def of_state(grammar: Grammar, at: int) -> Candidate | None:
    """What is known, feared or hoped by the adjective or participle at this token."""
    word = grammar.lower[at]
    words = groups("attitudes")
    if word not in words["adjectives"]:
        return None
    token = grammar.tokens[at]
    if token.dep == "amod":
        return None
    verb = token.head if token.dep in ("acomp", "oprd", "conj") and grammar.is_verb(token.head) else None
    if verb is None and token.tag[0] == "V":
        verb = at
    if verb is None or not (
        grammar.tokens[verb].tag != "VB"
        or is_supposed(grammar, verb)
        or any(_is_modal(grammar, c) for c in grammar.children[verb])
    ):
        return None
    source = next((s for _, s in sources(grammar, verb) if s is not None), None)
    start = cue_of(grammar, verb).start if verb <= at else at
    for c in grammar.children[at]:
        inner, end = grammar.subtree(c), at + 1
        dep = grammar.tokens[c].dep
        if c <= at or dep not in ("ccomp", "prep", "xcomp"):
            continue
        if dep == "prep":
            if grammar.lower[c] not in _STATE_OF:
                continue
            inner = range(c + 1, inner.stop)
        piece = trim(grammar, inner)
        if piece and source is not None and not overlap(source, range(start, piece.stop)):
            return Candidate(at, "state", "subject", source, range(start, end), [piece])
    return None


def _is_modal(grammar: Grammar, i: int) -> bool:
    return grammar.tokens[i].dep == "aux" and grammar.lower[i] != "to"


def of_noun_of_saying(grammar: Grammar, noun: int) -> Candidate | None:
    """What a noun of saying tells with its clause, or with "of" and "about"; whose it is by owner, "by" or verb."""
    told = _told(grammar, noun)
    if told is None:
        return None
    piece, preposition = told
    start, kind = noun, "agent"
    owner = grammar.child(noun, "poss")
    source = _without_s(grammar, grammar.subtree(owner)) if owner is not None else _by(grammar, noun, preposition)
    token = grammar.tokens[noun]
    if source is None and token.dep == "pobj" and _is_held(grammar, noun):
        verb = grammar.tokens[token.head].head
        kind, source = next(((k, s) for k, s in sources(grammar, verb) if s is not None), ("none", None))
        start = cue_of(grammar, verb).start
    elif source is None and token.dep == "dobj" and _supports(grammar, token.head):
        kind, source = next(((k, s) for k, s in sources(grammar, token.head) if s is not None), ("none", None))
        start = cue_of(grammar, token.head).start
        if source is None or overlap(source, range(start, piece.stop)):
            return None
    cue = range(start, noun + 1)
    pieces = without(piece, [source] if source else [])
    if not pieces or (source is None and grammar.tokens[pieces[0].start].lower != "that"):
        return None
    return Candidate(noun, "noun", kind, source, cue, pieces)


def _is_held(grammar: Grammar, noun: int) -> bool:
    """ "Was under the impression", "is of the opinion"."""
    preposition = grammar.tokens[noun].head
    held = grammar.lower[preposition] in ("under", "of") and grammar.tokens[preposition].dep == "prep"
    return held and base(grammar, grammar.tokens[preposition].head) in ("be", "remain")


def _supports(grammar: Grammar, verb: int) -> bool:
    return base(grammar, verb) in groups("attitudes")["support"] and is_done(grammar, verb)


def _told(grammar: Grammar, noun: int) -> tuple[range, int | None] | None:
    """The noun's clause, or what stands behind its preposition; that preposition."""
    below = [c for c in grammar.children[noun] if c > noun]
    for c in below:
        token = grammar.tokens[c]
        marks = [grammar.lower[d] for d in grammar.children[c] if grammar.tokens[d].dep in ("mark", "aux")]
        clause = token.dep in ("acl", "ccomp") and ("that" in marks or "to" in marks or token.tag == "VBG")
        if clause or (token.dep in ("relcl", "acl", "ccomp") and _opens_with_that(grammar, c)):
            piece = trim(grammar, grammar.subtree(c))
            return (piece, None) if piece else None
    apart = _told_apart(grammar, noun)
    if apart is not None:
        return apart, None
    for c in below:
        preposition = grammar.lower[c]
        words = groups("attitudes")
        toward = preposition in _TOWARD and grammar.lower[noun] in words["nouns-toward"]
        fits = (preposition in _OF and (preposition != "of" or grammar.lower[noun] in words["nouns-of"])) or toward
        if grammar.tokens[c].dep == "prep" and fits:
            for d in grammar.children[c]:
                if grammar.tokens[d].dep in ("pcomp", "pobj"):
                    piece = trim(grammar, range(c + 1, grammar.subtree(c).stop))
                    return (piece, c) if piece else None
    return None


def _told_apart(grammar: Grammar, noun: int) -> range | None:
    """The clause of the noun that the parser hung elsewhere: "allegations that …", "voiced concern to him that …"."""
    that = noun + 1
    if that < len(grammar.tokens) and grammar.lower[that] == "that" and grammar.tokens[that].tag == "IN":
        clause = grammar.tokens[that].head
        return trim(grammar, range(that, grammar.subtree(clause).stop)) if clause > that else None
    behind = _behind_teller(grammar, noun)
    if behind is not None:
        return behind
    verb = grammar.tokens[noun].head
    if grammar.tokens[noun].dep != "dobj" or not _supports(grammar, verb):
        return None
    for c in grammar.children[verb]:
        inner = grammar.subtree(c)
        opening = grammar.lower[inner.start]
        clause = grammar.tokens[c].dep in ("ccomp", "advcl", "xcomp") and inner.start > noun
        if clause and (
            opening == "that" or (opening == "to" and grammar.lower[noun] in groups("attitudes")["nouns-to"])
        ):
            return trim(grammar, inner)
    return None


def _behind_teller(grammar: Grammar, noun: int) -> range | None:
    """ "That the notes were sound", in "relied on assurances from the regulator that …"."""
    end = grammar.subtree(noun).stop
    if (
        end - noun < 2
        or end >= len(grammar.tokens)
        or grammar.lower[end] != "that"
        or grammar.lower[noun + 1] not in _BY
    ):
        return None
    clause = grammar.tokens[end].head
    verb = grammar.tokens[clause].head
    fits = clause > end and grammar.tokens[clause].dep == "ccomp" and verb < noun
    if not fits or base(grammar, verb) in groups("attitudes")["clause"]:
        return None
    return trim(grammar, grammar.subtree(clause))


def _opens_with_that(grammar: Grammar, clause: int) -> bool:
    """Whether a clause that the parser takes for a relative one is what is told: it has a subject beside "that"."""
    inner = grammar.subtree(clause)
    subject = grammar.child(clause, "nsubj", "nsubjpass")
    return grammar.lower[inner.start] == "that" and subject is not None and subject > inner.start


def _by(grammar: Grammar, noun: int, preposition: int | None) -> range | None:
    """ "A claim by the foreman that", "passed on the complaint of the pupil that"."""
    token = grammar.tokens[noun]
    below = grammar.children[token.head] if token.dep == "dobj" and _supports(grammar, token.head) else ()
    for c in (*grammar.children[noun], *below):
        if c > noun and grammar.tokens[c].dep == "prep" and grammar.lower[c] in _BY and c != preposition:
            held = grammar.child(c, "pobj")
            if held is not None:
                return trim(grammar, grammar.subtree(held))
    return None


def _without_s(grammar: Grammar, tokens: range) -> range | None:
    stop = tokens.stop
    if stop > tokens.start + 1 and grammar.lower[stop - 1] in ("'s", "'"):
        stop -= 1
    return trim(grammar, range(tokens.start, stop))
