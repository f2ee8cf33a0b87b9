"""The options of a command → the settings of its run."""

from dataclasses import replace

from sayso.errors import UsageError
from sayso.model.when import When
from sayso.settings import Settings


def settings_from(
    *,
    published: str | None = None,
    workers: int | None = None,
    document_seconds: int | None = None,
    document_megabytes: int | None = None,
    file_megabytes: int | None = None,
    members: int | None = None,
    characters: int | None = None,
    case_seconds: int | None = None,
    model: str | None = None,
    signer: str | None = None,
) -> Settings:
    """Settings with every option that was given in place of its default; raises `UsageError` for a bad date."""
    given = {name: value for name, value in locals().items() if value is not None}
    if published is not None:
        try:
            When.parse(published)
        except ValueError:
            raise UsageError(
                f"--published wants an EDTF date such as 2019-03 or 2016-11-08, not {published!r}."
            ) from None
    return replace(Settings(), **given)
