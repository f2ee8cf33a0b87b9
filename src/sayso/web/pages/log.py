"""Who decided what, and a way back from each decision."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from sayso.errors import UsageError
from sayso.web.desk import back_to, desk_of, field_of, number_of, part_of


def log(request: Request) -> Response:
    """The log, latest first: all of it, one person's, one kind of change. `check` reads whether it is whole."""
    desk, part = desk_of(request), part_of(request, "by", "action", "check")
    by, action = part.others.get("by"), part.others.get("action")
    with desk.reading() as book:
        found = book.log_part(limit=part.limit, offset=part.offset, by=by, action=action)
        changes = book.changes(0)
        return desk.page(
            request,
            "log.html",
            found=found,
            undoable=book.undoable(found),
            people=sorted({one.by for one in changes}),
            actions=sorted({one.action for one in changes}),
            checked="check" in part.others,
            broken=book.verify_log() if "check" in part.others else None,
            part=part,
            **part.pages(book.log_length(by=by, action=action)),
        )


def undo(request: Request) -> Response:
    """Take back what a row tells of."""
    desk, seq = desk_of(request), number_of(request, "row")
    with desk.writing() as book:
        length = book.log_length()
        rows = book.log_part(limit=1, offset=length - seq) if 0 < seq <= length else ()
        if not rows or rows[0].seq != seq:
            raise UsageError(f"The log has no row {seq}.")
        book.undo_logged(rows[0])
    desk.weigh_soon()
    return back_to("/log?" + field_of(request, "back").lstrip("?"))


routes: list[Route] = [
    Route("/log", log, methods=["GET"]),
    Route("/log/undo", undo, methods=["POST"]),
]
"""What this module answers."""
