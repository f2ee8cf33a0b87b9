"""One claim before its origins are known: the propositions that assert, deny or pass on one thing."""

from collections.abc import Collection
from dataclasses import dataclass

from sayso.model.claim import Stance
from sayso.model.proposition import Proposition
from sayso.weigh.source import Source


@dataclass(frozen=True, slots=True)
class Member:
    """A proposition of `source` in a cluster: `why` says in words why it belongs there and has this stance;
    `confirmed` if a person decided so; `tentative` if it may speak of something else.
    """

    source: Source
    proposition: Proposition
    stance: Stance
    why: tuple[str, ...]
    confirmed: bool = False
    tentative: bool = False

    @property
    def words(self) -> str:
        """Its exact words: those of the document's text at the proposition's span."""
        return self.source.text[self.proposition.span.start : self.proposition.span.end]


@dataclass(frozen=True, slots=True)
class Cluster:
    """What is one claim: `id` does not depend on the order of documents; `plain` is the id of the proposition that
    says it most plainly. `members` are sorted by document id, then by place.
    """

    id: str
    plain: str
    members: tuple[Member, ...]

    @staticmethod
    def id_of(members: Collection[str]) -> str:
        """The id of the claim of these propositions."""
        return "k" + min(members)[1:]
