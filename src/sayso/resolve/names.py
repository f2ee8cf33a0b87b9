"""Whether two names are compatible: could they be one person's, or one organisation's, by the names alone?

The answer is a list of named reasons and a verdict. It never merges anybody: two people can share a name. How names are
taken apart follows the practice of nomenklatura's name matching (words aligned, leftovers judged by side).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from sayso.model.entity import EntityKind
from sayso.resolve.spelling import allowed, distance
from sayso.resolve.words import (
    given_names,
    in_latin,
    is_latin,
    lexicon,
    person_words,
    short_forms,
    split_person,
    thing_words,
    without_legal_forms,
)


class Ground(StrEnum):
    """Why two names, or words of them, agree or not."""

    EQUAL = "equal"
    INITIAL = "initial"
    SHORT_FORM = "short form"
    SPELLING = "spelling"
    JOINED = "written as one word"
    ACRONYM = "acronym"
    ONE_SIDED = "only in one"
    DIFFERENT = "different words"
    ORDER = "given name and family name change places"
    GENERATION = "different generation"
    LEGAL_FORM = "different legal form"
    TOO_LITTLE = "too little to compare"


_AGAINST = frozenset(
    {Ground.DIFFERENT, Ground.ORDER, Ground.GENERATION, Ground.LEGAL_FORM, Ground.TOO_LITTLE}
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Reason:
    """One ground, with the words of either name that it rests on (folded; empty where that name has none)."""

    ground: Ground
    first: str
    second: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """The verdict on two names, and all reasons for and against."""

    same: bool
    reasons: tuple[Reason, ...]

    def __str__(self) -> str:
        told = "; ".join(f"{r.ground}: {' / '.join(p for p in (r.first, r.second) if p)}" for r in self.reasons)
        return f"{'compatible' if self.same else 'not compatible'} ({told})"


_ROMAN = frozenset(
    {"i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv", "xx"}
)
GENERIC_FORMS = frozenset({"inc", "corp", "co", "ltd", "llc", "plc", "pte", "pty"})
"""Legal forms that English texts use for one another."""


def same(a: str, b: str, kind: EntityKind) -> Comparison:
    """Compare two names of one kind. Words and their order, spelling, initials, short forms and legal forms count;
    who bears the name does not.
    """
    if kind is EntityKind.PERSON:
        return _people(a, b)
    return _things(a, b)


def _verdict(reasons: Sequence[Reason]) -> Comparison:
    return Comparison(not any(r.ground in _AGAINST for r in reasons), tuple(reasons))


def _one_script(a: str, b: str) -> tuple[str, str]:
    """Both names as they are, or in Latin letters if one is."""
    return (a, b) if is_latin(a) == is_latin(b) else (in_latin(a) if not is_latin(a) else a,
                                                      in_latin(b) if not is_latin(b) else b)  # fmt: skip


def _people(a: str, b: str) -> Comparison:
    a, b = _one_script(a, b)
    one, other = split_person(a), split_person(b)
    first, second = list(one.words), list(other.words)
    reasons: list[Reason] = []
    if one.suffix != other.suffix:
        reasons.append(Reason(Ground.GENERATION, one.suffix, other.suffix))
    if first and first == second:
        return _verdict([*reasons, Reason(Ground.EQUAL, " ".join(first), " ".join(second))])
    if "".join(first) == "".join(second) and len("".join(first)) > 3:
        return _verdict([*reasons, Reason(Ground.JOINED, " ".join(first), " ".join(second))])
    first, second = _joined(first, second), _joined(second, first)
    pairs, only_first, only_second = _aligned(first, second, with_initials=True)
    reasons += pairs
    if only_first and only_second:
        reasons.append(Reason(Ground.DIFFERENT, " ".join(only_first), " ".join(only_second)))
    elif only_first or only_second:
        reasons.append(Reason(Ground.ONE_SIDED, " ".join(only_first), " ".join(only_second)))
    strong = [r for r in pairs if r.ground is not Ground.INITIAL]
    alone = len(first) == len(second) == 1
    if not strong or (len(pairs) < 2 and not alone):
        reasons.append(Reason(Ground.TOO_LITTLE, " ".join(first), " ".join(second)))
    if _surname_for_initial(pairs, only_first, first, second) or _surname_for_initial(
        pairs, only_second, second, first
    ):
        reasons.append(Reason(Ground.DIFFERENT, first[-1], second[-1]))
    if _swapped(a, b):
        reasons.append(Reason(Ground.ORDER, " ".join(first), " ".join(second)))
    return _verdict(reasons)


def _surname_for_initial(
    pairs: Sequence[Reason], left: Sequence[str], whole: Sequence[str], other: Sequence[str]
) -> bool:
    """Whether a surname has no counterpart while the other name's passes for an initial: Ann G. Holm, Ann Garnier."""
    surname = other[-1] if other else ""
    return (
        bool(left)
        and left[-1] == whole[-1]
        and min(len(surname), len(whole[-1])) > 1
        and any(r.ground is Ground.INITIAL and surname in (r.first, r.second) for r in pairs)
    )


def _swapped(a: str, b: str) -> bool:
    """Whether order tells two apart: two given names without a comma, or a father and a son (`X bin Y`, `Y bin X`)."""
    first, second = person_words(a), person_words(b)
    if {(y, x) for x, y in _fathers(first)} & set(_fathers(second)):
        return True
    if "," in a or "," in b or len(first) != 2 or first != second[::-1] or first == second:
        return False
    men, women = given_names()
    return all(word in men or word in women for word in first)


def _fathers(words: Sequence[str]) -> list[tuple[str, str]]:
    """Each name with the father's name behind it."""
    return [(words[i - 1], words[i + 1]) for i in range(1, len(words) - 1) if words[i] in ("bin", "ibn", "ben")]


def _joined(words: Sequence[str], others: Sequence[str]) -> list[str]:
    """The words, with neighbours made one where the other name writes them as one (`Good Will`, `Goodwill`)."""
    found: list[str] = []
    i = 0
    while i < len(words):
        for length in (3, 2):
            whole = "".join(words[i : i + length])
            apart = i + length <= len(words) and not any(word in others for word in words[i : i + length])
            if apart and len(whole) > 4 and any(distance(whole, other) <= _CLOSE for other in others):
                found.append(whole)
                i += length
                break
        else:
            found.append(words[i])
            i += 1
    return found


_CLOSE = 0.5
_SHORT_NAME = 4
"""In names shorter than this, one letter makes another name."""


def _aligned(
    first: Sequence[str], second: Sequence[str], *, with_initials: bool
) -> tuple[list[Reason], list[str], list[str]]:
    """Words paired one to one, the surest pairs first; and what is left over on either side, in order."""
    options = []
    for i, a in enumerate(first):
        for j, b in enumerate(second):
            ground, cost = _pair(a, b, with_initials=with_initials)
            if ground is not None:
                options.append((cost, abs(i - j), i, j, ground))
    left, right = set(range(len(first))), set(range(len(second)))
    reasons = []
    for _, _, i, j, ground in sorted(options):
        if i in left and j in right:
            left.discard(i)
            right.discard(j)
            reasons.append(Reason(ground, first[i], second[j]))
    return reasons, [first[i] for i in sorted(left)], [second[j] for j in sorted(right)]


def _pair(a: str, b: str, *, with_initials: bool) -> tuple[Ground | None, float]:
    """Why two words may be one, and how much is against it; no ground if they may not."""
    if a == b:
        return Ground.EQUAL, 0.0
    if with_initials:
        if min(len(a), len(b)) == 1:
            return (Ground.INITIAL, 1.5) if a[0] == b[0] else (None, 0.0)
        short = short_forms()
        if b in short.get(a, ()) or a in short.get(b, ()):
            return Ground.SHORT_FORM, 0.5
        if _are_two_given_names(a, b):
            return None, 0.0
    if any(c.isdigit() for c in a + b) or {a, b} <= _ROMAN or not all(map(_is_alphabetic, a + b)):
        return None, 0.0
    apart = distance(a, b)
    return (Ground.SPELLING, apart) if apart <= allowed(a, b) else (None, 0.0)


def _are_two_given_names(a: str, b: str) -> bool:
    """Whether both are common given names, and one is no other spelling of the other: Tom and Tim, Mario and Maria."""
    men, women = given_names()
    if (a in men and b in men) or (a in women and b in women):
        return min(len(a), len(b)) < _SHORT_NAME
    return (a in men and b in women) or (a in women and b in men)


def _is_alphabetic(letter: str) -> bool:
    """Whether a letter stands for a sound: one Chinese or Korean sign for another is no slip."""
    return not "\u2e80" <= letter <= "\u9fff" and not "\uac00" <= letter <= "\ud7af"


def _things(a: str, b: str) -> Comparison:
    a, b = _one_script(a, b)
    (first, forms_a), (second, forms_b) = (without_legal_forms(_expanded(thing_words(n))) for n in (a, b))
    reasons: list[Reason] = []
    particular_a, particular_b = forms_a - GENERIC_FORMS, forms_b - GENERIC_FORMS
    if particular_a and particular_b and not particular_a & particular_b:
        reasons.append(Reason(Ground.LEGAL_FORM, " ".join(sorted(forms_a)), " ".join(sorted(forms_b))))
    if not first or not second:
        return _verdict([*reasons, Reason(Ground.TOO_LITTLE, a, b)])
    if first == second:
        return _verdict([*reasons, Reason(Ground.EQUAL, " ".join(first), " ".join(second))])
    if "".join(first) == "".join(second):
        return _verdict([*reasons, Reason(Ground.JOINED, " ".join(first), " ".join(second))])
    if _is_acronym(first, second) or _is_acronym(second, first):
        return _verdict([*reasons, Reason(Ground.ACRONYM, " ".join(first), " ".join(second))])
    first, second = _joined(first, second), _joined(second, first)
    pairs, only_first, only_second = _aligned(first, second, with_initials=False)
    reasons += pairs
    if only_first or only_second:
        reasons.append(Reason(Ground.DIFFERENT, " ".join(only_first), " ".join(only_second)))
    return _verdict(reasons)


def _expanded(words: Sequence[str]) -> list[str]:
    """Words with the short forms of countries written out (`us`, `united states`)."""
    names = {
        short: line.split("|")[0].split()
        for line in lexicon("same-names")
        for short in line.split("|")[1:]
        if len(short) < 4
    }
    return [part for word in words for part in names.get(word, [word])]


def _is_acronym(short: Sequence[str], long: Sequence[str]) -> bool:
    big = [word for word in long if word not in ("of", "for", "de", "in", "on", "s")]
    return len(short) == 1 and len(big) > 2 and short[0] == "".join(word[0] for word in big)
