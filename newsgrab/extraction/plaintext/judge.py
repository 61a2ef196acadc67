"""Which lines below the headline are the article: each line's own traits, and that neighbours go together.

Lines are read as a walk between two states, in the article and beside it. Every line speaks for one of
them, and going over costs something; so one teaser does not end an article, nor a stray sentence begin it
anew. The walk that gains most is taken (Viterbi's algorithm).
"""

from __future__ import annotations

from collections.abc import Sequence

from newsgrab.extraction.plaintext.boxes import Candidate, headlines_that_ask
from newsgrab.extraction.plaintext.dated import with_dated_lines
from newsgrab.extraction.plaintext.ends import below_related, closings
from newsgrab.extraction.plaintext.traits import Traits, read_traits

# What each trait says for the article (against it where negative), and what it costs to go over: fitted to
# dumps and pages of many publishers so that three strays count no more than one line lost.
_WEIGHTS: dict[str, float] = {
    "address": -6.00,
    "appeal": -7.00,
    "button": -1.52,
    "byline": -2.59,
    "card": -5.75,
    "counter": -5.62,
    "credit": -0.30,
    "date": -6.60,
    "first in box": -0.11,
    "headline copied often": -7.00,
    "in a letter": -5.00,
    "in box": -3.42,
    "heading": 1.00,
    "label": -2.10,
    "last related line": -4.50,
    "lead-in": -2.01,
    "line": 0.85,
    "line copied": -0.70,
    "line ends": 0.98,
    "line in a list": 0.46,
    "line in comments": -0.73,
    "line in head": -0.57,
    "line in tail": -4.00,
    "line in brackets": -3.00,
    "line in menu": -3.50,
    "line linked": -5.00,
    "line long": 1.83,
    "line of summaries": -5.00,
    "line strange": -4.00,
    "line with a bullet": 2.00,
    "line without prose near": -1.38,
    "long line in tail": 1.90,
    "prose": 3.96,
    "prose above a card": -3.83,
    "prose above a teaser": -1.49,
    "prose alone": -0.55,
    "prose below a teaser": -0.31,
    "prose beside an appeal": -1.50,
    "prose between appeals": -4.00,
    "prose copied": -2.37,
    "prose copied in box": -4.45,
    "prose in comments": -3.31,
    "prose in tail": -0.28,
    "prose below a card": -4.00,
    "prose opens with an appeal": -8.00,
    "prose linked": -3.00,
    "prose of a card": -3.00,
    "prose of summaries": -7.00,
    "prose short": -1.52,
    "prose strange": -3.74,
    "prose weight": 2.25,
    "prose with speech": 1.96,
    "related line leads into text": 6.00,
    "related line": -3.84,
    "salutation": -2.00,
    "share": -3.44,
    "short line in head": -0.50,
    "short prose strange": -1.14,
    "subhead in box": -0.07,
    "prose asks aside": -11.0,
    "line asks aside": -8.0,
    "prose beside aside": -5.5,
    "line beside aside": -5.0,
    "verse": 2.00,
}
_DECIDED = 6.0  # a line that a rule takes or protects
_IN_DOUBT = 0.91  # for the article, on every line
_LEAVE = -0.77
_LEAVE_AT_RULE = 1.52  # where a rule fits it is no surprise
_RETURN = -3.75
_RETURN_CLOSED = -5.98  # after the end of the text was announced
_RETURN_FROM_RELATED = -2.54  # right below a box of other articles' headlines


def is_in_article(lines: Sequence[Candidate], headline: str = "") -> tuple[bool, ...]:
    """Tell for every line whether it is part of the article."""
    if not lines:
        return ()
    lines = with_dated_lines(headlines_that_ask(lines))
    scores = [_score(line, traits) for line, traits in zip(lines, read_traits(lines, headline), strict=True)]
    inside, outside = scores[0], 0.0
    steps: list[tuple[bool, bool]] = []  # for each line: whether inside, outside came from inside
    for line, score, back in zip(lines[1:], scores[1:], _returns(lines)[1:], strict=True):
        leave = _LEAVE_AT_RULE if line.rule else _LEAVE
        steps.append((inside >= outside + back, inside + leave > outside))
        inside, outside = max(inside, outside + back) + score, max(inside + leave, outside)
    states = [inside >= outside]
    for came_inside, came_outside in reversed(steps):
        states.append(came_inside if states[-1] else came_outside)
    return tuple(reversed(states))


def _returns(lines: Sequence[Candidate]) -> list[float]:
    """Return for each line what it costs to come back to the article there."""
    return [
        _RETURN_CLOSED if is_closed else _RETURN_FROM_RELATED if is_below else _RETURN
        for is_closed, is_below in zip(closings(lines), below_related(lines), strict=True)
    ]


def _score(line: Candidate, traits: Traits) -> float:
    if line.is_protected:
        return _DECIDED
    if line.rule:
        return -_DECIDED
    return _IN_DOUBT + sum(_WEIGHTS.get(name, 0.0) * value for name, value in traits.items())
