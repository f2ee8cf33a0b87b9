"""Transcripts, interviews and chats: which words are whose turn, going by the labels at the starts of paragraphs.

A label counts where the text as a whole looks like speech with such labels: they come back, they are names or roles,
and what follows them speaks of "I" and "you". Lists of fields, datelines and headings with a colon are none.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sayso.find.attribution.label_evidence import has_role, plain, speakers_labels
from sayso.find.turn_labels import Label
from sayso.model.span import Span, Spans

_NAME = r"(?:(?:Mr|Mrs|Ms|Dr|MR|MRS|MS|DR)\.? )?[A-Z][\w.’'-]*(?: (?:[A-Z][\w.’'-]*|de|del|van|von|der|la|al|bin)){1,3}"
_EXAMINER = re.compile(
    r"\s*(?:\d{1,2}[ \t]+)?(?:[A-Z][A-Za-z-]*[ \t]+){0,4}?(?:BY|By)[ \t]+"
    r"(?P<name>(?:MR|MS|MRS|DR|JUDGE|SENATOR|Mr|Ms|Mrs|Dr|Judge|Senator)\.?[ \t]+[A-Z][\w.’' -]{1,40}?)[ \t]*:?\s*"
)
_WITNESS = (
    re.compile(
        r"\b(?i:(?:continued )?(?:video )?(?:deposition|testimony|examination|sworn statement|transcribed interview|"
        rf"interview|conversation|Q ?& ?A|Q and A) (?:of|with):?)\s+(?P<name>{_NAME})"
    ),
    re.compile(
        rf"^[ \t]*(?:\d{{1,2}}[ \t]+)?(?P<name>{_NAME}),[^\n:]{{0,120}}\b(?:sworn|affirmed|(?:as )?a witness)\b", re.M
    ),
    re.compile(rf"^[ \t]*(?i:witness|deponent|interviewee):[ \t]*(?P<name>{_NAME})[ \t]*$", re.M),
)
_ASIDE = re.compile(r"\s*(?:\([^()]*\)|\[[^\[\]]*\])\s*")
_PAGE = re.compile(r"\s*(?:[Pp]age )?\d{1,4}\s*")
_REPORTING = "said|says|told|asked|replied|added|answered|testified|argued|responded|continued"
_NARRATED = re.compile(rf"\b([^\W\d_][\w’'-]*) (?:{_REPORTING})\b|\b(?:{_REPORTING}) (?:\w+\.? )?([^\W\d_][\w’'-]*)")
_WORD = re.compile(r"[^\W\d_][\w’'-]*")


@dataclass(frozen=True, slots=True)
class Turn:
    """What one speaker says until the next one does.

    `label` are the words that stand for the speaker, `mark` the sign behind them, `content` what is said, one span a
    block. `teller` is where the text tells whom the label means: the label itself, for "Q." the line "BY MS. QUILL:",
    for "A." the name of the witness; `None` if nothing does.
    """

    label: Span
    mark: Span | None
    content: Spans
    teller: Span | None


def find_turns(text: str, blocks: Sequence[Span]) -> tuple[Turn, ...]:
    """The turns of a text in order; none of a text that is no transcript. `blocks` are its paragraphs."""
    labels = speakers_labels(text, blocks)
    if not labels:
        return ()
    return tuple(_Assembly(text, blocks, labels).turns())


class _Assembly:
    """Puts labels and the blocks below them together."""

    def __init__(self, text: str, blocks: Sequence[Span], labels: Mapping[int, Label]) -> None:
        self._text, self._blocks, self._labels = text, blocks, labels
        self._witnesses = sorted(Span(*m.span("name")) for p in _WITNESS for m in p.finditer(text))
        self._different = {plain(witness.of(text)) for witness in self._witnesses}
        said = (label.who.of(text) for label in labels.values())
        self._names = {_written(name) for name in said if len(name) > 1}

    def turns(self) -> Iterator[Turn]:
        """The turns in order."""
        numbers = list(self._labels)
        most = 0
        examiner: Span | None = None
        for place, number in enumerate(numbers):
            before = numbers[place - 1] if place else -1
            examiner = self._examiner(before + 1, number, examiner)
            last = place + 1 == len(numbers)
            following = len(self._blocks) if last else numbers[place + 1]
            label = self._labels[number]
            content = [Span(label.end, self._blocks[number].end).strip(self._text)]
            below = self._below(number, following, label)
            if last:
                # Nothing tells where the last turn ends: it is taken to be no longer than those before it.
                below = below[: max(most, 0 if len(content[0]) else 1)]
            most = max(most, len(below))
            content = [span for span in (*content, *below) if len(span)]
            if content:
                yield Turn(label.who, label.mark, tuple(content), self._teller(label, examiner))

    def _below(self, number: int, following: int, label: Label) -> list[Span]:
        """The blocks that go on with the turn: up to the next label, a heading, or words about the speaker."""
        found: list[Span] = []
        said = label.who.of(self._text)
        own = _written(said) if len(said) > 1 and not has_role(plain(said)) else None
        for block in self._blocks[number + 1 : following]:
            words = block.of(self._text)
            if _ASIDE.fullmatch(words) or _PAGE.fullmatch(words):
                continue
            if _is_heading(words) or _EXAMINER.fullmatch(words) or own in _WORD.findall(words):
                break
            if self._narrates(words) or any(p.search(words) for p in _WITNESS):
                break
            found.append(block)
        return found

    def _narrates(self, words: str) -> bool:
        """Whether somebody tells what one of the speakers said."""
        return any(m[1] in self._names or m[2] in self._names for m in _NARRATED.finditer(words))

    def _examiner(self, first: int, stop: int, known: Span | None) -> Span | None:
        """Who asks from here on: the last "BY MS. QUILL:" in these blocks, or whoever asked before."""
        for block in self._blocks[first:stop]:
            match = _EXAMINER.fullmatch(self._text, block.start, block.end)
            if match:
                known = Span(*match.span("name"))
        return known

    def _teller(self, label: Label, examiner: Span | None) -> Span | None:
        name = plain(label.who.of(self._text))
        if name in ("q", "question"):
            return examiner
        if name in ("a", "answer", "the witness", "witness"):
            before = bisect_right(self._witnesses, label.who)
            if before:
                return self._witnesses[before - 1]
            return self._witnesses[0] if len(self._different) == 1 else None
        return label.who


def _written(label: str) -> str:
    """The last name of a label as it is written in sentences."""
    last = label.split()[-1]
    return last.capitalize() if last.isupper() else last


def _is_heading(words: str) -> bool:
    return words.isupper() and len(words.split()) > 1
