"""Who may ask: the guard stands before every page and lets nobody pass but the browser that holds the key.

Any page in the same browser can send requests to this machine, and other users of the machine can too. Against the
first stand the host name, the origin and a token in every form; against the second, the key and the cookie that it is
traded for.
"""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from http.cookies import CookieError, SimpleCookie
from urllib.parse import parse_qsl, quote, urlencode

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

FORM = "sayso.form"
"""Where the guard leaves the fields of a form in the scope of the request: name → values."""
_OLD_FORM = "This form is from an earlier run. Go back, load the page anew, try again."
_LONGEST_FORM = 64 * 1024
"""Bytes."""
_POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; "
    "frame-ancestors 'none'; base-uri 'none'"
)
_HEADERS: Mapping[str, str] = {
    "Content-Security-Policy": _POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}


def _made() -> str:
    return secrets.token_urlsafe(32)


@dataclass(frozen=True, slots=True)
class Secrets:
    """What this run of the desk alone knows: `key` opens it, `session` is in the cookie, `form` in every form."""

    key: str = field(default_factory=_made)
    session: str = field(default_factory=_made)
    form: str = field(default_factory=_made)


class Guard:
    """An ASGI application around another: refuses what is not ours, and puts the headers on every answer."""

    def __init__(self, app: ASGIApp, known: Secrets, port: int) -> None:
        self._app = app
        self._known = known
        self._hosts = (f"127.0.0.1:{port}", f"localhost:{port}")
        # Cookies don't tell ports apart: two desks on one machine must not overwrite each other's.
        self._cookie = f"sayso-{port}"

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": 1008})
            return
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        request = Request(scope, receive)
        refused = self._answer(request) or await self._check_form(request)
        await (refused or self._app)(scope, receive, _with_headers(send))

    def _answer(self, request: Request) -> Response | None:
        """The answer to a request that goes no further: a refusal, or the cookie for the key."""
        if request.headers.getlist("host") not in [[host] for host in self._hosts]:
            return _refusal(request, 400, "This address is not the desk's. Use the one that `sayso serve` printed.")
        key = request.query_params.get("key")
        if request.method == "GET" and key is not None:
            if not _same(key, self._known.key):
                return _refusal(request, 403, "This key is not the one of this run. `sayso serve` prints it.")
            there = RedirectResponse(_without_key(request), 303)
            there.set_cookie(self._cookie, self._known.session, path="/", httponly=True, samesite="strict")
            return there
        if not _same(_cookies(request.headers).get(self._cookie, ""), self._known.session):
            return _refusal(
                request, 403, "Open the desk with the address that `sayso serve` printed: it holds the key."
            )
        if request.method == "POST":
            return None if self._is_own(request.headers) else _refusal(request, 403, "This came from another site.")
        if request.method not in ("GET", "HEAD"):
            return _refusal(request, 405, "The desk knows no such method.")
        return None

    def _is_own(self, headers: Headers) -> bool:
        """Whether a page of the desk sent it.

        Under `Referrer-Policy: no-referrer` browsers send `Origin: null` with the forms of our own pages; what says
        then that they are ours is `Sec-Fetch-Site`, which no page can set.
        """
        site = headers.get("sec-fetch-site")
        if site not in (None, "same-origin"):
            return False
        origin = headers.get("origin")
        if origin is not None and origin != "null":
            return origin == f"http://{headers['host']}"
        return site == "same-origin"

    async def _check_form(self, request: Request) -> Response | None:
        """Read the form of a request that changes something, and refuse it without our token.

        Forms with files are longer than can be held, and their pages read them bit by bit: these have the token in
        their address.
        """
        if request.method != "POST":
            return None
        if request.headers.get("content-type", "").startswith("multipart/form-data"):
            if not _same(request.query_params.get("token", ""), self._known.form):
                return _refusal(request, 403, _OLD_FORM)
            return None
        body = bytearray()
        async for piece in request.stream():
            body += piece
            if len(body) > _LONGEST_FORM:
                return _refusal(request, 413, "This is longer than any form of the desk.")
        fields: dict[str, list[str]] = {}
        for name, value in parse_qsl(body.decode("utf-8", "replace"), keep_blank_values=True):
            fields.setdefault(name, []).append(value)
        if not _same(fields.pop("token", [""])[-1], self._known.form):
            return _refusal(request, 403, _OLD_FORM)
        request.scope[FORM] = fields
        return None


def _same(given: str, known: str) -> bool:
    """Compared in a time that tells nothing about where they differ."""
    return secrets.compare_digest(given.encode("utf-8", "replace"), known.encode())


def _without_key(request: Request) -> str:
    """The address of a request on this host, without the key, so that it stays in no history."""
    asked = urlencode([(name, value) for name, value in request.query_params.multi_items() if name != "key"])
    # Two slashes at the start would lead to another host.
    return "/" + quote(request.scope["path"].lstrip("/\\")) + (f"?{asked}" if asked else "")


def _cookies(headers: Headers) -> Mapping[str, str]:
    try:
        return {name: found.value for name, found in SimpleCookie(headers.get("cookie", "")).items()}
    except CookieError:
        return {}


def _refusal(request: Request, status: int, why: str) -> Response:
    if request.url.path.startswith("/api/"):
        return JSONResponse({"error": why}, status)
    return PlainTextResponse(f"{why}\n", status)


def _with_headers(send: Send) -> Send:
    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in _HEADERS.items():
                headers[name] = value
        await send(message)

    return sending
