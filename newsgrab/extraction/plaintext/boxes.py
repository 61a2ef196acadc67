"""Which lines of a dump stand below the heading of a box, and of which kind it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from newsgrab.extraction.plaintext.shapes import Shape, Shaped

LISTING = frozenset({"related", "advertisement"})  # below their headings stand headlines of other pages
ASKING = frozenset({"donation", "newsletter", "subscription", "app"})
SMALL_PRINT = (Shape.CARD, Shape.DATE, Shape.LABEL)
_OPENING_KINDS = (*ASKING, "consent", "comments", "author")
_PARAGRAPH = 100  # weight of a line that ends a box when it stands right below the heading
CALLS = ("?", "!", "？", "！", "؟")  # how a line ends that wants something of its reader
_ASKING_HEADLINE = range(30, 120)  # weight


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A line below the headline with what the rules say of it."""

    shaped: Shaped
    rule: str | None = None  # the rule that takes the whole line
    is_protected: bool = False
    opens_with: str = ""  # the kind of the rule that takes its first sentence
    is_cut: bool = False  # a rule takes a part of it
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


def headlines_that_ask(lines: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """Return the lines; below a heading of other articles one in "?" or "!" is a headline, too."""
    found: list[Candidate] = []
    is_listed = is_first = False
    for line, below in zip(lines, _two_below(lines), strict=True):
        if not line.is_free:
            is_listed = is_first = bool(line.rule) and line.kind in LISTING and _opens_box(line.rule or "")
            found.append(line)
            continue
        if is_listed and line.is_prose and _asks_like_a_headline(line, below):
            line = replace(line, shaped=replace(line.shaped, shape=Shape.LINE))
        is_short = is_first and line.shaped.line.weight <= _PARAGRAPH
        is_listed = is_listed and (not line.is_prose or is_short)
        is_first = False
        found.append(line)
    return tuple(found)


def _two_below(lines: Sequence[Candidate]) -> Iterator[Sequence[Candidate]]:
    """Give for each line the next two."""
    return (lines[place + 1 : place + 3] for place in range(len(lines)))


def _asks_like_a_headline(line: Candidate, below: Sequence[Candidate]) -> bool:
    """Tell a headline from a sentence: no text follows, or only a summary above small print."""
    shaped = line.shaped
    if not shaped.text.endswith(CALLS) or shaped.line.weight not in _ASKING_HEADLINE:
        return False
    if not below or not below[0].is_prose:
        return True
    return len(below) > 1 and below[1].is_free and below[1].shaped.shape in SMALL_PRINT


def box_places(lines: Sequence[Candidate]) -> Iterator[int]:
    """Give for each line how many lines it is below the heading of a box, 0 outside of one."""
    box = 0
    for line in lines:
        yield box if line.is_free else 0
        if not line.is_free:
            box = 1 if line.rule and _opens_box(line.rule) else 0
        elif line.shaped.shape is Shape.PROSE and (box != 1 or line.shaped.line.weight > _PARAGRAPH):
            box = 0
        elif box:
            box += 1


def box_kinds(lines: Sequence[Candidate], boxes: Sequence[int]) -> Iterator[str]:
    """Give for each line in a box the kind of the rule that knows its heading."""
    kind = ""
    for line, box in zip(lines, boxes, strict=True):
        kind = kind if box else line.kind
        yield kind if box else ""


def steps_between(lines: Sequence[Candidate], kinds: Sequence[str]) -> list[int]:
    """Return for each line how many stand above it, boxes of other articles' headlines left out."""
    outside = ("related" not in (line.kind, kind) for line, kind in zip(lines, kinds, strict=True))
    return list(accumulate(outside, initial=0))


def _opens_box(rule: str) -> bool:
    kind, _, name = rule.partition(".")
    return "heading" in name or kind in _OPENING_KINDS
