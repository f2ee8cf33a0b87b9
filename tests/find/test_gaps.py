"""Rows: a sentence and the kinds of gap it states."""

import pytest

from sayso.find.blocks import find_blocks
from sayso.find.gaps import find_gaps, kinds
from sayso.model.document import Document, Edit, Mark, MarkKind, Metadata, Text
from sayso.model.gap import GapKind
from sayso.model.span import Span

ROWS = [
    # no comment: declining, would not, had none, in so many words
    ("Mayor Ilse Brandt declined to comment.", "no-comment"),
    ("The ferry company declined, through a lawyer, to discuss its books.", "no-comment"),
    ("Brandt would not say who paid for the trip.", "no-comment"),
    ("The agency had no comment on the audit.", "no-comment"),
    ("He refused to answer questions about the ferry.", "no-comment"),
    ("The hospital declined an interview.", "no-comment"),
    ("She wouldn’t discuss the case.", "no-comment"),
    # no response: silence, calls not returned, out of reach
    ("Brandt did not immediately respond to a request for comment.", "no-response"),
    ("Two e-mails to the company went unanswered.", "no-response"),
    ("Orla Finch could not be reached.", "no-response"),
    ("The embassy has not returned repeated calls.", "no-response"),
    ("We wrote in May and had no reply.", "no-response"),
    ("The clerk wrote to Mr. Finch on May 3. He has not answered.", "no-response"),
    # withheld source
    ("The official spoke on condition of anonymity.", "withheld-source"),
    ("She asked not to be named because she still works there.", "withheld-source"),
    ("Both insisted that their names not be used.", "withheld-source"),
    ("They were not authorized to speak publicly.", "withheld-source"),
    ("Neither would be named, for fear of the harbor master.", "withheld-source"),
    ("The cook asked us not to use his name or his face.", "withheld-source"),
    # open question
    ("It is not clear whether the valve was ever tested.", "open-question"),
    ("Who ordered the test remains unknown.", "open-question"),
    ("The cause has yet to be established.", "open-question"),
    ("The report does not say who signed the order.", "open-question"),
    ("No date for the hearing has been set.", "open-question"),
    ("That could not be independently verified.", "open-question"),
    ("What became of the key could not be learned, and the board could not establish who had it.", "open-question"),
    ("The Gazette was unable to verify the memo.", "open-question"),
    # two at once
    ("An aide, who asked not to be identified, declined to say more.", "no-comment withheld-source"),
    # line breaks count as spaces
    ("The company did not\nrespond to a letter.", "no-response"),
    # none of these is a gap
    ("He declined the second helping.", ""),
    ("The new ferry would be named after the mayor.", ""),
    ("He has not answered that riddle.", ""),
    ("She did not respond in kind.", ""),
    ("Ferry traffic declined to its lowest level in a decade.", ""),
    ("The committee approved the budget.", ""),
    ("The clear water of the bay drew visitors.", ""),
    ("The team answered every question.", ""),
]


@pytest.mark.parametrize(("sentence", "expected"), ROWS)
def test_kinds(sentence: str, expected: str) -> None:
    assert sorted(kinds(sentence)) == sorted(GapKind(k) for k in expected.split())


def test_i_do_not_know_is_a_gap_of_the_writer_and_not_of_the_quoted() -> None:
    assert kinds("I do not know the reason.") == (GapKind.OPEN_QUESTION,)
    assert kinds("I do not know the reason.", quoted=True) == ()


def document(text: Text) -> Document:
    return Document("d0", "a.txt", "", "text/plain", Metadata(), text)


def test_one_gap_a_redaction_mark_and_one_a_kind_and_sentence() -> None:
    words = "Paid by [REDACTED] and [REDACTED]. Brandt declined to comment, and declined to say why."
    spans = [Span(8, 18), Span(23, 33)]
    marks = tuple(Mark(MarkKind.REDACTION, s, page=4, note="typed", recoverable=s.start == 8) for s in spans)
    gaps = find_gaps(document(Text(words, marks=marks)), words, find_blocks(words))
    assert [(g.kind, g.span) for g in gaps[:2]] == [(GapKind.REDACTION, s) for s in spans]
    assert [(g.page, g.recoverable, g.note) for g in gaps[:2]] == [(4, True, "typed"), (4, False, "typed")]
    assert [(g.kind, g.span.of(words)) for g in gaps[2:]] == [
        (GapKind.NO_COMMENT, "Brandt declined to comment, and declined to say why.")
    ]


def test_a_gap_does_not_end_inside_an_edit() -> None:
    words = "Brandt declined to comment. [2. note] It rained."
    edit = Edit(Span(28, 37), "other", "")
    gaps = find_gaps(document(Text(words, edits=(edit,))), words, find_blocks(words))
    assert all(not (28 < edge < 37) for g in gaps for edge in (g.span.start, g.span.end))
