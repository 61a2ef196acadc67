"""Other articles' headlines in a dump, and runs of them with their summaries."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate

from newsgrab.extraction.plaintext.boxes import Candidate
from newsgrab.extraction.plaintext.shapes import Shape

TEASER = range(35, 140)  # weight of another article's headline
LABEL = 30  # weight of a label above another article's headline
_FEWEST_SUMMARIES = 3  # in a run of them
_FEWEST_PARAGRAPHS = 3  # of the text above it
_LONGEST_SUMMARY = 280  # weight
_HALF = 0.5  # of the text; where all together hold more of it, they are the article


def is_teaser(line: Candidate) -> bool:
    """Tell whether a line is as long as another article's headline and ends like one."""
    return line.is_free and line.shaped.shape is Shape.LINE and line.shaped.line.weight in TEASER


def find_summaries(lines: Sequence[Candidate]) -> Iterator[int]:
    """Give the lines of runs of other articles' headlines, each with its summary of one short paragraph.

    A run stands below some text and what parts it from that: a heading, a button, small print. The first
    of several subheads stands right below a paragraph. A week's review that is made so stays.
    """
    runs = list(_runs_below_text(lines))
    held = sum(lines[place].shaped.line.weight for run in runs for place in run if lines[place].is_prose)
    told = sum(line.shaped.line.weight for line in lines if line.is_prose)
    if held <= _HALF * told:
        for run in runs:
            yield from run


def _runs_below_text(lines: Sequence[Candidate]) -> Iterator[list[int]]:
    """Give the runs with three headlines or more, each with the label above it."""
    paragraphs = list(accumulate((line.is_prose for line in lines), initial=0))
    for run in _runs_of_summaries(lines):
        headlines = sum(is_teaser(lines[place]) for place in run)
        parting = lines[max(0, run[0] - 1)]
        is_below_text = paragraphs[run[0]] >= _FEWEST_PARAGRAPHS
        if headlines >= _FEWEST_SUMMARIES and is_below_text and not parting.is_prose:
            yield [run[0] - 1, *run] if parting.shaped.line.weight < LABEL else run


def _runs_of_summaries(lines: Sequence[Candidate]) -> Iterator[list[int]]:
    """Give the runs of headlines and their summaries, with the small print between them."""
    run: list[int] = []
    for place, (line, below) in enumerate(zip(lines, [*lines[1:], None], strict=True)):
        is_headline = is_teaser(line) and below is not None and _is_summary(below)
        is_summary = bool(run) and _is_summary(line) and is_teaser(lines[place - 1])
        is_small = bool(run) and not line.is_prose and line.shaped.line.weight < LABEL
        if is_headline or is_summary or is_small:
            run.append(place)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _is_summary(line: Candidate) -> bool:
    return line.is_prose and line.is_free and line.shaped.line.weight <= _LONGEST_SUMMARY
