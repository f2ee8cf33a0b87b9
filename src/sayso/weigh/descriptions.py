"""What a document calls those it names: "Elias Munt, a crane rigger", "its executive director, Conrad Strell".

So that "the director" in one text can be compared with "Strell" in another.
"""

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from sayso.model.entity import EntityKind
from sayso.weigh import lexicon
from sayso.weigh.source import Source

_KINDS = (EntityKind.PERSON, EntityKind.ORGANIZATION, EntityKind.PUBLIC_BODY)
_AFTER = re.compile(
    r"[’']?s?,[ \n](?:who (?:is|was) |then |now |formerly |until \w+ )?"
    r"((?:an?|the|its|his|her|their|our|my|one|[a-z][\w’'-]*)[ \n](?:[\w’'-]+[ \n]){0,9}?[\w’'-]+)(?=[,.;:)—–]|$)",
)
_WORD = re.compile(r"[^\W\d_]{3,}")
_REACH_BEFORE, _WORDS_BEFORE = 80, 5
_REACH = 120
_MOST_NAMES = 400


def descriptions(source: Source) -> Mapping[str, frozenset[str]]:
    """Words by which the document describes entities of the case, in lower case, and the concepts these stand for."""
    forms: dict[str, str] = {}
    for known in source.people.values():
        if known.kind in _KINDS:
            for name in (known.name, *known.aliases):
                forms.setdefault(name, known.id)
    if not forms or len(forms) > _MOST_NAMES:
        return MappingProxyType({})
    longest = sorted(forms, key=lambda form: (-len(form), form))
    names = re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, longest)) + r")(?!\w)")
    found: dict[str, set[str]] = {}
    for match in names.finditer(source.text):
        words = frozenset(_around(source.text, match.start(), match.end()))
        found.setdefault(forms[match[0]], set()).update(words)
    return MappingProxyType({id: _with_marks(words) for id, words in found.items() if words})


def _around(text: str, start: int, end: int) -> Iterator[str]:
    for word in reversed(text[max(0, start - _REACH_BEFORE) : start].split()[-_WORDS_BEFORE:]):
        bare = word.rstrip(",")
        if not _WORD.fullmatch(bare.replace("-", "").replace("’", "").replace("'", "")):
            break
        # "Commission chair Augustin Peverell", but not another name's last word.
        if len(bare) > 2 and (bare.islower() or lexicon.is_known(bare.lower())):
            yield bare.lower()
    after = _AFTER.match(text, end, end + _REACH)
    if after:
        yield from (word for word in _WORD.findall(after[1]) if word.islower())


def _with_marks(words: set[str]) -> frozenset[str]:
    kept = {w for w in words if not lexicon.is_empty(w)}
    concepts = (lexicon.concepts(w) for w in kept)
    return frozenset(kept).union(*concepts)
