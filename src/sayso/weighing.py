"""Brings the claims of a case in step with what its documents state: store → encode → weigh → store."""

from typing import Protocol

from sayso.store.protocol import Store


class Weighing(Protocol):
    """Who wants to know how far weighing has got."""

    def encoding(self, done: int, of: int) -> None:
        """So many documents of those without vectors have theirs now."""

    def comparing(self, new: int, of: int) -> None:
        """So many documents are compared with all there are."""


def weigh_claims(store: Store, progress: Weighing | None = None) -> None:
    """Bring the claims in step."""
