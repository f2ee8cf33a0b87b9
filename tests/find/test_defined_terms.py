"""Terms that a text defines in brackets."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.find.defined_terms import MOST, defined_terms


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("Jonas Reed Holdings LLC (the “Company”) leased it.", ["Company"]),
        ('Jonas Reed Holdings LLC ("Reed") leased it.', ["Reed"]),
        ('Jonas Reed Holdings LLC (hereinafter referred to as "Reed" or the "Lessee") leased it.', ["Reed", "Lessee"]),
        ("Ada Quill, a pilot (“Quill,” or “the Pilot”), came.", ["Quill"]),
        # what stands in quotation marks is said, not defined
        ("He laughed (and said “Never again”) and left.", []),
        ("He laughed (“never again”) and left.", []),
        ("Nothing (of this) is “Defined”.", []),
    ],
)
def test_terms(text: str, terms: list[str]) -> None:
    assert [span.of(text) for _, span in defined_terms(text)] == terms


def test_a_list_without_end_is_cut() -> None:
    assert len(list(defined_terms("(“Term”) " * 2 * MOST))) == MOST


@given(st.text(alphabet='(“”"the or a,Aa ', max_size=200))
def test_any_text(text: str) -> None:
    for at, span in defined_terms(text):
        assert text[at] == "("
        assert at < span.start < span.end
