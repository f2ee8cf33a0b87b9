"""Who speaks for whom: lawyers and their clients, spokespeople and those who employ them, as the texts tell."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from sayso.weigh.passages import words
from sayso.weigh.source import Known


class Office(StrEnum):
    """In what capacity somebody speaks for another."""

    LAWYER = "lawyer"
    SPOKESPERSON = "spokesperson"


@dataclass(frozen=True, slots=True)
class Agent:
    """`principal` is whom they speak for; `words` are the text's that say so."""

    office: Office
    principal: Known
    words: str


@dataclass(frozen=True, slots=True)
class Bodies:
    """Entities that are no people, by each word of their names; `releasing` are the ids of those that put out
    documents of the case.
    """

    by_word: Mapping[str, tuple[Known, ...]]
    releasing: frozenset[str]

    def meant(self, said: str) -> Known | None:
        """The body that "the county" means: the only one so named, or of these the only one that puts out documents."""
        match = _DEFINITE.match(said)
        found = self.by_word.get(match[1].lower(), ()) if match else ()
        if len(found) > 1:
            found = tuple(known for known in found if known.id in self.releasing)
        return found[0] if len(found) == 1 else None


_DEFINITE = re.compile(r"^(?:the|this|that)\s+([A-Za-z]{3,})$", re.IGNORECASE)
_NAME = r"(?:[A-Z][\w’'-]+|[A-Z]\.|[a-z]{2}-[A-Z]\w+)(?:\s+(?:[A-Z][\w’'-]+|[A-Z]\.|de|van|von|der|al|bin|la|da)){0,4}"
_LAWYER = (
    r"(?:(?:\w+[- ]){0,2}(?:lawyers?|attorneys?|counsel|solicitors?|barristers?|advocates?|defenders?"
    r"|legal (?:team|representative)s?))"
)
_SPEAKER = (
    r"(?:(?:\w+[- ]){0,2}(?:spokes(?:man|woman|person|people)|press (?:secretary|officer|aide)"
    r"|(?:communications|media|press|public relations|public affairs) (?:director|manager|officer|chief|head)"
    r"|director of communications|head of (?:communications|press|media)))"
)
_PRINCIPAL = r"(?P<principal>[^.;:“”\"()\n]{2,90})"
_BY_TITLE = tuple(
    (office, re.compile(pattern.replace("{N}", rf"(?P<agent>{_NAME})").replace("{P}", _PRINCIPAL)))
    for office, title in ((Office.LAWYER, _LAWYER), (Office.SPOKESPERSON, _SPEAKER))
    for pattern in (
        rf"{{N}},? (?:an?|the|one of the|who is an?|who is the)? ?{title} (?:for|of|to|with|at|representing) {{P}}",
        rf"(?P<principal>{_NAME})['’]s?,? {title},? {{N}}",
        rf"{title} (?:for|of|to|representing) {{P}}, {{N}}",
        rf"(?P<principal>{_NAME}),? (?:by|through) (?:her|his|its|their) (?:undersigned )?{title},? {{N}}",
        rf"(?P<principal>{_NAME}) {title},? {{N}}",
        rf"[Tt]he {_NAME}? ?(?P<principal>{_NAME}) {title},? {{N}}",
    )
)
_PATTERNS = (
    *_BY_TITLE,
    (
        Office.LAWYER,
        re.compile(
            rf"(?P<agent>{_NAME}),? (?:who|which) (?:represents?|is representing|acts? for|defends?) {_PRINCIPAL}"
        ),
    ),
    (Office.SPOKESPERSON, re.compile(rf"(?P<agent>{_NAME}),? (?:who|which) (?:speaks|spoke) for {_PRINCIPAL}")),
)
_WORTH_READING = re.compile(
    r"lawyer|attorney|counsel|solicitor|barrister|advocate|defender|legal|represent|spokes|press "
    r"|communications|media"
    r"|public (?:relations|affairs)|speaks? for|acts? for|defends?"
)
_LONGEST_NAME = 6


@dataclass(frozen=True, slots=True)
class AgentPhrase:
    """`words` of a text that say in which office an `agent` speaks for a `principal`, both as they are called there."""

    office: Office
    agent: str
    principal: str
    words: str


def agent_phrases(text: str) -> tuple[AgentPhrase, ...]:
    """All such words of a text, in its order."""
    return tuple(
        AgentPhrase(office, match["agent"], match["principal"], match[0])
        for line in _clauses(text)
        for office, pattern in _PATTERNS
        for match in pattern.finditer(line)
    )


def find_agents(
    phrases: Iterable[AgentPhrase],
    names: Mapping[tuple[str, ...], tuple[Known, ...]],
    bodies: Bodies,
) -> Mapping[str, Agent]:
    """Who speaks for whom, by the id of the entity that speaks; the first words that tell count.

    `names` are entities by the words of their names.
    """
    found: dict[str, Agent] = {}
    for phrase in phrases:
        agent = _only(names, phrase.agent)
        principal = _principal(phrase.principal, names, bodies)
        if agent and principal and agent.id != principal.id:
            found.setdefault(agent.id, Agent(phrase.office, principal, _up_to_name(phrase.words, principal)))
    return found


def agent_in(text: str, case_names: Mapping[tuple[str, ...], tuple[Known, ...]], bodies: Bodies) -> Agent | None:
    """Whom the speaker that a text names speaks for, if it says so itself: "Brandt's lawyer, Hugo Eklund"."""
    for office, pattern in _PATTERNS:
        match = pattern.search(text)
        principal = _principal(match["principal"], case_names, bodies) if match else None
        if match and principal and principal != _only(case_names, match["agent"]):
            return Agent(office, principal, _up_to_name(match[0], principal))
    return None


def _principal(said: str, names: Mapping[tuple[str, ...], tuple[Known, ...]], bodies: Bodies) -> Known | None:
    """Whom the words after "spokesman for" mean: who is named before the first comma, "the county", or who is named
    right behind the comma ("the port's director, Ada Brandt").
    """
    first, _, rest = said.partition(",")
    known = longest_named(first, names)
    if known:
        return known
    behind = re.match(rf"\s*({_NAME})", rest)
    if behind:
        return longest_named(behind[1], names)
    return bodies.meant(first.strip())


def longest_named(text: str, names: Mapping[tuple[str, ...], tuple[Known, ...]]) -> Known | None:
    """The entity with the longest name in a text, the first of several; `None` if the name is not one entity's."""
    parts = words(text)
    for length in range(min(len(parts), _LONGEST_NAME), 0, -1):
        for start in range(len(parts) - length + 1):
            part = parts[start : start + length]
            # A possessive's ending belongs to no name.
            for form in (part, (*part[:-1], re.sub(r"'s?$", "", part[-1]))):
                if form in names:
                    return names[form][0] if len(names[form]) == 1 else None
    return None


def _up_to_name(text: str, principal: Known) -> str:
    """The words that tell, without what follows the principal's name."""
    ends = [text.find(form) + len(form) for form in (principal.name, *principal.aliases) if form in text]
    named_last = min(ends, default=len(text))
    return (text[:named_last] if named_last > len(text) // 3 else text).strip(" ,")


def _only(names: Mapping[tuple[str, ...], tuple[Known, ...]], name: str) -> Known | None:
    found = names.get(words(name), ())
    return found[0] if len(found) == 1 else None


def _clauses(text: str) -> list[str]:
    flat = (" ".join(part.split()) for part in re.split(r"\n\s*\n", text))
    return [part for part in flat if _WORTH_READING.search(part)]
