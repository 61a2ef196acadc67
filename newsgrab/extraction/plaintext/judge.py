"""Which lines below the headline are the article: each line's own evidence, and that neighbours go together.

Lines are read as a walk between two states, in the article and beside it. Every line speaks for one of
them, and going over costs something; so one teaser does not end an article, nor a stray sentence begin it
anew. The walk that gains most is taken (Viterbi's algorithm).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from newsgrab.extraction.plaintext.head import is_paragraph
from newsgrab.extraction.plaintext.lines import stems_of
from newsgrab.extraction.plaintext.shapes import Shape, Shaped, is_name

_CERTAIN = 12.0
_LEAVE = 2.5  # what it costs to step out of the article, and back
_LEAVE_AT_RULE = 0.5  # where a rule fits it is no surprise
_RETURN = 1.6
_CLOSED = 1.5  # what it costs more after the end of the text was announced
_CLOSING = frozenset({"copyright", "comments", "author", "navigation"})
_ASKING = frozenset({"donation", "newsletter", "subscription", "app"})
_NEAR = 4  # lines around one that asks
_SHORT = 60  # weight below which a line has too few words to compare
_LONGEST_TEASER = 150  # weight
_OPENING = 6  # paragraphs
_STRANGE = {0: 1.1, 1: 0.5}  # against a paragraph that shares so few words with the article's beginning
_PER_APPEAL = 0.5  # and more for each word that speaks to the reader
_LONG = 100  # weight of a paragraph that is hardly anything else
_OF_SHAPE = {
    Shape.COUNTER: -2.5,
    Shape.SHARE: -2.0,
    Shape.BUTTON: -1.5,
    Shape.CARD: -2.5,
    Shape.LABEL: -0.8,
    Shape.SALUTATION: -2.5,
    Shape.BYLINE: -0.6,
    Shape.DATE: -0.6,
    Shape.CREDIT: 0.0,
}


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


def is_in_article(lines: Sequence[Candidate], headline: str = "") -> tuple[bool, ...]:
    """Tell for every line whether it is part of the article."""
    if not lines:
        return ()
    scores = _scores(lines, _opening(lines, headline))
    returns = _returns(lines)
    inside, outside = scores[0], -scores[0]
    steps: list[tuple[bool, bool]] = []  # for each line: whether inside, outside came from inside
    for line, score, back in zip(lines[1:], scores[1:], returns[1:], strict=True):
        leave = _LEAVE_AT_RULE if line.rule else _LEAVE
        steps.append((inside >= outside - back, inside - leave > outside))
        inside, outside = max(inside, outside - back) + score, max(inside - leave, outside) - score
    states = [inside >= outside]
    for came_inside, came_outside in reversed(steps):
        states.append(came_inside if states[-1] else came_outside)
    return tuple(reversed(states))


def _returns(lines: Sequence[Candidate]) -> list[float]:
    """Return what it costs to go back into the article at each line."""
    costs = []
    closing = 0.0
    paragraphs = 0
    for line in lines:
        if _is_paragraph(line):
            paragraphs += 1
            cost, closing = _RETURN + closing, 0.0
        else:
            cost = _RETURN + closing
        if paragraphs > 1 and line.kind in _CLOSING:
            closing = _CLOSED
        costs.append(cost + _PER_APPEAL * min(line.shaped.appeal, 4))
    return costs


def _opening(lines: Sequence[Candidate], headline: str) -> set[str]:
    """Return the words of the headline and of the first paragraphs: what the article is about."""
    paragraphs = [line.shaped.text for line in lines if _is_paragraph(line)]
    return stems_of(" ".join((headline, *paragraphs[:_OPENING])))


def _scores(lines: Sequence[Candidate], opening: set[str]) -> list[float]:
    """Return how much each line speaks for the article, negative for what is beside it."""
    long = [place for place, line in enumerate(lines) if _is_paragraph(line)]
    first, last = (long[0], long[-1]) if long else (len(lines), -1)
    scores = []
    box = 0  # lines since a heading of a box, 0 outside of one
    comments = False
    for place, line in enumerate(lines):
        asks = any(_asks(near) for near in lines[max(0, place - _NEAR) : place + _NEAR + 1])
        score = _score(line, place < first or line.is_head, place > last) - _against_appeal(line, asks=asks)
        score -= _against_strange(line, opening) + _against_lead_in(lines, place)
        if line.rule or line.is_protected:
            box = 1 if line.rule and _opens_box(line.rule) else 0
            comments = comments or (line.kind == "comments" and place > first and place * 2 > last)
        elif box and (
            line.shaped.shape is not Shape.PROSE or (box == 1 and line.shaped.line.weight <= _LONG)
        ):
            score = min(score, 0.1) - _in_box(lines, place, box)
            box += 1
        elif box > 1 and line.shaped.copies > 1:
            score -= 2.0
            box = 0
        else:
            box = 0
        scores.append(0.35 * score if comments and score > 0 else score)
    return scores


def _score(line: Candidate, is_head: bool, is_tail: bool) -> float:
    if line.is_protected:
        return _CERTAIN / 2
    if line.rule:
        return -_CERTAIN / 2
    shaped = line.shaped
    score = 0.0
    if shaped.shape is Shape.PROSE:
        return score + min(2.5, 0.6 + shaped.line.weight / 150)
    if shaped.shape is not Shape.LINE:
        return score + _OF_SHAPE[shaped.shape]
    if shaped.copies > 1 and is_tail:
        score -= 1.0
    if is_head:
        return score + (0.5 if shaped.line.weight >= 30 or shaped.line.ends else -0.1)
    if is_tail:
        return score + (0.2 if shaped.line.weight > 140 else -0.6)
    return score + (0.5 if shaped.line.weight > 160 else 0.1)


def _against_strange(line: Candidate, opening: set[str]) -> float:
    """Return what speaks against a paragraph that shares next to no word with the article's beginning."""
    shaped = line.shaped
    if line.rule or line.is_protected or shaped.shape is not Shape.PROSE or shaped.line.weight <= _SHORT:
        return 0.0
    return _STRANGE.get(len(stems_of(shaped.text) & opening), 0.0)


def _against_lead_in(lines: Sequence[Candidate], place: int) -> float:
    """Return what speaks against a line that with a colon leads into what is boilerplate."""
    leads = lines[place].shaped.text.endswith((":", "：")) and place + 1 < len(lines)
    if not leads or lines[place].rule or lines[place].is_protected:
        return 0.0
    follows = lines[place + 1]
    return 1.5 if follows.rule or follows.shaped.shape is Shape.SALUTATION else 0.0


def _asks(line: Candidate) -> bool:
    """Tell whether a line is one that asks the reader for money or an address."""
    return line.kind in _ASKING or line.shaped.shape is Shape.SALUTATION


def _against_appeal(line: Candidate, *, asks: bool) -> float:
    """Return what words to the reader about giving and subscribing weigh, near a line that surely asks."""
    shaped = line.shaped
    if line.rule or line.is_protected or not shaped.appeal:
        return 0.0
    words = min(shaped.appeal, 4) + min(shaped.money, 2)
    return (0.6 if asks else 0.15) * words if shaped.money or asks else 0.0


def _in_box(lines: Sequence[Candidate], place: int, box: int) -> float:
    """Return what speaks against a line because a heading such as "Read more" stands above it."""
    shaped = lines[place].shaped
    follows = lines[place + 1] if place + 1 < len(lines) else None
    is_subhead = (
        box > 1
        and shaped.line.weight <= 60
        and not is_name(shaped.text)
        and follows is not None
        and _is_paragraph(follows)
    )
    return 0.0 if is_subhead or shaped.line.weight > _LONGEST_TEASER else 0.7


def _is_paragraph(line: Candidate) -> bool:
    return not line.rule and is_paragraph(line.shaped)


def _opens_box(rule: str) -> bool:
    kind, _, name = rule.partition(".")
    return "heading" in name or kind in (
        "newsletter",
        "donation",
        "subscription",
        "consent",
        "comments",
        "author",
    )
