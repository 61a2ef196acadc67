"""Noun phrases, found by word class alone: backwards from a verb, or forwards from one.

A phrase is a range of tokens. Backwards, "a spokesman for the ministry in Kyiv" is one phrase:
prepositions of the class "attaching" hang what follows them on the noun before.
"""

from __future__ import annotations

from newsgrab.sourcing import tags
from newsgrab.sourcing.kinds import is_of_several
from newsgrab.sourcing.stretches import any_has, head_of
from newsgrab.sourcing.tokens import Paragraph, Range

LONGEST = 22  # tokens in a phrase
LONGEST_AFTER = 14  # tokens
_BREAK = tags.CONJUNCTION | tags.AUXILIARY | tags.PRONOUN | tags.OBJECT | tags.VERB | tags.QUOTE
_NEVER_HEAD = _BREAK & ~tags.PRONOUN | tags.PREPOSITION | tags.TIME


def phrase_before(paragraph: Paragraph, end: int, floor: int) -> Range | None:
    """Return the noun phrase that ends just before token ``end``; it begins at ``floor`` or later."""
    chunk = chunk_before(paragraph, end, floor)
    if chunk is None or paragraph.has(chunk[0], tags.PRONOUN):
        return chunk
    if is_region(paragraph, chunk):
        return phrase_before(paragraph, chunk[0] - 1, floor)
    start = chunk[0]
    while end - start < LONGEST:
        wider = _widen(paragraph, start, floor)
        if wider is None:
            break
        start = wider
    return start, end


def is_region(paragraph: Paragraph, phrase: Range) -> bool:
    """Tell whether the phrase is the state or country behind a town: "Ohio" in "Columbus, Ohio"."""
    start, end = phrase
    is_double = end - start == 2 and paragraph.lows[start] in paragraph.lexicon.phrases["regional"]
    return (
        (end - start == 1 or is_double)
        and paragraph.has(end - 1, tags.REGION)
        and paragraph.has(start - 1, tags.COMMA)
        and paragraph.has(start - 2, tags.CAPITAL)
    )


def chunk_before(paragraph: Paragraph, end: int, floor: int) -> Range | None:
    """Return the noun phrase just before token ``end`` as far as it has no preposition."""
    head = end - 1
    if head < floor or not _is_head(paragraph, head):
        return None
    if paragraph.has(head, tags.PRONOUN):
        is_object = head > floor and paragraph.has(head - 1, tags.PREPOSITION)
        return None if is_object else (head, end)
    return _start_of_chunk(paragraph, head, floor), end


def phrase_after(paragraph: Paragraph, start: int, ceiling: int) -> Range | None:
    """Return the noun phrase that begins at token ``start``; it ends at ``ceiling`` or earlier."""
    if start >= ceiling or not paragraph.has(start, tags.WORD | tags.PHRASE):
        return None
    if paragraph.has(start, tags.PRONOUN):
        return start, start + 1
    counts = paragraph.has(start, tags.PREPOSITION) and paragraph.has(start + 1, tags.NUMBER)
    begins = counts or paragraph.has(start, tags.CAPITAL) or _is_rank(paragraph, start)
    if paragraph.has(start, _BREAK | tags.PREPOSITION) and not begins:
        return None
    index = start + counts
    limit = min(ceiling, start + LONGEST_AFTER)
    while index < limit and _continues(paragraph, index, start):
        index += 1
    while index > start and paragraph.has(index - 1, tags.PREPOSITION | tags.DETERMINER | tags.COORDINATOR):
        if paragraph.has(index - 1, tags.QUANTIFIER) and index - 1 == start:
            break
        index -= 1
    return (start, index) if index > start else None


def _is_rank(paragraph: Paragraph, index: int) -> bool:
    """Tell whether a word that may be a verb stands before a role: "lead author"."""
    return paragraph.has(index, tags.ROLE) and paragraph.has(index + 1, tags.ROLE)


def skip_times_before(paragraph: Paragraph, end: int, floor: int) -> int:
    """Go back over "on Monday", "last week", "in January 2023" just before token ``end``."""
    start = end
    while start > floor and paragraph.has(start - 1, tags.TIME | tags.NUMBER):
        start -= 1
    if start == end or not any_has(paragraph, (start, end), tags.TIME):
        return end
    while start > floor and paragraph.has(start - 1, tags.DETERMINER | tags.ADVERB):
        start -= 1
    if start > floor and paragraph.has(start - 1, tags.PREPOSITION):
        start -= 1
    return start


def is_adverb(paragraph: Paragraph, index: int) -> bool:
    """Tell whether the word is an adverb by list or by its ending."""
    tag = paragraph.tags[index]
    if tag & tags.ADVERB:
        return True
    low, lexicon = paragraph.lows[index], paragraph.lexicon
    if not low.endswith(lexicon.endings["adverb"]) or len(low) <= 4 or low in lexicon.phrases["no_adverbs"]:
        return False
    return not tag & (tags.CAPITAL | tags.ROLE | tags.TITLE)


def is_past(paragraph: Paragraph, index: int) -> bool:
    """Tell whether the word looks like a verb in the past: "bristled", but not "the retired"."""
    is_form = paragraph.lows[index].endswith(paragraph.lexicon.endings["past"])
    if not is_form or paragraph.has(index, tags.CAPITAL | tags.ROLE):
        return False
    return not paragraph.has(index - 1, tags.DETERMINER | tags.POSSESSIVE | tags.PREPOSITION | tags.NUMBER)


def is_plural(paragraph: Paragraph, phrase: Range) -> bool:
    """Tell whether a verb after the phrase would be in the plural."""
    head = head_of(paragraph, phrase)
    if paragraph.has(head, tags.PLURAL) or is_joint(paragraph, phrase):
        return True
    if paragraph.has(head, tags.PRONOUN | tags.POSSESSIVE):
        return False
    return is_of_several(paragraph.lows[head], paragraph.lexicon)


def is_joint(paragraph: Paragraph, phrase: Range) -> bool:
    """Tell whether "and" stands in the phrase."""
    return not paragraph.lexicon.phrases["joining"].isdisjoint(paragraph.lows[slice(*phrase)])


def is_participle(paragraph: Paragraph, index: int) -> bool:
    """Tell whether the word ends like a participle: "asked", "speaking"."""
    low, endings = paragraph.low(index), paragraph.lexicon.endings
    return low.endswith((*endings["past"], *endings["gerund"]))


def _continues(paragraph: Paragraph, index: int, start: int) -> bool:
    """Tell whether a phrase that goes forwards may take the token in."""
    tag = paragraph.tags[index]
    if not tag & tags.WORD:
        return False
    if tag & tags.DETERMINER and paragraph.has(index - 1, tags.CAPITAL) and index > start:
        return False  # "said Lee this summer"
    if tag & tags.COORDINATOR:
        joins = paragraph.lows[index] in paragraph.lexicon.phrases["joining"]
        return joins and paragraph.has(index + 1, tags.CAPITAL) and index > start
    if tag & tags.CAPITAL and not tag & (tags.TIME | tags.PREPOSITION | tags.CONJUNCTION):
        return True
    if tag & tags.PREPOSITION:
        return (
            bool(tag & tags.ATTACHING)
            and index > start
            and not paragraph.has(index + 1, tags.TIME | tags.OCCASION)
        )
    if tag & tags.TIME:
        return paragraph.has(index + 1, tags.ROLE) or paragraph.has(index - 1, tags.DETERMINER)
    if tag & (tags.CUE | tags.VERB) and not tag & tags.ROLE and index > start:
        return _is_noun_here(paragraph, index, start)
    if is_past(paragraph, index) and index > start:
        return False
    return not tag & (_BREAK & ~tags.VERB) and not is_adverb(paragraph, index)


def _is_noun_here(paragraph: Paragraph, index: int, start: int) -> bool:
    """Tell whether a word that may be a verb is a noun: "a call", "secretary of state", "a CNN estimate"."""
    before = index - 1
    if paragraph.has(before, tags.DETERMINER | tags.POSSESSIVE):
        return True
    if paragraph.has(index, tags.OCCASION) and paragraph.has(before - 1, tags.POSSESSIVE):
        return True
    lexicon = paragraph.lexicon
    is_one = paragraph.lows[start] in lexicon.phrases["indefinite"]
    is_singular = is_one and not paragraph.lows[index].endswith(lexicon.endings["several"])
    leads_to_noun = tags.PREPOSITION | (tags.CAPITAL if is_singular else 0)
    return paragraph.has(index, tags.AMBIGUOUS) and paragraph.has(before, leads_to_noun)


def _is_head(paragraph: Paragraph, index: int) -> bool:
    tag = paragraph.tags[index]
    if tag & (tags.PRONOUN | tags.QUANTIFIER):
        return True
    if not tag & (tags.WORD | tags.PHRASE) or tag & tags.DETERMINER or is_adverb(paragraph, index):
        return False
    if tag & tags.POSSESSIVE:
        return False
    if tag & tags.NUMBER and paragraph.lows[index][-1] != "%":
        return paragraph.has(index - 1, tags.PREPOSITION | tags.CAPITAL)  # "of 2011", "Channel 7"
    if tag & _NEVER_HEAD:
        return bool(tag & tags.CAPITAL and tag & (tags.VERB | tags.TIME))
    is_gerund = paragraph.lows[index].endswith(paragraph.lexicon.endings["gerund"])
    if is_gerund and paragraph.has(index - 1, tags.POSSESSIVE):
        return True  # "the board's thinking"
    return not (tag & tags.CUE and not tag & (tags.OCCASION | tags.CAPITAL | tags.AMBIGUOUS | tags.ROLE))


def _start_of_chunk(paragraph: Paragraph, head: int, floor: int) -> int:
    """Go back over the words that stand before a head without a preposition."""
    start = head
    while start > floor and head - start < LONGEST:
        before = start - 1
        tag = paragraph.tags[before]
        if tag & tags.DETERMINER and not tag & tags.CONJUNCTION:
            return before
        if tag & tags.COORDINATOR and _joins(paragraph, before, floor):
            start = before - 1
            continue
        if not _may_stand_before(paragraph, before, start):
            break
        start = before
    return start


def _joins(paragraph: Paragraph, index: int, floor: int) -> bool:
    """Tell whether "and" joins two names."""
    return (
        paragraph.lows[index] in paragraph.lexicon.phrases["joining"]
        and index - 1 >= floor
        and paragraph.has(index - 1, tags.CAPITAL)
        and paragraph.has(index + 1, tags.CAPITAL)
    )


def _may_stand_before(paragraph: Paragraph, index: int, start: int) -> bool:
    """Tell whether the token belongs to the chunk that so far begins at ``start``."""
    tag = paragraph.tags[index]
    if not tag & (tags.WORD | tags.PHRASE) or tag & tags.RELATIVE:
        return False
    if tag & tags.POSSESSIVE:
        return True
    if tag & tags.CAPITAL:
        if tag & tags.PREPOSITION:
            return is_inside_name(paragraph, index)
        return not tag & (_BREAK | tags.TIME) and not is_adverb(paragraph, index)
    if (tag & (_BREAK | tags.PREPOSITION | tags.TIME) and not tag & tags.ROLE) or is_adverb(paragraph, index):
        return False
    if tag & tags.CUE or paragraph.lows[index].endswith(paragraph.lexicon.endings["past"]):
        return paragraph.has(index - 1, tags.DETERMINER | tags.POSSESSIVE | tags.PREPOSITION)
    if paragraph.has(start, tags.CAPITAL) and not paragraph.has(start, tags.POSSESSIVE):
        return _may_stand_before_name(paragraph, index)
    return True


def is_inside_name(paragraph: Paragraph, index: int) -> bool:
    """Tell whether a preposition has the capital of a name around it: "Doctors Without Borders"."""
    is_enclosed = paragraph.has(index - 1, tags.CAPITAL) and paragraph.has(index + 1, tags.CAPITAL)
    return is_enclosed and paragraph.has(index, tags.CAPITAL) and not paragraph.has(index, tags.TIME)


def _may_stand_before_name(paragraph: Paragraph, index: int) -> bool:
    """Tell whether a small word is a role before a name, or inside it: "president Obama", "Tom de Vries"."""
    if paragraph.has(index, tags.ROLE | tags.TITLE | tags.NUMBER):
        return True
    inside = paragraph.lexicon.phrases["inside"]
    if paragraph.tags[index] == tags.WORD and paragraph.lows[index] in inside:
        return paragraph.has(index - 1, tags.CAPITAL) or paragraph.low(index - 1) in inside
    kind = paragraph.lexicon.types.get(paragraph.lows[index])  # "the newspaper Ham Times"
    return kind in ("media", "organisation") and paragraph.has(index - 1, tags.DETERMINER)


def _names_maker(paragraph: Paragraph, link: int, floor: int) -> bool:
    """Tell whether "by" tells who made something: "a story by", "numbers released Tuesday by"."""
    if paragraph.lows[link] not in paragraph.lexicon.phrases["by"]:
        return False
    return paragraph.has(link - 1, tags.OCCASION) or _before_participle(paragraph, link - 1, floor) < link - 1


def _before_participle(paragraph: Paragraph, index: int, floor: int) -> int:
    """Go back from "surveyed" to "voters" in "voters recently surveyed in Ohio", and so with "living"."""
    participle = index
    while participle > floor and paragraph.has(participle, tags.TIME):
        participle -= 1
    is_gerund = paragraph.lows[participle].endswith(paragraph.lexicon.endings["gerund"])
    is_gerund = is_gerund and _is_head(paragraph, participle - 1)
    if not (is_gerund or is_past(paragraph, participle)) or participle <= floor:
        return index
    noun = participle - 1
    while noun > floor and is_adverb(paragraph, noun):
        noun -= 1
    return noun


def _widen(paragraph: Paragraph, start: int, floor: int) -> int | None:
    """Return where the phrase begins if a preposition hangs it on a noun before, else None."""
    link = start - 1
    if link <= floor or not (paragraph.has(link, tags.ATTACHING) or _names_maker(paragraph, link, floor)):
        return None
    noun = link - 1
    is_maker = paragraph.lows[link] in paragraph.lexicon.phrases["by"]
    if paragraph.has(noun, tags.TIME) and not is_maker:
        return None
    is_owner = is_maker or paragraph.lows[link] in paragraph.lexicon.phrases["linking"]
    if paragraph.has(noun, tags.OCCASION) and not is_owner:
        return _widen(paragraph, _start_of_chunk(paragraph, noun, floor), floor)
    noun = _before_participle(paragraph, noun, floor)
    if not _is_head(paragraph, noun) or paragraph.has(noun, tags.PRONOUN):
        return None
    return _start_of_chunk(paragraph, noun, floor)
