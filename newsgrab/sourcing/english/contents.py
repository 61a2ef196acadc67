"""Contents: which words of the sentence a cue reports."""

from __future__ import annotations

from newsgrab.sourcing import tags
from newsgrab.sourcing.english.clauses import is_verb, tells_in_passing
from newsgrab.sourcing.english.cues import Cue, leads_to_quotation
from newsgrab.sourcing.english.following import content_after, end_after
from newsgrab.sourcing.english.phrases import phrase_after
from newsgrab.sourcing.english.preceding import (
    behind_comma,
    behind_quote,
    content_before,
    is_introduction,
    is_reported_before,
    second_quotation,
)
from newsgrab.sourcing.english.quoting import is_title
from newsgrab.sourcing.english.subjects import AFTER, ASIDE, BEFORE, NAMING, RELATIVE, Subject
from newsgrab.sourcing.stretches import any_has, trim, without_stop
from newsgrab.sourcing.tokens import Paragraph, Range


def find_content(paragraph: Paragraph, scope: Range, cue: Cue, subject: Subject) -> Range | None:
    """Return the tokens within ``scope`` that the cue reports; the cue may stand among them."""
    content = _find_content(paragraph, scope, cue, subject)
    if (
        content is not None
        and cue.frame == "quote"
        and not any_has(paragraph, content, tags.QUOTE | tags.PHRASE)
    ):
        return None  # "Ohio, the last state, begins voting in May"
    return content


def _find_content(paragraph: Paragraph, scope: Range, cue: Cue, subject: Subject) -> Range | None:
    end = without_stop(paragraph, scope)[1]
    if _only_names(paragraph, cue, subject, end):
        return None
    if subject.side == NAMING:
        return cue.last, cue.last + 1
    if subject.side == AFTER:
        return _around_inverted(paragraph, (scope[0], end), cue, subject)
    addressed = cue.frame in ("tell", "ask")
    right = (_skip_addressee(paragraph, (cue.last, end)) if addressed else cue.last, end)
    if subject.side == ASIDE and leads_to_quotation(paragraph, cue.last):
        return content_after(paragraph, right, cue)
    if subject.side == ASIDE:
        return behind_comma(paragraph, cue.last, end) if subject.first - scope[0] < 3 else None
    if subject.side == BEFORE:
        left = (scope[0], behind_quote(paragraph, scope[0], subject.first))
        if _is_interposed(paragraph, left, right):
            return _around(paragraph, left, right, cue)
        if is_reported_before(paragraph, left, right) and not _follows_title(paragraph, left, right):
            return content_before(paragraph, left, right)
    if subject.side == RELATIVE:
        right = right[0], _end_of_relative_clause(paragraph, subject, right)
    return content_after(paragraph, right, cue)


def _follows_title(paragraph: Paragraph, left: Range, right: Range) -> bool:
    """Tell whether what is said follows, behind a title: 'In "Coal and Ash," Lee recalled that …'."""
    last = left[1] - 1
    announces = paragraph.low(right[0]) in paragraph.lexicon.phrases["announcing"]
    return announces and last > left[0] and last in paragraph.quotations and is_title(paragraph, last)


def _around_inverted(paragraph: Paragraph, scope: Range, cue: Cue, subject: Subject) -> Range | None:
    """Return what is reported around "said Lee" or "according to Lee"."""
    start, end = scope
    right = subject.last, end
    if cue.frame == "source" and trim(paragraph, (start, cue.first)) is None:
        return behind_comma(paragraph, *right)
    if cue.first == start:
        return content_after(paragraph, right, cue)
    return content_before(paragraph, (start, cue.first), right) or second_quotation(paragraph, right)


def _only_names(paragraph: Paragraph, cue: Cue, subject: Subject, end: int) -> bool:
    """Tell whether the verb only gives the name of what stands before it: "a class called Perception"."""
    is_helped = any(paragraph.has(index, tags.AUXILIARY) for index in range(cue.first, cue.verb))
    if cue.entry.lemma not in paragraph.lexicon.phrases["naming"] or is_helped:
        return False
    if cue.has_particle or _is_somebody(paragraph, subject.phrase[0]) or subject.side != BEFORE:
        return False
    after = cue.last
    if paragraph.has(after, tags.PHRASE) and paragraph.between(after, after + 1)[1:2].isupper():
        return True  # "the box called “Haven Tea” that …"
    while after < end and (
        paragraph.has(after, tags.CAPITAL | tags.PHRASE)
        or paragraph.lows[after] in paragraph.lexicon.phrases["definite"]
    ):
        after += 1
    return after > cue.last and (
        after >= end or paragraph.has(after, tags.FINITE | tags.PREPOSITION | tags.COMMA)
    )


def _is_somebody(paragraph: Paragraph, index: int) -> bool:
    """Tell whether a phrase begins with a pronoun or a name, and with no article that opens the sentence."""
    is_name = paragraph.has(index, tags.CAPITAL) and not paragraph.has(index, tags.DETERMINER)
    return is_name or paragraph.has(index, tags.PRONOUN)


def _skip_addressee(paragraph: Paragraph, right: Range) -> int:
    start, end = right
    if paragraph.has(start, tags.OBJECT):
        return start + 1
    phrase = phrase_after(paragraph, start, end)
    return phrase[1] if phrase and not paragraph.has(start, tags.PRONOUN) else start


def _end_of_relative_clause(paragraph: Paragraph, subject: Subject, right: Range) -> int:
    """Return the comma that closes "Lee, who promised help, said"."""
    if not paragraph.has(subject.first - 1, tags.COMMA):
        return right[1]
    for index in range(*right):
        if paragraph.has(index, tags.COMMA) and index + 1 < right[1] and is_verb(paragraph, index + 1):
            return index
    return right[1]


def _is_interposed(paragraph: Paragraph, left: Range, right: Range) -> bool:
    if left[1] - left[0] < 2 or right[1] - right[0] < 2:
        return False
    if not (
        paragraph.has(left[1] - 1, tags.COMMA | tags.DASH) and paragraph.has(right[0], tags.COMMA | tags.DASH)
    ):
        return False
    after = right[0] + 1
    if paragraph.has(after, tags.QUOTE) and is_introduction(paragraph, left):
        return False
    if paragraph.has(after, tags.COORDINATOR | tags.RELATIVE | tags.CONJUNCTION):
        return False
    return not tells_in_passing(paragraph, after)


def _around(paragraph: Paragraph, left: Range, right: Range, cue: Cue) -> Range | None:
    end = end_after(paragraph, right, cue)
    return trim(paragraph, (left[0], end))
