"""What a text dump shows at first sight: by this, walls are told from articles."""

from __future__ import annotations

from functools import cached_property
from itertools import pairwise

from newsgrab.extraction.page.document import Document
from newsgrab.extraction.page.wording import tidy
from newsgrab.extraction.walls.phrases import count_phrases, goes_by, phrases, spoken
from newsgrab.extraction.walls.rows import Row
from newsgrab.extraction.walls.story import Story, find_story
from newsgrab.model import Block, Claim, Extraction, Kind, Metadata
from newsgrab.text import WHOLE, collapse, weight

BETWEEN = " | "  # a page's title and its heading
LITTLE = 450  # letters of running text
MOST_TEXT = 6_000  # characters
_HEADING, _SENTENCE = 20, 40  # letters of a script with spaces between words
_TITLED = ("challenge", "consent", "missing", "login", "account", "form", "list")
_SAID = ("challenge", "consent", "missing", "placeholder", "script", "paywall")
_LONG = 80  # letters of a paragraph
_LONGEST_LABEL = 40
_FEWEST_NUMBERS, _COUNTED = 10, 0.3  # blocks that are numbers, and their share
_NOT_RUNNING = frozenset({Kind.HEADING, Kind.FIGURE, Kind.BREAK})


class Look:
    """What there is to see of a text dump; each thing is only looked for when it is first asked for."""

    is_in_order = True  # what stands below it goes on; on a page, a wall may lie over the text after it

    def __init__(
        self, document: Document, metadata: Metadata, claims: tuple[Claim, ...], body: tuple[Block, ...]
    ) -> None:
        self.document, self.metadata, self.claims, self._body = document, metadata, claims, body

    @cached_property
    def tells_story(self) -> bool:
        """Whether a headline stands over a sentence, and neither speaks of a wall."""
        heading = spoken(self.metadata.headline or "")
        if weight(heading) < _HEADING or not self.story.is_headed or not self._is_titled(heading):
            return False
        if _is_of_wall(heading) or any(goes_by(heading, f"{wall}-titles") for wall in _TITLED):
            return False
        first = self.story.rows[self.story.told[0]].text
        return WHOLE.search(first) is not None and weight(first) >= _SENTENCE and not _is_of_wall(first)

    def _is_titled(self, heading: str) -> bool:  # noqa: ARG002
        """Tell whether a headline is that of the page; a dump has no other."""
        return True

    @cached_property
    def names(self) -> str:
        """What it goes by, lower case, without what that quotes."""
        return spoken(self.metadata.headline or "")

    @property
    def heading(self) -> str:
        """The heading alone."""
        return self.names.rpartition(BETWEEN)[2]

    @cached_property
    def text(self) -> str:
        """The beginning of all that is printed, lower case."""
        return tidy(self._printed)[:MOST_TEXT].lower().replace("’", "'")

    @cached_property
    def _printed(self) -> str:
        # Around an article of some length, a dump has the words of what lay before the page and was closed.
        words = self.document.text if self.length < LITTLE else "\n".join(one.text for one in self.running)
        return words[: 2 * MOST_TEXT]

    @cached_property
    def said(self) -> str:
        """The same without what stands between quotation marks."""
        return spoken(self.text)

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """What is printed, row by row; a dump has nothing but lines."""
        lines = map(collapse, self._printed.split("\n"))
        return tuple(Row(printed=line) for line in lines if line)

    @cached_property
    def story(self) -> Story:
        """Where the article stands among the rows."""
        return find_story(self.rows, self.prose, self.metadata.headline or "")

    @cached_property
    def buttons(self) -> tuple[str, ...]:
        """What is printed on buttons, lower case; in a dump they are lines like others."""
        lines = (collapse(line).lower() for line in self._printed.split("\n"))
        return tuple(line for line in lines if 0 < len(line) <= _LONGEST_LABEL)

    @cached_property
    def source(self) -> str:
        """The beginning of the page's source, lower case."""
        return ""

    @cached_property
    def unseen(self) -> str:
        """What is said to those whose browser runs no scripts, lower case."""
        return ""

    @cached_property
    def asks_password(self) -> bool:
        """Whether there is a box for a password."""
        return False

    @cached_property
    def asks_something(self) -> bool:
        """Whether there is a line to fill in."""
        return False

    @cached_property
    def running(self) -> list[Block]:
        """The article's paragraphs."""
        return [block for block in self._body if block.kind not in _NOT_RUNNING]

    @cached_property
    def prose(self) -> tuple[str, ...]:
        """Their words, lower case."""
        return tuple(block.text.lower() for block in self.running)

    @cached_property
    def told(self) -> str:
        """What it goes by and the article's own words, lower case, without what they quote."""
        words = "\n".join((self.names, self.metadata.standfirst or "", *(one.text for one in self._body)))
        return spoken(words)

    @cached_property
    def length(self) -> int:
        """What the article's running text says, in letters of a script with spaces between words."""
        return sum(self._weights) + weight(self.metadata.standfirst or "")

    @cached_property
    def paragraphs(self) -> int:
        """How many of them are long."""
        return sum(each >= _LONG for each in self._weights)

    @cached_property
    def _weights(self) -> tuple[int, ...]:
        return tuple(weight(block.text) for block in self.running)

    @cached_property
    def is_stated(self) -> bool:
        """Whether JSON-LD or a date of publication says that this is an article."""
        return False

    @cached_property
    def is_vouched_for(self) -> bool:
        """Whether anything says that this is an article, as its day or who wrote it; a dump says nothing."""
        return True

    @cached_property
    def is_dated(self) -> bool:
        """Whether a day is printed beside it."""
        return any(
            claim.field == "date_published" and not claim.locator.startswith("address:")
            for claim in self.claims
        )

    @cached_property
    def is_index(self) -> bool:
        """Whether it is a list of others."""
        return count_phrases(self.names, "list-titles") > 0

    @cached_property
    def has_pictures(self) -> bool:
        """Whether the article has any."""
        return any(block.images for block in self._body)

    @cached_property
    def has_story_in_pictures(self) -> bool:
        """Whether its pictures have words, be it headings, or the page says itself that it is an article."""
        has_words = any(block.text or any(one.caption for one in block.images) for block in self._body)
        return self.has_pictures and (has_words or self.is_stated)

    @cached_property
    def is_counted(self) -> bool:
        """Whether numbers stand beside what it tells, piece by piece: of answers, in a forum's list.

        Those that go up or down by one only say which piece it is.
        """
        if self.is_stated or self.is_dated:
            return False
        numbers = [int(block.text) for block in self.running if block.text.isdecimal()]
        steps = sum(abs(one - other) == 1 for one, other in pairwise(numbers))
        is_numbered = 2 * steps > len(numbers)
        return (
            not is_numbered
            and len(numbers) >= _FEWEST_NUMBERS
            and len(numbers) > _COUNTED * len(self.running)
        )


def _is_of_wall(text: str) -> bool:
    return any(count_phrases(text, f"{wall}-phrases") for wall in _SAID) or any(
        topic in text for topic in phrases("consent-topics")
    )


def look_at_dump(document: Document, extraction: Extraction) -> Look:
    """Look at a text dump and what was read out of it."""
    article = extraction.article
    return Look(document, article.metadata, extraction.claims, article.body)
