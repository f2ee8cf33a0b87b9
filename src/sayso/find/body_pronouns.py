"""Which body "it", "its" and "we" mean, where grammar leaves little doubt.

"It" and "its" are the body that is the subject above ("the Board said it would …"), or that spoke in the sentence
before ("It added that …"). "We" and "our" are the body that the speaker is a spokeswoman for.
"""

from collections.abc import Mapping, Sequence

from sayso.find.lexicon import groups as word_groups
from sayso.find.lexicon import lemma, words
from sayso.find.name_group import Group
from sayso.find.parsed import Parsed, Token
from sayso.model.entity import EntityKind

_SUBJECTS = ("nsubj", "nsubjpass")
_EMPTY = frozenset(
    {
        *("is", "was", "'s", "be", "been", "seems", "seemed", "appears", "appeared", "takes", "took", "became"),
        *("rained", "raining", "snowed", "snowing"),
    }
)
"""verbs whose "it" may stand for nothing ("it was clear that …")"""
_CLAUSES = ("ccomp", "xcomp", "advcl", "conj", "relcl", "acl")


class BodyPronouns:
    """Reads the pronouns for bodies of one document. Groups go by number, `named` gives it by token."""

    def __init__(self, parsed: Parsed, groups: Sequence[Group], named: Mapping[int, int]) -> None:
        self._parsed = parsed
        self._bodies = {n for n, g in enumerate(groups) if g.kind is not EntityKind.PERSON}
        self._organisations = {n for n in self._bodies if groups[n].kind is not EntityKind.PLACE}
        self._sentence = {i: n for n, sentence in enumerate(parsed.sentences) for i in sentence}
        self._speaks_for = self._spoken_for(groups, named)

    def of(self, pronoun: Token, referents: Mapping[int, int]) -> int | None:
        """The body that "it" or "its" means; `referents` gives who is meant by the tokens resolved so far."""
        tokens = self._parsed.tokens
        if pronoun.dep in _SUBJECTS:
            verb = tokens[pronoun.head]
            if verb.lower in _EMPTY:
                return None
            above = self._subject_over(verb, referents)
            if above is not None or not _says(verb) or verb.dep not in ("ROOT", "ccomp"):
                return above
            return self._spoke_before(pronoun, referents)
        if pronoun.lower == "it":
            return None
        at, below = tokens[pronoun.head], pronoun
        while at.head != at.i and not at.tag.startswith("V"):
            at, below = tokens[at.head], at
        own = self._subject(at, referents)
        if own is None or below.dep in _SUBJECTS:
            return self._subject_over(at, referents)
        return own if own >= 0 else None

    def spoken_for(self, speaker: int) -> int | None:
        """The body for which a person speaks."""
        return self._speaks_for.get(speaker)

    def _subject_over(self, verb: Token, referents: Mapping[int, int]) -> int | None:
        """The body that is the subject of the clause over a verb's own."""
        while verb.dep in _CLAUSES and verb.head != verb.i:
            verb = self._parsed.tokens[verb.head]
            found = self._subject(verb, referents)
            if found is not None:
                return found if found >= 0 else None
        return None

    def _subject(self, verb: Token, referents: Mapping[int, int]) -> int | None:
        """The body that is the subject of a verb; -1 if that is something else, `None` if it has none."""
        for i in self._parsed.children[verb.i]:
            if self._parsed.tokens[i].dep in _SUBJECTS:
                number = referents.get(i)
                return number if number in self._bodies else -1
        return None

    def _spoke_before(self, pronoun: Token, referents: Mapping[int, int]) -> int | None:
        """The body whose words the sentence before gives."""
        number = self._sentence[pronoun.i] - 1
        if number < 0:
            return None
        for i in self._parsed.sentences[number]:
            token = self._parsed.tokens[i]
            if token.dep == "ROOT" and _says(token):
                found = self._subject(token, referents)
                return found if found in self._organisations else None
        return None

    def _spoken_for(self, groups: Sequence[Group], named: Mapping[int, int]) -> dict[int, int]:
        """For people who are named as a body's voice that body, if it is one."""
        found: dict[int, set[int]] = {}
        roles = word_groups("talk")["speaks for"]
        for token in self._parsed.tokens:
            if token.lower not in roles or token.i in named:
                continue
            people = {named[i] for i in self._people(token) if named.get(i) is not None} - self._bodies
            bodies = {named[i] for i in self._of(token) if named.get(i) in self._organisations}
            if len(people) == 1 and len(bodies) == 1:
                found.setdefault(next(iter(people)), set()).update(bodies)
        return {person: next(iter(bodies)) for person, bodies in found.items() if len(bodies) == 1}

    def _people(self, noun: Token) -> list[int]:
        """Tokens beside a noun in apposition, behind it as a title, or said to be it."""
        tokens = self._parsed.tokens
        found = [i for i in self._parsed.children[noun.i] if tokens[i].dep == "appos"]
        if noun.dep in ("appos", "compound", "nmod"):
            found.append(noun.head)
        if noun.dep == "attr":
            found += [i for i in self._parsed.children[noun.head] if tokens[i].dep in _SUBJECTS]
        return found

    def _of(self, noun: Token) -> list[int]:
        """Tokens that say whose: "of X", "for X", "X's", "X spokeswoman"."""
        tokens = self._parsed.tokens
        found = []
        for i in self._parsed.children[noun.i]:
            if tokens[i].dep in ("poss", "compound", "nmod"):
                found.append(i)
            elif tokens[i].dep == "prep" and tokens[i].lower in ("of", "for"):
                found += [c for c in self._parsed.children[i] if tokens[c].dep == "pobj"]
        if noun.dep == "compound":
            found += [
                i for i in self._parsed.children[noun.head] if tokens[i].dep in ("compound", "nmod") and i < noun.i
            ]
        return found


def _says(token: Token) -> bool:
    return lemma(token.lower, token.tag) in words("sayings")
