"""Decisions over the API: forms as browsers send them, with the token, signed and logged as everywhere."""

from collections.abc import Callable, Sequence

from starlette.requests import Request
from starlette.responses import Response

from sayso.casebook import Case
from sayso.errors import ConflictError, UsageError
from sayso.export.contract import Json
from sayso.export.listing import note_row
from sayso.model.claim import Stance
from sayso.web.desk import desk_of, field_of, number_of
from sayso.web.operations import Operation, Parameter, answered

_TOKEN = Parameter("token", "What `/api/token` gives.", required=True)
_VERSION = Parameter("version", "The version of the item that was seen.", "integer", required=True)


def finding(request: Request) -> Response:
    """A statement, event, gap, date or citation is right, wrong, or can't be told."""
    id, what, seen = request.path_params["id"], field_of(request, "what"), number_of(request, "version")

    def decide(book: Case) -> int:
        decisions = {"confirm": book.judging.confirm, "reject": book.judging.reject, "hold": book.judging.hold}
        if what == "undo":
            return book.judging.undo(id).id
        if what not in decisions:
            raise UsageError(f"Nothing here is called {what!r}.")
        return decisions[what](id, made_on=seen).id

    return _decided(request, decide)


def correction(request: Request) -> Response:
    """A field of a document is otherwise."""
    id, field, seen = request.path_params["id"], field_of(request, "field"), number_of(request, "version")
    return _decided(request, lambda book: book.correct(id, field, field_of(request, "value") or None, made_on=seen).id)


def claim(request: Request) -> Response:
    """A claim is right, can't be told, or one of its passages is otherwise."""
    id, what = request.path_params["id"], field_of(request, "what")

    def decide(book: Case) -> int:
        ledger = book.ledger
        if (seen := field_of(request, "positions")) and seen != str(len(book.claim(id).positions)):
            raise ConflictError(f"{id} has other passages since you looked. Look again, then decide.")
        match what:
            case "confirm":
                return ledger.confirm(id).id
            case "hold":
                return ledger.hold(id).id
            case "split":
                return ledger.split(id, number_of(request, "passage")).id
            case "stance":
                return ledger.set_stance(id, number_of(request, "passage"), _stance(field_of(request, "stance"))).id
            case "same-origin":
                return ledger.same_origin(id, number_of(request, "passage"), number_of(request, "other")).id
            case "other-origin":
                return ledger.other_origin(id, number_of(request, "passage"), number_of(request, "other")).id
        raise UsageError(f"Nothing here is called {what!r}.")

    return _decided(request, decide)


def people(request: Request) -> Response:
    """Two are one, two, or can't be told."""
    first, second, what = (field_of(request, name) for name in ("first", "second", "what"))

    def decide(book: Case) -> int:
        decisions = {"merge": book.merge, "apart": book.keep_apart, "hold": book.hold}
        if what not in decisions:
            raise UsageError(f"Nothing here is called {what!r}.")
        return decisions[what](first, second).id

    return _decided(request, decide)


def note(request: Request) -> Response:
    """A note or tag beside an item."""
    item, kind, text = (field_of(request, name) for name in ("item", "kind", "text"))
    with desk_of(request).writing() as book:
        made = book.notes.tag(item, text) if kind == "tag" else book.notes.add(item, text)
    return answered(note_row(made))


def undo(request: Request) -> Response:
    """What a row of the log tells of is taken back."""
    seq = number_of(request, "row")

    def decide(book: Case) -> int:
        length = book.log_length()
        rows = book.log_part(limit=1, offset=length - seq) if 0 < seq <= length else ()
        if not rows:
            raise UsageError(f"The log has no row {seq}.")
        book.undo_logged(rows[0])
        return seq

    return _decided(request, decide)


def _decided(request: Request, decide: Callable[[Case], int]) -> Response:
    """Decide, give the number of the decision, and let the claims be weighed behind the answer."""
    desk = desk_of(request)
    with desk.writing() as book:
        number: Json = decide(book)
    desk.weigh_soon()
    return answered({"decision": number})


def _stance(given: str) -> Stance:
    try:
        return Stance(given)
    except ValueError:
        raise UsageError(f"There is no stance {given!r}; there are {', '.join(Stance)}.") from None


_JUDGED = ("confirm", "reject", "hold", "undo")
_CLAIMED = ("confirm", "hold", "split", "stance", "same-origin", "other-origin")

DECISIONS: Sequence[Operation] = (
    Operation(
        "/api/findings/{id}/decide",
        "decide_finding",
        "A statement, event, gap, date or citation is right, wrong, or can't be told; or the last decision goes.",
        finding,
        "Decision",
        form=(_TOKEN, Parameter("what", "What is decided.", required=True, one_of=_JUDGED), _VERSION),
    ),
    Operation(
        "/api/documents/{id}/correct",
        "correct_document",
        "A field of a document is otherwise; an empty value says that it is not known.",
        correction,
        "Decision",
        form=(
            _TOKEN,
            Parameter(
                "field",
                "Which.",
                required=True,
                one_of=("title", "publisher", "authors", "published", "language"),
            ),
            Parameter("value", "What it really is; several authors with a semicolon between."),
            _VERSION,
        ),
    ),
    Operation(
        "/api/claims/{id}/decide",
        "decide_claim",
        "A claim is right or can't be told; a passage is about something else, stands otherwise, has another origin.",
        claim,
        "Decision",
        form=(
            _TOKEN,
            Parameter("what", "What is decided.", required=True, one_of=_CLAIMED),
            Parameter("positions", "How many passages it had when it was seen; refused if that changed.", "integer"),
            Parameter("passage", "The number of the passage, from 1.", "integer"),
            Parameter("other", "The number of the other one.", "integer"),
            Parameter("stance", "How the passage stands to the claim.", one_of=tuple(s.value for s in Stance)),
        ),
    ),
    Operation(
        "/api/people/decide",
        "decide_people",
        "Two entities of the case are one, are two, or can't be told.",
        people,
        "Decision",
        form=(
            _TOKEN,
            Parameter("first", "The one: id or name.", required=True),
            Parameter("second", "The other.", required=True),
            Parameter("what", "What is decided.", required=True, one_of=("merge", "apart", "hold")),
        ),
    ),
    Operation(
        "/api/notes/add",
        "add_note",
        "Write a note or put a tag beside an item.",
        note,
        "Note",
        form=(
            _TOKEN,
            Parameter("item", "The item's id.", required=True),
            Parameter("kind", "What it is; a note by default.", one_of=("note", "tag")),
            Parameter("text", "Its words.", required=True),
        ),
    ),
    Operation(
        "/api/log/undo",
        "undo",
        "Take back what a row of the log tells of, of whatever kind.",
        undo,
        "Decision",
        form=(_TOKEN, Parameter("row", "The number of the row.", "integer", required=True)),
    ),
)
