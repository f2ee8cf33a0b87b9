"""The paragraphs of a text as pieces of talk: who is named and addressed in each, and who says "I" and "you" how often.

Words inside of quotation marks are somebody else's and do not count.
"""

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import pairwise

from sayso.find.lexicon import groups as word_groups
from sayso.find.name_words import is_title, plain
from sayso.find.parsed import Parsed, Token
from sayso.model.span import Span


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph. People go by the number of their group."""

    tokens: range
    first: int
    """how often it says "I", "me" …"""
    second: int
    """how often it says "you" …"""
    asks: bool
    """whether it ends with a question"""
    opening: str
    called: int | None
    """who is asked to speak next: addressed by name at its end, or named in the heading of a turn"""
    addressed: Set[int]
    """who is addressed by name"""
    introduced: int | None
    """who introduces himself ("My name is …")"""
    interview: bool
    """whether it speaks of an interview"""
    bench: bool
    """whether it addresses a court or a chair ("Your Honor")"""
    mentioned: Set[int]
    """who is named without being addressed"""

    @property
    def personal(self) -> bool:
        """Whether it says "I" or "you"."""
        return self.first + self.second > 0


@dataclass(frozen=True, slots=True)
class Turn:
    """Talk of one speaker to one addressee, both by number of their group, `None` where nobody can tell."""

    tokens: range
    speaker: int | None
    addressee: int | None


class Reader:
    """Reads passages of a parsed text: people are those of `group_of_token` in `people`; `quoted` are token indexes."""

    def __init__(
        self, text: str, parsed: Parsed, group_of_token: Mapping[int, int], people: Set[int], quoted: Set[int]
    ) -> None:
        self._text, self.parsed, self._quoted = text, parsed, quoted
        self._group = {i: number for i, number in group_of_token.items() if number in people}
        self._starts = [token.start for token in parsed.tokens]
        self._words = word_groups("talk")

    def passage(self, block: Span) -> Passage:
        """The passage of a block; its tokens may be none."""
        tokens = range(bisect_left(self._starts, block.start), bisect_left(self._starts, block.end))
        own = [self.parsed.tokens[i] for i in tokens if i not in self._quoted]
        lower = [token.lower for token in own]
        names = self._names(tokens)
        addressed = {self._group[n[0]]: n for n in names if self._is_addressed(n, tokens)}
        return Passage(
            tokens,
            sum(word in self._words["I"] for word in lower),
            sum(word in self._words["you"] for word in lower),
            next((t.text == "?" for t in reversed(own) if t.text[0].isalnum() or t.text in ".?!"), False),
            lower[0] if lower else "",
            self._called(tokens, addressed),
            frozenset(addressed),
            self._introduced(tokens),
            not self._words["interview"].isdisjoint(lower),
            self._to_bench(own, addressed),
            frozenset(self._group[n[0]] for n in names if n not in addressed.values()),
        )

    def _names(self, tokens: range) -> list[range]:
        """Runs of tokens that name one person, outside of quotation marks."""
        found: list[range] = []
        for i in tokens:
            if i not in self._group or i in self._quoted:
                continue
            if found and found[-1].stop == i and self._group[i] == self._group[i - 1]:
                found[-1] = range(found[-1].start, i + 1)
            else:
                found.append(range(i, i + 1))
        return found

    def _at(self, i: int, tokens: range) -> str:
        return self.parsed.tokens[i].lower if i in tokens else ""

    def _is_addressed(self, name: range, tokens: range) -> bool:
        """ "Ms. Quill?", "Ms. Quill, you …", "So, Ms. Quill, …", "…, Ms. Quill."."""
        before, after, beyond = (self._at(i, tokens) for i in (name.start - 1, name.stop, name.stop + 1))
        start = before in ("", ".", "?", "!")
        end = after in ("", ".", "?", "!")
        if start and (end or after in ("i", "you") or (after == "," and beyond not in _APPOSED)):
            if end:
                return after == "?" or is_title(self.parsed.tokens[name.start].text)
            return self._says_you(name.stop, tokens) or beyond in self._words["invitation"]
        if before != "," or self.parsed.tokens[name[-1]].dep in ("conj", "appos"):
            return False
        opening = all(self._at(i, tokens) not in _ENDS for i in range(name.start - 4, name.start))
        titled = is_title(self.parsed.tokens[name.start].text)
        if after == ",":
            return (titled or not opening) and beyond not in _APPOSED and self._says_you(name.stop, tokens)
        return end and titled

    def _says_you(self, start: int, tokens: range) -> bool:
        """Whether "you" or a call to act follows in the same sentence."""
        for i in range(start, tokens.stop):
            word = self._at(i, tokens)
            if word in _ENDS:
                return word == "?"
            if word in self._words["you"] or word == "please":
                return True
        return False

    def _called(self, tokens: range, addressed: Mapping[int, range]) -> int | None:
        """Who is to speak next."""
        for number, name in addressed.items():
            rest = [self._at(i, tokens) for i in range(name.stop, tokens.stop)]
            words = [word for word in rest if word[0].isalnum()]
            if not words or (len(words) < 6 and any(word in self._words["invitation"] for word in words)):
                return number
        words = [self.parsed.tokens[i].text for i in tokens]
        lower = [plain(word) for word in words]
        if words and "".join(words).isupper() and "of" in lower and self._words["occasion"].intersection(lower):
            after = tokens.start + lower.index("of")
            return next((self._group[i] for i in tokens if i > after and i in self._group), None)
        return None

    def _introduced(self, tokens: range) -> int | None:
        """ "My name is Ada Quill", "I'm Ada Quill"."""
        for i in tokens:
            if i in self._group and i - 1 not in self._group and i not in self._quoted:
                start = self.parsed.tokens[i].start
                if _INTRODUCTION.search(self._text, max(0, start - 15), start):
                    return self._group[i]
        return None

    def _to_bench(self, own: Sequence[Token], addressed: Mapping[int, range]) -> bool:
        """Whether those are addressed who ask."""
        bench = self._words["bench"]
        for one, other in pairwise(own):
            if one.lower in ("your", "my", "mr.", "madam") and other.lower in bench and other.text[0].isupper():
                return True
            if one.lower in ("your", "my") and other.lower in bench:
                return True
        words = " ".join(token.lower for token in own[:40])
        named = (plain(self.parsed.tokens[name.start].text) for name in addressed.values())
        return "may it please" in words or any(word in bench for word in named)


_INTRODUCTION = re.compile(r"(?:\b[Mm]y name is|\bI am|\bI\s?['’]m)\s+$")
_ENDS = (".", "?", "!", ";")
_APPOSED = ("who", "whose", "whom", "which", "the", "a", "an", "and", "or")
