"""How far two spellings of one word are apart: edits, where letters that writers and transcribers confuse cost less."""

from functools import lru_cache

_VOWELS = frozenset("aeiouy")
_CONFUSED = frozenset(
    frozenset(pair)
    for pair in (
        "iy", "ij", "jy", "vw", "vf", "sz", "sc", "sx", "ck", "kq", "cq", "gj", "kg", "td", "bp", "mn", "hx", "zj",
        "dz",
    )
)  # fmt: skip
_CHEAP = 0.5
_DIGRAPHS = (("kh", "h"), ("ph", "f"), ("ou", "u"), ("oo", "u"), ("sch", "sh"), ("tch", "ch"), ("tsch", "ch"),
             ("ck", "k"), ("dh", "d"), ("gh", "g"), ("zh", "j"), ("x", "ks"), ("yy", "y"))  # fmt: skip


@lru_cache(maxsize=65536)
def distance(one: str, other: str) -> float:
    """Weighted edits between two folded words: 1 a letter, half for confusable and for doubled letters.

    Swapped neighbours are one edit (Damerau 1964).
    """
    return min(_edits(one, other), _edits(_simple(one), _simple(other)) + (_CHEAP if one != other else 0))


def _simple(word: str) -> str:
    """The word with digraphs of transliteration made one letter."""
    for digraph, letter in _DIGRAPHS:
        word = word.replace(digraph, letter)
    return word


def allowed(one: str, other: str) -> float:
    """Up to which distance two words of this length may be one word, misspelt; the longer the word, the more."""
    longest = max(len(one), len(other))
    if min(len(one), len(other)) < 4:
        return 0.5 if longest < 5 else 0.0
    return 1.0 if longest < 8 else 2.0


def _edits(one: str, other: str) -> float:
    before: list[float] = []
    above = [0.0]
    for j, letter in enumerate(other):
        above.append(above[j] + _gap(other, j, letter))
    for i, a in enumerate(one):
        row = [above[0] + _gap(one, i, a)]
        for j, b in enumerate(other):
            cost = min(above[j] + _swap(a, b), above[j + 1] + _gap(one, i, a), row[j] + _gap(other, j, b))
            if i and j and a == other[j - 1] and b == one[i - 1] and a != b:
                cost = min(cost, before[j - 1] + 1)
            row.append(cost)
        before, above = above, row
    return above[-1]


def _gap(word: str, at: int, letter: str) -> float:
    """What it costs to drop a letter: half for the second of a pair and for a silent h."""
    doubled = at > 0 and word[at - 1] == letter
    return _CHEAP if doubled or (letter == "h" and at > 0) else 1.0


def _swap(a: str, b: str) -> float:
    if a == b:
        return 0.0
    if (a in _VOWELS and b in _VOWELS) or frozenset((a, b)) in _CONFUSED:
        return _CHEAP
    return 1.0
