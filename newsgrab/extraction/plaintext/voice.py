"""Who speaks in a dump: the report, which tells of third persons, or the site, which speaks to its reader.

In a report nobody says "you" or "us" outside of quotation marks, or hardly ever, and of newsletters and
subscriptions only one that is about them. A short line that does, and has few words of the report, is the
site's own voice, whatever it asks for and in whatever words; and so are short lines beside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from newsgrab.extraction.plaintext.boxes import Candidate
from newsgrab.extraction.plaintext.lines import stems_of
from newsgrab.extraction.plaintext.shapes import SEEN, Shape
from newsgrab.rules import lexicon
from newsgrab.rules.lines import load_lines

_PARAGRAPH = 60  # weight of one that tells in which voice a text is written
_FEWEST = 2  # of them
_SPEAKS = 0.2  # part of them that may speak to the reader in a report, notices among them
_SHORT = 100  # weight of the longest line of an aside that says nothing of its own voice
_LONGEST = 400  # of one that does
_FEWEST_WORDS = 2  # of the site's own voice in a line that is not short, or a sentence about nobody
_STEM = 5  # letters of a word of trade that its forms share
_NEAR = 2  # lines of an aside from one that speaks to one that does not
_SUBHEAD = 20  # weight of the shortest below an aside
_TIES = ((2, 0.3), (1, 0.5))  # words, and part of its words, that a line of the report shares with others
_QUESTIONS = 2  # of a report
_HIRAGANA = re.compile("[\u3040-\u309f]+")  # endings and small words
_ASKED = ("?", "？", "؟")
_WORDS = (Shape.PROSE, Shape.LINE)


def asides(lines: Sequence[Candidate], headline: str) -> Iterator[tuple[int, bool]]:
    """Give the places of short lines in which the site speaks to its readers, and of those beside them.

    With each stands whether it is one that speaks so.
    """
    report = _report(lines, headline)
    run: list[int] = []
    for place, line in enumerate((*lines, None)):
        if line is not None and report.is_of_aside(line, place):
            run.append(place)
            continue
        asking = [one for one in run if report.is_asking(lines[one], one)]
        if asking and line is not None:
            run = _before_text([lines[one] for one in run], run, asking)
        for one in run:
            if any(abs(one - other) <= _NEAR for other in asking):
                yield one, one in asking
        run = []


def _before_text(lines: Sequence[Candidate], run: Sequence[int], asking: Sequence[int]) -> list[int]:
    """Return the run without what belongs to the text below: its subhead, or what an interviewer asks."""
    last = lines[-1].shaped
    if len(run) == 1:
        return [] if last.text.endswith(_ASKED) else list(run)
    is_line = lines[-1].is_free and last.shape is Shape.LINE and last.line.weight >= _SUBHEAD
    is_subhead = is_line and run[-1] not in asking and lines[-2].shaped.shape is not Shape.PROSE
    return list(run[:-1] if is_subhead else run)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Report:
    """What the paragraphs of a text say, and in which voice."""

    start: int  # the place of the first
    is_report: bool  # hardly one of them speaks to the reader or of "us"
    told: frozenset[str]  # stems of their words and of the headline's
    trade: frozenset[str]  # words of a publisher's trade in them

    def is_of_aside(self, line: Candidate, place: int) -> bool:
        """Tell whether a line is short, and not of the report."""
        if line.is_protected or self._is_tied(line):
            return False
        weight = line.shaped.line.weight
        is_short = weight < _SHORT or line.shaped.shape not in _WORDS
        return is_short or (weight < _LONGEST and self.is_asking(line, place))

    def is_asking(self, line: Candidate, place: int) -> bool:
        """Tell whether a line speaks to the reader, or of what publishers sell and the report does not."""
        if not line.is_free:
            return False
        has_money = line.shaped.money > 0
        speaks = line.shaped.appeal > 0 and self.is_report and (place > self.start or has_money)
        words = speaks + len(_trade(line) - self.trade) if self.is_report else 0
        is_sentence = line.shaped.shape is Shape.PROSE and not speaks
        if is_sentence or line.shaped.line.weight >= _SHORT:
            return words >= _FEWEST_WORDS or (speaks and has_money)
        return words > 0

    def _is_tied(self, line: Candidate) -> bool:
        """Tell whether a line's words are those of the report."""
        if not line.is_free or line.shaped.shape not in _WORDS:
            return False
        stems = _stems(line.shaped.text)
        ties = len(stems & self.told)
        return any(ties >= fewest and ties >= share * len(stems) for fewest, share in _TIES)


def _report(lines: Sequence[Candidate], headline: str) -> _Report:
    texts = [line.shaped for line in lines if line.is_prose and line.shaped.line.weight >= _PARAGRAPH]
    whole = sum(one.line.weight for one in texts)
    speaking = sum(one.line.weight for one in texts if one.appeal)
    told = [place for place, line in enumerate(lines) if _is_told(line)]
    return _Report(
        start=told[0] if told else len(lines),
        is_report=len(texts) >= _FEWEST
        and not texts[0].appeal
        and speaking <= _SPEAKS * whole
        and not _is_interview(lines),
        told=frozenset(_stems(headline)).union(*(_stems(lines[one].shaped.text) for one in told)),
        trade=frozenset[str]().union(*(_trade(lines[one]) for one in told)),
    )


def _is_interview(lines: Sequence[Candidate]) -> bool:
    asked = (
        above.is_free and above.shaped.text.endswith(_ASKED) and below.is_prose
        for above, below in pairwise(lines)
    )
    return sum(asked) > _QUESTIONS


def _is_told(line: Candidate) -> bool:
    return line.is_prose and line.shaped.line.weight >= _SHORT and not line.shaped.appeal


def _stems(text: str) -> set[str]:
    """Return the stems of a text's words that say something of its subject."""
    return {stem for stem in stems_of(text[:SEEN]) if not _HIRAGANA.fullmatch(stem)} - _plain()


@cache
def _plain() -> frozenset[str]:
    return frozenset(stem for word in lexicon.words("plain.words") for stem in stems_of(word))


def _trade(line: Candidate) -> set[str]:
    found = load_lines()["trade"].match.finditer(line.shaped.text[:SEEN])
    return {one.group().casefold()[:_STEM] for one in found}
