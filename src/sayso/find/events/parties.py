"""Who takes part: entities of the document, and people and bodies it only describes, in the text's words."""

from collections.abc import Mapping, Sequence

from sayso.find.attribution.nouns import NounKind, kind_of
from sayso.find.attribution.writers import Writers
from sayso.find.events.clauses import Clauses
from sayso.find.events.names import by_family_name, is_loose, is_outlet, names_station, proper_words
from sayso.find.events.party import HE, HEARER, SHE, SPEAKER, Party, marked
from sayso.find.events.relatives import relative_of
from sayso.find.events.roles import Roles
from sayso.find.lexicon import groups, words
from sayso.find.name_words import Gender, gender_of_given_name
from sayso.model.entity import Entity, EntityKind, MentionKind
from sayso.model.span import Span
from sayso.model.statement import Voice

_ARGUMENTS = ("nsubj", "nsubjpass", "dobj", "pobj", "dative", "conj", "poss")
_PEOPLE = (NounKind.PERSON, NounKind.BODY, NounKind.CROWD)
_TALKS = {"i": SPEAKER, "me": SPEAKER, "we": SPEAKER, "us": SPEAKER, "my": SPEAKER, "our": SPEAKER, "you": HEARER}
_UNKNOWN = {"him": HE, "his": HE, "he": HE, "her": SHE, "she": SHE}
_DROPPED = frozenset(("the", "several", "some", "many", "multiple", "various", "other", "certain", "numerous", "then"))
_NAME_TAGS = ("NN", "NNS", "NNP", "NNPS", "FW", "UH")
_RELATIVE = frozenset(("who", "whom", "which", "that"))
_INSIDE = frozenset(("compound", "amod", "nmod", "nummod", "poss", "det", "case", "punct", "quantmod", "advmod"))
_TAIL = frozenset(("of", "at", "for", "from", "in", "close", "to", "on"))


class Parties:
    """Reads noun phrases of one parsed text as parties; tokens of `without` name none.

    `pronouns` says who is meant where that is known better than from the entities' mentions.
    """

    def __init__(
        self,
        text: str,
        clauses: Clauses,
        entities: Sequence[Entity],
        without: frozenset[int],
        pronouns: Mapping[int, Entity | str],
        writers: Writers,
        publisher: str | None,
    ) -> None:
        self._writers, self._publisher = writers, (publisher or "").lower()
        self._without, self._pronouns = without, pronouns
        self._text, self._clauses, self._grammar = text, clauses, clauses.grammar
        self._at: dict[int, tuple[int, MentionKind, Entity]] = {}
        self._entities = {e.id: e for e in entities}
        self._roles = Roles(self._grammar, entities)
        self._by_family = by_family_name(entities)
        self._proper = proper_words(self._grammar)
        self._names = {e.id: self._name_in_text(text, e) for e in entities}
        self._loose = {e.id for e in entities if is_loose(text, e)}
        for entity in entities:
            for mention in entity.mentions:
                for i in self._grammar.inside(mention.span):
                    held = self._at.get(i)
                    if held is None or len(mention.span) < held[0]:
                        self._at[i] = (len(mention.span), mention.kind, entity)

    def _name_in_text(self, text: str, entity: Entity) -> str:
        """The fullest name of those that stand outside of headings, where names run into other words."""
        spans = [m.span for m in entity.mentions if m.kind is MentionKind.NAME]
        within = [s for s in spans if not self._without.isdisjoint(self._grammar.inside(s))]
        if not within or len(within) == len(spans):
            return entity.name
        outside = [" ".join(s.of(text).split()) for s in spans if s not in within]
        forms = [f for f in (entity.name, *entity.aliases) if any(words.endswith(f) for words in outside)]
        return max(forms, key=lambda form: (len(form.split()), len(form)), default=entity.name)

    def voice(self, voice: Voice) -> Party | None:
        """Whoever speaks, if the document knows them as somebody."""
        name = self._names.get(voice.entity or "")
        return Party(voice.entity, name, -1, True) if voice.entity and name else None

    def all_of(self, heads: Sequence[int]) -> list[Party]:
        """The parties that noun phrases with these heads name, each once."""
        found: dict[str, Party] = {}
        for head in heads:
            for i in self._clauses.joined(head):
                joined = self._joined_before(i)
                if joined is not None:
                    found.setdefault(joined.key, joined)
                party = self.at(i)
                if party is not None:
                    found.setdefault(party.key, party)
        return list(found.values())

    def _joined_before(self, head: int) -> Party | None:
        """Whoever is joined to a description that the parser reads as one ("the Campaign and local officials")."""
        first = self._first_joined(head)
        held = self._at.get(first) if first is not None else None
        return self._entity(first, held[2]) if first is not None and held and held[1] is MentionKind.NAME else None

    def _first_joined(self, head: int) -> int | None:
        """The word before "and" within the words before a noun, if it is somebody's name."""
        grammar = self._grammar
        for i in range(grammar.subtree(head).start + 1, head):
            held = self._at.get(i - 1)
            whole = (
                held is not None and held[1] is MentionKind.NAME and self._at.get(i + 1, (0, 0, None))[2] is not held[2]
            )
            if grammar.lower[i] == "and" and whole and head not in self._at:
                return i - 1
        return None

    def at(self, head: int) -> Party | None:
        """The party whose phrase has this head; `None` for things and for pronouns that lead nowhere."""
        grammar = self._grammar
        if head in self._without:
            return None
        token, word = grammar.tokens[head], grammar.lower[head]
        meant = self._pronouns.get(head)
        if isinstance(meant, str):
            return Party(meant.lower(), meant, head, True)
        if meant is not None:
            return self._entity(head, meant)
        if word in ("his", "her") and token.dep == "poss":
            owner = self._subject_of_clause(head)
            if owner is not None:
                return owner
        held = self._at.get(head)
        if held:
            _, kind, entity = held
            if kind is MentionKind.NAME or entity.kind is EntityKind.PERSON:
                return self._entity(head, entity)
        unread = self._by_family.get(token.text)
        if unread is not None and token.tag in _NAME_TAGS and token.dep in _ARGUMENTS:
            return self._entity(head, unread)  # "Quill wrote" where the parser saw no name
        before = self._at.get(head - 1) if head and grammar.tokens[head - 1].head == head else None
        if before and before[1] is MentionKind.NAME and before[2].kind is EntityKind.PERSON and token.text[0].isupper():
            whole = f"{before[2].name} {token.text}"  # "Dimitri Simes" of which only the first word was read as a name
            return Party(before[2].id, whole, head, True)
        if word in _RELATIVE and token.tag in ("WP", "WDT", "IN"):
            return self._antecedent(head)
        if word in _TALKS:
            return self._who_talks(head)
        if word in _UNKNOWN and self._grammar.quote_of[head] < 0:
            return Party(_UNKNOWN[word], word, head, False)
        if token.tag in ("PRP", "PRP$", "WP", "WDT", "DT", "EX"):
            return None
        for c in grammar.children[head]:
            inner = self._at.get(c)
            if grammar.tokens[c].dep == "appos" and inner and inner[2].kind is EntityKind.PERSON:
                return self._entity(head, inner[2])
        above = self._at.get(token.head) if token.dep == "appos" else None
        if above and above[1] is MentionKind.NAME and above[2].kind is EntityKind.PERSON:
            return self._entity(token.head, above[2])  # "Ann Lund, a hacker who was sentenced"
        role = self._roles.at(head)
        if role is not None:
            return self._entity(head, role)
        relative = self._relative(head)
        return self._entity(head, relative) if relative is not None else self._described(head)

    def _relative(self, head: int) -> Entity | None:
        """Whom "his father" is."""
        owner = self._grammar.child(head, "poss")
        if owner is None or self._grammar.lower[head] not in words("kin"):
            return None
        party = self.at(owner)
        entity = self._entities.get(party.key) if party else None
        return relative_of(entity, self._grammar.lower[head], list(self._entities.values())) if entity else None

    def _who_talks(self, head: int) -> Party:
        """Whom "I" or "you" is: outside of quotations the writer or reader, inside of them still to be told."""
        word, token = self._grammar.lower[head], self._grammar.tokens[head]
        subject = {"me": "i", "my": "i", "us": "we", "our": "we"}.get(word, word)
        voice = self._writers.meant(subject, Span(token.start, token.end)) if self._grammar.quote_of[head] < 0 else None
        if voice is None:
            return Party(_TALKS[word], word, head, False)
        ours = voice.name.lower() == self._publisher
        return Party(voice.entity or voice.name.lower(), voice.name, head, True, public=ours)

    def _subject_of_clause(self, pronoun: int) -> Party | None:
        """The person who does what the verb above a possessive says ("told him about her trip": who told)."""
        at = self._grammar.tokens[pronoun].head
        for _ in range(6):
            if self._grammar.is_verb(at):
                break
            at = self._grammar.tokens[at].head
        subjects = [i for i in self._clauses.agents(at) if i < pronoun] if self._grammar.is_verb(at) else []
        if len(subjects) != 1:
            return None
        subject = self.at(subjects[0])
        if subject is None or not subject.named or subject.place or subject.authority:
            return None
        sex = gender_of_given_name(subject.name.split()[0].lower())
        mine = Gender.MALE if self._grammar.lower[pronoun] == "his" else Gender.FEMALE
        return subject if sex in (None, mine) else None

    def _antecedent(self, head: int) -> Party | None:
        verb = self._grammar.tokens[head].head
        for _ in range(4):
            if self._grammar.tokens[verb].dep == "relcl":
                party = self.before_clause(verb, people=self._grammar.lower[head] in ("who", "whom"))
                return party if party is not None and not party.place else None
            verb = self._grammar.tokens[verb].head
        return None

    def before_clause(self, verb: int, *, people: bool) -> Party | None:
        """Whom a relative clause speaks of: its noun, or a person whose phrase it ends ("Ann of Harrow, whom")."""
        tokens = self._grammar.tokens
        noun = tokens[verb].head
        if noun >= verb or self._grammar.lower[noun] in _RELATIVE:
            return None
        party = self._subject_of_be(noun) or self.at(noun)
        if not people or (party is not None and party.person):
            return party
        for _ in range(2):
            above = tokens[noun].head
            if tokens[noun].dep not in ("pobj", "prep") or above == noun:
                break
            noun = above
            outer = self.at(noun) if tokens[noun].tag[0] == "N" else None
            if outer is not None and outer.person:
                return outer
        return party

    def _subject_of_be(self, noun: int) -> Party | None:
        """The person of whom the noun is said ("Ann Lund was the envoy who": Ann Lund)."""
        grammar = self._grammar
        be = grammar.tokens[noun].head
        if grammar.lower[be] == "among" and grammar.tokens[noun].dep == "pobj":
            be = grammar.tokens[be].head
            subject = grammar.child(be, "nsubj") if grammar.lemma(be) == "be" else None
            return self.at(subject) if subject is not None and self.is_named(subject) else None
        if grammar.tokens[noun].dep != "attr" or grammar.lemma(be) != "be":
            return None
        subject = grammar.child(be, "nsubj")
        return self.at(subject) if subject is not None and self.is_named(subject) else None

    def _entity(self, head: int, entity: Entity) -> Party | None:
        word = self._grammar.lower[head]
        if entity.kind is not EntityKind.PERSON and kind_of(word) is NounKind.DOCUMENT:
            return None  # "the Russia Policy Memo"
        place = entity.kind is EntityKind.PLACE and self._grammar.tokens[head].name in ("GPE", "LOC", "FAC", "")
        if place and (
            " ".join(entity.name.lower().split()) in words("places") or self._grammar.tokens[head].name == "FAC"
        ):
            return Party(entity.id, self._names[entity.id], head, True, False, False, True)
        if entity.id in self._loose and self._is_bare(head, entity):
            return Party(f"{entity.id} {word}", self._grammar.tokens[head].text, head, True)
        before = range(self._grammar.subtree(head).start, head)
        outlets = any(is_outlet(self._at[c][2]) for c in before if c in self._at)
        employed = outlets and any(self._grammar.tokens[c].dep == "poss" for c in before)
        heard = groups("event-hearers")["public"]
        hosts = any(self._grammar.lower[c] in heard for c in self._grammar.children[head])  # "told moderator Ann Lund"
        public = (
            (word in heard and self._grammar.tokens[head].text.islower())
            or hosts
            or is_outlet(entity)
            or employed
            or self._publishes(entity)
        )
        return marked(
            Party(
                entity.id, self._names[entity.id], head, True, False, entity.kind is EntityKind.PERSON, False, public
            ),
            entity,
        )

    def _publishes(self, entity: Entity) -> bool:
        """Whether it is the outlet itself, to which people speak as sources."""
        ours, theirs = self._publisher.split(), entity.name.lower().split()
        return entity.kind is EntityKind.ORGANIZATION and bool(ours) and (ours == theirs or ours[1:] == theirs)

    def _is_bare(self, head: int, entity: Entity) -> bool:
        """Whether the mention is the family name alone."""
        held, family = self._at.get(head), self._grammar.tokens[head].text
        named = held is not None and held[1] is MentionKind.NAME and held[0] == len(family)
        return named and entity.name.split()[-1] == family

    def _described(self, head: int) -> Party | None:
        grammar = self._grammar
        token, word = grammar.tokens[head], grammar.lower[head]
        if word in groups("event-status")["groups"] and grammar.child(head, "amod", "compound", "prep") is None:
            return None  # "both sides": whoever they are was said before
        if word in groups("event-hearers")["nobody"]:
            return None
        kind = kind_of(word)
        nation = token.name == "NORP" and token.tag in ("NNPS", "NNS")
        somebody = word in groups("event-hearers")["somebody"] and token.dep in ("nsubj", "pobj", "conj", "nsubjpass")
        if kind not in _PEOPLE and not nation and not somebody and not self._is_unread_name(head):
            return None
        name = self._phrase(head)
        if not name:
            return None
        plural = token.tag in ("NNS", "NNPS") or kind is NounKind.CROWD or nation
        public = word in groups("event-hearers")["public"] or names_station(name)
        crowd = word in groups("event-hearers")["crowd"]
        person = kind is NounKind.PERSON
        return marked(Party(name.lower(), name, head, False, plural, person, False, public, crowd=crowd), None)

    def _is_unread_name(self, head: int) -> bool:
        token = self._grammar.tokens[head]
        if token.tag not in _NAME_TAGS or not token.text[0].isupper() or "[" in token.text:
            return False
        owner = token.dep in _ARGUMENTS and token.text in self._proper
        return token.name in ("PERSON", "ORG") or (not token.name and owner and len(token.text) > 2)

    def _phrase(self, head: int) -> str:
        """The words of a description: what stands before its noun, and what belongs to it behind."""
        grammar = self._grammar
        first = head
        for c in grammar.children[head]:
            if c < head and grammar.tokens[c].dep in _INSIDE:
                first = min(first, grammar.subtree(c).start)
        joined = self._first_joined(head)
        first = first if joined is None else max(first, joined + 2)
        last = head
        for c in grammar.children[head]:
            if c > head and grammar.tokens[c].dep in ("prep", "amod") and grammar.lower[c] in _TAIL and c <= last + 2:
                last = max(last, min(grammar.subtree(c).stop - 1, c + 7))
        while (first < head and grammar.lower[first] in _DROPPED) or grammar.tokens[first].tag in ("PDT", ","):
            first += 1
        while last > head and (
            not grammar.tokens[last].text[0].isalnum()
            or (grammar.tokens[last].tag in ("IN", "DT", "CC", "PRP$") and grammar.tokens[last].text.islower())
        ):
            last -= 1
        return " ".join(self._text[grammar.tokens[first].start : grammar.tokens[last].end].split()).lstrip(
            "”“\"'’‘([-–—"
        )

    def is_place(self, i: int) -> bool:
        """Whether a token names a place, or something with a capital that is nobody's name."""
        if self.place_at(i) is not None or self._grammar.tokens[i].name in ("GPE", "LOC", "FAC"):
            return True
        return self._at.get(i) is None and self._grammar.tokens[i].text in self._proper

    def is_named(self, i: int) -> bool:
        """Whether a token is of a person's name."""
        held = self._at.get(i)
        return held is not None and held[1] is MentionKind.NAME and held[2].kind is EntityKind.PERSON

    def place_at(self, i: int) -> Entity | None:
        """The place that a token names."""
        held = self._at.get(i)
        return held[2] if held and held[2].kind is EntityKind.PLACE else None
