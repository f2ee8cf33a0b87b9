"""A draft beside the case: each sentence with what supports, denies or reports it, or nothing found."""

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from sayso.errors import UsageError
from sayso.export.draft import draft_html
from sayso.web.desk import back_to, desk_of
from sayso.web.downloads import attachment

_LONGEST = 2 << 20
"""Bytes."""


def drafts(request: Request) -> Response:
    """A place to paste a draft, and those that were checked in this run."""
    desk = desk_of(request)
    return desk.page(request, "drafts.html", every=desk.drafts.every())


async def check(request: Request) -> Response:
    """Begin to check a draft."""
    desk = desk_of(request)
    try:
        async with request.form(max_files=1, max_fields=10, max_part_size=_LONGEST) as form:
            text, name = str(form.get("text") or ""), str(form.get("name") or "")
    except HTTPException:
        raise UsageError("This is longer than a draft can be here. Check it in parts.") from None
    if not text.strip():
        raise UsageError("Paste a draft, then check it.")
    title = name.strip() or " ".join(text.split()[:8])
    id = await run_in_threadpool(desk.drafts.start, text.replace("\r\n", "\n"), title)
    return back_to(f"/drafts/{id}")


def draft(request: Request) -> Response:
    """One draft."""
    desk = desk_of(request)
    found = desk.drafts.draft(request.path_params["id"])
    return desk.page(
        request,
        "draft.html",
        draft=found,
        bare=sum(not one.bearings for one in found.sentences),
        differ=sum(bool(one.differences) for one in found.sentences),
    )


def state(request: Request) -> Response:
    """Whether it is still being checked."""
    return JSONResponse({"busy": desk_of(request).drafts.draft(request.path_params["id"]).busy})


def download(request: Request) -> Response:
    """The same as one page to keep."""
    found = desk_of(request).drafts.draft(request.path_params["id"])
    return attachment(draft_html(found.sentences, found.name).encode("utf-8", "replace"), "draft.html", "text/html")


routes: list[Route] = [
    Route("/drafts", drafts, methods=["GET"]),
    Route("/drafts/check", check, methods=["POST"]),
    Route("/drafts/{id}", draft, methods=["GET"]),
    Route("/drafts/{id}/state", state, methods=["GET"]),
    Route("/drafts/{id}/download", download, methods=["GET"]),
]
"""What this module answers."""
