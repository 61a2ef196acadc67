"""The located element to a row of blocks, in reading order, with everything that is visible in it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from lxml.html import HtmlElement

from newsgrab.extraction.candidate import Place
from newsgrab.extraction.embeds import read_embed, read_post
from newsgrab.extraction.figures import Figures, figures_in, is_overruled
from newsgrab.extraction.inlines import trim
from newsgrab.extraction.links import absolute
from newsgrab.extraction.survey import SKIPPED, is_block, is_hidden, is_skipped
from newsgrab.extraction.tables import table_text
from newsgrab.model import Block, Box, Inline, Kind

_SPACE = re.compile(r"[ \t\n\r\f\v\u00a0\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+")
_STRONG = frozenset({"b", "strong"})
_EMPHASIS = frozenset({"i", "em", "cite", "var", "dfn"})
_CODE = frozenset({"code", "kbd", "samp", "tt"})
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_BREAK = "\n"  # stands for <br> while a block is open; white space of the source has become spaces by then
_UNSEEN = "navigation.unseen-names"
_LONG_LINE = 80  # characters; a <br> between two such lines that are whole sentences ends a paragraph
_SENTENCE_END = re.compile(r"[.!?…。！？][\"'”’»«)\]]*$")

Selected = Mapping[HtmlElement, tuple[str, ...]]


def read_blocks(place: Place, selected: Selected) -> tuple[Block, ...]:
    """Return everything visible in the located element; ``selected`` has the rules that chose an element."""
    headline = next((element for element, rules in selected.items() if "field.headline" in rules), None)
    figures = figures_in(place, headline)
    reader = _Reader(place=place, selected=selected, figures=figures)
    reader.blocks += [Block(kind=Kind.FIGURE, text="", images=(image,)) for image in figures.lead]
    for part in place.parts:
        reader.read(part)
        reader.flush()
    return tuple(reader.blocks)


@dataclass(slots=True, kw_only=True)
class _Reader:
    """What is open while the tree is walked; one stack for each thing that is inherited."""

    place: Place
    selected: Selected
    figures: Figures
    blocks: list[Block] = field(default_factory=list)
    runs: list[Inline] = field(default_factory=list)
    look: Inline = field(default_factory=lambda: Inline(text=""))
    shape: Block = field(
        default_factory=lambda: Block(kind=Kind.PARAGRAPH, text="")
    )  # of the block that is open
    counters: list[int | None] = field(default_factory=list)  # of the open lists; None where unordered

    def read(self, element: HtmlElement) -> None:
        """Read an element with everything in it, but not the text after it."""
        tag = element.tag
        if tag == "br":
            self.runs.append(replace(self.look, text=_BREAK))
        elif (whole := self._whole(element)) is not None:
            self.flush()
            selected = self._selected(element)
            if whole.kind is Kind.FIGURE:
                selected = tuple(rule for rule in selected if not is_overruled(rule, whole.images))
            self.blocks.append(replace(whole, box=self._box(element), selected=selected))
        elif is_skipped(element) or element in self.figures.words:
            return
        elif is_block(tag):
            self._read_block(element)
        elif _UNSEEN in self.selected.get(element, ()):
            self._read_apart(element)
        else:
            outer, self.look = self.look, self._look(element)
            self._read_inside(element)
            self.look = outer

    def flush(self) -> None:
        """Close the open block, if it has words; empty lines part it into several."""
        runs, self.runs = self.runs, []
        if not any(run.text.strip() for run in runs):
            return
        if self.shape.kind is Kind.CODE:
            text = "".join(run.text for run in runs).strip("\n")
            self.blocks.append(replace(self.shape, text=text, inlines=(Inline(text=text, code=True),)))
            return
        for lines in paragraphs(runs):
            text = "".join(run.text for run in lines)
            if text:
                self.blocks.append(replace(self.shape, text=text, inlines=lines))

    def _whole(self, element: HtmlElement) -> Block | None:
        """Return the block that an element is as a whole, if it is one."""
        tag = element.tag
        if element in self.figures.images:
            return Block(kind=Kind.FIGURE, text="", images=(self.figures.images[element],))
        if tag == "hr":
            return Block(kind=Kind.BREAK, text="")
        if tag == "table":
            text = table_text(element)
            return Block(kind=Kind.TABLE, text=text, inlines=(Inline(text=text),)) if text else None
        read = read_embed if tag in SKIPPED else read_post
        return read(element, self.place.document.base_url)

    def _read_block(self, element: HtmlElement) -> None:
        self.flush()
        outer = self.shape
        self.shape = self._shape(element)
        is_list = element.tag in ("ul", "ol", "menu", "dir")
        if is_list:
            self.counters.append(_start(element))
        self._read_inside(element)
        self.flush()
        if is_list:
            self.counters.pop()
        self.shape = outer

    def _read_apart(self, element: HtmlElement) -> None:
        """Read words inside a line that are not shown with it as a block of their own, before the line."""
        runs, self.runs = self.runs, []
        self._read_block(element)
        self.runs = runs

    def _read_inside(self, element: HtmlElement) -> None:
        self._say(element.text)
        for child in element:
            self.read(child)
            self._say(child.tail)

    def _say(self, text: str | None) -> None:
        if text:
            is_code = self.shape.kind is Kind.CODE
            self.runs.append(replace(self.look, text=text if is_code else _SPACE.sub(" ", text)))

    def _shape(self, element: HtmlElement) -> Block:
        """Return an empty block as those inside ``element`` are: kind, box, selectors."""
        tag = element.tag
        shape = replace(self.shape, box=self._box(element), selected=self._selected(element))
        if tag in _HEADINGS:
            return replace(shape, kind=Kind.HEADING, level=_HEADINGS[tag], number=None)
        if tag == "li" and self.counters:
            number = self.counters[-1]
            if number is not None:
                self.counters[-1] = number + 1
            return replace(shape, kind=Kind.LIST_ITEM, level=len(self.counters), number=number)
        if tag == "pre":
            return replace(shape, kind=Kind.CODE, level=0, number=None)
        if tag == "blockquote":
            level = shape.level + 1 if shape.kind is Kind.QUOTATION else 1
            return replace(shape, kind=Kind.QUOTATION, level=level, number=None)
        return shape

    def _box(self, element: HtmlElement) -> Box:
        measured = self.place.survey
        index = measured.index[element]
        return Box(
            tag=element.tag,
            names=(*measured.names[index], *(("hidden",) if is_hidden(element) else ())),
            parent=self.shape.box,
            text_length=measured.text[index],
            link_length=measured.links[index],
            controls=measured.controls[index],
        )

    def _selected(self, element: HtmlElement) -> tuple[str, ...]:
        return self.shape.selected + self.selected.get(element, ())

    def _look(self, element: HtmlElement) -> Inline:
        look, tag = self.look, element.tag
        href = absolute(element.get("href"), self.place.document.base_url) if tag == "a" else None
        if href:
            return replace(look, href=href)
        if tag in _STRONG:
            return replace(look, strong=True)
        if tag in _EMPHASIS:
            return replace(look, emphasis=True)
        return replace(look, code=True) if tag in _CODE else look


def _start(element: HtmlElement) -> int | None:
    """Return the number of a list's first item, None for a list without numbers."""
    if element.tag != "ol":
        return None
    start = element.get("start") or "1"
    return int(start) if start.isascii() and start.isdigit() and len(start) < 7 else 1


def paragraphs(runs: list[Inline]) -> list[tuple[Inline, ...]]:
    """Part the runs of a block where empty lines are, or whole sentences end at a line break."""
    parts: list[list[Inline]] = [[]]
    breaks = 0
    for run in runs:
        if run.text == _BREAK:
            breaks += 1
        elif run.text == " " and breaks:
            continue
        else:
            if breaks and (breaks > 1 or _ends_paragraph(parts[-1], run)):
                parts.append([])
            elif breaks:
                parts[-1].append(replace(run, text=" "))
            parts[-1].append(run)
            breaks = 0
    return [joined for part in parts if (joined := trim(part))]


def _ends_paragraph(before: list[Inline], after: Inline) -> bool:
    line = "".join(run.text for run in before).rstrip()
    return len(line) >= _LONG_LINE and len(after.text) >= _LONG_LINE and bool(_SENTENCE_END.search(line))
