"""Dates in words say what they leave open."""

import pytest

from sayso.export.when_words import when_words
from sayso.model.when import When

ROWS = [
    ("2016-11-08", "2016-11-08"),  # a day, a month, a year: as written
    ("2016-11", "2016-11"),
    ("2016", "2016"),
    ("../2016-11-08", "2016-11-08 or earlier"),
    ("2016-11-08/..", "2016-11-08 or later"),
    ("2016-11-08/2016-11-10", "2016-11-08 to 2016-11-10"),
    ("2016-11~", "about 2016-11"),
    ("2016-11-08?", "2016-11-08 (uncertain)"),
    ("2016%", "about 2016 (uncertain)"),
    ("2016-21", "spring 2016"),
    ("2016-23/2017-05~", "autumn 2016 to about 2017-05"),
    ("201X", "the 2010s"),
    ("19XX", "19XX (year not known)"),
    ("2016-XX", "2016 (day not known)"),
    ("2016-12-XX", "2016-12 (day not known)"),
]


@pytest.mark.parametrize(("edtf", "expected"), ROWS)
def test_rows(edtf: str, expected: str) -> None:
    assert when_words(When.parse(edtf)) == expected


def test_no_date() -> None:
    assert when_words(None) == "date unknown"
