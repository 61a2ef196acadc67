"""What the line breaks inside a block part: paragraphs, a subhead from its text, items of a list."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile

from newsgrab.extraction.body.inlines import trim
from newsgrab.extraction.page.element import Element
from newsgrab.extraction.page.survey import is_block
from newsgrab.model import Inline
from newsgrab.text import WHOLE, weight

# Stands for <br> while a block is open; white space of the source has become spaces by then.
BREAK = Inline(text="\n")
_LONG_LINE = 80  # characters; a <br> between two such lines that are whole sentences ends a paragraph
_TOLD = 60  # weight of what a bold line before it is the subhead of
_QUESTION = ("?", "？", "؟", ";")  # the last is the Greek one
_COLON = (":", "：")
_BULLET = re.compile(r"\s*[•●▪■►▶◆✔✅・‣◦]\s*")
_HYPHEN = re.compile(r"\s*[-*]\s+")  # speech begins with a dash, and ends with a full stop
_FEWEST = 2  # items of a list
_FEWEST_SET = 3  # lines of a verse, an address, a table of results
_LONGEST_SET = 60  # weight of one


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A paragraph of a block, or an item of a list in it without its bullet."""

    inlines: tuple[Inline, ...]
    is_item: bool = False


@dataclass(slots=True, kw_only=True)
class _Line:
    runs: list[Inline]
    breaks: int  # before it
    is_item: bool = False  # of a list
    bullet: int = 0  # how long the sign is that says so

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)

    @property
    def ends_item(self) -> bool:
        """Whether it is an item to its end; what a label alone says stands in the next line."""
        return self.is_item and not self.is_bold

    @property
    def is_labelled(self) -> bool:
        """Whether it begins with a bold label: "<b>Born:</b> 1958 in Port Haven"."""
        label = "".join(run.text for run in takewhile(lambda run: run.strong, self.runs)).rstrip()
        return bool(label) and (label.endswith(_COLON) or self.text[len(label) :].lstrip().startswith(_COLON))

    @property
    def is_bold(self) -> bool:
        return all(run.strong for run in self.runs if run.text.strip())


def part_paragraph(runs: Sequence[Inline]) -> list[Part]:
    """Part the runs of a paragraph where empty lines are, and where a line is one for itself."""
    lines = _lines(runs)
    _find_items(lines)
    groups: list[list[_Line]] = [lines[:1]]
    are_bold = lines[0].is_bold
    for before, line in pairwise(lines):
        is_told = are_bold and _is_told(before, line)
        if (
            line.breaks > 1
            or line.is_item
            or before.ends_item
            or is_told
            or _ends_paragraph(groups[-1], line)
        ):
            groups.append([])
            are_bold = True
        groups[-1].append(line)
        are_bold = are_bold and line.is_bold
    made = (Part(inlines=_joined(group), is_item=group[0].is_item) for group in groups if group)
    return [part for part in made if part.inlines]


def has_own_line(element: Element) -> bool:
    """Tell whether a part of a box is one of its lines: a break before or after it, and nothing beside it."""
    edges = (_edge(element, _before), _edge(element, _after))
    return None not in edges and "br" in edges


def _edge(element: Element, side: Callable[[Element], tuple[str, Element | None]]) -> str | None:
    """Return the tag of what bounds an element on one side; None where text or a part of its line does."""
    here = element
    while True:
        text, beside = side(here)
        above = here.parent
        if text.strip() or above is None:
            return None
        if beside is not None:
            if beside.tag == "br" or is_block(beside.tag):
                return beside.tag
            return "br" if any(one.tag == "img" for one in beside.inside()) else None
        if is_block(above.tag):
            return above.tag
        here = above


def _before(element: Element) -> tuple[str, Element | None]:
    before = element.previous
    outer = element.parent
    return (before.tail if before is not None else outer.text if outer is not None else ""), before


def _after(element: Element) -> tuple[str, Element | None]:
    return element.tail, element.next


def part_block(runs: Sequence[Inline]) -> list[Part]:
    """Part the runs of any other block where empty lines are, or whole sentences end at a line break."""
    groups: list[list[_Line]] = [[]]
    for line in _lines(runs):
        if groups[-1] and (line.breaks > 1 or _ends_paragraph(groups[-1], line)):
            groups.append([])
        groups[-1].append(line)
    return [Part(inlines=joined) for group in groups if (joined := _joined(group))]


def _lines(runs: Sequence[Inline]) -> list[_Line]:
    lines = [_Line(runs=[], breaks=0)]
    breaks = 0
    for run in runs:
        if run is BREAK:
            breaks += 1
        elif run.text == " " and breaks:
            continue
        elif breaks:
            lines.append(_Line(runs=[run], breaks=breaks))
            breaks = 0
        else:
            lines[-1].runs.append(run)
    return lines


def _find_items(lines: Sequence[_Line]) -> None:
    """Note which lines are items of a list: several with a bullet, a label, or a hyphen and no sentence."""
    if len(lines) < _FEWEST:
        return
    for sign in (_BULLET, _HYPHEN):
        found = [(line, match.end()) for line in lines if (match := sign.match(line.text))]
        are_items = sign is _BULLET or not any(WHOLE.search(line.text.rstrip()) for line, _ in found)
        if len(found) >= _FEWEST and are_items:
            for line, length in found:
                line.is_item, line.bullet = True, length
    labelled = [line for line in lines if line.is_labelled]
    if len(labelled) >= _FEWEST:
        for line in labelled:
            line.is_item = True


def _is_told(before: _Line, line: _Line) -> bool:
    """Tell whether a line is what a bold one before it is the subhead of."""
    if line.runs[0].strong:
        return False
    return before.text.rstrip().endswith(_QUESTION) or weight(line.text) >= _TOLD


def _ends_paragraph(before: Sequence[_Line], line: _Line) -> bool:
    if len(line.runs[0].text) < _LONG_LINE:
        return False
    text = _last_words(before)
    return len(text) >= _LONG_LINE and bool(WHOLE.search(text))


def _last_words(lines: Sequence[_Line]) -> str:
    """Return the end of lines, at least a long line of it where there is one: a page may have any number."""
    text = ""
    for line in reversed(lines):
        text = f"{line.text} {text}".rstrip()
        if len(text) >= _LONG_LINE:
            break
    return text


def _joined(lines: Sequence[_Line]) -> tuple[Inline, ...]:
    """Return the runs of lines as one line; those of a verse or an address stay lines."""
    full = [line for line in lines if line.text.strip()]
    are_set = len(full) >= _FEWEST_SET and all(weight(line.text) <= _LONGEST_SET for line in full)
    runs: list[Inline] = []
    for number, line in enumerate(full):
        if number:
            runs.append(BREAK if are_set else line.runs[0].with_text(" "))
        rest = line.bullet
        for run in line.runs:
            runs.append(run.with_text(run.text[rest:]))
            rest = max(0, rest - len(run.text))
    return trim(runs)
