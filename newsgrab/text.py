"""Strings to strings: whitespace and controls. No HTML, no files."""

from __future__ import annotations

import re

_SPACE = re.compile(r"[ \t\n\r\f\v\u00a0\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufeff\ud800-\udfff]")


def collapse(text: str) -> str:
    r"""Make every run of white space one space, and none at the ends.

    >>> collapse("  a\n\t b\u00a0c ")
    'a b c'
    """
    return _SPACE.sub(" ", text).strip()


def without_controls(text: str) -> str:
    r"""Drop controls that are no white space, byte order marks and lone surrogates.

    >>> without_controls("a\x00b\x1b[0m")
    'ab[0m'
    """
    return _CONTROL.sub("", text)


def shorten(text: str, width: int) -> str:
    """Cut a text to ``width`` characters on one line.

    >>> shorten("one  two three", 9)
    'one two…'
    """
    line = collapse(text)
    return line if len(line) <= width else line[: width - 1].rstrip() + "…"
