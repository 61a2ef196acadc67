"""A caption and its credit line, run together on one line of a dump or on two lines below each other."""

from __future__ import annotations

import re

from newsgrab.extraction.creditlines import bare_credit
from newsgrab.extraction.plaintext.lines import weight
from newsgrab.extraction.plaintext.shapes import fits
from newsgrab.model import Image
from newsgrab.rules.lines import load_lines

_PART = re.compile(
    r"""(?<=[.!?…”"’')。」])\s+(?=\S)|\s+(?=[/|—–(\[]\s?\S)|\s+-\s+(?=\S)|(?=[（【])|(?=\((?:Image|Picture|Photo|Foto|Bild))"""
)
_WRAPPING = re.compile(r"^[\s/|—–(\[（【-]+|[\s)\]）】.]+$")
_FINAL_STOP = re.compile(r"[.!?。][\"”’)]*$")
_CAPITALISED = re.compile(r"^[(\"“]?[^\W\d_a-zà-ÿа-яё]")
_SMALL = re.compile(
    r"^(?:of|the|de|du|des|la|le|van|von|der|den|and|und|et|y|e|via|for|für|по|и|/|\||&|-)$", re.IGNORECASE
)
_PLAIN_WORD = re.compile(r"[a-zà-ÿа-яё]{3}")
_MOST_PLAIN_WORDS = 1  # in a credit, which is made of names
_LONGEST_CREDIT = 100
_LONGEST_CAPTION = 420
_MOST_CREDIT_WORDS = 8


def read_caption(text: str, *, beside_headline: bool) -> Image | None:
    """Return a line's caption and credit line; None where no credit can be told from it.

    Beside the headline a run of capitalised words after a sentence is a credit even without an agency's name.

    >>> read_caption("Boats in the harbour. Photo: Jane Doe / ENA", beside_headline=False).credit_line
    'Jane Doe / ENA'
    >>> read_caption("Boats in May 2023. Port Haven Press Office", beside_headline=True).caption
    'Boats in May 2023.'
    """
    if weight(text) > _LONGEST_CAPTION:
        return None
    for place in _split_places(text):
        caption, credit = text[:place].strip(), text[place:].strip()
        if caption and _is_credit(credit):
            return Image(url=None, caption=_without_joint(caption), credit_line=bare_credit(credit))
    if beside_headline:
        return _by_capitals(text)
    return None


def _split_places(text: str) -> list[int]:
    places = {found.start() for found in _PART.finditer(text)}
    places |= {found.start() for found in load_lines()["credit-keyword"].match.finditer(text)}
    return sorted(place for place in places if place)


def _is_credit(text: str) -> bool:
    plain_words = [word for word in text.split() if _PLAIN_WORD.match(word) and not _SMALL.match(word)]
    return (
        len(plain_words) <= _MOST_PLAIN_WORDS
        and weight(text) <= _LONGEST_CREDIT
        and not _FINAL_STOP.search(text.rstrip(").]）"))
        and fits("credit", _WRAPPING.sub("", text))
    )


def _by_capitals(text: str) -> Image | None:
    for found in _PART.finditer(text):
        caption, credit = text[: found.start()].strip(), text[found.end() :].strip()
        words = credit.split()
        named = all(_CAPITALISED.match(word) or _SMALL.match(word) for word in words)
        if fits("byline", credit):
            continue
        if caption and named and 1 < len(words) <= _MOST_CREDIT_WORDS and not _FINAL_STOP.search(credit):
            return Image(url=None, caption=caption, credit_line=bare_credit(credit))
    return None


def _without_joint(caption: str) -> str:
    return re.sub(r"[\s/|—–-]+$", "", caption)
