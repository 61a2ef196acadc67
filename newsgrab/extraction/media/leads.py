"""The pictures above the body: each once, and the last with the words that stand apart from it."""

from __future__ import annotations

import re
from dataclasses import replace

from newsgrab.extraction.lines.creditlines import split_words
from newsgrab.extraction.page.element import Element
from newsgrab.extraction.page.names import has_name
from newsgrab.extraction.page.survey import is_hidden
from newsgrab.extraction.page.wording import visible_text
from newsgrab.model import Image

_FILE = re.compile(r"[^?#]+\.(?:jpe?g|png|webp|gif|avif)(?=[?#]|\Z)", re.IGNORECASE)
_SIZE = re.compile(r"[-_]\d{2,4}x\d{2,4}(?=\.)")
_LONGEST = 400  # characters of a caption with its credit line
_MOST_BETWEEN = 150  # elements between a picture and its words

Leads = dict[Element, Image]


def each_once(lead: Leads) -> Leads:
    """Return the pictures, those of one file in two sizes as the later with the words of both."""
    first: dict[str, Element] = {}
    kept: Leads = {}
    for container, image in lead.items():
        file = _file_of(image)
        before = first.get(file) if file else None
        if before is None or not _agree(kept[before], image):
            kept[container] = image
            first.setdefault(file, container)
        else:
            kept[before] = _both(kept[before], image)
    return kept


def _file_of(image: Image) -> str:
    """Return where the file of a picture is, whatever its size; "" where a program makes it."""
    found = _FILE.match(image.url or "")
    return _SIZE.sub("", found[0]) if found else ""


def _agree(one: Image, other: Image) -> bool:
    """Tell whether at most one of two pictures has a caption."""
    return one.caption is None or other.caption is None


def _both(one: Image, other: Image) -> Image:
    return replace(
        other,
        alt_text=one.alt_text or other.alt_text,
        caption=one.caption or other.caption,
        credit_line=one.credit_line or other.credit_line,
    )


def words_apart(lead: Leads, end: int) -> tuple[Leads, frozenset[Element]]:
    """Return the pictures, the last with the line that is called its caption before the body, and that line.

    It has a credit line in it, so it is nothing else that is called so.
    """
    if not lead:
        return lead, frozenset()
    container, image = next(reversed(lead.items()))
    if image.caption or image.credit_line:
        return lead, frozenset()
    for one in container.page[container.end : min(end, container.end + _MOST_BETWEEN)]:
        if one.tag not in ("p", "div", "span", "figcaption") or not _is_called_so(one) or is_hidden(one):
            continue
        caption, credit = split_words(visible_text(one, _LONGEST))
        if caption and credit:
            return lead | {container: replace(image, caption=caption, credit_line=credit)}, frozenset({one})
    return lead, frozenset()


def _is_called_so(element: Element) -> bool:
    return any(has_name(element, f"credits.{kind}-names") for kind in ("apart", "credit", "caption"))
