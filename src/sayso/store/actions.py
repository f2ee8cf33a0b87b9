"""What the log calls decisions about claims."""

from collections.abc import Mapping

from sayso.model.decision import ClaimDecisionKind

CLAIM_ACTIONS: Mapping[ClaimDecisionKind, str] = {
    ClaimDecisionKind.TOGETHER: "claims joined",
    ClaimDecisionKind.APART: "claims kept apart",
    ClaimDecisionKind.STANCE: "stance set",
    ClaimDecisionKind.SAME_ORIGIN: "origins joined",
    ClaimDecisionKind.OTHER_ORIGIN: "origins kept apart",
    ClaimDecisionKind.CONFIRM: "claim confirmed",
    ClaimDecisionKind.HOLD: "claim held",
}
