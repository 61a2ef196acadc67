"""What a page's structure says is not the article: names, links, controls, position."""

from __future__ import annotations

from collections.abc import Sequence

from newsgrab.model import Block, Box, Kind, Mark, Verdict

_TAGS = {
    "nav": "structure.navigation",
    "footer": "structure.footer",
    "button": "structure.control",
    "form": "structure.form",
}
_PARAGRAPHS = frozenset("p h1 h2 h3 h4 h5 h6 li td th".split())
_MOST_LINKED = 0.6
_MOST_OF_BODY = 0.5  # a box with more of the text than this is not judged by its name or tag


def judge(blocks: Sequence[Block]) -> tuple[Mark, ...]:
    """Mark the blocks that stand in boxes which the structure gives away."""
    verdicts: dict[Box, str | None] = {}
    marks = []
    for place, block in enumerate(blocks):
        reason = _of_box(block.box, verdicts) or _of_block(block)
        if reason:
            marks.append(Mark(rule=reason, verdict=Verdict.STRIP, block=place, start=0, end=len(block.text)))
    return tuple(marks)


def _of_box(box: Box | None, verdicts: dict[Box, str | None]) -> str | None:
    chain = []
    while box is not None and box not in verdicts:
        chain.append(box)
        box = box.parent
    reason = verdicts[box] if box is not None else None
    root = chain[-1] if chain and box is None else _root(box)
    for inner in reversed(chain):
        reason = reason or _own(inner, root)
        verdicts[inner] = reason
    return reason


def _root(box: Box | None) -> Box | None:
    while box is not None and box.parent is not None:
        box = box.parent
    return box


def _own(box: Box, root: Box | None) -> str | None:
    if box.parent is None or root is None:
        return None
    if box.text_length <= _MOST_OF_BODY * root.text_length:
        named = _TAGS.get(box.tag)
        if named:
            return named
    is_linked = box.text_length and box.link_length > _MOST_LINKED * box.text_length
    return "structure.links" if is_linked and box.tag not in _PARAGRAPHS else None


def _of_block(block: Block) -> str | None:
    linked = sum(len(inline.text) for inline in block.inlines if inline.href)
    if block.text and linked > 0.9 * len(block.text) and block.kind is not Kind.EMBED:
        return "structure.link-line"
    return None
