"""Where a sentence ends; which full stops end none, ``words/sentences.toml`` says."""

from __future__ import annotations

import re
from functools import cache

from newsgrab.rules.lexicon import any_of
from newsgrab.text import SENTENCE_ENDS

_WIDE = "。！？｡"  # of scripts without spaces
_SPACED = "".join(end for end in SENTENCE_ENDS if end not in _WIDE)
# A full stop ends a sentence before a space and no small letter; an abbreviation's or an initial's does not.
# It begins with a set of marks, so that the search skips to one.
_END = re.compile(
    rf"""
    [{_SPACED}{_WIDE}]
    (?:
        (?<= [{_SPACED}]) (?<! [{_SPACED}].) [{_SPACED}]*+
        [\"'”’»“)\]]*+ (?= \s+ [^\sa-zа-яёà-ÿ] )  # the marks, with quotes and brackets that close
      | (?<= [{_WIDE}]) [{_WIDE}]* [」』”’）]*
    )
    """,
    re.VERBOSE,
)

_NUMBER = re.compile(r"\s*\d{1,2}")  # of a paragraph, before its first sentence


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
            before = text[max(start, end - 12) : end - 1]
            if found[0] == "." and (_NUMBER.fullmatch(before) or _abbreviation().search(before)):
                continue
            bounds.append((start, end))
            start = end
        bounds.append((start, last))
        start = last
    said = [(start, text[start:end].rstrip()) for start, end in bounds]
    return tuple((start + len(one) - len(one.lstrip()), start + len(one)) for start, one in said if one)


@cache
def _abbreviation() -> re.Pattern[str]:
    """Return what ends with an abbreviation or an initial, before its full stop."""
    return re.compile(
        rf"""(?: ^ | [\s(\["“„«-] )
        (?: [A-ZÀ-Ž] | (?: [A-Za-z] \. )+ [A-Za-z] | (?i: {any_of("sentences.abbreviations")} ) )
        $""",
        re.VERBOSE,
    )
