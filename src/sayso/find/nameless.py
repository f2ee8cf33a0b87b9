"""Mentions that are no names: pronouns, and definite descriptions of people ("the former adviser")."""

from collections.abc import Iterator, Set

from sayso.find.name_words import is_person_noun
from sayso.find.parsed import Parsed, Token
from sayso.model.entity import EntityKind, Mention, MentionKind
from sayso.model.span import Span

_PRONOUNS = frozenset(
    {
        *("he", "him", "his", "himself", "she", "her", "hers", "herself"),
        *("they", "them", "their", "theirs", "themselves"),
        *("i", "me", "my", "mine", "myself", "you", "your", "yours", "yourself"),
    }
)
_THINGS = frozenset({"it", "its", "we", "us", "our", "ours", "ourselves"})
_DEFINITE = frozenset({"the", "this", "that", "his", "her", "their", "its", "my", "our"})


def pronouns(parsed: Parsed) -> Iterator[Mention]:
    """The pronouns of a text that may mean people or bodies, in order."""
    for token in parsed.tokens:
        if token.tag in ("PRP", "PRP$") and token.lower in _THINGS:
            yield Mention(Span(token.start, token.end), MentionKind.PRONOUN, EntityKind.ORGANIZATION)
        if token.tag in ("PRP", "PRP$") and token.lower in _PRONOUNS and not _is_empty(token, parsed):
            yield Mention(Span(token.start, token.end), MentionKind.PRONOUN, EntityKind.PERSON)


def descriptions(parsed: Parsed, taken: Set[int]) -> Iterator[Mention]:
    """The former adviser, his lawyer, a spokeswoman (where it is said of a name): from the article to the noun."""
    for token in parsed.tokens:
        if token.tag not in ("NN", "NNP") or token.i in taken or not is_person_noun(token.text):
            continue
        if token.dep == "compound":
            continue
        left = [parsed.tokens[i] for i in parsed.children[token.i] if i < token.i]
        determiners = [t for t in left if t.tag in ("DT", "PRP$") or (t.dep == "poss" and t.i not in taken)]
        definite = any(t.lower in _DEFINITE for t in determiners) or any(t.dep == "poss" for t in left)
        if definite or (token.dep in ("appos", "attr") and determiners):
            first = min((parsed.subtree(t.i)[0] for t in left), default=token.i)
            yield Mention(Span(parsed.tokens[first].start, token.end), MentionKind.NOMINAL, EntityKind.PERSON)


def _is_empty(pronoun: Token, parsed: Parsed) -> bool:
    """The "you" of "you know, …" and of "thank you", which mean nobody in particular."""
    if pronoun.lower != "you":
        return False
    before = parsed.tokens[pronoun.i - 1].lower if pronoun.i else ""
    after = [token.lower for token in parsed.tokens[pronoun.i + 1 : pronoun.i + 3]]
    return before == "thank" or after == ["know", ","]
