"""What the words of a name are: titles before it, suffixes behind it, and what they say about who bears it."""

from enum import StrEnum

from sayso.find.lexicon import words

SUFFIXES = {
    "jr": "jr", "junior": "jr", "sr": "sr", "senior": "sr", "ii": "ii", "iii": "iii", "iv": "iv", "v": "v",
}  # fmt: skip
"""Words behind a name that tell a generation from another, without full stop."""

PARTICLES = frozenset(
    {"al", "el", "bin", "ibn", "ben", "bint", "de", "del", "della", "der", "den", "di", "da", "dos", "du", "la", "le",
     "van", "von", "zu", "zur", "ter", "ten", "st", "abu", "al-", "y"}
)  # fmt: skip
"""Words that belong to the family name behind them."""


class Gender(StrEnum):
    """What the words around a person say of him or her."""

    MALE = "male"
    FEMALE = "female"


def plain(word: str) -> str:
    """The word in lower case, without full stops and with plain apostrophes: `Sen.` → `sen`."""
    return word.lower().replace("’", "'").strip(".,;:'\"“”‘()[]")


def is_title(word: str) -> bool:
    """Whether the word says rank, office or calling when it stands before a name."""
    return plain(word) in words("titles")


def is_suffix(word: str) -> bool:
    """Whether the word, behind a name, tells a generation from another (`Jr.`, `III`)."""
    return plain(word) in SUFFIXES


def gender_of_title(word: str) -> Gender | None:
    """The sex that a title tells; `None` for most."""
    return _gender(plain(word), "titles")


def gender_of_given_name(word: str) -> Gender | None:
    """The sex of almost everybody of that given name; `None` for names of both and unknown names."""
    return _gender(plain(word), "given-names")


def gender_of_noun(word: str) -> Gender | None:
    """The sex that a noun for a person tells (`spokeswoman`); `None` for most."""
    return _gender(plain(word), "person-nouns")


def is_person_noun(word: str) -> bool:
    """Whether the noun, in the singular, is one for a person by office, work, role or kin."""
    return plain(word) in words("person-nouns") or gender_of_noun(word) is not None


def _gender(word: str, kind: str) -> Gender | None:
    male, female = word in words(f"{kind}-male"), word in words(f"{kind}-female")
    if male == female:
        return None
    return Gender.MALE if male else Gender.FEMALE
