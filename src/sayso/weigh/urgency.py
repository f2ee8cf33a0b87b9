"""How much a claim needs a person: the order of lists."""

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from sayso.model.claim import Claim, ClaimStatus, OriginKind, Position, Stance
from sayso.model.proposition import Proposition
from sayso.weigh.likeness import Pair

_RANKS = {
    ClaimStatus.DISPUTED: 6.0,
    ClaimStatus.RETRACTED: 5.0,
    ClaimStatus.DENIED: 3.0,
    ClaimStatus.SINGLE_SOURCE: 2.0,
    ClaimStatus.CORROBORATED: 1.5,
    ClaimStatus.UNASSERTED: 1.0,
}
_UNNAMED = 2.0
_CONFLICT = 0.5
LISTED = 1.0
"""Claims of at least so much urgency are shown without being asked for."""

Nearness = Mapping[str, Mapping[str, float]]
"""proposition → proposition → likeness"""


def nearness_of(pairs: Iterable[Pair]) -> Nearness:
    """The likenesses of pairs, from either side."""
    found: defaultdict[str, dict[str, float]] = defaultdict(dict)
    for pair in pairs:
        found[pair.first][pair.second] = found[pair.second][pair.first] = pair.score
    return found


def urgency(claim: Claim, plain: Proposition, roots: Mapping[str, str], nearness: Nearness) -> float:
    """0 for what stands in one place (copies aside) and nobody denies, and for what names nobody and no number or date,
    so that there is nothing to check; between 0 and 1 where only tentative positions make it more; above 1 for all
    else. `plain` is the proposition that says it, `roots` lead from copied documents to the one they go
    back to.

    Disputed claims come first, then retracted ones, then those that many repeat on the word of one, an unnamed one
    above all; among like ones those of more documents and surer likeness; what a person has confirmed comes last.
    """
    if not (plain.entities or plain.quantities or plain.times):
        return 0.0
    sure = [position for position in claim.positions if not position.tentative]
    rank = _rank(claim, sure, claim.surely, roots)
    if rank == 0.0:
        return _rank(claim, claim.positions, claim.status, roots) / 10
    if all(position.confirmed for position in claim.positions):
        return LISTED + rank / 100
    return LISTED + rank + sum(_likeness(position, sure, nearness) for position in sure) / len(sure)


def _likeness(position: Position, sure: Sequence[Position], nearness: Nearness) -> float:
    """That of the position that is most alike; what no likeness has brought here a person has, or the words before."""
    near = nearness.get(position.proposition, {})
    return max((near[p.proposition] for p in sure if p.proposition in near), default=1.0)


def _rank(claim: Claim, held: Sequence[Position], status: ClaimStatus, roots: Mapping[str, str]) -> float:
    places = {roots.get(position.document, position.document) for position in held}
    ids = {position.origin for position in held}
    supporting = [o for o in claim.origins if o.stance is Stance.SUPPORTS and o.id in ids]
    denying = [o for o in claim.origins if o.stance is Stance.DENIES and o.id in ids]
    others_deny = bool(denying) and {o.name for o in denying} != {o.name for o in supporting}
    if len(places) < 2 and not (supporting and others_deny):
        return 0.0
    unnamed = len(supporting) == 1 and supporting[0].kind is OriginKind.UNNAMED
    more = _UNNAMED * (unnamed and status is ClaimStatus.SINGLE_SOURCE) + _CONFLICT * bool(claim.conflicts)
    return _RANKS[status] + math.log10(1 + len(places)) + more
