"""What speaks for and against each line below the headline being part of the article."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newsgrab.extraction.lines.stems import stems_of
from newsgrab.extraction.lines.voice import SEEN, find_asides
from newsgrab.extraction.plaintext.boxes import (
    ASKING,
    LISTING,
    SMALL_PRINT,
    Candidate,
    box_kinds,
    box_places,
)
from newsgrab.extraction.plaintext.core import is_personal
from newsgrab.extraction.plaintext.dated import times_of_posts
from newsgrab.extraction.plaintext.ends import SOME_TEXT, end_of_text, is_some_text
from newsgrab.extraction.plaintext.head import is_paragraph
from newsgrab.extraction.plaintext.lines import bullet, is_bracketed
from newsgrab.extraction.plaintext.lists import find_led_lists, find_menus, find_verse, in_lists
from newsgrab.extraction.plaintext.shapes import Shape, is_name
from newsgrab.extraction.plaintext.summaries import LABEL, TEASER, find_summaries, is_teaser
from newsgrab.extraction.plaintext.voice import said_by
from newsgrab.rules.lines import fits

_OPENING = 6  # paragraphs that say what the article is about
_NEAR = 4  # lines around one that asks
_MORE_TEXT = 80  # the same where it need not share a word with the beginning
_SHORTER = 0.6  # of other articles' headlines
_SUBHEAD = 60  # weight of a subhead that stands below other articles' headlines
_MIDDLING = 120  # weight of a paragraph that shares few words with the beginning
_FAMILIES = {"newsletter": "mail", "app": "app"}  # of notices that stand in one box; others ask for money
Traits = dict[str, float]


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
        self.opening = stems_of(
            " ".join((headline, *(lines[place].shaped.text[:SEEN] for place in paragraphs[:_OPENING])))
        )
        self.is_personal = is_personal([lines[place].shaped for place in paragraphs])
        self.asides = dict(find_asides(tuple(map(said_by, lines)), headline, range(len(lines))))
        self.boxes = tuple(box_places(lines))
        self.kinds = tuple(box_kinds(lines, self.boxes))
        texts = [place for place, line in enumerate(lines) if self._is_text(line)]
        self.last = end_of_text(lines, self.kinds, texts)
        self.lists = tuple(in_lists(lines))
        self.listed = frozenset(find_led_lists(lines)) | times_of_posts(lines)
        self.menus = frozenset(find_menus(lines))
        self.verse = frozenset(find_verse(lines))
        self.letter = tuple(_letter(lines))
        self.summaries = frozenset(find_summaries(lines))
        self.comments = _first_of_kind(lines, "comments", max(self.first + 1, self.last // 2))

    def traits(self, place: int) -> Traits:
        """Return the traits of the line at a place."""
        found: Traits = {}
        for name, value in self._all(place):
            found[name] = float(value)
        return found

    def _all(self, place: int) -> Iterator[tuple[str, float]]:
        line = self.lines[place]
        yield ("line" if self._is_embed(place) else line.shaped.shape.value), 1.0
        if line.shaped.line.is_link:
            yield f"{_sort(line)} linked", 1.0
        elif line.shaped.line.level:
            yield "heading", 1.0
        if place in self.verse:
            yield "verse", 1.0
            return
        if line.shaped.shape is Shape.PROSE:
            yield from self._of_prose(place)
        elif line.shaped.shape is Shape.LINE:
            yield from self._of_line(place)
        yield from self._of_box(place)
        if line.shaped.copies > 1:
            yield f"{_sort(line)} copied", 1.0
            yield "headline copied often", float(is_teaser(line) and line.shaped.copies > 2)
        if self.letter[place]:
            yield "in a letter", 1.0
        if place in self.summaries:
            yield f"{_sort(line)} of summaries", 1.0
        if place >= self.comments:
            yield f"{_sort(line)} in comments", 1.0
        yield from self._of_appeal(place)

    def _is_embed(self, place: int) -> bool:
        """Tell whether an address stands between two paragraphs, in place of what it leads to."""
        is_between = self._is_prose(place - 1) and self._is_prose(place + 1)
        return is_between and self.lines[place].shaped.shape is Shape.ADDRESS

    def _of_prose(self, place: int) -> Iterator[tuple[str, float]]:
        line = self.lines[place]
        shaped, weight = line.shaped, line.shaped.line.weight
        yield "prose weight", min(weight, 400) / 150
        yield "prose short", float(weight < 60)
        yield "prose with speech", float(fits("attribution", shaped.text[:SEEN]))
        yield "prose in tail", float(place > self.last)
        yield "prose alone", float(not self._is_prose(place - 1) and not self._is_prose(place + 1))
        if weight > 60:
            told = len(stems_of(shaped.text[:SEEN]) & self.opening)
            yield ("prose strange" if weight > _MIDDLING else "short prose strange"), max(0, 3 - told) / 3
        above, below = self._at(place - 1), self._at(place + 1)
        yield "prose below a teaser", float(above is not None and is_teaser(above))
        yield "prose above a teaser", float(below is not None and is_teaser(below))
        yield "prose above a card", float(below is not None and below.shaped.shape in SMALL_PRINT)
        below_print = above is not None and above.shaped.shape in SMALL_PRINT
        yield "prose below a card", float(below_print and place > self.last)
        yield "prose opens with an appeal", float(line.opens_with in ASKING)
        yield "prose of a card", float(self._is_of_card(place))
        asking = [
            _FAMILIES.get(one.kind, "money") for one in (above, below) if one is not None and _asks(one)
        ]
        is_box = len(asking) > 1 and len(set(asking)) == 1
        is_between = is_box and not (
            self.is_personal and any(one is not None and one.is_free for one in (above, below))
        )
        yield "prose between appeals", float(is_between)  # of one box
        yield "prose beside an appeal", float(bool(asking) and not is_between and shaped.appeal > 0)
        if shaped.text.endswith((":", "：")):
            follows = self._at(place + 1)
            leads = follows is not None and (follows.rule or follows.shaped.shape is Shape.SALUTATION)
            yield "lead-in", float(bool(leads))

    def _of_line(self, place: int) -> Iterator[tuple[str, float]]:
        line = self.lines[place]
        weight = line.shaped.line.weight
        yield "line long", float(weight >= 140)
        yield "line ends", float(line.shaped.line.ends)
        if line.is_head or place < self.first:
            yield "line in head", float(weight >= 30)
            yield "short line in head", float(weight < 30)
        elif place > self.last and place not in self.listed:
            yield "line in tail", 1.0
            yield "long line in tail", float(weight >= 140)
        if weight in TEASER and not stems_of(line.shaped.text) & self.opening:
            yield "line strange", 1.0
        is_bulleted = bullet(line.shaped.text) is not None
        yield "line in a list", float(self.lists[place] or is_bulleted)
        is_menu = place in self.menus
        yield "line with a bullet", float(is_bulleted and place <= self.last and not is_menu)
        yield "line in menu", float(is_menu)
        yield "line in brackets", float(is_bracketed(line.shaped.text))
        near = [self._is_prose(other) for other in range(place - 4, place + 5) if other != place]
        yield "line without prose near", float(not any(near))

    def _of_box(self, place: int) -> Iterator[tuple[str, float]]:
        line, box = self.lines[place], self.boxes[place]
        if not box:
            return
        shaped = line.shaped
        if shaped.shape is Shape.PROSE:
            yield "prose copied in box", float(box > 1 and shaped.copies > 1)
            return
        follows = self._at(place + 1)
        before_text = follows is not None and follows.rule is None and is_paragraph(follows.shaped)
        if self.kinds[place] in LISTING and shaped.shape is Shape.LINE:
            is_last = follows is not None and is_some_text(follows)
            yield ("last related line" if is_last else "related line"), 1.0
            yield "related line leads into text", float(is_last and self._leads_into(place))
            return
        is_subhead = box > 1 and shaped.line.weight <= 60 and before_text and not is_name(shaped.text)
        yield ("subhead in box" if is_subhead else "first in box" if box == 1 else "in box"), 1.0

    def _of_appeal(self, place: int) -> Iterator[tuple[str, float]]:
        shaped = self.lines[place].shaped
        if place in self.asides:
            yield f"{_sort(self.lines[place])} {'asks' if self.asides[place] else 'beside'} aside", 1.0
        if not shaped.appeal or self.is_personal:
            return
        near = self.lines[max(0, place - _NEAR) : place + _NEAR + 1]
        if any(line.kind in ASKING or line.shaped.shape is Shape.SALUTATION for line in near):
            yield "appeal", (min(shaped.appeal, 4) + min(shaped.money, 2)) / 4

    def _is_of_card(self, place: int) -> bool:
        """Tell whether a headline of a related box, with a label above it or below the text, stands above."""
        above, label = self._at(place - 1), self._at(place - 2)
        if above is None or label is None or not is_teaser(above):
            return False
        is_short = label.is_free and label.shaped.shape is Shape.LINE and label.shaped.line.weight < LABEL
        is_label = is_short or label.shaped.shape in SMALL_PRINT
        is_related, is_below = self.kinds[place - 1] in LISTING, place > self.last
        return (is_label and (is_related or is_below)) or (is_related and is_below)

    def _leads_into(self, place: int) -> bool:
        """Tell a subhead from headlines above it: much shorter, or with a word of the paragraph below."""
        line, below = self.lines[place].shaped, self._at(place + 1)
        above = self.lines[place - self.boxes[place] + 1 : place]
        others = [one.shaped.line.weight for one in above if one.shaped.shape is Shape.LINE]
        if below is None or line.line.weight > _SUBHEAD or is_name(line.text):
            return False
        is_shorter = bool(others) and line.line.weight < _SHORTER * min(others)
        return is_shorter or bool(stems_of(line.text) & stems_of(below.shaped.text[:SEEN]))

    def _is_text(self, line: Candidate) -> bool:
        """Tell whether a line is a paragraph: a full one, or a short one on the same subject."""
        if line.rule is not None or line.shaped.shape is not Shape.PROSE:
            return False
        return is_paragraph(line.shaped) or (
            line.shaped.line.weight >= SOME_TEXT
            and not line.shaped.appeal
            and (line.shaped.line.weight >= _MORE_TEXT or bool(stems_of(line.shaped.text) & self.opening))
        )

    def _at(self, place: int) -> Candidate | None:
        return self.lines[place] if 0 <= place < len(self.lines) else None

    def _is_prose(self, place: int) -> bool:
        line = self._at(place)
        return line is not None and line.is_prose and line.shaped.line.weight >= 60


def _sort(line: Candidate) -> str:
    return "prose" if line.shaped.shape is Shape.PROSE else "line"


def _asks(line: Candidate) -> bool:
    """Tell whether a line asks for something, by a rule or by its words."""
    return line.kind in ASKING or (line.is_free and line.shaped.money > 0 and line.shaped.appeal > 0)


def _first_of_kind(lines: Sequence[Candidate], kind: str, start: int) -> int:
    return next((place for place in range(start, len(lines)) if lines[place].kind == kind), len(lines))


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
