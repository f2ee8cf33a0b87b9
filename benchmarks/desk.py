"""How fast the desk answers: `python -m benchmarks.desk build/desk.sayso`, over the case of `benchmarks.generate_case`.

A server in this process, asked over loopback as a browser asks, one request after another: every page and every list of
the API, 100 times each with other items and other parts of the lists each time, after a few to get warm.
"""

import argparse
import os
import random
import socket
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from statistics import median

import httpx
import uvicorn

from benchmarks.table import rows, write
from sayso import casebook
from sayso.settings import Settings
from sayso.web.app import make_app
from sayso.web.security import Secrets

_TIMES, _WARM = 100, 3
_LIMIT = 150
"""Milliseconds that 95 of 100 answers may take at most."""

Addresses = Mapping[str, Callable[[], str]]
"""What a row of the table is called → an address to ask, another one each time."""


@contextmanager
def served(case: Path) -> Iterator[httpx.Client]:
    """A client of a desk over the case."""
    known = Secrets()
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listener.bind(("127.0.0.1", 0))
    port = int(listener.getsockname()[1])
    app = make_app(case, Settings(signer="Benchmark"), known, port)
    server = uvicorn.Server(uvicorn.Config(app, ws="none", access_log=False, log_level="warning"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
    thread.start()
    try:
        while not server.started:
            time.sleep(0.05)
        with httpx.Client(base_url=f"http://127.0.0.1:{port}", timeout=60) as client:
            assert client.get("/", params={"key": known.key}).status_code == 303
            yield client
    finally:
        server.should_exit = True
        thread.join()


def addresses(case: Path, seed: int) -> Addresses:
    """Every page and list of the desk, as a reporter may ask for it."""
    rng = random.Random(seed)
    with casebook.open(case, write=False) as book:
        counts = book.counts()
        documents = [row.id for row in book.documents()]
        long = max(book.documents(), key=lambda row: row.words)
        people = [row.person.id for row in book.people(limit=300)]
        names = [row.person.name for row in book.people(limit=50)]
        claims = [row.claim.id for row in book.claims(limit=500)]
        statements = [row.statement.id for row in book.statements(limit=500)]

    def part(address: str, there: int) -> Callable[[], str]:
        joint = "&" if "?" in address else "?"
        return lambda: f"{address}{joint}offset={rng.randrange(max(1, there))}"

    def one(address: str, ids: Sequence[str]) -> Callable[[], str]:
        return lambda: address + rng.choice(ids)

    def some(*given: str) -> Callable[[], str]:
        return lambda: rng.choice(given)

    totals = {
        "documents": counts.documents,
        "statements": counts.statements,
        "claims": counts.claims,
        "events": counts.events,
        "people": counts.people,
        "pairs": 100,
        "notes": 100,
        "gaps": counts.gaps,
        "log": 5000,
    }
    return {
        "desk": some("/"),
        "documents": part("/documents", counts.documents),
        "documents of an outlet": part("/documents?q=outlet:Courier", 900),
        "document": one("/documents/", documents),
        "document, a book long": lambda: f"/documents/{long.id}?at={rng.randrange(30_000)}",
        "claims": part("/claims", counts.claims),
        "claims, all": part("/claims?all=1", 50_000),
        "claims with words": one("/claims?all=1&q=", ["contract", "inspection", "status:disputed", "with:Holm"]),
        "claim": one("/claims/", claims),
        "statement": one("/statements/", statements),
        "chronology": part("/timeline", counts.events),
        "chronology of somebody": one("/timeline?person=", people),
        "people": part("/people", counts.people),
        "person": one("/people/", people),
        "gaps": part("/gaps", counts.gaps),
        "gaps of a kind": part("/gaps?kind=no-comment", counts.gaps),
        "search": some(*(f"/search?q={word}" for word in ("contract", '"pumping station"', "auction cousin", *names))),
        "log": part("/log", 5000),
        "documents, each copy by itself": part("/documents?all=1", counts.documents),
        "about a document": one("/documents/", [f"{id}/about" for id in documents]),
        "adding": some("/documents/adding"),
        "notes": some("/notes"),
        "notes of an item": one("/items/", [f"{id}/notes" for id in (*claims[:50], *people[:50])]),
        "drafts": some("/drafts"),
        "memo, picking": one("/memo?claim=", claims),
        "memo, preview of one claim": one("/memo/preview?claim=", claims),
        **{f"api: {name}": part(f"/api/{name}", there) for name, there in totals.items()},
        "api: item": one("/api/items/", [*claims[:50], *people[:50], *documents[:50], *statements[:50]]),
        "api: counts": some("/api/counts"),
        "api: progress": some("/api/progress"),
        "api: complete": some(
            *(f"/api/complete?q={typed}" for typed in ("spea", "act:", "outlet:The", "speaker:Gri", "Ada"))
        ),
        "api: openapi.json": some("/api/openapi.json"),
    }


def times(client: httpx.Client, address: Callable[[], str], count: int) -> tuple[Sequence[float], float]:
    """Milliseconds that so many requests took, in order; and the processor time of one, the client's included."""
    taken = []
    spent = time.process_time()
    for nth in range(count + _WARM):
        asked = address()
        began = time.perf_counter()
        answer = client.get(asked)
        if nth >= _WARM:
            taken.append(1000 * (time.perf_counter() - began))
        if answer.status_code not in (200, 303):
            raise SystemExit(f"{asked}: {answer.status_code} {answer.text[:500]}")
    return sorted(taken), 1000 * (time.process_time() - spent) / (count + _WARM)


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("case", type=Path)
    parser.add_argument("--times", type=int, default=_TIMES)
    parser.add_argument("--only", help="pages whose names hold this word; prints, and writes nothing")
    given = parser.parse_args()
    asked = addresses(given.case, seed=1)
    body: list[list[str]] = []
    with served(given.case) as client:
        for name, address in asked.items():
            if given.only and given.only not in name:
                continue
            taken, processor = times(client, address, given.times)
            late = taken[min(len(taken) - 1, int(0.95 * len(taken)))]
            body.append([name, f"{median(taken):.0f}", f"{late:.0f}", f"{taken[-1]:.0f}", f"{processor:.0f}"])
            if given.only:
                print(" | ".join(body[-1]), flush=True)
    if given.only:
        return
    near, busy = sum(float(row[4]) < _LIMIT for row in body), " ".join(f"{load:.1f}" for load in os.getloadavg())
    slow = sum(float(row[2]) >= _LIMIT for row in body)
    with casebook.open(given.case, write=False) as book:
        held = book.counts()
    write(
        "desk",
        "How fast the desk answers",
        [
            f"A generated case (`python -m benchmarks.generate_case build/desk.sayso`): {held.documents:,} documents, "
            f"{held.words:,} words, {held.statements:,} statements, {held.events:,} events, {held.people:,} people, "
            f"{held.gaps:,} gaps. A server and its client in one process, over loopback; each row is {given.times} "
            "requests one after another, with other items and other parts of the lists each time.",
            "",
            f"{len(body) - slow} of {len(body)} answer in under {_LIMIT} ms at the 95th percentile; {near} take less "
            f"than {_LIMIT} ms of processor time, the client's included. The load of the machine in the last 1, 5, 15 "
            f"minutes: {busy}.",
            "",
            *rows(["page", "median ms", "95th percentile ms", "slowest ms", "processor ms"], body),
        ],
    )


if __name__ == "__main__":
    main()
