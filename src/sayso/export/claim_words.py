"""Claims in the words a reporter uses: "5 documents, 2 to 3 independent origins, denied by 1"."""

from collections.abc import Mapping

from sayso.casebook import StoredClaim
from sayso.model.claim import Claim, ClaimStatus, OriginKind, Relation, Stance

STATUSES: Mapping[ClaimStatus, str] = {
    ClaimStatus.CORROBORATED: "corroborated",
    ClaimStatus.SINGLE_SOURCE: "one origin",
    ClaimStatus.DISPUTED: "disputed",
    ClaimStatus.DENIED: "only denied",
    ClaimStatus.RETRACTED: "retracted",
    ClaimStatus.UNASSERTED: "only asked",
}
STANCES: Mapping[Stance, str] = {
    Stance.SUPPORTS: "Supports it",
    Stance.DENIES: "Denies it",
    Stance.REPORTS: "Passes it on without asserting it",
}
KINDS: Mapping[OriginKind, str] = {
    OriginKind.NAMED: "",
    OriginKind.UNNAMED: "unnamed",
    OriginKind.RECORD: "a record",
    OriginKind.OUTLET: "own reporting, no source given",
}
RELATIONS: Mapping[Relation, str] = {
    Relation.RELAYS: "relays",
    Relation.COPIES: "copies",
    Relation.CITES: "cites",
    Relation.SAME: "is",
}


def weight(found: StoredClaim, joint: str = " · ") -> str:
    """How much there is behind a claim, in one line."""
    parts = [counted(found.documents, "document"), origins(found.claim)]
    if found.denied_by:
        parts.append(f"denied by {found.denied_by}")
    return joint.join(parts)


def origins(claim: Claim) -> str:
    """ "2 independent origins", "2 to 3 independent origins", "no origin supports it"."""
    least, most = claim.independent, claim.independent_max
    if most == 0:
        return "no origin supports it"
    if most is None:
        return f"at least {counted(least, 'independent origin')}"
    if most > least:
        return f"{least} to {most} independent origins"
    return counted(least, "independent origin")


def counted(number: int, noun: str) -> str:
    """ "1 document", "5 documents"."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
