"""`sayso doctor`: is everything there?"""

import typer

from sayso import doctor as checks
from sayso.cli.console import output, print_json, table
from sayso.cli.options import JsonOption


def doctor(json: JsonOption = False) -> None:
    """Versions, the language model with its origin and hash, what is absent, and whether anything asks the network."""
    parts = list(checks.doctor())
    if json:
        print_json([{"name": p.name, "version": p.version, "note": p.note, "ok": p.ok} for p in parts])
    else:
        rows = [["ok" if p.ok else "MISSING", p.name, p.version or "", p.note] for p in parts]
        output().print(table([("", 0), ("part", 0), ("version", 0), ("", 1)], rows))
    if not all(p.ok for p in parts):
        raise typer.Exit(1)
