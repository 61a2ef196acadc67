"""Redirects written into the page, ``<meta http-equiv="refresh" content="0; url=...">``, or in its header."""

from __future__ import annotations

import html
import re

LOOKED_AT = 65_536  # bytes
SOON = 5.0  # seconds; a page that stays longer is there to be read

# A page for those without scripts often refreshes inside <noscript>: that is not meant for us,
# who read the page without running it.
_TOKEN = re.compile(
    r"""
    <!--                                              # a comment begins
    | -->                                             # and ends
    | <(?P<end>/?)(?P<hidden>noscript|script|style|template|textarea|title)\b
    | <meta\b(?P<attributes>[^>]{1,2000})>
    """,
    re.IGNORECASE | re.VERBOSE,
)
_ATTRIBUTE = re.compile(r"""([a-z-]+)\s*=\s*("[^"]*"|'[^']*'|[^\s"'>]+)""", re.IGNORECASE)
_CONTENT = re.compile(
    r"""\s*(?P<delay>[0-9]{1,6})(?:\.[0-9]*)?\s*(?:\Z|[;,\s]\s*(?:url\s*=\s*)?+(?P<url>.*))""",
    re.IGNORECASE | re.VERBOSE | re.DOTALL,
)


def refresh_address(body: bytes) -> str | None:
    """Return where a page sends its readers at once, as it is written there; "" is to itself.

    >>> refresh_address(b'<head><meta http-equiv="refresh" content="0; url=/b">')
    '/b'
    >>> refresh_address(b'<noscript><meta http-equiv="refresh" content="0; url=/b"></noscript>')
    """
    start = body[:LOOKED_AT]
    if b"refresh" not in start.lower():
        return None
    found = (_read_meta(meta) for meta in _metas(start.decode("latin-1")))
    return next((url for url in found if url is not None), None)


def _metas(text: str) -> list[str]:
    """Return the attributes of every meta tag that is in no comment and not hidden."""
    found: list[str] = []
    hidden_in: str | None = None
    for token in _TOKEN.finditer(text):
        if hidden_in:
            is_end = token[0] == "-->" if hidden_in == "-->" else _closes(token, hidden_in)
            hidden_in = None if is_end else hidden_in
        elif token[0] == "<!--":
            hidden_in = "-->"
        elif token["hidden"]:
            hidden_in = None if token["end"] else token["hidden"].lower()
        elif token["attributes"]:
            found.append(token["attributes"])
    return found


def _closes(token: re.Match[str], name: str) -> bool:
    return bool(token["end"]) and token["hidden"].lower() == name


def _read_meta(attributes: str) -> str | None:
    named = {name.lower(): value.strip("\"'") for name, value in _ATTRIBUTE.findall(attributes)}
    if named.get("http-equiv", "").strip().lower() != "refresh":
        return None
    return refresh_in(html.unescape(named.get("content", "")))


def refresh_in(value: str) -> str | None:
    """Return where the value of a refresh sends its readers at once; "" is to the page itself.

    >>> refresh_in("0; url=/b"), refresh_in("1800; url=/b"), refresh_in("5")
    ('/b', None, '')
    """
    found = _CONTENT.match(value)
    if not found or int(found["delay"]) > SOON:
        return None
    return (found["url"] or "").strip().strip("\"'")
