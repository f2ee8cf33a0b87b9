"""Every command, option and setting is documented where a user looks, and what the docs name exists."""

import dataclasses
import re
from pathlib import Path

import pytest
import typer
from typer.core import TyperGroup, TyperOption

from sayso.cli import app
from sayso.settings import Settings

ROOT = Path(__file__).resolve().parents[1]
GROUP = typer.main.get_command(app)
assert isinstance(GROUP, TyperGroup)
COMMANDS = dict(GROUP.commands)
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").rglob("*.md"))]


def text_of(*names: str) -> str:
    return "\n".join((ROOT / name).read_text(encoding="utf-8") for name in names)


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_command_is_in_the_tour_and_teaches(name: str) -> None:
    assert f"sayso {name}" in text_of("docs/start.md", "README.md")
    command = COMMANDS[name]
    assert command.help
    for parameter in command.params:
        if isinstance(parameter, TyperOption):
            assert parameter.help, f"{name} {parameter.opts}"


def test_every_option_is_in_the_reference() -> None:
    reference = text_of("docs/reference.md")
    for name, command in COMMANDS.items():
        for parameter in command.params:
            if isinstance(parameter, TyperOption):
                assert parameter.opts[0] in reference, f"{name} {parameter.opts[0]}"


def test_the_reference_is_the_generated_one() -> None:
    from docs.generate import reference

    assert text_of("docs/reference.md") == reference(), "run: .venv/bin/python -m docs.generate"


def test_every_setting_has_an_option_and_a_sentence() -> None:
    options = {p.name for c in COMMANDS.values() for p in c.params}
    source = text_of("src/sayso/settings.py")
    for field in dataclasses.fields(Settings):
        assert field.name in options, f"no option sets {field.name}"
        assert re.search(rf'{field.name}: .*\n    """', source), f"{field.name} has no sentence"


@pytest.mark.parametrize("page", PAGES, ids=lambda p: str(p.relative_to(ROOT)))
def test_links_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\((?!https?:|#)([^)#]+)", page.read_text(encoding="utf-8")):
        assert (page.parent / target).exists(), f"{page.name} links to {target}"


@pytest.mark.parametrize("page", PAGES, ids=lambda p: str(p.relative_to(ROOT)))
def test_commands_named_in_the_docs_exist(page: Path) -> None:
    later = {"serve", "events", "claims", "timeline", "review", "draft", "report", "export", "same"}
    for name in re.findall(r"(?<![\w/.-])sayso ([a-z]+)\b(?=[ `\n])", page.read_text(encoding="utf-8")):
        if name in COMMANDS or name in {"COMMAND"}:
            continue
        assert name not in later, f"{page.name} names `sayso {name}`, which does not exist yet"


def test_every_dependency_has_a_line() -> None:
    decided = text_of("docs/decisions/0005-dependencies.md")
    import tomllib

    project = tomllib.loads(text_of("pyproject.toml"))["project"]
    extras = [d for group in project["optional-dependencies"].values() for d in group]
    for requirement in [*project["dependencies"], *extras]:
        name = re.split(r"[<>=; ]", requirement)[0]
        assert name in decided, f"{name} has no line in docs/decisions/0005-dependencies.md"
