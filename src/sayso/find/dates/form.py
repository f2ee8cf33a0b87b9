"""What a form of dates is: a pattern, and what its words say."""

import re
from collections.abc import Callable
from typing import NamedTuple

from sayso.find.dates.expressions import Expression


class Form(NamedTuple):
    """A pattern and its reader, which gives `None` for words that are no date after all.

    The date is the group `words` where the pattern has one. `bare` as in `Found`. A hit of `trigger` (near.py) is in
    every match of the pattern; `None` if there is nothing of that kind.
    """

    pattern: re.Pattern[str]
    read: Callable[[re.Match[str]], Expression | None]
    bare: bool
    trigger: re.Pattern[str] | None
