"""`sayso serve`: the desk, a case in the browser, on this machine alone."""

import socket
from contextlib import suppress
from pathlib import Path
from typing import Annotated

import typer

from sayso import casebook
from sayso.cli.console import messages, output
from sayso.cli.options import DEFAULT_CASE, CaseOption, SignerOption
from sayso.cli.settings import settings_from
from sayso.errors import UsageError
from sayso.settings import Settings

_LOOPBACK = "127.0.0.1"
_FIRST, _TRIED = 8712, 100


def serve(
    port: Annotated[
        int | None,
        typer.Option("--port", min=1024, max=65535, metavar="N", help="Default: the first free one from 8712 on."),
    ] = None,
    case: CaseOption = DEFAULT_CASE,
    signer: SignerOption = None,
) -> None:
    """The desk: read, search and judge the case in the browser. Ctrl-C ends it.

    Only programs on this machine can reach it, and only a browser that was opened with the printed address, which holds
    a key that is made anew each time, is let in.
    """
    settings = settings_from({"signer": signer})
    new = not case.exists()
    with casebook.open(case, settings, create=True, write=False):
        pass  # what is wrong with the case is said before anything listens
    if new:
        messages().print(f"{case} is a new case.", markup=False)
    with _listening(port) as listener:
        _serve(case, settings, listener)


def _serve(case: Path, settings: Settings, listener: socket.socket) -> None:
    import uvicorn  # the web libraries are loaded by this command alone

    from sayso.web.app import make_app
    from sayso.web.security import Secrets

    port = int(listener.getsockname()[1])
    known = Secrets()
    app = make_app(case, settings, known, port)
    output().print(f"http://{_LOOPBACK}:{port}/?key={known.key}", markup=False, soft_wrap=True)
    messages().print("Open this address in a browser on this machine. Ctrl-C ends the desk.", markup=False)
    # An access log would write the key down.
    config = uvicorn.Config(
        app, ws="none", access_log=False, log_level="warning", server_header=False, proxy_headers=False
    )
    with suppress(KeyboardInterrupt):
        uvicorn.Server(config).run(sockets=[listener])


def _listening(port: int | None) -> socket.socket:
    """A socket at this port of the loopback interface, or at the first free one."""
    for wanted in (port,) if port is not None else range(_FIRST, _FIRST + _TRIED):
        # Named TCP, so that answers are sent at once: the event loop looks at this before it turns delays off.
        listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind((_LOOPBACK, wanted))
            listener.listen(64)
        except OSError:
            listener.close()
        else:
            return listener
    which = f"Port {port} is" if port is not None else f"Ports {_FIRST} to {_FIRST + _TRIED - 1} are"
    raise UsageError(f"{which} in use. Name a free one with --port.")
