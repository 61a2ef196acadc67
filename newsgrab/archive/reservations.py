"""Names that one thread holds while others wait for them."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from contextlib import contextmanager


class Reservations:
    """Which names are held; a thread that holds some must not ask for more of them here."""

    def __init__(self) -> None:
        self._held: set[str] = set()
        self._freed = threading.Condition()

    @contextmanager
    def held(self, names: AbstractSet[str]) -> Iterator[None]:
        """Wait until no other thread holds one of ``names``, and hold them all."""
        with self._freed:
            while names & self._held:
                self._freed.wait()
            self._held |= names
        try:
            yield
        finally:
            with self._freed:
                self._held -= names
                self._freed.notify_all()
