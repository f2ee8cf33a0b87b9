"""The moment that a mail's Date field states: a clock, and the zone it goes by (RFC 5322, section 3.3)."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_tz

_COLON = re.compile(r"([+-]\d\d):(\d\d)\b")
"""The library reads no zone that is written as ISO 8601 has it."""
_ZONE = re.compile(r"\d:\d\d(?::\d\d)?\s*([+-]\d{4}|[A-Za-z]{1,5}\b)")
_NAMED = frozenset({"UT", "UTC", "GMT", "Z", "EST", "EDT", "CST", "CDT", "MST", "MDT", "PST", "PDT"})
"""The zones whose names mean one thing."""
_MOST = 200


@dataclass(frozen=True, slots=True)
class Moment:
    """`clock` is what the writer's clock showed, without a zone; `zone` is how far it is ahead of Greenwich, `None`
    where that is not stated, or in a name that several zones have.
    """

    clock: datetime
    zone: timedelta | None

    @staticmethod
    def parse(field: str) -> "Moment | None":
        """What a Date field states; `None` if no moment can be read from it."""
        field = _COLON.sub(r"\1\2", field[:_MOST])
        try:
            parts = parsedate_tz(field)
            if parts is None:
                return None
            clock = datetime(*parts[:6])
            return Moment(clock, timedelta(seconds=parts[9] or 0) if _states_zone(field) else None)
        except (ValueError, TypeError, IndexError, OverflowError):
            return None

    @property
    def utc(self) -> datetime:
        """The same by Greenwich's clock, to be compared with others; a clock without a zone counts as Greenwich's.
        Moments at the calendar's very ends are left as they are.
        """
        try:
            return (self.clock - (self.zone or timedelta())).replace(tzinfo=UTC)
        except OverflowError:
            return self.clock.replace(tzinfo=UTC)


def _states_zone(field: str) -> bool:
    zone = _ZONE.search(field)
    if not zone:
        return False
    stated = zone[1].upper()
    # -0000 says that the zone is not known.
    return stated in _NAMED if stated[0].isalpha() else stated != "-0000"
