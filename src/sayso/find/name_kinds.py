"""What a name is the name of: by its own words, by the words around it, and by what it is elsewhere in the document.

The language model proposes a kind for each mention by itself, and takes companies and towns that
it never saw for people.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from sayso.find.lexicon import groups, words
from sayso.find.name_words import gender_of_given_name, is_person_noun, is_suffix, is_title, plain
from sayso.find.parsed import Parsed, Token
from sayso.model.entity import EntityKind

Kinds = Mapping[str, Counter[EntityKind]]

_ACRONYM = re.compile(r"[A-Z]{2,6}")
_WORD = re.compile(r"[^\W\d_][\w.'’\-]*")
_DASHES = ("-", "--", "–", "—", "―")
_DATELINE = 12
"""tokens from a dateline's first word to its dash"""
_AROUND = 2
"""what the words around a name count, against one for the model's word"""


def kind_by_words(said: Sequence[str]) -> EntityKind | None:
    """What the words of a name tell by themselves; `None` if nothing."""
    lower = [plain(word) for word in said]
    if " ".join(lower) in words("places"):
        return EntityKind.PLACE
    if lower in (["white", "house"], ["house", "of", "representatives"], ["supreme", "court"], ["house"]):
        return EntityKind.PUBLIC_BODY
    named = said
    while len(named) > 1 and is_title(named[0]):
        named = named[1:]
    given = gender_of_given_name(named[0]) is not None
    if any(word in words("public-body-words") for word in lower) and not (given and len(named) == 2):
        return EntityKind.PUBLIC_BODY
    evidence = groups("kind-evidence")
    if len(lower) > 1 and lower[-1] == "district" and lower[-2] in evidence["district of"]:
        return EntityKind.PUBLIC_BODY
    if len(said) > 1 and lower[-1] in words("organization-words"):
        return EntityKind.ORGANIZATION
    if len(said) > 1 and not given and lower[-1] in evidence["trade"] | evidence["newspaper"]:
        return EntityKind.ORGANIZATION
    if len(said) == 1 and _ACRONYM.fullmatch(said[0]):
        return EntityKind.ORGANIZATION
    if given and len(named) in (2, 3) and all(word[0].isupper() and is_wordlike(word) for word in named):
        return EntityKind.PERSON
    return None


def is_wordlike(word: str) -> bool:
    """Whether the word is of letters, as names are."""
    return _WORD.fullmatch(word) is not None


def last_word(said: Sequence[str]) -> str:
    """The last word of a name that is no `Jr.`"""
    return next((word for word in reversed(said) if not is_suffix(word)), said[-1])


def kinds_of(names: Sequence[tuple[range, EntityKind]], parsed: Parsed) -> list[EntityKind]:
    """One kind for each name (token indexes, the model's kind), the same for the same string."""
    said = [[parsed.tokens[i].text for i in tokens] for tokens, _ in names]
    votes: dict[str, Counter[EntityKind]] = defaultdict(Counter)
    sure: dict[str, EntityKind] = {}
    told: dict[str, Counter[EntityKind]] = defaultdict(Counter)
    for own, (tokens, model) in zip(said, names, strict=True):
        key = _key(own)
        by_words = kind_by_words(own)
        if by_words and not (len(own) == 1 and by_words is EntityKind.ORGANIZATION):
            sure[key] = by_words
        votes[key][by_words or model] += 1
        for kind in _around(tokens, parsed):
            votes[key][kind] += _AROUND
            told[key][kind] += 1
    people = _parts_of_people(said, votes, sure)
    for key, kinds in told.items():
        guessed = {kind: count - _AROUND * kinds[kind] for kind, count in votes[key].items()}
        person = max(guessed, key=lambda kind: guessed[kind]) is EntityKind.PERSON
        if " " not in key and key not in people and person and EntityKind.PERSON not in kinds:
            # The model knows no kind for it but its usual one, and the text says more than that.
            votes[key] = kinds
    return [_kind(own, votes, sure, people) for own in said]


def _kind(own: Sequence[str], votes: Kinds, sure: Mapping[str, EntityKind], people: Mapping[str, bool]) -> EntityKind:
    key = _key(own)
    if len(own) == 1 and people.get(key):
        return EntityKind.PERSON
    if key in sure:
        return sure[key]
    counts = votes[key]
    best = max(counts, key=lambda kind: counts[kind])
    if len(own) == 1 and best is EntityKind.PERSON and key not in people and _is_firm(key, sure):
        return EntityKind.ORGANIZATION
    if len(own) == 1 and best is EntityKind.PERSON and key not in people and _is_town(key, sure):
        return EntityKind.PLACE
    if len(own) in (2, 3) and best is not EntityKind.PERSON and _is_relative(own, people):
        return EntityKind.PERSON
    return best


def _parts_of_people(said: Sequence[Sequence[str]], votes: Kinds, sure: Mapping[str, EntityKind]) -> dict[str, bool]:
    """Words of people's names; `True` for those that are the last word of a full name."""
    parts: dict[str, bool] = {}
    for own in said:
        key = _key(own)
        kind = sure.get(key) or max(votes[key], key=lambda k: votes[key][k])
        if kind is EntityKind.PERSON and len(own) > 1:
            for word in own:
                if not is_title(word):
                    parts.setdefault(plain(word), False)
            parts[plain(last_word(own))] = True
    return parts


def _is_firm(key: str, sure: Mapping[str, EntityKind]) -> bool:
    """Whether the word is how a firm's name in this document begins."""
    trade = groups("kind-evidence")["trade"]
    return any(name.startswith(f"{key} ") and name.split()[-1] in trade for name in sure)


def _is_town(key: str, sure: Mapping[str, EntityKind]) -> bool:
    """Whether a paper, a school or a hospital in this document is named after it."""
    evidence = groups("kind-evidence")
    named = evidence["newspaper"] | evidence["town's"]
    return any(name.startswith(f"{key} ") and name.split()[-1] in named for name in sure)


def _is_relative(own: Sequence[str], people: Mapping[str, bool]) -> bool:
    """Whether the last word is a surname of this document and the first could be a given name."""
    land = groups("kind-evidence")["land"]
    return people.get(plain(own[-1]), False) and plain(own[0]) not in land and all(is_wordlike(word) for word in own)


def _around(tokens: range, parsed: Parsed) -> Iterator[EntityKind]:
    """What the words around a name say that it is."""
    evidence = groups("kind-evidence")
    held = parsed.tokens
    first, last = tokens[0], tokens[-1]
    after = [held[i].lower for i in range(last + 1, min(last + 3, len(held)))]
    head = next((held[i] for i in reversed(tokens) if held[i].head not in tokens), held[last])
    if in_dateline(first, parsed):
        yield EntityKind.PLACE
        yield EntityKind.PLACE
    if len(tokens) == 1 and after[:1] not in (["'s"], ["'"]):
        yield from _behind_preposition(held[first - 2 : first] if first > 1 else (), evidence)
    if after == [",", "which"]:
        yield EntityKind.ORGANIZATION
    if after == [",", "who"]:
        yield EntityKind.PERSON
    governor = held[head.head]
    if head.dep in ("compound", "poss") and governor.i not in tokens and governor.lower in evidence["of firms"]:
        yield EntityKind.ORGANIZATION
    nouns = [held[c] for c in parsed.children[head.i] if held[c].dep == "appos" and c not in tokens]
    if head.dep == "appos":
        nouns.append(governor)
    for noun in (n for n in nouns if n.tag == "NN"):
        if is_person_noun(noun.text):
            yield EntityKind.PERSON
        elif noun.lower in evidence["a place"]:
            yield EntityKind.PLACE
        elif noun.lower in evidence["a firm"]:
            yield EntityKind.ORGANIZATION


def _behind_preposition(before: Sequence[Token], evidence: Mapping[str, frozenset[str]]) -> Iterator[EntityKind]:
    """ "in X", "most of X", "a worker at X"."""
    if not before:
        return
    noun, preposition = before[0], before[1].lower
    in_place = preposition in evidence["in"] and noun.lower not in evidence["no place in"]
    part_of_place = preposition == "of" and noun.lower in evidence["of"]
    if in_place or part_of_place:
        yield EntityKind.PLACE
    elif preposition == "at" and noun.tag in ("NN", "NNS") and noun.lower not in evidence["no work at"]:
        yield EntityKind.ORGANIZATION


def in_dateline(first: int, parsed: Parsed) -> bool:
    """Whether the token stands in "GULLHAVEN, Oakland (Coast Wire) —", before the bracket and the dash."""
    held = parsed.tokens
    start = first
    while start > 0 and held[start - 1].end + 1 >= held[start].start and first - start < _DATELINE:
        start -= 1
    opening = held[start]
    if not (opening.text.isupper() and len(opening.text) > 2):
        return False
    ahead = [held[i].text for i in range(start, min(start + _DATELINE, len(held)))]
    dash = next((n for n, word in enumerate(ahead) if word in _DASHES), None)
    if (
        dash is None
        or dash + 1 >= len(ahead)
        or (ahead[dash + 1].isupper() and len(ahead[dash + 1]) > 1)
        or any(word in (".", ":", ";") for word in ahead[:dash])
    ):
        return False
    end = ahead.index("(") if "(" in ahead[:dash] else dash
    return first - start < end


def _key(said: Sequence[str]) -> str:
    return " ".join(plain(word) for word in said)
