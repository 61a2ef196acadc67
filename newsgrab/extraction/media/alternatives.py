"""What stands for a picture where it is not seen: words of somebody, not the name of a file."""

from __future__ import annotations

import re
from functools import cache

from newsgrab.extraction.page.element import Element
from newsgrab.extraction.page.wording import fold, plain
from newsgrab.rules.lexicon import any_of
from newsgrab.urls import parts_of

_FILE = re.compile(r"\S+\.(?:jpe?g|jfif|png|gif|webp|avif|heic|tiff?|bmp|svg)", re.IGNORECASE)
_CODED = re.compile(r"\S*[\d_]\S*")
_LONGEST = 1_500  # characters


def alternative_text(picture: Element, url: str | None) -> str | None:
    """Return the words that a picture gives for itself, if they are any."""
    alt = picture.get("alt")
    text = plain(alt)[:_LONGEST] if alt else ""
    return text if text and not is_of_file(text, url) and not _is_bare(text) else None


def is_of_file(text: str, url: str | None) -> bool:
    """Tell the name of a file, as a camera or a program gave it, from words on a picture.

    >>> is_of_file("IMG_8299.jpeg", None), is_of_file("quay_2015", "https://example.org/2015/quay_2015-800x600.png")
    (True, True)
    >>> is_of_file("Quay 7", "https://example.org/quay-7.png"), is_of_file("Quay", "https://example.org/quay.png")
    (False, False)
    """
    if _FILE.fullmatch(text):
        return True
    name = parts_of(url).path.rpartition("/")[2] if url else ""
    return bool(_CODED.fullmatch(text)) and bool(name) and fold(name).startswith(fold(text))


def _is_bare(text: str) -> bool:
    """Tell what only says that there is a picture, or its number."""
    return not any(map(str.isalpha, text)) or _no_words().fullmatch(text) is not None


@cache
def _no_words() -> re.Pattern[str]:
    return re.compile(rf"{any_of('credits.no-words')}[\s#]*\d*", re.IGNORECASE)
