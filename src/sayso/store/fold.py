"""The form that names are compared in when a person asks for them by words."""

import re
import unicodedata
from collections.abc import Iterable

_BETWEEN = re.compile(r"[\W_]+")


def fold(text: str) -> str:
    """Words in lower case without accents, each with one space before and after; a space alone if there are none.

    Spaces at both ends make a whole word findable as a part: ` al ` is no part of ` alan `.
    """
    decomposed = unicodedata.normalize("NFKD", text)
    plain = "".join(c for c in decomposed if not unicodedata.combining(c)).casefold()
    return f" {_BETWEEN.sub(' ', plain).strip()} ".replace("  ", " ")


def fold_all(texts: Iterable[str | None]) -> str:
    """Several names in one string, so that no words of two names stand next to each other."""
    return "|".join(dict.fromkeys(fold(text) for text in texts if text))
