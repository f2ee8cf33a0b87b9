"""The scripts in the package are those that `npm run build` makes of `frontend/`; it takes no Node to see that."""

import re
from hashlib import sha256
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FRONT = ROOT / "frontend"
ISLANDS = ROOT / "src" / "sayso" / "web" / "static" / "islands"
SUMS = ISLANDS / "SHA256SUMS"
SOURCES = ("build.mjs", "package.json", "package-lock.json", "tsconfig.json")
MOST = 150 * 1024
"""Bytes of all scripts."""


def recorded() -> dict[str, str]:
    """File below the top of the repository → its digest when the islands were built."""
    lines = (line.split("  ", 1) for line in SUMS.read_text(encoding="utf-8").splitlines())
    return {name: digest for digest, name in lines}


def test_the_islands_are_built_from_these_sources() -> None:
    sources = [*(FRONT / name for name in SOURCES), *(p for p in (FRONT / "src").rglob("*") if p.is_file())]
    made = [path for path in ISLANDS.iterdir() if path != SUMS]
    there = {path.relative_to(ROOT).as_posix(): sha256(path.read_bytes()).hexdigest() for path in (*sources, *made)}
    assert there == recorded(), "run `npm ci && npm run build` in frontend/ and commit what it makes"


def test_they_are_small_and_ask_nobody() -> None:
    scripts = list(ISLANDS.glob("*.js"))
    assert sum(path.stat().st_size for path in scripts) < MOST
    for path in scripts:
        text = path.read_text(encoding="utf-8")
        # Names of namespaces are no addresses.
        assert set(re.findall(r"https?://[^\s\"'`]+", text)) <= {
            "http://www.w3.org/2000/svg",
            "http://www.w3.org/1999/xhtml",
            "http://www.w3.org/1999/xlink",
            "http://www.w3.org/XML/1998/namespace",
            "http://www.w3.org/2000/xmlns/",
        }
        assert not re.search(r"\beval\(|new Function|document\.write|sourceMappingURL", text)
    for path in (FRONT / "src").rglob("*.ts"):
        # What documents say is text. Libraries have a function that takes markup; nothing here calls it.
        assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|\.html\(", path.read_text(encoding="utf-8")), path


def test_versions_are_exact_and_no_registry_is_named() -> None:
    lock = (FRONT / "package-lock.json").read_text(encoding="utf-8")
    assert "resolved" not in lock
    assert not re.search(r"https?://(?!github\.com|opencollective\.com|tidelift\.com)", lock)
    package = (FRONT / "package.json").read_text(encoding="utf-8")
    versions = re.findall(r'^    "[^"]+": "([^"]+)"', package.split("ependencies", 1)[1], re.MULTILINE)
    assert versions
    assert all(re.fullmatch(r"[\d.]+", version) for version in versions)


def test_every_package_in_them_is_listed_with_its_licence() -> None:
    listed = (ISLANDS / "LICENSES.txt").read_text(encoding="utf-8")
    for name in ("d3-force", "d3-time"):
        assert re.search(rf"^{name} \d+\.\d+\.\d+ \(ISC\)$", listed, re.MULTILINE)
