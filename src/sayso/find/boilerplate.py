"""What is pasted along with a text and is not part of it: navigation, appeals, prompts, related links, notices.

For plain text, and for what other readers leave. Conservative: a passage counts only if its whole line or paragraph is
of a known kind, is short, and quotes nobody; of a passage that is merely repeated the first copy stays.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.find.blocks import find_blocks, paragraphs
from sayso.find.lexicon import patterns, words
from sayso.model.document import MarkKind, Text
from sayso.model.span import Span, Spans, merge

_SHORT = 45
_LINK = 16
_LEAST_REPEATED = 8
_RELATED_LINES = 12

_JOINERS = frozenset(
    ("|", "·", "•", "/", "-", "–", "—", ">", "»", "this", "on", "to", "via", "in", "the", "and", "&", "+", ",")
)

_NAVIGATION = re.compile(r"(?:Home|Menu|Sections|Skip)(?:\s*[|·•/>»]?\s*[A-Z][\w&’'-]*){2,}")
_SPOKEN = re.compile(r"[“”«»\"]|''|\b(?:said|says|told|according to|wrote|testified)\b")
_TO_READER = re.compile(r"\b(?:you|your)\b", re.IGNORECASE)
_SENTENCE = re.compile(r"[.!?][\"”’)]*$")
_LABEL = re.compile(r"[A-Z][A-Z .’'()-]*:|[QA][.:]")


@dataclass(frozen=True, slots=True)
class _Unit:
    """A line, or lines wrapped as one; `paragraph` counts runs of lines without a blank one between."""

    span: Span
    words: str
    count: int
    paragraph: int


def find_boilerplate(text: Text) -> Spans:
    """The passages that are not part of the text, in order: marked by readers, or found by their words."""
    marked = text.marked(MarkKind.BOILERPLATE)
    characters = text.hidden(marked)
    units = _units(characters)
    chosen = {n for n, unit in enumerate(units) if _is_known(unit)}
    chosen |= set(_closing(units, chosen))
    chosen |= set(_related(units))
    chosen |= set(_repeated(units, chosen))
    chosen |= set(_companions(units, chosen))
    return merge((*marked, *_runs(units, sorted(chosen))))


def _runs(units: Sequence[_Unit], chosen: Sequence[int]) -> Iterator[Span]:
    """Units of one paragraph that follow each other as one span."""
    run: list[int] = []
    for n in chosen:
        if run and (n != run[-1] + 1 or units[n].paragraph != units[run[-1]].paragraph):
            yield Span(units[run[0]].span.start, units[run[-1]].span.end)
            run = []
        run.append(n)
    if run:
        yield Span(units[run[0]].span.start, units[run[-1]].span.end)


def _units(text: str) -> list[_Unit]:
    units: list[_Unit] = []
    for number, paragraph in enumerate(paragraphs(text)):
        for block in find_blocks(paragraph.of(text)):
            span = block.shift(paragraph.start)
            words = " ".join(span.of(text).split())
            units.append(_Unit(span, words, len(words.split()), number))
    return units


def _is_known(unit: _Unit) -> bool:
    if unit.count > _SHORT or _SPOKEN.search(unit.words):
        return False
    bare = unit.words.rstrip(" .:!›»>")
    known = patterns("boilerplate")
    if unit.count <= _LINK and (known["whole"].fullmatch(bare) or _NAVIGATION.fullmatch(bare) or _is_bar(bare)):
        return True
    return bool(known["appeal"].search(unit.words) or known["notice"].search(unit.words))


def _is_bar(line: str) -> bool:
    """ "Share · Tweet · Print": buttons and nothing else."""
    parts = [p for p in line.lower().replace(",", " ").split() if p not in _JOINERS and not p.isdigit()]
    buttons = words("buttons")
    sure = sum(p in buttons for p in parts)
    return sure > 0 and all(p in buttons or p in words("buttons-among-others") for p in parts)


def _closing(units: Sequence[_Unit], known: set[int]) -> Iterator[int]:
    """What an outlet puts below its last line: its owner, a rule above a notice."""
    closing = patterns("boilerplate")["closing"]
    for n in range(len(units) - 1, 0, -1):
        if n in known:
            continue
        if not closing.search(units[n].words) or _SPOKEN.search(units[n].words):
            return
        yield n


def _related(units: Sequence[_Unit]) -> Iterator[int]:
    """A heading for links to other pages and the links below it: short lines that are no sentences."""
    heading = patterns("boilerplate")["related"]
    for n, unit in enumerate(units):
        if not heading.fullmatch(unit.words.rstrip(" :")):
            continue
        yield n
        for m in range(n + 1, min(len(units), n + 1 + _RELATED_LINES)):
            link = units[m]
            apart = link.paragraph - units[m - 1].paragraph
            if link.count > _LINK or _SENTENCE.search(link.words) or (apart and m > n + 1):
                break
            yield m


def _repeated(units: Sequence[_Unit], known: set[int]) -> Iterator[int]:
    """Passages that stand in the text again, word for word: all but the first copy.

    Every copy goes if it is known, or of several lines that are repeated together, or speaks to the reader.
    """
    counts = Counter(u.words for u in units)
    pasted = {units[n].words for n in known} | set(_blocks_pasted_again(units))
    seen: set[str] = set()
    for n, unit in enumerate(units):
        if counts[unit.words] < 2 or _LABEL.match(unit.words):
            continue
        if unit.words in pasted or (unit.words in seen and unit.count >= _LEAST_REPEATED):
            yield n
        seen.add(unit.words)


def _blocks_pasted_again(units: Sequence[_Unit]) -> Iterator[str]:
    """The words of units in paragraphs that stand there twice and quote nobody: of several lines, or with "you"."""
    by_paragraph: dict[int, list[str]] = {}
    for unit in units:
        by_paragraph.setdefault(unit.paragraph, []).append(unit.words)
    copies = Counter(map(tuple, by_paragraph.values()))
    for lines, count in copies.items():
        words = " ".join(lines)
        if count < 2 or len(words.split()) > _SHORT or _SPOKEN.search(words) or any(map(_LABEL.match, lines)):
            continue
        if len(lines) > 1 or (_TO_READER.search(words) and len(words.split()) >= _LEAST_REPEATED):
            yield from lines


def _companions(units: Sequence[_Unit], known: set[int]) -> Iterator[int]:
    """Short lines in one paragraph with known boilerplate: the slogan above the appeal, the button below it."""
    by_paragraph: dict[int, list[int]] = {}
    for n, unit in enumerate(units):
        by_paragraph.setdefault(unit.paragraph, []).append(n)
    for members in by_paragraph.values():
        found = [n for n in members if n in known]
        short = all(units[n].count <= _LINK and not _SPOKEN.search(units[n].words) for n in members)
        if found and short and len(members) - len(found) <= len(found) + 1 and len(members) > 1:
            yield from (n for n in members if n not in known)
