"""What a line of a dump looks like by itself, and with the lines beside it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from newsgrab.extraction.lines.creditlines import is_labelled
from newsgrab.extraction.lines.days import with_moments_as, without_words_of_dates
from newsgrab.extraction.lines.moments import read_moment
from newsgrab.extraction.lines.people import LED, read_byline
from newsgrab.extraction.lines.voice import SEEN, amounts, appeals
from newsgrab.extraction.plaintext.lines import Line, bullet
from newsgrab.rules import lexicon
from newsgrab.rules.lines import fits
from newsgrab.text import FULL_STOPS, is_of_word

_SHORT = 60  # letters of a line
_PROSE = 220  # weight of a line that is no headline, however it ends
_PROSE_WITHOUT_STOPS = 110  # the same in a script that has no full stop
_MOST_META = 140  # weight of the longest byline, date or credit line
_MOST_NAME_WORDS = 5
_MOST_CASELESS = 3  # the same in a script where every word could begin one
_TOO_LONG = re.compile(
    "[\u3040-\u30ff\u4e00-\u9fff]{6}|[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]{15}"
)  # for a name, where no space parts words
_JOINTS = frozenset("_.’'&-")
_TWO_JOINED = 3  # words of "Harbour and Quay": two people have a surname
_NO_NAME = re.compile(r"\d|['’]s\b|[\uac00-\ud7af]")  # a Korean name is one word
_WORD = re.compile(r"[^\W\d_]{3}")
_PARTS = re.compile(r"[\s:,;–—-]*[|·•][\s:,;–—-]*")  # of a line with dates
_MOST_DATE_WORDS = 4
_FEWEST_IN_NAMES, _MOST_IN_NAMES = 1, 12  # words
_NAMES_OF_BYLINE = 0.8  # part of a byline that is names
_FEWEST_DIGITS = 3
_BETWEEN_NAMES = re.compile(r"\s*[|/,;&]\s*")
_AND = re.compile(rf"\s{lexicon.any_of('people.and')}\s", re.IGNORECASE)
_BRACKETED = re.compile(r"\s*\([^()]*\)")
_PRICE = re.compile(
    r"[$€£₽₴¥]\s?\d|\d\s?[$€£₽₴¥]"
)  # "Haven Red 2024 ($14.99)": no line that dates an article
_WITHOUT_STOPS = re.compile("[\u0e00-\u0eff]{4}")  # Thai and Lao
_SHORT_SENTENCE = re.compile(
    rf"""["'“„«‘—–-]?\s?(?=[^\W\d_])(?![a-z])[^.!?…:;|]{{6,}}[^\W\d_]{{2}}[{"".join(FULL_STOPS)}]["'”’»]?"""
)
_LOWER_START = re.compile(r"^[a-zà-ÿа-яёα-ω]")


class Shape(StrEnum):
    """What a line is when no neighbour is asked."""

    PROSE = "prose"  # one or more whole sentences
    LINE = "line"  # words without an end: a headline, a subhead, a teaser, a label
    BYLINE = "byline"
    DATE = "date"
    CREDIT = "credit"
    SHARE = "share"
    BUTTON = "button"
    COUNTER = "counter"
    CARD = "card"  # the small print of a teaser: "22 hours ago"
    LABEL = "label"
    SALUTATION = "salutation"
    ADDRESS = "address"  # of a page, and nothing else


@dataclass(frozen=True, slots=True, kw_only=True)
class Shaped:
    """A line, its shape, and what else its words give away."""

    line: Line
    shape: Shape
    copies: int = 1  # how often the line stands in the dump

    @property
    def text(self) -> str:
        """Return the words of the line."""
        return self.line.text

    @property
    def appeal(self) -> int:
        """Return how many words speak to the reader or of "us", outside reported speech."""
        return appeals(self.line.text)

    @property
    def money(self) -> int:
        """Return how many amounts and words of giving and subscribing there are."""
        return amounts(self.line.text)


def shape_lines(lines: Sequence[Line]) -> tuple[Shaped, ...]:
    """Return every line with its shape."""
    counts = Counter(line.key for line in lines)
    return tuple(_shaped(line, counts[line.key]) for line in lines)


def _shaped(line: Line, copies: int) -> Shaped:
    return Shaped(
        line=line,
        shape=_shape(line),
        copies=copies if line.key else 1,
    )


def _shape(line: Line) -> Shape:
    text = line.text
    if not line.key or fits("counter", text):
        return Shape.COUNTER
    if fits("address", text[:SEEN]):
        return Shape.ADDRESS
    if line.weight <= _MOST_META and fits("share", text):
        return Shape.SHARE
    if line.weight <= _SHORT:
        for shape in (Shape.SALUTATION, Shape.CARD, Shape.LABEL, Shape.BUTTON):
            if fits(shape.value, text):
                return shape
    if line.weight <= _MOST_META and bullet(text) is None:
        found = _meta_shape(line)
        if found is not None:
            return found
    return Shape.PROSE if _is_prose(line) else Shape.LINE


def _meta_shape(line: Line) -> Shape | None:
    text = line.text
    if not _PRICE.search(text) and _is_date(line):
        return Shape.DATE
    if _is_byline(text) and (not line.ends or line.weight <= _SHORT):
        return Shape.BYLINE
    if fits("credit", text) or is_labelled(text):
        return Shape.CREDIT
    return None


def _is_byline(text: str) -> bool:
    """Tell a line of names behind words like "text by", or two names behind one like "by"."""
    if fits("byline", text):
        return True
    led = LED.match(text)
    rest = text[led.end() :] if led else ""
    names = read_byline(text).authors if _FEWEST_IN_NAMES < len(rest.split()) <= _MOST_IN_NAMES else ()
    is_sure = len(names) > 1 or (led is not None and " " in led[0].strip())
    return (
        is_sure and sum(map(len, names)) >= _NAMES_OF_BYLINE * len(rest) and all(" " in one for one in names)
    )


def _is_date(line: Line) -> bool:
    text = line.text
    if text.endswith("。"):
        return False
    if fits("reading-time", text) or fits("time-label", text):
        return True
    if not _gives_date(text):
        return False
    return (line.weight <= _SHORT and _is_mostly_date(text)) or is_date_with_names(text)


def _gives_date(text: str) -> bool:
    """Tell whether there is a date in a line, also in digits of another script."""
    return fits("date", text) or (not text.isascii() and read_moment(text) is not None)


def _is_mostly_date(text: str) -> bool:
    """Tell whether digits and at most a few words make the line."""
    words = [word for word in text.split() if len(word) > 1 and word[0].isalpha()]
    return len(words) <= _MOST_DATE_WORDS and sum(letter.isdigit() for letter in text) >= _FEWEST_DIGITS


def is_date_with_names(text: str) -> bool:
    """Tell a line of days and of who wrote it: "3 May 2024, By Jane Doe, Updated 4 May 2024"."""
    if read_moment(text) is None:
        return False
    parts = [part for part in _PARTS.split(with_moments_as("|", text)) if any(map(str.isalpha, part))]
    named = [part for part in parts if is_name(part) or _is_byline(part)]
    return all(part in named or not _WORD.search(without_words_of_dates(part)) for part in parts)


def _is_prose(line: Line) -> bool:
    if line.weight >= (_PROSE_WITHOUT_STOPS if _WITHOUT_STOPS.search(line.text) else _PROSE):
        return True
    words = len(line.text.split())
    is_of_many = words > 3 or line.weight > 2 * len(line.text) or _TOO_LONG.search(line.text)
    if line.ends and line.weight >= 24 and is_of_many:
        return True
    return words > 2 and _SHORT_SENTENCE.fullmatch(line.text) is not None


def is_name(text: str) -> bool:
    """Tell whether a line could be nothing but a person's name.

    >>> is_name("Jane van der Roe"), is_name("Harbour reopens after storm"), is_name("In Brief")
    (True, False, False)
    >>> is_name("Jane and John Doe"), is_name("Harbour and Quay"), is_name("रमेश शर्मा")
    (True, False, True)
    """
    words = text.split()
    most = _MOST_NAME_WORDS if text.lower() != text.upper() else _MOST_CASELESS
    if (
        not 1 < len(words) <= most
        or _TOO_LONG.search(text)
        or _NO_NAME.search(text)
        or words[0].lower() in _begin_places()
    ):
        return False
    small = {word.lower() for word in words if _LOWER_START.match(word)}
    if len(words) == _TWO_JOINED and words[1] in lexicon.words("people.and"):
        return False
    return all(_is_of_name(word.strip(",")) for word in words) and small <= _particles()


def _is_of_name(word: str) -> bool:
    """Tell whether a word has nothing but letters, and their marks, and what joins the parts of a name."""
    return word[:1].isalpha() and all(is_of_word(sign) or sign in _JOINTS for sign in word)


def are_names(text: str) -> bool:
    """Tell whether a line could be nothing but one person's name or several.

    >>> are_names("Jane Doe | John Roe (Port Haven)"), are_names("Jane Doe, Reporter")
    (True, False)
    """
    names = [name for name in _BETWEEN_NAMES.split(_BRACKETED.sub("", text)) if name]
    return bool(names) and all(is_name(name) or all(map(is_name, _AND.split(name))) for name in names)


@cache
def _begin_places() -> frozenset[str]:
    return frozenset(lexicon.words("people.place"))


@cache
def _particles() -> frozenset[str]:
    return frozenset((*lexicon.words("people.particle"), *lexicon.words("people.and")))
