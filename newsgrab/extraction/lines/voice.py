"""Who speaks: the report, which tells of third persons, or the site, which speaks to its reader.

In a report nobody says "you" or "us" outside of quotation marks, or hardly ever, and of newsletters and
subscriptions only one that is about them. A short line that does, and has few words of the report, is the
site's own voice, whatever it asks for and in whatever words; and so are short lines beside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from newsgrab.extraction.lines.stems import telling_stems
from newsgrab.rules.lines import finds, fits

SEEN = 2_000  # characters of a line that patterns are shown
_PARAGRAPH = 60  # weight of one that tells in which voice a text is written
_FEWEST = 2  # of them
_SPEAKS = 0.2  # part of them that may speak to the reader in a report, notices among them
_SHORT = 100  # weight of the longest line of an aside that says nothing of its own voice
_LONGEST = 400  # of one that does
_FEWEST_WORDS = 2  # of the site's own voice in a line that is not short, or a sentence about nobody
_STEM = 5  # letters of a word of trade that its forms share
_NEAR = 2  # lines of an aside from one that speaks to one that does not
_MOST = 40  # lines of a run; a longer one is a list
_SUBHEAD = 20  # weight of the shortest below an aside
_TIES = ((2, 0.3), (1, 0.5))  # words, and part of its words, that a line of the report shares with others
_QUESTIONS = 2  # of a report
_GIVING = 3  # paragraphs on gifts and subscriptions in a text about them
_CALLS = ("!", "！")
_LEADS = (":", "：")  # to what is below
_ASKED = ("?", "？", "؟")
_QUOTED = re.compile(r"""(?<!\w)["“„«‘][^"”“»’]{1,300}["”“»]|「[^」]{1,300}」""")


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A line of a dump or a block of a page, with what is known of it before its words are asked."""

    text: str
    weight: int
    is_free: bool  # no rule has decided
    is_kept: bool = False  # it stays, whatever it says
    is_sentence: bool = False  # it reads as a paragraph
    is_line: bool = False  # words without an end; what is neither is a button, a date and the like
    is_apart: bool = False  # it is in a box of a page in which the text is not
    speaks: bool = False  # a free sentence that speaks to the reader, so it is no paragraph of a report


def own_words(text: str) -> str:
    """Return what a text says in its own voice: nothing where it reports what somebody said.

    >>> own_words("On the wall stood “Support us now”.")
    'On the wall stood  .'
    """
    seen = text[:SEEN]
    return "" if fits("attribution", seen) or fits("told", seen) else _QUOTED.sub(" ", seen)


# The patterns are slow, and several ask the same of a line.
@lru_cache(maxsize=1024)
def appeals(text: str) -> int:
    """Return how many words speak to the reader or of "us", outside reported speech."""
    return sum(1 for _ in finds("appeal", own_words(text)))


def is_to_reader(text: str) -> bool:
    """Tell whether a text that speaks so says more than "we" and "us".

    >>> is_to_reader("We were there."), is_to_reader("We need you.")
    (False, True)
    """
    return appeals(text) > sum(1 for _ in finds("ours", own_words(text)))


@lru_cache(maxsize=1024)
def amounts(text: str) -> int:
    """Return how many amounts and words of giving and subscribing there are in a text."""
    return sum(1 for _ in finds("money", text[:SEEN]))


def find_asides(lines: Sequence[Said], headline: str, asked: Iterable[int]) -> Iterator[tuple[int, bool]]:
    """Give the places of short lines in which the site speaks to its readers, and of those beside them.

    With each stands whether it is one that speaks so. Nothing is looked for but in the runs of short lines in
    which one of the ``asked`` places is; those ascend.
    """
    told = [place for place, line in enumerate(lines) if is_told(line)]
    if not told:
        return
    text = "\n".join(lines[one].text[:SEEN] for one in told)
    report = _Report(
        lines=lines,
        start=told[0],
        text=text.casefold(),
        told=frozenset(telling_stems(f"{headline}\n{text}")),
    )
    for run in report.runs(asked):
        asking = [one for one in run if report.is_asking(one)] if len(run) <= _MOST else []
        if asking and not is_report(lines):
            return
        for one in _taken(lines, run, asking):
            yield one, one in asking


def is_report(lines: Sequence[Said]) -> bool:
    """Tell whether hardly a paragraph speaks to the reader; no interview is one, nor a text about giving."""
    texts = [line for line in lines if line.is_free and line.is_sentence and line.weight >= _PARAGRAPH]
    if len(texts) < _FEWEST or _is_interview(lines) or appeals(texts[0].text):
        return False
    if sum(fits("paid", line.text) for line in texts) >= _GIVING:
        return False
    speaking = sum(line.weight for line in texts if appeals(line.text))
    return speaking <= _SPEAKS * sum(line.weight for line in texts)


def _is_interview(lines: Sequence[Said]) -> bool:
    asked = (
        above.is_free and above.text.endswith(_ASKED) and below.is_free and below.is_sentence
        for above, below in pairwise(lines)
    )
    return sum(asked) > _QUESTIONS


def is_told(line: Said) -> bool:
    """Tell whether a line is a paragraph of the text for sure."""
    return line.is_free and line.is_sentence and line.weight >= _SHORT and not line.speaks


def _taken(lines: Sequence[Said], run: Sequence[int], asking: Sequence[int]) -> list[int]:
    """Return the places of a run that are the site's, given those that ask something.

    A sentence that asks nothing is one of them between two that do, and above one that leads to a button.
    """
    buttons = [one for one in asking if one + 1 in run and _is_button(lines[one + 1])]
    if not buttons and not any(_is_of_site(lines[one]) for one in asking):
        return []
    if run[-1] + 1 < len(lines):
        run = _before_text([lines[one] for one in run], run, asking)
    first = asking[0] - bool(buttons)
    return [
        one
        for one in run
        if (first <= one <= asking[-1] or not _is_text(lines[one]))
        and any(abs(one - other) <= _NEAR for other in asking)
    ]


def _before_text(lines: Sequence[Said], run: Sequence[int], asking: Sequence[int]) -> list[int]:
    """Return the run without what belongs to the text below: its subhead, or a sentence of its own."""
    last = lines[-1]
    if len(run) == 1:
        return [] if last.text.endswith(_ASKED) else list(run)
    is_line = last.is_free and last.is_line and last.weight >= _SUBHEAD
    is_subhead = is_line and run[-1] not in asking and not lines[-2].is_sentence
    return list(run[:-1] if is_subhead else run)


def _is_text(line: Said) -> bool:
    return line.is_sentence and not line.is_apart


def _is_button(line: Said) -> bool:
    """Tell whether a line below one that asks is what one presses: a few words that are not the report's."""
    return line.is_line and line.weight < _SUBHEAD


def _is_of_site(line: Said) -> bool:
    """Tell whether a line that asks something does so for the site.

    A sentence among those of a report may help its reader instead: "You can register at the town hall."
    """
    if not _is_text(line) or line.text.endswith(_CALLS):
        return True
    own = own_words(line.text)
    if not fits("ours", own):
        return fits("press", own) and amounts(line.text) > 0 and is_to_reader(line.text)
    return bool(_trade(line.text) or amounts(line.text)) or is_to_reader(line.text)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Report:
    """A text, and the words of its paragraphs."""

    lines: Sequence[Said]
    start: int  # the place of the first paragraph
    text: str  # of its paragraphs, small
    told: frozenset[str]  # stems of their words and of the headline's

    def runs(self, asked: Iterable[int]) -> Iterator[Sequence[int]]:
        """Give the runs of lines of asides around some places."""
        done = 0  # lines that are in no further run
        for place in asked:
            if place < done:
                continue
            start, end = place, place
            while end < len(self.lines) and self.is_of_aside(end):
                end += 1
            while start > done and end > place and self.is_of_aside(start - 1):
                start -= 1
            done = end + 1
            if start < end:
                yield range(start, end)

    def is_of_aside(self, place: int) -> bool:
        """Tell whether a line is short, and not of the report."""
        line = self.lines[place]
        if line.is_kept:
            return False
        is_words = line.is_sentence or line.is_line
        if is_words and line.weight >= _LONGEST:
            return False
        if line.is_free and is_words and self._is_tied(line.text):
            return False
        return not is_words or line.weight < _SHORT or self.is_asking(place)

    def is_asking(self, place: int) -> bool:
        """Tell whether a line speaks to the reader, or of what publishers sell and the report does not."""
        line = self.lines[place]
        if not line.is_free or line.text.endswith(_LEADS):
            return False
        speaks = (place > self.start or amounts(line.text) > 0) and appeals(line.text) > 0
        if speaks and (amounts(line.text) or (line.weight < _SHORT and is_to_reader(line.text))):
            return True
        fewest = 1 if line.is_line and line.weight < _SHORT else _FEWEST_WORDS
        return speaks + sum(not self._tells(word) for word in _trade(line.text)) >= fewest

    def _tells(self, word: str) -> bool:
        """Tell whether the beginning of a word stands in the paragraphs."""
        return word in self.text if len(word) >= _STEM else word in self.text.split()

    def _is_tied(self, text: str) -> bool:
        """Tell whether a line's words are those of the report."""
        stems = telling_stems(text[:SEEN])
        ties = len(stems & self.told)
        return any(ties >= fewest and ties >= share * len(stems) for fewest, share in _TIES)


def has_trade(text: str) -> bool:
    """Tell whether a text has a word of what publishers sell and their sites work with."""
    return bool(_trade(text))


def _trade(text: str) -> set[str]:
    return {one.group().casefold()[:_STEM] for one in finds("trade", text[:SEEN])}
