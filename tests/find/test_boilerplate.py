"""Rows: a passage and whether it is part of the text."""

import json
from pathlib import Path

import pytest

from sayso.find.boilerplate import find_boilerplate
from sayso.model.document import Mark, MarkKind, Text
from sayso.model.span import Span

NEWS = "The harbor board met on Monday and approved the dredging contract by a vote of five to two."

PASTED = [
    "Share Tweet Print Email",  # buttons
    "Share this article | Facebook | Twitter",  # buttons with signs between
    "Sign up for our morning newsletter and never miss a story",  # prompt
    "Support independent journalism: donate today",  # appeal
    "Public television is made possible by viewers like you. Your gift makes it possible.",  # appeal to "you"
    "This website uses cookies to improve your experience.",  # cookie notice
    "© 2031 Gullhaven Gazette. All rights reserved.",  # notice
    "Copyright 2031 Gullhaven Gazette",  # notice
    "Skip to main content",  # navigation
    "Home News Weather Sports Opinion",  # navigation in one line
    "You have three free articles remaining this month.",  # paywall
    "Follow Ines Tabor on Twitter @inestabor",  # prompt
    "Advertisement",
    "Listen to it wherever you get your podcasts",  # prompt
    "The Long Tide, our weekly podcast about the coast",  # slogan
    "Coast Wire. For subscriber publications only.",  # notice of a wire
    "Distributed by Coast Wire Features",
    "Newsroom: 555-0188",
    "-30-",  # the end of a wire's copy
]

KEPT = [
    NEWS,
    "“Sign up for the newsletter,” he told the crowd.",  # somebody's words
    "Voters can sign up at the town hall until Friday, the clerk said.",  # news about signing up
    "Copyright law was at the heart of the dispute between the two publishers.",  # news about copyright
    "Donors gave $40,000 to the campaign in June, records show.",  # news about gifts
    "The council voted to support the ferry.",
    "Boxes of food were distributed by volunteers on Friday.",
    "The harbor radio is a service of the coast guard.",  # not at the end of the text
    "Cookies were sold at the fair.",
    "Home prices fell in Gullhaven.",
    "The board will share the report with the state.",
    "Search",  # may be a heading
]


@pytest.mark.parametrize("passage", PASTED)
def test_pasted(passage: str) -> None:
    text = f"{NEWS}\n\n{passage}\n\n{NEWS.replace('Monday', 'Tuesday')}"
    assert [s.of(text) for s in find_boilerplate(Text(text))] == [passage]


@pytest.mark.parametrize("passage", KEPT)
def test_kept(passage: str) -> None:
    text = f"{passage}\n\nIt rained all day in the harbor and the boats stayed in."
    assert find_boilerplate(Text(text)) == ()


def test_an_appeal_pasted_twice_goes_with_its_slogan_and_button() -> None:
    appeal = "Gullhaven Radio\nPledge $5 a month and keep us on the air\nDonate"
    text = f"{NEWS}\n\n{appeal}\n\nIt rained.\n\n{appeal}\n\nThe end came late."
    assert [s.of(text) for s in find_boilerplate(Text(text))] == [appeal, appeal]


def test_lines_that_were_pasted_twice_together_go_both_times() -> None:
    pasted = "The foghorn is listening\nCome to the pier on Sunday"
    text = f"{NEWS}\n\n{pasted}\n\nIt rained.\n\n{pasted}\n\nThe end came late."
    assert [s.of(text) for s in find_boilerplate(Text(text))] == [pasted, pasted]


def test_an_owner_below_the_last_line() -> None:
    owner = "Gullhaven Radio is a service of the Lantern Trust"
    assert [s.of(f"{NEWS}\n\n{owner}") for s in find_boilerplate(Text(f"{NEWS}\n\n{owner}"))] == [owner]


def test_of_a_repeated_paragraph_the_first_copy_stays() -> None:
    text = f"{NEWS}\n\nIt rained.\n\n{NEWS}"
    assert [(s.start, s.of(text)) for s in find_boilerplate(Text(text))] == [(text.rindex("The harbor"), NEWS)]


def test_links_below_their_heading_go_and_the_story_after_them_stays() -> None:
    links = "Related stories\nGulls return to the pier\nWhy the foghorn is silent"
    text = f"{NEWS}\n\n{links}\n\nIt rained all day."
    kept = Text(text).hidden(find_boilerplate(Text(text)))
    assert "Gulls" not in kept
    assert "foghorn" not in kept
    assert "It rained all day." in kept


def test_labels_of_a_transcript_are_not_repetitions() -> None:
    text = "THE CHAIR OF THE SELECT COMMITTEE ON PORTS:\n\nYes.\n\nTHE CHAIR OF THE SELECT COMMITTEE ON PORTS:\n\nNo."
    assert find_boilerplate(Text(text)) == ()


def test_what_a_reader_marked_counts() -> None:
    text = f"{NEWS} Bye."
    span = Span(len(NEWS) + 1, len(text))
    assert find_boilerplate(Text(text, marks=(Mark(MarkKind.BOILERPLATE, span),))) == (span,)


def test_annotated_news_is_hardly_ever_taken(shared: Path) -> None:
    touched = total = 0
    with (shared / "attribution" / "dev.jsonl").open(encoding="utf-8") as lines:
        for document in map(json.loads, lines):
            taken = find_boilerplate(Text(document["text"]))
            for attribution in document["attributions"]:
                for start, end in attribution["content"]:
                    total += 1
                    touched += any(s.overlaps(Span(start, end)) for s in taken)
    assert total > 1000
    assert touched <= total // 500
