"""Contents: which words of a sentence a cue reports, where the verb may come first or last."""

from __future__ import annotations

from newsgrab.sourcing import tags
from newsgrab.sourcing.continental.clauses import (
    begins_relative,
    behind_relative,
    is_plain_clause,
    is_verb_of_second_place,
    may_be_said,
)
from newsgrab.sourcing.continental.connections import before_connection, behind_connection
from newsgrab.sourcing.continental.cues import AROUND_SOURCE, BEFORE_SOURCE, BEHIND_SOURCE, VERB, Cue
from newsgrab.sourcing.continental.nouns import is_saying
from newsgrab.sourcing.continental.phrases import behind_circumstances, phrase_before
from newsgrab.sourcing.lexicon import FINITE
from newsgrab.sourcing.stretches import any_has, first_with, trim
from newsgrab.sourcing.tokens import Paragraph, Range

FURTHEST_COMPLEMENTISER = 24  # tokens behind a verb
SHORTEST_CLAUSE = 3  # tokens
LONGEST_ADJUNCT = 20  # tokens
_PHRASES = (BEFORE_SOURCE, AROUND_SOURCE)
_SAID = tags.QUOTE | tags.PHRASE | tags.COMPLEMENTISER
FURTHEST_VOICE = 6  # tokens between a colon and the verb of somebody else


def find_content(paragraph: Paragraph, scope: Range, cue: Cue, subject: Range) -> Range | None:
    """Return the tokens within ``scope`` that the cue reports; cue and subject may stand among them."""
    if (
        subject[1] - subject[0] == 1
        and paragraph.lexicon.pronouns.get(paragraph.lows[subject[0]]) == "relative"
    ):
        scope = subject[0], scope[1]  # what "der" says in its clause stands behind it
    content = _find_content(paragraph, scope, cue, subject)
    if (
        content is not None
        and cue.frame == "quote"
        and not any_has(paragraph, content, tags.QUOTE | tags.PHRASE)
    ):
        return None
    if content is not None and _is_voice(paragraph, content):
        return None
    if content is None or cue.frame != "strict":
        return content
    is_set_off = content[0] < cue.first or paragraph.has(content[0] - 1, tags.COMMA | tags.COLON)
    first = next((i for i in range(*content) if not paragraph.has(i, tags.ADVERB)), content[0])
    is_set_off |= paragraph.lows[first] in paragraph.lexicon.phrases["by"]  # "sprach auch von …"
    return content if is_set_off or any_has(paragraph, content, _SAID) else None


def _is_voice(paragraph: Paragraph, content: Range) -> bool:
    """Tell whether the words only tell who speaks: "sagte Berg" behind "Er habe mit allen gesprochen,"."""
    start = content[0]
    if not paragraph.has(start - 1, tags.COMMA) or not paragraph.has_verb_of_saying(start):
        return False
    verb = paragraph.lexicon.verbs.get(paragraph.lows[start])
    is_finite = verb is not None and verb.forms & FINITE != 0 and verb.frame in ("clause", "strict")
    return is_finite and paragraph.has(start + 1, tags.CAPITAL | tags.PRONOUN | tags.DETERMINER)


def _find_content(paragraph: Paragraph, scope: Range, cue: Cue, subject: Range) -> Range | None:
    last = max(cue.last, subject[1])
    left = _left_of(paragraph, (scope[0], _start_of_voice(paragraph, scope[0], cue, subject)))
    if cue.participle is not None and cue.participle >= last:
        between = trim(paragraph, (last, cue.participle))
        last = cue.participle + 1
    else:
        between = None
    if cue.kind in _PHRASES:
        last = behind_relative(paragraph, _behind_adverbs(paragraph, last), scope[1])
        if paragraph.has(last, tags.COLON):
            return trim(paragraph, (last, scope[1]))
    right = trim(paragraph, (last, _before_next_voice(paragraph, (last, scope[1]))))
    if cue.kind != VERB:
        return _of_phrase(paragraph, left, right, cue)
    if left and _is_quoted(paragraph, left) and cue.frame != "object":
        is_led_in = paragraph.has(left[1] - 2, tags.COLON) and paragraph.lexicon.capital_nouns
        return _before(paragraph, (left[1] - 1, left[1]) if is_led_in else left, (last, scope[1]))
    announced = _announced(paragraph, (max(cue.last, subject[1]), right[1] if right else last), cue)
    if announced is not None:
        return announced
    if cue.frame == "object" and left is not None and subject[0] > cue.first:
        return left[0], max(last, right[1] if right else last)
    if between and any_has(paragraph, between, tags.PHRASE | tags.QUOTE):
        return between
    if between and not _is_object(paragraph, between, left):
        between = None
    return _of_verb(paragraph, left, right, cue) or between


def _start_of_voice(paragraph: Paragraph, floor: int, cue: Cue, subject: Range) -> int:
    """Return where the words begin that tell who speaks, as "ersten Angaben von Roth zufolge" does."""
    first = min(cue.first, subject[0])
    end = first - (paragraph.low(first - 1) in paragraph.lexicon.phrases["by"])
    if cue.kind != BEHIND_SOURCE or end <= floor or not is_saying(paragraph, end - 1):
        return first
    saying = phrase_before(paragraph, end, floor)
    return first if saying is None else saying[0]


def _is_object(paragraph: Paragraph, between: Range, left: Range | None) -> bool:
    """Tell whether a participle is about the words before it: not so "Den Plan hat er im Mai genannt"."""
    is_circumstance = paragraph.has(between[0], tags.PREPOSITION | tags.TIME) and left is not None
    return between[1] - between[0] >= SHORTEST_CLAUSE and not is_circumstance


def _behind_adverbs(paragraph: Paragraph, index: int) -> int:
    """Go over the "weiter" of "…, so Berg weiter, …" and "…, so Berg weiter: …"."""
    behind = index
    while paragraph.has(behind, tags.ADVERB):
        behind += 1
    return behind if paragraph.has(behind, tags.COMMA | tags.COLON) else index


def _is_quoted(paragraph: Paragraph, left: Range) -> bool:
    """Tell whether a quotation ends here that is said, and no place: "In der „Post“ sagte …"."""
    if not paragraph.has(left[1] - 1, tags.QUOTE | tags.PHRASE):
        return False
    is_place = paragraph.has(left[0], tags.PREPOSITION) and paragraph.lexicon.capital_nouns
    return not is_place or paragraph.has(left[1], tags.COMMA | tags.DASH)


def _left_of(paragraph: Paragraph, tokens: Range) -> Range | None:
    """Return what stands before cue and subject, without a "so" or "wie" behind a comma, or a lone "und"."""
    left = trim(paragraph, tokens)
    if left is None:
        return None
    last = left[1] - 1
    if paragraph.has(last, tags.OBJECT) and not paragraph.lexicon.capital_nouns and last > left[0]:
        return _left_of(paragraph, (left[0], last))  # "«…», se lamentó"
    if paragraph.lows[last] in paragraph.lexicon.phrases["as"] and _is_wondered(paragraph, (left[0], last)):
        return None
    connection = before_connection(paragraph, left)
    if connection is not None:
        return trim(paragraph, (left[0], connection))
    return None if last == left[0] and paragraph.has(last, tags.CONJUNCTION) else left


def _is_wondered(paragraph: Paragraph, left: Range) -> bool:
    """Tell whether "wie" goes on with the words before it: "Sie will wissen, wie Fischer klagen"."""
    wondering = paragraph.lexicon.phrases["wondering"]
    return any(paragraph.lows[index] in wondering for index in range(max(left[0], left[1] - 3), left[1]))


def _before_next_voice(paragraph: Paragraph, right: Range) -> int:
    """Return the colon behind which another one speaks, or the "und" before a further verb of saying."""
    is_clause = False
    for index in range(*right):
        is_clause |= paragraph.has(index, tags.COMPLEMENTISER | tags.SUBJUNCTIVE | tags.COMMA)
        behind = range(index + 1, min(right[1], index + FURTHEST_VOICE))
        if paragraph.has(index, tags.COLON) and any(map(paragraph.has_verb_of_saying, behind)):
            return index
        is_further = paragraph.has(index, tags.COORDINATOR) and not is_clause and index > right[0]
        if is_further and index + 1 < right[1] and paragraph.has_verb_of_saying(index + 1):
            return index
    return right[1]


def _of_verb(paragraph: Paragraph, left: Range | None, right: Range | None, cue: Cue) -> Range | None:
    if left and _stands_before(paragraph, left, cue):
        return _before(paragraph, left, right or (left[1], left[1]))
    if right is None:
        return None
    quote = first_with(paragraph, right, tags.QUOTE)
    if quote is not None:
        return right[0], _end_of_quotations(paragraph, quote, right[1])
    if paragraph.has(right[0] - 1, tags.COMMA):
        return right if may_be_said(paragraph, right, cue) else None
    comma = first_with(paragraph, right, tags.COMMA)
    clause = trim(paragraph, (comma, right[1])) if comma is not None and cue.frame != "object" else None
    if clause and _behind_adverbs(paragraph, right[0]) == comma:
        return clause  # "sagte auch, …"
    is_plain = clause is not None and is_plain_clause(paragraph, clause)
    if clause and _is_clause(paragraph, clause) and may_be_said(paragraph, clause, cue) and not is_plain:
        return clause
    is_long = right[1] - right[0] >= SHORTEST_CLAUSE or any_has(paragraph, right, tags.PHRASE)
    return right if is_long else None


def _of_phrase(paragraph: Paragraph, left: Range | None, right: Range | None, cue: Cue) -> Range | None:
    """Return what "laut Berg" reports: the rest of the sentence, all of it, or a relative clause."""
    if left is None:
        return _from_verb(paragraph, right) if right and cue.kind in _PHRASES else right
    is_set_off = paragraph.has(left[1], tags.COMMA | tags.DASH)
    if right is not None and right[1] - right[0] == 1 and paragraph.has(right[0], tags.ADVERB):
        right = None  # "sagte Berg laut Mitteilung weiter"
    if right is None or paragraph.has(left[1] - 1, tags.QUOTE):
        return left
    is_parted = paragraph.has(right[0] - 1, tags.COMMA | tags.DASH)
    if is_set_off and (_is_clause(paragraph, left) or not is_parted):
        return (left[0], right[1]) if _lacks_rest(paragraph, left, right) else left
    relative = _relative_clause(paragraph, left, right)
    return relative or (left[0], right[1])


def _lacks_rest(paragraph: Paragraph, left: Range, right: Range) -> bool:
    """Tell whether the clause goes on behind the words put in: "Berg habe, so Roth, den Hafen verkauft"."""
    if not paragraph.lexicon.capital_nouns or not paragraph.has(right[0] - 1, tags.COMMA | tags.DASH):
        return False
    is_last = paragraph.has_verb(left[1] - 1)
    return is_last or not any_has(paragraph, left, tags.FINITE)


def _relative_clause(paragraph: Paragraph, left: Range, right: Range) -> Range | None:
    """Return the clause of "…, die nach Angaben der Stadt fehlen", where the cue stands in one."""
    if not paragraph.lexicon.capital_nouns:
        return None
    comma = next((i for i in range(left[1] - 1, left[0], -1) if paragraph.has(i, tags.COMMA)), None)
    if comma is None or comma + 1 >= left[1] or not begins_relative(paragraph, comma + 1):
        return None
    closing = first_with(paragraph, right, tags.COMMA)
    return comma + 1, right[1] if closing is None else closing


def _from_verb(paragraph: Paragraph, right: Range) -> Range:
    """Leave out what belongs to the source still: "Laut einer Umfrage unter Lehrern fehlen …"."""
    if not paragraph.lexicon.capital_nouns:
        return right
    for index in range(right[0], min(right[1], right[0] + LONGEST_ADJUNCT)):
        if paragraph.has(index, tags.QUOTE | tags.COLON | tags.SEMICOLON):
            break
        if is_verb_of_second_place(paragraph, index):
            return index, right[1]
    return right


def _announced(paragraph: Paragraph, right: Range, cue: Cue) -> Range | None:
    """Return what follows a colon, or a "dass" to which only adjuncts lead."""
    for index in range(right[0], min(right[1], right[0] + FURTHEST_COMPLEMENTISER)):
        if paragraph.has(index, tags.COLON):
            quotes = any_has(paragraph, (right[0], index), tags.QUOTE | tags.PHRASE)
            return trim(paragraph, (right[0] if quotes and cue.frame == "object" else index + 1, right[1]))
        if cue.frame == "clause" and _begins_reported_clause(paragraph, index, right[1]):
            return trim(paragraph, (index, right[1]))
        opens = paragraph.has(index, tags.COMPLEMENTISER) and cue.frame != "object"
        if opens and _opens_clause(paragraph, index, right[0]):
            return trim(paragraph, (index, right[1]))
        if paragraph.has(index, tags.QUOTE | tags.SEMICOLON):
            return None
    return None


def _begins_reported_clause(paragraph: Paragraph, comma: int, end: int) -> bool:
    """Tell whether a clause in the mood of reported speech is behind the comma: "sagte Berg, es sei …"."""
    if not paragraph.has(comma, tags.COMMA):
        return False
    behind = range(comma + 1, min(end, comma + FURTHEST_COMPLEMENTISER))
    closing = next((i for i in behind if paragraph.tags[i] & (tags.COMMA | tags.QUOTE)), end)
    if paragraph.has(comma + 1, tags.RELATIVE | tags.CONJUNCTION | tags.COMPLEMENTISER | tags.PREPOSITION):
        return False
    return any_has(paragraph, (comma + 1, closing), tags.SUBJUNCTIVE)


def _opens_clause(paragraph: Paragraph, index: int, start: int) -> bool:
    is_next = index == start or paragraph.has(index - 1, tags.COMMA)
    if is_next or paragraph.lexicon.capital_nouns:
        return is_next
    return (
        paragraph.has(index - 1, tags.PREPOSITION) or behind_circumstances(paragraph, start, index) == index
    )


def _before(paragraph: Paragraph, left: Range, right: Range) -> Range:
    """Take what stands on the left, and what of it goes on behind the cue."""
    for index in range(right[0], min(right[1], right[0] + LONGEST_ADJUNCT)):
        if paragraph.has(index, tags.QUOTE):
            return left[0], _end_of_quotations(paragraph, index, right[1])
        if paragraph.has_verb_of_saying(index):
            break
    return left


def _is_clause(paragraph: Paragraph, tokens: Range) -> bool:
    return any_has(paragraph, tokens, tags.FINITE | tags.QUOTE) or tokens[1] - tokens[0] > 6


def _stands_before(paragraph: Paragraph, left: Range, cue: Cue) -> bool:
    """Tell whether the words on the left are a clause that a comma sets off: "Der Hafen öffne, sagte …".

    In Slavic languages a dash stands behind the comma, "Порт закрыт, — сказал Орлов", or alone.
    """
    lexicon, behind = paragraph.lexicon, left[1]
    behind += paragraph.has(behind, tags.COMMA)
    behind += lexicon.inflected and paragraph.has(behind, tags.DASH)
    if behind == left[1] or _is_aside(paragraph, left):
        return False
    is_led = behind_connection(paragraph, behind) > behind and not lexicon.capital_nouns
    is_next = is_led or cue.first == behind
    return (is_next and left[1] - left[0] >= SHORTEST_CLAUSE) or _is_clause(paragraph, left)


def _is_aside(paragraph: Paragraph, left: Range) -> bool:
    """Tell whether the left only leads in: "Als er kam, sagte Berg …", "Im Brief, der …, sagte Berg …"."""
    start = left[0]
    if not paragraph.lexicon.capital_nouns:
        return paragraph.has(start, tags.CONJUNCTION)
    while start < left[1] and paragraph.has(start, tags.ADVERB | tags.COORDINATOR):
        start += 1
    if any_has(paragraph, left, tags.SUBJUNCTIVE | tags.QUOTE):
        return False
    opens = (
        paragraph.has(start, tags.CONJUNCTION) or paragraph.low(start) in paragraph.lexicon.phrases["purpose"]
    )
    comma = first_with(paragraph, (start, left[1]), tags.COMMA)
    end = left[1] if comma is None else comma
    return opens or not any(is_verb_of_second_place(paragraph, index) for index in range(start, end))


def _end_of_quotations(paragraph: Paragraph, quote: int, end: int) -> int:
    """Return the end of the last quotation; what is no quotation behind it may be dropped."""
    last = quote + 1
    is_alone = True
    for index in range(quote + 1, end):
        if paragraph.has(index, tags.QUOTE):
            last = index + 1
        elif paragraph.has_verb_of_saying(index):
            is_alone = False
            break
    is_complete = paragraph.last_quoted(last - 1) in ",.!?…"
    return max(last, end) if is_alone and not is_complete else last
