"""Rows: a text and the turns in it, as "label: words // words of the next paragraph"; and texts that have none."""

import pytest

from sayso.find.attribution.labels import speaker_of
from sayso.find.attribution.turns import all_turns
from sayso.find.blocks import find_blocks
from sayso.model.entity import Entity, EntityKind, Mention, MentionKind
from sayso.model.span import Span
from sayso.model.statement import Unnamed

TURNS = [
    # labels in capitals
    ("MS. FINCH: The valve failed.\n\nMR. LUND: When?", ["MS. FINCH: The valve failed.", "MR. LUND: When?"]),
    # a label alone on its line
    ("MS. FINCH:\n\nThe valve failed.\n\nTHE CHAIR: When?", ["MS. FINCH: The valve failed.", "THE CHAIR: When?"]),
    # the court and the witness
    ("THE COURT: Sustained.\n\nTHE WITNESS: May I answer?", ["THE COURT: Sustained.", "THE WITNESS: May I answer?"]),
    # surnames alone: they come back and ask
    (
        "FINCH: Were you there?\n\nLUND: I was.\n\nFINCH: Why?",
        ["FINCH: Were you there?", "LUND: I was.", "FINCH: Why?"],
    ),
    # an aside in the label is not part of it
    ("FINCH (laughing): You know that.\n\nLUND: I do.", ["FINCH: You know that.", "LUND: I do."]),
    # names with apostrophes, hyphens, particles, a small c
    (
        "MR. O’NEILL: Yes.\n\nMS. QUILL-LUND: No.\n\nDR. DE LA CRUZ: Maybe.\n\nMR. McCALL: Go on.",
        ["MR. O’NEILL: Yes.", "MS. QUILL-LUND: No.", "DR. DE LA CRUZ: Maybe.", "MR. McCALL: Go on."],
    ),
    # numbered speakers
    ("SPEAKER 1: Is it on?\n\nSPEAKER 2: It is.", ["SPEAKER 1: Is it on?", "SPEAKER 2: It is."]),
    ("JUROR NO. 3: I can’t.\n\nTHE COURT: You must.", ["JUROR NO. 3: I can’t.", "THE COURT: You must."]),
    # somebody unknown
    (
        "UNIDENTIFIED SPEAKER: Shame!\n\nTHE CHAIR: Order.",
        ["UNIDENTIFIED SPEAKER: Shame!", "THE CHAIR: Order."],
    ),
    # a turn of several paragraphs
    (
        "MS. FINCH: One.\n\nTwo, and more.\n\nTHE CHAIR: Thank you.",
        ["MS. FINCH: One. // Two, and more.", "THE CHAIR: Thank you."],
    ),
    # what happens in the room is nobody's speech, and the turn goes on after it
    (
        "MS. FINCH: One.\n\n(Laughter.)\n\nTwo.\n\nTHE CHAIR: Order.",
        ["MS. FINCH: One. // Two.", "THE CHAIR: Order."],
    ),
    # a heading ends it
    (
        "MS. FINCH: One.\n\nAFTERNOON SESSION\n\nThe hall was cold.\n\nTHE CHAIR: Order.",
        ["MS. FINCH: One.", "THE CHAIR: Order."],
    ),
    # page numbers are nothing
    ("MS. FINCH: One.\n\n17\n\nTwo.\n\nTHE CHAIR: Yes.", ["MS. FINCH: One. // Two.", "THE CHAIR: Yes."]),
    # the last turn is no longer than those before it
    ("MS. FINCH: One.\n\nTHE CHAIR: Two.\n\nThe hall emptied.", ["MS. FINCH: One.", "THE CHAIR: Two."]),
    # words about the speaker are not the speaker's
    (
        "FINCH: Do you know?\n\nFinch then left the room.\n\nLUND: I do.\n\nFINCH: You do?",
        ["FINCH: Do you know?", "LUND: I do.", "FINCH: You do?"],
    ),
    (
        "FINCH: Do you know?\n\nHe nodded, and Lund said nothing.\n\nLUND: I do.\n\nFINCH: You do?",
        ["FINCH: Do you know?", "LUND: I do.", "FINCH: You do?"],
    ),
    # lines without blank lines between them, of much the same length
    (
        "MS. FINCH: I saw the valve fail at nine.\nMR. LUND: You saw it fail with your eyes?\nMS. FINCH: I did.",
        [
            "MS. FINCH: I saw the valve fail at nine.",
            "MR. LUND: You saw it fail with your eyes?",
            "MS. FINCH: I did.",
        ],
    ),
    # the Record of a parliament
    (
        "Mr. LUND. I yield to the gentlewoman.\n\nMs. FINCH of Ohio. I thank him.",
        ["Mr. LUND: I yield to the gentlewoman.", "Ms. FINCH of Ohio: I thank him."],
    ),
    ("The CHAIRMAN. Order.\n\nMr. McCALL. Yes.", ["The CHAIRMAN: Order.", "Mr. McCALL: Yes."]),
    # hearings as they are printed
    (
        "Chairman Lund. Do you agree?\n\nMs. Finch. I do.\n\nChairman Lund. Thank you.",
        ["Chairman Lund: Do you agree?", "Ms. Finch: I do.", "Chairman Lund: Thank you."],
    ),
    # Q. and A.
    ("Q. Did you see it?\n\nA. I did.", ["Q: Did you see it?", "A: I did."]),
    ("Q: Did you see it?\n\nA: I did.", ["Q: Did you see it?", "A: I did."]),
    ("Q   Did you see it?\n\nA   I did.", ["Q: Did you see it?", "A: I did."]),
    ("Question: Did you see it?\n\nAnswer: I did.", ["Question: Did you see it?", "Answer: I did."]),
    # numbered lines of a deposition
    ("12   Q.   Did you see it?\n13   A.   I did.", ["Q: Did you see it?", "A: I did."]),
    # an answer of two paragraphs
    (
        "Q. Why?\n\nA. One.\n\nAnd two.\n\nQ. Then?\n\nA. Nothing.",
        ["Q: Why?", "A: One. // And two.", "Q: Then?", "A: Nothing."],
    ),
    # objections between them
    (
        "Q. Why?\n\nMR. LUND: Objection.\n\nTHE COURT: Overruled.\n\nA. I forget.",
        ["Q: Why?", "MR. LUND: Objection.", "THE COURT: Overruled.", "A: I forget."],
    ),
    # interviews with full names
    (
        "Ada Quill: Were you there?\n\nTom Lund: I was.\n\nAda Quill: When?",
        ["Ada Quill: Were you there?", "Tom Lund: I was.", "Ada Quill: When?"],
    ),
    # with roles
    ("Interviewer: Were you there?\n\nWitness: I was.", ["Interviewer: Were you there?", "Witness: I was."]),
    ("Host: Welcome.\n\nGuest: Thank you.\n\nHost: Why?", ["Host: Welcome.", "Guest: Thank you.", "Host: Why?"]),
    # with surnames that the text has in full
    (
        "Ada Quill met Orla Finch in May.\n\nQuill: Were you there?\n\nFinch: I was.\n\nQuill: Why?",
        ["Quill: Were you there?", "Finch: I was.", "Quill: Why?"],
    ),
    # with titles
    ("Dr. Quill: Were you there?\n\nMr. Finch: I was.", ["Dr. Quill: Were you there?", "Mr. Finch: I was."]),
    # a name that is a field's too
    ("Mr. Price: Were you there?\n\nMs. Story: I was.", ["Mr. Price: Were you there?", "Ms. Story: I was."]),
    # chats
    ("[12:03] ada: is it on\n[12:04] tom_l: it is", ["ada: is it on", "tom_l: it is"]),
    ("<ada> is it on\n<tom> it is", ["ada: is it on", "tom: it is"]),
    ("[12:03] <ada> is it on\n[12:03] <tom> it is", ["ada: is it on", "tom: it is"]),
    ("12:03 ada: is it on\n12:04 tom: it is", ["ada: is it on", "tom: it is"]),
    (
        "3/4/21, 12:03 - Ada Quill: is it on?\n3/4/21, 12:05 - Tom: yes",
        ["Ada Quill: is it on?", "Tom: yes"],
    ),
    (
        "[3/4/21, 12:03:11 PM] Ada Quill: is it on?\n[3/4/21, 12:05:02 PM] Tom: yes",
        ["Ada Quill: is it on?", "Tom: yes"],
    ),
    ("[2021-03-04 12:03] ada: hi\nstill me\n[2021-03-04 12:05] tom: hi", ["ada: hi\nstill me", "tom: hi"]),
    # a signed quotation
    ("“The river was yellow that week.” — Ada Quill", ["Ada Quill: “The river was yellow that week.”"]),
    ('"The river was yellow that week." —Ada Quill', ['Ada Quill: "The river was yellow that week."']),
    (
        "“The river was yellow that week.”\n\n— Ada Quill, nurse",
        ["Ada Quill, nurse: “The river was yellow that week.”"],
    ),
    ("“The river was yellow that week.”\n-- Ada Quill", ["Ada Quill: “The river was yellow that week.”"]),
    (
        "“The river was yellow.\n\n“It was so for a week.”\n\n— Ada Quill",
        ["Ada Quill: “The river was yellow. // “It was so for a week.”"],
    ),
    # a letter
    (
        "From the desk of Ada Quill\n\nMay 3, 2021\n\nThe valve failed in May.\n\nI saw it myself.\n\nSincerely,",
        ["Ada Quill: The valve failed in May. // I saw it myself."],
    ),
]

NONE = [
    "Note: The ferry was late.\n\nUpdate: It came.",
    "NOTE: The ferry was late.\n\nUPDATE: It came.",
    "Photo: Ada Quill\n\nThe ferry was late.\n\nPhoto: Tom Lund",
    "PHOTO: ADA QUILL / THE COURIER\n\nVIDEO: SEE THE FERRY",
    "WASHINGTON: The ferry was late.\n\nBERLIN: The train was late.",
    "WASHINGTON — The ferry was late.",
    "Subject: The ferry\n\nFrom: Ada Quill\n\nTo: Tom Lund",
    "TO: ALL STAFF\n\nFROM: ADA QUILL\n\nSUBJECT: YOUR KEYS",
    "WHO: The harbor board.\n\nWHAT: A hearing on your ferry.\n\nWHEN: Friday.",
    "Name: Ada Quill\n\nAge: 34\n\nName: Tom Lund\n\nAge: 35",
    "1. First: pack a bag.\n\n2. Second: go.",
    "- Tickets: they are sold out.\n- Boats: they are gone.",
    "Background: We study ferries.\n\nMethods: We counted.\n\nResults: They were late.",
    "Opening hours:\n\nMonday: 9:00 to 12:00\n\nTuesday: 9:00 to 17:00",
    "9:00 Doors open.\n\n10:30 The ferry leaves: be there.",
    "At 9:00: the ferry left. At 9:30: it came back.",
    "The verdict: It was late.\n\nThe reason: The valve.",
    "What we know: The ferry was late.\n\nWhat we don’t know: Why.",
    "A. The ferry.\n\nB. The pier.\n\nC. The valve.",
    "Q. The ferry.\n\nR. The pier.",
    "A. Lund was late.\n\nQ. Finch was not.\n\nB. Quill stayed.",
    "A ferry was late.\n\nA train was not.",
    "Ada Quill: 34 votes\n\nTom Lund: 12 votes",
    "Ada Quill: The harbor’s mayor, elected in 2010.\n\nTom Lund: A ferryman since 1999.",
    "Ada Quill: The harbor’s mayor.\n\nThe ferry was late.",
    "FINCH: 34\n\nLUND: 12\n\nFINCH: 30\n\nLUND: 11",
    "Mr. Lund. That was his name.\n\nThe ferry was late.",
    "He had one question: Were you there?\n\nShe had one answer: I was.",
    "Correction: You read here that the ferry was late.\n\nCorrection: We were wrong.",
    "Harbor: I like it.\n\nThe ferry: you can’t miss it.",
    "https://harbor.example: You are here\n\nmailto: me",
    "Read more: Why you were late\n\nRelated: Why we were late",
    "REASON: You were late.\n\nFINE: We ask for $20.",
    "The ferry was late — Ada Quill was not.",
    "The film “Night Ferry” — Ada Quill’s first — opens in June.",
    "“Night Ferry” — Ada Quill",
    "“The river was yellow that week.” — The ferry was late, and nobody knew.",
    "She sat at a desk from the desk of Ada Quill",
    "<b> The ferry was late.",
    "Chapter 1: I begin\n\nChapter 2: You go on",
    "Dr. Finch stated: I saw it.\n\nMr. Lund asked: Did you?",
    "Stated Finch: I saw it.\n\nContinued Finch: You know it.",
    "Ratings: 4 of 5\n\nPros: You save time.\n\nCons: You pay for it.",
]


def shown(text: str) -> list[str]:
    """The turns of a text."""
    return [
        f"{turn.label.of(text).rstrip('.')}: " + " // ".join(s.of(text) for s in turn.content)
        for turn in all_turns(text, find_blocks(text))
    ]


@pytest.mark.parametrize(("text", "expected"), TURNS)
def test_turns(text: str, expected: list[str]) -> None:
    assert shown(text) == expected


@pytest.mark.parametrize("text", NONE)
def test_no_turns(text: str) -> None:
    assert shown(text) == []


def entity(name: str) -> Entity:
    """A person of a document."""
    mention = Mention(Span(0, len(name)), MentionKind.NAME, EntityKind.PERSON)
    return Entity(f"e {name}", name, EntityKind.PERSON, (), (mention,))


PEOPLE = [entity(name) for name in ("Ada Quill", "Tom Lund", "Orla Finch", "Bo Finch")]

TELLERS = [
    # text, the speaker of each turn by name; who is not told is the label
    ("MS. QUILL: Why?\n\nMR. LUND: I forget.", ["Ada Quill", "Tom Lund"]),
    ("QUILL: Did you?\n\nLUND: I did.", ["Ada Quill", "Tom Lund"]),
    # two of one family name are not told apart by it, but by a given name or an initial
    ("FINCH: Did you?\n\nLUND: I did.", ["FINCH", "Tom Lund"]),
    ("ORLA FINCH: Did you?\n\nB. FINCH: I did.", ["Orla Finch", "Bo Finch"]),
    # another given name is another person
    ("EDA QUILL: Did you?\n\nLUND: I did.", ["EDA QUILL", "Tom Lund"]),
    # nobody tells who asks and who answers
    ("Q. Why?\n\nA. I forget.", ["Q", "A"]),
    # the one who examines
    ("BY MS. QUILL:\n\nQ. Why?\n\nA. I forget.", ["Ada Quill", "A"]),
    ("CROSS-EXAMINATION BY MS. QUILL:\n\nQ. Why?\n\nA. I forget.", ["Ada Quill", "A"]),
    (
        "BY MS. QUILL:\n\nQ. Why?\n\nA. I forget.\n\nBY MR. LUND:\n\nQ. When?\n\nA. In May.",
        ["Ada Quill", "A", "Tom Lund", "A"],
    ),
    # the witness
    ("DEPOSITION OF TOM LUND\n\nQ. Why?\n\nA. I forget.", ["Q", "Tom Lund"]),
    ("TOM LUND, having been first duly sworn, testified:\n\nQ. Why?\n\nA. I forget.", ["Q", "Tom Lund"]),
    ("TOM LUND, called as a witness:\n\nQ. Why?\n\nA. No.\n\nTHE WITNESS: May I go?", ["Q", "Tom Lund", "Tom Lund"]),
    ("Witness: Tom Lund\n\nQ. Why?\n\nA. I forget.", ["Q", "Tom Lund"]),
    ("A conversation with Tom Lund\n\nQ: Why?\n\nA: I forget.", ["Q", "Tom Lund"]),
    (
        "TOM LUND, sworn.\n\nQ. Why?\n\nA. No.\n\nADA QUILL, sworn.\n\nQ. When?\n\nA. In May.",
        ["Q", "Tom Lund", "Q", "Ada Quill"],
    ),
    # a witness who is named only further down is not sure to be this one if there are two
    (
        "Q. Why?\n\nA. No.\n\nADA QUILL, sworn.\n\nQ. When?\n\nA. In May.\n\nTOM LUND, sworn.\n\nQ. Why?\n\nA. No.",
        ["Q", "A", "Q", "Ada Quill", "Q", "Tom Lund"],
    ),
    # roles
    ("THE COURT: Sustained.\n\nMR. LUND: Thank you.", ["THE COURT", "Tom Lund"]),
    ("“The river was yellow.” — Ada Quill, nurse", ["Ada Quill"]),
    ("[12:03] ada: is it on\n[12:04] tom lund: it is", ["ada", "Tom Lund"]),
]


@pytest.mark.parametrize(("text", "expected"), TELLERS)
def test_who_speaks(text: str, expected: list[str]) -> None:
    voices = [speaker_of(text, turn, PEOPLE).voice for turn in all_turns(text, find_blocks(text))]
    assert [voice.name.rstrip(".") for voice in voices if voice] == expected


def test_the_reporter_of_a_court_is_not_unnamed() -> None:
    text = "THE REPORTER: Could you repeat that?\n\nMR. LUND: I could."
    first = speaker_of(text, all_turns(text, find_blocks(text))[0], PEOPLE)
    assert (first.entity, first.named, first.unnamed) == (None, False, None)


def test_what_is_known_of_a_speaker() -> None:
    said = (
        "MS. QUILL: Why?",
        "MR. OAK: No.",
        "THE COURT: Go on.",
        "UNIDENTIFIED SPEAKER: Shame!",
        "PROTESTERS: Shame!",
    )
    text = "\n\n".join(said)
    speakers = [speaker_of(text, turn, PEOPLE) for turn in all_turns(text, find_blocks(text))]
    assert [s.entity for s in speakers] == ["e Ada Quill", None, None, None, None]
    assert [s.named for s in speakers] == [True, True, False, False, False]
    assert [s.unnamed for s in speakers] == [
        None,
        None,
        None,
        Unnamed(1, 1, "UNIDENTIFIED SPEAKER"),
        Unnamed(2, None, "PROTESTERS"),
    ]
