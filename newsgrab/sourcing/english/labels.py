"""Labels: a quotation that a colon or a dash gives to a name, without a verb of saying."""

from __future__ import annotations

from newsgrab.sourcing import tags
from newsgrab.sourcing.english.appositions import with_name
from newsgrab.sourcing.english.introductions import skip_introduction
from newsgrab.sourcing.english.phrases import is_adverb, is_past, phrase_after, phrase_before
from newsgrab.sourcing.english.quoting import is_title
from newsgrab.sourcing.stretches import any_has, first_with, is_small_elsewhere
from newsgrab.sourcing.tokens import Paragraph, Range

LONGEST_SIGNATURE = 12  # tokens


def read_label(paragraph: Paragraph, sentence: Range) -> tuple[Range, Range, Range] | None:
    """Return name, mark and quotation of 'Ann Lee: "…"' or '"…" — Ann Lee', as ranges of tokens."""
    return (
        _read_signature(paragraph, sentence)
        or _read_prefix(paragraph, sentence)
        or _read_embedded(paragraph, sentence)
    )


def _read_signature(paragraph: Paragraph, sentence: Range) -> tuple[Range, Range, Range] | None:
    start, end = sentence
    dash = start + 1
    if not (paragraph.has(start, tags.QUOTE) and paragraph.has(dash, tags.DASH)):
        return None
    phrase = phrase_after(paragraph, dash + 1, end)
    if phrase is None or not paragraph.has(phrase[0], tags.CAPITAL) or end - dash > LONGEST_SIGNATURE:
        return None
    return phrase, (dash, dash + 1), (start, dash)


def _read_prefix(paragraph: Paragraph, sentence: Range) -> tuple[Range, Range, Range] | None:
    start, end = sentence
    colon = first_with(paragraph, (start, end), tags.COLON)
    if colon is None or not paragraph.has(colon + 1, tags.QUOTE):
        return None
    name = _name_behind_dash(paragraph, start, colon) or phrase_before(paragraph, colon, start)
    is_name = name is not None and all(paragraph.tags[i] & tags.CAPITAL for i in range(*name))
    phrase = name if is_name else _leading_phrase(paragraph, start, colon)
    if phrase is None or not paragraph.has(phrase[0], tags.CAPITAL | tags.PRONOUN):
        return None
    if first_with(paragraph, (phrase[1], colon), tags.DASH) is not None:
        return None  # "The book is about her — it begins: …"
    if phrase[1] - phrase[0] == 1 and (
        paragraph.has(phrase[0], tags.QUANTIFIER) or _is_noun(paragraph, phrase)
    ):
        return None  # "More: …", "Example: …"
    return phrase, (colon, colon + 1), (colon + 1, colon + 2)


def has_own_label(paragraph: Paragraph, sentence: Range) -> bool:
    """Tell whether the quotation at the end has a label of its own: 'Pollsters agree - Ann Lee: "…"'."""
    if not paragraph.quotations:
        return False
    start, end = sentence
    colon = next((i for i in range(start, end) if paragraph.tags[i] & tags.COLON), start)
    return paragraph.has(colon + 1, tags.QUOTE) and _name_behind_dash(paragraph, start, colon) is not None


def _name_behind_dash(paragraph: Paragraph, start: int, colon: int) -> Range | None:
    first = colon
    while first > start and paragraph.has(first - 1, tags.CAPITAL):
        first -= 1
    return (first, colon) if first < colon and first > start and paragraph.has(first - 1, tags.DASH) else None


def _leading_phrase(paragraph: Paragraph, start: int, end: int) -> Range | None:
    """Return the subject at the head; of "Lee's reply" that is Lee."""
    phrase = phrase_after(paragraph, skip_introduction(paragraph, start, end), end)
    if phrase is None:
        return None
    comma = next((i for i in range(phrase[1], end) if paragraph.tags[i] & tags.COMMA), end)
    if not paragraph.has(phrase[0], tags.CAPITAL | tags.PRONOUN | tags.DETERMINER) and comma + 1 < end:
        phrase = phrase_after(paragraph, comma + 1, end) or phrase
    for index in range(*phrase):
        if paragraph.has(index, tags.POSSESSIVE) and not paragraph.has(phrase[1] - 1, tags.ROLE):
            return phrase[0], index + 1
    return with_name(paragraph, phrase)


def _read_embedded(paragraph: Paragraph, sentence: Range) -> tuple[Range, Range, Range] | None:
    """Give the quotation of 'Lee ended with "…"' to the one whom the sentence is about."""
    start, end = sentence
    quote = first_with(paragraph, (start, end), tags.QUOTE)
    if quote is None or is_title(paragraph, quote):
        return None
    phrase = leading_name(paragraph, (start, quote))
    if phrase is None or any_has(paragraph, (phrase[1], quote), tags.CAPITAL):
        return None  # somebody else may be meant
    if _is_told_of(paragraph, phrase[1]):
        return None
    return phrase, (phrase[1], phrase[1] + 1), (quote, quote + 1)


def _is_told_of(paragraph: Paragraph, verb: int) -> bool:
    """Tell whether an auxiliary shows of whom it is said, not who says it: 'Lee is on the "deep web"'.

    In "Lee has coined a word" somebody acts; in "Lee was asked" and "Lee has a name" nobody need speak.
    """
    while is_adverb(paragraph, verb):
        verb += 1
    has_acted = (
        not paragraph.has(verb, tags.BE) and verb + 1 < len(paragraph.tags) and is_past(paragraph, verb + 1)
    )
    return paragraph.has(verb, tags.AUXILIARY) and not has_acted


def leading_name(paragraph: Paragraph, tokens: Range) -> Range | None:
    """Return the subject at the head of the tokens if it is a name or a pronoun."""
    phrase = _leading_phrase(paragraph, *tokens)
    nobody = tags.DETERMINER | tags.REGION | tags.BE  # "There's a name for it"
    if phrase is None or phrase[1] >= tokens[1] or paragraph.has(phrase[0], nobody):
        return None
    is_name = all(paragraph.tags[i] & (tags.CAPITAL | tags.PRONOUN) for i in range(*phrase))
    return phrase if is_name and not _is_noun(paragraph, phrase) else None


def _is_noun(paragraph: Paragraph, phrase: Range) -> bool:
    """Tell whether a word alone has its capital only from the sentence's beginning: "Libraries", "Note"."""
    start, end = phrase
    if end - start > 1 or paragraph.has(start, tags.PRONOUN) or not paragraph.begins_sentence(start):
        return False
    return is_small_elsewhere(paragraph, start)
