"""The algebra of spans, against sets of offsets."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.model.span import Span, hull, merge, subtract

spans = st.tuples(st.integers(0, 40), st.integers(0, 12)).map(lambda pair: Span(pair[0], pair[0] + pair[1]))


def offsets(*several: Span) -> set[int]:
    """All code points covered."""
    return {at for span in several for at in range(span.start, span.end)}


@given(st.lists(spans))
def test_merge_covers_the_same_and_leaves_gaps(several: list[Span]) -> None:
    merged = merge(several)
    assert offsets(*merged) == offsets(*several)
    assert all(a.end < b.start for a, b in itertools.pairwise(merged))


@given(spans, st.lists(spans))
def test_subtract_leaves_what_no_hole_covers(span: Span, holes: list[Span]) -> None:
    left = subtract(span, holes)
    assert offsets(*left) == offsets(span) - offsets(*holes)
    assert all(len(piece) for piece in left)
    assert list(left) == sorted(left)


@given(st.lists(spans, min_size=1))
def test_hull_is_the_smallest_cover(several: list[Span]) -> None:
    cover = hull(several)
    assert all(cover.contains(span) for span in several)
    assert cover.start in {s.start for s in several}
    assert cover.end in {s.end for s in several}


def test_hull_of_nothing_is_an_error() -> None:
    with pytest.raises(ValueError, match="hull of no span"):
        hull([])


@given(spans, spans)
def test_overlap_and_containment_are_those_of_sets(one: Span, other: Span) -> None:
    if len(one) and len(other):
        assert one.overlaps(other) == bool(offsets(one) & offsets(other))
        assert one.contains(other) == (offsets(other) <= offsets(one))


@given(spans, st.integers(0, 50))
def test_shift_keeps_the_length(span: Span, by: int) -> None:
    assert len(span.shift(by)) == len(span)
    assert span.shift(by).shift(-by) == span


@given(st.text(alphabet=" \n\tab", max_size=20), st.data())
def test_strip_leaves_the_stripped_words(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    stripped = Span(start, end).strip(text)
    assert stripped.of(text) == text[start:end].strip()
    assert start <= stripped.start <= stripped.end <= end


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (3, 2)])
def test_no_such_span(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="not a span"):
        Span(start, end)


def test_words_past_the_end_are_an_error() -> None:
    with pytest.raises(IndexError):
        Span(0, 5).of("word")
    assert Span(0, 4).of("word") == "word"
