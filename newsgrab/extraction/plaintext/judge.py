"""Which lines below the headline are the article: each line's own traits, and that neighbours go together.

Lines are read as a walk between two states, in the article and beside it. Every line speaks for one of
them, and going over costs something; so one teaser does not end an article, nor a stray sentence begin it
anew. The walk that gains most is taken (Viterbi's algorithm).
"""

from __future__ import annotations

from collections.abc import Sequence

from newsgrab.extraction.plaintext.traits import Candidate, Traits, closings, read_traits

# What each trait says for the article (against it where negative), and what it costs to go over: fitted to
# dumps and pages of many publishers so that three strays count no more than one line lost.
_WEIGHTS: dict[str, float] = {
    "appeal": -5.68,
    "appeal alone": -0.96,
    "button": -1.44,
    "byline": -1.93,
    "card": -5.62,
    "counter": -4.04,
    "credit": -0.30,
    "date": -4.35,
    "first in box": -0.48,
    "in a letter": -5.00,
    "in box": -3.35,
    "label": -1.95,
    "lead-in": -2.00,
    "line": 0.75,
    "line between prose": 0.39,
    "line ends": 1.06,
    "line in a list": 0.44,
    "line in comments": -0.67,
    "line in head": -0.69,
    "line in tail": -2.44,
    "line like a headline": 0.64,
    "line long": 1.49,
    "line strange": -2.94,
    "line without prose near": -1.09,
    "long line in tail": 1.95,
    "prose": 3.10,
    "prose alone": -1.01,
    "prose copied": -2.05,
    "prose copied in box": -4.28,
    "prose first in box": -0.84,
    "prose in comments": -2.07,
    "prose short": -1.65,
    "prose strange": -3.63,
    "prose weight": 1.59,
    "prose with speech": 1.62,
    "salutation": -2.00,
    "share": -1.78,
    "short line in head": 0.86,
}
_DECIDED = 6.0  # a line that a rule takes or protects
_IN_DOUBT = 0.30  # for the article, on every line
_LEAVE = -1.07
_LEAVE_AT_RULE = 0.88  # where a rule fits it is no surprise
_RETURN = -4.78
_RETURN_CLOSED = -5.67  # after the end of the text was announced


def is_in_article(lines: Sequence[Candidate], headline: str = "") -> tuple[bool, ...]:
    """Tell for every line whether it is part of the article."""
    if not lines:
        return ()
    scores = [_score(line, traits) for line, traits in zip(lines, read_traits(lines, headline), strict=True)]
    inside, outside = scores[0], 0.0
    steps: list[tuple[bool, bool]] = []  # for each line: whether inside, outside came from inside
    for line, score, is_closed in zip(lines[1:], scores[1:], closings(lines)[1:], strict=True):
        leave = _LEAVE_AT_RULE if line.rule else _LEAVE
        back = _RETURN_CLOSED if is_closed else _RETURN
        steps.append((inside >= outside + back, inside + leave > outside))
        inside, outside = max(inside, outside + back) + score, max(inside + leave, outside)
    states = [inside >= outside]
    for came_inside, came_outside in reversed(steps):
        states.append(came_inside if states[-1] else came_outside)
    return tuple(reversed(states))


def _score(line: Candidate, traits: Traits) -> float:
    if line.is_protected:
        return _DECIDED
    if line.rule:
        return -_DECIDED
    return _IN_DOUBT + sum(_WEIGHTS.get(name, 0.0) * value for name, value in traits.items())
