"""Who and what a text mentions: names, third-person pronouns, and definite descriptions of people.

The language model proposes names; here they are trimmed to the name itself, typed consistently within the document,
and completed where the model missed one (behind a title, or a known surname).
"""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace

from sayso.find.lexicon import groups
from sayso.find.name_calls import calls, names_around_calls
from sayso.find.name_kinds import in_dateline, is_wordlike, kind_by_words, kinds_of, last_word
from sayso.find.name_words import PARTICLES, is_person_noun, is_suffix, is_title, plain
from sayso.find.nameless import descriptions, pronouns
from sayso.find.parsed import Parsed, Token
from sayso.model.entity import EntityKind, Mention, MentionKind
from sayso.model.span import Span

_KINDS = {
    "PERSON": EntityKind.PERSON,
    "ORG": EntityKind.ORGANIZATION,
    "GPE": EntityKind.PLACE,
    "LOC": EntityKind.PLACE,
    "FAC": EntityKind.PLACE,
}
_NO_TITLES = frozenset({"then", "former", "ex", "late", "acting"})
"""Words that may stand among titles, but are none."""
_PARTIES = frozenset({"plaintiff", "plaintiffs", "defendant", "defendants", "petitioner", "respondent", "appellant"})
_FIGURES = re.compile(r"\d ?/ ?\d")
_QUOTES = "\"'“”‘’`«»"


@dataclass(frozen=True, slots=True)
class _Name:
    """A name as a run of token indexes."""

    tokens: range
    kind: EntityKind

    def span(self, parsed: Parsed) -> Span:
        return Span(parsed.tokens[self.tokens[0]].start, parsed.tokens[self.tokens[-1]].end)

    def words(self, parsed: Parsed) -> list[str]:
        return [parsed.tokens[i].text for i in self.tokens]


def find_mentions(text: str, parsed: Parsed) -> tuple[Mention, ...]:
    """The mentions of `text` in order of start (code points).

    Names and pronouns do not overlap each other; a description may hold a name ("the lawyer of Ann Oduya").
    """
    proposed = _with_calls_inside(text, _trimmed(text, parsed), parsed)
    names = _typed(_with_datelines(proposed, parsed), parsed)
    names = _with_missed(names, parsed)
    names = _with_calls(text, names, parsed)
    mentions = [Mention(n.span(parsed), MentionKind.NAME, n.kind) for n in names]
    taken = {i for n in names for i in n.tokens}
    mentions += pronouns(parsed)
    mentions += descriptions(parsed, taken)
    return tuple(sorted(mentions, key=lambda m: (m.span.start, -m.span.end)))


def _trimmed(text: str, parsed: Parsed) -> Iterator[_Name]:
    """The model's names without titles, possessives, articles and quotation marks."""
    starts = {token.start: token.i for token in parsed.tokens}
    edges = {sentence[0] for sentence in parsed.sentences}
    taken = 0
    for name in parsed.names:
        kind = _KINDS.get(name.label)
        first = starts.get(name.span.start)
        if kind is None or first is None or first < taken:
            continue
        last = first
        while last + 1 < len(parsed.tokens) and parsed.tokens[last + 1].end <= name.span.end:
            last += 1
        while last + 1 < len(parsed.tokens) and last + 1 not in edges and _is_trade(parsed.tokens[last + 1]):
            last += 1  # "Varrick Metal" Works
        tokens = _trim(range(first, last + 1), kind, parsed, taken, edges)
        if tokens and _is_name(tokens, parsed):
            taken = tokens.stop
            yield from _parts(_Name(tokens, kind), parsed)


def _is_trade(token: Token) -> bool:
    """Whether a capitalised word is one that names of firms end with."""
    return token.tag == "NNP" and token.text.istitle() and token.lower in groups("kind-evidence")["trade"]


def _trim(tokens: range, kind: EntityKind, parsed: Parsed, taken: int, edges: Set[int]) -> range:
    """The name alone, with its titles and suffix: from token `taken` on, over none of the sentence starts `edges`."""
    first, last = tokens[0], tokens[-1]
    while first <= last and _before_name(parsed.tokens[first], kind, last - first, parsed):
        first += 1
    while last >= first and (
        parsed.tokens[last].tag == "POS"
        or parsed.tokens[last].text in _QUOTES
        or parsed.tokens[last].text in (",", "-", "–", "—", "(", "/", ":")
        or parsed.tokens[last].lower == "'s"
    ):
        last -= 1
    if kind is not EntityKind.PERSON or first > last:
        return range(first, last + 1)
    last = _with_suffix(last, parsed, edges)
    while first > taken and first not in edges and _is_title_of(parsed.tokens[first - 1], parsed.tokens[first]):
        first -= 1
    return range(first, last + 1)


def _is_title_of(token: Token, name: Token) -> bool:
    """Whether a capitalised title stands directly before the name."""
    title = is_title(token.text) and token.lower not in _NO_TITLES
    return token.text[0].isupper() and title and name.start - token.end <= 2


def _before_name(token: Token, kind: EntityKind, following: int, parsed: Parsed) -> bool:
    if token.text in _QUOTES or token.tag in ("DT", "PRP$", "POS", "IN", "CC") or not token.text[0].isalnum():
        return True
    small = (token.text[0].islower() and token.lower not in PARTICLES) or token.lower in _NO_TITLES
    return kind is EntityKind.PERSON and following > 0 and small


def _with_suffix(last: int, parsed: Parsed, edges: Set[int]) -> int:
    """Take in a `Jr.` that the model left out."""
    behind = []
    for i in range(last + 1, min(last + 3, len(parsed.tokens))):
        if i in edges:
            break
        behind.append(parsed.tokens[i])
    if behind and is_suffix(behind[0].text) and behind[0].text not in ("V", "v"):
        return last + 1
    after_comma = len(behind) == 2 and behind[0].text == "," and plain(behind[1].text) in ("jr", "sr")
    return last + 2 if after_comma else last


def _is_name(tokens: range, parsed: Parsed) -> bool:
    """Whether some word is written like a name."""
    return any(parsed.tokens[i].text[0].isupper() or parsed.tokens[i].tag == "NNP" for i in tokens) and any(
        c.isalpha() for i in tokens for c in parsed.tokens[i].text
    )


def _parts(name: _Name, parsed: Parsed) -> Iterator[_Name]:
    """A person's name that runs on over "and" or a comma is two names."""
    if name.kind is not EntityKind.PERSON:
        yield name
        return
    start = name.tokens[0]
    for i in name.tokens:
        token = parsed.tokens[i]
        suffix = i + 1 in name.tokens and is_suffix(parsed.tokens[i + 1].text)
        if i > start and _FIGURES.search(token.text):
            yield _Name(range(start, i), name.kind)  # "Lund 3/15/31 Interview" cites a record of hers
            return
        if token.lower in ("and", "&", ",", ";", "(", ")", "/") and not suffix:
            if start < i:
                yield _Name(range(start, i), name.kind)
            start = i + 1
    if start <= name.tokens[-1]:
        yield _Name(range(start, name.tokens[-1] + 1), name.kind)


def _typed(names: Iterable[_Name], parsed: Parsed) -> list[_Name]:
    """The names with one kind a string."""
    held = [name for name in names if not _is_no_name(name, parsed)]
    kinds = kinds_of([(name.tokens, name.kind) for name in held], parsed)
    return [_Name(name.tokens, kind) for name, kind in zip(held, kinds, strict=True)]


def _with_datelines(names: Iterable[_Name], parsed: Parsed) -> list[_Name]:
    """Add the town in capitals that a dispatch begins with, where the model passed over it."""
    found = list(names)
    taken = {i for name in found for i in name.tokens}
    for sentence in parsed.sentences:
        last = first = sentence[0]
        while last in sentence and parsed.tokens[last].text.isupper() and parsed.tokens[last].text.isalpha():
            last += 1
        if last in sentence and parsed.tokens[last].text in (",", "(") and in_dateline(first, parsed):
            town = range(first, last)
            if town and taken.isdisjoint(town):
                found.append(_Name(town, EntityKind.PLACE))
    return sorted(found, key=lambda name: name.tokens[0])


def _is_no_name(name: _Name, parsed: Parsed) -> bool:
    """Roles ("the Plaintiff", "Operations Supervisor") and references ("3/15/23 Interview") that it took for bodies."""
    said = name.words(parsed)
    if name.kind is EntityKind.PERSON:
        return len(said) == 1 and plain(said[0]) in _PARTIES
    return _FIGURES.search(" ".join(said)) is not None or plain(said[-1]) in _PARTIES or is_person_noun(said[-1])


def _with_missed(names: Sequence[_Name], parsed: Parsed) -> list[_Name]:
    """Add what follows a title, and surnames of the document's people that the model passed over."""
    taken = {i for name in names for i in name.tokens}
    edges = {sentence[0] for sentence in parsed.sentences}
    people = _people_words(names, parsed)
    found = list(names)
    i = 0
    while i < len(parsed.tokens):
        token = parsed.tokens[i]
        if i in taken or not _could_be_name(token):
            i += 1
            continue
        end = i + 1
        while end < len(parsed.tokens) and end not in taken and end not in edges and _could_be_name(parsed.tokens[end]):
            end += 1
        run = _person_in(range(i, end), people, parsed)
        if run:
            found.append(_Name(run, EntityKind.PERSON))
        i = end
    return sorted(found, key=lambda name: name.tokens[0])


def _with_calls(text: str, names: Sequence[_Name], parsed: Parsed) -> list[_Name]:
    """Add what the text says that a person is called; such a word is a person's name wherever it stands."""
    starts = [token.start for token in parsed.tokens]
    people = {i for name in names if name.kind is EntityKind.PERSON for i in name.tokens}
    called: set[str] = set()
    own: list[range] = []
    for at, span in calls(text):
        tokens = range(bisect_left(starts, span.start), bisect_left(starts, span.end))
        if tokens and bisect_right(starts, at) - 1 in people:
            called.add(_said(tokens, parsed))
            own.append(tokens)
    taken = {i for name in names for i in name.tokens}
    found = [replace(n, kind=EntityKind.PERSON) if _said(n.tokens, parsed) in called else n for n in names]
    found += [_Name(tokens, EntityKind.PERSON) for tokens in own if taken.isdisjoint(tokens)]
    return sorted(found, key=lambda name: name.tokens[0])


def _with_calls_inside(text: str, names: Iterable[_Name], parsed: Parsed) -> list[_Name]:
    """`Susan "Suki" Harker` as one name, where the model took a person's name apart at the quotation marks."""
    found = list(names)
    starts = [token.start for token in parsed.tokens]
    for span in names_around_calls(text):
        whole = range(bisect_left(starts, span.start), bisect_left(starts, span.end))
        inside = [n for n in found if n.tokens[0] < whole.stop and whole.start <= n.tokens[-1]]
        if any(n.kind is EntityKind.PERSON for n in inside):
            first, last = min(whole.start, inside[0].tokens[0]), max(whole[-1], inside[-1].tokens[-1])
            found = [n for n in found if n not in inside]
            found.append(_Name(range(first, last + 1), EntityKind.PERSON))
            found.sort(key=lambda name: name.tokens[0])
    return found


def _said(tokens: range, parsed: Parsed) -> str:
    return " ".join(plain(parsed.tokens[i].text) for i in tokens)


def _people_words(names: Iterable[_Name], parsed: Parsed) -> Mapping[str, int]:
    """How often each word is the surname, or the whole, of a person's name."""
    counts: Counter[str] = Counter()
    for name in names:
        said = name.words(parsed)
        if name.kind is EntityKind.PERSON:
            counts[plain(last_word(said))] += 1
    return counts


def _could_be_name(token: Token) -> bool:
    return token.text[0].isupper() and token.tag in ("NNP", "NNPS") and token.name in ("", *_KINDS)


def _person_in(run: range, people: Mapping[str, int], parsed: Parsed) -> range | None:
    """The person's name in a run of capitalised words, without the titles it begins with."""
    first = run[0]
    while first in run and is_title(parsed.tokens[first].text):
        first += 1
    rest = range(first, run[-1] + 1)
    if not rest:
        return None
    titled = first > run[0] and plain(parsed.tokens[first - 1].text) in _SHORT_TITLES
    said = [parsed.tokens[i].text for i in rest]
    if kind_by_words(said) not in (None, EntityKind.PERSON) or not all(is_wordlike(word) for word in said):
        return None
    known = len(rest) == 1 and people.get(plain(said[0]), 0) > 0 and len(said[0]) > 2
    full = kind_by_words(said) is EntityKind.PERSON and people.get(plain(said[-1]), 0) > 0
    return run if (titled and len(rest) <= 4) or known or full else None


_SHORT_TITLES = frozenset(
    {
        *("mr", "mrs", "ms", "miss", "dr", "sen", "rep", "gov", "prof", "judge", "justice", "lt", "sgt", "col", "gen"),
        *("capt", "rev", "sir", "senator", "professor", "congressman", "congresswoman"),
    }
)
"""Titles that a person's name follows even where the model saw none."""
