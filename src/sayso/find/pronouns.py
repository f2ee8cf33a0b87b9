"""Whom a third-person pronoun means: a salience model after Lappin and Leass (1994), with gender where it is known."""

from collections import defaultdict
from collections.abc import Sequence, Set
from dataclasses import dataclass
from itertools import islice

from sayso.find.name_words import Gender, gender_of_noun
from sayso.find.parsed import Parsed, Token

_SENTENCES_BACK = 4
_SHORT = 4
"""tokens of a sentence too short to put anybody out of mind ("Okay.")"""
_MOST = 200
"""mentions looked back at, at most"""
_DECAY = 0.55
"""what a mention keeps of its weight a sentence later"""
_SUBJECTS = ("nsubj", "nsubjpass", "csubj")
_UNKNOWN_GENDER = 0.75
"""the weight of a person whose sex the text does not tell, against one where it fits"""
_STRANGER = 0.5
"""the weight of somebody without a name"""
_SUBJECT_ABOVE = 1.0
"""what weighs more who is said to say, think or do what the pronoun's clause tells ("Ann Lund said she …")"""
_MALE = frozenset({"he", "him", "his", "himself"})
_FEMALE = frozenset({"she", "her", "hers", "herself"})


@dataclass(frozen=True, slots=True)
class _Seen:
    token: Token
    sentence: int
    weight: float


class Antecedents:
    """What has been mentioned so far in a document. Groups go by number; `genders` is by group.

    Mentions are shown to it in order of the text.
    """

    def __init__(self, parsed: Parsed, people: Sequence[bool], genders: Sequence[Gender | None]) -> None:
        self._parsed = parsed
        self._people = people
        self._genders = list(genders)
        self._stranger_genders: dict[int, Gender | None] = {}
        self._seen: dict[int, list[_Seen]] = defaultdict(list)
        self._recent: list[tuple[int, int]] = []
        self._sentence = [0] * len(parsed.tokens)
        number = 0
        for sentence in parsed.sentences:
            number += len(sentence) > _SHORT
            for i in sentence:
                self._sentence[i] = number

    def is_person(self, number: int) -> bool:
        """Whether the group is a person's."""
        return self._people[number]

    def has_seen(self, number: int) -> bool:
        """Whether the group has been mentioned yet."""
        return number in self._seen

    def see(self, head: Token, number: int) -> None:
        """Take note of a mention, by its head word."""
        if self._people[number]:
            self._weigh(head, number)

    def _weigh(self, head: Token, number: int) -> None:
        weight = 1.0 if head.dep in _SUBJECTS else 0.7 if head.dep in ("dobj", "dative", "appos") else 0.55
        sentence = self._sentence[head.i]
        self._seen[number].append(_Seen(head, sentence, weight))
        self._recent.append((sentence, number))

    def see_stranger(self, noun: Token) -> None:
        """Take note of somebody without a name, whom a pronoun may mean as well ("a clerk … he")."""
        number = -1 - noun.i
        self._weigh(noun, number)
        self._stranger_genders[number] = gender_of_noun(noun.text)

    def of(self, pronoun: Token, present: Set[int] = frozenset()) -> int | None:
        """The group that a pronoun means, none of those `present`; `None` if nobody fits, or two do equally."""
        gender = Gender.MALE if pronoun.lower in _MALE else Gender.FEMALE if pronoun.lower in _FEMALE else None
        if gender is None:
            return None
        scores = {n: self._score(n, pronoun, gender) for n in self._candidates(pronoun) - present}
        ranked = sorted(((score, n) for n, score in scores.items() if score > 0), reverse=True)
        if not ranked or (len(ranked) > 1 and ranked[0][0] == ranked[1][0]):
            return None
        best = ranked[0][1]
        if best < 0:
            return None
        if self._genders[best] is None:
            self._genders[best] = gender
        return best

    def _candidates(self, pronoun: Token) -> set[int]:
        sentence = self._sentence[pronoun.i]
        found = set()
        for at, number in islice(reversed(self._recent), _MOST):
            if sentence - at > _SENTENCES_BACK:
                break
            found.add(number)
        return found

    def _score(self, number: int, pronoun: Token, gender: Gender) -> float:
        known = self._genders[number] if number >= 0 else self._stranger_genders[number]
        if known is not None and known is not gender:
            return 0.0
        sentence = self._sentence[pronoun.i]
        seen = [s for s in self._seen[number][-12:] if sentence - s.sentence <= _SENTENCES_BACK]
        if any(self._clash(pronoun, s.token) for s in seen if s.sentence == sentence):
            return 0.0
        total = (1.0 if number >= 0 else _STRANGER) * sum(s.weight * _DECAY ** (sentence - s.sentence) for s in seen)
        above = self._subject_above(pronoun)
        if above is not None and any(s.token.i == above for s in seen):
            total += _SUBJECT_ABOVE
        return total * (1.0 if known is gender else _UNKNOWN_GENDER)

    def _clash(self, pronoun: Token, other: Token) -> bool:
        """Whether grammar keeps a pronoun from meaning a word of its own clause ("Ann called her")."""
        if pronoun.tag == "PRP$" or pronoun.lower.endswith("self"):
            return False
        if pronoun.dep in _SUBJECTS:
            return False
        return self._verb(pronoun) == self._verb(other) and other.dep in _SUBJECTS

    def _subject_above(self, pronoun: Token) -> int | None:
        """The subject of the clause over a subject pronoun's own ("Ann Lund said she …")."""
        tokens = self._parsed.tokens
        if pronoun.dep not in _SUBJECTS:
            return None
        verb = tokens[pronoun.head]
        if verb.dep not in ("ccomp", "advcl", "xcomp"):
            return None
        over = tokens[verb.head]
        subject = next((i for i in self._parsed.children[over.i] if tokens[i].dep in _SUBJECTS), None)
        if subject is not None and tokens[subject].lower == "who" and over.dep == "relcl":
            return over.head
        return subject

    def _verb(self, token: Token) -> int:
        """The verb that a word hangs on, over prepositions."""
        at = self._parsed.tokens[token.head]
        while at.dep in ("prep", "agent", "dative") and at.head != at.i:
            at = self._parsed.tokens[at.head]
        return at.i
