"""A process that serves desks: a case's path on a line of its input, an address with a key on a line of its output.

Each case gets a port of its own. The process ends with its input, so that it never outlives the tests.
"""

import asyncio
import socket
import sys
from pathlib import Path

import uvicorn

from sayso.settings import Settings
from sayso.web.app import make_app
from sayso.web.security import Secrets


async def main() -> None:
    """Serve until there is nothing more to read."""
    running: list[tuple[uvicorn.Server, asyncio.Task[None]]] = []
    while line := await asyncio.to_thread(sys.stdin.readline):
        listener = socket.create_server(("127.0.0.1", 0))
        port, known = int(listener.getsockname()[1]), Secrets()
        app = make_app(Path(line.strip()), Settings(workers=1, signer="Ana"), known, port)
        config = uvicorn.Config(app, ws="none", access_log=False, log_level="warning", server_header=False)
        server = uvicorn.Server(config)
        running.append((server, asyncio.create_task(server.serve(sockets=[listener]))))
        print(f"http://127.0.0.1:{port}/?key={known.key}", flush=True)
    for server, _ in running:
        server.should_exit = True
    await asyncio.gather(*(task for _, task in running))


if __name__ == "__main__":
    asyncio.run(main())
