"""Strings to strings: whitespace, controls and counts. No HTML, no files."""

from __future__ import annotations

import re
import unicodedata

# Full stops of scripts that have their own: Hindi and Bengali, Urdu, Armenian, Amharic, Burmese, Khmer.
FULL_STOPS = "।॥۔։።။។"
_WIDE = 2.5  # what a character of a script without spaces says, in letters
_FAR = re.compile("[^\x00-\u10ff]")  # letters that may be wide
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ufeff\ufffe\uffff\ud800-\udfff]")


def collapse(text: str) -> str:
    r"""Make every run of white space one space, and none at the ends.

    >>> collapse("  a\n\t b\u00a0c ")
    'a b c'
    """
    return " ".join(text.split())


def squeeze(text: str) -> str:
    r"""Make every run of white space one space, at the ends too.

    >>> squeeze("a\n\t b\n")
    'a b '
    """
    line = " ".join(text.split())
    if not line:
        return " " * bool(text)
    return f"{' ' * text[0].isspace()}{line}{' ' * text[-1].isspace()}"


def without_controls(text: str) -> str:
    r"""Drop controls that are no white space, byte order marks, and what XML has no characters for.

    >>> without_controls("a\x00b\x1b[0m\x85c")
    'ab[0m\nc'
    """
    return text if text.isprintable() else _CONTROL.sub("", text.replace("\x85", "\n"))


def counted(number: int, noun: str) -> str:
    """Return a number with what is counted.

    >>> counted(1, "page"), counted(2000, "page")
    ('1 page', '2,000 pages')
    """
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def times(number: int) -> str:
    """Return how often.

    >>> times(1), times(6)
    ('once', '6 times')
    """
    return "once" if number == 1 else f"{number:,} times"


def is_of_word(char: str) -> bool:
    r"""Tell whether a character is part of a word: a letter, a digit, or a mark that belongs to one.

    Patterns do not tell: for ``\w`` the vowel signs of Hindi, Tamil or Thai part a word.

    >>> [is_of_word(char) for char in ("a", "7", "ा", "-", "_")]
    [True, True, True, False, False]
    """
    return unicodedata.category(char)[0] in "LNM"


def words_in(text: str) -> list[str]:
    """Return the words of a text, each with its marks.

    >>> words_in("नया पुल, new-bridge")
    ['नया', 'पुल', 'new', 'bridge']
    """
    return "".join(char if is_of_word(char) else " " for char in text).split()


def storable(text: str) -> str:
    r"""Write "?" for lone surrogates: command lines and file names that are no UTF-8 come with them.

    >>> storable("harbour-\udce9")
    'harbour-?'
    """
    return text if text.isascii() else text.encode("utf-8", "replace").decode("utf-8")


def weight(text: str) -> int:
    """Return how much a text says, counted in letters of a script that puts spaces between words.

    >>> weight("Harbour reopens")
    15
    >>> weight("港が再開")
    10
    """
    if text.isascii():
        return len(text)
    wide = sum(unicodedata.east_asian_width(letter) in "WF" for letter in _FAR.findall(text))
    return len(text) + int((_WIDE - 1) * wide)


def shorten(text: str, width: int) -> str:
    """Cut a text to ``width`` characters on one line.

    >>> shorten("one  two three", 9)
    'one two…'
    """
    line = collapse(text)
    return line if len(line) <= width else line[: width - 1].rstrip() + "…"


# A full stop ends a sentence before a space and no small letter; an abbreviation's or an initial's does not.
# It begins with a set of marks, so that the search skips to one.
_END = re.compile(
    rf"""
    [.!?…؟{FULL_STOPS}。！？｡]
    (?:
        (?<= [.!?…؟{FULL_STOPS}]) (?<! [.!?…؟{FULL_STOPS}].) [.!?…؟{FULL_STOPS}]*+
        [\"'”’»“)\]]*+ (?= \s+ [^\sa-zа-яёà-ÿ] )  # the marks, with quotes and brackets that close
      | (?<= [。！？｡]) [。！？｡]* [」』”’）]*       # scripts without spaces
    )
    """,
    re.VERBOSE,
)
_ABBREVIATION = re.compile(
    r"""(?: ^ | [\s(\["“„«-] )
    (?: [A-ZÀ-Ž] | (?: [A-Za-z] \. )+ [A-Za-z]
      | (?i: mr|mrs|ms|dr|prof|st|sr|jr|gen|lt|col|sgt|capt|gov|sen|rep|rev|hon|no|vs|inc|ltd|corp|co|jan
        |feb|mar|apr|aug|sept?|oct|nov|dec|nr|bzw|ca|usw|hr|fr|dipl|ing|mme|mlle|av|sig|dott|sra|srta|pág|núm
        |art|ст|г|им|ул|тыс|млн) )
    $""",
    re.VERBOSE,
)


def sentence_bounds(text: str) -> tuple[tuple[int, int], ...]:
    r"""Return where each sentence starts and ends; together they are the text without the space between.

    >>> text = "He met Dr. Roe. “Why?” J. Doe asked.\nNo one knew."
    >>> [text[start:end] for start, end in sentence_bounds(text)]
    ['He met Dr. Roe.', '“Why?”', 'J. Doe asked.', 'No one knew.']
    """
    bounds = []
    start = 0
    for line in text.splitlines(keepends=True):
        last = start + len(line)
        for found in _END.finditer(line):
            end = last - len(line) + found.end()
            if found[0] == "." and _ABBREVIATION.search(text[max(start, end - 12) : end - 1]):
                continue
            bounds.append((start, end))
            start = end
        bounds.append((start, last))
        start = last
    said = [(start, text[start:end].rstrip()) for start, end in bounds]
    return tuple((start + len(one) - len(one.lstrip()), start + len(one)) for start, one in said if one)


def status_in(status_line: str) -> int:
    """Return the status that a line of HTTP's gives, or 0.

    >>> status_in("HTTP/1.1 404 Not Found"), status_in("HTTP/1.1")
    (404, 0)
    """
    word = status_line.partition(" ")[2][:3]
    return int(word) if word.isascii() and word.isdecimal() else 0
