"""Which firm or body a description means ("the company", "the agency", "the Board"): one named before, or nobody.

A body goes by the nouns of its own name ("the board" is the Harbor Board), by those that the text puts in apposition to
it or says that it is, and, for a firm, by "company" and "firm".
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set

from sayso.find.body_nouns import body_nouns, own_nouns
from sayso.find.lexicon import groups as word_groups
from sayso.find.name_groups import Group
from sayso.find.parsed import Parsed, Token
from sayso.model.entity import EntityKind, Mention, MentionKind
from sayso.model.span import Span

_BODIES = (EntityKind.ORGANIZATION, EntityKind.PUBLIC_BODY)
_DEFINITE = frozenset({"the", "that"})
_NEAR = 4
"""sentences back to the one body of several that a description can mean"""


def body_descriptions(parsed: Parsed, taken: Set[int]) -> Iterator[Mention]:
    """ "The company", "that agency": a definite article, maybe adjectives, and a noun for a body."""
    for token in parsed.tokens:
        if (
            token.tag not in ("NN", "NNP")
            or token.i in taken
            or token.dep == "compound"
            or token.lower not in body_nouns()
        ):
            continue
        left = [parsed.tokens[i] for i in parsed.children[token.i] if i < token.i]
        if not left or left[0].lower not in _DEFINITE or any(t.dep in ("compound", "poss", "nummod") for t in left):
            continue
        if any(t.dep == "amod" for t in left) or _is_narrowed(token, parsed):
            continue
        kind = EntityKind.PUBLIC_BODY if token.lower in word_groups("body-nouns")["public"] else EntityKind.ORGANIZATION
        yield Mention(Span(left[0].start, token.end), MentionKind.NOMINAL, kind)


def _is_narrowed(noun: Token, parsed: Parsed) -> bool:
    """Whether words behind it tell which one is meant ("the company that …", "the office of …")."""
    children = (parsed.tokens[i] for i in parsed.children[noun.i] if i > noun.i)
    return any(t.dep in ("relcl", "acl", "appos") or (t.dep == "prep" and t.lower == "of") for t in children)


class Bodies:
    """The bodies of a document by the nouns that may stand for them. Groups go by number, `named` gives it by token."""

    def __init__(self, text: str, parsed: Parsed, groups: Sequence[Group], named: Mapping[int, int]) -> None:
        self._parsed = parsed
        self._sentence_of = {i: n for n, sentence in enumerate(parsed.sentences) for i in sentence}
        self._nouns: dict[str, set[int]] = defaultdict(set)
        for number, group in enumerate(groups):
            if group.kind in _BODIES:
                for form in {m.span.of(text) for m in group.mentions}:
                    for own in own_nouns(form, group.kind):
                        self._nouns[own].add(number)
        for token in parsed.tokens:
            if token.lower in body_nouns() and token.i not in named:
                for i in _said_of(token, parsed):
                    if i in named and groups[named[i]].kind in _BODIES:
                        self._nouns[token.lower].add(named[i])
        self._seen: dict[int, int] = {}
        self._new: dict[str, int] = {}
        for token in parsed.tokens:
            if token.lower in ("a", "an", "another") and token.head in range(token.i, token.i + 6):
                noun = parsed.tokens[token.head]
                if noun.lower in body_nouns() and not any(i in named for i in _said_of(noun, parsed)):
                    self._new.setdefault(noun.lower, noun.i)

    def see(self, head: Token, number: int) -> None:
        """Take note of a mention, in order of the text."""
        self._seen[number] = head.i

    def of(self, noun: Token) -> int | None:
        """The body that a description means; `None` where several could be meant, or one without a name."""
        holders = [number for number in self._nouns.get(noun.lower, ()) if number in self._seen]
        if not holders:
            return None
        last = max(holders, key=lambda number: self._seen[number])
        stranger = self._new.get(noun.lower)
        if stranger is not None and stranger < noun.i:
            return None
        if len(holders) == 1:
            return last
        sentence = self._sentence_of[noun.i]
        near = [n for n in holders if sentence - self._sentence_of[self._seen[n]] <= _NEAR]
        return near[0] if len(near) == 1 else None


def _said_of(noun: Token, parsed: Parsed) -> Iterator[int]:
    """Tokens that a noun stands in apposition to, or is said to be ("Varrick is a company", "the company, Varrick")."""
    if noun.dep == "appos":
        yield noun.head
    for i in parsed.children[noun.i]:
        if parsed.tokens[i].dep == "appos":
            yield i
    if noun.dep == "attr" and parsed.tokens[noun.head].lower in ("is", "was", "'s"):
        yield from (i for i in parsed.children[noun.head] if parsed.tokens[i].dep == "nsubj")
