"""Conditions as SQL: which fields each table has, and which columns they are."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from sqlalchemy import (
    ColumnElement,
    Select,
    Table,
    and_,
    exists,
    false,
    func,
    not_,
    or_,
    select,
    true,
    tuple_,
    union_all,
)

from sayso.errors import UsageError
from sayso.store import noted
from sayso.store.condition import And, Condition, Has, Is, Not, Or, Within, Words, leaves
from sayso.store.condition import Table as TableName
from sayso.store.fold import fold
from sayso.store.search_sqlite import matches
from sayso.store.tables import (
    CITATIONS,
    CLAIMS,
    COPY_GROUPS,
    DATES,
    DOCUMENTS,
    ENTITIES,
    EVENTS,
    FINDINGS,
    GAPS,
    MEMBERS,
    PEOPLE,
    POSITIONS,
    STATEMENTS,
)

Expression = ColumnElement[bool]
_Test = Callable[[str | int | None], Expression]


@dataclass(frozen=True, slots=True)
class Fields:
    """The fields of one table: those that hold names, those compared as they are, those that are dates."""

    words: Callable[[Words], Expression]
    has: Mapping[str, ColumnElement[str]]
    exact: Mapping[str, _Test]
    within: Mapping[str, tuple[ColumnElement[str], ColumnElement[str]]]
    wrap: Callable[[Expression], Expression] = field(default=lambda expression: expression)
    """Around what is asked of the document, where a row is not of one document."""
    own: frozenset[str] = frozenset()
    """Fields that are the row's own, if others are the document's."""
    of_people: Mapping[str, Callable[[Expression], Expression]] = field(default_factory=dict)
    """Of fields with names of entities: what is asked of an entity of the case → whether one of them is such."""


def _equals(column: ColumnElement[str] | ColumnElement[bool] | ColumnElement[int]) -> _Test:
    return column.is_not_distinct_from


def _key(column: ColumnElement[str]) -> _Test:
    """A column that is empty where nothing is known."""
    return lambda value: column == fold(str(value)) if value is not None else column.in_(("", " "))


_D = DOCUMENTS.c
_DOCUMENT_HAS = {"title": _D.title_key, "publisher": _D.publisher_key, "authors": _D.authors_key, "name": _D.name_key}
_DOCUMENT_EXACT: Mapping[str, _Test] = {
    "document": _equals(_D.id),
    "language": _equals(_D.language),
    "media_type": _equals(_D.media_type),
    "document_state": _equals(_D.state),
    "published": _equals(_D.published),
    **{name: _key(column) for name, column in _DOCUMENT_HAS.items()},
}
_PUBLISHED = {"published": (_D.published_first, _D.published_last)}


def _is_copy(value: str | int | None) -> Expression:
    """Whether another document stands for this one in a group of copies."""
    copies = select(COPY_GROUPS.c.document)
    return _D.key.in_(copies) if value else _D.key.not_in(copies)


def _of_documents() -> Fields:
    own = {"id": _equals(_D.id), "state": _equals(_D.state), "copy": _is_copy}
    return Fields(lambda w: matches(DOCUMENTS, w), _DOCUMENT_HAS, {**_DOCUMENT_EXACT, **own}, _PUBLISHED)


def _of_findings(table: Table, has: tuple[str, ...] = (), exact: tuple[str, ...] = (), *, dated: bool = True) -> Fields:
    c = table.c
    names = {name: c[f"{name}_key"] for name in has}
    own = {name: _equals(c[name]) for name in (*exact, "id", "state")}
    return Fields(
        lambda w: matches(table, w),
        {**_DOCUMENT_HAS, **names},
        {**_DOCUMENT_EXACT, **{n: _key(column) for n, column in names.items()}, **own},
        {**_PUBLISHED, "date": (c.date_first, c.date_last)} if dated else _PUBLISHED,
    )


def _of_statements() -> Fields:
    fields = _of_findings(STATEMENTS, ("speaker", "chain"), ("act", "mode", "named", "factuality", "date"))

    def said_by(person: str | int | None) -> Expression:
        c = MEMBERS.c
        same = and_(c.document == STATEMENTS.c.document, c.entity == STATEMENTS.c.speaker)
        # Only in these documents is there anything to look at.
        return and_(STATEMENTS.c.document.in_(_documents_of(person)), exists().where(c.person == person, same))

    exact = {**fields.exact, "person": said_by, "speaker": _equals(STATEMENTS.c.speaker_name), "about": _about}
    return Fields(fields.words, fields.has, exact, fields.within)


def _about(person: str | int | None) -> Expression:
    """What is said in a statement names or means this entity of the case."""
    same = and_(ENTITIES.c.document == MEMBERS.c.document, ENTITIES.c.id == MEMBERS.c.entity)
    mention = func.json_each(ENTITIES.c.data, "$.mentions").table_valued("value", name="mention")
    said = func.json_each(STATEMENTS.c.data, "$.attribution.content").table_valued("value", name="said")
    start, end = (func.json_extract(mention.c.value, f"$.span.{edge}") for edge in ("start", "end"))
    inside = and_(start < func.json_extract(said.c.value, "$.end"), func.json_extract(said.c.value, "$.start") < end)
    there = MEMBERS.join(ENTITIES, same).join(mention, true()).join(said, inside)
    here = and_(MEMBERS.c.person == person, MEMBERS.c.document == STATEMENTS.c.document)
    said_there = exists().select_from(there).where(here).correlate(STATEMENTS, DOCUMENTS)
    return and_(STATEMENTS.c.document.in_(_documents_of(person)), said_there)


def _documents_of(person: str | int | None) -> Select[tuple[int]]:
    """The keys of the documents that name an entity of the case."""
    return select(MEMBERS.c.document).where(MEMBERS.c.person == person)


def _of_events() -> Fields:
    fields = _of_findings(EVENTS, ("participants", "sources"), ("kind", "status", "date"))
    of_people = {"participants": _in_event("participants"), "sources": _in_event("according_to")}
    exact = {**fields.exact, "person": lambda id: of_people["participants"](PEOPLE.c.id == id)}
    return Fields(fields.words, fields.has, exact, fields.within, of_people=of_people)


def _in_event(names: str) -> Callable[[Expression], Expression]:
    """The JSON of an event holds names that a document has for entities; which of the case these are, it tells not."""

    def is_one(of_person: Expression) -> Expression:
        same = and_(ENTITIES.c.document == MEMBERS.c.document, ENTITIES.c.id == MEMBERS.c.entity)
        people = MEMBERS.join(PEOPLE, PEOPLE.c.id == MEMBERS.c.person).join(ENTITIES, same)
        aliases = func.json_each(ENTITIES.c.data, "$.aliases").table_valued("value")
        forms = union_all(
            select(MEMBERS.c.document, ENTITIES.c.name).select_from(people).where(of_person),
            select(MEMBERS.c.document, aliases.c.value).select_from(people.join(aliases, true())).where(of_person),
        )
        named = func.json_each(EVENTS.c.data, f"$.{names}").table_valued("value")
        # Only in these documents is there anything to look into.
        documents = select(MEMBERS.c.document).join(PEOPLE, PEOPLE.c.id == MEMBERS.c.person).where(of_person)
        in_document = and_(
            EVENTS.c.document.in_(documents),
            exists().select_from(named).where(tuple_(EVENTS.c.document, named.c.value).in_(forms)),
        )
        return or_(in_document, and_(EVENTS.c.added_by.is_not(None), _by_its_name(named.c.value, of_person)))

    return is_one


def _by_its_name(column: ColumnElement[str], of_person: Expression) -> Expression:
    """Whoever adds an event may name somebody whom the document does not: as the case does."""
    aliases = func.json_each(PEOPLE.c.data, "$.aliases").table_valued("value")
    called = union_all(
        select(PEOPLE.c.name).where(of_person),
        select(aliases.c.value).select_from(PEOPLE.join(aliases, true())).where(of_person),
    )
    return exists().where(column.in_(called))


def _of_people() -> Fields:
    def in_one(expression: Expression) -> Expression:
        members = MEMBERS.join(DOCUMENTS, _D.key == MEMBERS.c.document)
        return exists().select_from(members).where(MEMBERS.c.person == PEOPLE.c.id, expression)

    def has_member(entity: str | int | None) -> Expression:
        return exists().where(MEMBERS.c.person == PEOPLE.c.id, MEMBERS.c.entity == entity)

    c = PEOPLE.c
    return Fields(
        lambda w: _named(c.names_key, w.text, w.prefix),
        {**_DOCUMENT_HAS, "person": c.names_key},
        {
            **_DOCUMENT_EXACT,
            "person": _key(c.names_key),
            "id": _equals(c.id),
            "kind": _equals(c.kind),
            "entity": has_member,
        },
        _PUBLISHED,
        in_one,
        frozenset(("person", "id", "kind", "entity")),
    )


def _of_claims() -> Fields:
    def in_one(expression: Expression) -> Expression:
        positions = POSITIONS.join(DOCUMENTS, _D.key == POSITIONS.c.document)
        return exists().select_from(positions).where(POSITIONS.c.claim == CLAIMS.c.key, expression)

    def about(statement: str | int | None) -> Expression:
        return exists().where(POSITIONS.c.claim == CLAIMS.c.key, POSITIONS.c.statement == statement)

    def holds(proposition: str | int | None) -> Expression:
        return exists().where(POSITIONS.c.claim == CLAIMS.c.key, POSITIONS.c.proposition == proposition)

    def repeated(value: str | int | None) -> Expression:
        return CLAIMS.c.urgency >= 1 if value else CLAIMS.c.urgency < 1

    c = CLAIMS.c
    return Fields(
        lambda w: _named(c.words_key, w.text, w.prefix),
        {**_DOCUMENT_HAS, "names": c.names_key},
        {
            **_DOCUMENT_EXACT,
            "names": _key(c.names_key),
            "id": _equals(c.id),
            "status": _equals(c.status),
            "independent": _equals(c.independent),
            "first": _equals(c["first"]),
            "statement": about,
            "proposition": holds,
            "repeated": repeated,
        },
        {**_PUBLISHED, "first": (c.first_first, c.first_last)},
        in_one,
        frozenset(("names", "id", "status", "independent", "statement", "proposition", "repeated", "first")),
    )


FIELDS: Mapping[TableName, Fields] = {
    "claims": _of_claims(),
    "documents": _of_documents(),
    "statements": _of_statements(),
    "people": _of_people(),
    "gaps": _of_findings(GAPS, exact=("kind", "recoverable"), dated=False),
    "events": _of_events(),
    "dates": _of_findings(DATES, exact=("date",)),
    "citations": _of_findings(CITATIONS, ("witness",), ("record", "date")),
}


_TABLES: Mapping[str, Table] = {"documents": DOCUMENTS, "people": PEOPLE, "claims": CLAIMS, **FINDINGS}


def to_sql(table: TableName, condition: Condition) -> Expression:
    """The condition on the rows of this table; raises `UsageError` for a field that it does not have.

    What is not known is no match, and so a match for the opposite.
    """
    if isinstance(condition, And):
        return and_(true(), *(to_sql(table, part) for part in condition.parts))
    if isinstance(condition, Or):
        return or_(false(), *(to_sql(table, part) for part in condition.parts))
    if isinstance(condition, Not):
        return not_(to_sql(table, condition.part))
    fields = FIELDS[table]
    if isinstance(condition, Words):
        return fields.words(condition)
    if condition.field in noted.FIELDS and not isinstance(condition, Within):
        return noted.noted(_TABLES[table], condition)
    expression = _leaf(fields, table, condition)
    return expression if condition.field in fields.own else fields.wrap(expression)


def _leaf(fields: Fields, table: TableName, condition: Has | Is | Within) -> Expression:
    known: Mapping[str, object] = (
        fields.has if isinstance(condition, Has) else fields.exact if isinstance(condition, Is) else fields.within
    )
    if condition.field not in known:
        raise UsageError(f"The {table} have no field {condition.field!r} of that kind; these: {', '.join(known)}.")
    if isinstance(condition, Has):
        named = _named(fields.has[condition.field], condition.text, condition.prefix)
        of_people = fields.of_people.get(condition.field)
        if of_people is None:
            return named
        return or_(named, of_people(_named(PEOPLE.c.names_key, condition.text, condition.prefix)))
    if isinstance(condition, Is):
        return fields.exact[condition.field](condition.value)
    first, last = fields.within[condition.field]
    parts: list[Expression] = [first.is_not(None)]
    if condition.last is not None:
        parts.append(first <= condition.last.isoformat())
    if condition.first is not None:
        parts.append(last >= condition.first.isoformat())
    return and_(*parts)


def _named(column: ColumnElement[str], words: str, prefix: bool) -> Expression:
    """Words next to each other in a folded column. A folded text has no character that means anything to LIKE."""
    folded = fold(words)
    if not folded.strip():
        return false()
    return column.like(f"%{folded.rstrip() if prefix else folded}%")


def visible(table: TableName, condition: Condition | None) -> Expression:
    """Leaves out what was removed or rejected, unless the condition asks for it."""
    asked = {(leaf.field, leaf.value) for leaf in leaves(condition or And(())) if isinstance(leaf, Is)}
    parts: list[Expression] = [true()]
    if not asked & {("state", "removed"), ("document_state", "removed")}:
        parts.append(_in_a_document(table))
    if table in FINDINGS and ("state", "rejected") not in asked:
        parts.append(FINDINGS[table].c.state != "rejected")
    return and_(*parts)


def _in_a_document(table: TableName) -> Expression:
    """Whether a row is of a document that was not removed."""
    if table not in ("claims", "people"):
        return _D.state != "removed"
    removed = select(_D.key).where(_D.state == "removed")
    places, same = (
        (POSITIONS.c, POSITIONS.c.claim == CLAIMS.c.key)
        if table == "claims"
        else (MEMBERS.c, MEMBERS.c.person == PEOPLE.c.id)
    )
    # Asked once for the whole list: most cases have had nothing taken out.
    return or_(not_(removed.exists()), exists().where(same, places.document.not_in(removed)))
