"""Transcripts, interviews and chats: which words are whose turn, going by the labels at the starts of paragraphs.

A label counts where the text as a whole looks like speech with such labels: they come back, they are names or roles,
and what follows them speaks of "I" and "you". Lists of fields, datelines and headings with a colon are none.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sayso.find.lexicon import groups, words
from sayso.find.turn_labels import Label, Style, label_at
from sayso.model.span import Span, Spans

_LEAST = 2
_SPEECH = 0.25
"""So large a share of turns speaks of "I" and "you" or asks"""

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
_SPOKEN = re.compile(r"\b(?:I|[Yy]ou|[Yy]our|[Mm]y|[Mm]e|[Ww]e|[Oo]ur)\b|\?")
_SENTENCE = re.compile(r"[.?!…—–-][\"”’»)\]]*\s*$")
_ASIDE = re.compile(r"\s*(?:\([^()]*\)|\[[^\[\]]*\])\s*")
_PAGE = re.compile(r"\s*(?:[Pp]age )?\d{1,4}\s*")
_REPORTING = r"(?:said|says|told|asked|replied|added|answered|testified|argued|responded|continued)"


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
    labels = _accepted(
        text, blocks, {n: found for n, b in enumerate(blocks) if (found := label_at(text, b.start, b.end))}
    )
    if not labels:
        return ()
    return tuple(_Assembly(text, blocks, labels).turns())


def _accepted(text: str, blocks: Sequence[Span], found: Mapping[int, Label]) -> dict[int, Label]:
    """The labels by number of their block, style by style: only those that the text as a whole bears out."""
    kept: dict[int, Label] = {}
    for style in Style:
        own = {n: label for n, label in found.items() if label.style is style}
        if style is Style.NAME:
            own = _names(text, own)
        if _is_transcript(text, blocks, style, own, seen=bool(kept)):
            kept.update(own)
    return dict(sorted(kept.items()))


def _names(text: str, labels: Mapping[int, Label]) -> dict[int, Label]:
    """Those labels that are names: known to be, or of two or three words in a text where names or such words return."""
    known = {n: label for n, label in labels.items() if _is_name(text, label.who.of(text))}
    long = {n: label for n, label in labels.items() if len(label.who.of(text).split()) in (2, 3)}
    counts = Counter(label.who.of(text) for label in long.values())
    return {**known, **long} if known or max(counts.values(), default=0) > 1 else known


def _is_transcript(text: str, blocks: Sequence[Span], style: Style, labels: Mapping[int, Label], *, seen: bool) -> bool:
    """Whether these labels are those of speakers; `seen` says that other labels of the text are."""
    if style is Style.QUESTION:
        kinds = [label.who.of(text)[0] for label in labels.values()]
        return "Q" in kinds and ("A" in kinds or seen) and not _is_list(text, blocks)
    if len(labels) < (1 if seen and style is not Style.NAME else _LEAST):
        return False
    if style is Style.CHAT:
        return True
    bodies = [_body(text, blocks, n, label) for n, label in labels.items()]
    if 2 * sum(bool(_SENTENCE.search(body)) for body in bodies) < len(bodies):
        return False
    names = Counter(_plain(label.who.of(text)) for label in labels.values())
    roles = sum(_has_role(name) or _has_title(name) for name in names)
    if style is Style.TITLE or (style is Style.CAPITALS and roles):
        return True
    spoken = sum(bool(_SPOKEN.search(body)) for body in bodies)
    known = sum(_is_name(text, label.who.of(text)) for label in labels.values())
    if style is Style.CAPITALS and 2 * known < len(labels) and (len(names) < _LEAST or 2 * spoken < len(bodies)):
        return False
    returns = max(names.values()) > 1 and len(names) > 1
    return spoken >= _SPEECH * len(bodies) and (returns or 2 * spoken >= len(bodies))


def _is_list(text: str, blocks: Sequence[Span]) -> bool:
    """Whether "A." is one of several lettered items."""
    return any(re.match(r"[B-E][.)]\s", text[b.start : b.start + 3]) for b in blocks)


def _body(text: str, blocks: Sequence[Span], number: int, label: Label) -> str:
    """What stands behind a label; if that is nothing, the block below."""
    words = text[label.end : blocks[number].end].strip()
    return words or (blocks[number + 1].of(text) if number + 1 < len(blocks) else "")


def _plain(name: str) -> str:
    return name.replace(".", "").lower()


def _has_role(plain: str) -> bool:
    parts = plain.split()
    known = groups("turns")
    return (
        parts[-1] in known["roles"] | known["unknown"] | known["several"]
        or "unidentified" in parts
        or (len(parts) == 2 and parts[0] in known["roles"] and parts[1].isdigit())
    )


def _has_title(plain: str) -> bool:
    parts = plain.split()
    return len(parts) > 1 and parts[0] in words("titles")


def _is_name(text: str, name: str) -> bool:
    """Whether the words are a person's name or a role: by title, given name, or as the end of a name in the text."""
    plain = _plain(name)
    if _has_role(plain) or _has_title(plain):
        return True
    parts = name.split()
    given = words("given-names-male") | words("given-names-female")
    if len(parts) > 1 and plain.split()[0] in given:
        return True
    last = re.escape(parts[-1].capitalize() if parts[-1].isupper() else parts[-1])
    return bool(re.search(rf"\b[A-Z][\w.’'-]+ {last}\b(?!:)", text)) and plain not in words("places")


class _Assembly:
    """Puts labels and the blocks below them together."""

    def __init__(self, text: str, blocks: Sequence[Span], labels: Mapping[int, Label]) -> None:
        self._text, self._blocks, self._labels = text, blocks, labels
        self._witnesses = sorted(Span(*m.span("name")) for p in _WITNESS for m in p.finditer(text))
        names = {name.split()[-1] for label in labels.values() if len(name := label.who.of(text)) > 1}
        ends = "|".join(re.escape(n.capitalize() if n.isupper() else n) for n in sorted(names))
        self._narrates = (
            re.compile(rf"\b(?:{ends}) {_REPORTING}\b|\b{_REPORTING} (?:\w+\.? )?(?:{ends})\b") if ends else None
        )

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
                yield Turn(label.who, label.mark, tuple(content), self._teller(label, examiner, content))

    def _below(self, number: int, following: int, label: Label) -> list[Span]:
        """The blocks that go on with the turn: up to the next label, a heading, or words about the speaker."""
        found: list[Span] = []
        own = label.who.of(self._text).split()[-1]
        named = len(own) > 1 and not _has_role(_plain(label.who.of(self._text)))
        name = re.compile(rf"\b{re.escape(own.capitalize() if own.isupper() else own)}\b")
        for block in self._blocks[number + 1 : following]:
            words = block.of(self._text)
            if _ASIDE.fullmatch(words) or _PAGE.fullmatch(words):
                continue
            if _is_heading(words) or _EXAMINER.fullmatch(words) or (named and name.search(words)):
                break
            if (self._narrates and self._narrates.search(words)) or any(p.search(words) for p in _WITNESS):
                break
            found.append(block)
        return found

    def _examiner(self, first: int, stop: int, known: Span | None) -> Span | None:
        """Who asks from here on: the last "BY MS. QUILL:" in these blocks, or whoever asked before."""
        for block in self._blocks[first:stop]:
            match = _EXAMINER.fullmatch(self._text, block.start, block.end)
            if match:
                known = Span(*match.span("name"))
        return known

    def _teller(self, label: Label, examiner: Span | None, content: Sequence[Span]) -> Span | None:
        name = _plain(label.who.of(self._text))
        if name in ("q", "question"):
            return examiner
        if name in ("a", "answer", "the witness", "witness"):
            before = bisect_right(self._witnesses, label.who)
            different = {_plain(w.of(self._text)) for w in self._witnesses}
            if before:
                return self._witnesses[before - 1]
            return self._witnesses[0] if len(different) == 1 else None
        return label.who


def _is_heading(words: str) -> bool:
    return words.isupper() and len(words.split()) > 1
