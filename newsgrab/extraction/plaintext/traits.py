"""What speaks for and against each line below the headline being part of the article."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from newsgrab.extraction.plaintext.head import is_paragraph
from newsgrab.extraction.plaintext.lines import bullet, stems_of
from newsgrab.extraction.plaintext.shapes import SEEN, Shape, Shaped, fits, is_name

_OPENING = 6  # paragraphs that say what the article is about
_NEAR = 4  # lines around one that asks
_TEASER = range(35, 140)  # weight of another article's headline
_ASKING = frozenset({"donation", "newsletter", "subscription", "app"})
_BOXES = (*_ASKING, "consent", "comments", "author")
_CLOSING = frozenset({"copyright", "comments", "author", "navigation"})
Traits = dict[str, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A line below the headline with what the rules say of it."""

    shaped: Shaped
    rule: str | None = None  # the rule that takes the whole line
    is_protected: bool = False
    is_head: bool = False  # between the headline and the last byline, date or label below it

    @property
    def kind(self) -> str:
        """Return the kind of the rule that takes the line, "" where none does."""
        return (self.rule or "").partition(".")[0]

    @property
    def is_free(self) -> bool:
        """Tell whether no rule has decided."""
        return self.rule is None and not self.is_protected

    @property
    def is_prose(self) -> bool:
        """Tell whether the line reads as a paragraph and no rule takes it."""
        return self.rule is None and self.shaped.shape is Shape.PROSE


def read_traits(lines: Sequence[Candidate], headline: str) -> list[Traits]:
    """Return each line's traits; those of a line that a rule decided on are empty."""
    whole = _Whole(lines, headline)
    return [whole.traits(place) if line.is_free else {} for place, line in enumerate(lines)]


class _Whole:
    """All lines, and what can only be said when all are seen."""

    def __init__(self, lines: Sequence[Candidate], headline: str) -> None:
        self.lines = lines
        paragraphs = [
            place for place, line in enumerate(lines) if line.rule is None and is_paragraph(line.shaped)
        ]
        self.first = paragraphs[0] if paragraphs else len(lines)
        self.last = _last_of_run(paragraphs)
        self.opening = stems_of(
            " ".join((headline, *(lines[place].shaped.text[:SEEN] for place in paragraphs[:_OPENING])))
        )
        self.boxes = tuple(_boxes(lines))
        self.lists = tuple(_lists(lines))
        self.letter = tuple(_letter(lines))
        self.comments = _first_of_kind(lines, "comments", max(self.first + 1, self.last // 2))

    def traits(self, place: int) -> Traits:
        """Return the traits of the line at a place."""
        found: Traits = {}
        for name, value in self._all(place):
            found[name] = float(value)
        return found

    def _all(self, place: int) -> Iterator[tuple[str, float]]:
        line = self.lines[place]
        yield line.shaped.shape.value, 1.0
        if line.shaped.shape is Shape.PROSE:
            yield from self._of_prose(place)
        elif line.shaped.shape is Shape.LINE:
            yield from self._of_line(place)
        yield from self._of_box(place)
        if line.shaped.copies > 1:
            yield f"{_sort(line)} copied", 1.0
        if self.letter[place]:
            yield "in a letter", 1.0
        if place >= self.comments:
            yield f"{_sort(line)} in comments", 1.0
        yield from self._of_appeal(place)

    def _of_prose(self, place: int) -> Iterator[tuple[str, float]]:
        shaped = self.lines[place].shaped
        weight = shaped.line.weight
        yield "prose weight", min(weight, 400) / 150
        yield "prose short", float(weight < 60)
        yield "prose with speech", float(fits("attribution", shaped.text[:SEEN]))
        yield "prose in tail", float(place > self.last)
        yield "prose alone", float(not self._is_prose(place - 1) and not self._is_prose(place + 1))
        if weight > 60:
            told = len(stems_of(shaped.text[:SEEN]) & self.opening)
            yield "prose strange", max(0, 3 - told) / 3
        if shaped.text.endswith((":", "：")):
            follows = self._at(place + 1)
            leads = follows is not None and (follows.rule or follows.shaped.shape is Shape.SALUTATION)
            yield "lead-in", float(bool(leads))

    def _of_line(self, place: int) -> Iterator[tuple[str, float]]:
        line = self.lines[place]
        weight = line.shaped.line.weight
        yield "line long", float(weight >= 140)
        yield "line ends", float(line.shaped.line.ends)
        yield "line like a headline", float(weight in _TEASER)
        if line.is_head or place < self.first:
            yield "line in head", float(weight >= 30)
            yield "short line in head", float(weight < 30)
        elif place > self.last:
            yield "line in tail", 1.0
            yield "long line in tail", float(weight >= 140)
        elif self._is_prose(place + 1) and self._is_prose(place - 1):
            yield "line between prose", 1.0
        if weight in _TEASER and not stems_of(line.shaped.text) & self.opening:
            yield "line strange", 1.0
        yield "line in a list", float(self.lists[place] or bullet(line.shaped.text) is not None)
        near = [self._is_prose(other) for other in range(place - 4, place + 5) if other != place]
        yield "line without prose near", float(not any(near))

    def _of_box(self, place: int) -> Iterator[tuple[str, float]]:
        line, box = self.lines[place], self.boxes[place]
        if not box:
            return
        shaped = line.shaped
        if shaped.shape is Shape.PROSE:
            yield "prose first in box", float(box == 1 and shaped.line.weight <= 100)
            yield "prose copied in box", float(box > 1 and shaped.copies > 1)
            return
        follows = self._at(place + 1)
        before_text = follows is not None and follows.rule is None and is_paragraph(follows.shaped)
        is_subhead = box > 1 and shaped.line.weight <= 60 and before_text and not is_name(shaped.text)
        yield ("subhead in box" if is_subhead else "first in box" if box == 1 else "in box"), 1.0

    def _of_appeal(self, place: int) -> Iterator[tuple[str, float]]:
        shaped = self.lines[place].shaped
        if not shaped.appeal:
            return
        near = self.lines[max(0, place - _NEAR) : place + _NEAR + 1]
        words = min(shaped.appeal, 4) + min(shaped.money, 2)
        if any(line.kind in _ASKING or line.shaped.shape is Shape.SALUTATION for line in near):
            yield "appeal", words / 4
        elif shaped.money:
            yield "appeal alone", words / 4

    def _at(self, place: int) -> Candidate | None:
        return self.lines[place] if 0 <= place < len(self.lines) else None

    def _is_prose(self, place: int) -> bool:
        line = self._at(place)
        return line is not None and line.is_prose and line.shaped.line.weight >= 60


def closings(lines: Sequence[Candidate]) -> list[bool]:
    """Tell for each line whether since the paragraph before it something announced the end of the text."""
    found = []
    paragraphs, is_closed = 0, False
    for line in lines:
        found.append(is_closed)
        if line.rule is None and is_paragraph(line.shaped):
            paragraphs, is_closed = paragraphs + 1, False
        elif paragraphs > 1 and line.kind in _CLOSING:
            is_closed = True
    return found


def _sort(line: Candidate) -> str:
    return "prose" if line.shaped.shape is Shape.PROSE else "line"


def _last_of_run(paragraphs: Sequence[int]) -> int:
    """Return the last paragraph that stands next to another; where none does, the last of all."""
    pairs = [place for place, next_ in pairwise(paragraphs) if next_ - place <= 2]
    if not pairs:
        return paragraphs[-1] if paragraphs else -1
    return next(place for place in paragraphs if place > pairs[-1])


def _boxes(lines: Sequence[Candidate]) -> Iterator[int]:
    """Give for each line how many lines it is below the heading of a box, 0 outside of one."""
    box = 0
    for line in lines:
        yield box if line.is_free else 0
        if not line.is_free:
            box = 1 if line.rule and _opens_box(line.rule) else 0
        elif line.shaped.shape is Shape.PROSE and (box != 1 or line.shaped.line.weight > 100):
            box = 0
        elif box:
            box += 1


def _lists(lines: Sequence[Candidate]) -> Iterator[bool]:
    """Tell for each line whether it is in a run of short lines below a colon."""
    in_list = False
    for line in lines:
        in_list = in_list and line.is_free and line.shaped.shape is not Shape.PROSE
        yield in_list
        if line.is_free and line.shaped.text.endswith((":", "：")):
            in_list = True


def _letter(lines: Sequence[Candidate]) -> Iterator[bool]:
    """Tell for each line whether it is in a letter to the readers: from a salutation below some text on."""
    in_letter = False
    paragraphs = 0
    for line in lines:
        shaped = line.shaped
        paragraphs += line.is_prose and shaped.line.weight >= 60
        if shaped.shape is Shape.SALUTATION:
            in_letter = paragraphs > 1
        elif shaped.shape is Shape.PROSE and line.is_free and not (shaped.appeal or shaped.money):
            in_letter = False
        yield in_letter


def _first_of_kind(lines: Sequence[Candidate], kind: str, start: int) -> int:
    return next((place for place in range(start, len(lines)) if lines[place].kind == kind), len(lines))


def _opens_box(rule: str) -> bool:
    kind, _, name = rule.partition(".")
    return "heading" in name or kind in _BOXES
