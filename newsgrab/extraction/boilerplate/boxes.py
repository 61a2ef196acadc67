"""Boxes that are none of the article: by their tag, their links, what is pressed in them, their heading."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import takewhile

from newsgrab.extraction.boilerplate.substance import LEAVES, linked_share
from newsgrab.extraction.lines.moments import CLOCK
from newsgrab.extraction.page.names import is_named
from newsgrab.model import Block, Box, Kind
from newsgrab.text import SENTENCE_ENDS

_TAGS = {
    "nav": "structure.navigation",
    "footer": "structure.footer",
    "button": "structure.control",
    "form": "structure.form",
}
_HEADLINE = "field.headline"  # the rule of the element that prints it
_HIDDEN = "hidden"  # by style or attribute
_MOST_HIDDEN = 0.15  # of the text; more than this is article that a program shows later
_MOST_LINKED = 0.6  # of a box's text
_MOST_OF_BODY = 0.5  # a box with more of the text than this is not judged by its tag
_WHOLLY_LINKED = 0.9  # of a heading
_LONGEST_TEASER = 600  # characters of a box with a linked heading
_LEAST_LINKED = 0.2  # of such a box
_LONGEST_FORM = 700  # characters of a box with something to press
_WORDS_OF_CONTROL = 150  # characters that go with one thing to press
_MOST_FORM = 0.2  # of the text; a larger box with a button is not there for the button
_SHORTEST_TOLD = 25  # characters of what a post tells
_NOTES = frozenset({"notes", "footnotes", "endnotes", "references"})  # they belong to the text
_FEWEST_POSTS = 2  # of a live blog
_POST = "article"  # of a live blog, with its button to share it


class Boxes:
    """Boxes that are told by their tag, their links, their controls, or a linked heading."""

    def __init__(self, blocks: Sequence[Block], spared: frozenset[int]) -> None:
        roots = {id(box): box for block in blocks for box in block.boxes() if box.parent is None}
        self._length = sum(box.text_length for box in roots.values())
        # What holds the headline frames the article, however many links are in it.
        self._verdicts: dict[Box, str | None] = {
            box: None for block in blocks if _HEADLINE in block.selected for box in block.boxes()
        }
        self._clocks = {
            box
            for block in blocks
            if CLOCK.fullmatch(block.text)
            for box in block.boxes()
            if box.text_length <= len(block.text)
        }
        self._posts = _posts(blocks)
        self._framing = {box for block in blocks for box in _framing(block)}
        heads = (block for place, block in enumerate(blocks) if place not in spared)
        self._teasers = {box for block in heads for box in self._teaser(block)}

    def reason_of(self, block: Block) -> str | None:
        """Return why a block goes, with the outermost box that says so first."""
        chain = []
        verdict = None
        for box in block.boxes():
            if box in self._verdicts:
                verdict = self._verdicts[box]
                break
            chain.append(box)
        for box in reversed(chain):
            verdict = verdict or self._own(box)
            self._verdicts[box] = verdict
        return verdict

    def _own(self, box: Box) -> str | None:
        if box.parent is None:
            return None
        is_little = box.text_length <= _MOST_OF_BODY * self._length
        if box.tag in _TAGS and is_little and _NOTES.isdisjoint(box.names) and not _is_of_quote(box):
            return _TAGS[box.tag]
        if _HIDDEN in box.names and box.text_length <= _MOST_HIDDEN * self._length:
            return "structure.hidden"
        if box in self._teasers:
            return "structure.teaser"
        if box.tag in LEAVES or not box.text_length:
            return None
        is_spared = box in self._clocks or box in self._framing
        if box.link_length > _MOST_LINKED * box.text_length and not is_spared:
            return "structure.links"
        most = _MOST_OF_BODY if box.tag == "aside" else _MOST_FORM
        longest = min(_LONGEST_FORM, _WORDS_OF_CONTROL * box.controls, most * self._length)
        is_form = box.text_length < longest and not (
            box.tag == _POST or box in self._posts or is_of_facts(box)
        )
        return "structure.form" if is_form else None

    def _teaser(self, block: Block) -> Iterator[Box]:
        """Give the boxes around a linked heading that hold little more than it."""
        if block.kind is not Kind.HEADING or linked_share(block) <= _WHOLLY_LINKED:
            return
        for box in block.boxes():
            if box.text_length > _LONGEST_TEASER or box.link_length < _LEAST_LINKED * box.text_length:
                return
            yield box


def _framing(block: Block) -> Iterator[Box]:
    """Give the boxes that hold nothing but a figure; links in its words lead to who made it."""
    if block.kind is Kind.FIGURE and block.box is not None and not block.is_teaser:
        own = block.box.text_length
        yield from takewhile(lambda box: box.text_length <= own, block.boxes())


def _posts(blocks: Sequence[Block]) -> set[Box]:
    """Return the boxes of a live blog's posts, of which there are several: one time of day and a text."""
    clocks = [block for block in blocks if CLOCK.fullmatch(block.text)]
    if len(clocks) < _FEWEST_POSTS:
        return set()
    times = Counter(box for block in clocks for box in block.boxes())
    told = {
        box
        for block in blocks
        if len(block.text) >= _SHORTEST_TOLD and block.text.endswith(SENTENCE_ENDS)
        for box in block.boxes()
    }
    return {box for box, count in times.items() if count == 1 and box in told}


def _is_of_quote(box: Box) -> bool:
    """Tell whether a footer is a quotation's: it names who said that."""
    return box.tag == "footer" and box.parent is not None and box.parent.tag == "blockquote"


def is_of_facts(box: Box) -> bool:
    """Tell a box that is called one of facts."""
    return is_named(" ".join(box.names), "printed.fact-names")
