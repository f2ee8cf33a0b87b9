"""What a person read otherwise than the machine, in words."""

from collections.abc import Sequence

from sayso.casebook import StoredStatement
from sayso.export.wording import ACTS

_NOTHING = "–"


def read_otherwise(found: StoredStatement) -> Sequence[tuple[str, str]]:
    """What the machine read otherwise of a statement that a person has corrected: (what, the machine's reading)."""
    machine = found.machine
    if machine is None:
        return ()
    pairs = (
        ("speaker", machine.speaker, found.speaker),
        ("act", ACTS[machine.statement.act], ACTS[found.statement.act]),
        ("source", machine.source, found.source),
        ("cue", machine.cue, found.cue),
        ("content", machine.content, found.content),
    )
    return [(what, " ".join((then or _NOTHING).split())) for what, then, now in pairs if then != now]
