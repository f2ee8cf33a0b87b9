"""Possible attributions by quotation marks: a quotation, and the verbs in the words before and after it."""

from collections.abc import Iterator, Sequence

from sayso.find.attribution.candidate import Candidate
from sayso.find.attribution.frames import cue_of, overlap, sources, trim
from sayso.find.attribution.grammar import Grammar
from sayso.find.attribution.quotes import Quote

_REACH = 45
_VERBS = 3
_ENDS = frozenset((".", "?", "!", "…"))


def quoted_candidates(grammar: Grammar, quotes: Sequence[Quote], block_of: Sequence[int]) -> Iterator[Candidate]:
    """Candidates whose content is quotations; `block_of` gives the number of the block that each quotation is in."""
    runs = _runs(grammar, quotes, block_of)
    for number, run in enumerate(runs):
        before = runs[number - 1] if number and runs[number - 1].block == run.last_block else None
        after = runs[number + 1] if number + 1 < len(runs) and runs[number + 1].block == run.last_block else None
        yield from _cues_after(grammar, run, after)
        yield from _cues_before(grammar, run, before)


class _Run:
    """Quotations that follow each other with nothing between them: one piece of speech, maybe over several blocks."""

    def __init__(self, tokens: range, block: int) -> None:
        self.pieces = [tokens]
        self.block = self.last_block = block

    @property
    def start(self) -> int:
        return self.pieces[0].start

    @property
    def stop(self) -> int:
        return self.pieces[-1].stop


def _runs(grammar: Grammar, quotes: Sequence[Quote], block_of: Sequence[int]) -> list[_Run]:
    runs: list[_Run] = []
    for number, quote in enumerate(quotes):
        tokens = grammar.quote_ranges[number]
        if not tokens:
            continue
        if runs and quote.continued:
            runs[-1].pieces.append(tokens)
            runs[-1].last_block = block_of[number]
        else:
            runs.append(_Run(tokens, block_of[number]))
    return runs


def _cues_after(grammar: Grammar, run: _Run, following: _Run | None) -> Iterator[Candidate]:
    limit = min(len(grammar.tokens), run.stop + _REACH, following.start if following else len(grammar.tokens))
    stop = run.stop
    while stop < limit and grammar.lower[stop] not in _ENDS:
        stop += 1
    closed = grammar.lower[run.stop - 2] if len(run.pieces[-1]) > 1 else ""
    comma = "," if closed == "," or (run.stop < limit and grammar.lower[run.stop] == ",") else closed
    frame = "quote<" + (comma if comma in (",", "?", "!", "-", "—", "…", ".") else "w")
    pieces = list(run.pieces)
    if following and (stop >= following.start or stop + 1 >= following.start):
        pieces.extend(following.pieces)
        frame += "<"
    yield from _with_verbs(grammar, range(run.stop, stop), frame, pieces, nearest_first=True)


def _cues_before(grammar: Grammar, run: _Run, previous: _Run | None) -> Iterator[Candidate]:
    limit = max(0, run.start - _REACH, previous.stop if previous else 0)
    start = run.start
    while start > limit and grammar.lower[start - 1] not in _ENDS:
        start -= 1
    if start and start < run.start and grammar.sentence_of[start] != grammar.sentence_of[run.start]:
        mark_ends = grammar.lower[run.start - 1] in (",", ":")
        if not mark_ends:
            return
    mark = grammar.lower[run.start - 1] if run.start > start else ""
    frame = "quote>" + (mark if mark in (",", ":", "that") else "w")
    if previous and start == previous.stop:
        frame += ">"
    yield from _with_verbs(grammar, range(start, run.start), frame, list(run.pieces), nearest_first=False)


def _with_verbs(
    grammar: Grammar, stretch: range, frame: str, pieces: list[range], *, nearest_first: bool
) -> Iterator[Candidate]:
    verbs = [i for i in stretch if grammar.tokens[i].tag[0] == "V" and grammar.tokens[i].dep not in ("aux", "auxpass")]
    if not nearest_first:
        verbs.reverse()
    for rank, verb in enumerate(verbs[:_VERBS]):
        cue = cue_of(grammar, verb)
        for kind, source in _sources(grammar, verb, stretch, pieces):
            yield Candidate(verb, f"{frame}{rank}", kind, source, cue, pieces)
    if not verbs and nearest_first and len(stretch) > 1:
        yield from _verbless(grammar, stretch, frame, pieces)


def _verbless(grammar: Grammar, stretch: range, frame: str, pieces: list[range]) -> Iterator[Candidate]:
    """A dash or colon and a name: "— Ada Quill"."""
    if grammar.lower[stretch.start] in ("—", "–", "-", "--"):
        source = trim(grammar, range(stretch.start + 1, stretch.stop))
        if source:
            yield Candidate(
                stretch.start, "quote-dash", "near", source, range(stretch.start, stretch.start + 1), pieces
            )


def _sources(
    grammar: Grammar, verb: int, stretch: range, pieces: Sequence[range]
) -> Iterator[tuple[str, range | None]]:
    clear = False
    for kind, source in sources(grammar, verb):
        if source is None or not any(overlap(source, p) for p in pieces):
            clear = clear or source is not None
            yield kind, source
    if clear:
        return
    near = range(verb + 1, stretch.stop) if verb - stretch.start <= 1 else range(stretch.start, verb)
    found = trim(grammar, near)
    if found and len(found) <= _REACH // 2:
        yield "near", found
