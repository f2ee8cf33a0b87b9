"""Claims in the words a reporter uses: "5 documents, 2 to 3 independent origins, denied by 1"."""

import re
from collections.abc import Mapping
from dataclasses import replace

from sayso.casebook import StoredClaim
from sayso.model.claim import Claim, ClaimStatus, Link, OriginKind, Relation, Stance, independent_of
from sayso.model.gap import GapKind

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
PERHAPS: Mapping[Stance, str] = {
    Stance.SUPPORTS: "perhaps supports it",
    Stance.DENIES: "perhaps denies it",
    Stance.REPORTS: "perhaps passes it on",
}
RELATIONS: Mapping[Relation, str] = {
    Relation.RELAYS: "relays",
    Relation.COPIES: "copies",
    Relation.CITES: "cites",
    Relation.SAME: "is",
}

GAPS: Mapping[GapKind, str] = {
    GapKind.REDACTION: "Blacked out",
    GapKind.NO_COMMENT: "Declined to comment",
    GapKind.NO_RESPONSE: "Did not answer",
    GapKind.WITHHELD_SOURCE: "Name withheld",
    GapKind.OPEN_QUESTION: "Not known",
    GapKind.CITED_DOCUMENT: "Cited, but not in the case",
    GapKind.UNHEARD_PERSON: "Not heard",
    GapKind.SINGLE_UNNAMED_ORIGIN: "One unnamed source",
}
_MEASURE = re.compile(r"\d+% ")


def is_confirmed(found: StoredClaim) -> bool:
    """Whether a person confirmed that something bears on it."""
    return any(position.position.confirmed for position in found.positions)


def short_reason(link: Link) -> str:
    """Why one adds nothing to the other, in a few words: what a text says of it before what was measured."""
    parts = [part for part in link.reason.split("; ") if not _MEASURE.match(part)]
    return parts[0] if parts else "nearly word for word"


def surely(found: StoredClaim) -> StoredClaim:
    """The claim without what may speak of something else."""
    kept = tuple(p for p in found.positions if not p.position.tentative)
    if len(kept) == len(found.positions):
        return found
    claim, ids = found.claim, {p.position.proposition for p in kept}
    sides = [
        replace(c, sides=tuple(side for side in c.sides if not ids.isdisjoint(side.propositions)))
        for c in claim.conflicts
    ]
    least, most = independent_of(claim.sure_origins)
    made = replace(
        claim,
        positions=tuple(p.position for p in kept),
        origins=claim.sure_origins,
        conflicts=tuple(c for c in sides if len(c.sides) > 1),
        status=claim.surely,
        independent=least,
        independent_max=most,
    )
    denied_by = sum(origin.stance is Stance.DENIES for origin in made.origins)
    return replace(
        found, claim=made, positions=kept, documents=len({p.position.document for p in kept}), denied_by=denied_by
    )


def status_words(claim: Claim) -> str:
    """The status that a claim surely has, and the one that it perhaps has."""
    sure, perhaps = STATUSES[claim.surely], STATUSES[claim.status]
    return sure if sure == perhaps else f"{sure}, perhaps {perhaps}"


def weight(found: StoredClaim, joint: str = " · ") -> str:
    """How much there surely is behind a claim, in one line, and how many passages may bear on it besides."""
    sure = surely(found)
    parts = [counted(sure.documents, "document"), origins(sure.claim)]
    if sure.denied_by:
        parts.append(f"denied by {sure.denied_by}")
    if more := len(found.positions) - len(sure.positions):
        parts.append(f"{counted(more, 'passage')} more may bear on it")
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


def origin_count(claim: Claim) -> str:
    """How many independent origins, for a column: "2", "2–3", "2 or more"."""
    least, most = claim.independent, claim.independent_max
    if most is None:
        return f"{least} or more"
    return f"{least}–{most}" if most > least else str(least)


def counted(number: int, noun: str) -> str:
    """ "1 document", "5 documents"."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
