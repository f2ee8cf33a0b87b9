"""The application: which function answers which address, and what is said when something goes wrong."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp

from sayso.errors import ConflictError, QueryError, SaysoError, UsageError
from sayso.settings import Settings
from sayso.web import api
from sayso.web.desk import Desk, desk_of, wants_part
from sayso.web.pages import (
    adding,
    chronology,
    claim,
    claims,
    decide,
    documents,
    drafts,
    events,
    gaps,
    home,
    log,
    memo,
    network,
    notes,
    people,
    reading,
    search,
)
from sayso.web.security import Guard, Secrets


def make_app(case: Path, settings: Settings, known: Secrets, port: int) -> ASGIApp:
    """The desk of a case, for whoever holds `known.key`, at this port of the loopback interface."""
    desk = Desk(case, settings, known)

    @asynccontextmanager
    async def running(_: Starlette) -> AsyncIterator[None]:
        yield
        desk.close()

    app = Starlette(
        routes=_routes(),
        exception_handlers={SaysoError: _mistake, HTTPException: _unknown, Exception: _failure},
        lifespan=running,
    )
    app.state.desk = desk
    return Guard(app, known, port)


def _routes() -> list[Route | Mount]:
    """Those of all screens, decisions first: `/people/decide` looks like a person."""
    screens = (
        decide,
        home,
        adding,
        documents,
        reading,
        claims,
        claim,
        chronology,
        events,
        people,
        network,
        gaps,
        search,
        notes,
        drafts,
        memo,
        log,
        api,
    )
    static = StaticFiles(directory=Path(__file__).parent / "static")
    return [*(route for screen in screens for route in screen.routes), Mount("/static", static)]


def _mistake(request: Request, error: Exception) -> Response:
    """What a `SaysoError` says, with the status that fits it."""
    status = 409 if isinstance(error, ConflictError) else 400 if isinstance(error, UsageError) else 503
    pointer = f"{error.query}\n{' ' * error.position}^" if isinstance(error, QueryError) else ""
    return _say(request, status, str(error), pointer)


def _unknown(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    return _say(request, error.status_code, "There is nothing at this address.")


def _failure(request: Request, _: Exception) -> Response:
    return _say(request, 500, "Something in Sayso went wrong; the window it runs in says what. Nothing was decided.")


def _say(request: Request, status: int, why: str, pointer: str = "") -> Response:
    if request.url.path.startswith("/api/"):
        return JSONResponse({"error": why}, status)
    if wants_part(request):
        return PlainTextResponse(why, status)
    return desk_of(request).page(request, "message.html", status, why=why, pointer=pointer)
