"""Verbs that no list has, where nouns have small letters: "« Il est tard », s'agace-t-elle"."""

from __future__ import annotations

from newsgrab.sourcing import tags
from newsgrab.sourcing.continental.appositions import with_name
from newsgrab.sourcing.continental.nouns import has_first_name
from newsgrab.sourcing.continental.phrases import phrase_after
from newsgrab.sourcing.grammar import Statement
from newsgrab.sourcing.quotes import MARKS
from newsgrab.sourcing.tokens import Paragraph, Range

FEWEST_WORDS = 3  # of what is said
_LEADING = tags.OBJECT | tags.AUXILIARY  # "s'agace", "lui a lancé"


def read_unlisted(paragraph: Paragraph, sentence: Range) -> Statement | None:
    """Return what is said at the head of a sentence, where nothing but its verb and who said it follows."""
    quote, end = sentence
    if paragraph.lexicon.capital_nouns or not _is_spoken(paragraph, quote):
        return None
    index = quote + 1
    while paragraph.has(index, tags.COMMA | tags.DASH):
        index += 1
    while paragraph.has(index, _LEADING):
        index += 1
    if not paragraph.has(index, tags.WORD) or paragraph.has(index, ~(tags.WORD | tags.VERB)):
        return None
    if paragraph.lows[index] in paragraph.lexicon.phrases["hearing"]:
        return None
    speaker = _speaker_behind(paragraph, index, end)
    place = paragraph.place((quote, quote + 1))
    return Statement(paragraph, sentence, speaker, (index, index + 1), place) if speaker else None


def _is_spoken(paragraph: Paragraph, quote: int) -> bool:
    """Tell whether a quotation stands here that ends within its sentence, and has more words than a title."""
    if not paragraph.has(quote, tags.QUOTE | tags.PHRASE):
        return False
    words = paragraph.between(quote, quote + 1).strip(f"{MARKS} ")
    is_set_off = paragraph.has(quote + 1, tags.COMMA | tags.DASH) or words.endswith((",", "!", "?"))
    return is_set_off and len(words.split()) >= FEWEST_WORDS


def _speaker_behind(paragraph: Paragraph, verb: int, end: int) -> Range | None:
    """Return the subject behind a verb: a pronoun, a name, an office; none at all where the verb shows it."""
    first = verb + 1
    if first >= end or paragraph.has(first, tags.EDGE):
        is_shown = paragraph.lexicon.drops_pronouns and paragraph.lows[verb].endswith(
            paragraph.lexicon.endings["finite"]
        )
        return (verb, verb) if is_shown else None
    if paragraph.has(first, tags.PRONOUN):
        return first, first + 1
    phrase = phrase_after(paragraph, first, end)
    if phrase is None or not (phrase[1] >= end or paragraph.has(phrase[1], tags.EDGE | tags.PREPOSITION)):
        return None
    is_office = any(paragraph.has(index, tags.ROLE | tags.TITLE) for index in range(*phrase))
    is_name = paragraph.has(first, tags.CAPITAL) or has_first_name(paragraph, phrase)
    if is_name and not is_office and _is_told(paragraph, verb, phrase):
        return None
    return with_name(paragraph, phrase) if is_office or is_name else None


def _is_told(paragraph: Paragraph, verb: int, name: Range) -> bool:
    """Tell whether several speak to one whose name has a case: "крикнули Анне Образцовой"."""
    are_several = paragraph.lows[verb].endswith(paragraph.lexicon.endings["plural"])
    is_one = not any(paragraph.has(index, tags.COORDINATOR) for index in range(*name))
    return paragraph.lexicon.inflected and are_several and is_one
