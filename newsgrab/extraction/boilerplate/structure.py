"""What a page's structure says is not the article: boxes, links, repeated fields."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import takewhile

from newsgrab.extraction.boilerplate.channels import Channels
from newsgrab.extraction.boilerplate.marks import strip_whole
from newsgrab.extraction.boilerplate.payment_links import PaymentLinks
from newsgrab.extraction.boilerplate.reviewed import reviewed
from newsgrab.extraction.boilerplate.second_article import SecondArticle
from newsgrab.extraction.boilerplate.substance import LEAVES, LINES, linked_share
from newsgrab.extraction.lines.moments import CLOCK, read_moment
from newsgrab.extraction.media.embeds import is_from_elsewhere
from newsgrab.extraction.media.figures import OF_THE_SHOWING
from newsgrab.extraction.page.names import is_named
from newsgrab.extraction.page.wording import EMOJI
from newsgrab.model import Block, Box, Inline, Kind, Mark, Metadata
from newsgrab.rules import lexicon
from newsgrab.rules.lines import fits
from newsgrab.text import SENTENCE_ENDS, WHOLE, letters_of

_TAGS = {
    "nav": "structure.navigation",
    "footer": "structure.footer",
    "button": "structure.control",
    "form": "structure.form",
}
_HEADLINE = "field.headline"  # the rule of the element that prints it
_HIDDEN = "hidden"  # by style or attribute
_MOST_HIDDEN = 0.15  # of the text; more than this is article that a program shows later
_MOST_LINKED = 0.6
_MOST_OF_BODY = 0.5  # a box with more of the text than this is not judged by its tag
_WHOLLY_LINKED = 0.9
_POINTED_LINKED = 0.3  # of a line that begins with an arrow
_PARTED_LINKED = 0.6  # of a row of links between bars
_BAR = " | "
_ARROWS = (">>", "»»", "→", "➡", "➔", "👉", "▶", "►")
_LONGEST_TEASER = 600  # characters of a box with a linked heading
_LEAST_LINKED = 0.2  # of such a box
_LONGEST_FORM = 700  # characters of a box with something to press
_WORDS_OF_CONTROL = 150  # characters that go with one thing to press
_MOST_FORM = 0.2  # of the text; a larger box with a button is not there for the button
_LONGEST_DATE = 100
_LONGEST_DAY = 40
_BETWEEN_DATES = re.compile(r"(?<=\d)(?=[^\W\d_]{5})|\s*[|·•]\s*")  # "Published 3 May 2024Updated 4 May 2024"
_LABEL_ENDS = (":", "：", "|", ">", "»", "→")
_LONGEST_LABEL = 5  # words
_SHORTEST_LED = 25  # characters of a linked headline
_LINK_LINE = "structure.link-line"
_FEWEST_LINKS = 2  # below a line that heads them
_LONGEST_HEADING = 60
_OF_OTHERS = frozenset({Kind.EMBED, Kind.TABLE})  # whose links are not the text's
# Around a post or a video these are what its embed code links to, and what asks for consent.
_OF_FRAMES = frozenset({"structure.links", "structure.form", "structure.control", _LINK_LINE})
_NOTES = frozenset({"notes", "footnotes", "endnotes", "references"})  # they belong to the text
_FEWEST_POSTS = 2
_POST = "article"  # of a live blog, with its button to share it
_SHORTEST_REPEAT = 4  # letters


def mark_by_structure(
    blocks: Sequence[Block], metadata: Metadata, url: str | None = None
) -> tuple[Mark, ...]:
    """Mark the blocks that the structure of the page at ``url`` gives away, each with the first reason."""
    url = url or metadata.canonical_url
    spared = reviewed(blocks, url)
    reasons: list[Callable[[int, Block], str | None]] = [
        _Boxes(blocks, spared).reason_of,
        _Repeats(metadata).reason_of,
        SecondArticle(blocks, metadata).reason_of,
        _link_line,
        _Leads(metadata.canonical_url or url).reason_of,
        Channels(url).reason_of,
        PaymentLinks(url).reason_of,
        _date_line,
        _ornament,
    ]
    found = (
        (place, reason)
        for place, block in enumerate(blocks)
        if (reason := next((found for each in reasons if (found := each(place, block))), None))
        and not (block.kind is Kind.FIGURE and reason in OF_THE_SHOWING)
        and not (reason in _OF_FRAMES and is_from_elsewhere(block, url))
        and not (place in spared and reason == _LINK_LINE)
    )
    return strip_whole(blocks, found)


def _link_line(_place: int, block: Block) -> str | None:
    least = _WHOLLY_LINKED
    if block.text.startswith(_ARROWS):
        least = _POINTED_LINKED
    elif _BAR in block.text and not block.text.endswith("."):
        least = _PARTED_LINKED
    is_linked = block.kind not in _OF_OTHERS and (linked_share(block) > least or _is_headed(block))
    is_linked = is_linked and not CLOCK.fullmatch(block.text)
    return _LINK_LINE if is_linked else None


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


class _Leads:
    """Lines that are a label and the linked headline of another page of the site: "Don't miss: ..."."""

    def __init__(self, url: str | None) -> None:
        self._host = _host_of(url or "")

    def reason_of(self, _place: int, block: Block) -> str | None:
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


def _date_line(_place: int, block: Block) -> str | None:
    if len(block.text) > _LONGEST_DATE:
        return None
    are_dates = all(fits("date-line", part) for part in _BETWEEN_DATES.split(block.text))
    return "structure.date-line" if are_dates else None


def _ornament(_place: int, block: Block) -> str | None:
    """Return that a block is nothing but an emoji: the icon of a box, set as a line."""
    return "structure.ornament" if EMOJI.fullmatch(block.text) else None


class _Boxes:
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

    def reason_of(self, _place: int, block: Block) -> str | None:
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


class _Repeats:
    """Lines of the body that only print a field again."""

    def __init__(self, metadata: Metadata) -> None:
        self._fields = {
            letters: f"field.{name}"
            for name, text in _printed_fields(metadata)
            if len(letters := letters_of(text)) >= _SHORTEST_REPEAT
        }

    def reason_of(self, _place: int, block: Block) -> str | None:
        """Return which field a block repeats, or the first of those that its lines do, and nothing else."""
        if len(block.text) >= _LONGEST_TEASER:
            return None
        whole = self._fields.get(letters_of(block.text))
        lines = block.text.split("\n")
        if whole or len(lines) == 1:
            return whole
        found = [self._fields.get(letters_of(line)) for line in lines]
        are_all = all(field or _is_day(line) for field, line in zip(found, lines, strict=True))
        return next(filter(None, found), None) if are_all else None


def _is_day(line: str) -> bool:
    """Tell a date that stands among lines that are fields."""
    return len(line) <= _LONGEST_DAY and not WHOLE.search(line) and read_moment(line) is not None


def _printed_fields(metadata: Metadata) -> Iterator[tuple[str, str]]:
    *others, last = metadata.authors or ("",)
    yield from (("authors", author) for author in metadata.authors)
    joints = ("", *lexicon.words("people.and")) if others else ()  # signs between names do not count
    yield from (("authors", f"{' '.join(others)} {joint} {last}") for joint in joints)
    for name in ("byline", "standfirst", "alternative_headline", "headline", "section", "publisher"):
        value = getattr(metadata, name)
        if value:
            yield name, value


def _posts(blocks: Sequence[Block]) -> set[Box]:
    """Return the boxes of a live blog's posts, of which there are several: one time of day and a text."""
    clocks = [block for block in blocks if CLOCK.fullmatch(block.text)]
    if len(clocks) < _FEWEST_POSTS:
        return set()
    times = Counter(box for block in clocks for box in block.boxes())
    told = {
        box
        for block in blocks
        if len(block.text) >= _SHORTEST_LED and block.text.endswith(SENTENCE_ENDS)
        for box in block.boxes()
    }
    return {box for box, count in times.items() if count == 1 and box in told}


def _is_of_quote(box: Box) -> bool:
    """Tell whether a footer is a quotation's: it names who said that."""
    return box.tag == "footer" and box.parent is not None and box.parent.tag == "blockquote"


def is_of_facts(box: Box) -> bool:
    """Tell a box that is called one of facts."""
    return is_named(" ".join(box.names), "printed.fact-names")
