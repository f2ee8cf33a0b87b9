"""Positions of one claim that can't all be true: numbers, days and times of day that do not agree."""

from sayso.model.claim import Conflict, Side, Stance
from sayso.weigh.cluster import Cluster
from sayso.weigh.facts import facts
from sayso.weigh.sides import day_sides, hour_sides, number_sides


def conflicts(cluster: Cluster) -> tuple[Conflict, ...]:
    """What its members differ in, with the sides and who gives them; members that only pass it on are on none."""
    if len(cluster.members) < 2:
        return ()
    given = [facts(m.source, m.proposition) for m in cluster.members if m.stance is not Stance.REPORTS]
    found = (("number", number_sides(given)), ("date", day_sides(given)), ("time", hour_sides(given)))
    return tuple(
        Conflict(about, tuple(Side(side.words, side.members) for side in sides)) for about, sides in found if sides
    )
