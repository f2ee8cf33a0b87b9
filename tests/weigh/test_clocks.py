"""Times of day in words."""

import pytest

from sayso.weigh.clocks import agree, clocks

ROWS = [
    ("at 2:40 a.m. on March 8", [160]),  # with its half of the day
    ("at 4 p.m. that day", [16 * 60]),  # the hour alone
    ("2:40 in the morning", [160]),  # a part of the day for a.m.
    ("at 19:43, the log says", [19 * 60 + 43]),  # by twenty-four hours
    ("it cost $2.40", []),  # money
    ("by 4-3", []),  # a vote
    ("version 2.10", []),  # no time without a.m. or p.m.
]


@pytest.mark.parametrize(("words", "minutes"), ROWS)
def test_rows(words: str, minutes: list[int]) -> None:
    assert [clock.minutes for clock in clocks(words)] == minutes


def test_agree() -> None:
    assert agree(clocks("at 2:40"), clocks("at 2:40 p.m.")) is True  # nobody says which half
    assert agree(clocks("at 2:40 a.m."), clocks("at 2:43 a.m.")) is False
    assert agree(clocks("at 2:40 a.m."), clocks("in May")) is None
