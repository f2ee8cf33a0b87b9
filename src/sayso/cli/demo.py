"""`sayso demo`: the case that ships with the package."""

import shutil
import sys
from pathlib import Path

from rich.rule import Rule

from sayso import casebook
from sayso.cli.add import show_problems
from sayso.cli.claims import show_claims
from sayso.cli.console import folded, output, table
from sayso.cli.documents import show_documents
from sayso.cli.gaps import show_gaps
from sayso.cli.options import CaseOption, WorkersOption
from sayso.cli.people import show_people
from sayso.cli.progress import ReadingBar
from sayso.cli.settings import settings_from
from sayso.cli.statements import show_statements
from sayso.demo_case import documents

_DEMO_CASE = Path("demo.sayso")
_PEOPLE, _STATEMENTS, _CLAIMS, _GAPS = 12, 14, 8, 12
_SHOWN = "statements outlet:Sentinel"


def demo(case: CaseOption = _DEMO_CASE, workers: WorkersOption = None) -> None:
    """Read a small invented case, show what was found, and name the commands to try next."""
    screen = output()
    folder = documents()[0].parent
    with casebook.open(case, settings_from({"workers": workers}), create=True) as book, ReadingBar() as bar:
        added = book.add([str(folder)], bar)
        counts = book.counts()
        screen.print(
            f"\nThe demo case: {counts.documents} documents, {counts.words:,} words. All people, outlets and events "
            f"in it are invented. It lies in {case}.",
            markup=False,
        )
        _section("What the pile holds", "documents")
        show_documents(list(book.documents()))
        _section(f"Who is in it: {counts.people} people, organisations and places", "people kind:person")
        show_people(list(book.people("kind:person", limit=_PEOPLE)))
        _section(f"Who said what: {counts.statements} statements; here those of one outlet", _SHOWN)
        show_statements(list(book.statements(_SHOWN.removeprefix("statements "), limit=_STATEMENTS)))
        _section(f"On whose word: {counts.claims} claims that several documents bear on, or that are denied", "claims")
        show_claims(list(book.claims("repeated:yes", limit=_CLAIMS)))
        _section(f"What is missing: {counts.gaps} gaps", "gaps")
        show_gaps(list(book.gaps(limit=_GAPS)))
    show_problems(added.problems, case)
    _section("Try next", None)
    flag = "" if case == _DEMO_CASE.with_name("case.sayso") else f" --case {case}"
    sayso = _as_typed()
    commands = [
        (f"{sayso} claims ID{flag}", "one claim: who says so, who denies it, who only repeats whom"),
        (f"{sayso} report -o memo.html{flag}", "the memo for an editor or a lawyer"),
        (f"{sayso} timeline{flag}", "what happened when, and on whose word"),
        (f"{sayso} statements act:deny{flag}", "who denies what"),
        (f"{sayso} statements named:no{flag}", "what rests on people who are not named"),
        (f"{sayso} gaps kind:redaction{flag}", "what was blacked out, and where words can still be read"),
        (f"{sayso} show ID{flag}", "one item in its context; IDs stand in the last column"),
        (f"{sayso} add FOLDER", "your own documents, into case.sayso"),
    ]
    screen.print(table([("", 0), ("", 1)], commands))


def _section(title: str, command: str | None) -> None:
    screen = output()
    screen.print()
    screen.print(Rule(folded(title) + (f"  (sayso {command})" if command else ""), align="left", style="dim"))


def _as_typed() -> str:
    """What to type for this program here: its name where the shell finds it, or else its path."""
    if shutil.which("sayso"):
        return "sayso"
    beside = Path(sys.executable).with_name("sayso")
    return str(beside.relative_to(Path.cwd())) if beside.is_relative_to(Path.cwd()) else str(beside)
