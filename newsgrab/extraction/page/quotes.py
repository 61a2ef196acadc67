"""The marks around a <q>, which browsers print and no page has in its source."""

from __future__ import annotations

import re
from functools import cache
from itertools import islice

from newsgrab.extraction.page.element import Element
from newsgrab.extraction.page.survey import is_block
from newsgrab.rules import lexicon

QUOTE = "q"
_MOST_INSIDE = 100  # elements; what holds more is no quote in a line
_DEEPEST = 60  # elements around it that are looked at
_USUAL = "en"
# A page that writes the marks itself tells browsers to print none.
_OPENS = re.compile(r"""\s*["'“”„‟‘’‚«»‹›「『]""")
_OPENED = re.compile(r"""(?:[„‟«「『]\s?|(?<!\w)["'“”‘’‚»‹›])$""")


def marks_of(quote: Element) -> tuple[str, str]:
    """Return what a browser prints before and after a <q>, "" where the page has marks of its own."""
    if not quote.opening or _OPENS.match(quote.opening) or _OPENED.search(_before(quote)):
        return "", ""
    if quote.end - quote.place > _MOST_INSIDE or any(is_block(one.tag) for one in quote.inside()):
        return "", ""
    depth = sum(one.tag == QUOTE for one in islice(quote.above(), _DEEPEST))
    marks = _marks(_language(quote))
    return marks[2 * (depth % 2)], marks[2 * (depth % 2) + 1]


def _before(quote: Element) -> str:
    """Return the text that a <q> stands right behind."""
    previous = quote.previous
    if previous is not None:
        return previous.tail
    return quote.parent.text if quote.parent is not None else ""


def _language(quote: Element) -> str:
    """Return the language of what a <q> stands in, not of the quote."""
    stated = (one.get("lang") or one.get("xml:lang") for one in quote.above())
    return next((language for language in stated if language), "").strip().lower().replace("_", "-")


@cache
def _table() -> dict[str, tuple[str, ...]]:
    rows = (row.split() for row in lexicon.words("quotes.marks"))
    return {language: tuple(marks) for language, *marks in rows}


def _marks(language: str) -> tuple[str, ...]:
    """Return the marks of the longest part of a language tag that has any."""
    table = _table()
    while language:
        if language in table:
            return table[language]
        language = language.rpartition("-")[0]
    return table[_USUAL]
