"""EDTF cut down to the dates that other formats know."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.export.prefix_dates import prefix_dates
from sayso.model.when import When

# (EDTF, first, last)
ROWS = [
    ("2016-12-01", "2016-12-01", "2016-12-01"),
    ("2016-12", "2016-12", "2016-12"),
    ("2016", "2016", "2016"),
    ("2016-12~", "2016-12", "2016-12"),  # that it is about then is lost
    ("2016-12-XX", "2016-12", "2016-12"),
    ("2016-XX-XX", "2016", "2016"),
    ("201X", "2010", "2019"),
    ("2016-21", "2016-03", "2016-05"),  # spring
    ("2016-24?", "2016-12", "2017-02"),  # winter goes on into the next year
    ("2016-12-01/2017", "2016-12-01", "2017"),
    ("../2016-11-08", None, "2016-11-08"),
    ("199X/..", "1990", None),
]


@pytest.mark.parametrize(("edtf", "first", "last"), ROWS)
def test_dates_lose_no_more_than_they_must(edtf: str, first: str | None, last: str | None) -> None:
    dates = prefix_dates(When.parse(edtf))
    assert (dates.first, dates.last) == (first, last)
    assert dates.one == (first if first == last else None)


@given(st.dates(), st.dates())
def test_the_ends_of_an_interval_are_its_days(one: object, other: object) -> None:
    first, last = sorted((str(one), str(other)))
    dates = prefix_dates(When.parse(f"{first}/{last}"))
    assert (dates.first, dates.last) == (first, last)
