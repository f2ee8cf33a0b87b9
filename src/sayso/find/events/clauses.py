"""Who does what to whom in a clause: subjects over shared and reduced clauses, objects, what prepositions govern."""

from collections.abc import Iterator

from sayso.find.attribution.grammar import Grammar
from sayso.find.events.frames import base_of
from sayso.find.lexicon import groups

_SUBJECTS = ("nsubj", "csubj")
_DEEPEST = 12


class Clauses:
    """Read-only views of one parsed text; positions are token indexes."""

    def __init__(self, grammar: Grammar) -> None:
        self.grammar = grammar

    def is_passive(self, verb: int) -> bool:
        """Whether it is a participle whose subject undergoes what it says."""
        tokens, children = self.grammar.tokens, self.grammar.children[verb]
        if any(tokens[c].dep in ("auxpass", "nsubjpass") for c in children):
            return True
        return tokens[verb].tag == "VBN" and tokens[verb].dep == "acl"

    def agents(self, verb: int) -> list[int]:
        """The heads of those who do it; empty where the text does not say."""
        if self.is_passive(verb):
            by = self.governed(verb, "by")
            # "was joined by her husband and daughter Ann", whose second name the parser joins to the verb
            more = [c for c in self.grammar.children[verb] if self._is_joined_noun(c)] if by else []
            return [*by, *more]
        return self._subjects(verb)

    def _is_joined_noun(self, i: int) -> bool:
        return self.grammar.tokens[i].dep == "conj" and self.grammar.tokens[i].tag.startswith("NN")

    def undergoers(self, verb: int) -> list[int]:
        """The heads of direct and indirect objects; of a passive its subject."""
        tokens = self.grammar.tokens
        found = [c for c in self.grammar.children[verb] if tokens[c].dep in ("dobj", "dative", "oprd")
                 and tokens[c].tag != "IN" and self.grammar.lower[c] != "to"]  # fmt: skip
        if self.is_passive(verb):
            if tokens[verb].dep == "acl" and not any(tokens[c].dep == "nsubjpass" for c in self.grammar.children[verb]):
                return [tokens[verb].head, *found]
            return [*self._subjects(verb), *found]
        return found

    def governed(self, word: int, *prepositions: str) -> list[int]:
        """The heads that prepositions on the word govern."""
        found = []
        for preposition in self.prepositions(word):
            if self.grammar.lower[preposition] in prepositions:
                found += [
                    c for c in self.grammar.children[preposition] if self.grammar.tokens[c].dep in ("pobj", "pcomp")
                ]
        return found

    def prepositions(self, word: int) -> Iterator[int]:
        """Prepositions on the word, and those that hang on one of them ("spoke by phone with")."""
        for c in self.grammar.children[word]:
            if self.grammar.tokens[c].dep in ("prep", "agent", "dative", "prt", "advmod") and (
                self.grammar.tokens[c].tag in ("IN", "TO", "RP", "RB")
            ):
                yield c
                for below in self.grammar.children[c]:
                    if self.grammar.tokens[below].dep == "prep":
                        yield below

    def _subjects(self, verb: int) -> list[int]:
        """The subjects of a verb, its own or those of the clause that it shares or hangs on."""
        tokens = self.grammar.tokens
        at = verb
        for _ in range(_DEEPEST):
            own = [c for c in self.grammar.children[at] if tokens[c].dep in (*_SUBJECTS, "nsubjpass")]
            if own:
                return own
            dep, head = tokens[at].dep, tokens[at].head
            if head == at:
                return []
            if dep == "relcl":
                return []
            if dep == "acl":
                # "efforts to meet": those whose efforts they are; "a man carrying": the man
                return [head] if tokens[at].tag == "VBG" else self.owners(head)
            told = dep in ("xcomp", "ccomp") or (dep == "advcl" and self.is_infinitive(at))
            if told and self._hands_on(head):
                heard = [c for c in self.grammar.children[head] if tokens[c].dep in ("dobj", "dative")]
                if heard:
                    return heard
            if dep in ("pcomp", "prep"):
                blamed = self._blamed(at) if dep == "prep" else []
                if blamed:
                    return blamed
                at = head
                continue
            if dep == "ccomp" and tokens[at].tag not in ("VB", "VBG"):
                return []
            if dep not in ("conj", "xcomp", "advcl", "ccomp", "dobj", "pobj", "prep", "pcomp", "aux", "acomp"):
                return []
            at = head
        return []

    def _blamed(self, preposition: int) -> list[int]:
        """Whom the verb above blames or thanks for what the preposition governs ("criticized her for accepting")."""
        grammar = self.grammar
        verb = grammar.tokens[preposition].head
        lemma = base_of(grammar.lower[verb], grammar.tokens[verb].tag)
        if grammar.lower[preposition] not in ("for", "of", "over") or lemma not in groups("event-control")["blame"]:
            return []
        return self.undergoers(verb)

    def _hands_on(self, verb: int) -> bool:
        """Whether the verb's object is who does what follows ("asked her to call")."""
        return base_of(self.grammar.lower[verb], self.grammar.tokens[verb].tag) in groups("event-control")["object"]

    def is_infinitive(self, verb: int) -> bool:
        """Whether it is a verb with "to"."""
        tokens = self.grammar.tokens
        return tokens[verb].tag == "VB" and any(
            tokens[c].dep == "aux" and self.grammar.lower[c] == "to" for c in self.grammar.children[verb]
        )

    def asker(self, verb: int) -> int | None:
        """Who asks somebody else to do what the verb says ("Ann asked him to set it up": Ann)."""
        tokens = self.grammar.tokens
        above = tokens[verb].head
        told = tokens[verb].dep in ("xcomp", "ccomp") or (tokens[verb].dep == "advcl" and self.is_infinitive(verb))
        if not told or above == verb or not self._hands_on(above):
            return None
        return next(iter(self.agents(above)), None)

    def owners(self, noun: int) -> list[int]:
        """Whose it is: possessives, and the subject of a verb that merely carries the noun."""
        tokens = self.grammar.tokens
        own = [c for c in self.grammar.children[noun] if tokens[c].dep == "poss"]
        if own:
            return own
        head = tokens[noun].head
        if tokens[noun].dep == "conj" and tokens[head].tag[0] == "N" and self.grammar.child(noun, "det") is None:
            return self.owners(head)  # "her interviews and statements"
        if tokens[noun].dep in ("dobj", "attr") and self.grammar.is_verb(tokens[noun].head):
            return self.agents(tokens[noun].head)
        return []

    def joined(self, head: int) -> Iterator[int]:
        """The heads of a coordination, the first included, and of what is included in or goes along with it."""
        yield head
        if self.grammar.lower[head] in groups("event-control")["amount"]:
            for inner in self.governed(head, "of"):
                yield from self.joined(inner)
        for c in self.grammar.children[head]:
            token = self.grammar.tokens[c]
            listed = token.dep == "appos" and self.grammar.child(c, "conj") is not None  # "Ann, Bo, and Cy"
            if (token.dep == "conj" or listed) and token.tag[0] in "NPWD":
                yield from self.joined(c)
            elif token.dep in ("prep", "cc") and self.grammar.lower[c] in ("including", "with"):
                if self.grammar.lower[c] == "with" and self.grammar.lower[c - 1] not in ("along", "together"):
                    continue
                for inner in self.grammar.children[c]:
                    if self.grammar.tokens[inner].dep == "pobj":
                        yield from self.joined(inner)
