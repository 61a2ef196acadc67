"""Lines that are links, and lines that are a label with a linked headline behind it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from newsgrab.extraction.boilerplate.substance import LINES, linked_share
from newsgrab.extraction.lines.moments import CLOCK
from newsgrab.model import Block, Inline, Kind
from newsgrab.text import SENTENCE_ENDS

_WHOLLY_LINKED = 0.9  # of a line
_SHORTEST_LED = 25  # characters of a linked headline
_POINTED_LINKED = 0.3  # of a line that begins with an arrow
_PARTED_LINKED = 0.6  # of a row of links between bars
_BAR = " | "
_ARROWS = (">>", "»»", "→", "➡", "➔", "👉", "▶", "►")
_LABEL_ENDS = (":", "：", "|", ">", "»", "→")
_LONGEST_LABEL = 5  # words
LINK_LINE = "structure.link-line"
_FEWEST_LINKS = 2  # below a line that heads them
_LONGEST_HEADING = 60  # characters
_OF_OTHERS = frozenset({Kind.EMBED, Kind.TABLE})  # whose links are not the text's


def reason_of_link_line(block: Block) -> str | None:
    """Return that a block is a link and hardly anything else, or links below a line that heads them."""
    least = _WHOLLY_LINKED
    if block.text.startswith(_ARROWS):
        least = _POINTED_LINKED
    elif _BAR in block.text and not block.text.endswith("."):
        least = _PARTED_LINKED
    is_linked = block.kind not in _OF_OTHERS and (linked_share(block) > least or _is_headed(block))
    is_linked = is_linked and not CLOCK.fullmatch(block.text)
    return LINK_LINE if is_linked else None


def _is_headed(block: Block) -> bool:
    """Tell a paragraph that is lines of links below a line that heads them."""
    first, *others = _lines_of(block)
    heading = "".join(inline.text for inline in first)
    return (
        len(others) >= _FEWEST_LINKS
        and not any(inline.href for inline in first)
        and len(heading) <= _LONGEST_HEADING
        and not heading.endswith(SENTENCE_ENDS)
        and all(inline.href for line in others for inline in line)
    )


def _lines_of(block: Block) -> list[list[Inline]]:
    """Return the lines of a paragraph, each the runs of text in it that say something."""
    lines: list[list[Inline]] = [[]]
    for inline in block.inlines:
        for number, text in enumerate(inline.text.split("\n")):
            if number:
                lines.append([])
            if text.strip():
                lines[-1].append(inline)
    return lines


class Leads:
    """Lines that are a label and the linked headline of another page of the site: "Don't miss: ..."."""

    def __init__(self, url: str | None) -> None:
        self._host = _host_of(url or "")

    def reason_of(self, block: Block) -> str | None:
        """Return that a block is such a line."""
        if block.kind not in LINES or not self._host:
            return None
        words = [inline for inline in block.inlines if any(map(str.isalnum, inline.text))]
        led = [*takewhile(lambda one: not one.href, block.inlines)]
        label = "".join(inline.text for inline in led).strip()
        links = [inline for inline in words if inline.href]
        linked = sum(len(inline.text) for inline in links if " " in inline.text)
        is_label = label.endswith(_LABEL_ENDS) or _is_bold_before(led, links)
        if not is_label or len(label.split()) > _LONGEST_LABEL or linked < _SHORTEST_LED:
            return None
        are_all = len(label) + linked > _WHOLLY_LINKED * len(block.text)
        return (
            "structure.lead"
            if are_all and all(_host_of(one.href or "") == self._host for one in links)
            else None
        )


def _is_bold_before(led: Sequence[Inline], links: Sequence[Inline]) -> bool:
    """Tell a label in bold from words of a sentence that its link goes on with."""
    said = [one for one in led if one.text.strip()]
    goes_on = bool(links) and links[0].text.strip()[:1].islower()
    return bool(said) and not goes_on and all(one.strong for one in said)


def _host_of(url: str) -> str:
    return url.partition("://")[2].partition("/")[0].removeprefix("www.")
