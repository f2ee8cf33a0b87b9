"""What the origins of a claim add up to."""

from collections.abc import Sequence

from sayso.model.claim import ClaimStatus, Origin, Stance


def independent_of(origins: Sequence[Origin]) -> tuple[int, int | None]:
    """How many origins support, at least and at most (`None`: no limit)."""
    supporting = [origin for origin in origins if origin.stance is Stance.SUPPORTS]
    least = sum(origin.least for origin in supporting)
    if supporting:
        least = max(least, 1)
    most = None if any(o.most is None for o in supporting) else sum(o.most or 0 for o in supporting)
    return least, most


def status_of(origins: Sequence[Origin], *, withdrawn: bool = False) -> ClaimStatus:
    """The status by the supporting and denying origins; `withdrawn` if whoever brought it took it back."""
    least, _ = independent_of(origins)
    denied = any(origin.stance is Stance.DENIES for origin in origins)
    if withdrawn:
        return ClaimStatus.RETRACTED
    if least and denied:
        return ClaimStatus.DISPUTED
    if denied:
        return ClaimStatus.DENIED
    if least >= 2:
        return ClaimStatus.CORROBORATED
    return ClaimStatus.SINGLE_SOURCE if least else ClaimStatus.UNASSERTED
