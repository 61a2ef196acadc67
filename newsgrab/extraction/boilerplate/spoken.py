"""Sentences that somebody says: a report tells them, and the page does not ask them of its reader."""

from __future__ import annotations

import re

from newsgrab.rules import Phrase
from newsgrab.rules.lines import fits

# What is said of these may be news.
_TOLD = frozenset(
    "advertisement app comments consent copyright donation newsletter sharing subscription".split()
)
_RELATED = "related"  # a headline of another article says who said it, too
_LED_TO = re.compile("[:：]")  # such a headline
_PAIRS = (("“", "”"), ("„", "“”"), ("«", "»"), ("‘", "’"), ("「", "」"), ("『", "』"))
_ALIKE = ('"', "”")  # marks that may begin a quotation and end it
_STOPS = frozenset(".!?…。！？")  # of a sentence that is said
_BEHIND = frozenset(",.，、。と")  # such a sentence, and its quotation mark
_QUESTIONS = "?？؟"
_LEAST_ASKED = 0.35  # of a paragraph, of the question that speaks for all of it
_LEAST_ANSWER = 60  # characters
_SHORT = 250  # characters of a paragraph that says one thing


def is_spoken(phrase: Phrase, text: str, start: int, end: int) -> bool:
    """Tell whether the sentence that a phrase fits is told as what somebody says, or as a part of it.

    In a short paragraph another sentence may tell it: "A trial costs nothing. That, he says, is his gift."
    """
    kind = phrase.id.partition(".")[0]
    if kind == _RELATED:
        return fits("told", _LED_TO.split(text[start:end])[0])
    if kind not in _TOLD:
        return False
    told = text if len(text) <= _SHORT else text[start:end]
    return fits("told", told) or is_inside(text, start) or _begins_quoted(text, start)


def is_answered(text: str, start: int, end: int) -> bool:
    """Tell whether a short text asks what a button would, only to go on about it.

    >>> text = "Already a subscriber? Then you pay for everyone else, and nobody has told you why."
    >>> is_answered(text, 0, 21), is_answered("Already a subscriber? Sign in.", 0, 21)
    (True, False)
    """
    asked = end - start
    is_little = asked < min(_LEAST_ASKED * len(text), len(text) - _LEAST_ANSWER)
    return text[end - 1] in _QUESTIONS and is_little and len(text) <= _SHORT


def _begins_quoted(text: str, start: int) -> bool:
    """Tell whether somebody says something from a place on, and the text goes on behind that.

    >>> _begins_quoted("「ご支援を。」と書いた。", 0), _begins_quoted("“Support us.”", 0)
    (True, False)
    >>> _begins_quoted("“The Week”: our newsletter.", 0)  # has a name
    False
    """
    ends = next(
        (ends for begins, ends in (*_PAIRS, *zip(_ALIKE, _ALIKE, strict=True)) if text[start] == begins), ""
    )
    closed = min((at for end in ends if (at := text.find(end, start + 1)) > 0), default=-1)
    is_sentence = not _STOPS.isdisjoint(text[start:closed]) or text[closed + 1 : closed + 2] in _BEHIND
    return closed > 0 and is_sentence and any(map(str.isalnum, text[closed:]))


def is_inside(text: str, start: int) -> bool:
    """Tell whether a quotation that begins before a place ends behind it.

    >>> text = "He said: “We care. We use cookies.” We do."
    >>> is_inside(text, text.index("We use")), is_inside(text, text.index("We do"))
    (True, False)
    >>> is_inside("Er sagt: „Ja.“ Nein. „Gut.“", 15)
    False
    """
    before, after = text[:start], text[start:]
    if any(mark in after and _is_open(before, mark) for mark in _ALIKE):
        return True
    return any(_is_between(before, after, *pair) for pair in _PAIRS)


def _is_open(before: str, mark: str) -> bool:
    is_own = not any(begins in before for begins, ends in _PAIRS if mark in ends)
    return is_own and before.count(mark) % 2 == 1


def _is_between(before: str, after: str, begins: str, ends: str) -> bool:
    opened = before.rfind(begins)
    if opened < 0 or (begins == "“" and "„" in before):
        return False
    return all(before.rfind(end) < opened for end in ends) and any(end in after for end in ends)
