"""A word that may name an event, with those who take part."""

from dataclasses import dataclass, field

from sayso.find.events.frames import Frame
from sayso.find.events.party import Party
from sayso.model.event import EventKind


@dataclass(frozen=True, slots=True)
class Candidate:
    """`trigger` are the tokens that name it, `head` its main word; `carrier` is the verb that a noun hangs on, and the
    head itself for verbs. `agents` do it, `partners` are the others; `definite` nouns point at what was told before;
    one that `is_carried` hangs on a light verb ("had dinner"), one that `counts` is one of several ("a second call"),
    one that is `possessed` may have been told before ("his call"). `owners` are those whose message or visit it is.
    """

    frame: Frame
    kind: EventKind
    trigger: range
    head: int
    carrier: int
    agents: tuple[Party, ...]
    partners: tuple[Party, ...]
    definite: bool = False
    is_carried: bool = False
    owners: tuple[Party, ...] = ()
    counts: bool = False
    possessed: bool = False

    parties: tuple[Party, ...] = field(init=False)
    """all who take part, each once, those who do it first"""
    keys: frozenset[str] = field(init=False)
    """who takes part, by key"""

    def __post_init__(self) -> None:
        # asked for at every comparison of two candidates, so worked out once
        parties = tuple({p.key: p for p in (*reversed(self.partners), *reversed(self.agents))}.values())[::-1]
        object.__setattr__(self, "parties", parties)
        object.__setattr__(self, "keys", frozenset(p.key for p in parties))

    @property
    def is_speech(self) -> bool:
        """Whether it is an act of speech, which may be part of a contact told beside it."""
        return "speech" in self.frame.marks
