"""Threads of mails: what answers what, what is missing, what came before what it answers."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.model.document import Metadata
from sayso.resolve.mail_threads import letter, thread

Row = tuple[str, int, str, str, str]
"""document, day of May 2021, subject, Message-IDs it answers, to whom"""


def letters(rows: list[Row]) -> list[Metadata]:
    return [
        Metadata(
            headers=(
                ("From", "Ane <ane@kelpline.example>"),
                ("To", f"<{to}@kelpline.example>"),
                ("Date", f"{day} May 2021 09:15:00 +0000"),
                ("Subject", subject),
                ("Message-ID", f"<{document}>"),
                ("References", answers),
            )
        )
        for document, day, subject, answers, to in rows
    ]


def shown(document: str, rows: list[Row]) -> list[str]:
    """A line a mail: its depth as dots, `?` for one that is missing, `~` by subject alone, `!` too early."""
    found = thread(document, [letter(row[0], known) for row, known in zip(rows, letters(rows), strict=True)])
    return [
        "." * one.depth + (one.document or f"?{one.id}") + "~" * one.by_subject + "!" * one.too_early for one in found
    ]


THREADS: list[tuple[list[Row], list[str]]] = [
    # alone
    ([("a", 3, "The quay", "", "bo"), ("x", 3, "The lock", "", "bo")], ["a"]),
    # two answers and an answer to the first, by date
    (
        [
            ("c", 6, "Re: q", "<a>", "bo"),
            ("a", 3, "q", "", "bo"),
            ("d", 5, "Re: q", "<a> <b>", "bo"),
            ("b", 4, "Re: q", "<a>", "bo"),
        ],
        ["a", ".b", "..d", ".c"],
    ),
    # what was answered is not in the case; its answers still are one thread
    ([("a", 3, "Re: q", "<gone>", "bo"), ("b", 4, "Re: q", "<gone>", "bo")], ["?gone", ".a", ".b"]),
    # the nearest that is known
    ([("a", 3, "q", "", "bo"), ("b", 5, "Re: q", "<a> <gone>", "bo")], ["a", ".b"]),
    # by subject alone, between the same people
    ([("a", 3, "The quay", "", "bo"), ("b", 4, "RE: AW: the  Quay", "", "bo")], ["a", ".b~"]),
    # not between others, not without "Re:", not for what is passed on
    ([("a", 3, "The quay", "", "bo"), ("b", 4, "Re: The quay", "", "cy")], ["a"]),
    ([("a", 3, "The quay", "", "bo"), ("b", 4, "The quay", "", "bo")], ["a"]),
    ([("a", 3, "The quay", "", "bo"), ("b", 4, "Fwd: The quay", "", "bo")], ["a"]),
    # an answer that is older than what it answers
    ([("a", 5, "q", "", "bo"), ("b", 3, "Re: q", "<a>", "bo")], ["a", ".b!"]),
    # a circle ends
    ([("a", 3, "q", "<b>", "bo"), ("b", 4, "q", "<a>", "bo")], ["b", ".a!"]),
    # itself
    ([("a", 3, "q", "<a>", "bo")], ["a"]),
]


@pytest.mark.parametrize(("rows", "expected"), THREADS)
def test_threads(rows: list[Row], expected: list[str]) -> None:
    assert shown("a", rows) == expected


def test_every_mail_of_a_thread_has_the_same_thread() -> None:
    rows: list[Row] = [("a", 3, "q", "", "bo"), ("b", 4, "Re: q", "<a>", "bo"), ("c", 5, "Re: q", "", "bo")]
    assert shown("a", rows) == shown("b", rows) == shown("c", rows)


def test_what_is_no_mail_has_none() -> None:
    assert thread("x", [letter("a", letters([("a", 3, "q", "", "bo")])[0])]) == ()


@settings(max_examples=100, deadline=None)
@given(st.lists(st.tuples(st.integers(1, 28), st.lists(st.integers(0, 9), max_size=3)), min_size=1, max_size=10))
def test_whatever_answers_what_each_mail_is_there_once(mails: list[tuple[int, list[int]]]) -> None:
    rows: list[Row] = [
        (f"m{n}", day, "Re: q", " ".join(f"<m{other}>" for other in answers), "bo")
        for n, (day, answers) in enumerate(mails)
    ]
    found = [line.strip(".~!") for line in shown("m0", rows)]
    assert "m0" in found
    assert len(set(found)) == len(found)
