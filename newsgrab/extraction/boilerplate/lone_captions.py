"""Captions that no picture took: each goes to the picture before it, or stands for one that is not there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from newsgrab.extraction.boilerplate.marks import cut_whole, is_whole, strip_whole
from newsgrab.extraction.boilerplate.substance import ITEMS
from newsgrab.extraction.lines.creditlines import bare_credit, ends_in_label, is_credit, split_words
from newsgrab.extraction.page.names import is_named
from newsgrab.extraction.page.wording import fold
from newsgrab.model import MOVED, Block, Image, Kind, Mark, Verdict
from newsgrab.rules.lexicon import words

_CAPTION = "caption.names"  # the rule of elements that are called a caption
_TAKEN = "field.caption"  # what it is to a picture that takes it
# What says nothing against a credit line, which may be a link or speak of rights.
_OF_CREDITS = frozenset({"structure.links", "structure.link-line", "copyright.notice"})
_RIGHTS = "copyright.notice"  # by itself it speaks of no picture
_LONGEST_CONTROL = 40  # characters of what may stand between a picture and its caption: arrows, a counter
_MOST_CONTROLS = 3  # between a picture and its caption
_LONGEST_BELOW = 150  # characters of one below a picture
_FEWEST_TOLD = 8  # letters of an alternative text that says what is seen
_LONGEST_OPENING = 300  # characters of a caption that opens the text


def with_lone_captions(
    blocks: Sequence[Block], marks: Sequence[Mark]
) -> tuple[tuple[Block, ...], tuple[Mark, ...]]:
    """Return the blocks with each caption that nothing else strips in a picture, and the marks for that.

    It must stand in the text, right behind what is kept: a caption behind what goes is of that.
    """
    blocks, marks = _with_captions_below(*_with_opening_caption(blocks, marks))
    if not any(mark.rule == _CAPTION for mark in marks):
        return tuple(blocks), tuple(marks)
    rules: dict[int, set[str]] = {}
    for mark in marks:
        is_field = mark.kind == MOVED and mark.rule != _TAKEN  # headline and byline are the article's, too
        if mark.verdict is Verdict.STRIP and not is_field and is_whole(mark, blocks):
            rules.setdefault(mark.block, set()).add(mark.rule)
    settled, taken, made = list(blocks), set[int](), set[int]()
    for place in _lone(blocks, rules):
        before = _before(place, settled, set(rules) - made, taken)
        if before is None:
            continue
        caption, credit = _read(blocks[place])
        filled = _filled(settled[before], caption, credit)
        if filled is not None:
            settled[before] = filled
            taken.add(place)
        elif _RIGHTS not in rules[place]:
            image = Image(url=None, caption=caption, credit_line=credit)
            settled[place] = Block(kind=Kind.FIGURE, text="", images=(image,), box=blocks[place].box)
            made.add(place)
    left = (mark for mark in marks if mark.block not in made)
    return tuple(settled), tuple(replace(one, rule=_TAKEN) if one.block in taken else one for one in left)


def _with_opening_caption(
    blocks: Sequence[Block], marks: Sequence[Mark]
) -> tuple[Sequence[Block], Sequence[Mark]]:
    """Return the same with the caption of the picture above the headline, where it stands below that.

    It has no name, but what opens a text with "Photo: Jane Doe" at its end is no paragraph.
    """
    gone = cut_whole(blocks, marks)
    first = next((place for place, block in enumerate(blocks) if block.text and place not in gone), None)
    if (
        first is None
        or blocks[first].kind is not Kind.PARAGRAPH
        or len(blocks[first].text) > _LONGEST_OPENING
    ):
        return blocks, marks
    pictures = [place for place in range(first) if blocks[place].kind is Kind.FIGURE and place not in gone]
    if not pictures or not ends_in_label(blocks[first].text):
        return blocks, marks
    filled = _filled(blocks[pictures[-1]], *split_words(blocks[first].text))
    if filled is None:
        return blocks, marks
    settled = [*blocks[: pictures[-1]], filled, *blocks[pictures[-1] + 1 :]]
    return settled, (*marks, *strip_whole(blocks, [(first, _TAKEN)]))


def _with_captions_below(
    blocks: Sequence[Block], marks: Sequence[Mark]
) -> tuple[Sequence[Block], Sequence[Mark]]:
    """Return the same with each short paragraph right below a picture that says that it is of it."""
    if not any(block.kind is Kind.FIGURE for block in blocks):
        return blocks, marks
    gone = cut_whole(blocks, marks)
    settled, taken = list(blocks), list[int]()
    for place, block in enumerate(blocks[1:], 1):
        is_below = place not in gone and place - 1 not in gone and blocks[place - 1].kind is Kind.FIGURE
        if not is_below or block.kind is not Kind.PARAGRAPH or len(block.text) > _LONGEST_BELOW:
            continue
        if not _is_of(block.text, blocks[place - 1].images):
            continue
        filled = _filled(blocks[place - 1], *split_words(block.text))
        if filled is not None:
            settled[place - 1] = filled
            taken.append(place)
    return settled, (*marks, *strip_whole(blocks, ((place, _TAKEN) for place in taken)))


def _is_of(text: str, images: Sequence[Image]) -> bool:
    """Tell what a picture has for those who do not see it, too, or what ends with who took it in Chinese."""
    alternative = fold(images[-1].alt_text or "") if images else ""
    caption, credit = split_words(text)
    is_taken = bool(caption and credit and credit.endswith(words("credits.chinese-endings")))
    return is_taken or (len(alternative) >= _FEWEST_TOLD and alternative == fold(text))


def _lone(blocks: Sequence[Block], rules: Mapping[int, set[str]]) -> list[int]:
    """Return the captions in the text, by the rules on each block that goes, which no picture has yet."""
    kept = [place for place, block in enumerate(blocks) if block.text and place not in rules]
    lone = [place for place in sorted(rules) if _is_lone(blocks[place], rules[place])]
    if not kept or not lone:
        return []
    told = {fold(word) for block in blocks for image in block.images for word in _words_of(image)}
    return [place for place in lone if kept[0] < place < kept[-1] and fold(blocks[place].text) not in told]


def _is_lone(block: Block, rules: set[str]) -> bool:
    """Tell a caption that nothing but its name strips, or a credit line that is no more than one."""
    others = rules - {_CAPTION}
    return block.kind in ITEMS and _CAPTION in rules and (not others or _is_mere_credit(block, others))


def _is_mere_credit(block: Block, others: set[str]) -> bool:
    return others <= _OF_CREDITS and is_credit(block.text)


def _before(place: int, blocks: Sequence[Block], gone: set[int], taken: set[int]) -> int | None:
    """Return what a caption stands behind: a picture, or what is kept; None where that goes."""
    controls = 0
    for one in range(place - 1, -1, -1):
        if one not in gone:
            return one if not controls or blocks[one].kind is Kind.FIGURE else None
        if one not in taken:
            controls += 1
            if not blocks[one].text or len(blocks[one].text) > _LONGEST_CONTROL or controls > _MOST_CONTROLS:
                return None
    return None


def _words_of(image: Image) -> tuple[str, ...]:
    caption, credit = image.caption or "", image.credit_line or ""
    return caption, credit, f"{caption} {credit}"


def _read(block: Block) -> tuple[str | None, str | None]:
    """Return the caption and the credit line in a block, by what its element is called."""
    names = " ".join(block.box.names) if block.box is not None else ""
    caption, credit = split_words(block.text)
    if caption and not credit and is_named(names, "credits.credit-names"):
        return None, bare_credit(caption)
    return caption, credit


def _filled(block: Block, caption: str | None, credit: str | None) -> Block | None:
    """Return a figure whose last picture has these words, None where there is none that lacks them."""
    if block.kind is not Kind.FIGURE or not block.images:
        return None
    *others, last = block.images
    if (caption and last.caption) or (credit and last.credit_line):
        return None
    worded = replace(last, caption=last.caption or caption, credit_line=last.credit_line or credit)
    return replace(block, images=(*others, worded))
