"""The names beside a headline that no class announces: what a link, a word, a date or a role says of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice, takewhile

from newsgrab.extraction.fields.byline_words import Byline
from newsgrab.extraction.fields.bylines import heads_list
from newsgrab.extraction.fields.signature_pieces import (
    Below,
    Piece,
    block_of,
    reporter,
)
from newsgrab.extraction.lines.people import LED, read_byline
from newsgrab.extraction.page.element import Element
from newsgrab.extraction.page.wording import fold, visible_text
from newsgrab.rules.lexicon import any_of, words

_LONGEST_LINE = 120  # characters
_PROSE = 100  # characters of a paragraph
_MOST_TOLD = 30  # paragraphs
_MOST_PARTS = 4  # of a name
_LONGEST_PART = 15  # letters
_PHRASE = frozenset(words("people.phrase"))
_HEADINGS = frozenset({"h1", "h2", "h3"})
_JOINT = re.compile(rf"\s*(?:[,&]|{any_of('people.and')})\s*", re.IGNORECASE)
_OF_NOTES = " 0123456789[]().*"  # behind a name at the end of a paragraph
_LONGEST_UNSPACED = 5  # letters


def find_signatures(below: Below) -> tuple[Byline, ...]:
    """Return the first names after a headline that lead to a writer or follow a word like "By"."""
    pieces = below.pieces
    for start, piece in enumerate(pieces):
        before = pieces[start - 1].kind if start else ""
        if before != "other" and (piece.is_signed or (before == "by" and _can_follow_by(pieces, start))):
            lead = pieces[start - 1].text if before == "by" else ""
            return (_line(list(_with_others(pieces, start)), lead),)
        if piece.kind == "name" and LED.match(piece.text) and _is_dated_beside(pieces, piece):
            return (Byline(text=piece.text, names=piece.text, element=block_of(piece.element)),)
    return ()


def _is_dated_beside(pieces: Sequence[Piece], piece: Piece) -> bool:
    """Tell whether a date stands in the line of a piece: "3 May 2024 | 5 minutes | By Jane Doe"."""
    return any(one.kind == "date" and one.element is piece.element for one in pieces)


def find_lone_signatures(below: Below) -> tuple[Byline, ...]:
    """Return the first names beside a date or the role of a reporter, of whom the text tells nothing."""
    pieces = below.pieces
    for start, piece in enumerate(pieces):
        if piece.kind != "name" or (start and _is_named(pieces[start - 1], piece)):
            continue
        if heads_list(block_of(piece.element)):
            continue
        run = [*takewhile(lambda one: one.kind in ("name", "role", "and"), pieces[start:])]
        end = start + len(run)
        kinds = {one.kind for one in pieces[_before(pieces, start) : end + 1]}
        names = [one for one in run if one.kind == "name"]
        if kinds & {"date", "role"}:
            told = _told(below.headline, names)
            if all(_is_personal(one, told) for one in names):
                return (_line(names),)
    return ()


def _before(pieces: Sequence[Piece], start: int) -> int:
    """Return the place before a piece, where a sign that only parts the two does not count."""
    at = max(0, start - 1)
    is_sign = pieces[at].kind == "and" and not any(map(str.isalnum, pieces[at].text))
    return max(0, at - 1) if is_sign else at


def _is_named(before: Piece, piece: Piece) -> bool:
    """Tell a name before another; in a script without capitals other words may only look like one."""
    return before.kind == "name" and (_has_case(before.text) or _has_case(piece.text))


def _has_case(text: str) -> bool:
    return text != text.swapcase()


def _can_follow_by(pieces: Sequence[Piece], start: int) -> bool:
    """Tell whether a piece after "By" is a name; one word is where it has a link, or a date follows."""
    piece, after = pieces[start], pieces[start + 1 : start + 2]
    return piece.kind == "name" or (
        piece.kind == "word" and (piece.is_linked or any(one.kind == "date" for one in after))
    )


def _with_others(pieces: Sequence[Piece], start: int) -> Iterator[Piece]:
    """Give the names of a line, of which one is known."""
    while start > 1 and pieces[start - 1].kind == "and" and pieces[start - 2].kind == "name":
        start -= 2
    yield pieces[start]
    before = pieces[start]
    for piece in takewhile(lambda one: one.kind in ("name", "and", "role"), pieces[start + 1 :]):
        if piece.kind == "name" and (piece.is_signed or _JOINT.fullmatch(before.text)):
            yield piece
        elif piece.kind == "name":
            return
        before = piece


def _line(names: Sequence[Piece], lead: str = "") -> Byline:
    """Return the line that names stand in, where it is short; its words where they name the same people."""
    first, last = names[0].element, names[-1].element
    around = next((one for one in (first, *first.above()) if last.is_in(one)), first)
    block = block_of(around)
    texts = [one.text for one in names]
    line = visible_text(block, _LONGEST_LINE)
    is_short = 0 < len(line) <= _LONGEST_LINE
    names_all = is_short and read_byline(line).authors == read_byline(" | ".join(texts)).authors
    return Byline(
        text=line if names_all else f"{lead} {', '.join(texts)}".strip(),
        names=" | ".join(texts),
        element=block if is_short else first,
    )


def _is_personal(piece: Piece, told: frozenset[str]) -> bool:
    """Tell a writer's name from a place, a person of the story and other words that begin large."""
    if any(one.tag in _HEADINGS for one in (piece.element, *islice(piece.element.above(), 3))):
        return False
    people = read_byline(piece.text)
    if not people.authors:
        return bool(people.agency)
    if len(people.authors) == 1 and " " not in people.authors[0]:
        return len(people.authors[0]) <= _LONGEST_UNSPACED and _has_role(piece.text, people.authors[0])
    parts = [_words(name) for name in people.authors]
    are_full = all(
        2 <= len(name) <= _MOST_PARTS and 2 < max(map(len, name)) <= _LONGEST_PART for name in parts
    )
    return are_full and not any(name[-1] in told or _PHRASE.intersection(name) for name in parts)


def _has_role(text: str, name: str) -> bool:
    """Tell a name with the role of a reporter beside it, as where a name has no space: "홍길동 기자"."""
    return bool(reporter().fullmatch(text.replace(name, " ", 1).strip()))


def _told(headline: Element | None, names: Sequence[Piece]) -> frozenset[str]:
    """Return the words of the first long paragraphs, but for one that ends with the names."""
    last = fold(names[-1].text)
    page = headline.page[headline.end :] if headline is not None else ()
    after = (one for one in page if one.tag == "p" and one.length >= _PROSE)
    texts = (visible_text(one).rstrip(_OF_NOTES) for one in islice(after, _MOST_TOLD))
    return frozenset(word for text in texts if not fold(text).endswith(last) for word in _words(text))


def _words(text: str) -> list[str]:
    """Return the words of a text, folded each, since a sign of Hindi or Thai parts no word."""
    return [word for part in text.split() if (word := fold(part))]
