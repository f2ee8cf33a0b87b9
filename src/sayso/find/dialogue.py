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
_LEAST = 3
"""questions with answers that make a text talk by themselves"""
_BRIEF = 400
"""code points of a paragraph that is a question and nothing else, at most"""


def exchanges(passages: Sequence[Passage], lengths: Sequence[int], in_row: Sequence[tuple[int, int]]) -> list[Turn]:
    """The turns of talk; none if the text is none. `in_row` are people named in one breath ("Ann and Bo")."""
    if not _is_talk(passages, lengths):
        return []
    hearing = any(p.called is not None or p.bench for p in passages)
    floors = _floors(passages, None if hearing else _interviewed(passages, in_row))
    sides = _sides(passages, lengths, floors)
    turns = []
    for number, (passage, floor, holds) in enumerate(zip(passages, floors, sides, strict=True)):
        headline = number == 0 and not (passage.first or passage.asks or passage.addressed)
        if not passage.personal or floor is None or headline:
            continue
        other = next(iter(passage.addressed - {floor}), None)
        turns.append(Turn(passage.tokens, floor, other) if holds else Turn(passage.tokens, None, floor))
    return turns


def _is_talk(passages: Sequence[Passage], lengths: Sequence[int]) -> bool:
    """Whether people ask and answer: often, or where the text says that it is an interview or calls on a speaker."""
    asking = [n for n, p in enumerate(passages) if p.asks or (p.second and p.addressed)]
    answering = sum(p.first > 0 and not p.asks for p in passages)
    if not asking or answering < 2:
        return False
    if any(p.called is not None or p.introduced is not None for p in passages) or any(
        p.interview for p in passages[: asking[0] + 1]
    ):
        return True
    bare = [n for n in asking if lengths[n] < _BRIEF and not (n + 1 < len(passages) and passages[n + 1].asks)]
    return len(bare) >= _LEAST and sum(passages[n].second > 0 for n in bare) > 1


def _interviewed(passages: Sequence[Passage], in_row: Sequence[tuple[int, int]]) -> int | None:
    """Who is interviewed: whom the words before the first question name most, and the questions do not name."""
    questions = [n for n, p in enumerate(passages) if p.asks]
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
    if any(best[0] in pair and named.keys() >= set(pair) for pair in in_row):
        return None
    return best[0]


def _floors(passages: Sequence[Passage], interviewed: int | None) -> list[int | None]:
    """Who has the floor in each passage."""
    floor, alone = interviewed, True
    floors: list[int | None] = []
    introduced: int | None = None
    for passage in passages:
        if passage.introduced is not None:
            # Who introduces himself right after another does shares the floor with him.
            alone = introduced in (None, passage.introduced)
            floor = introduced = passage.introduced
        elif passage.called is not None and not passage.bench:
            floor, alone = passage.called, True
        elif len(passage.addressed) == 1 and passage.second and not passage.bench:
            floor, alone = next(iter(passage.addressed)), True
        floors.append(floor if alone or passage.introduced is not None else None)
        if passage.asks:
            introduced = None
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
    if passage.first > 2 * passage.second:
        evidence += 1.0 if length < _LONG else 1.5
    if passage.second > 2 * passage.first:
        evidence -= 1.2
    if passage.asks:
        evidence -= 1.5 if length < _LONG else 0.5
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
