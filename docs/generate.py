"""Writes the parts of the documentation that the program itself knows: `python -m docs.generate`."""

from pathlib import Path

import typer
from typer.core import TyperArgument, TyperGroup

from sayso.cli import app

_PAGE = Path(__file__).parent / "reference.md"


def reference() -> str:
    """docs/reference.md: every command with its arguments and options, as `--help` teaches them."""
    group = typer.main.get_command(app)
    assert isinstance(group, TyperGroup)
    parts = ["# Reference", "", "Generated from the program: `python -m docs.generate`."]
    for name, command in group.commands.items():
        context = typer.Context(command, info_name=f"sayso {name}")
        usage = " ".join(command.collect_usage_pieces(context))
        parts += ["", f"## sayso {name}", "", f"    sayso {name} {usage}", "", (command.help or "").strip(), ""]
        for parameter in command.params:
            record = parameter.get_help_record(context)
            if record:
                parts.append(f"- `{record[0]}`: {' '.join(record[1].split())}")
            elif isinstance(parameter, TyperArgument):
                parts.append(f"- `{parameter.metavar}`: {parameter.help or ''}")
    return "\n".join(parts) + "\n"


if __name__ == "__main__":
    _PAGE.write_text(reference(), encoding="utf-8")
