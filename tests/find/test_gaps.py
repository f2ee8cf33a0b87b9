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


MORE = [
    # other ways of saying it
    ("The ministry would neither confirm nor deny the figure.", "no-comment"),
    ("Brandl neither confirmed nor denied that he had met them.", "no-comment"),
    ("We do not comment on pending litigation.", "no-comment"),
    ("The company said it does not comment on personnel.", "no-comment"),
    ("“No comment,” Brandl said.", "no-comment"),
    ("Brandl waved the question away.", ""),
    ("He refused to be drawn on the matter.", "no-comment"),
    ("She passed on the chance to respond.", "no-comment"),
    ("My attorney has advised me not to answer that.", "no-comment"),
    ("On counsel’s advice he gave no answer.", "no-comment"),
    ("Asked about the trip, he said he would let his lawyers speak.", "no-comment"),
    ("He would only say that the matter was in hand.", "no-comment"),
    ("She declined an interview.", "no-comment"),
    ("A spokesman for the bank declined to make anyone available.", "no-comment"),
    ("The office said it could not discuss an open case.", "no-comment"),
    ("He had nothing to say about the letter.", "no-comment"),
    ("I will take the Fifth.", "no-comment"),
    ("I respectfully decline to answer.", "no-comment"),
    ("The judge’s clerk said the judge would have no statement.", "no-comment"),
    ("The agency cited privacy rules in declining to comment.", "no-comment"),
    ("Kern said she could not talk about it.", "no-comment"),
    ("The lawyer said he was not at liberty to discuss it.", "no-comment"),
    ("“I am not going to answer that,” she said.", "no-comment"),
    ("“Next question,” the mayor said.", "no-comment"),
    ("Calls to the office were not returned.", "no-response"),
    ("Messages left at his home went unanswered.", "no-response"),
    ("Lind could not be reached.", "no-response"),
    ("Efforts to reach Sorn were unsuccessful.", "no-response"),
    ("Attempts to contact the firm failed.", "no-response"),
    ("The firm did not immediately respond.", "no-response"),
    ("He has not replied to our questions.", "no-response"),
    ("No one answered the door.", "no-response"),
    ("Nobody at the number given came to the phone.", "no-response"),
    ("She did not return a message seeking comment.", "no-response"),
    ("The ministry had not responded by the time of publication.", "no-response"),
    ("A letter sent to his last address was returned.", "no-response"),
    ("His phone was switched off.", "no-response"),
    ("The mayor’s office never got back to us.", "no-response"),
    ("An email bounced.", "no-response"),
    ("Velten did not reply to written questions.", "no-response"),
    ("We tried him four times and got his voicemail.", "no-response"),
    ("Repeated requests for an interview received no answer.", "no-response"),
    ("It was not possible to reach the family.", "no-response"),
    ("The company ignored three emails.", "no-response"),
    ("I have had no answer to my letter of May 2.", "no-response"),
    ("He did not come to the telephone.", "no-response"),
    ("She spoke on the condition that she not be identified.", "withheld-source"),
    ("The man would not give his name.", "withheld-source"),
    ("He asked for anonymity because he fears for his job.", "withheld-source"),
    ("They were granted anonymity to discuss private talks.", "withheld-source"),
    ("The Gazette is not naming her to protect her safety.", "withheld-source"),
    ("The official was not authorized to speak publicly.", "withheld-source"),
    ("Her name is being withheld at her request.", "withheld-source"),
    ("He did not want his name used.", "withheld-source"),
    ("None of the four agreed to be named.", "withheld-source"),
    ("A source, who spoke on background, said so.", "withheld-source"),
    ("He insisted that we not print his name.", "withheld-source"),
    ("We agreed not to name him.", "withheld-source"),
    ("who requested anonymity", "withheld-source"),
    ("She asked us not to use her name.", "withheld-source"),
    ("The clerk, whose name the Gazette is withholding, kept copies.", "withheld-source"),
    ("who was not permitted to speak to the press", "withheld-source"),
    ("He wished to remain anonymous.", "withheld-source"),
    ("It is not known who signed the order.", "open-question"),
    ("How the money left the account is unclear.", "open-question"),
    ("Why the alarm was turned off remains a mystery.", "open-question"),
    ("The report does not say who approved it.", "open-question"),
    ("Investigators have yet to determine the cause.", "open-question"),
    ("Whether he knew is an open question.", "open-question"),
    ("Nobody has explained where the files went.", "open-question"),
    ("No charges have been filed, and no cause has been given.", "open-question"),
    ("It could not be learned whether the payment was made.", "open-question"),
    ("The origin of the fire has not been established.", "open-question"),
    ("That question has never been answered.", "open-question"),
    ("What became of the second report is anyone’s guess.", "open-question"),
    ("Who paid for the trip is still not clear.", "open-question"),
    ("We were unable to verify the account.", "open-question"),
    ("The Gazette could not independently confirm this.", "open-question"),
    ("The date of the hearing has not been set.", "open-question"),
    ("There is no record of who opened the gate.", "open-question"),
    ("It remains to be seen whether the council will act.", "open-question"),
    ("The documents are silent on who gave the order.", "open-question"),
    ("The files leave open who gave the order.", "open-question"),
    ("Just when the cracks began is not certain.", "open-question"),
    ("The committee still does not know who saw the figures.", "open-question"),
    ("The exact sum is unknown.", "open-question"),
    ("It was unclear on Friday if the bridge would reopen.", "open-question"),
    ("The reason is not stated.", "open-question"),
    ("The contract gives no reason.", "open-question"),
    ("It has not been explained why two invoices were paid.", "open-question"),
    ("The bridge was closed and drivers took the long way.", ""),
    ("She answered every question.", ""),
    ("The name of the ship is not painted on it.", ""),
    ("He told the court that he knew nothing.", ""),
    ("He said that he had nothing to hide.", ""),
    ("The engineer was named to the board.", ""),
    ("The council set no limit on speeches.", ""),
    ("The road is open.", ""),
    ("She asked that the window be closed.", ""),
    ("He was authorized to sign checks.", ""),
    ("They could not reach the summit.", ""),
    ("No one was hurt.", ""),
    ("The question is on the ballot.", ""),
    ("The minister doesn’t speak for the island.", ""),
    ("The bank passed on the chance to raise its rates.", ""),
]


@pytest.mark.parametrize(("sentence", "expected"), MORE)
def test_kinds_in_other_words(sentence: str, expected: str) -> None:
    found = [str(kind) for kind in kinds(sentence)]
    assert expected in found if expected else not found


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
