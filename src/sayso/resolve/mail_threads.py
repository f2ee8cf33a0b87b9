"""Mails that answer each other, by what their header fields say (RFC 5322, section 3.6.4; the method is JWZ's)."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import getaddresses

from sayso.model.document import Metadata
from sayso.model.moment import Moment

_ID = re.compile(r"<([^<>\s]{1,500})>")
_REPLY = re.compile(
    r"\s*(?:(?:re|aw|sv|antw|antwort|vs|ref|rif|res|odp)(?:\[\d+\])?\s*:|\[[^\[\]]{1,40}\])\s*", re.IGNORECASE
)
_PASSED_ON = re.compile(r"\s*(?:fwd?|wg|tr|vb|i|rv|enc)\s*:", re.IGNORECASE)
_MOST_IDS = 200
_MOST_LOOKED_AT = 100
_SLACK = timedelta(minutes=10)
"""Clocks differ: an answer that is so much older than what it answers can be true."""
_LATE = timedelta(days=120)
"""Mails further apart are hardly one talk only because their subjects are alike."""


@dataclass(frozen=True, slots=True)
class Letter:
    """A mail as its header describes it: ids without brackets, `answers` the nearest first; `sent` by its Date field,
    `None` where that can't be read; `people` the addresses it names, in lower case.
    """

    document: str
    id: str
    answers: tuple[str, ...]
    subject: str
    sent: datetime | None
    people: frozenset[str]

    @property
    def bare_subject(self) -> str:
        """The subject without "Re:" and the like, white space and capitals folded."""
        subject = self.subject
        while match := _REPLY.match(subject):
            subject = subject[match.end() :]
        return " ".join(subject.casefold().split())

    @property
    def is_answer(self) -> bool:
        """Whether its subject says that it answers."""
        match = _REPLY.match(self.subject)
        return bool(match) and ":" in match[0] and not _PASSED_ON.match(self.subject)  # type: ignore[index]


@dataclass(frozen=True, slots=True)
class InThread:
    """A mail's place in a thread: `depth` answers below its first one; `answers` is the document it answers.

    `document` is `None` for a mail that others answer and that is not in the case; `id` is its Message-ID. `by_subject`
    if only subject, people and time say what it answers. `too_early` if it was sent before what it answers, by the
    fields of both.
    """

    document: str | None
    id: str
    depth: int
    answers: str | None
    by_subject: bool = False
    too_early: bool = False


def letter(document: str, metadata: Metadata) -> Letter:
    """The letter that a mail's metadata describe."""
    fields: Mapping[str, list[str]] = defaultdict(list)
    for name, value in metadata.headers:
        fields[name.lower()].append(value)
    first = {name: values[0] for name, values in fields.items()}
    near = _ids(first.get("in-reply-to", ""))
    answers = tuple(dict.fromkeys((*near, *reversed(_ids(first.get("references", ""))))))
    moment = Moment.parse(first.get("date", ""))
    own = next(iter(_ids(first.get("message-id", ""))), "") or first.get("message-id", "").strip("<> ")
    people = [value[:10_000] for name in ("from", "to", "cc", "bcc") for value in fields.get(name, ())]
    try:
        addresses = frozenset(address.lower() for _, address in getaddresses(people) if "@" in address)
    except RecursionError:  # comments in comments
        addresses = frozenset()
    return Letter(
        document,
        own or document,
        tuple(id for id in answers if id != own),
        first.get("subject", ""),
        moment.utc if moment else None,
        addresses,
    )


def thread(document: str, letters: Iterable[Letter]) -> Sequence[InThread]:
    """The thread that a document is in, in the order in which it is read: each mail, then what answers it by date.

    Only the document itself if it answers nothing and nothing answers it; empty if it is none of `letters`.
    """
    by_id: dict[str, Letter] = {}
    for one in letters:
        by_id.setdefault(one.id, one)
    asked = next((one for one in by_id.values() if one.document == document), None)
    if asked is None:
        return ()
    parents = _parents(by_id)
    children: dict[str, list[str]] = defaultdict(list)
    for child, (parent, _) in parents.items():
        children[parent].append(child)
    # A circle of answers, which nobody can write, begins somewhere.
    top, seen = asked.id, {asked.id}
    while top in parents and parents[top][0] not in seen:
        top = parents[top][0]
        seen.add(top)
    return _in_order(top, by_id, parents, children)


def _in_order(
    top: str,
    by_id: Mapping[str, Letter],
    parents: Mapping[str, tuple[str, bool]],
    children: Mapping[str, Sequence[str]],
) -> Sequence[InThread]:
    found: list[InThread] = []
    todo, seen = [(top, 0)], set()
    while todo:
        id, depth = todo.pop()
        if id in seen:
            continue
        seen.add(id)
        one = by_id.get(id)
        parent, by_subject = parents.get(id, ("", False)) if depth else ("", False)
        above = by_id.get(parent)
        early = bool(one and above and one.sent and above.sent and above.sent - one.sent > _SLACK)
        found.append(
            InThread(one.document if one else None, id, depth, above.document if above else None, by_subject, early)
        )
        below = sorted(children.get(id, ()), key=lambda c: (_moment(by_id.get(c)), c), reverse=True)
        todo += [(child, depth + 1) for child in below]
    return found


def _parents(by_id: Mapping[str, Letter]) -> Mapping[str, tuple[str, bool]]:
    """For each mail what it answers, and whether only its subject says so."""
    alike: dict[str, list[Letter]] = defaultdict(list)
    for one in sorted(by_id.values(), key=lambda one: (_moment(one), one.id)):
        if one.bare_subject and one.sent is not None:
            alike[one.bare_subject].append(one)
    found: dict[str, tuple[str, bool]] = {}
    for one in by_id.values():
        if one.answers:
            # What is not in the case still joins its answers: the nearest that is known, else the nearest of all.
            parent = next((id for id in one.answers if id in by_id), one.answers[0])
            found[one.id] = parent, False
    for one in by_id.values():
        earlier = _earlier(one, alike[one.bare_subject]) if one.is_answer and not one.answers else None
        if earlier is not None:
            found[one.id] = earlier.id, True
    return found


def _earlier(one: Letter, alike: Sequence[Letter]) -> Letter | None:
    """The last mail before this one with the same subject, between people of whom two are the same. `alike` are in
    order of time; only so many are looked at.
    """
    sent = one.sent
    if sent is None:
        return None
    first = bisect_left(alike, sent, key=_moment)
    for other in reversed(alike[max(0, first - _MOST_LOOKED_AT) : first]):
        if sent - _moment(other) > _LATE:
            return None
        if len(one.people & other.people) > 1:
            return other
    return None


def _ids(field: str) -> tuple[str, ...]:
    return tuple(_ID.findall(field)[-_MOST_IDS:])


def _moment(one: Letter | None) -> datetime:
    return one.sent if one and one.sent else datetime.min.replace(tzinfo=UTC)
