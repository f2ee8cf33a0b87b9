"""Names to comparable words: letters folded, scripts made one where they differ, numbers and legal forms recognised."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from sayso.resolve.spelling import distance

_LETTERS = {
    "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "ħ": "h", "ŋ": "ng",
    "’": "'", "ʻ": "'", "ʼ": "'", "`": "'", "‘": "'",
}  # fmt: skip
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z][a-z])")
_DOTTED = re.compile(r"\b(?:[^\W\d_]\.){1,}(?:[^\W\d_]\b)?", re.UNICODE)
_MARKS = re.compile(r"[\u0300-\u036f]")
_INVISIBLE = re.compile(r"[\u200b-\u200f\u202a-\u202e\u2060\ufeff]")
_LOOKALIKES = str.maketrans("0134579", "oleasyg")
_SUFFIXES = {"jr": "jr", "junior": "jr", "sr": "sr", "senior": "sr", "ii": "ii", "iii": "iii", "iv": "iv"}
_PARTICLES = frozenset(
    {
        *(
            "al",
            "el",
            "bin",
            "ibn",
            "ben",
            "bint",
            "binti",
            "de",
            "del",
            "della",
            "der",
            "den",
            "di",
            "da",
            "do",
            "dos",
        ),
        *("das", "du", "la", "le", "van", "von", "zu", "zur", "ter", "ten", "abu", "y", "e", "ul", "ad", "as", "ur"),
    }
)
"""Words that some write and some leave out; they neither help nor hurt."""
_GIVEN_OR_PARTICLE = frozenset({"al", "ben", "van", "e", "y", "da", "di", "as", "ad", "ur"})
"""Particles that may be a given name or its initial at the start."""
_LONG_FORM = 10
_NUMBERS = {
    "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8", "nine": "9",
    "ten": "10", "eleven": "11", "twelve": "12", "twenty": "20", "thirty": "30", "forty": "40",
    "fourty": "40", "fifty": "50", "sixty": "60", "seventy": "70", "eighty": "80", "ninety": "90",
    "hundred": "100",
    "first": "1", "second": "2", "third": "3", "fourth": "4", "fifth": "5", "sixth": "6", "seventh": "7", "eighth": "8",
    "ninth": "9", "tenth": "10",
}  # fmt: skip


def fold(text: str) -> str:
    """Lower case without diacritics of Latin, Greek and Cyrillic letters; other scripts keep their signs."""
    lower = unicodedata.normalize("NFKC", _INVISIBLE.sub("", text)).casefold()
    lower = "".join(_LETTERS.get(c, c) for c in lower)
    return unicodedata.normalize("NFC", _MARKS.sub("", unicodedata.normalize("NFD", lower)))


def is_latin(text: str) -> bool:
    """Whether all letters are Latin."""
    return all("LATIN" in unicodedata.name(c, "") for c in text if c.isalpha())


def in_latin(text: str) -> str:
    """Folded text with Cyrillic, Greek and Georgian letters made Latin; others stay."""
    # The letters й, ї, ў, ё are told apart before folding would take their marks.
    composed = unicodedata.normalize("NFC", text.casefold())
    return fold("".join(_romanised().get(c, _romanised().get(fold(c), c)) for c in composed))


def person_words(name: str) -> list[str]:
    """The words of a person's name: folded, hyphens and joined capitals separated, initials as single letters."""
    folded = fold(re.sub(r"[-‐–—.,/·・()\[\]\"“”„«»]", " ", _CAMEL.sub(" ", name)))
    words = [word.replace("'", "") for word in folded.split()]
    return [_unmasked(word) for word in words if word]


@dataclass(frozen=True, slots=True)
class PersonWords:
    """A person's name for comparison: its words in order, given names first, and its suffix (empty for none)."""

    words: tuple[str, ...]
    suffix: str


@lru_cache(maxsize=65536)
def split_person(name: str) -> PersonWords:
    """A person's name without titles, particles and repeated words; `Surname, Given` is put in order."""
    before, comma, after = name.partition(",")
    if comma and person_words(after) and person_words(after)[-1] not in _SUFFIXES:
        name = f"{after} {before}"
    words = person_words(name)
    suffix = _SUFFIXES[words.pop()] if len(words) > 1 and words[-1] in _SUFFIXES else ""
    while len(words) > 1 and words[0] in lexicon("titles"):
        words.pop(0)
    told = [word for at, word in enumerate(words) if word not in _PARTICLES or (at == 0 and word in _GIVEN_OR_PARTICLE)]
    return PersonWords(tuple(dict.fromkeys(told or words)), suffix)


def _unmasked(word: str) -> str:
    """A word with digits in place of letters (`I9or`), as scans and evaders write it."""
    letters = sum(c.isalpha() for c in word)
    return word.translate(_LOOKALIKES) if letters >= 2 and letters < len(word) else word


def thing_words(name: str) -> list[str]:
    """The words of an organisation's name: dotted letters joined (`L.L.C.`), no articles, numbers in digits."""
    joined = _DOTTED.sub(lambda m: m[0].replace(".", ""), name)
    folded = fold(_CAMEL.sub(" ", joined))
    folded = re.sub(r"'s\b", "", folded).replace("'", "")
    words = [word for word in re.split(r"[^\w]+", folded) if word and word not in ("the", "and")]
    return _in_digits(words)


def _in_digits(words: Sequence[str]) -> list[str]:
    found: list[str] = []
    for word in words:
        ordinal = re.fullmatch(r"(\d+)(?:st|nd|rd|th)", word)
        number = ordinal[1] if ordinal else _NUMBERS.get(word, word)
        tens = found and found[-1] in ("20", "30", "40", "50", "60", "70", "80", "90")
        if tens and number in ("1", "2", "3", "4", "5", "6", "7", "8", "9"):
            found[-1] = str(int(found[-1]) + int(number))
        else:
            found.append(number)
    return found


def without_legal_forms(words: Sequence[str]) -> tuple[list[str], frozenset[str]]:
    """The words that name the company, and the classes of its legal forms (`gmbh`, `jsc` …)."""
    kept: list[str] = []
    forms: set[str] = set()
    i = 0
    while i < len(words):
        for length in (6, 5, 4, 3, 2, 1):
            form = _legal_form(tuple(words[i : i + length])) if i + length <= len(words) else None
            if form:
                forms.add(form)
                i += length
                break
        else:
            kept.append(words[i])
            i += 1
    return kept, frozenset(forms)


def _legal_form(words: tuple[str, ...]) -> str | None:
    """The class of a legal form; a long single word may be misspelt a little."""
    form = _legal_forms().get(words)
    if form or len(words) > 1 or len(words[0]) < _LONG_FORM:
        return form
    near = (known for known in _legal_forms() if len(known) == 1 and len(known[0]) >= _LONG_FORM)
    return next((_legal_forms()[known] for known in near if distance(words[0], known[0]) <= 1), None)


@cache
def _romanised() -> Mapping[str, str]:
    """For a Cyrillic, Greek or Georgian letter its Latin letters; none for the signs."""
    pairs = (line.split() for line in lexicon("romanisation"))
    return {letter: "".join(latin) for letter, *latin in pairs}


@cache
def _legal_forms() -> Mapping[tuple[str, ...], str]:
    """For the words of a legal form, its class."""
    found = {}
    for line in lexicon("legal-forms"):
        form, *spellings = line.split("|")
        for spelling in (form, *spellings):
            found[tuple(fold(spelling).split())] = form
    return found


@cache
def short_forms() -> Mapping[str, frozenset[str]]:
    """For a given name its short forms."""
    return {name: frozenset(short) for name, *short in (fold(line).split() for line in lexicon("nicknames"))}


@cache
def given_names() -> tuple[frozenset[str], frozenset[str]]:
    """Men's and women's, folded."""
    men, women = (frozenset(lexicon(f"given-names-{kind}")) for kind in ("male", "female"))
    return men, women


@cache
def lexicon(name: str) -> tuple[str, ...]:
    """The lines of a word list that comes with the package."""
    text = files("sayso").joinpath("find", "lexicon", f"{name}.txt").read_text(encoding="utf-8")
    return tuple(line for line in text.splitlines() if line and not line.startswith("#"))
