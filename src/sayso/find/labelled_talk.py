"""Who speaks to whom in a transcript whose turns bear labels: by name, by family name or by initials."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence

from sayso.find.attribution.transcript import Turn as LabelledTurn
from sayso.find.attribution.transcript import find_turns
from sayso.find.name_groups import Group
from sayso.find.name_words import is_title
from sayso.find.passages import Reader, Turn
from sayso.find.person_names import fold
from sayso.model.entity import EntityKind
from sayso.model.span import Span


def labelled_turns(
    text: str, blocks: Sequence[Span], reader: Reader, groups: Sequence[Group], named: Mapping[int, int]
) -> list[Turn]:
    """The turns of a transcript, one a block; none for a text without labels. `named` gives the group by token."""
    parsed = reader.parsed
    labelled = find_turns(text, blocks)
    starts = [token.start for token in parsed.tokens]
    written = [_words(turn, text) for turn in labelled]
    people = {words: _named(turn, text, starts, groups, named) for turn, words in zip(labelled, written, strict=True)}
    for key, number in _addressed(labelled, written, reader).items():
        if people[key] is None:
            people[key] = number
    found = []
    for number, turn in enumerate(labelled):
        other = _other(number, labelled, written, text)
        for content in turn.content:
            tokens = range(bisect_left(starts, content.start), bisect_left(starts, content.end))
            found.append(Turn(tokens, people[written[number]], people[other] if other else None))
    return found


def _addressed(labelled: Sequence[LabelledTurn], written: Sequence[str], reader: Reader) -> dict[str, int]:
    """For a label without a name ("A.") the only one whom the turns before it address by name ("Ms. Quill, …?")."""
    found: dict[str, set[int]] = defaultdict(set)
    for turn, own, following in zip(labelled, written, written[1:], strict=False):
        if own != following:
            found[following] |= reader.passage(turn.content[-1]).addressed
    return {key: next(iter(numbers)) for key, numbers in found.items() if len(numbers) == 1}


def _words(turn: LabelledTurn, text: str) -> str:
    """Whoever speaks, as a key: the words that tell his name, or else those of the label."""
    return (turn.teller or turn.label).of(text)


def _named(
    turn: LabelledTurn, text: str, starts: Sequence[int], groups: Sequence[Group], named: Mapping[int, int]
) -> int | None:
    """The group that a label means; `None` if none or several do."""
    people = {number for number, group in enumerate(groups) if group.kind is EntityKind.PERSON}
    span = turn.teller or turn.label
    inside = range(bisect_left(starts, span.start), bisect_left(starts, span.end))
    found = {named[i] for i in inside if named.get(i) in people}
    if not found:
        said = [word for word in span.of(text).split() if not is_title(word)]
        if not said:
            return None
        last = fold(said[-1])
        found = {n for n in people if any(name.family.split()[-1] == last for name in groups[n].full)}
        if not found and len(said) == 1 and said[0].isupper() and len(last) in (2, 3):
            found = {n for n in people if any(_initials(name.given, name.family) == last for name in groups[n].full)}
    return found.pop() if len(found) == 1 else None


def _initials(given: Sequence[str], family: str) -> str:
    return "".join(word[0] for word in (*given, family))


def _other(number: int, labelled: Sequence[LabelledTurn], written: Sequence[str], text: str) -> str | None:
    """Whom the turn addresses: the only other speaker, who answers a question, or whose question is answered."""
    others = set(written) - {written[number]}
    if len(others) == 1:
        return next(iter(others))
    if number + 1 < len(labelled) and _asks(labelled[number], text) and written[number + 1] != written[number]:
        return written[number + 1]
    if number and _asks(labelled[number - 1], text) and written[number - 1] != written[number]:
        return written[number - 1]
    return None


def _asks(turn: LabelledTurn, text: str) -> bool:
    return turn.content[-1].of(text).rstrip("\"”’') ").endswith("?")
