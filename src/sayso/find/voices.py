"""Whose words the parts of a text are: what "I" and "you" mean at each place.

Inside of quotation marks "I" is the quotation's speaker, outside of them whoever has the turn, if the text is talk.
"""

from collections.abc import Mapping, Sequence, Set
from itertools import pairwise

from sayso.find.blocks import find_blocks
from sayso.find.dialogue import exchanges
from sayso.find.labelled_talk import labelled_turns
from sayso.find.lexicon import groups as word_groups
from sayso.find.name_groups import Group
from sayso.find.parsed import Parsed, Token
from sayso.find.passages import Reader, Turn
from sayso.find.quoted_speech import QuotedSpeech, quoted_speech
from sayso.model.entity import EntityKind


class Voices:
    """The speakers and addressees of a text. People go by the number of their group, `named` gives it by token."""

    def __init__(self, text: str, parsed: Parsed, groups: Sequence[Group], named: Mapping[int, int]) -> None:
        blocks = find_blocks(text)
        quotes = quoted_speech(text, blocks, parsed)
        self._quote_of: dict[int, QuotedSpeech] = {i: q for q in quotes for i in q.tokens}
        people = {number for number, group in enumerate(groups) if group.kind is EntityKind.PERSON}
        reader = Reader(text, parsed, named, people, self._quote_of.keys())
        turns = labelled_turns(text, blocks, reader, groups, named)
        if not turns:
            passages = [reader.passage(block) for block in blocks]
            turns = exchanges(passages, [len(block) for block in blocks], _in_row(named, parsed))
        self._turn_of: dict[int, Turn] = {i: turn for turn in turns for i in turn.tokens}

    def in_quotation(self, token: Token) -> bool:
        """Whether the token stands inside of quotation marks."""
        return token.i in self._quote_of

    def meant(self, pronoun: Token, referents: Mapping[int, int]) -> int | None:
        """Whom "I" or "you" means, or who says "we"; `referents` gives who is meant by the tokens resolved so far."""
        speaker, addressee = self._of(pronoun, referents)
        return addressee if pronoun.lower in word_groups("talk")["you"] else speaker

    def present(self, token: Token, referents: Mapping[int, int]) -> Set[int]:
        """Those who talk at a token, whom no "he" or "she" there can mean."""
        return {number for number in self._of(token, referents) if number is not None}

    def _of(self, token: Token, referents: Mapping[int, int]) -> tuple[int | None, int | None]:
        quote = self._quote_of.get(token.i)
        if quote is not None:
            speaker = referents.get(quote.speaker) if quote.speaker is not None else None
            addressee = referents.get(quote.addressee) if quote.addressee is not None else None
            return speaker, addressee
        turn = self._turn_of.get(token.i)
        return (turn.speaker, turn.addressee) if turn else (None, None)


def _in_row(named: Mapping[int, int], parsed: Parsed) -> list[tuple[int, int]]:
    """People joined by "and"."""
    found = []
    for one, other in pairwise(sorted(named)):
        if other == one + 2 and parsed.tokens[one + 1].lower in ("and", "&") and named[one] != named[other]:
            found.append((named[one], named[other]))
    return found
