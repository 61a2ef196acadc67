"""E-mail addresses that a page hides from robots, as its readers see them.

A proxy before many sites writes each address as hexadecimal digits, the first two the key of all the others,
and has a script put it back: https://developers.cloudflare.com/waf/tools/scrape-shield/email-address-obfuscation/
"""

from __future__ import annotations

import re

_SIGN = "data-cfemail"
_SCRIPT = "/email-protection"  # where each address that is hidden leads, or the link around it
_SHOWN = re.compile(
    rf"""<(a|span)\b[^<>]*?\b{_SIGN}=["']?([0-9a-f]{{4,400}})\b[^<>]*>[^<>]{{0,60}}</\1>""", re.IGNORECASE
)
_LINKED = re.compile(r"""/cdn-cgi/l/email-protection\#([0-9a-f]{4,400})(?=["'?])""", re.IGNORECASE)


def unshielded(text: str) -> str:
    """Return the text of a page with the addresses in it that were hidden.

    >>> link = '<a href="/cdn-cgi/l/email-protection" data-cfemail="7a1b3a18541908">[protected]</a>'
    >>> unshielded(f"<p>Write to {link}.</p>")
    '<p>Write to a@b.cr.</p>'
    """
    if _SCRIPT not in text:
        return text
    shown = _SHOWN.sub(lambda found: _plain(found[2]) or found[0], text)
    return _LINKED.sub(lambda found: f"mailto:{plain}" if (plain := _plain(found[1])) else found[0], shown)


def _plain(hidden: str) -> str:
    """Return an address; "" for what is none, or would be a tag or a quotation mark in the page."""
    digits = hidden[: len(hidden) // 2 * 2]
    key, *letters = bytes.fromhex(digits)
    try:
        plain = bytes(letter ^ key for letter in letters).decode()
    except UnicodeDecodeError:
        return ""
    return plain if "@" in plain and not set("<>\"'&") & set(plain) else ""
