"""Exact words between quotation marks: none stands twice, and none is lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.export.quoted import quoted


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("the sluice was open", "“the sluice was open”"),
        ("the sluice\n  was open", "“the sluice was open”"),  # one line
        ("“The sluice was open.”", "“The sluice was open.”"),  # quoted as a whole
        ('"The sluice was open."', '"The sluice was open."'),  # by straight marks
        ("“I get two hundred letters a day", "“I get two hundred letters a day”"),  # its partner lies outside
        ("I get two hundred letters a day”", "“I get two hundred letters a day”"),
        ('"I get letters', '"I get letters"'),  # closed as it was opened
        ("the bulge was known “since May”", "“the bulge was known ‘since May’”"),  # one would stand twice
        ("“Not a word,” she said", "“‘Not a word,’ she said”"),
        ("“Yes,” she said, “twice.”", "“‘Yes,’ she said, ‘twice.’”"),
        ("what he called “gossip” of the town", "“what he called “gossip” of the town”"),  # none stands twice
        ("“", "“”"),
        ("", ""),
    ],
)
def test_marks_stand_once(words: str, shown: str) -> None:
    assert quoted(words) == shown


@given(st.text(alphabet='ab “”"', max_size=12))
def test_no_word_is_lost(words: str) -> None:
    def letters(text: str) -> str:
        return "".join(sign for sign in text if sign.isalpha())

    assert letters(quoted(words)) == letters(words)
