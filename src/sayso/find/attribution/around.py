"""Outermost attributions put right by grammar where a chain is at stake: whose words were whose.

Each step leaves alone what tells of one voice only.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from sayso.find.attribution.acts import head_of
from sayso.find.attribution.asides import of_aside
from sayso.find.attribution.attitudes import is_done, names_of, of_attitude
from sayso.find.attribution.candidate import Candidate, Judged
from sayso.find.attribution.frames import according, overlap, sources, trim
from sayso.find.attribution.grammar import Grammar, base
from sayso.find.attribution.silences import of_silence
from sayso.find.attribution.states import of_noun_of_saying, of_state
from sayso.find.attribution.told import Chosen, content_of, voices, words_of
from sayso.find.lexicon import groups, words

_LEAST = 0.33
"""a reading this likely is taken where it holds another"""
_PREPOSITION = 2
"""tokens that one reading counts with the cue, another with the content"""
_SILENT = 0.5
"""how sure those are whose cue tells that somebody did not answer; about as many are annotated"""
_CITING = frozenset(("cite", "quote"))
"""Whom a speaker cites is a link of the speaker's own chain."""
_OPENINGS = frozenset(("to", "that", "whether", "if", "who", "what", "why", "how", "when", "where"))
_BY_GRAMMAR = 0.4
"""how sure those are that grammar alone tells of"""


def put_right(grammar: Grammar, kept: Sequence[Chosen], judged: Sequence[Judged]) -> list[Chosen]:
    """The outermost attributions `kept`, with what they lack by the other readings `judged` and by grammar."""
    found = [(p, _turned(grammar, c)) for p, c in kept]
    found = _joined_on(grammar, _lengthened(grammar, found, judged))
    found = _with_holding(grammar, found, [j for j in judged if j.right >= _LEAST])
    found = _beside(grammar, found, judged)
    found = _with_acts(grammar, found)
    found = _with_holding(grammar, found, _by_grammar(grammar))
    return _with_nouns(grammar, found)


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
            whole = _held_whole(kept, content_of(j.candidate)) if lacking else set()
            if crossed - free - whole or len(content - content_of(j.candidate)) > _PREPOSITION:
                continue
            sure = j.right >= _LEAST
            sure = sure and (bool(crossed) or _breaks_off(grammar, content, more))
            by_grammar = lacking or _goes_on(grammar, content, more)
            if sure or by_grammar or _lacks_voice(grammar, content, more):
                longest, content = replace(candidate, content=j.candidate.content), content_of(j.candidate)
        found.append((p, longest))
    return found


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
    own = of_attitude(grammar, head) if grammar.is_verb(head) else None
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
        if {*j.candidate.cue, *(j.candidate.source or ())} & touched or not _holds(content, held, touched):
            continue
        held = [(p, c) for p, c in held if c.cue.start not in content or _stands(grammar, c)]
        held.append((j.right, j.candidate))
        touched |= words_of(j.candidate)
    return held


def _holds(content: set[int], held: Sequence[Chosen], touched: set[int]) -> bool:
    return bool(content & touched) and all(
        content.isdisjoint(w) or w <= content for w in (_own_words(c) for _, c in held)
    )


def _own_words(candidate: Candidate) -> set[int]:
    """Its words, without a source that is that of the verb above: in "denied having told" it is he who told."""
    return words_of(replace(candidate, source=None) if candidate.kind == "inherited" else candidate)


def _stands(grammar: Grammar, candidate: Candidate) -> bool:
    """Whether it tells of something done, by somebody: not "to say" in "declined to say"."""
    return candidate.source is not None and (not grammar.is_verb(candidate.head) or is_done(grammar, candidate.head))


def _by_grammar(grammar: Grammar) -> Iterator[Judged]:
    nouns = groups("attitudes")["nouns"]
    for token in grammar.tokens:
        if token.lower == "according":
            for candidate in according(grammar, token.i):
                yield Judged(_BY_GRAMMAR, float(candidate.frame == "according:clause"), candidate)
        elif token.tag[0] == "N" and token.lower in nouns:
            found = of_noun_of_saying(grammar, token.i)
            if found is not None:
                yield Judged(_BY_GRAMMAR, 0.0, found)
        elif token.tag[0] == "V":
            found = of_aside(grammar, token.i) or _with_clause(grammar, token.i)
            if found is not None:
                yield Judged(_BY_GRAMMAR, 0.0, found)


def _with_clause(grammar: Grammar, verb: int) -> Candidate | None:
    """What a verb of saying tells in a clause with "that" or a question word."""
    found = of_attitude(grammar, verb) if base(grammar, verb) in groups("attitudes")["clause"] else None
    if found is None or not found.source or not found.content:
        return None
    return found if grammar.lower[found.content[0].start] in _OPENINGS - {"to"} else None


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


def _with_acts(grammar: Grammar, kept: Sequence[Chosen]) -> list[Chosen]:
    """With those who declined to comment and the like, denied, confirmed, asked or promised, if nothing tells of it.

    The corpus that the finders learned from has few of these.
    """
    held = list(kept)
    touched = {w for _, c in held for w in words_of(c)}
    sources = {w for _, c in held for w in c.source or ()}
    for token in grammar.tokens:
        p, act = _SILENT, of_silence(grammar, token.i) if token.tag[0] == "V" else None
        if act is None:
            p, act = _BY_GRAMMAR, (_act if token.tag[0] == "V" and token.dep != "acomp" else _state)(grammar, token.i)
        if act is None or touched & ({*act.cue, *(act.source or ())} - sources):
            continue
        content = content_of(act)
        if content.isdisjoint(touched) or _holds(content, held, touched):
            held = [(p, c) for p, c in held if c.cue.start not in content or _stands(grammar, c)]
            held.append((p, act))
            touched |= words_of(act)
    return held


def _act(grammar: Grammar, verb: int) -> Candidate | None:
    names, acts = names_of(grammar, verb), groups("acts")
    found = of_attitude(grammar, verb)
    if not found or not found.source:
        return None
    if not found.content:
        return found if names & acts["confirm"] else None
    if names & acts["remembers"] and grammar.tokens[found.content[0].start].tag == "VBG":
        return found
    if grammar.lower[found.content[0].start] == "that" and base(grammar, verb) in words("sayings"):
        return found
    asks = "know" in grammar.lower[found.cue.start : found.cue.stop] and "want" in names
    if asks or names & (acts["deny"] | acts["confirm"]):
        return found
    clause = grammar.lower[found.content[0].start] in _OPENINGS
    return found if clause and names & (acts["ask"] | acts["commit"]) else None


def _state(grammar: Grammar, i: int) -> Candidate | None:
    """ "Was determined to sell", "was under the impression that"."""
    token, words_of_mind = grammar.tokens[i], groups("attitudes")
    tag = token.tag[0]
    if (tag == "J" or token.dep == "acomp") and token.lower in words_of_mind["adjectives"]:
        found = of_state(grammar, i)
    elif tag == "N" and token.lower in words_of_mind["nouns"]:
        found = of_noun_of_saying(grammar, i)
        found = found if found and grammar.is_verb(found.cue.start) else None
    else:
        return None
    clause = found is not None and grammar.lower[found.content[0].start] in _OPENINGS
    return found if found is not None and found.source and clause else None


def _with_nouns(grammar: Grammar, kept: Sequence[Chosen]) -> list[Chosen]:
    """With nouns of saying that somebody's words stand in: "a claim by the foreman that the engineer had said so"."""
    held = list(kept)
    touched = {w for _, c in held for w in words_of(c)}
    for token in grammar.tokens:
        if token.tag[0] != "N" or token.lower not in groups("attitudes")["nouns"]:
            continue
        found = of_noun_of_saying(grammar, token.i)
        if found is None or touched & words_of(found):
            continue
        content = content_of(found)
        if any(True for _ in voices(grammar, content, content)):
            held.append((_BY_GRAMMAR, found))
            touched |= words_of(found)
    return held
