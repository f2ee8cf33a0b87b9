"""4 statements and events -> claims: the same claim, whose word it is, how many origins it has."""

from sayso.weigh.whole import Given, Kept, Weighed, weigh

__all__ = ["Given", "Kept", "Weighed", "weigh"]
