"""Quotation marks: where a quotation opens and where it closes."""

from __future__ import annotations

import re
from dataclasses import dataclass

# Opening mark -> the marks that close it. English, German, French, Spanish, Russian and Nordic habits.
PARTNERS: dict[str, tuple[str, ...]] = {
    "“": ("”", '"', "‟"),
    "„": ("“", "”", "‟", '"'),
    "”": ("”",),
    "«": ("»",),
    "»": ("«",),
    '"': ('"', "”"),
    "''": ("''",),
    "``": ("''", '"'),
}
NESTING = "„«"  # marks that open one quotation inside another
_SINGLE = re.compile(r"(?<!\w)‘([^‘\n]{1,2000}?[,.!?…])’(?!\w)")  # British; an apostrophe closes nothing
# Each begins with a plain character, so that the search skips to one; of three ''' the last two are the mark.
MARKS = "“”„‟«»\"'`"
_MARK = re.compile(r"“|”|„|‟|«|»|\"|''(?!'(?!\w))|``")


@dataclass(frozen=True, slots=True)
class Quotation:
    """``text[start:end]`` is the quotation with its marks.

    ``text[inner_start:inner_end]`` is it without them, and without the spaces that French has beside them.
    """

    start: int
    end: int
    inner_start: int
    inner_end: int


def find_quotations(text: str, start: int, end: int) -> list[Quotation]:
    """Find the quotations of the paragraph ``text[start:end]``, the outermost only.

    One that the paragraph opens and never closes runs to its end: it goes on in the next paragraph.

    >>> [(q.inner_start, q.inner_end) for q in find_quotations('He said: "Go." “Stay', 0, 20)]
    [(10, 13), (16, 20)]
    """
    found: list[Quotation] = []
    opened: re.Match[str] | None = None
    depth = 0
    is_low = text.find("„", start, end) >= 0  # then “ closes and never opens
    for mark in _MARK.finditer(text, start, end):
        if opened is None:
            if _may_open(text, mark, start, end) and not (is_low and mark.group() == "“"):
                opened = mark
        elif mark.group() in PARTNERS[opened.group()] or _closes_wrongly(text, mark, end):
            if depth:
                depth -= 1
                continue
            found.append(_quotation(text, opened, mark.start(), mark.end()))
            opened = None
        elif mark.group() == opened.group():
            depth += mark.group() in NESTING
            opened = opened if depth else mark
    if opened is not None:
        found.append(_quotation(text, opened, end, end))
    if not found and text.find("‘", start, end) >= 0:
        singles = _SINGLE.finditer(text, start, end)
        found = [Quotation(match.start(), match.end(), match.start(1), match.end(1)) for match in singles]
    return found


def _quotation(text: str, opening: re.Match[str], inner_end: int, end: int) -> Quotation:
    inner = text[opening.end() : inner_end]
    inner_start = opening.end() + len(inner) - len(inner.lstrip())
    return Quotation(opening.start(), end, inner_start, inner_start + len(inner.strip()))


def _closes_wrongly(text: str, mark: re.Match[str], end: int) -> bool:
    """Tell whether an opening mark stands where only a closing one can: “like this“ and so on."""
    if mark.group() != "“" or text[mark.start() - 1].isspace():
        return False
    return mark.end() >= end or not text[mark.end()].isalnum()


def _may_open(text: str, mark: re.Match[str], start: int, end: int) -> bool:
    """Tell whether the mark stands before a word; ``6" wide`` opens nothing."""
    if mark.group() not in PARTNERS or mark.end() >= end:
        return False
    if mark.group() in "“„«":
        return True
    stands_free = mark.start() == start or not text[mark.start() - 1].isalnum()
    return stands_free and not text[mark.end()].isspace()
