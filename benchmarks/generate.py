"""All synthetic cases: seeded, invented, as large as one likes."""

import random
from pathlib import Path

_GIVEN = ("Ada", "Bruno", "Carla", "Dmitri", "Elena", "Farid", "Greta", "Hugo", "Ines", "Jonas", "Keiko", "Lars")
_FAMILY = ("Abara", "Brandt", "Castellan", "Dufour", "Eklund", "Farrow", "Garnier", "Holm", "Ibsen", "Jarvis")
_ROLES = ("the harbour master", "a member of the board", "the company's lawyer", "a former inspector", "the mayor")
_PLACES = ("Port Elster", "Grauwik", "Saint-Orban", "Nether Quay", "Lowmoor")
_TOPICS = ("the dredging contract", "the missing invoices", "the inspection", "the pumping station", "the second offer")
_SAYINGS = (
    '"{topic_cap} was signed off before anyone on the board had read it," {name} said on {day}.',
    "{name}, {role}, said that {topic} had been discussed at a meeting in {place} on {day}.",
    "According to {name}, nobody told the auditors about {topic} until {day}.",
    "{name} denied that {topic} had ever been put in writing.",
    "A person familiar with the matter, who asked not to be named, said {topic} would cost twice as much.",
    "{name} declined to comment on {topic}.",
    "The board met {name} in {place} on {day} and asked for the figures.",
    "It is not clear who ordered the payment for {topic}.",
)
_MONTHS = ("January", "March", "May", "June", "September", "November")


def short_documents(folder: Path, count: int, seed: int) -> int:
    """Write `count` text files of some 60 to 130 words into `folder`; the number of words of all of them."""
    rng = random.Random(seed)
    words = 0
    for number in range(count):
        text = _document(rng, number)
        words += len(text.split())
        (folder / f"{number:05}.txt").write_text(text, encoding="utf-8")
    return words


_SYLLABLES = (
    "ba",
    "cor",
    "den",
    "fal",
    "gri",
    "hol",
    "ka",
    "lun",
    "mar",
    "nor",
    "pel",
    "ros",
    "sta",
    "tor",
    "ul",
    "vin",
)
_ENDINGS = ("ard", "berg", "ell", "ford", "ing", "ley", "man", "ow", "sen", "wick")
_COLLIDE = 5
"""One in so many people has the surname of another one."""
_PEOPLE_A_DOCUMENT = 6
_ABBREVIATED, _ALONE = 0.1, 0.1
"""Shares of mentions that give an initial, and the surname alone."""


def named_people(documents: int, seed: int) -> list[tuple[str, str]]:
    """(document, name) of everybody named in so many invented documents, as a finder would give it.

    As many people as documents are in the case, some in many documents, most in few; a fifth of them share their
    surname with somebody else.
    """
    rng = random.Random(seed)
    families: list[str] = []
    people: list[tuple[str, str]] = []
    for number in range(documents):
        shared = families and number % _COLLIDE == 0
        family = rng.choice(families) if shared else _family(rng, number)
        if not shared:
            families.append(family)
        people.append((rng.choice(_GIVEN) + rng.choice(("", "", " " + rng.choice("ABCDEFGH") + ".")), family))
    found = []
    for number in range(documents):
        for _ in range(_PEOPLE_A_DOCUMENT):
            given, family = people[min(int(rng.paretovariate(0.6)) - 1, 10**9) % documents]
            how = rng.random()
            name = (
                family
                if how < _ALONE
                else f"{given[0]}. {family}"
                if how < _ALONE + _ABBREVIATED
                else f"{given} {family}"
            )
            found.append((f"d{number:05}", name))
    return found


def _family(rng: random.Random, number: int) -> str:
    """A surname of its own for every number."""
    first, second = divmod(number, len(_SYLLABLES))
    third, fourth = divmod(first, len(_SYLLABLES))
    own = _SYLLABLES[second] + _SYLLABLES[third % len(_SYLLABLES)] + _SYLLABLES[fourth]
    return (rng.choice(_SYLLABLES) + own + rng.choice(_ENDINGS)).title()


def _document(rng: random.Random, number: int) -> str:
    paragraphs = [f"Paper {number} from {rng.choice(_PLACES)}"]
    for _ in range(rng.randint(2, 4)):
        paragraphs.append(" ".join(_sentence(rng) for _ in range(2)))
    return "\n\n".join(paragraphs) + "\n"


def _sentence(rng: random.Random) -> str:
    topic = rng.choice(_TOPICS)
    return rng.choice(_SAYINGS).format(
        name=f"{rng.choice(_GIVEN)} {rng.choice(_FAMILY)}",
        role=rng.choice(_ROLES),
        place=rng.choice(_PLACES),
        topic=topic,
        topic_cap=topic[0].upper() + topic[1:],
        day=f"{rng.choice(_MONTHS)} {rng.randint(1, 28)}, {rng.randint(2017, 2021)}",
    )
