"""Contents: which words of the sentence a cue reports."""

from __future__ import annotations

from newsgrab.sourcing import tags
from newsgrab.sourcing.cues import Cue
from newsgrab.sourcing.phrases import Range, is_adverb, is_past, phrase_after
from newsgrab.sourcing.subjects import AFTER, ASIDE, BEFORE, Subject, skip_introduction
from newsgrab.sourcing.tokens import Paragraph

FURTHEST_COMPLEMENTISER = 16  # tokens between a verb and its "that", colon or quotation
FURTHEST_SECOND_HALF = 30  # tokens between the halves of a quotation
FURTHEST_VERB = 16  # tokens between the start of a clause and its verb
FEWEST_WORDS = 2
MOST_UNEXPLAINED = 3  # words between a quotation and a subject
_MARK = tags.COMMA | tags.DASH | tags.COLON | tags.SEMICOLON | tags.STOP
_FINITE = tags.AUXILIARY | tags.VERB | tags.CUE


def find_content(paragraph: Paragraph, scope: Range, cue: Cue, subject: Subject) -> Range | None:
    """Return the tokens within ``scope`` that the cue reports; the cue may stand among them."""
    end = _without_stop(paragraph, scope)
    if cue.frame == "source" and _trim(paragraph, (scope[0], cue.first)) is None:
        return _behind_comma(paragraph, subject.last, end)
    if subject.side == AFTER and cue.first == scope[0]:
        return _after(paragraph, (subject.last, end), cue)
    if subject.side == AFTER:
        return _before(paragraph, (scope[0], cue.first), (subject.last, end))
    right = (cue.last, end)
    if subject.side == ASIDE:
        return _behind_comma(paragraph, cue.last, end) if subject.first - scope[0] < 3 else None
    if subject.side == BEFORE:
        left = (scope[0], _behind_quote(paragraph, scope[0], subject.first))
        if _is_interposed(paragraph, left, right):
            return _around(paragraph, left, right, cue)
        if _is_reported_before(paragraph, left, right):
            return _before(paragraph, left, right)
    return _after(paragraph, right, cue)


def _without_stop(paragraph: Paragraph, scope: Range) -> int:
    end = scope[1]
    while end > scope[0] and paragraph.has(end - 1, tags.STOP):
        end -= 1
    return end


def _trim(paragraph: Paragraph, tokens: Range) -> Range | None:
    """Drop marks at both ends."""
    start, end = tokens
    while start < end and paragraph.has(start, _MARK):
        start += 1
    while end > start and paragraph.has(end - 1, _MARK):
        end -= 1
    return (start, end) if end > start else None


def _has_quote(paragraph: Paragraph, tokens: Range) -> bool:
    return any(paragraph.tags[i] & tags.QUOTE for i in range(*tokens))


def _is_finite(paragraph: Paragraph, tokens: Range) -> bool:
    """Say whether a verb that can make a clause stands among the tokens."""
    return any(paragraph.tags[i] & _FINITE or is_past(paragraph, i) for i in range(*tokens))


# Before the subject: "The road is shut, Lee said."


def _before(paragraph: Paragraph, left: Range, right: Range) -> Range | None:
    content = _trim(paragraph, (_behind_colon(paragraph, left), left[1]))
    if content is None:
        return None
    if not (_has_quote(paragraph, content) or _is_finite(paragraph, content)):
        comma = _closing_comma(paragraph, right)
        is_split = comma is not None and _is_finite(paragraph, (comma, right[1]))
        return _trim(paragraph, (content[0], right[1])) if is_split else None
    second = _second_half(paragraph, right)
    return (content[0], second) if second else content


def _behind_colon(paragraph: Paragraph, left: Range) -> int:
    """Return where a quotation at the end begins if a colon introduces it."""
    for index in range(left[1] - 1, left[0], -1):
        if paragraph.has(index, tags.QUOTE) and paragraph.has(index - 1, tags.COLON):
            return index
    return left[0]


def _closing_comma(paragraph: Paragraph, right: Range) -> int | None:
    """Return the last comma before the next finite verb, as behind "said Lee, the mayor of Ham, would …"."""
    comma = None
    for index in range(*right):
        if paragraph.has(index, tags.COMMA):
            comma = index
        elif comma is not None and paragraph.has(index, tags.AUXILIARY):
            return comma if index - comma < 3 else None
    return None


def _behind_comma(paragraph: Paragraph, start: int, end: int) -> Range | None:
    """Return what follows "According to Lee, "."""
    comma = next((i for i in range(start, end) if paragraph.tags[i] & tags.COMMA), None)
    return _trim(paragraph, (comma, end)) if comma is not None else None


def _behind_quote(paragraph: Paragraph, floor: int, first: int) -> int:
    """Go back from a subject over words that nothing explains if a quotation stands right before them."""
    index = first
    while index > floor and first - index < MOST_UNEXPLAINED and paragraph.has(index - 1, tags.WORD):
        index -= 1
    return index if index > floor and paragraph.has(index - 1, tags.QUOTE) else first


def _is_reported_before(paragraph: Paragraph, left: Range, right: Range) -> bool:
    last = left[1] - 1
    if last < left[0] or not paragraph.has(last, tags.QUOTE | tags.COMMA | tags.DASH):
        return False
    if paragraph.has(last, tags.QUOTE) or paragraph.has(last - 1, tags.QUOTE):
        return True
    return not _is_introduction(paragraph, left) and _is_adjunct(paragraph, right)


def _is_introduction(paragraph: Paragraph, left: Range) -> bool:
    """Say whether the words only lead in: "In January, Lee said …"."""
    start = left[0]
    while start < left[1] and paragraph.has(start, tags.COORDINATOR):
        start += 1
    if paragraph.has(start, tags.PREPOSITION):
        return not _is_finite(paragraph, (start, left[1]))
    return skip_introduction(paragraph, start, left[1]) >= left[1] or not _is_finite(
        paragraph, (start, left[1])
    )


def _is_adjunct(paragraph: Paragraph, right: Range) -> bool:
    """Say whether nothing that could be reported stands behind the verb."""
    start, end = right
    if start >= end or paragraph.has(start, tags.COMMA | tags.DASH | tags.COORDINATOR):
        return True
    if paragraph.has(start, tags.QUOTE | tags.COLON | tags.COMPLEMENTISER):
        return False
    if paragraph.has(start, tags.PREPOSITION | tags.TIME | tags.CONJUNCTION) or is_adverb(paragraph, start):
        return not any(
            paragraph.tags[i] & (tags.COMPLEMENTISER | tags.QUOTE | tags.COLON) for i in range(start, end)
        )
    return False


def _second_half(paragraph: Paragraph, right: Range) -> int | None:
    """Return the end of a quotation that goes on behind the cue: "…," he said, "…"."""
    for index in range(right[0], min(right[1], right[0] + FURTHEST_SECOND_HALF)):
        tag = paragraph.tags[index]
        if tag & tags.QUOTE:
            return index + 1 if paragraph.has(index - 1, tags.COMMA | tags.COLON | tags.DASH) else None
        if tag & (tags.COORDINATOR | tags.SEMICOLON | tags.CUE) and not tag & tags.CAPITAL:
            return None
    return None


# Around subject and cue: "The road, Lee said, is shut."


def _is_interposed(paragraph: Paragraph, left: Range, right: Range) -> bool:
    if left[1] - left[0] < 2 or right[1] - right[0] < 2:
        return False
    if not (
        paragraph.has(left[1] - 1, tags.COMMA | tags.DASH) and paragraph.has(right[0], tags.COMMA | tags.DASH)
    ):
        return False
    after = right[0] + 1
    if paragraph.has(after, tags.QUOTE) and _is_introduction(paragraph, left):
        return False
    if paragraph.has(after, tags.COORDINATOR | tags.RELATIVE | tags.CONJUNCTION):
        return False
    return not paragraph.lows[after].endswith("ing")


def _around(paragraph: Paragraph, left: Range, right: Range, cue: Cue) -> Range | None:
    end = _end_after(paragraph, right, cue)
    return _trim(paragraph, (left[0], end))


# After the cue: "Lee said that the road is shut."


def _after(paragraph: Paragraph, right: Range, cue: Cue) -> Range | None:
    start = _start_after(paragraph, right, cue)
    if start is None:
        return None
    content = _trim(paragraph, (start, _end_after(paragraph, (start, right[1]), cue)))
    if content is None:
        return None
    words = sum(bool(paragraph.tags[i] & tags.WORD) for i in range(*content))
    return content if words >= FEWEST_WORDS or _has_quote(paragraph, content) else None


def _start_after(paragraph: Paragraph, right: Range, cue: Cue) -> int | None:
    """Return where the content begins behind the cue, or None where what follows is nothing reported."""
    start, end = right
    if cue.frame == "tell":
        start = _skip_addressee(paragraph, right)
    opening = _find_opening(paragraph, start, end)
    if opening is not None and (cue.frame in ("clause", "tell", "quote") or _is_set_off(paragraph, opening)):
        return opening
    if cue.frame == "quote" or paragraph.low(start).endswith(("self", "selves")):
        return None
    start = _skip_adjuncts(paragraph, start, end)
    if start >= end or paragraph.has(start, tags.COMMA | tags.PREPOSITION | tags.COORDINATOR | tags.DASH):
        return opening if cue.frame == "any" else None
    if cue.frame in ("any", "object"):
        return start
    return start if _is_clause(paragraph, start, end) else None


def _is_set_off(paragraph: Paragraph, opening: int) -> bool:
    """Say whether a comma or colon introduces the quotation: 'She called over, "…"'."""
    return paragraph.has(opening, tags.QUOTE) and paragraph.has(opening - 1, tags.COMMA | tags.COLON)


def _find_opening(paragraph: Paragraph, start: int, end: int) -> int | None:
    """Return the "that", the quotation or the word behind a colon to which only adjuncts lead."""
    for index in range(start, min(end, start + FURTHEST_COMPLEMENTISER)):
        tag = paragraph.tags[index]
        if tag & tags.QUOTE:
            return index if index == start or paragraph.has(index - 1, tags.COMMA | tags.COLON) else None
        if tag & tags.COLON:
            return index + 1
        if tag & tags.COMMA:
            if paragraph.has(index + 1, tags.QUOTE):
                return index + 1
            continue
        if paragraph.lows[index] == "that":
            return index
        if tag & (tags.PRONOUN | tags.AUXILIARY | tags.CUE | tags.VERB | tags.SEMICOLON | tags.CONJUNCTION):
            return None
    return None


def _skip_addressee(paragraph: Paragraph, right: Range) -> int:
    start, end = right
    if paragraph.has(start, tags.OBJECT):
        return start + 1
    phrase = phrase_after(paragraph, start, end)
    return phrase[1] if phrase and not paragraph.has(start, tags.PRONOUN) else start


def _skip_adjuncts(paragraph: Paragraph, start: int, end: int) -> int:
    while start < end and (paragraph.has(start, tags.TIME) or is_adverb(paragraph, start)):
        start += 1
    if start < end and paragraph.has(start, tags.PREPOSITION) and paragraph.has(start + 1, tags.TIME):
        return _skip_adjuncts(paragraph, start + 2, end)
    return start


def _is_clause(paragraph: Paragraph, start: int, end: int) -> bool:
    """Say whether a clause begins here: a phrase with a finite verb, or a conjunction such as "that"."""
    if paragraph.has(start, tags.COMPLEMENTISER | tags.PRONOUN | tags.QUOTE):
        return True
    for index in range(start + 1, min(end, start + FURTHEST_VERB)):
        if paragraph.has(index, _FINITE) or is_past(paragraph, index):
            return True
        if paragraph.has(index, tags.STOP | tags.SEMICOLON | tags.RELATIVE):
            return False
    return False


def _end_after(paragraph: Paragraph, tokens: Range, cue: Cue) -> int:
    """Return where the content ends: at a clause that says something else, or with the sentence."""
    start, end = tokens
    if paragraph.has(start, tags.QUOTE) and _is_complete(paragraph, start):
        return _end_of_quotations(paragraph, start, end)
    for index in range(start + 1, end):
        if _breaks_off(paragraph, index, end, cue):
            return index + paragraph.has(index, tags.QUOTE | tags.PHRASE)
    return end


def _is_complete(paragraph: Paragraph, index: int) -> bool:
    """Say whether a quotation ends like a sentence or with the comma of one."""
    quotation = paragraph.quotations[index]
    return paragraph.text[quotation.inner_end - 1] in ",.!?…"


def _end_of_quotations(paragraph: Paragraph, start: int, end: int) -> int:
    """Return the end of the last quotation that follows without another verb of saying."""
    last = start + 1
    for index in range(start + 1, end):
        if paragraph.has(index, tags.QUOTE):
            last = index + 1
        if paragraph.has(index, tags.CUE) and not paragraph.has(index, tags.CAPITAL):
            break
    return last


def _breaks_off(paragraph: Paragraph, index: int, end: int, cue: Cue) -> bool:
    tag = paragraph.tags[index]
    if tag & tags.SEMICOLON:
        return True
    if tag & tags.PREPOSITION and cue.frame in ("object", "any"):
        return _is_occasion(paragraph, index + 1, end)
    if tag & (tags.COMMA | tags.QUOTE | tags.PHRASE):
        if paragraph.has(index + 1, tags.CUE) and paragraph.lows[index + 1].endswith("ing"):
            return True
        if paragraph.lows[index + 1 : index + 3] == ["according", "to"]:
            return True
        return cue.frame == "object" and (
            paragraph.has(index + 1, tags.CONJUNCTION) or paragraph.low(index + 1) == "with"
        )
    if tag & tags.COORDINATOR:
        return _coordinates_cue(paragraph, index, end)
    return False


def _is_occasion(paragraph: Paragraph, start: int, end: int) -> bool:
    """Say whether the phrase behind a preposition is "a statement", "an interview"."""
    while start < end and paragraph.has(start, tags.DETERMINER | tags.TIME):
        start += 1
    return (
        start < end
        and paragraph.has(start, tags.OCCASION)
        and paragraph.low(start + 1) not in ("of", "on", "about")
    )


def _coordinates_cue(paragraph: Paragraph, index: int, end: int) -> bool:
    """Say whether "and" leads to another verb of saying, with or without its own subject."""
    after = index + 1
    while after < end and (paragraph.has(after, tags.AUXILIARY) or is_adverb(paragraph, after)):
        after += 1
    if after < end and paragraph.has(after, tags.CUE):
        return True
    if not paragraph.has(index - 1, tags.COMMA):
        return False
    phrase = phrase_after(paragraph, index + 1, end)
    return bool(phrase and phrase[1] < end and paragraph.has(phrase[1], tags.CUE))
