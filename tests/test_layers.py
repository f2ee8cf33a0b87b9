"""The table in docs/architecture.md is law: no module of sayso imports what its row does not allow."""

import ast
import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "src" / "sayso"
ROW = re.compile(r"^\| `([a-z_]+)(?:\.py|/)` \|[^|]*\| ([^|]*) \|$")


def table() -> dict[str, set[str]]:
    """Layer → layers it may import from, as the document has it."""
    rows: dict[str, set[str]] = {}
    for line in (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8").splitlines():
        if match := ROW.match(line):
            rows[match[1]] = set(re.findall(r"`([a-z_]+)`", match[2]))
    return rows


def layer_of(file: Path) -> str:
    return file.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imported_layers(file: Path) -> set[str]:
    """The layers a file imports from, its own left out; relative imports are resolved."""
    found = set()
    inside = ["sayso", *file.relative_to(PACKAGE).parent.parts]
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            above = inside[: len(inside) - node.level + 1] if node.level else []
            module = ".".join([*above, *([node.module] if node.module else [])])
            names = [module] if module != "sayso" else [f"sayso.{alias.name}" for alias in node.names]
        else:
            continue
        found |= {name.split(".")[1] for name in names if name.startswith("sayso.")}
    return found - {layer_of(file)}


def test_every_import_is_allowed() -> None:
    allowed = table()
    for file in sorted(PACKAGE.rglob("*.py")):
        layer = layer_of(file)
        if layer.startswith("__"):
            continue
        assert layer in allowed, f"{file.relative_to(ROOT)} is in no row of docs/architecture.md"
        beyond = imported_layers(file) - allowed[layer]
        assert not beyond, f"{file.relative_to(ROOT)} imports from {sorted(beyond)}"


def test_every_row_is_there() -> None:
    there = {layer_of(file) for file in PACKAGE.rglob("*") if not file.name.startswith("__")}
    assert set(table()) <= there


def test_the_walk_sees_imports() -> None:
    # Guards the guard.
    assert {"errors", "file_reader", "store", "workers"} <= imported_layers(PACKAGE / "ingest.py")


def test_no_file_is_over_500_lines() -> None:
    for file in PACKAGE.rglob("*.py"):
        assert len(file.read_text(encoding="utf-8").splitlines()) <= 500, file


def test_only_one_file_knows_the_parsing_library() -> None:
    for file in PACKAGE.rglob("*.py"):
        if file != PACKAGE / "find" / "parse.py":
            assert not re.search(r"^\s*(import|from) spacy\b", file.read_text(encoding="utf-8"), re.MULTILINE), file
