"""An extraction drawn on the text of its page: one HTML file that needs nothing else and does nothing."""

from __future__ import annotations

from newsgrab.writers.drawing.document import write

__all__ = ["write"]
