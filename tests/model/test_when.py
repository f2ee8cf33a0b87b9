"""Dates: our reading of EDTF beside that of the `edtf` library, and the algebra of intervals."""

from datetime import date

import pytest
from edtf import parse_edtf
from hypothesis import given
from hypothesis import strategies as st

from sayso.model.when import When

days = st.dates(min_value=date(1000, 1, 1), max_value=date(2100, 12, 31))
years = st.integers(1000, 2100)


@st.composite
def points(draw: st.DrawFn) -> str:
    """An EDTF point of the part that we read."""
    on = draw(days)
    form = draw(st.sampled_from(["day", "month", "year", "season", "decade", "century", "year-XX", "month-XX"]))
    texts = {
        "day": on.isoformat(),
        "month": f"{on.year}-{on.month:02}",
        "year": f"{on.year}",
        "season": f"{on.year}-{21 + on.month % 3}",  # winter is compared by itself below
        "decade": f"{on.year // 10}X",
        "century": f"{on.year // 100}XX",
        "year-XX": f"{on.year}-XX",
        "month-XX": f"{on.year}-{on.month:02}-XX",
    }
    qualified = form in ("day", "month", "year")
    return texts[form] + (draw(st.sampled_from(["", "?", "~", "%"])) if qualified else "")


def bounds(edtf: str) -> tuple[date, date]:
    """First and last day after the library."""
    held = parse_edtf(edtf)
    return date(*held.lower_strict()[:3]), date(*held.upper_strict()[:3])


@given(points())
def test_points_are_read_as_the_library_reads_them(edtf: str) -> None:
    when = When.parse(edtf)
    assert (when.earliest, when.latest) == bounds(edtf)
    assert str(when) == edtf


@given(days, days, st.sampled_from([10, 7, 4]), st.sampled_from([10, 7, 4]))
def test_intervals_are_read_as_the_library_reads_them(one: date, other: date, cut_first: int, cut_last: int) -> None:
    first, last = sorted((one, other))
    edtf = f"{first.isoformat()[:cut_first]}/{last.isoformat()[:cut_last]}"
    when = When.parse(edtf)
    assert (when.earliest, when.latest) == bounds(edtf)


def test_winter_differs_from_the_library_on_purpose() -> None:
    # The library ends winter with December; ours runs on to February, which is what a text means by it.
    assert (When.parse("2016-24").earliest, When.parse("2016-24").latest) == (date(2016, 12, 1), date(2017, 2, 28))


@pytest.mark.parametrize(
    ("edtf", "first", "last"),
    [
        ("2016-12-01/..", date(2016, 12, 1), None),  # open end
        ("../2016-11-08", None, date(2016, 11, 8)),  # open start
        ("2016-12-01/", date(2016, 12, 1), None),  # the older spelling of an open end
        ("/2016", None, date(2016, 12, 31)),  # and of an open start
        ("2016-02", date(2016, 2, 1), date(2016, 2, 29)),  # leap year
        ("1900-02", date(1900, 2, 1), date(1900, 2, 28)),  # no leap year
        ("0001", date(1, 1, 1), date(1, 12, 31)),  # the first year we have
        ("9999-12-31", date(9999, 12, 31), date(9999, 12, 31)),  # the last day we have
        ("0XXX", date(1, 1, 1), date(999, 12, 31)),  # there is no year 0
        ("201X/2020-01", date(2010, 1, 1), date(2020, 1, 31)),  # an end may be a decade
    ],
)
def test_bounds(edtf: str, first: date | None, last: date | None) -> None:
    when = When.parse(edtf)
    assert (when.earliest, when.latest) == (first, last)


@pytest.mark.parametrize(
    "edtf",
    [
        "",
        "yesterday",
        "2016-13",  # no such month
        "2016-00",
        "2016-02-30",  # no such day
        "2015-02-29",  # no leap year
        "2016-12-00",
        "16-12-01",  # a year has four digits
        "2016-1",
        "2016-XX-05",  # a day of no month
        "201X-05",  # a month of no year
        "XXXX",  # says nothing
        "../..",  # says nothing
        "/",
        "2017/2016",  # ends before it starts
        "2015/2016/2017",
        "2016-21-05",  # a day of a season
        "2016-25",
        "0000",
        "２０１６",  # digits of another script
        "2016\n",
    ],
)
def test_what_is_no_date_of_ours_is_refused_by_name(edtf: str) -> None:
    with pytest.raises(ValueError, match=r"not an EDTF date|ends before") as refusal:
        When.parse(edtf)
    assert repr(edtf) in str(refusal.value)


@given(st.text(alphabet="0123456789-/.X?~% ", max_size=24))
def test_anything_is_read_or_refused_with_value_error(text: str) -> None:
    try:
        when = When.parse(text)
    except ValueError:
        return
    assert when.earliest or when.latest
    assert When.parse(str(when)) == when


@given(points(), points())
def test_containing_implies_overlap_and_compatible(one: str, other: str) -> None:
    a, b = When.parse(one), When.parse(other)
    assert a.contains(a)
    if a.contains(b):
        assert a.overlaps(b)
        assert a.compatible(b)
        assert b.compatible(a)
    assert a.overlaps(b) == b.overlaps(a)


@given(st.lists(points()))
def test_order_is_by_first_day(texts: list[str]) -> None:
    ordered = sorted((When.parse(t) for t in texts), key=lambda w: w.sort_key)
    firsts = [w.earliest for w in ordered if w.earliest]
    assert firsts == sorted(firsts)


def test_a_shorter_range_sorts_before_a_longer_one_that_starts_with_it() -> None:
    texts = ["2016", "2016-01", "2016-01-01", "2016-01-01/.."]
    assert [w.edtf for w in sorted(map(When.parse, texts), key=lambda w: w.sort_key)] == [
        "2016-01-01",
        "2016-01",
        "2016",
        "2016-01-01/..",
    ]


@pytest.mark.parametrize(
    ("edtf", "is_day", "approximate"),
    [
        ("2016-12-01", True, False),
        ("2016-12-01~", True, True),
        ("2016-12-01/2016-12-01", True, False),  # an interval of one day
        ("2016-12", False, False),
        ("2016?", False, True),
        ("2016-12-01/..", False, False),
    ],
)
def test_day_and_qualifier(edtf: str, is_day: bool, approximate: bool) -> None:
    when = When.parse(edtf)
    assert (when.is_day, when.approximate) == (is_day, approximate)


def test_between() -> None:
    day = When.day(date(2016, 12, 1))
    assert When.between(day, None).edtf == "2016-12-01/.."
    assert When.between(None, day).edtf == "../2016-12-01"
    assert When.between(day, When.parse("2017")).edtf == "2016-12-01/2017"
    with pytest.raises(ValueError, match="not an EDTF date"):
        When.between(None, None)
    with pytest.raises(ValueError, match="not an EDTF date"):
        When.between(When.parse("2016/2017"), None)  # an interval is no end of an interval
