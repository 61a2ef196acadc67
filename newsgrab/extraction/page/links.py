"""Links as a reader of the file can follow them: absolute, without passwords and what only tracks."""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import urljoin

from newsgrab.urls import is_below, parts_of, without_tracking, without_userinfo

_LONGEST = 4000  # characters of an address
# An address that is whole, and with nothing in it that joining to another could change.
_WHOLE = re.compile(r"https?://[\w.-]+(?:/[\w./~+-]*+)?(?:\?[\w.=&%+-]++)?", re.ASCII)


@lru_cache(maxsize=2048)
def absolute(href: str | None, base_url: str) -> str | None:
    """Return a link's address, None where it leads nowhere a reader could go.

    >>> absolute("/a?utm_source=x&id=1", "https://example.org/b")
    'https://example.org/a?id=1'
    >>> absolute("//me:secret@example.org/@reporter", "https://example.org/b")
    'https://example.org/@reporter'
    >>> absolute("javascript:void(0)", "https://example.org/b")
    """
    if not href or len(href) > _LONGEST or href.lstrip().startswith("#"):
        return None
    try:
        url = href if _WHOLE.fullmatch(href) else urljoin(base_url, href.strip())
    except ValueError:
        return None
    if not url.startswith(("http://", "https://", "mailto:")):
        return None
    if "@" in url and not url.startswith("mailto:"):
        url = without_userinfo(url)
    return without_tracking(url) if "?" in url else url


def is_other_page(address: str | None, page: str | None) -> bool:
    """Tell whether an address leads to another page of the site that ``page`` is on.

    >>> is_other_page("https://www.example.org/b#top", "https://example.org/a")
    True
    >>> is_other_page("https://sport.example.org/b", "https://example.org/a")
    True
    >>> is_other_page("https://example.org/a#top", "https://example.org/a")
    False
    """
    here, there = _place_of(page), _place_of(address)
    if here is None or there is None or there == here:
        return False
    return is_below(there[0], here[0]) or is_below(here[0], there[0])


def _place_of(address: str | None) -> tuple[str, str, str] | None:
    """Return host, path and query of an address; None where it has no host."""
    parts = parts_of(address or "")
    host = parts.hostname
    return (host.removeprefix("www."), parts.path.rstrip("/"), parts.query) if host else None
