"""What was learned about attributions, loaded once for all tests of the finders."""

from functools import cache

from sayso.find.attribution.learned import Learned


@cache
def learned() -> Learned:
    """What ships; loading takes half a second."""
    return Learned.shipped()
