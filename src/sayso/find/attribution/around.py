"""Outermost attributions put right by grammar where a chain is at stake: whose words were whose.

Each step leaves alone what tells of one voice only.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from sayso.find.attribution.acts import head_of
from sayso.find.attribution.asides import ASIDE, of_aside
from sayso.find.attribution.attitudes import of_attitude
from sayso.find.attribution.by_grammar import by_grammar, holds, stands, with_acts, with_nouns
from sayso.find.attribution.candidate import Candidate, Judged
from sayso.find.attribution.frames import overlap, sources, trim
from sayso.find.attribution.grammar import Grammar, base
from sayso.find.attribution.inner import Voices
from sayso.find.attribution.told import Chosen, content_of, voices, words_of
from sayso.find.lexicon import groups, words

_LEAST = 0.33
"""a reading this likely is taken where it holds another"""
_SHARE_READ = 0.5
"""how sure those are that the reader of inner voices alone tells of, beside how likely their cue is"""
_SURE = 0.9
_PREPOSITION = 2
"""tokens that one reading counts with the cue, another with the content"""
_CITING = frozenset(("cite", "quote"))
"""Whom a speaker cites is a link of the speaker's own chain."""


def put_right(grammar: Grammar, kept: Sequence[Chosen], judged: Sequence[Judged], voices: Voices) -> list[Chosen]:
    """The outermost attributions `kept`, with what they lack by the other readings, `judged` and `voices`, and by
    grammar.
    """
    found = [(p, _before_told(grammar, _turned(grammar, c))) for p, c in kept]
    found = _joined_on(grammar, _lengthened(grammar, found, judged))
    found = _with_holding(grammar, found, [j for j in judged if j.right >= _LEAST])
    found = _beside(grammar, found, judged)
    found = with_acts(grammar, found)
    found = _with_holding(grammar, found, by_grammar(grammar))
    found = _with_holding(grammar, found, _by_reading(grammar, found, voices))
    return with_nouns(grammar, found)


def _by_reading(grammar: Grammar, kept: Sequence[Chosen], voices: Voices) -> Iterator[Judged]:
    """What the reader of inner voices makes of likely cues that are in nothing kept."""
    touched = {w for _, c in kept for w in words_of(c)}
    spoken = {grammar.sentence_of[c.cue.start] for _, c in kept if c.cue}
    free = [i for i in range(len(grammar.tokens)) if i not in touched and grammar.sentence_of[i] in spoken]
    cues = [cue for cue in voices.cues(free) if max(map(voices.likely, cue)) >= _SURE]
    for candidate in voices.read(cues):
        if candidate.source:
            yield Judged(voices.likely(candidate.head) * _SHARE_READ, 0.0, candidate)


def _turned(grammar: Grammar, candidate: Candidate) -> Candidate:
    """With whoever told for a source, not whoever was told: "the driver was told by the dispatcher".

    And "Adler recalled Brandt saying" is what Adler recalled.
    """
    whole = _by_verb(grammar, candidate)
    if whole is not None:
        return whole
    source, head = frozenset(candidate.source or ()), _head(grammar, candidate)
    own = of_attitude(grammar, head) if source and grammar.is_verb(head) else None
    if own is not None and _holds_voice(grammar, candidate, own):
        return own
    speaker = _speaker_of_hearer(grammar, candidate, head) if own is None else None
    if speaker is not None:
        return replace(candidate, source=speaker)
    if own is None or not own.source or not source.isdisjoint(own.source):
        return candidate
    if own.kind == "agent":
        return own
    above = grammar.tokens[head].head
    if own.kind == "subject" and grammar.tokens[head].dep == "ccomp" and grammar.is_verb(above):
        outer = of_attitude(grammar, above)
        if outer and outer.source and not source.isdisjoint(outer.source) and words_of(own) <= content_of(outer):
            return outer
    return candidate


def _before_told(grammar: Grammar, candidate: Candidate) -> Candidate:
    """With contents such as "to meet an agent, who told him that" without the last clause: the text itself tells it."""
    if not candidate.content or grammar.tokens[candidate.content[-1].start].tag != "TO":
        return candidate
    last = candidate.content[-1]
    for i in last:
        verb = grammar.tokens[i].head
        told = grammar.tokens[i].tag == "WP" and grammar.tokens[verb].dep == "relcl" and grammar.lower[i - 1] == ","
        if told and base(grammar, verb) in words("sayings") and grammar.quote_of[i] < 0:
            return replace(candidate, content=[*candidate.content[:-1], range(last.start, i - 1)])
    return candidate


def _by_verb(grammar: Grammar, candidate: Candidate) -> Candidate | None:
    """What the verb of saying itself tells, where the cue is but its adverb ("again mentioned") or the sending of a
    paper ("sent an email saying that").
    """
    head = _head(grammar, candidate)
    if not candidate.source or not candidate.cue:
        return None
    if grammar.tokens[head].dep == "advmod" and grammar.is_verb(grammar.tokens[head].head):
        saying = [grammar.tokens[head].head]
    elif grammar.is_verb(head) and base(grammar, head) in groups("attitudes")["authoring"]:
        saying = [i for i in grammar.subtree(head) if i > head and grammar.tokens[i].tag == "VBG"]
    else:
        return None
    for verb in saying:
        own = of_attitude(grammar, verb)
        if own and own.source and overlap(own.source, candidate.source) and verb not in candidate.cue:
            content, further = content_of(own), content_of(candidate)
            if content & further and base(grammar, verb) in groups("attitudes")["clause"]:
                return replace(own, content=[range(min(content), max(content | further) + 1)])
    return None


def _speaker_of_hearer(grammar: Grammar, candidate: Candidate, head: int) -> range | None:
    """Who wrote, if the source is whom it was written to: "Hart wrote to the board claiming that"."""
    source = candidate.source
    if not source or source.start < head or not grammar.is_verb(head):
        return None
    heard = next((c for c in grammar.children[head] if source.start in grammar.subtree(c)), None)
    hears = heard is not None and grammar.tokens[heard].dep in ("dobj", "dative", "prep") and heard > head
    to = heard is not None and (grammar.tokens[heard].dep != "prep" or grammar.lower[heard] == "to")
    kind, who = sources(grammar, head)[0]
    return who if hears and to and kind == "subject" else None


def _holds_voice(grammar: Grammar, candidate: Candidate, own: Candidate) -> bool:
    """Whether the cue holds a second verb, which tells of more by itself: "remembers hearing from a porter that"."""
    if (
        not own.source
        or not overlap(own.source, candidate.source or range(0))
        or not content_of(own) & {*candidate.cue}
    ):
        return False
    verbs = (i for i in candidate.cue if i > own.head and grammar.tokens[i].tag[0] == "V")
    voices_in = (of_attitude(grammar, i) for i in verbs)
    return any(c is not None and c.kind == "agent" for c in voices_in) or bool(
        content_of(own) - content_of(candidate) - {*candidate.cue}
    )


def _head(grammar: Grammar, candidate: Candidate) -> int:
    return head_of(grammar, candidate.cue) if candidate.cue else candidate.head


def _lengthened(grammar: Grammar, kept: Sequence[Chosen], judged: Sequence[Judged]) -> list[Chosen]:
    """With longer readings of those whose content lacks who said it, breaks off in what somebody said, or stops before
    something that has no source of its own.

    In "Brandt said Finch told the board that it failed" Brandt did not just say "that it failed".
    """
    readings: dict[int, list[Judged]] = {}
    for j in judged:
        for i in j.candidate.cue:
            readings.setdefault(i, []).append(j)
    taken = Counter(w for _, c in kept for w in words_of(c))
    free = {w for _, c in kept if c.source is None or grammar.tokens[c.head].tag[0] == "N" for w in words_of(c)}
    found = []
    for p, candidate in kept:
        longest, content, own = candidate, content_of(candidate), words_of(candidate)
        head = _head(grammar, candidate)
        for j in (*_readings(readings, candidate), *_own_reading(grammar, candidate)):
            more = content_of(j.candidate) - content
            if not more or {*candidate.cue, *(candidate.source or ())} & more:
                continue
            crossed = {w for w in words_of(j.candidate) - own if taken[w]}
            lacking = _lacks_verb(grammar, head, content, more)
            aside = j.candidate.frame == ASIDE
            whole = (
                _held_whole(kept, content_of(j.candidate))
                if lacking or aside or _hangs(grammar, content, more)
                else set()
            )
            if crossed - free - whole or len(content - content_of(j.candidate)) > _PREPOSITION:
                continue
            sure = j.right >= _LEAST
            sure = sure and (bool(crossed) or _breaks_off(grammar, content, more))
            by_grammar = lacking or aside or _goes_on(grammar, content, more)
            if sure or by_grammar or _lacks_voice(grammar, content, more):
                longest, content = replace(candidate, content=j.candidate.content), content_of(j.candidate)
        found.append((p, longest))
    return found


def _hangs(grammar: Grammar, content: set[int], more: set[int]) -> bool:
    """Whether `more` begins with a clause of time that hangs on `content`: "said the cook lied when she denied it"."""
    first = min(more)
    at = grammar.tokens[first].head
    clause = grammar.lower[first] in ("when", "because", "after", "before") and grammar.tokens[at].dep == "advcl"
    return clause and first - 1 in content and grammar.tokens[at].head in content and grammar.lower[first - 1] != ","


def _held_whole(kept: Sequence[Chosen], content: set[int]) -> set[int]:
    """The words of those that lie in the content whole."""
    return {w for _, c in kept if (own := words_of(c)) <= content for w in own}


def _readings(readings: Mapping[int, Sequence[Judged]], candidate: Candidate) -> Iterator[Judged]:
    """Of the same cue and source."""
    source = frozenset(candidate.source or ())
    for i in candidate.cue:
        for j in readings.get(i, ()):
            if source and not source.isdisjoint(j.candidate.source or ()):
                yield j


def _own_reading(grammar: Grammar, candidate: Candidate) -> Iterator[Judged]:
    head = _head(grammar, candidate)
    own = (of_attitude(grammar, head) or of_aside(grammar, head)) if grammar.is_verb(head) else None
    if own is not None:
        yield Judged(0.0, 0.0, own)


def _lacks_voice(grammar: Grammar, content: set[int], more: set[int]) -> bool:
    """Whether `more` tells whose words those of `content` are."""
    return any(not content.isdisjoint(content_of(inner)) for inner in voices(grammar, content | more, more))


def _lacks_verb(grammar: Grammar, head: int, content: set[int], more: set[int]) -> bool:
    """Whether the clause that the cue tells has its verb in `more` alone: "said that, because he was ill"; its opening
    or its subject is no statement.
    """
    clause = grammar.child(head, "ccomp")
    if clause is None or clause not in more or not content:
        return False
    return grammar.lower[min(content)] == "that" or grammar.child(clause, "nsubj", "nsubjpass") in content


def _goes_on(grammar: Grammar, content: set[int], more: set[int]) -> bool:
    """Whether `more` holds a clause of saying that hangs on one in `content`, without a subject of its own if joined.

    "Said he rang the owner and told him that the pump had failed" has one content.
    """
    for inner in voices(grammar, content | more, more):
        verb = inner.head
        joined = grammar.tokens[verb].dep == "conj" and grammar.child(verb, "nsubj", "nsubjpass") is not None
        if grammar.is_verb(verb) and grammar.tokens[verb].head in content and not joined:
            return True
    return False


def _breaks_off(grammar: Grammar, content: set[int], more: set[int]) -> bool:
    """Whether somebody in `content` says what only `more` tells."""
    return any(not more.isdisjoint(content_of(inner)) for inner in voices(grammar, content, content))


def _joined_on(grammar: Grammar, kept: Sequence[Chosen]) -> list[Chosen]:
    """With contents that go on in what hangs on them: "… had called him and asked whether", "… met a man who said"."""
    found = list(kept)
    holder = {w: n for n, (_, c) in enumerate(kept) for w in content_of(c)}
    for _, candidate in kept:
        head = _head(grammar, candidate)
        token = grammar.tokens[head]
        wh = candidate.source is not None and grammar.tokens[candidate.source.start].tag in ("WP", "WDT")
        fits = (token.dep == "conj" and candidate.source is None) or (token.dep == "relcl" and wh)
        n = holder.get(token.head)
        if n is None or not fits or found[n][1] is candidate:
            continue
        p, outer = found[n]
        if token.dep == "relcl" and grammar.tokens[outer.content[-1].start].tag == "TO":
            continue
        end, first = max(content_of(outer)), min(words_of(candidate))
        if end < first and not any(grammar.is_verb(i) for i in range(end + 1, first)):
            found[n] = (p, replace(outer, content=[*outer.content[:-1], _through(outer.content[-1], candidate)]))
    return found


def _through(piece: range, candidate: Candidate) -> range:
    return range(piece.start, max(words_of(candidate)) + 1)


def _with_holding(grammar: Grammar, kept: Sequence[Chosen], judged: Iterable[Judged]) -> list[Chosen]:
    """With those that share words with kept ones only in that they hold some whole in their content."""
    held = list(kept)
    touched = {w for _, c in held for w in words_of(c)}
    for j in sorted(judged, key=lambda j: -j.right - j.exact):
        content = content_of(j.candidate)
        if {*j.candidate.cue, *(j.candidate.source or ())} & touched or not holds(content, held, touched):
            continue
        held = [(p, c) for p, c in held if c.cue.start not in content or stands(grammar, c)]
        held.append((j.right, j.candidate))
        touched |= words_of(j.candidate)
    return held


def _beside(grammar: Grammar, kept: Sequence[Chosen], judged: Sequence[Judged]) -> list[Chosen]:
    """With likely ones whose source alone is taken: of one who "denied the report and said that …" both; of "Vance,
    who told the court that she is deaf, said …" the latter with "Vance" for its source.
    """
    held = list(kept)
    touched = {w for _, c in held for w in words_of(c)}
    sources = {w for _, c in held for w in c.source or ()}
    for j in sorted(judged, key=lambda j: -j.right - j.exact):
        source = j.candidate.source
        if j.right < _LEAST or not source or touched & {*j.candidate.cue, *content_of(j.candidate)}:
            continue
        first = next((i for i in source if i in touched), None)
        if first is None or base(grammar, _head(grammar, j.candidate)) in _CITING:
            continue
        if _turned(grammar, j.candidate) is not j.candidate:
            continue  # the words of somebody else
        if first > source.start:
            source = trim(grammar, range(source.start, first))
        elif not sources.issuperset(source):
            continue
        held.append((j.right, replace(j.candidate, source=source)))
        touched |= {*j.candidate.cue, *content_of(j.candidate), *(source or ())}
    return held
