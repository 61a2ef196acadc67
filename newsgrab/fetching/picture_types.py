"""Is this a picture, and of which kind? Told by the header and the first bytes.

Only formats that show and do nothing: an SVG can hold scripts, which a browser runs when the file is opened.
"""

from __future__ import annotations

import re

from newsgrab.errors import NotPicture
from newsgrab.fetching.sniffing import media_type

_UNTOLD = frozenset({"", "application/octet-stream", "binary/octet-stream", "unknown/unknown", "*/*"})
_ACTIVE = frozenset({"image/svg+xml", "image/svg"})

# By the signatures of the WHATWG's MIME Sniffing standard, section 6.1, and of AVIF (ISO 23000-22).
_SIGNATURES = (
    (re.compile(rb"\xff\xd8\xff"), "jpg"),
    (re.compile(rb"\x89PNG\r\n\x1a\n"), "png"),
    (re.compile(rb"GIF8[79]a"), "gif"),
    (re.compile(rb"RIFF.{4}WEBPVP", re.DOTALL), "webp"),
    (re.compile(rb".{4}ftyp(?:avif|avis|mif1.{4,40}?avif)", re.DOTALL), "avif"),
)


def picture_ending(start: bytes) -> str | None:
    r"""Return the ending that a file has which starts like this, or None for what is no picture.

    >>> picture_ending(b"\xff\xd8\xff\xe0"), picture_ending(b"<svg xmlns=")
    ('jpg', None)
    """
    return next((ending for signature, ending in _SIGNATURES if signature.match(start)), None)


def require_picture_type(content_type: str) -> None:
    """Raise NotPicture for a type that is no picture's; nothing need be read."""
    kind = media_type(content_type)
    if kind in _ACTIVE:
        raise NotPicture("this is an SVG, which can hold scripts")
    if kind not in _UNTOLD and not kind.startswith("image/"):
        raise NotPicture(f"this is of type {kind}, not a picture")


def require_picture_start(_content_type: str, start: bytes) -> None:
    """Raise NotPicture unless what starts like this is a picture of a kind that is saved."""
    if picture_ending(start) is None:
        raise NotPicture("its first bytes are not those of a JPEG, PNG, GIF, WebP or AVIF picture")
