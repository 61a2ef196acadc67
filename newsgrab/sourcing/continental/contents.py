"""Contents: which words of a sentence a cue reports, where the verb may come first or last."""

from __future__ import annotations

from newsgrab.sourcing import tags
from newsgrab.sourcing.continental.cues import BEFORE_SOURCE, VERB, Cue
from newsgrab.sourcing.tokens import Paragraph, Range

FURTHEST_COMPLEMENTISER = 24
SHORTEST_CLAUSE = 3
LONGEST_ADJUNCT = 12
FURTHEST_VOICE = 6  # tokens between a colon and the verb of somebody else
_MARK = tags.COMMA | tags.DASH | tags.COLON | tags.SEMICOLON | tags.STOP
_FINITE = tags.AUXILIARY | tags.VERB | tags.CUE


def find_content(paragraph: Paragraph, scope: Range, cue: Cue, subject: Range) -> Range | None:
    """Return the tokens within ``scope`` that the cue reports; cue and subject may stand among them."""
    first = min(cue.first, subject[0])
    last = max(cue.last, subject[1])
    left = _left_of(paragraph, (scope[0], first))
    if cue.participle is not None and cue.participle >= last:
        between = _trim(paragraph, (last, cue.participle))
        last = cue.participle + 1
    else:
        between = None
    right = _trim(paragraph, (last, _before_next_voice(paragraph, (last, scope[1]))))
    while cue.kind == BEFORE_SOURCE and paragraph.has(last, tags.ADVERB):
        last += 1
    if cue.kind == BEFORE_SOURCE and paragraph.has(last, tags.COLON):
        return _trim(paragraph, (last, scope[1]))
    if cue.kind != VERB:
        return _of_phrase(paragraph, left, right, cue)
    if left and paragraph.has(left[1] - 1, tags.QUOTE | tags.PHRASE) and cue.frame != "object":
        return _before(paragraph, left, (last, scope[1]))
    announced = _announced(paragraph, (max(cue.last, subject[1]), right[1] if right else last), cue)
    if announced is not None:
        return announced
    if cue.frame == "object" and left is not None and subject[0] > cue.first:
        return left[0], max(last, right[1] if right else last)
    if between and any(paragraph.tags[i] & (tags.PHRASE | tags.QUOTE) for i in range(*between)):
        return between
    return _of_verb(paragraph, left, right, cue) or between


def _left_of(paragraph: Paragraph, tokens: Range) -> Range | None:
    """Return what stands before cue and subject, without the "so" of "…, so heißt es" and a lone "und"."""
    left = _trim(paragraph, tokens)
    if left is None:
        return None
    last = left[1] - 1
    if paragraph.lows[last] == "so" and paragraph.has(last - 1, tags.COMMA | tags.QUOTE):
        return _trim(paragraph, (left[0], last))
    return None if last == left[0] and paragraph.has(last, tags.CONJUNCTION) else left


def _before_next_voice(paragraph: Paragraph, right: Range) -> int:
    """Return the colon behind which another one speaks: "…: So sagte Berg", '…: "…", sagte Berg'."""
    for index in range(*right):
        if not paragraph.has(index, tags.COLON):
            continue
        behind = range(index + 1, min(right[1], index + FURTHEST_VOICE))
        if any(paragraph.tags[i] & tags.CUE and not paragraph.tags[i] & tags.CAPITAL for i in behind):
            return index
    return right[1]


def _of_verb(paragraph: Paragraph, left: Range | None, right: Range | None, cue: Cue) -> Range | None:
    if left and _stands_before(paragraph, left, cue):
        return _before(paragraph, left, right or (left[1], left[1]))
    if right is None:
        return None
    quote = next((i for i in range(*right) if paragraph.tags[i] & tags.QUOTE), None)
    if quote is not None:
        return right[0], _end_of_quotations(paragraph, quote, right[1])
    if paragraph.has(right[0] - 1, tags.COMMA):
        return right
    comma = next((i for i in range(*right) if paragraph.tags[i] & tags.COMMA), None)
    if cue.frame == "clause" and comma is not None and _is_clause(paragraph, (comma, right[1])):
        return _trim(paragraph, (comma, right[1]))
    return right if right[1] - right[0] >= SHORTEST_CLAUSE else None


def _of_phrase(paragraph: Paragraph, left: Range | None, right: Range | None, cue: Cue) -> Range | None:
    """Return what "laut Berg" reports: the rest of the sentence, or all of it."""
    if left is None:
        return _from_verb(paragraph, right) if right and cue.kind == BEFORE_SOURCE else right
    is_set_off = paragraph.has(left[1], tags.COMMA | tags.DASH)
    if right is None or paragraph.has(left[1] - 1, tags.QUOTE):
        return left
    if is_set_off and cue.kind == BEFORE_SOURCE and _is_clause(paragraph, left):
        return left
    return left[0], right[1]


def _from_verb(paragraph: Paragraph, right: Range) -> Range:
    """Leave out what belongs to the source still: "Laut einer Umfrage unter Lehrern fehlen …"."""
    if not paragraph.has(right[0], tags.PREPOSITION) or not paragraph.lexicon.capital_nouns:
        return right
    for index in range(right[0], min(right[1], right[0] + LONGEST_ADJUNCT)):
        if paragraph.has(index, tags.COMMA | tags.QUOTE):
            break
        if paragraph.has(index, _FINITE) and not paragraph.has(index, tags.CAPITAL):
            return index, right[1]
    return right


def _announced(paragraph: Paragraph, right: Range, cue: Cue) -> Range | None:
    """Return what follows a colon, or a "dass" to which only adjuncts lead."""
    for index in range(right[0], min(right[1], right[0] + FURTHEST_COMPLEMENTISER)):
        if paragraph.has(index, tags.COLON):
            quotes = any(paragraph.tags[i] & (tags.QUOTE | tags.PHRASE) for i in range(right[0], index))
            return _trim(paragraph, (right[0] if quotes and cue.frame == "object" else index + 1, right[1]))
        if cue.frame == "clause" and _begins_reported_clause(paragraph, index, right[1]):
            return _trim(paragraph, (index, right[1]))
        opens = paragraph.has(index, tags.COMPLEMENTISER) and cue.frame != "object"
        if opens and _opens_clause(paragraph, index, right[0]):
            return _trim(paragraph, (index, right[1]))
        if paragraph.has(index, tags.QUOTE | tags.SEMICOLON):
            return None
    return None


def _begins_reported_clause(paragraph: Paragraph, comma: int, end: int) -> bool:
    """Say whether a clause in the mood of reported speech stands behind the comma: "sagte Berg, es sei …"."""
    if not paragraph.has(comma, tags.COMMA):
        return False
    behind = range(comma + 1, min(end, comma + FURTHEST_COMPLEMENTISER))
    closing = next((i for i in behind if paragraph.tags[i] & (tags.COMMA | tags.QUOTE)), end)
    if paragraph.has(comma + 1, tags.RELATIVE | tags.CONJUNCTION | tags.COMPLEMENTISER | tags.PREPOSITION):
        return False
    return any(paragraph.tags[i] & tags.SUBJUNCTIVE for i in range(comma + 1, closing))


def _opens_clause(paragraph: Paragraph, index: int, start: int) -> bool:
    if not paragraph.lexicon.capital_nouns:
        return True
    return index == start or paragraph.has(index - 1, tags.COMMA)


def _before(paragraph: Paragraph, left: Range, right: Range) -> Range:
    """Take what stands on the left, and what of it goes on behind the cue."""
    for index in range(right[0], min(right[1], right[0] + LONGEST_ADJUNCT)):
        if paragraph.has(index, tags.QUOTE):
            return left[0], _end_of_quotations(paragraph, index, right[1])
        if paragraph.has(index, tags.CUE) and not paragraph.has(index, tags.CAPITAL):
            break
    return left


def _is_clause(paragraph: Paragraph, tokens: Range) -> bool:
    return (
        any(paragraph.tags[i] & (_FINITE | tags.QUOTE) for i in range(*tokens)) or tokens[1] - tokens[0] > 6
    )


def _stands_before(paragraph: Paragraph, left: Range, cue: Cue) -> bool:
    """Say whether the words on the left are a clause that a comma sets off: "Der Hafen öffne, sagte …"."""
    if not paragraph.has(left[1], tags.COMMA) or _is_aside(paragraph, left):
        return False
    is_next = cue.first == left[1] + 1 and left[1] - left[0] >= SHORTEST_CLAUSE
    return is_next or _is_clause(paragraph, left)


def _is_aside(paragraph: Paragraph, left: Range) -> bool:
    """Say whether the left is only a clause that leads in: "Als er kam, sagte Berg …"."""
    return paragraph.has(left[0], tags.CONJUNCTION) and not paragraph.has(left[0], tags.COORDINATOR)


def _end_of_quotations(paragraph: Paragraph, quote: int, end: int) -> int:
    """Return the end of the last quotation; what is no quotation behind it may be dropped."""
    last = quote + 1
    is_alone = True
    for index in range(quote + 1, end):
        if paragraph.has(index, tags.QUOTE):
            last = index + 1
        elif paragraph.has(index, tags.CUE) and not paragraph.has(index, tags.CAPITAL):
            is_alone = False
            break
    inner_end = paragraph.quotations[last - 1].inner_end
    is_complete = paragraph.text[inner_end - 1] in ",.!?…"
    return max(last, end) if is_alone and not is_complete else last


def _trim(paragraph: Paragraph, tokens: Range) -> Range | None:
    """Drop marks at both ends."""
    start, end = tokens
    while start < end and paragraph.has(start, _MARK):
        start += 1
    while end > start and paragraph.has(end - 1, _MARK):
        end -= 1
    return (start, end) if end > start else None
