"""Adding documents in the browser: files that are dropped or chosen, pasted text, a folder of this machine."""

from pathlib import Path

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData, UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from sayso.casebook import Case
from sayso.demo_case import documents as demo_documents
from sayso.errors import UsageError
from sayso.export.contract import Json
from sayso.web.adding import Added
from sayso.web.desk import back_to, desk_of
from sayso.web.incoming import folder_of, keep

_FILES = 1_000
"""Files in one form."""
_BYTES = 1 << 30
"""Of all of them together; larger piles are added as a folder."""
_LONGEST_TEXT = 10 << 20
"""Bytes of a pasted text."""


async def add(request: Request) -> Response:
    """Keep what the form holds beside the case, and begin to read it."""
    length = request.headers.get("content-length", "")
    if not (length.isascii() and length.isdigit()) or int(length) > _BYTES:
        raise UsageError("This is more than a browser should send at once. Put it in a folder, and add the folder.")
    try:
        async with request.form(max_files=_FILES, max_fields=20, max_part_size=_LONGEST_TEXT) as form:
            paths, what = await run_in_threadpool(_kept, desk_of(request).path, form)
    except HTTPException as error:
        raise UsageError(f"The form could not be read ({error.detail}). Add fewer files at a time.") from None
    desk_of(request).adding.start(paths, what)
    return back_to("/documents/adding")


def _kept(case: Path, form: FormData) -> tuple[list[str], str]:
    """Paths to read, and what to call them."""
    folder = folder_of(case)
    paths: list[str] = []
    for given in form.getlist("files"):
        if isinstance(given, UploadFile) and given.filename:
            paths.append(str(keep(folder, given.filename, given.file.read())))
    text, name, path = (str(form.get(field) or "") for field in ("text", "name", "path"))
    if text.strip():
        title = name.strip() or " ".join(text.split()[:6])
        title = title if title.lower().endswith((".txt", ".md", ".html")) else f"{title}.txt"
        paths.append(str(keep(folder, title, text.replace("\r\n", "\n").encode("utf-8", "replace"))))
    if path.strip():
        there = Path(path.strip()).expanduser()
        if not there.is_absolute() or not there.exists():
            raise UsageError(f"There is no file or folder {path.strip()!r} on this machine. Give the whole path.")
        paths.append(str(there))
    if not paths:
        raise UsageError("Choose files, paste a text, or give the path of a folder.")
    return paths, Path(paths[0]).name if len(paths) == 1 else f"{len(paths)} files"


def demo(request: Request) -> Response:
    """Begin to read the demo case into this one, if nothing is in it."""
    desk = desk_of(request)
    with desk.reading() as book:
        if book.count("documents"):
            raise UsageError("There are documents in this case; the demo case belongs in an empty one.")
    desk.adding.start([str(demo_documents()[0].parent)], "the demo case")
    return back_to("/documents/adding")


def cancel(request: Request) -> Response:
    """Stop adding."""
    desk_of(request).adding.cancel()
    return back_to("/documents/adding")


def adding(request: Request) -> Response:
    """How far adding is, with a form to add more."""
    desk = desk_of(request)
    with desk.reading() as book:
        elsewhere = None if desk.adding.busy else book.reading()
    return desk.page(
        request,
        "adding.html",
        state=desk.adding.state,
        busy=desk.adding.busy,
        elsewhere=elsewhere,
        folder=folder_of(desk.path),
    )


def progress_json(own: Added | None, book: Case) -> dict[str, Json]:
    """How far whoever adds to the case is: the desk itself, or another program."""
    so_far: dict[str, Json] | None = None
    if own is not None:
        so_far = {"done": own.done, "of": own.of, "weighing": own.weighing, "what": own.what}
    elsewhere = book.reading() if own is None else None
    if elsewhere is not None:
        so_far = {"done": elsewhere.done, "of": elsewhere.of, "weighing": elsewhere.weighing, "what": "another program"}
    return {"busy": so_far is not None, "progress": so_far, "documents": book.count("documents")}


routes: list[Route] = [
    Route("/documents/adding", adding, methods=["GET"]),
    Route("/documents/add", add, methods=["POST"]),
    Route("/documents/add-demo", demo, methods=["POST"]),
    Route("/documents/adding/cancel", cancel, methods=["POST"]),
]
"""What this module answers; it stands before the documents, whose ids could be `adding`."""
