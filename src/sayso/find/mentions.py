"""Who and what a text mentions: names, pronouns, and definite descriptions of people and bodies.

The language model proposes names; here they are trimmed to the name itself, typed consistently within the document,
and completed where the model missed one (behind a title, or a known surname).
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import replace

from sayso.find.bodies import body_descriptions
from sayso.find.lexicon import groups
from sayso.find.name_calls import calls, names_around_calls
from sayso.find.name_kinds import in_dateline, kinds_of
from sayso.find.name_missed import with_labels, with_missed, with_terms
from sayso.find.name_runs import KINDS, NOTED, NameRun
from sayso.find.name_words import PARTICLES, is_person_noun, is_suffix, is_title, plain
from sayso.find.nameless import descriptions, pronouns
from sayso.find.parsed import Parsed, Token
from sayso.model.entity import EntityKind, Mention, MentionKind

_NO_TITLES = frozenset({"then", "former", "ex", "late", "acting"})
"""Words that may stand among titles, but are none."""
_PARTIES = frozenset({"plaintiff", "plaintiffs", "defendant", "defendants", "petitioner", "respondent", "appellant"})
_FIGURES = re.compile(r"\d ?/ ?\d")
_QUOTES = "\"'“”‘’`«»"


def find_mentions(text: str, parsed: Parsed) -> tuple[Mention, ...]:
    """The mentions of `text` in order of start (code points).

    Names and pronouns do not overlap each other; a description may hold a name ("the lawyer of Ann Oduya").
    """
    proposed = _with_calls_inside(text, _trimmed(text, parsed), parsed)
    names = _typed(with_labels(text, _with_datelines(proposed, parsed), parsed), parsed)
    names = with_missed([part for name in names for part in _parts(name, parsed)], parsed)
    names = _with_calls(text, names, parsed)
    names = with_terms(text, names, parsed)
    mentions = [Mention(n.span(parsed), MentionKind.NAME, n.kind) for n in names]
    taken = {i for n in names for i in n.tokens}
    mentions += pronouns(parsed)
    mentions += descriptions(parsed, taken)
    mentions += body_descriptions(parsed, taken)
    return tuple(sorted(mentions, key=lambda m: (m.span.start, -m.span.end)))


def _trimmed(text: str, parsed: Parsed) -> Iterator[NameRun]:
    """The model's names without titles, possessives, articles and quotation marks."""
    starts = {token.start: token.i for token in parsed.tokens}
    edges = {sentence[0] for sentence in parsed.sentences}
    taken = 0
    for name in parsed.names:
        kind = KINDS.get(name.label)
        first = starts.get(name.span.start)
        if kind is None or first is None or first < taken:
            continue
        last = first
        while last + 1 < len(parsed.tokens) and parsed.tokens[last + 1].end <= name.span.end:
            last += 1
        while last + 1 < len(parsed.tokens) and last + 1 not in edges and _is_trade(parsed.tokens[last + 1]):
            last += 1  # "Varrick Metal" Works
        tokens = _trim(range(first, last + 1), kind, parsed, taken, edges)
        if tokens and _is_given(tokens[0] - 1, parsed):
            tokens, kind = range(tokens[0] - 1, tokens.stop), EntityKind.PERSON
        if tokens and _is_name(tokens, parsed):
            taken = tokens.stop
            yield from _parts(NameRun(tokens, kind), parsed)


def _is_given(i: int, parsed: Parsed) -> bool:
    """Whether a function word in front of a surname is a given name: "her editor, Per Quill", "engineer Will Sand"."""
    if i < 2 or parsed.tokens[i].tag not in ("IN", "MD", "DT", "NNP") or not parsed.tokens[i].text.istitle():
        return False
    before = parsed.tokens[i - 2 if parsed.tokens[i - 1].text == "," else i - 1]
    return before.text.islower() and is_person_noun(before.text)


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


def _parts(name: NameRun, parsed: Parsed) -> Iterator[NameRun]:
    """A person's name that runs on over "and" or a comma is two names, over "of" or a small word one."""
    if name.kind is not EntityKind.PERSON:
        yield name
        return
    start = name.tokens[0]
    for i in name.tokens:
        token = parsed.tokens[i]
        if NOTED.fullmatch(token.text) and i + 1 in name.tokens:
            yield NameRun(range(start, i + 1), name.kind)
            start = i + 1
            continue
        suffix = i + 1 in name.tokens and is_suffix(parsed.tokens[i + 1].text)
        if i > start and _FIGURES.search(token.text):
            yield NameRun(range(start, i), name.kind)  # "Lund 3/15/31 Interview" cites a record of hers
            return
        if i > start and token.tag == "IN" and token.lower not in PARTICLES and not is_title(parsed.tokens[start].text):
            yield NameRun(range(start, i), name.kind)  # "Ada Quill of Harker Press"
            return
        if _is_small(token) and i + 1 in name.tokens:
            if token.tag.startswith("V") and start < i:
                yield NameRun(range(start, i), name.kind)
            start = i + 1  # "Harker paper Quill"
        elif token.lower in ("and", "&", ",", ";", "(", ")", "/", "to", "]") and not (
            suffix or _is_call(i, name, parsed)
        ):
            if start < i and parsed.tokens[i].text != "]":
                yield NameRun(range(start, i), name.kind)
            start = i + 1
    if start <= name.tokens[-1]:
        yield NameRun(range(start, name.tokens[-1] + 1), name.kind)


def _is_call(bracket: int, name: NameRun, parsed: Parsed) -> bool:
    """Whether a bracket stands around what a person is called, in the middle of the name (`William (Bo) Harker`)."""
    first = bracket if parsed.tokens[bracket].text == "(" else bracket - 2
    inside = first - 1 in name.tokens and first + 3 in name.tokens
    return inside and (parsed.tokens[first].text, parsed.tokens[first + 2].text) == ("(", ")")


def _is_small(token: Token) -> bool:
    """Whether a word in lower case is none that people's names hold."""
    return (
        token.text.islower() and token.text.isalpha() and token.tag[:2] in ("NN", "VB") and token.lower not in PARTICLES
    )


def _typed(names: Iterable[NameRun], parsed: Parsed) -> list[NameRun]:
    """The names with one kind a string."""
    held = [name for name in names if not _is_no_name(name, parsed)]
    kinds = kinds_of([(name.tokens, name.kind) for name in held], parsed)
    return [NameRun(name.tokens, kind) for name, kind in zip(held, kinds, strict=True)]


def _with_datelines(names: Iterable[NameRun], parsed: Parsed) -> list[NameRun]:
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
                found.append(NameRun(town, EntityKind.PLACE))
    return sorted(found, key=lambda name: name.tokens[0])


def _is_no_name(name: NameRun, parsed: Parsed) -> bool:
    """Roles ("the Plaintiff", "Operations Supervisor") and references ("3/15/23 Interview") that it took for bodies."""
    said = name.words(parsed)
    if len(said) == 1 and is_title(said[0]) and name.kind is not EntityKind.PLACE:
        return True
    if name.kind is EntityKind.PERSON:
        return len(said) == 1 and plain(said[0]) in _PARTIES
    return _FIGURES.search(" ".join(said)) is not None or plain(said[-1]) in _PARTIES or is_person_noun(said[-1])


def _with_calls(text: str, names: Sequence[NameRun], parsed: Parsed) -> list[NameRun]:
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
    found += [NameRun(tokens, EntityKind.PERSON) for tokens in own if taken.isdisjoint(tokens)]
    return sorted(found, key=lambda name: name.tokens[0])


def _with_calls_inside(text: str, names: Iterable[NameRun], parsed: Parsed) -> list[NameRun]:
    """`Susan "Suki" Harker` as one name, where the model took a person's name apart at the quotation marks."""
    found = list(names)
    starts = [token.start for token in parsed.tokens]
    for span in names_around_calls(text):
        whole = range(bisect_left(starts, span.start), bisect_left(starts, span.end))
        inside = [n for n in found if n.tokens[0] < whole.stop and whole.start <= n.tokens[-1]]
        if any(n.kind is EntityKind.PERSON for n in inside):
            first, last = min(whole.start, inside[0].tokens[0]), max(whole[-1], inside[-1].tokens[-1])
            found = [n for n in found if n not in inside]
            found.append(NameRun(range(first, last + 1), EntityKind.PERSON))
            found.sort(key=lambda name: name.tokens[0])
    return found


def _said(tokens: range, parsed: Parsed) -> str:
    return " ".join(plain(parsed.tokens[i].text) for i in tokens)
