"""The options of a command → the settings of its run."""

from collections.abc import Mapping
from dataclasses import fields, replace

from sayso.errors import UsageError
from sayso.model.when import When
from sayso.settings import Settings

_SETTABLE = frozenset(field.name for field in fields(Settings))


def settings_from(options: Mapping[str, object]) -> Settings:
    """Settings with every option of that name that was given in place of its default.

    `options` are all parameters of the command; raises `UsageError` for a date that is none.
    """
    given = {name: value for name, value in options.items() if name in _SETTABLE and value is not None}
    if "published" in given:
        try:
            When.parse(str(given["published"]))
        except ValueError:
            wanted = "--published wants an EDTF date such as 2019-03 or 2016-11-08"
            raise UsageError(f"{wanted}, not {given['published']!r}.") from None
    return replace(Settings(), **given)  # type: ignore[arg-type]  # each option has the type of its setting
