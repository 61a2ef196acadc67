"""What a page's structure says is not the article: boxes, links, repeated fields."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime
from functools import cache, partial

from newsgrab.extraction.boilerplate.boxes import Boxes
from newsgrab.extraction.boilerplate.channels import Channels
from newsgrab.extraction.boilerplate.link_lines import LINK_LINE, Leads, reason_of_link_line
from newsgrab.extraction.boilerplate.marks import strip_whole
from newsgrab.extraction.boilerplate.payment_links import PaymentLinks
from newsgrab.extraction.boilerplate.reviewed import find_reviewed_subheads
from newsgrab.extraction.boilerplate.second_article import SecondArticle
from newsgrab.extraction.lines.days import is_of_days, without_words_of_dates
from newsgrab.extraction.lines.moments import read_moment
from newsgrab.extraction.media.embeds import is_from_elsewhere
from newsgrab.extraction.media.figures import OF_THE_SHOWING
from newsgrab.extraction.page.wording import EMOJI
from newsgrab.model import Block, Kind, Mark, Metadata, Moment
from newsgrab.rules import lexicon
from newsgrab.rules.lines import fits
from newsgrab.text import WHOLE, letters_of

_LONGEST_DATE = 100  # characters of a line of dates
_LONGEST_HEADLINE = 140  # characters of a line with the first one
_LONGEST_DAY = 40  # characters of a day among fields
_BETWEEN_DATES = re.compile(r"(?<=\d)(?=[^\W\d_]{5})|\s*[|·•]\s*")  # "Published 3 May 2024Updated 4 May 2024"
# Around a post or a video these are what its embed code links to, and what asks for consent.
_OF_FRAMES = frozenset({"structure.links", "structure.form", "structure.control", LINK_LINE})
_BETWEEN_CRUMBS = re.compile(r"\s*[/›»>→|•]\s*")
_WORD = re.compile(r"[^\W\d_]{3}")
_LONGEST_FRAGMENT = 60  # characters
_LONGEST_BYLINE = 160  # characters of one with its dates
_FEWEST_CRUMBS = 2  # above the headline
_SHORTEST_REPEAT, _LONGEST_REPEAT = 4, 600  # letters of a field printed again, characters of its line


def mark_by_structure(blocks: Sequence[Block], metadata: Metadata, url: str | None) -> tuple[Mark, ...]:
    """Mark the blocks that the structure of the page at ``url`` gives away, each with the first reason."""
    url = url or metadata.canonical_url
    spared = find_reviewed_subheads(blocks, url)
    reasons: list[Callable[[Block], str | None]] = [
        Boxes(blocks, spared).reason_of,
        _Repeats(metadata).reason_of,
        SecondArticle(blocks, metadata).reason_of,
        reason_of_link_line,
        Leads(metadata.canonical_url or url).reason_of,
        Channels(url).reason_of,
        PaymentLinks(url).reason_of,
        partial(_date_line, published=metadata.date_published),
        _original_headline,
        _ornament,
    ]
    found = (
        (place, reason)
        for place, block in enumerate(blocks)
        if (reason := next((found for each in reasons if (found := each(block))), None))
        and not (block.kind is Kind.FIGURE and reason in OF_THE_SHOWING)
        and not (reason in _OF_FRAMES and is_from_elsewhere(block, url))
        and not (place in spared and reason == LINK_LINE)
    )
    return strip_whole(blocks, found)


@cache
def _says_when() -> re.Pattern[str]:
    return re.compile(rf"\W*{lexicon.any_of('printed.published', 'printed.modified')}(?!\w)", re.IGNORECASE)


@cache
def _names_day() -> re.Pattern[str]:
    return re.compile(rf"\W*{lexicon.any_of('printed.day')}(?!\w)", re.IGNORECASE)


@cache
def _of_bylines() -> re.Pattern[str]:
    around = ("people.by", "people.by-before-full-names", "people.and")
    return re.compile(rf"(?<!\w){lexicon.any_of(*around)}(?!\w)", re.IGNORECASE)


def _date_line(block: Block, published: Moment | None) -> str | None:
    """Tell a line of when the page was put out; behind "Date:" alone that is the day of an event, too."""
    if len(block.text) > _LONGEST_DATE:
        return None
    if not block.text[:1].isdigit() and fits("reading-time", block.text):
        return "structure.reading-time"
    are_dates = all(fits("date-line", part) for part in _BETWEEN_DATES.split(block.text))
    is_line = block.kind is not Kind.HEADING and not WHOLE.search(block.text)
    is_labelled = is_line and is_of_days(block.text) and _is_of_page(block.text, published)
    return "structure.date-line" if are_dates or is_labelled else None


def _is_of_page(text: str, published: Moment | None) -> bool:
    if _says_when().match(text):
        return True
    return (
        bool(_names_day().match(text))
        and published is not None
        and _day(read_moment(text)) == _day(published)
    )


def _day(moment: Moment | None) -> date | None:
    return moment.date() if isinstance(moment, datetime) else moment


def _original_headline(block: Block) -> str | None:
    """Return that a block says what the piece was called where it came from, which is a field."""
    is_line = len(block.text) <= _LONGEST_HEADLINE and fits("original-headline", block.text)
    return "structure.original-headline" if is_line else None


def _ornament(block: Block) -> str | None:
    """Return that a block is nothing but an emoji: the icon of a box, set as a line."""
    return "structure.ornament" if EMOJI.fullmatch(block.text) else None


class _Repeats:
    """Lines of the body that only print a field again."""

    def __init__(self, metadata: Metadata) -> None:
        self._headline = letters_of(metadata.headline or "")
        self._authors = metadata.authors
        self._fields = {
            letters: f"field.{name}"
            for name, text in _printed_fields(metadata)
            if len(letters := letters_of(text)) >= _SHORTEST_REPEAT
        }

    def reason_of(self, block: Block) -> str | None:
        """Return which field a block repeats, or the first of those that its lines do, and nothing else."""
        if len(block.text) >= _LONGEST_REPEAT:
            return None
        whole = self._fields.get(letters_of(block.text)) or self._heading(block.text)
        lines = block.text.split("\n")
        if whole or len(lines) == 1:
            return whole
        found = [self._fields.get(letters_of(line)) for line in lines]
        are_all = all(field or _is_day(line) for field, line in zip(found, lines, strict=True))
        return next(filter(None, found), None) if are_all else None

    def _heading(self, text: str) -> str | None:
        """Return the field of a line above the text: a path down to the headline, or who wrote it when."""
        *path, last = _BETWEEN_CRUMBS.split(text)
        if len(path) >= _FEWEST_CRUMBS and self._headline and letters_of(last) == self._headline:
            return "field.headline"
        named = [author for author in self._authors if author in text]
        return "field.byline" if named and _says_no_more(text, named) else None


def _says_no_more(text: str, names: Sequence[str]) -> bool:
    """Tell a line of these names and of dates, and of the words that say which they are, from a sentence."""
    is_as_long = _LONGEST_FRAGMENT < len(text) <= _LONGEST_BYLINE  # shorter ones are loose ends
    if not is_as_long or WHOLE.search(text) or read_moment(text) is None:
        return False
    for name in names:
        text = text.replace(name, " ")
    return not _WORD.search(_of_bylines().sub(" ", without_words_of_dates(text)))


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
