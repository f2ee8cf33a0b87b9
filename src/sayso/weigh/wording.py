"""Which member of a claim says it most plainly."""

import re
from collections.abc import Mapping, Sequence

from sayso.model.claim import Stance
from sayso.model.statement import Factuality
from sayso.weigh.stance import Held, Standing

_POINTING = re.compile(
    r"\b(?:he|she|it|they|we|i|you|him|her|them|us|me|his|hers|its|their|our|my|your|this|that|these|those|there|here"
    r"|who|which)\b",
    re.IGNORECASE,
)
_SHORTEST, _LONGEST = 5, 32
"""words"""


def plainest(held: Sequence[Held], standing: Mapping[str, Standing], likeness: Mapping[str, float]) -> str:
    """The id of the member whose words stand for the claim.

    One that says so, not one that denies or asks; sure; with names and dates in place of pronouns; neither clipped nor
    long; and the most like the others (`likeness`, by proposition). Ties go by id.
    """
    return min(held, key=lambda h: (*_rank(h, standing[h.id]), -_merit(h, likeness.get(h.id, 0.0)), h.id)).id


def _rank(h: Held, standing: Standing) -> tuple[int, int]:
    order = (Stance.SUPPORTS, Stance.DENIES, Stance.REPORTS)
    return order.index(standing.stance), 0 if h.proposition.factuality is not Factuality.UNKNOWN else 1


def _merit(h: Held, likeness: float) -> float:
    words = len(h.facts.words)
    merit = likeness
    merit += 0.6 * min(len(h.facts.who), 3) + 0.4 * bool(h.facts.days) + 0.2 * bool(h.facts.amounts)
    merit += 0.8 * any(part.role == "subject" and part.who for part in h.facts.roles)
    merit -= 0.5 * len(_POINTING.findall(h.proposition.span.of(h.source.text)))
    merit -= 0.5 * max(0, _SHORTEST - words) + 0.08 * max(0, words - _LONGEST)
    return merit - 0.3 * (h.proposition.factuality not in (Factuality.CERTAIN, Factuality.CERTAINLY_NOT))
