"""The body in its order: what was kept, what was removed and by which rule, and the fields found in it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from newsgrab.model import Block, Claim, Extraction, Image, Kind, Removal
from newsgrab.writers.drawing.labels import (
    TOLD,
    anchors,
    colour_of,
    field,
    origin_of,
    rule_label,
    struck,
)
from newsgrab.writers.drawing.markup import Markup, element, joined

_TAGS = {
    Kind.HEADING: "h3",
    Kind.QUOTATION: "blockquote",
    Kind.EMBED: "blockquote",
    Kind.TABLE: "pre",
    Kind.CODE: "pre",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Span:
    """A piece of a block's text that is not simply kept."""

    start: int
    end: int
    why: Removal | Claim


class _Drawing:
    """What every block is drawn with."""

    def __init__(self, extraction: Extraction) -> None:
        self.blocks = extraction.blocks
        self.anchors = anchors(extraction)
        self.images = {image.url: image for image in extraction.article.images}
        self.removals: dict[int, list[Removal]] = defaultdict(list)
        for removal in extraction.removals:
            self.removals[removal.block].append(removal)
        self.told = self._find_told(extraction.chosen)

    def gone_by(self, place: int) -> str | None:
        """Return the one rule that removed all of a block; None where something of it is kept."""
        removals = self.removals.get(place, [])
        rules = {removal.rule for removal in removals}
        if len(rules) != 1 or any(char.isalnum() for char in _rest(self.blocks[place].text, removals)):
            return None
        return rules.pop()

    def spans(self, place: int) -> list[_Span]:
        """Return what is to be marked in a block, in order."""
        removed = [
            _Span(start=one.start, end=one.start + len(one.text), why=one)
            for one in self.removals.get(place, ())
        ]
        return sorted([*removed, *self.told.get(place, ())], key=lambda span: span.start)

    def _find_told(self, chosen: Iterable[Claim]) -> dict[int, list[_Span]]:
        """Find where the text itself told a field, each in the first place that says it."""
        found: dict[int, list[_Span]] = defaultdict(list)
        told = [claim for claim in chosen if claim.origin == TOLD and claim.value]
        for claim in sorted(told, key=lambda one: -len(one.value)):
            for place, block in enumerate(self.blocks):
                start = block.text.find(claim.value) if not self.removals.get(place) else -1
                span = _Span(start=start, end=start + len(claim.value), why=claim)
                if start >= 0 and not any(_is_over(span, other) for other in found[place]):
                    found[place].append(span)
                    break
        return found


def draw_body(extraction: Extraction) -> Markup:
    """Draw every block that was read; neighbours that one rule removed stand in one box."""
    drawing = _Drawing(extraction)
    places = range(len(extraction.blocks))
    return joined(
        part
        for rule, group in groupby(places, key=drawing.gone_by)
        for part in ([_box(list(group), drawing)] if rule else (_kept(place, drawing) for place in group))
    )


def _box(places: Sequence[int], drawing: _Drawing) -> Markup:
    """Draw blocks that are gone whole."""
    first = drawing.removals[places[0]][0]
    anchor = drawing.anchors.get((first.block, first.start))
    words = (
        element("p", _gone(drawing.removals[place], drawing.blocks[place]), dir="auto") for place in places
    )
    name = "moved" if first.is_moved else "gone"
    return element("div", rule_label(first, anchor), *words, class_=name, style=colour_of(first.kind))


def _gone(removals: Sequence[Removal], block: Block) -> Markup:
    text = block.text or removals[0].text
    if removals[0].is_moved:
        return element("mark", text)
    wordless = [] if block.text else [element("span", f"{block.kind} ", class_="label", dir="ltr")]
    return joined([*wordless, struck(text)])


def _kept(place: int, drawing: _Drawing) -> Markup:
    block = drawing.blocks[place]
    match block.kind:
        case Kind.FIGURE:
            return joined(_figure(drawing.images.get(image.url, image), image) for image in block.images)
        case Kind.BREAK:
            return element("hr")
    inside = list(_runs(place, drawing))
    if block.kind is Kind.EMBED and block.href:
        inside.append(element("span", f" {block.href}", class_="address", dir="ltr"))
    if block.kind is Kind.LIST_ITEM:
        sign = "• " if block.number is None else f"{block.number}. "
        depth = f"--depth: {min(max(block.level, 1), 6)}"
        return element(
            "p", element("span", sign, class_="sign"), *inside, class_="item", style=depth, dir="auto"
        )
    return element(_TAGS.get(block.kind, "p"), *inside, dir="auto")


def _runs(place: int, drawing: _Drawing) -> Iterator[str]:
    """Give a block's text run by run."""
    text = drawing.blocks[place].text
    at = 0
    for span in drawing.spans(place):
        yield text[at : span.start]
        words, at = text[span.start : span.end], span.end
        if isinstance(span.why, Claim):
            yield field(words, span.why.field, origin_of(span.why))
            continue
        shown = element("mark", words) if span.why.is_moved else struck(words)
        label = rule_label(span.why, drawing.anchors.get((place, span.start)))
        yield element("span", shown, label, class_="cut", style=colour_of(span.why.kind))
    yield text[at:]


def _figure(image: Image, printed: Image) -> Markup:
    """Draw a picture by its words: the file itself would have to be fetched."""
    words = []
    if image.caption:
        words.append(field(image.caption, "caption", _origin(image.caption, printed.caption)))
    if image.credit_line:
        words.append(field(image.credit_line, "credit_line", _origin(image.credit_line, printed.credit_line)))
    frame = [element("b", "Picture "), element("span", image.url or "", class_="address")]
    if image.alt_text and image.alt_text != image.caption:
        frame.append(element("p", image.alt_text, dir="auto"))
    caption = [element("figcaption", *words, dir="auto")] if words else []
    return element("figure", element("div", *frame, class_="frame"), *caption)


def _origin(text: str, printed: str | None) -> str:
    return "page" if text == printed else "metadata of the picture"


def _rest(text: str, removals: Iterable[Removal]) -> str:
    """Return what is left of a text."""
    left, at = [], 0
    for removal in removals:
        left.append(text[at : removal.start])
        at = removal.start + len(removal.text)
    return "".join([*left, text[at:]])


def _is_over(span: _Span, other: _Span) -> bool:
    return span.start < other.end and other.start < span.end
