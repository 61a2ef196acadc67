"""The located element to a row of blocks, in reading order, with everything that is visible in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from newsgrab.extraction.body.breaks import BREAK, has_own_line, part_block, part_paragraph
from newsgrab.extraction.body.looks import settled
from newsgrab.extraction.body.tables import caption_of, table_text
from newsgrab.extraction.media.embeds import is_shown_by, read_embed, read_post
from newsgrab.extraction.media.figures import Figures, figures_in, is_overruled, is_teaser
from newsgrab.extraction.page.attributes import box_names
from newsgrab.extraction.page.element import Element
from newsgrab.extraction.page.links import absolute
from newsgrab.extraction.page.survey import SKIPPED, is_block, is_hidden, is_skipped
from newsgrab.extraction.page.wording import closing_mark, gap_before, own_text
from newsgrab.extraction.place.candidate import Place
from newsgrab.model import Block, Box, Inline, Kind
from newsgrab.text import squeeze

_STRONG = frozenset({"b", "strong"})
_EMPHASIS = frozenset({"i", "em", "cite", "var", "dfn"})
_DELETED = frozenset({"del", "s", "strike"})
_CODE = frozenset({"code", "kbd", "samp", "tt"})
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_LISTS = frozenset({"ul", "ol", "menu", "dir"})
_RULE = re.compile(r"(?:[*＊∗⁂~•·◆◇■_–—-]\s?){3,12}|⁂")  # a line of signs that parts the text
_APART = frozenset({"navigation.unseen-names", "caption.names"})

Selected = Mapping[Element, tuple[str, ...]]


def read_blocks(place: Place, selected: Selected, standing: frozenset[str]) -> tuple[Block, ...]:
    """Return everything visible in the located element.

    ``selected`` has the rules that chose an element, ``standing`` the stems of the article's own pictures.
    """
    headline = next((element for element, rules in selected.items() if "field.headline" in rules), None)
    figures = figures_in(place, headline, standing)
    reader = _Reader(place=place, selected=selected, figures=figures)
    reader.blocks += [Block(kind=Kind.FIGURE, text="", images=(image,)) for image in figures.lead]
    reader.blocks += [Block(kind=Kind.EMBED, text="", href=address) for address in figures.players]
    for part in place.parts:
        reader.read(part)
        reader.flush()
    return tuple(reader.blocks)


class _Shape(NamedTuple):
    """What the words inside an element become, but for the words."""

    box: Box | None = None
    selected: tuple[str, ...] = ()
    kind: Kind = Kind.PARAGRAPH
    level: int = 0
    number: int | None = None
    href: str | None = None

    def block(self, text: str, inlines: tuple[Inline, ...]) -> Block:
        """Return the block with these words."""
        return Block(
            kind=self.kind,
            text=text,
            inlines=inlines,
            level=self.level,
            number=self.number,
            href=self.href,
            box=self.box,
            selected=self.selected,
        )


class _Outer(NamedTuple):
    """What holds again when an element closes."""

    element: Element
    look: Inline
    shape: _Shape
    runs: list[Inline] | None = None  # of the line that this element interrupted


@dataclass(slots=True)
class _Counter:
    """The number of a list's next item, and whether it counts down: HTML's start, value and reversed."""

    number: int
    step: int

    def take(self, own: str | None) -> int:
        """Return the number of an item, which may state its ``own``."""
        taken = _number(own, self.number)
        self.number = taken + self.step
        return taken


@dataclass(slots=True, kw_only=True)
class _Reader:
    """What is open while the tree is walked."""

    place: Place
    selected: Selected
    figures: Figures
    blocks: list[Block] = field(default_factory=list)
    runs: list[Inline] = field(default_factory=list)
    held: list[Block] = field(default_factory=list)  # pictures in the open line, to stand after it
    look: Inline = field(default_factory=lambda: Inline(text=""))
    shape: _Shape = field(default_factory=_Shape)  # of the block that is open
    counters: list[_Counter | None] = field(default_factory=list)  # of the open lists; None where unordered

    def read(self, root: Element) -> None:
        """Read an element with everything in it, but not the text after it; depth is no matter."""
        waiting: list[Element | _Outer] = [root]
        while waiting:
            one = waiting.pop()
            if isinstance(one, _Outer):
                self._close(one)
                element = one.element
            elif self._take_whole(one):
                element = one
            else:
                waiting.append(self._open(one))
                self._say(gap_before(one) + own_text(one))
                waiting.extend(reversed(one.children))
                continue
            if element is not root:
                self._say(element.tail)

    def flush(self) -> None:
        """Close the open block, if it has words; empty lines part it into several."""
        runs, self.runs = self.runs, []
        self._write(runs)
        self.blocks += self.held
        self.held = []

    def _write(self, runs: Sequence[Inline]) -> None:
        if not any(run.text.strip() for run in runs):
            return
        if self.shape.kind is Kind.CODE:
            text = "".join(run.text for run in runs).strip("\n")
            self.blocks.append(self.shape.block(text, (Inline(text=text, code=True),)))
            return
        for part in part_paragraph(runs) if self.shape.kind is Kind.PARAGRAPH else part_block(runs):
            shape = self.shape._replace(kind=Kind.LIST_ITEM, level=1) if part.is_item else self.shape
            text = "".join(run.text for run in part.inlines)
            is_rule = shape.kind is Kind.PARAGRAPH and _RULE.fullmatch(text)
            inlines = settled(shape.kind, part.inlines)
            self.blocks.append(Block(kind=Kind.BREAK, text="") if is_rule else shape.block(text, inlines))

    def _take_whole(self, element: Element) -> bool:
        """Take an element whose inside is not to be read; return whether it is one."""
        if element.tag == "br":
            if self.held:
                self.flush()
            else:
                self.runs.append(BREAK)
            return True
        whole = self._whole(element)
        if whole is None:
            return is_skipped(element) or element in self.figures.words
        is_held = whole.kind is Kind.FIGURE and self._is_in_line(element)
        if not is_held:
            self.flush()
        selected = self._selected(element)
        if whole.kind is Kind.FIGURE:
            selected = tuple(rule for rule in selected if not is_overruled(rule, whole.images))
        elif whole.kind is Kind.EMBED:
            if element.tag == "noscript" and whole.href in {block.href for block in self.blocks}:
                return True  # it stands there again, for readers without scripts
            selected = tuple(rule for rule in selected if not is_shown_by(rule, whole))
        box = self._box(element)
        if whole.kind is Kind.TABLE and (words := caption_of(element)):
            self.blocks.append(
                Block(
                    kind=Kind.PARAGRAPH, text=words, inlines=(Inline(text=words),), box=box, selected=selected
                )
            )
        (self.held if is_held else self.blocks).append(replace(whole, box=box, selected=selected))
        return True

    def _is_in_line(self, element: Element) -> bool:
        """Tell whether a picture stands among the words of a line, which it does not part."""
        return not is_block(element.tag) and bool(self.runs) and self.runs[-1] is not BREAK

    def _whole(self, element: Element) -> Block | None:
        """Return the block that an element is as a whole, if it is one."""
        tag = element.tag
        if element in self.figures.images:
            image = self.figures.images[element]
            leads = is_teaser(element, image.caption, self.place.document.base_url)
            return Block(kind=Kind.FIGURE, text="", images=(image,), is_teaser=leads)
        if tag == "hr":
            return Block(kind=Kind.BREAK, text="")
        if tag == "table":
            text = table_text(element)
            return Block(kind=Kind.TABLE, text=text, inlines=(Inline(text=text),)) if text else None
        read = read_embed if tag in SKIPPED else read_post
        return read(element, self.place.document.base_url)

    def _open(self, element: Element) -> _Outer:
        outer = _Outer(element=element, look=self.look, shape=self.shape)
        if is_block(element.tag):
            self.flush()
            if element.tag in _LISTS:
                self.counters.append(_counter(element))
            self.shape = self._shape(element)
        elif not _APART.isdisjoint(self.selected.get(element, ())):
            # Not a part of the line it stands in: a block of its own, before the line.
            outer = outer._replace(runs=self.runs)
            self.runs = []
            self.shape = self._shape(element)
        elif _is_of_field(self.selected.get(element, ())) and self._is_above_text() and has_own_line(element):
            self.flush()
            self.shape = self._shape(element)
        else:
            self.look = self._look(element)
        return outer

    def _is_above_text(self) -> bool:
        """Tell whether nothing was read yet but what is printed of fields."""
        return not any(map(_says_something, self.runs)) and all(
            _is_of_field(block.selected) for block in self.blocks if block.text
        )

    def _close(self, outer: _Outer) -> None:
        self._say(closing_mark(outer.element))
        if outer.shape is not self.shape:
            self.flush()
            if outer.element.tag in _LISTS:
                self.counters.pop()
        if outer.runs is not None:
            self.runs = outer.runs
        self.look, self.shape = outer.look, outer.shape

    def _say(self, text: str | None) -> None:
        if not text or (not self.runs and text.isspace() and self.shape.kind is not Kind.CODE):
            return
        self.runs.append(self.look.with_text(text if self.shape.kind is Kind.CODE else squeeze(text)))

    def _shape(self, element: Element) -> _Shape:
        """Return the shape of what is inside ``element``."""
        tag, outer = element.tag, self.shape
        where = (self._box(element), self._selected(element))
        if tag in _HEADINGS:
            return _Shape(*where, Kind.HEADING, _HEADINGS[tag])
        if tag == "li" and self.counters:
            counter = self.counters[-1]
            number = counter.take(element.get("value")) if counter is not None else None
            return _Shape(*where, Kind.LIST_ITEM, len(self.counters), number)
        if tag == "pre":
            return _Shape(*where, Kind.CODE)
        if tag == "blockquote":
            return _Shape(*where, Kind.QUOTATION, outer.level + 1 if outer.kind is Kind.QUOTATION else 1)
        return _Shape(*where, outer.kind, outer.level, outer.number, outer.href)

    def _box(self, element: Element) -> Box:
        measured = self.place.survey
        index = measured.place_of(element)
        return Box(
            tag=element.tag,
            names=(*box_names(element), *(("hidden",) if is_hidden(element) else ())),
            parent=self.shape.box,
            text_length=measured.text[index],
            link_length=measured.links[index],
            controls=measured.controls[index],
        )

    def _selected(self, element: Element) -> tuple[str, ...]:
        return self.shape.selected + self.selected.get(element, ())

    def _look(self, element: Element) -> Inline:
        look, tag = self.look, element.tag
        href = absolute(element.get("href"), self.place.document.base_url) if tag == "a" else None
        if href:
            return look._replace(href=href)
        if tag in _STRONG:
            return look._replace(strong=True)
        if tag in _EMPHASIS:
            return look._replace(emphasis=True)
        if tag in _DELETED:
            return look._replace(deleted=True)
        return look._replace(code=True) if tag in _CODE else look


def _is_of_field(rules: Iterable[str]) -> bool:
    return any(rule.startswith("field.") for rule in rules)


def _says_something(run: Inline) -> bool:
    return bool(run.text.strip())


def _counter(element: Element) -> _Counter | None:
    """Return what counts a list's items, None for a list without numbers."""
    if element.tag != "ol":
        return None
    is_reversed = "reversed" in element.attributes
    usual = sum(child.tag == "li" for child in element.children) if is_reversed else 1
    return _Counter(_number(element.get("start"), usual), -1 if is_reversed else 1)


def _number(stated: str | None, usual: int) -> int:
    """Return a number that an attribute states in figures, or the usual one."""
    return int(stated) if stated and stated.isascii() and stated.isdigit() and len(stated) < 7 else usual
