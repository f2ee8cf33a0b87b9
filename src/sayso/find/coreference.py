"""Mentions to entities of one document.

By sieves, surest first (Lee et al. 2013): names by their forms (`name_groups`), descriptions by apposition and role,
third-person pronouns by recency, grammar and gender (Lappin and Leass 1994), "I" and "you" by who speaks (`voices`),
bodies by their nouns and by grammar. A mention that can't be resolved belongs to no entity.
"""

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Sequence

from sayso.find.bodies import Bodies
from sayso.find.body_pronouns import BodyPronouns
from sayso.find.lexicon import groups as groups_of_words
from sayso.find.name_groups import Group, group_names
from sayso.find.name_words import (
    Gender,
    gender_of_given_name,
    gender_of_noun,
    is_person_noun,
    is_title,
    plain,
)
from sayso.find.parsed import Parsed, Token
from sayso.find.person_names import take_apart
from sayso.find.pronouns import Antecedents
from sayso.find.voices import Voices
from sayso.model.entity import Entity, EntityKind, Mention, MentionKind
from sayso.model.findings import finding_id

_ANYBODY = frozenset(("person", "individual", "human", "somebody", "someone", "one", "guy", "people"))
"""What somebody is said to be with these words ("an important person") tells nobody from others further on."""


def find_entities(
    document_id: str, text: str, parsed: Parsed, mentions: Sequence[Mention], known: Sequence[str] = ()
) -> tuple[Entity, ...]:
    """The entities of a document, in order of first name. `mentions` are those of `find_mentions`, in order.

    `known` are full names of people from outside of the text: one whom it names in a short form alone gets it as name.
    """
    names = [m for m in mentions if m.kind is MentionKind.NAME]
    groups = group_names(text, names, known)
    heads = {id(m): _head(m, parsed) for m in mentions}
    group_of_token = {
        i: number for number, group in enumerate(groups) for m in group.mentions for i in _tokens(m, parsed)
    }
    roles = _roles(groups, group_of_token, parsed)
    genders = [_gender(group, text, roles.get(number, ())) for number, group in enumerate(groups)]
    voices = Voices(text, parsed, groups, group_of_token)
    referents = dict(group_of_token)
    resolved: dict[int, list[Mention]] = defaultdict(list)
    later: list[tuple[Mention, Token]] = []
    bodies = Bodies(text, parsed, groups, group_of_token)
    body_pronouns = BodyPronouns(parsed, groups, group_of_token)
    antecedents = Antecedents(parsed, [g.kind is EntityKind.PERSON for g in groups], genders)
    strangers = (token for token in parsed.tokens if _is_person_described(token))
    stranger = next(strangers, None)
    for mention in mentions:
        head = heads[id(mention)]
        if head is None:
            continue
        while stranger and stranger.i < head.i:
            if stranger.i not in referents:
                antecedents.see_stranger(stranger)
            stranger = next(strangers, None)
        if mention.kind is MentionKind.NAME:
            antecedents.see(head, group_of_token[head.i])
            bodies.see(head, group_of_token[head.i])
            continue
        if mention.kind is MentionKind.PRONOUN:
            if _is_of_talk(head):
                later.append((mention, head))
                continue
            if mention.entity_kind is EntityKind.PERSON:
                # Whose son "his son" is can't be the son.
                owned = {referents[head.head]} if head.tag == "PRP$" and head.head in referents else set()
                number = antecedents.of(head, voices.present(head, referents) | owned)
            else:
                number = body_pronouns.of(head, referents)
        elif mention.entity_kind is not EntityKind.PERSON:
            number = bodies.of(head)
        else:
            number = _described(head, group_of_token, roles, antecedents, parsed)
        if number is not None:
            resolved[number].append(mention)
            referents[head.i] = number
            antecedents.see(head, number)
            bodies.see(head, number)
    for mention, head in sorted(later, key=lambda found: voices.in_quotation(found[1])):
        number = voices.meant(head, referents)
        if number is not None and mention.entity_kind is not EntityKind.PERSON:
            number = body_pronouns.spoken_for(number)
        elif number is not None and groups[number].kind is not EntityKind.PERSON:
            number = None
        if number is not None:
            resolved[number].append(mention)
            referents[head.i] = number
    return tuple(_entity(document_id, text, group, resolved.get(number, [])) for number, group in enumerate(groups))


def _is_person_described(token: Token) -> bool:
    """Whether the word describes one person."""
    return token.tag == "NN" and token.dep not in ("compound", "appos", "attr") and is_person_noun(token.text)


def _is_of_talk(pronoun: Token) -> bool:
    """Whether this is "I", "we" or "you"."""
    talk = groups_of_words("talk")
    return any(pronoun.lower in talk[person] for person in ("I", "we", "you"))


def _tokens(mention: Mention, parsed: Parsed) -> range:
    first = bisect_right(parsed.tokens, mention.span.start, key=lambda t: t.end)
    last = first
    while last < len(parsed.tokens) and parsed.tokens[last].start < mention.span.end:
        last += 1
    return range(first, last)


def _head(mention: Mention, parsed: Parsed) -> Token | None:
    """The word of a mention that governs the others."""
    inside = _tokens(mention, parsed)
    return next((parsed.tokens[i] for i in reversed(inside) if parsed.tokens[i].head not in inside
                 or parsed.tokens[i].head == i), None)  # fmt: skip


def _roles(groups: Sequence[Group], group_of_token: dict[int, int], parsed: Parsed) -> dict[int, set[str]]:
    """What the text says each named person is: titles, appositions, predicates (`Ann Oduya, a spokeswoman`)."""
    roles: dict[int, set[str]] = defaultdict(set)
    for token in parsed.tokens:
        number = group_of_token.get(token.i)
        if number is not None and groups[number].kind is EntityKind.PERSON:
            if is_title(token.text) and is_person_noun(token.text):
                roles[number].add(plain(token.text))
            before = parsed.tokens[token.i - 1] if token.i else None
            if before and before.i not in group_of_token and is_person_noun(before.text) and before.tag == "NN":
                roles[number].add(before.lower)
        elif number is None and token.tag == "NN" and is_person_noun(token.text):
            named = _named_by_grammar(token, group_of_token, parsed)
            if named is not None and groups[named].kind is EntityKind.PERSON:
                roles[named].add(token.lower)
    return roles


def _named_by_grammar(noun: Token, group_of_token: dict[int, int], parsed: Parsed) -> int | None:
    """The group whose name stands in apposition to a noun, or is the subject of "is" before it."""
    if noun.dep == "appos":
        return group_of_token.get(noun.head)
    for i in parsed.children[noun.i]:
        if parsed.tokens[i].dep == "appos" and i in group_of_token:
            return group_of_token[i]
    if noun.dep == "attr" and parsed.tokens[noun.head].lower in ("is", "was", "became", "remains", "'s"):
        for i in parsed.children[noun.head]:
            if parsed.tokens[i].dep == "nsubj":
                return group_of_token.get(i)
    return None


def _described(
    noun: Token,
    group_of_token: dict[int, int],
    roles: dict[int, set[str]],
    antecedents: Antecedents,
    parsed: Parsed,
) -> int | None:
    """The one that a description means: named by grammar, else the only one seen so far with that role."""
    named = _named_by_grammar(noun, group_of_token, parsed)
    if named is not None:
        return named if antecedents.is_person(named) else None
    if plain(noun.text) in _ANYBODY:
        return None
    holders = [number for number, words in roles.items() if plain(noun.text) in words and antecedents.has_seen(number)]
    return holders[0] if len(holders) == 1 else None


def _gender(group: Group, text: str, roles: Sequence[str] | set[str]) -> Gender | None:
    """What titles, roles and given names tell of a person; titles count most."""
    votes: Counter[Gender] = Counter()
    for mention in group.mentions:
        name = take_apart(mention.span.of(text))
        if name.gender:
            votes[name.gender] += 3
        given = gender_of_given_name(name.given[0]) if name.given else None
        if given:
            votes[given] += 1
    for role in roles:
        gender = gender_of_noun(role)
        if gender:
            votes[gender] += 3
    best = votes.most_common(2)
    return best[0][0] if best and (len(best) == 1 or best[0][1] > best[1][1]) else None


def _entity(document_id: str, text: str, group: Group, others: Sequence[Mention]) -> Entity:
    forms = list(dict.fromkeys(_form(m, group.kind, text) for m in group.mentions))
    names = [*forms, *([group.known] if group.known else [])]
    name = max(names, key=lambda form: (len(form.split()), len(form), -names.index(form)))
    everything = tuple(sorted((*group.mentions, *others), key=lambda m: m.span))
    return Entity(
        finding_id("e", document_id, group.mentions[0].span),
        name,
        group.kind,
        tuple(form for form in forms if form != name),
        everything,
    )


def _form(mention: Mention, kind: EntityKind, text: str) -> str:
    """The name as written, without titles, white space made single; capitals throughout are made a name's."""
    words = mention.span.of(text).split()
    while kind is EntityKind.PERSON and len(words) > 1 and is_title(words[0]):
        words = words[1:]
    if kind is EntityKind.PERSON and len(words) > 1 and all(word.isupper() for word in words):
        words = [word if len(word.strip(".")) < 2 else word.title() for word in words]
    return " ".join(words)
