"""newsgrab archives news articles: what was published, who said so, and the evidence."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsgrab.errors import NewsgrabError
    from newsgrab.fetching import FetchSettings
    from newsgrab.public import Extraction, attribute, extract, fetch

__version__ = "0.1.0"
__all__ = [
    "Extraction",
    "FetchSettings",
    "NewsgrabError",
    "__version__",
    "attribute",
    "extract",
    "fetch",
]
_ELSEWHERE = {"FetchSettings": "fetching", "NewsgrabError": "errors"}


def __getattr__(name: str) -> object:
    """Import the public names on first use, so that ``--version`` need not wait for a parser (PEP 562)."""
    if name in __all__:
        module = importlib.import_module(f"{__name__}.{_ELSEWHERE.get(name, 'public')}")
        value: object = getattr(module, name)
        return value
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
