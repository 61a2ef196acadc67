"""Lines among an article's in which the site speaks to its reader, in words that no rule knows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from newsgrab.extraction.lines.asking import LEAST_ELSEWHERE, report_of
from newsgrab.extraction.lines.voice import is_report
from newsgrab.extraction.plaintext.boxes import Candidate
from newsgrab.extraction.plaintext.lines import bullet
from newsgrab.extraction.plaintext.shapes import Shape
from newsgrab.extraction.plaintext.voice import said_by


def find_asking(lines: Sequence[Candidate], inside: Sequence[bool]) -> Mapping[int, str]:
    """Return the places of those lines, each with its rule, given which lines were judged to be the article.

    Those around them were judged without regard to that: a line that only looks so costs no more than itself.
    """
    within = [place for place, is_inside in enumerate(inside) if is_inside]
    free = [place for place in within if lines[place].is_free]
    texts = [place for place in free if lines[place].shaped.shape is Shape.PROSE]
    report = report_of([lines[place].shaped.text for place in texts])
    if report is None:
        return {}
    later = [place for place in free if place > texts[0] and _is_words(lines[place])]
    asking = {place for place in later if report.asks(lines[place].shaped.text)}
    if asking and not is_report([said_by(lines[place]) for place in within if place not in asking]):
        asking = {place for place in asking if report.asks(lines[place].shaped.text, LEAST_ELSEWHERE)}
    return {place: report.rule(lines[place].shaped.text) for place in asking}


def _is_words(line: Candidate) -> bool:
    """Tell a sentence from small print, from what a rule has cut, and from a list, which may advise."""
    is_words = line.shaped.shape in (Shape.PROSE, Shape.LINE)
    return is_words and not line.is_cut and bullet(line.shaped.text) is None
