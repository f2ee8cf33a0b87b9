"""Names of files as a column holds them."""

import os

from sqlalchemy import Text
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator


class FileName(TypeDecorator[str]):
    """A path or name as the operating system gives it. What is no valid UTF-8 is kept as bytes, so that it comes back
    as the very string it was.
    """

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | bytes | None:
        """The string itself, or its bytes if it holds bytes that are no characters."""
        if value is None or value.isascii():
            return value
        try:
            value.encode()
        except UnicodeEncodeError:
            return os.fsencode(value)
        return value

    def process_result_value(self, value: str | bytes | None, dialect: Dialect) -> str | None:
        """The string that was bound."""
        return os.fsdecode(value) if isinstance(value, bytes) else value
