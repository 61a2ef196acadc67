"""Insertions: who speaks, put inside the quotation marks: «The quay, — said Roe, — is shut»."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsgrab.sourcing import tags
from newsgrab.sourcing.lexicon import FINITE, PARTICIPLE, Lexicon
from newsgrab.sourcing.quotes import Quotation, find_quotations

FURTHEST_VERB = 3  # words of an insertion among which its verb of saying is: "a-t-il ajouté"
# Behind a comma, or between two dashes, marks beside them or none; the words hold no mark of either kind.
# The mark that closes one may open the next, so it is only looked at.
_BETWEEN_COMMAS = re.compile(r",\s(?P<tag>[^,;.:!?«»“”„—–]{4,90})(?=[,.]\s)")
_BETWEEN_DASHES = re.compile(r"[,.!?…]?\s[—–-]\s(?P<tag>[^;:!?«»“”„—–]{4,90}[,.]?)\s[—–-]\s")
MARKS = ",.!?…"  # that belong to what is said before them
_WORD = re.compile(r"[^\W\d_]+")


def find_speech(text: str, start: int, end: int, lexicon: Lexicon) -> list[Quotation]:
    """Find the quotations of a paragraph; one with a speaker put into it is two."""
    found = find_quotations(text, start, end)
    if not lexicon.insertions:
        return found
    return [part for quotation in found for part in _parts(text, quotation, lexicon)]


def _parts(text: str, quotation: Quotation, lexicon: Lexicon) -> Iterator[Quotation]:
    start, inner_start = quotation.start, quotation.inner_start
    for pattern in (_BETWEEN_DASHES, _BETWEEN_COMMAS):
        for match in pattern.finditer(text, quotation.inner_start, quotation.inner_end):
            if match.start() < inner_start or not _tells_speaker(match["tag"], lexicon):
                continue
            end = match.start() + (match[0][0] in MARKS)
            yield Quotation(start, end, inner_start, end)
            start = inner_start = match.end() + (2 if pattern is _BETWEEN_COMMAS else 0)
        if start > quotation.start:
            break
    yield Quotation(start, quotation.end, inner_start, quotation.inner_end)


def _tells_speaker(tag: str, lexicon: Lexicon) -> bool:
    """Tell whether the words begin with a verb of saying: "a expliqué la maire", "сказал он"."""
    words = [word.lower() for word in _WORD.findall(tag)][:FURTHEST_VERB]
    verbs = [lexicon.verbs.get(word) for word in words]
    if verbs and verbs[0] is not None and verbs[0].forms & FINITE:
        return len(words) > 1
    has_auxiliary = bool(words) and lexicon.tags.get(words[0], 0) & tags.AUXILIARY
    return bool(has_auxiliary) and any(verb is not None and verb.forms & PARTICIPLE for verb in verbs)
