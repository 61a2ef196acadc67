r"""Text becomes Markdown that reads as that text and as nothing else.

Backslashes are spent only where a CommonMark parser, Obsidian and its plugins, Hugo, Jekyll or
pandoc would see markup: ``N. Korean`` stays as it is, ``1. May`` at the start of a line does not.
"""

from __future__ import annotations

import re

from newsgrab.text import without_controls
from newsgrab.urls import parts_of

# What can mean something wherever it stands, and where it does.
_SIGN = re.compile(r"[\\`*\[\]<^_&~$=%:{#]")
_MEANING = re.compile(
    r"""
    [\\`*\[\]<^]                      # code, emphasis, links, HTML, footnotes, block ids
    | (?<![^\W_])_ | _(?![^\W_])      # an underscore that is not inside a word
    | &(?=\#?\w{1,40};)               # an entity
    | (?<=\S)[~$]                     # what could close strike-through or mathematics
    | (?<==)= | (?<=%)% | (?<=:):     # ==highlight==, %%comment%%, key:: value
    | (?<=\{)[{%:\#] | (?<=<)%        # {{ template }}, {% tag %}, {: .class}, <% script %>
    | (?<!\S)\#(?=[^\W\d])            # a #tag
    """,
    re.VERBOSE,
)
# What means something at the start of a line only.
_LINE_START = re.compile(r"[>=]|[-+](?=[\s-]|$)|[:~](?=[\s-])|#(?=#{0,5}(?:\s|$))|\|")
_NUMBERED = re.compile(r"(\d{1,9})([.)])(?=\s|$)")
_CLOSING_HASHES = re.compile(r"(^|\s)(#+)$")
_BLANKS = re.compile(r"[ \t\r\f\v]+")

# In a destination these would end it, start markup, or run in a template engine.
_UNSAFE_IN_URL = re.compile(r"[\x00-\x20\x7f-\xa0\u2028\u2029<>\\`\"{}|^]")
_UNSAFE_IN_PATH = re.compile(rf"{_UNSAFE_IN_URL.pattern}|[%#?:]")
_ENTITY = re.compile(r"&(?=#?\w{1,40};)")
LINK_SCHEMES = frozenset({"http", "https", "mailto"})
IMAGE_SCHEMES = frozenset({"http", "https"})


def tidy(text: str) -> str:
    r"""Drop controls and lone surrogates, and make blanks single; line ends and other spaces stay.

    >>> tidy(" a \t b\n  c ")
    'a b\nc'
    """
    lines = without_controls(text).split("\n")
    return "\n".join(single_blanks(line).strip(" ") for line in lines).strip("\n")


def single_blanks(line: str) -> str:
    r"""Make each run of blanks one space; other spaces stay.

    >>> single_blanks(" a \t b  c")
    ' a b c'
    """
    return line if "  " not in line and line.isprintable() else _BLANKS.sub(" ", line)


def meanings(text: str) -> set[int]:
    """Return the places of the characters of ``text`` that mean something in the middle of a line."""
    signs = (found.start() for found in _SIGN.finditer(text))
    return {place for place in signs if _MEANING.match(text, place)}


def escape(text: str) -> str:
    r"""Escape what means something in the middle of a line.

    >>> escape("2 * 3 < [7] in snake_case, AT&T and &amp;, {{ x }}")
    '2 \\* 3 \\< \\[7\\] in snake_case, AT&T and \\&amp;, {\\{ x }}'
    """
    places = meanings(text)
    return (
        "".join("\\" + char if place in places else char for place, char in enumerate(text))
        if places
        else text
    )


def escape_line_start(line: str) -> str:
    r"""Escape what would begin a heading, a list, a quotation, a rule or a table.

    ``line`` is escaped already.

    >>> escape_line_start("1. May"), escape_line_start("- so"), escape_line_start("-5 degrees")
    ('1\\. May', '\\- so', '-5 degrees')
    """
    if _LINE_START.match(line):
        return "\\" + line
    return _NUMBERED.sub(r"\1\\\2", line, count=1) if _NUMBERED.match(line) else line


def escape_heading(line: str) -> str:
    r"""Escape the hashes at the end of a heading, which a parser would drop.

    >>> escape_heading("We are #")
    'We are \\#'
    """
    return _CLOSING_HASHES.sub(r"\1\\\2", line)


def destination(url: str | None, schemes: frozenset[str] = LINK_SCHEMES) -> str | None:
    """Write ``url`` as a link's destination; None where it is no address that a reader may follow.

    >>> destination("https://example.org/a (b)")
    '<https://example.org/a%20(b)>'
    >>> destination("javascript:alert(1)") is None
    True
    """
    if not url or not _is_allowed(url, schemes):
        return None
    return _written(url.strip(), _UNSAFE_IN_URL)


def file_destination(path: str) -> str:
    """Write the relative path of a file as a link's destination.

    >>> file_destination("harbour: 50% up.files/9f2c.jpg")
    'harbour%3A%2050%25%20up.files/9f2c.jpg'
    """
    return _written(path, _UNSAFE_IN_PATH)


def _written(address: str, unsafe: re.Pattern[str]) -> str:
    safe = unsafe.sub(lambda bad: "".join(f"%{byte:02X}" for byte in bad[0].encode()), address)
    safe = _ENTITY.sub("&amp;", safe)
    return f"<{safe}>" if "(" in safe or ")" in safe else safe


def _is_allowed(url: str, schemes: frozenset[str]) -> bool:
    parts = parts_of(url.strip())
    return parts.scheme.lower() in schemes and bool(parts.netloc or parts.scheme == "mailto")
