"""Date fields of mails: the clock as the writer saw it, and the zone only where one is stated."""

from datetime import timedelta

import pytest

from sayso.model.moment import Moment

FIELDS = [
    ("Mon, 3 May 2021 09:15:00 +0200", "2021-05-03 09:15", 120),
    ("3 May 2021 09:15 EST", "2021-05-03 09:15", -300),
    ("Mon, 3 May 2021 09:15:00 GMT", "2021-05-03 09:15", 0),
    ("Mon, 3 May 2021 09:15:00 -03:30", "2021-05-03 09:15", -210),
    # said to be unknown, not said, or a name of several zones
    ("Mon, 3 May 2021 09:15:00 -0000", "2021-05-03 09:15", None),
    ("Mon, 3 May 2021 09:15:00", "2021-05-03 09:15", None),
    ("Mon, 3 May 2021 09:15:00 IST", "2021-05-03 09:15", None),
    # no moments
    ("Mon, 31 Feb 2021 09:15:00 +0000", None, None),
    ("yesterday", None, None),
    ("", None, None),
    ("Mon, 3 May 99999 09:15:00 +0000", None, None),
]


@pytest.mark.parametrize(("field", "clock", "minutes"), FIELDS)
def test_fields(field: str, clock: str | None, minutes: int | None) -> None:
    moment = Moment.parse(field)
    assert (f"{moment.clock:%Y-%m-%d %H:%M}" if moment else None) == clock
    if moment:
        assert moment.zone == (None if minutes is None else timedelta(minutes=minutes))


def test_moments_of_different_zones_are_compared_by_greenwich() -> None:
    one, other = Moment.parse("3 May 2021 09:15 +0200"), Moment.parse("3 May 2021 07:15 +0000")
    assert one is not None
    assert other is not None
    assert one.utc == other.utc


def test_the_ends_of_the_calendar_are_no_error() -> None:
    moment = Moment.parse("Fri, 31 Dec 9999 23:00:00 -1200")
    assert moment is not None
    assert moment.utc.year == 9999
