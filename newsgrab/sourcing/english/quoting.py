"""Who said what another one quotes: "The paper quoted Lee as saying …", "Lee was quoted as saying …"."""

from __future__ import annotations

from newsgrab.sourcing import tags
from newsgrab.sourcing.english.appositions import with_name
from newsgrab.sourcing.english.clauses import tells_in_passing
from newsgrab.sourcing.english.phrases import is_adverb, phrase_before
from newsgrab.sourcing.stretches import opening_mark
from newsgrab.sourcing.tokens import Paragraph, Range

LONGEST = 14  # tokens between the verb and "as saying"
TITLE_SHARE = 0.6  # of words with a capital, from which a quotation is a title


def quotes_somebody(paragraph: Paragraph, index: int, end: int) -> bool:
    """Tell whether the verb quotes another one, whose own words follow: "as saying"."""
    if paragraph.lows[index] not in paragraph.lexicon.phrases["quoting"]:
        return False
    ahead = range(index + 1, min(index + LONGEST, end) - 1)
    link = paragraph.lexicon.phrases["as"]
    return any(paragraph.lows[i] in link and tells_in_passing(paragraph, i + 1) for i in ahead)


def quoted_speaker(paragraph: Paragraph, floor: int, saying: int) -> Range | None:
    """Return the one who is quoted as saying what follows the token ``saying``; a pronoun is nobody."""
    link = saying - 1
    if link <= floor or paragraph.lows[link] not in paragraph.lexicon.phrases["as"]:
        return None
    quoting = paragraph.lexicon.phrases["quoting"]
    if paragraph.lows[link - 1] in quoting:
        return _before_passive(paragraph, link - 1, floor)
    opening = opening_mark(paragraph, link - 1, floor) if paragraph.has(link - 1, tags.COMMA) else link
    phrase = phrase_before(paragraph, opening, floor) if opening is not None else None
    if phrase is None or phrase[0] <= floor:
        return None
    before = phrase[0] - 1
    is_passive = paragraph.lows[before] in paragraph.lexicon.phrases["by"]
    if is_passive and paragraph.low(before - 1) in quoting:
        return _before_passive(paragraph, before - 1, floor)
    return with_name(paragraph, phrase) if paragraph.lows[before] in quoting else None


def _before_passive(paragraph: Paragraph, participle: int, floor: int) -> Range | None:
    """Return the subject of "was quoted"."""
    start = participle
    while start > floor and (paragraph.has(start - 1, tags.AUXILIARY) or is_adverb(paragraph, start - 1)):
        start -= 1
    return phrase_before(paragraph, start, floor) if start < participle else None


def is_title(paragraph: Paragraph, quote: int) -> bool:
    """Tell whether the quoted words are the title of a work: capitals throughout."""
    quotation = paragraph.quotations[quote]
    words = paragraph.text[quotation.inner_start : quotation.inner_end].split()
    return sum(word[:1].isupper() for word in words) > TITLE_SHARE * len(words)
