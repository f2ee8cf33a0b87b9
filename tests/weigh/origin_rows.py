"""Rows for origins: documents that state one thing, and how many origins they make."""

from collections.abc import Sequence

from sayso.model.claim import Stance
from sayso.model.entity import EntityKind
from sayso.model.statement import Act
from tests.weigh.made import Said, Told, known, told

EHRLICH, LIND, SORN = known("Rosa Ehrlich", EntityKind.PERSON, "Ehrlich"), known("Jakob Lind"), known("Greta Sorn")
OSGOOD, QUADE = known("Tim Osgood"), known("Simon Quade")
VELTEN = known("Velten Cable", EntityKind.ORGANIZATION, "Velten")
GAZETTE = known("Hallow Gazette", EntityKind.ORGANIZATION, "Gazette")
PEOPLE = (EHRLICH, LIND, SORN, OSGOOD, QUADE, VELTEN)
ONE, TWO, PLURAL = (1, 1), (2, 2), (2, None)
DENIES, REPORTS = Stance.DENIES, Stance.REPORTS


def gazette(text: str, *said: Said, id: str = "a", published: str = "2024-05-02") -> Told:
    return told(id, text, *said, publisher="Hallow Gazette", people=PEOPLE, published=published)


def observer(text: str, *said: Said, id: str = "b", published: str = "2024-05-09") -> Told:
    return told(id, text, *said, publisher="Northern Observer", people=(*PEOPLE, GAZETTE), published=published)


def filing(text: str, *said: Said) -> Told:
    head = "DISTRICT COURT\n\nROSA EHRLICH,\n     Plaintiff,\n  v.\nVELTEN CABLE,\n     Defendant.\n\nCOMPLAINT\n\n"
    return told("c", head + text, *said, people=PEOPLE, media_type="text/plain")


def mail(text: str, *said: Said, sender: str = "Greta Sorn") -> Told:
    headers = (("From", f"{sender} <x@velten.example>"), ("To", "Jakob Lind <l@velten.example>"))
    return told(
        "m", text, *said, people=PEOPLE, authors=(sender,), headers=headers, published="2024-03-05",
        media_type="message/rfc822",
    )  # fmt: skip


TOLD_HER = "her foreman, Jakob Lind, told her"
LEAN = "the tower leans to the east"
# (what the row is about, documents, supporting origins at least and at most)
ROWS: list[tuple[str, Sequence[Told], int, int | None]] = [
    ("an outlet's own report", [gazette(f"We measured: {LEAN}.", Said(LEAN))], 1, 1),
    ("one person", [gazette(f"Ehrlich said that {LEAN}.", Said(LEAN, ("Ehrlich",)))], 1, 1),
    (
        "one person, heard by two outlets",
        [
            gazette(f"Ehrlich said that {LEAN}.", Said(LEAN, ("Ehrlich",))),
            observer(f"In an interview, Rosa Ehrlich said {LEAN}.", Said(LEAN, ("Rosa Ehrlich",))),
        ],
        1,
        1,
    ),
    (
        "two people, each by themselves",
        [
            gazette(f"Ehrlich said that {LEAN}.", Said(LEAN, ("Ehrlich",))),
            observer(f"Jakob Lind said that {LEAN}.", Said(LEAN, ("Jakob Lind",))),
        ],
        2,
        2,
    ),
    (
        "two who relay one",
        [
            gazette(f"Ehrlich said that Greta Sorn told her {LEAN}.", Said(LEAN, ("Ehrlich", "Greta Sorn"))),
            observer(f"Jakob Lind said he had from Greta Sorn that {LEAN}.", Said(LEAN, ("Jakob Lind", "Greta Sorn"))),
        ],
        1,
        1,
    ),
    (
        "who relays in one place, alone in another",
        [
            gazette(f"Ehrlich said that Greta Sorn told her {LEAN}.", Said(LEAN, ("Ehrlich", "Greta Sorn"))),
            observer(f"Rosa Ehrlich said that {LEAN}.", Said(LEAN, ("Rosa Ehrlich",))),
        ],
        1,
        1,
    ),
    (
        "credit by name",
        [
            gazette(f"A clerk said that {LEAN}.", Said(LEAN, ("A clerk",), ONE)),
            observer(f"According to the Gazette, {LEAN}.", Said(LEAN, ("the Gazette",))),
        ],
        1,
        1,
    ),
    (
        "credit behind the words, outside of the chain",
        [
            gazette(f"A clerk said that {LEAN}.", Said(LEAN, ("A clerk",), ONE)),
            observer(f"So {LEAN}, as the Gazette first reported.", Said(LEAN)),
        ],
        1,
        1,
    ),
    (
        "credit by a common noun, the name further on",
        [
            gazette(f"A clerk said that {LEAN}.", Said(LEAN, ("A clerk",), ONE)),
            observer(
                f"In Hallow {LEAN}, a newspaper there reported. The Hallow Gazette quoted a clerk.",
                Said(LEAN, ("a newspaper there",), ONE),
            ),
        ],
        1,
        1,
    ),
    (
        "credit in the paragraph",
        [
            gazette(f"We measured: {LEAN}.", Said(LEAN)),
            observer(f"The Gazette reported on the bridge last week. Now {LEAN}.", Said(LEAN)),
        ],
        1,
        1,
    ),
    (
        "another story that credits the outlet only elsewhere: it may have it from there",
        [
            gazette(f"We measured: {LEAN}.", Said(LEAN)),
            observer(f"The Gazette reported on the bridge last week.\n\nNow {LEAN}.", Said(LEAN)),
        ],
        1,
        2,
    ),
    (
        "an outlet that credits nobody",
        [gazette(f"We measured: {LEAN}.", Said(LEAN)), observer(f"Our plumb line says that {LEAN}.", Said(LEAN))],
        2,
        2,
    ),
    (
        "told in the outlet's own voice and sourced below",
        [gazette(f"In Hallow {LEAN}. “It leans,” said Ehrlich.", Said(LEAN), Said("It leans", ("Ehrlich",)))],
        1,
        1,
    ),
    (
        "unnamed, of two occupations",
        [
            gazette(f"A diver said that {LEAN}.", Said(LEAN, ("A diver",), ONE)),
            observer(f"A clerk at city hall said that {LEAN}.", Said(LEAN, ("A clerk at city hall",), ONE)),
        ],
        2,
        2,
    ),
    (
        "unnamed, who may be one",
        [
            gazette(f"A diver said that {LEAN}.", Said(LEAN, ("A diver",), ONE)),
            observer(f"A person close to the work said {LEAN}.", Said(LEAN, ("A person close to the work",), ONE)),
        ],
        1,
        2,
    ),
    (
        "unnamed, and the text says it is the same one",
        [
            gazette(f"A diver said that {LEAN}.", Said(LEAN, ("A diver",), ONE)),
            observer(
                f"A former worker said {LEAN}. It is the same person who described this to the Gazette.",
                Said(LEAN, ("A former worker",), ONE),
            ),
        ],
        1,
        1,
    ),
    (
        "unnamed, and the text says it is another",
        [
            gazette(f"An employee said that {LEAN}.", Said(LEAN, ("An employee",), ONE)),
            observer(
                f"A worker said {LEAN}. The worker is not the employee quoted by the Gazette.",
                Said(LEAN, ("A worker",), ONE),
            ),
        ],
        2,
        2,
    ),
    ("two who are counted", [gazette(f"Two divers said {LEAN}.", Said(LEAN, ("Two divers",), TWO))], 2, 2),
    ("a plural that counts nobody", [gazette(f"Divers said {LEAN}.", Said(LEAN, ("Divers",), PLURAL))], 1, None),
    (
        "described alike twice by one outlet",
        [
            gazette(f"A former diver said {LEAN}.", Said(LEAN, ("A former diver",), ONE)),
            gazette(f"The diver said again that {LEAN}.", Said(LEAN, ("The diver",), ONE), id="a2"),
        ],
        1,
        1,
    ),
    (
        "one record, cited twice",
        [
            gazette(f"Delivery tickets show {LEAN}.", Said(LEAN, ("Delivery tickets",), PLURAL)),
            observer(f"The tickets, Exhibit D, say {LEAN}.", Said(LEAN, ("The tickets, Exhibit D",), ONE)),
        ],
        1,
        1,
    ),
    (
        "a record and a witness",
        [
            gazette(
                f"The log says that {LEAN}. A diver said that the east side sinks.",
                Said(LEAN, ("The log",), ONE),
                Said("the east side sinks", ("A diver",), ONE),
            )
        ],
        2,
        2,
    ),
    (
        "a mail of the case, and an outlet that describes it",
        [
            mail(f"Jakob, {LEAN}. Tell nobody.", Said(LEAN)),
            gazette(f"In an email of March 5 seen by the Gazette, a manager wrote that {LEAN}.", Said(LEAN)),
        ],
        1,
        1,
    ),
    (
        "a mail of the case, and somebody who was there",
        [
            mail(f"Jakob, {LEAN}. Tell nobody.", Said(LEAN)),
            gazette(
                f"A guard who stood in her office when the email went out said {LEAN}.",
                Said(LEAN, ("A guard who stood in her office when the email went out",), ONE),
            ),
        ],
        2,
        2,
    ),
    (
        "a filing is the account of who filed it",
        [filing(f"1. On May 2 {LEAN}.", Said(LEAN)), gazette(f"Ehrlich said {LEAN}.", Said(LEAN, ("Ehrlich",)))],
        1,
        1,
    ),
    (
        "a filing that relays",
        [
            filing(f"1. Jakob Lind told Plaintiff that {LEAN}.", Said(LEAN, ("Jakob Lind",))),
            gazette(f"Ehrlich said that Jakob Lind told her {LEAN}.", Said(LEAN, ("Ehrlich", "Jakob Lind"))),
        ],
        1,
        1,
    ),
    (
        "a lawyer speaks for the client",
        [
            gazette(f"Ehrlich’s lawyer, Simon Quade, said {LEAN}.", Said(LEAN, ("Simon Quade",))),
            observer(f"Rosa Ehrlich said {LEAN}.", Said(LEAN, ("Rosa Ehrlich",))),
        ],
        1,
        1,
    ),
    (
        "a lawyer's letter about a client",
        [
            mail(f"My client saw that {LEAN}.", Said(LEAN), sender="Simon Quade"),
            gazette(
                f"Simon Quade, a lawyer for Rosa Ehrlich, wrote to us. Ehrlich said {LEAN}.", Said(LEAN, ("Ehrlich",))
            ),
        ],
        1,
        1,
    ),
    (
        "a spokesman is the body, so is its release",
        [
            gazette(f"Tim Osgood, a spokesman for Velten Cable, said {LEAN}.", Said(LEAN, ("Tim Osgood",))),
            told("r", f"Statement of Velten Cable, May 3\n\nWe found that {LEAN}.", Said(LEAN), people=PEOPLE),
        ],
        1,
        1,
    ),
    (
        "who only wants it is no voice",
        [gazette(f"Ehrlich said that managers agreed {LEAN}.", Said(LEAN, ("Ehrlich", "managers"), act=Act.INTEND))],
        1,
        1,
    ),
    (
        "a clause put into the sentence",
        [gazette(f"Since May, says a former diver, {LEAN}.", Said(LEAN))],
        1,
        1,
    ),
    (
        "what somebody was told, as the words that they say",
        [
            gazette(f"Ehrlich said {TOLD_HER} that {LEAN}.", Said(f"{TOLD_HER} that {LEAN}", ("Ehrlich",))),
            observer(f"Jakob Lind said {LEAN}.", Said(LEAN, ("Jakob Lind",))),
        ],
        1,
        1,
    ),
    (
        "a title and a last name",
        [
            gazette(f"Dr. Ehrlich said {LEAN}.", Said(LEAN, ("Dr. Ehrlich",))),
            observer(f"Rosa Ehrlich said {LEAN}.", Said(LEAN, ("Rosa Ehrlich",))),
        ],
        1,
        1,
    ),
    (
        "unnamed first, named later, and the text says so",
        [
            gazette(f"A foreman said {LEAN}.", Said(LEAN, ("A foreman",), ONE)),
            observer(
                f"Jakob Lind said {LEAN}. He is the foreman whom the Gazette quoted.", Said(LEAN, ("Jakob Lind",))
            ),
        ],
        1,
        1,
    ),
    (
        "the next paragraph says that it is another",
        [
            gazette(f"An employee said {LEAN}.", Said(LEAN, ("An employee",), ONE)),
            observer(
                f"A worker said {LEAN}.\n\nThe worker is not one of those who spoke to the Gazette.",
                Said(LEAN, ("A worker",), ONE),
            ),
        ],
        2,
        2,
    ),
    (
        "people who have only read a paper tell what the paper says",
        [
            mail(f"Jakob, {LEAN}. Tell nobody.", Said(LEAN)),
            gazette(
                f"Greta Sorn told Jakob Lind in an email that {LEAN}, according to two people who have seen the email.",
                Said(LEAN, ("two people who have seen the email",), TWO),
            ),
        ],
        1,
        1,
    ),
    (
        "a lawsuit told of by an outlet, and who filed it",
        [
            gazette(f"A lawsuit filed by Rosa Ehrlich says {LEAN}.", Said(LEAN, ("A lawsuit filed by Rosa Ehrlich",))),
            observer(f"Ehrlich said {LEAN}.", Said(LEAN, ("Ehrlich",))),
        ],
        1,
        1,
    ),
    (
        "an affidavit, and an outlet that cites it",
        [
            told("f", f"AFFIDAVIT OF JAKOB LIND\n\nI was there: {LEAN}.", Said(LEAN), people=PEOPLE),
            gazette(f"Jakob Lind said {LEAN}.", Said(LEAN, ("Jakob Lind",))),
        ],
        1,
        1,
    ),
    (
        "an audit of the case, and an outlet that tells its finding",
        [
            told("f", f"CITY AUDIT\nJune 2024\n\n1. We find that {LEAN}.", Said(LEAN), title="City audit"),
            gazette(f"A city audit found that {LEAN}.", Said(LEAN)),
        ],
        1,
        1,
    ),
    (
        "what one has read in a paper",
        [
            gazette(f"A clerk said that {LEAN}.", Said(LEAN, ("A clerk",), ONE)),
            observer(f"You will have seen it in the Gazette: {LEAN}.", Said(LEAN)),
        ],
        1,
        1,
    ),
    (
        "a log that an outlet has, and a witness",
        [
            gazette(
                f"The flight log, a copy of which we have, shows that {LEAN}. “It leans,” said Ehrlich.",
                Said(LEAN),
                Said("It leans", ("Ehrlich",)),
            )
        ],
        2,
        2,
    ),
    (
        "one who works there and one who did",
        [
            gazette(
                f"A current employee said {LEAN}. A former employee said it sinks.",
                Said(LEAN, ("A current employee",), ONE),
                Said("it sinks", ("A former employee",), ONE),
            )
        ],
        2,
        2,
    ),
    (
        "a report with a body's name at its head, and an outlet that quotes the body",
        [
            told("f", f"VELTEN CABLE\nREPORT 7\n\nWe find that {LEAN}.", Said(LEAN), title="Report 7"),
            gazette(f"Velten Cable said {LEAN}.", Said(LEAN, ("Velten Cable",))),
        ],
        1,
        1,
    ),
    (
        "an outlet that is not in the case, credited by two",
        [
            told("x", f"The Bay Herald reported that {LEAN}.", Said(LEAN, ("The Bay Herald",)), publisher="Pier Notes"),
            told("y", f"According to the Bay Herald, {LEAN}.", Said(LEAN, ("the Bay Herald",)), publisher="Dock Post"),
        ],
        1,
        1,
    ),
]  # fmt: skip
