"""How each proposition of a claim stands to it: whether it says so, says otherwise, or only passes it on."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sayso.model.claim import Stance
from sayso.model.proposition import Proposition
from sayso.model.statement import Act
from sayso.weigh import lexicon
from sayso.weigh.facts import Facts
from sayso.weigh.sides import Value, chosen, day_sides, hour_sides, number_sides
from sayso.weigh.source import Source, Verdicts
from sayso.weigh.withdrawals import calls_wrong

_PASSING_ON = (Act.ASK, Act.DECLINE, Act.NO_RESPONSE)


@dataclass(frozen=True, slots=True)
class Held:
    """A proposition of a claim, with what it is compared by."""

    source: Source
    proposition: Proposition
    facts: Facts

    @property
    def id(self) -> str:
        """The proposition's."""
        return self.proposition.id

    @property
    def voice(self) -> str:
        """Who says it at first hand: the case's entity where it is known, else the words."""
        if not self.proposition.chain:
            return self.source.id
        last = self.proposition.chain[-1]
        known = self.source.people.get(last.entity or "")
        return known.id if known else last.name.lower()

    @property
    def appeared(self) -> str:
        """Sorts by when it appeared, undated last."""
        published = self.source.metadata.published
        first = published.earliest if published else None
        return f"{first.isoformat() if first else '~'} {self.source.id} {self.proposition.span.start:09}"


@dataclass(frozen=True, slots=True)
class Standing:
    """A stance with what shows it, in words."""

    stance: Stance
    why: str
    confirmed: bool = False


def standings(held: Sequence[Held], taken_back: Mapping[str, str], verdicts: Verdicts) -> dict[str, Standing]:
    """The standing of every proposition of one claim, by id.

    `taken_back` leads from sentences that say "that was wrong" to what they say it of.
    """
    stated = [h for h in held if not _open(h)]
    for_it = _sides_of_predicates(stated)
    denied = _only_denied(held, stated, for_it)
    found = {h.id: _standing(h, for_it, taken_back, denied) for h in held}
    said = [h for h in stated if found[h.id].stance is Stance.SUPPORTS]
    given = [h.facts for h in said]
    differing = ((number_sides(given), "number"), (day_sides(given), "date"), (hour_sides(given), "time"))
    for sides, what in differing:
        found |= _otherwise(said, sides, what)
    gone = frozenset(taken_back.values())
    for h in held:
        if h.id in gone:
            found[h.id] = Standing(Stance.REPORTS, "tells what the next sentence takes back")
        if (decided := verdicts.stances.get(h.id)) is not None:
            found[h.id] = Standing(decided, "a person decided so", confirmed=True)
    return found


def _open(h: Held) -> bool:
    statement = h.source.statements.get(h.proposition.statement or "")
    acted = statement is not None and statement.act in _PASSING_ON
    return h.facts.open or (acted and not h.facts.negative)


def _standing(h: Held, for_it: Mapping[str, bool], taken_back: Mapping[str, str], denied: bool) -> Standing:
    if h.id in taken_back:
        return Standing(Stance.DENIES, "says that what it said before is not so")
    if _open(h):
        return Standing(Stance.REPORTS, "asks or leaves it open")
    if calls_wrong(h.source, h.proposition):
        return Standing(Stance.DENIES, "takes back the report")
    otherwise = not for_it[h.id]
    if h.facts.negative == otherwise:
        return Standing(Stance.SUPPORTS, "says so")
    if otherwise:
        return Standing(Stance.DENIES, f"says “{h.facts.predicate}”, which excludes it")
    if not denied:
        return Standing(Stance.SUPPORTS, "says that it is not so, as all do")
    return Standing(Stance.DENIES, "says that it is not so")


def _sides_of_predicates(stated: Sequence[Held]) -> dict[str, bool]:
    """Whether each speaks of what the claim is about, or of its opposite ("resigned" where most say "dismissed")."""
    marks = {h.id: frozenset(m for m in h.facts.doing if m[0] == "#") for h in stated}
    best: tuple[tuple[int, int, str], str, str] | None = None
    for mark, other in sorted(_opposites(marks.values())):
        givers = [h for h in stated if mark in marks[h.id] and other not in marks[h.id]]
        if givers:
            rank = (
                -len({h.voice for h in givers}),
                -len({h.source.id for h in givers}),
                min(h.appeared for h in givers),
            )
            if best is None or rank < best[0]:
                best = (rank, mark, other)
    if best is None:
        return {h.id: True for h in stated}
    _, mark, other = best
    return {h.id: mark in marks[h.id] or other not in marks[h.id] for h in stated}


def _opposites(marks: Iterable[frozenset[str]]) -> set[tuple[str, str]]:
    every = frozenset().union(*marks)
    return {(a, b) for a in every for b in every if lexicon.opposite(a, b)}


def _only_denied(held: Sequence[Held], stated: Sequence[Held], for_it: Mapping[str, bool]) -> bool:
    """Whether saying that it is not so is a denial: of what somebody says or asks, or by whom it is about.

    "No date has been set", which nobody says otherwise, denies nothing.
    """
    if len(stated) < len(held) or any(h.facts.negative != for_it[h.id] for h in stated):
        return True
    return any(_denies_of_itself(h) for h in stated)


def _denies_of_itself(h: Held) -> bool:
    statement = h.source.statements.get(h.proposition.statement or "")
    if statement is None:
        return False
    return statement.act is Act.DENY or (statement.speaker is not None and statement.speaker in h.proposition.entities)


def _otherwise(said: Sequence[Held], sides: Sequence[Value], what: str) -> dict[str, Standing]:
    if not sides:
        return {}
    voices = {h.id: h.voice for h in said}
    documents = {h.id: h.source.id for h in said}
    order = {h.id: h.appeared for h in said}
    own = chosen(sides, voices, documents, order)
    return {
        id: Standing(Stance.DENIES, f"gives another {what}: {side.words}, where the claim's is {own.words}")
        for side in sides
        if side is not own
        for id in side.members
    }
