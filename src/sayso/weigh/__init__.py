"""4 statements and events -> claims: the same claim, whose word it is, how many origins it has."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sayso.model.claim import Claim, Copy
from sayso.weigh.assembling import clusters
from sayso.weigh.cluster import Cluster, Member
from sayso.weigh.conflicts import conflicts
from sayso.weigh.copies import find_copies
from sayso.weigh.likeness import Pair, likenesses
from sayso.weigh.origins import case_of, weigh_cluster
from sayso.weigh.source import Known, Source, Verdicts

__all__ = [
    "Cluster",
    "Known",
    "Member",
    "Pair",
    "Source",
    "Verdicts",
    "Weighed",
    "clusters",
    "conflicts",
    "find_copies",
    "likenesses",
    "weigh",
]


@dataclass(frozen=True, slots=True)
class Weighed:
    """All claims of a case, in order of their first proposition's id, and its copied documents."""

    claims: tuple[Claim, ...]
    copies: tuple[Copy, ...]


def weigh(
    sources: Sequence[Source], vectors: Mapping[str, NDArray[np.float32]], verdicts: Verdicts | None = None
) -> Weighed:
    """Weigh a case from nothing: `vectors` are the sentence vectors (384 floats, unit length) by proposition.

    The result does not depend on the order of `sources`.
    """
    decided = verdicts or Verdicts()
    ordered = sorted(sources, key=lambda s: s.id)
    copies = find_copies(ordered)
    case = case_of({s.id: s for s in ordered}, copies)
    found = clusters(ordered, likenesses(ordered, vectors), decided)
    return Weighed(tuple(weigh_cluster(c, case, decided, conflicts(c)) for c in found), copies)
