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
