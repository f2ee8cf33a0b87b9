"""Whether labels at the starts of paragraphs are those of speakers, going by the text as a whole."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from sayso.find.lexicon import groups, words
from sayso.find.turn_labels import Label, Style, label_at
from sayso.model.span import Span

_LEAST = 2
_SPEECH = 0.25
"""So large a share of turns speaks of "I" and "you" or asks"""

_SPOKEN = re.compile(r"\b(?:I|[Yy]ou|[Yy]our|[Mm]y|[Mm]e|[Ww]e|[Oo]ur)\b|\?")
_SENTENCE = re.compile(r"[.?!…—–-][\"”’»)\]]*\s*\Z")
_END = 40
"""A sentence's end is looked for in so many of the last code points"""
_FULL_NAME = re.compile(r"\b[A-Z][\w.’'-]{0,40}(?= ([A-Z][\w’'-]{0,40})\b(?!:))")
_LETTERED = re.compile(r"[B-E][.)]\s")


def speakers_labels(text: str, blocks: Sequence[Span]) -> dict[int, Label]:
    """The labels of speakers by the number of their block, in order; none where the text is no transcript."""
    return _Evidence(text, blocks).accepted()


def plain(name: str) -> str:
    """A label as it is compared: lower case, no full stops."""
    return name.replace(".", "").lower()


def has_role(name: str) -> bool:
    """Whether a plain label is a role: "the court", "unidentified speaker", "juror 3"."""
    parts = name.split()
    known = groups("turns")
    return (
        parts[-1] in known["roles"] | known["unknown"] | known["several"]
        or "unidentified" in parts
        or (len(parts) == 2 and parts[0] in known["roles"] and parts[1].isdigit())
    )


class _Evidence:
    """What the text says for and against its labels."""

    def __init__(self, text: str, blocks: Sequence[Span]) -> None:
        self._text, self._blocks = text, blocks
        self._found = {n: label for n, b in enumerate(blocks) if (label := label_at(text, b.start, b.end))}
        self._last_names = frozenset(m[1] for m in _FULL_NAME.finditer(text)) if self._found else frozenset()

    def accepted(self) -> dict[int, Label]:
        """Style by style, those that the text as a whole bears out."""
        kept: dict[int, Label] = {}
        for style in Style:
            own = {n: label for n, label in self._found.items() if label.style is style}
            if style is Style.NAME:
                own = self._names(own)
            if self._are_speakers(style, own, seen=bool(kept)):
                kept.update(own)
        return dict(sorted(kept.items()))

    def _names(self, labels: Mapping[int, Label]) -> dict[int, Label]:
        """Those that are names: known to be, or of two or three words in a text where names or such words return."""
        known = {n: label for n, label in labels.items() if self._is_name(self._who(label))}
        long = {n: label for n, label in labels.items() if len(self._who(label).split()) in (2, 3)}
        counts = Counter(map(self._who, long.values()))
        return {**known, **long} if known or max(counts.values(), default=0) > 1 else known

    def _are_speakers(self, style: Style, labels: Mapping[int, Label], *, seen: bool) -> bool:
        """Whether these labels are those of speakers; `seen` says that other labels of the text are."""
        if style is Style.QUESTION:
            kinds = {self._who(label)[0] for label in labels.values()}
            return "Q" in kinds and ("A" in kinds or seen) and not self._is_list()
        if len(labels) < (1 if seen and style is not Style.NAME else _LEAST):
            return False
        if style is Style.CHAT:
            return True
        bodies = [self._body(n, label) for n, label in labels.items()]
        if 2 * sum(bool(_SENTENCE.search(body[-_END:])) for body in bodies) < len(bodies):
            return False
        names = Counter(plain(self._who(label)) for label in labels.values())
        if style is Style.TITLE or (style is Style.CAPITALS and any(has_role(n) or _has_title(n) for n in names)):
            return True
        spoken = sum(bool(_SPOKEN.search(body)) for body in bodies)
        known = sum(self._is_name(self._who(label)) for label in labels.values())
        if style is Style.CAPITALS and 2 * known < len(labels) and (len(names) < _LEAST or 2 * spoken < len(bodies)):
            return False
        returns = max(names.values()) > 1 and len(names) > 1
        return spoken >= _SPEECH * len(bodies) and (returns or 2 * spoken >= len(bodies))

    def _who(self, label: Label) -> str:
        return label.who.of(self._text)

    def _is_list(self) -> bool:
        """Whether "A." is one of several lettered items."""
        return any(_LETTERED.match(self._text, b.start, b.end) for b in self._blocks)

    def _body(self, number: int, label: Label) -> str:
        """What stands behind a label; if that is nothing, the block below."""
        said = self._text[label.end : self._blocks[number].end].strip()
        below = number + 1
        return said or (self._blocks[below].of(self._text) if below < len(self._blocks) else "")

    def _is_name(self, name: str) -> bool:
        """Whether it is a person's name or a role: by title, given name, or as the end of a name in the text."""
        folded = plain(name)
        if has_role(folded) or _has_title(folded):
            return True
        parts = name.split()
        if len(parts) > 1 and folded.split()[0] in words("given-names-male") | words("given-names-female"):
            return True
        last = parts[-1].capitalize() if parts[-1].isupper() else parts[-1]
        return last in self._last_names and folded not in words("places")


def _has_title(name: str) -> bool:
    parts = name.split()
    return len(parts) > 1 and parts[0] in words("titles")
