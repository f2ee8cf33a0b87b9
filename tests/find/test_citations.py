"""Rows: a note or a passage, and the citations in it: words, witness, record, date, pages. Everybody is invented."""

import re
import time
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.find.blocks import find_blocks
from sayso.find.citations import find_citations
from sayso.model.document import Document, Edit, Mark, MarkKind, Metadata, Text
from sayso.model.span import Span
from sayso.model.statement import Citation
from sayso.model.when import When

Expected = tuple[str, str | None, str, str | None, str | None]

BODY = "The harbor board met twice. Marsh had the sluice opened on Monday.1 Nobody was told."

NOTES: list[tuple[str, list[Expected]]] = [
    # --- records of interviews, as reports of special counsels cite them
    ("Harker 11/16/17 302, at 8-9.", [("Harker 11/16/17 302, at 8-9", "Harker", "302", "2017-11-16", "8-9")]),
    ("S. Renn 4/2/18 302, at 5–6; Renn 5/1/18 302, at 1.", [
        ("S. Renn 4/2/18 302, at 5–6", "S. Renn", "302", "2018-04-02", "5–6"),
        ("Renn 5/1/18 302, at 1", "Renn", "302", "2018-05-01", "1"),
    ]),
    ("See, e.g., De la Cruz 12/14/17 302, at 2, 5-7, 9.", [
        ("De la Cruz 12/14/17 302, at 2, 5-7, 9", "De la Cruz", "302", "2017-12-14", "2, 5-7, 9"),
    ]),
    ("O’Dowd 10/25/18 302 (serial 241), at 4.", [
        ("O’Dowd 10/25/18 302 (serial 241), at 4", "O’Dowd", "302", "2018-10-25", "4"),
    ]),
    # a four-digit year, FD-302, an explanation behind it
    ("Oduya FD-302, 3/5/2019, at 2 (recalling the visit).", [
        ("Oduya FD-302, 3/5/2019, at 2", "Oduya", "302", "2019-03-05", "2"),
    ]),
    # what is blacked out is unknown
    ("[REDACTED] 1/9/18 302, at 3.", [("[REDACTED] 1/9/18 302, at 3", None, "302", "2018-01-09", "3")]),
    ("[REDACTED]", []),
    ("Marsh 302, at 4.", [("Marsh 302, at 4", "Marsh", "302", None, "4")]),
    # a sentence between two citations
    ("Harker 1/31/18 302, at 17. In a later interview Harker said that Renn had gone. Harker 11/7/18 302, at 3.", [
        ("Harker 1/31/18 302, at 17", "Harker", "302", "2018-01-31", "17"),
        ("Harker 11/7/18 302, at 3", "Harker", "302", "2018-11-07", "3"),
    ]),
    # --- interviews by inspectors general and others
    ("OIG Interview of Ann Oduya, Mar. 3, 2018, at 12.", [
        ("OIG Interview of Ann Oduya, Mar. 3, 2018, at 12", "Ann Oduya", "interview", "2018-03-03", "12"),
    ]),
    ("Oduya OIG Tr. at 12; Renn Interview at 4-5.", [
        ("Oduya OIG Tr. at 12", "Oduya", "transcript", None, "12"),
        ("Renn Interview at 4-5", "Renn", "interview", None, "4-5"),
    ]),
    ("D. Quill 3/15/23 Interview, at 2.", [
        ("D. Quill 3/15/23 Interview, at 2", "D. Quill", "interview", "2023-03-15", "2"),
    ]),
    ("Interview with Tess Okon, Harbor Master, 14 June 2019.", [
        ("Interview with Tess Okon, Harbor Master, 14 June 2019", "Tess Okon", "interview", "2019-06-14", None),
    ]),
    ("Okon MOI (June 14, 2019) at 3.", [("Okon MOI (June 14, 2019) at 3", "Okon", "interview", "2019-06-14", "3")]),
    # --- grand jury, deposition, trial, hearing
    ("Oduya Grand Jury Tr. at 44.", [("Oduya Grand Jury Tr. at 44", "Oduya", "grand-jury", None, "44")]),
    ("Grand Jury Testimony of Paul Harker, Sept. 8, 2017, at 22:3.", [
        ("Grand Jury Testimony of Paul Harker, Sept. 8, 2017, at 22:3",
         "Paul Harker", "grand-jury", "2017-09-08", "22:3"),
    ]),
    ("Renn Dep. 45:3-10, 47:1-2.", [("Renn Dep. 45:3-10, 47:1-2", "Renn", "deposition", None, "45:3-10, 47:1-2")]),
    ("Renn Dep. Tr. at 45; Marsh Dep. 12.", [
        ("Renn Dep. Tr. at 45", "Renn", "deposition", None, "45"),
        ("Marsh Dep. 12", "Marsh", "deposition", None, "12"),
    ]),
    ("Deposition of Odile Marsh, Jan. 3, 2018, at 45:3-46:2.", [
        ("Deposition of Odile Marsh, Jan. 3, 2018, at 45:3-46:2",
         "Odile Marsh", "deposition", "2018-01-03", "45:3-46:2"),
    ]),
    ("Hr’g Tr. 12:5-8 (Mar. 3, 2018).", [
        ("Hr’g Tr. 12:5-8 (Mar. 3, 2018)", None, "transcript", "2018-03-03", "12:5-8"),
    ]),
    ("Trial Tr. 1234:5–10 (Oduya).", [("Trial Tr. 1234:5–10 (Oduya)", "Oduya", "transcript", None, "1234:5–10")]),
    ("3/7/18 Hr'g Tr. at 5.", [("3/7/18 Hr'g Tr. at 5", None, "transcript", "2018-03-07", "5")]),
    ("Tr. 12:5-8.", [("Tr. 12:5-8", None, "transcript", None, "12:5-8")]),
    # --- declarations
    ("Oduya Decl. ¶¶ 4, 7.", [("Oduya Decl. ¶¶ 4, 7", "Oduya", "affidavit", None, "¶¶ 4, 7")]),
    ("Declaration of Ann Oduya ¶ 12; Renn Supp. Aff. ¶ 3.", [
        ("Declaration of Ann Oduya ¶ 12", "Ann Oduya", "affidavit", None, "¶ 12"),
        ("Renn Supp. Aff. ¶ 3", "Renn", "affidavit", None, "¶ 3"),
    ]),
    ("Written Responses of Odile Marsh (Nov. 20, 2018), at 8 (Response to Question I).", [
        ("Written Responses of Odile Marsh (Nov. 20, 2018), at 8", "Odile Marsh", "statement", "2018-11-20", "8"),
    ]),
    # --- before committees
    ("Testimony of Ann Oduya before the Senate Committee on Harbors, 115th Cong. 10 (Nov. 20, 2017).", [
        ("Testimony of Ann Oduya before the Senate Committee on Harbors, 115th Cong. 10 (Nov. 20, 2017)",
         "Ann Oduya", "testimony", "2017-11-20", "10"),
    ]),
    ("Safe Harbors: Hearing Before the H. Comm. on Ports, 115th Cong. 23 (2017) (statement of Paul Harker).", [
        ("Safe Harbors: Hearing Before the H. Comm. on Ports, 115th Cong. 23 (2017) (statement of Paul Harker)",
         "Paul Harker", "testimony", "2017", "23"),
    ]),
    ("Harker HPSCI Tr. at 61.", [("Harker HPSCI Tr. at 61", "Harker", "testimony", None, "61")]),
    # --- mails and messages
    ("7/27/16 Email, Renn to Marsh.", [("7/27/16 Email, Renn to Marsh", "Renn", "email", "2016-07-27", None)]),
    ("7/27/16 Email, Renn to Marsh & Oduya et al. (9:14 a.m.).", [
        ("7/27/16 Email, Renn to Marsh & Oduya et al. (9:14 a.m.)", "Renn", "email", "2016-07-27", None),
    ]),
    ("12/8/16 Text Messages, Marsh & Renn (5:18–5:37 p.m.); 12/9/16 WhatsApp Message, Renn to Marsh.", [
        ("12/8/16 Text Messages, Marsh & Renn (5:18–5:37 p.m.)", "Marsh & Renn", "message", "2016-12-08", None),
        ("12/9/16 WhatsApp Message, Renn to Marsh", "Renn", "message", "2016-12-09", None),
    ]),
    ("FER00412 (3/4/16 Text Message, Marsh to Renn (7:44 p.m.)).", [
        ("FER00412 (3/4/16 Text Message, Marsh to Renn (7:44 p.m.))", "Marsh", "message", "2016-03-04", None),
    ]),
    ("Email from Ann Oduya, Director, to Paul Harker, July 3, 2016, at 2.", [
        ("Email from Ann Oduya, Director, to Paul Harker, July 3, 2016, at 2", "Ann Oduya", "email", "2016-07-03", "2"),
    ]),
    ("Letter from Paul Harker to the Harbor Board (Mar. 3, 2018).", [
        ("Letter from Paul Harker to the Harbor Board (Mar. 3, 2018)", "Paul Harker", "letter", "2018-03-03", None),
    ]),
    ("Harker email to Oduya, July 3, 2016.", [
        ("Harker email to Oduya, July 3, 2016", "Harker", "email", "2016-07-03", None),
    ]),
    ("4/2/16 Email [REDACTED] to Oduya (12:31 p.m.).", [
        ("4/2/16 Email [REDACTED] to Oduya (12:31 p.m.)", None, "email", "2016-04-02", None),
    ]),
    ("4/2/16 Facebook Message, ID 1000442 (Tess Quill) to ID [REDACTED].", [
        ("4/2/16 Facebook Message, ID 1000442 (Tess Quill) to ID [REDACTED]",
         "Tess Quill", "message", "2016-04-02", None),
    ]),
    ("@harborwatch 4/3/16 Tweet; SluiceNews 4/4/16 Tweet.", [
        ("@harborwatch 4/3/16 Tweet", "@harborwatch", "post", "2016-04-03", None),
        ("SluiceNews 4/4/16 Tweet", "SluiceNews", "post", "2016-04-04", None),
    ]),
    ("3/11/16 Facebook Advertisement ID 604507, 5/6/16 Facebook Advertisement ID 605165.", [
        ("3/11/16 Facebook Advertisement ID 604507", None, "post", "2016-03-11", None),
        ("5/6/16 Facebook Advertisement ID 605165", None, "post", "2016-05-06", None),
    ]),
    ("Call Records of Odile Marsh [REDACTED]; Marsh 4/1/18 302, at 2.", [
        ("Call Records of Odile Marsh", "Odile Marsh", "call-records", None, None),
        ("Marsh 4/1/18 302, at 2", "Marsh", "302", "2018-04-01", "2"),
    ]),
    # --- numbers alone
    ("SM-4410231, serials 63 & 64.", [("SM-4410231, serials 63 & 64", None, "file", None, "serials 63 & 64")]),
    ("HARBOR_0004112–15, at 2.", [("HARBOR_0004112–15, at 2", None, "document", None, "2")]),
    ("FER 16 000134 (unsigned letter).", [("FER 16 000134 (unsigned letter)", None, "letter", None, None)]),
    # --- court papers
    ("Indictment ¶ 85, United States v. Marsh, No. 1:18-cr-215, Doc. 1.", [
        ("Indictment ¶ 85, United States v. Marsh, No. 1:18-cr-215, Doc. 1", None, "court", None, "¶ 85"),
    ]),
    ("Statement of Offense ¶ 3(d), United States v. Odile Marsh, No. 1:17-cr-232 (D.D.C. Dec. 1, 2017), Doc. 4.", [
        ("Statement of Offense ¶ 3(d), United States v. Odile Marsh, No. 1:17-cr-232 (D.D.C. Dec. 1, 2017), Doc. 4",
         "Odile Marsh", "court", "2017-12-01", "¶ 3(d)"),
    ]),
    ("Renn Statement of Offense ¶ 9; see Harker 8/29/17 302, at 14.", [
        ("Renn Statement of Offense ¶ 9", "Renn", "court", None, "¶ 9"),
        ("Harker 8/29/17 302, at 14", "Harker", "302", "2017-08-29", "14"),
    ]),
    ("Am. Compl. ¶¶ 14-16; Answer ¶ 14; Def.'s Mot. to Dismiss at 3.", [
        ("Am. Compl. ¶¶ 14-16", None, "court", None, "¶¶ 14-16"),
        ("Answer ¶ 14", None, "court", None, "¶ 14"),
        ("Def.'s Mot. to Dismiss at 3", None, "court", None, "3"),
    ]),
    ("Gov't Br. at 12; Pl.'s Opp'n at 4 n.2.", [
        ("Gov't Br. at 12", None, "court", None, "12"),
        ("Pl.'s Opp'n at 4 n.2", None, "court", None, "4 n.2"),
    ]),
    ("Dkt. 33 at 2; ECF No. 33-1, at 4.", [
        ("Dkt. 33 at 2", None, "court", None, "2"),
        ("ECF No. 33-1, at 4", None, "court", None, "4"),
    ]),
    ("Harbor Board v. Renn, 487 U.S. 654, 671 (1988).", [
        ("Harbor Board v. Renn, 487 U.S. 654, 671 (1988)", None, "court", "1988", "671"),
    ]),
    # --- exhibits
    ("Ex. 4 at 12; Exhibit B; GX 12-A.", [
        ("Ex. 4 at 12", None, "exhibit", None, "12"),
        ("Exhibit B", None, "exhibit", None, None),
        ("GX 12-A", None, "exhibit", None, None),
    ]),
    ("Oduya Decl. Ex. A at 4.", [("Oduya Decl. Ex. A at 4", None, "exhibit", None, "4")]),
    ("Telephone Record (Ex. 7), at 4.", [("Telephone Record (Ex. 7), at 4", None, "call-records", None, "4")]),
    # --- laws
    ("18 U.S.C. § 1001(a)(2); 28 C.F.R. § 600.4.", [
        ("18 U.S.C. § 1001(a)(2)", None, "statute", None, None),
        ("28 C.F.R. § 600.4", None, "statute", None, None),
    ]),
    ("Fed. R. Crim. P. 6(e).", [("Fed. R. Crim. P. 6(e)", None, "statute", None, None)]),
    # --- what was published
    ("Ann Oduya, Who Opened the Sluice, Harbor Gazette (Mar. 2, 2017).", [
        ("Ann Oduya, Who Opened the Sluice, Harbor Gazette (Mar. 2, 2017)", "Ann Oduya", "press", "2017-03-02", None),
    ]),
    ("See Ann Oduya & Paul Harker, Floods, Fears, and a Sluice, Harbor Times (Aug. 5, 2016), at A3.", [
        ("Ann Oduya & Paul Harker, Floods, Fears, and a Sluice, Harbor Times (Aug. 5, 2016)",
         "Ann Oduya & Paul Harker", "press", "2016-08-05", None),
    ]),
    ("Ann Oduya, “Who Opened the Sluice?,” Harbor Gazette, March 2, 2017.", [
        ("Ann Oduya, “Who Opened the Sluice?,” Harbor Gazette, March 2, 2017",
         "Ann Oduya", "press", "2017-03-02", None),
    ]),
    ("The Sluice Was Open for Days, Reuters (Sept. 30, 2016).", [
        ("The Sluice Was Open for Days, Reuters (Sept. 30, 2016)", None, "press", "2016-09-30", None),
    ]),
    ("U.S. Dep’t of Ports, Office of the Inspector General, A Review of the Harbor Grants (Dec. 2019), at 45–46.", [
        ("U.S. Dep’t of Ports, Office of the Inspector General, A Review of the Harbor Grants (Dec. 2019), at 45–46",
         "U.S. Dep’t of Ports, Office of the Inspector General", "report", "2019-12", "45–46"),
    ]),
    ("Harbor Institute, Annual Report (2018), p. 14.", [
        ("Harbor Institute, Annual Report (2018), p. 14", "Harbor Institute", "report", "2018", "14"),
    ]),
    ("Sluice Inquiry Report at 12-13.", [("Sluice Inquiry Report at 12-13", None, "report", None, "12-13")]),
    ("Harbor Watch, “Sluice Archive,” available at https://harbor.example/sluices/.", [
        ("Harbor Watch, “Sluice Archive,” available at https://harbor.example/sluices/",
         "Harbor Watch", "web", None, None),
    ]),
    ("Board Minutes at 4; LOI, Schedule 2.", [
        ("Board Minutes at 4", None, "document", None, "4"),
        ("LOI, Schedule 2", None, "document", None, "Schedule 2"),
    ]),
    # --- back to an earlier one
    ("Harker 1/31/18 302, at 17. Id. at 19.", [
        ("Harker 1/31/18 302, at 17", "Harker", "302", "2018-01-31", "17"),
        ("Id. at 19", "Harker", "302", "2018-01-31", "19"),
    ]),
    ("Compl. ¶ 4; id. ¶¶ 7-9; id.", [
        ("Compl. ¶ 4", None, "court", None, "¶ 4"),
        ("id. ¶¶ 7-9", None, "court", None, "¶¶ 7-9"),
        ("id.", None, "court", None, "¶¶ 7-9"),
    ]),
    ("Ann Oduya, Who Opened the Sluice, Harbor Gazette (Mar. 2, 2017); Oduya, supra, at 3.", [
        ("Ann Oduya, Who Opened the Sluice, Harbor Gazette (Mar. 2, 2017)", "Ann Oduya", "press", "2017-03-02", None),
        ("Oduya, supra, at 3", "Ann Oduya", "press", "2017-03-02", "3"),
    ]),
    # --- no citations
    ("A sluice is a gate that lets water through. The board has three.", []),
    ("The board answered at 3 p.m. that it had no record of this.", []),
    ("See Part II.A, infra.", []),
    ("Volume 1, Chapter 3.", []),
    ("Marsh is married to Renn, whose email account was closed on March 3, 2016.", []),
]  # fmt: skip

PROSE: list[tuple[str, list[Expected]]] = [
    ("Marsh opened the sluice. (Compl. ¶ 14.)", [("Compl. ¶ 14", None, "court", None, "¶ 14")]),
    ("Marsh wrote that the sluice was shut (Ex. 4 at 12) and left.", [("Ex. 4 at 12", None, "exhibit", None, "12")]),
    ("The motion is granted. Dkt. 33 at 2. Renn appealed.", [("Dkt. 33 at 2", None, "court", None, "2")]),
    ("Renn knew of it. See Renn Dep. 45:3-10; Oduya Decl. ¶ 4.", [
        ("Renn Dep. 45:3-10", "Renn", "deposition", None, "45:3-10"),
        ("Oduya Decl. ¶ 4", "Oduya", "affidavit", None, "¶ 4"),
    ]),
    ("As Harker put it (Email from Paul Harker to Ann Oduya, July 3, 2016), the gate was old.", [
        ("Email from Paul Harker to Ann Oduya, July 3, 2016", "Paul Harker", "email", "2016-07-03", None),
    ]),
    ("Under 18 U.S.C. § 1001, that is a crime.", [("18 U.S.C. § 1001", None, "statute", None, None)]),
    ("[3] Harker 1/31/18 302, at 17.", [("Harker 1/31/18 302, at 17", "Harker", "302", "2018-01-31", "17")]),
    # ordinary news: nothing is cited
    ("Marsh sent an email to Renn on July 3, 2016, and a letter to the board.", []),
    ("The interview with Ann Oduya took place on March 3, 2018.", []),
    ("At 5, the board had 302 letters (12 of them in 2016) and a complaint.", []),
    ("The museum (founded in 1912) shows Exhibit halls and a transcript of the trial.", []),
    ("He scored 12:5 in the hearing room, order was restored, and Information was given.", []),
]  # fmt: skip


def document(text: Text, published: When | None = None) -> Document:
    return Document("d0", "a.txt", "", "text/plain", Metadata(published=published), text)


def with_note(note: str) -> Text:
    """The body with the note behind it, the mark in the body tied to it."""
    characters = f"{BODY}\n\n1 {note}"
    mark = Span(BODY.index("1"), BODY.index("1") + 1)
    span = Span(len(BODY) + 2, len(characters))
    marks = (Mark(MarkKind.FOOTNOTE_MARK, mark, target=span), Mark(MarkKind.FOOTNOTE, span, target=mark, note="1"))
    return Text(characters, marks=marks)


def found(text: Text, published: When | None = None) -> tuple[Citation, ...]:
    hidden = text.hidden(text.marked(MarkKind.FOOTNOTE_MARK))
    blocks = find_blocks(hidden, text.marked(MarkKind.FOOTNOTE))
    return find_citations(document(text, published), hidden, blocks)


def plain(citations: Sequence[Citation], text: Text) -> list[Expected]:
    return [
        (c.span.of(text.characters), c.witness, c.record or "", c.date.edtf if c.date else None, c.pages)
        for c in citations
    ]


@pytest.mark.parametrize(("note", "expected"), NOTES)
def test_notes(note: str, expected: list[Expected]) -> None:
    text = with_note(note)
    citations = found(text)
    assert plain(citations, text) == expected
    assert {c.supports.of(text.characters) if c.supports else None for c in citations} <= {
        "Marsh had the sluice opened on Monday."
    }


@pytest.mark.parametrize(("words", "expected"), PROSE)
def test_prose(words: str, expected: list[Expected]) -> None:
    text = Text(words)
    assert plain(found(text), text) == expected


def test_there_are_rows_enough() -> None:
    assert len(NOTES) + len(PROSE) >= 60


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        # "Id." in the next note is the last citation of the one before
        ("Harker 1/31/18 302, at 17; Renn 5/1/18 302, at 1.",
         "Id. at 5.", ("Id. at 5", "Renn", "302", "2018-05-01", "5")),
        # what is blacked out in between may be a citation
        ("Harker 1/31/18 302, at 17; [REDACTED]", "Id. at 5.", ("Id. at 5", None, "", None, "5")),
        ("[REDACTED]", "Id. at 5.", ("Id. at 5", None, "", None, "5")),
        ("Ann Oduya, Who Opened the Sluice, Harbor Gazette (Mar. 2, 2017).", "Oduya, supra note 1, at 3.",
         ("Oduya, supra note 1, at 3", "Ann Oduya", "press", "2017-03-02", "3")),
        # of two records of one witness it is not said which
        ("Harker 1/31/18 302, at 17; Harker 5/1/18 302, at 1.", "Harker, supra, at 3.",
         ("Harker, supra, at 3", "Harker", "302", None, "3")),
        ("A sluice is a gate.", "Okon, supra, at 3.", ("Okon, supra, at 3", None, "", None, "3")),
    ],
)  # fmt: skip
def test_back(first: str, second: str, expected: tuple[str, str | None, str, str | None, str | None]) -> None:
    body = "Marsh opened it.1 Renn closed it.2"
    characters = f"{body}\n\n1 {first}\n\n2 {second}"
    marks = []
    for number, note in (("1", first), ("2", second)):
        mark = Span(body.index(number), body.index(number) + 1)
        start = characters.index(f"\n{number} ") + 1
        span = Span(start, start + 2 + len(note))
        marks += [
            Mark(MarkKind.FOOTNOTE_MARK, mark, target=span),
            Mark(MarkKind.FOOTNOTE, span, None, None, mark, number),
        ]
    text = Text(characters, marks=tuple(marks))
    last = found(text)[-1]
    assert plain([last], text) == [expected]
    assert last.supports
    assert last.supports.of(characters) == "Renn closed it."


def test_an_id_in_the_text_does_not_point_into_the_notes() -> None:
    text = with_note("Harker 1/31/18 302, at 17.")
    text = Text(text.characters + "\n\nThat was so. Id. at 9.", marks=text.marks)
    assert [(c.witness, c.pages) for c in found(text) if c.span.of(text.characters).startswith("Id")] == [(None, "9")]


@pytest.mark.parametrize(
    ("words", "published", "expected"),
    [
        ("Roe 11/16/17 302, at 8.", "2019-03-22", "2017-11-16"),
        ("Roe 11/16/98 302, at 8.", "2019-03-22", "1998-11-16"),
        # no year after the document's own, a year of grace apart
        ("Roe 11/16/35 302, at 8.", "2019", "1935-11-16"),
        ("Roe 11/16/17 302, at 8.", None, "2017-11-16"),
        # other dates of the document show that the day comes first
        ("Roe 16/11/17 302, at 8; Renn 3/4/17 302, at 2.", "2019", "2017-11-16 2017-04-03"),
        ("Roe 3/4/17 302, at 2.", "2019", "2017-03-04"),
        # a day that is none
        ("Roe 2/30/17 302, at 2.", "2019", ""),
        ("Roe 5/1/18–5/3/18 302, at 2.", "2019", "2018-05-01/2018-05-03"),
        ("Roe 5/1/18 & 5/3/18 302s, at 2.", "2019", ""),
    ],
)
def test_dates(words: str, published: str | None, expected: str) -> None:
    text = with_note(words)
    citations = found(text, When.parse(published) if published else None)
    assert citations
    assert " ".join(c.date.edtf for c in citations if c.date) == expected
    assert all(c.date_text and c.date_text in words for c in citations)


@pytest.mark.parametrize(
    ("words", "cited", "supported"),
    [
        ("Marsh opened it. Compl. ¶ 14. Renn knew.", "Compl. ¶ 14", "Marsh opened it."),
        ("Marsh opened it. See Compl. ¶ 14; Renn Dep. 4:5. Renn knew.", "Renn Dep. 4:5", "Marsh opened it."),
        ("Renn knew. Marsh opened it (Compl. ¶ 14) on Monday.",
         "Compl. ¶ 14", "Marsh opened it (Compl. ¶ 14) on Monday."),
        ("Compl. ¶ 14.", "Compl. ¶ 14", None),
        # notes of plain text: the mark is found where there is only one
        ("Marsh opened it.[4] Renn knew.\n\n[4] Harker 1/31/18 302, at 7.",
         "Harker 1/31/18 302, at 7", "Marsh opened it."),
        ("Marsh opened it.4 Renn knew.\n\n4. Harker 1/31/18 302, at 7.",
         "Harker 1/31/18 302, at 7", "Marsh opened it.4"),
        ("It.[4] Renn.[4]\n\n[4] Harker 1/31/18 302, at 7.", "Harker 1/31/18 302, at 7", None),
    ],
)  # fmt: skip
def test_what_is_supported(words: str, cited: str, supported: str | None) -> None:
    text = Text(words)
    [citation] = [c for c in found(text) if c.span.of(words) == cited]
    assert (citation.supports.of(words).split("[4]")[0] if citation.supports else None) == supported


def test_no_span_ends_inside_an_edit() -> None:
    text = with_note("Harker 11/16/17 302, at 8-9.")
    start = text.characters.index("8-9")
    edits = (Edit(Span(start + 2, start + 4), "hyphen", "9-\n."),)
    [citation] = found(Text(text.characters, edits=edits, marks=text.marks))
    assert citation.span.of(text.characters) == "Harker 11/16/17 302, at 8-9."


PIECES = (
    "Harker 11/16/17 302, at 8-9|; |. |See |Id. at 5|(|)|[|]|[REDACTED]|Ex. 4|, supra|Compl. ¶ 14|United States v. |"
    "Roe| to |No. 1:18-cr-2|7/27/16 Email, |Dep. |12:3-5|“|”|’| & |, |www.a.b/|HARBOR_0001|(Mar. 2, 2017)|Times"
    "|Harbor Report|\n|\n\n|\ue010"
)


@given(st.lists(st.sampled_from(PIECES.split("|")), max_size=25).map("".join))
def test_any_words_are_read_without_harm(words: str) -> None:
    for text in (Text(words), with_note(words.replace("\n\n", " "))):
        citations = found(text)
        spans = [c.span for c in citations]
        assert spans == sorted(spans)
        for citation in citations:
            inside = citation.span.of(text.characters)
            assert inside
            assert inside == inside.strip()
            assert citation.pages is None or citation.pages in text.characters
            assert citation.date_text is None or citation.date_text in inside
        assert all(not a.overlaps(b) for a, b in pairwise(spans))


@pytest.mark.parametrize(
    "words",
    [
        *("(" * 20_000, "Roe, " * 4_000, "Ex. 4 at " + "1, " * 8_000, "See " * 5_000, "Roe & " * 4_000 + "302"),
        *("¶ 1, " * 5_000, "United States v. " * 1_500, "A.B." * 5_000, "Id. " * 3_000, "R_0001 " * 3_000),
        "7/27/16 Email, Roe to " * 1_000,
    ],
    ids=lambda w: w[:12],
)  # fmt: skip
def test_time_grows_with_the_text(words: str) -> None:
    start = time.process_time()
    found(with_note(words))
    found(Text(words))
    assert time.process_time() - start < 5


def test_every_kind_of_record_is_explained() -> None:
    page = (Path(__file__).parents[2] / "docs" / "citations.md").read_text(encoding="utf-8")
    explained = set(re.findall(r"`([a-z0-9-]+)`", page.split("## Kinds of records")[1].split("##")[0]))
    assert {expected[2] for _, rows in NOTES + PROSE for expected in rows} <= explained


def test_the_set_is_drawn_by_its_rule_and_holds_the_words_of_the_page(shared: Path) -> None:
    from benchmarks.citations import REPORT, drawn, lines, notes

    from sayso.read.pdf import read_pdf

    assert REPORT.is_relative_to(shared)
    text = read_pdf(REPORT.read_bytes()).text
    assert text
    by_number = {m.note: m.span.of(text.characters) for m in notes(text)}
    for part, numbers in drawn(text).items():
        held = sorted(lines(part), key=lambda line: line["drawn"])
        assert [line["id"] for line in held] == [f"note-{number}" for number in numbers]
        for line in held:
            note = by_number[line["id"].removeprefix("note-")]
            assert all(marked["words"] in note for marked in line["citations"]), line["id"]
            for marked in line["citations"]:
                words = line["sentence"][marked["span"][0] - line["start"] : marked["span"][1] - line["start"]]
                assert words == marked["words"]
