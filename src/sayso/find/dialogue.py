"""Who speaks to whom in talk that no labels tell apart: an interview's questions and answers, a hearing.

One has the floor (the person interviewed, the witness, counsel), others ask. Which of the two sides a paragraph is, is
decoded over the whole text (Viterbi over two states that tend to alternate), from what each paragraph says.
"""

from collections import Counter
from collections.abc import Sequence

from sayso.find.lexicon import groups as word_groups
from sayso.find.passages import Passage, Turn

_LONG = 600
"""code points from which a paragraph is rather an answer"""
_ALTERNATES = 1.0
"""log odds that the other side speaks in the next paragraph"""
_LEAST = 2
"""questions, and answers, that make a text talk"""


def exchanges(passages: Sequence[Passage], lengths: Sequence[int], in_row: Sequence[tuple[int, int]]) -> list[Turn]:
    """The turns of talk; none if the text is none. `in_row` are people named in one breath ("Ann and Bo")."""
    asking = [p for p in passages if p.second and (p.asks or p.addressed)]
    answering = [p for p in passages if p.first and not (p.second and p.asks)]
    if len(asking) < _LEAST or len(answering) < _LEAST:
        return []
    floors = _floors(passages, _interviewed(passages, in_row))
    sides = _sides(passages, lengths, floors)
    turns = []
    for passage, floor, holds in zip(passages, floors, sides, strict=True):
        if not passage.personal or floor is None:
            continue
        other = next(iter(passage.addressed - {floor}), None)
        turns.append(Turn(passage.tokens, floor, other) if holds else Turn(passage.tokens, None, floor))
    return turns


def _interviewed(passages: Sequence[Passage], in_row: Sequence[tuple[int, int]]) -> int | None:
    """Who is interviewed: whom the words before the first question name most, and the questions do not name."""
    questions = [n for n, p in enumerate(passages) if p.second and p.asks]
    if not questions:
        return None
    named: Counter[int] = Counter()
    for passage in passages[: questions[0]]:
        if not passage.first:
            named.update(passage.mentioned)
    asked_about = {number for n in questions for number in passages[n].mentioned}
    found = [(count, number) for number, count in named.items() if number not in asked_about]
    if not found:
        return None
    most = max(count for count, _ in found)
    best = [number for number in named if (most, number) in found]
    if any(set(pair) <= set(best) for pair in in_row):
        return None
    return best[0]


def _floors(passages: Sequence[Passage], interviewed: int | None) -> list[int | None]:
    """Who has the floor in each passage."""
    floor = interviewed
    floors = []
    for passage in passages:
        if passage.introduced is not None:
            floor = passage.introduced
        elif passage.called is not None and not passage.bench:
            floor = passage.called
        elif len(passage.addressed) == 1 and passage.second and not passage.bench:
            floor = next(iter(passage.addressed))
        floors.append(floor)
    return floors


def _sides(passages: Sequence[Passage], lengths: Sequence[int], floors: Sequence[int | None]) -> list[bool]:
    """Whether each passage is spoken by who has the floor: the likeliest sequence."""
    best = [0.0, 0.0]  # log odds of the best sequences that end with: somebody else, who has the floor
    came: list[tuple[int, int]] = []
    previous: Passage | None = None
    for passage, length, floor in zip(passages, lengths, floors, strict=True):
        evidence = _evidence(passage, length, floor)
        if previous is not None and previous.called is not None and previous.called == floor:
            evidence += 3
        steps = []
        for side in (0, 1):
            scores = [best[before] + (_ALTERNATES if before != side else 0.0) for before in (0, 1)]
            steps.append((int(scores[1] > scores[0]), max(scores)))
        came.append((steps[0][0], steps[1][0]))
        best = [steps[0][1], steps[1][1] + evidence]
        previous = passage
    side = int(best[1] > best[0])
    sides = []
    for step in reversed(came):
        sides.append(bool(side))
        side = step[side]
    return sides[::-1]


def _evidence(passage: Passage, length: int, floor: int | None) -> float:
    """The log odds that who has the floor says this."""
    evidence = 0.0
    if passage.first and not passage.second:
        evidence += 1.0
    if passage.second and not passage.first:
        evidence -= 1.2
    if passage.asks:
        evidence -= 1.5
    if passage.opening in word_groups("talk")["answer"]:
        evidence += 1.0
    if length > _LONG:
        evidence += 0.7
    if passage.bench:
        evidence += 3.0
    if passage.introduced is not None:
        evidence += 5.0
    if floor is not None and floor in passage.addressed:
        evidence -= 4.0
    if floor is not None and floor in passage.mentioned and floor != passage.introduced:
        evidence -= 1.0
    return evidence
