"""The memo: claims are picked and put in order, looked at as they will stand, and downloaded.

What is picked stands in the address, in its order, so that it can be kept as a bookmark and sent to oneself.
"""

import io
from collections.abc import Sequence
from datetime import date
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from sayso.casebook import Case
from sayso.errors import UsageError
from sayso.export.memo import Scope, make_memo
from sayso.export.memo.blocks import Memo
from sayso.export.memo.html import memo_html
from sayso.export.memo.markdown import memo_markdown
from sayso.web.desk import desk_of, part_of
from sayso.web.downloads import attachment

_OFFERED = 30
_TYPES = {
    "md": "text/markdown",
    "html": "text/html",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}


def memo(request: Request) -> Response:
    """What is picked, in order, and what could be."""
    desk, part = desk_of(request), part_of(request, "title")
    picked = _picked(request)
    with desk.reading() as book:
        chosen = [book.claim(id) for id in picked]
        asked = f"({part.asked}) repeated:yes" if part.asked else "repeated:yes"
        offered = [c for c in book.claims(asked, limit=_OFFERED + len(picked)) if c.claim.id not in picked][:_OFFERED]
        there = book.count("claims", asked)
    return desk.page(
        request,
        "memo.html",
        part=part,
        title=part.others.get("title", ""),
        chosen=[(found, _orders(picked, n, request)) for n, found in enumerate(chosen)],
        offered=[(found, _address([*picked, found.claim.id], request)) for found in offered],
        there=there,
        asked=asked,
        whole=_address(picked, request),
    )


def _orders(picked: Sequence[str], at: int, request: Request) -> dict[str, str]:
    """Addresses with one claim further up, further down, or left out."""
    without = [id for n, id in enumerate(picked) if n != at]
    up, down = [*without], [*without]
    up.insert(max(0, at - 1), picked[at])
    down.insert(at + 1, picked[at])
    return {
        "up": _address(up, request) if at else "",
        "down": _address(down, request) if at + 1 < len(picked) else "",
        "out": _address(without, request),
    }


def _address(picked: Sequence[str], request: Request) -> str:
    kept = [(name, request.query_params.get(name, "").strip()) for name in ("q", "title")]
    return "?" + urlencode([*(pair for pair in kept if pair[1]), *(("claim", id) for id in picked)])


def _picked(request: Request) -> Sequence[str]:
    return list(dict.fromkeys(id for id in request.query_params.getlist("claim") if id))


def preview(request: Request) -> Response:
    """The memo as it will stand."""
    desk = desk_of(request)
    with desk.reading() as book:
        made = _made(request, book, desk.path.stem)
    return desk.page(
        request,
        "memo_preview.html",
        memo=made,
        blocks=[(type(block).__name__.lower(), block) for block in made.blocks],
        whole=_address(_picked(request), request),
    )


def download(request: Request) -> Response:
    """The memo as a file: `format` is md, html or docx."""
    desk, form = desk_of(request), request.query_params.get("format", "md")
    if form not in _TYPES:
        raise UsageError(f"There is no format {form!r}; there are {', '.join(_TYPES)}.")
    with desk.reading() as book:
        made = _made(request, book, desk.path.stem)
    if form == "docx":
        from sayso.export.memo.docx import write_memo_docx  # loads a library that only this needs

        out = io.BytesIO()
        write_memo_docx(made, out)
        data = out.getvalue()
    else:
        data = (memo_html(made) if form == "html" else memo_markdown(made)).encode("utf-8", "replace")
    return attachment(data, f"{desk.path.stem}-memo.{form}", _TYPES[form])


def _made(request: Request, book: Case, case: str) -> Memo:
    """The memo about what is picked, or else about what the query asks for."""
    picked = _picked(request)
    query = "" if picked else request.query_params.get("q", "").strip()
    title = request.query_params.get("title", "").strip() or f"On whose word: {case}"
    return make_memo(book, Scope(query, (), picked), title=title, on=date.today())


routes: list[Route] = [
    Route("/memo", memo, methods=["GET"]),
    Route("/memo/preview", preview, methods=["GET"]),
    Route("/memo/download", download, methods=["GET"]),
]
"""What this module answers."""
