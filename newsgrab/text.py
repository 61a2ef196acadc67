"""Strings to strings: whitespace, controls and counts. No HTML, no files."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# Some scripts have their own: Chinese, Hindi and Bengali, Urdu, Armenian, Amharic, Burmese, Khmer.
FULL_STOPS = (".", "。", "।", "॥", "۔", "։", "።", "။", "។")
SENTENCE_ENDS = (*FULL_STOPS, "!", "?", "…", "！", "？", "؟")
WHOLE = re.compile(rf"""[{"".join(SENTENCE_ENDS)}]["'”’»«)\]」』）]*$""")  # how a whole sentence ends
_WIDE = 2.5  # what a character of a script without spaces says, in letters
_FAR = re.compile("[^\x00-\u10ff]")  # letters that may be wide
_LETTERS = re.compile(r"[^\W_]+")
_NO_LETTERS = dict.fromkeys(code for code in range(0x80) if not chr(code).isalnum())  # of ASCII
_LONGEST_KEPT = 2_000  # characters of a text whose letters are kept for the next time
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


def letters_of(text: str) -> str:
    """Return the letters and digits of a text in lower case.

    >>> letters_of("“Why?” he asked.")
    'whyheasked'
    """
    return _kept_letters(text) if len(text) <= _LONGEST_KEPT else _letters(text)


def _letters(text: str) -> str:
    if text.isascii():
        return text.translate(_NO_LETTERS).lower()
    return "".join(_LETTERS.findall(text.replace(" ", ""))).lower()  # without spaces there are fewer runs


# A paragraph is compared with fields, captions, other paragraphs and the page's own copy of the article.
_kept_letters = lru_cache(maxsize=256)(_letters)


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


def status_in(status_line: str) -> int:
    """Return the status that a line of HTTP's gives, or 0.

    >>> status_in("HTTP/1.1 404 Not Found"), status_in("HTTP/1.1")
    (404, 0)
    """
    word = status_line.partition(" ")[2][:3]
    return int(word) if word.isascii() and word.isdecimal() else 0


def is_small(letter: str) -> bool:
    """Tell a small letter where there are large ones to begin a name with; Georgian writes without.

    >>> is_small("a"), is_small("A"), is_small("ა")
    (True, False, False)
    """
    return letter.islower() and not "\u10d0" <= letter <= "\u10ff"


def small_in_turkish(text: str) -> str:
    """Return a text in small letters as Turkish has them: each i keeps its dot, or its lack of one.

    >>> small_in_turkish("KASIM"), small_in_turkish("HAZİRAN")
    ('kasım', 'haziran')
    """
    return text.replace("I", "ı").replace("İ", "i").lower()
