"""Headings that run into the sentence behind them, and words that are none."""

import pytest

from sayso.find.blocks import find_blocks
from sayso.find.headings import is_heading, run_in_headings

RUN_IN = [
    # a sentence with an opening word follows
    ("Origins of the Harbour Work In March 2030, the port council asked for plans.", "Origins of the Harbour Work "),
    # a name and a verb follow behind what no name holds
    (
        "Brandt Contacts the Council on Behalf of Trade Selma asked the council to stay.",
        "Brandt Contacts the Council on Behalf of Trade ",
    ),
    ("New Sanctions Against Norland Brandt was also the member who spoke to them.", "New Sanctions Against Norland "),
    # a headline alone, in title case
    ("Brandt Slams Foss On Grain After Ruling.", ""),
    # names and offices before a verb
    ("Former Harbour Council Member Selma Brandt called for calm in the whole town.", ""),
    ("On Monday, The Millrace sought more details from the council.", ""),
    # a label
    ("Editor’s Note: The following is part three of a series about the port.", ""),
]


@pytest.mark.parametrize(("text", "heading"), RUN_IN)
def test_headings_that_run_into_a_sentence(text: str, heading: str) -> None:
    found = [span.of(text) for span in run_in_headings(text, find_blocks(text))]
    assert found == ([heading] if heading else [])


@pytest.mark.parametrize(
    ("words", "heading"),
    [
        ("Talks With the Harbour Office", True),
        ("Talks with the harbour office", False),
        ("Selma Brandt Met the Council.", False),
        ("Council Member Brandt Slams Harbour Chief Over Trade After Ruling On Grain Duties.", True),
        ("", False),
    ],
)
def test_whole_headings(words: str, heading: bool) -> None:
    assert is_heading(words) is heading
