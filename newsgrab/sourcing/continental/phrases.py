"""Noun phrases of languages whose verb may come first: by articles, capitals and prepositions.

The lexicon tells whether nouns have capitals. Where they do, an adjective stands before its noun only;
where they don't, any word that is no function word may belong to the phrase.
"""

from __future__ import annotations

from newsgrab.sourcing import tags
from newsgrab.sourcing.continental.adjectives import is_participle, is_small, is_strong_genitive, may_begin
from newsgrab.sourcing.continental.nouns import (
    has_first_name,
    is_first_name,
    is_inside_name,
    is_nominal,
    is_noun,
)
from newsgrab.sourcing.kinds import is_of_several
from newsgrab.sourcing.tokens import Paragraph, Range

LONGEST = 16  # tokens in a phrase
LONGEST_ATTRIBUTE = 12  # tokens from an article to the participle before its noun


def phrase_after(paragraph: Paragraph, start: int, end: int) -> Range | None:
    """Return the noun phrase that begins at token ``start``; None for one that no subject can be."""
    if start >= end:
        return None
    if paragraph.has(start, tags.PRONOUN) and not _is_article(paragraph, start, end):
        return start, start + 1
    if paragraph.has(start, tags.OBLIQUE | tags.PREPOSITION) and not _owns_speaker(paragraph, start):
        return None
    if paragraph.has(start, tags.OBJECT) and not _is_article(paragraph, start, end):
        return None
    return whole_phrase_after(paragraph, start, end)


def whole_phrase_after(paragraph: Paragraph, start: int, end: int) -> Range | None:
    """Return the noun phrase that begins at token ``start``, in whatever case."""
    if paragraph.lexicon.capital_nouns and not may_begin(paragraph, start):
        return None
    index = _behind_attribute(paragraph, start, end)
    last_noun = None
    limit = min(end, start + LONGEST)
    while index < limit:
        if is_nominal(paragraph, index):
            if _begins_anew(paragraph, index, last_noun) and not is_inside_name(paragraph, index):
                break
            if is_noun(paragraph, index):
                last_noun = index
        elif not _goes_on(paragraph, index, start, last_noun):
            break
        index += 1
    return (start, last_noun + 1) if last_noun is not None else None


def _behind_attribute(paragraph: Paragraph, article: int, end: int) -> int:
    """Go from the article to the participle of "der in Kiel lebende Fischer"; stay where there is none."""
    is_article = paragraph.has(article, tags.DETERMINER) and paragraph.lexicon.capital_nouns
    if not is_article or not paragraph.has(article + 1, tags.PREPOSITION):
        return article
    for index in range(article + 3, min(end, article + LONGEST_ATTRIBUTE)):
        if paragraph.has(index, tags.CLAUSE_EDGE):
            break
        is_small = is_nominal(paragraph, index) and not paragraph.has(index, tags.CAPITAL)
        behind_noun = not paragraph.has(index - 1, tags.DETERMINER | tags.PREPOSITION)
        if is_small and behind_noun and is_participle(paragraph, index):
            return index if paragraph.has(index + 1, tags.CAPITAL) else article
    return article


def _goes_on(paragraph: Paragraph, index: int, start: int, last_noun: int | None) -> bool:
    """Tell whether a word that is no noun or adjective may stand in the phrase."""
    if _links(paragraph, index, last_noun) or is_inside_name(paragraph, index):
        return True
    return last_noun is None and index > start and paragraph.has(index, tags.ADVERB)


def phrase_before(paragraph: Paragraph, end: int, floor: int) -> Range | None:
    """Return the noun phrase just before token ``end``."""
    head = end - 1
    if head < floor:
        return None
    if paragraph.has(head, tags.PRONOUN):
        return head, end
    if not is_nominal(paragraph, head) or (paragraph.lexicon.capital_nouns and is_small(paragraph, head)):
        return None
    start = head
    while start > floor and end - start < LONGEST:
        further = _further_back(paragraph, start - 1, floor)
        if further == start:
            break
        start = further
        if paragraph.has(start, tags.DETERMINER) and not is_inside_name(paragraph, start):
            break
    return start, end


def _further_back(paragraph: Paragraph, before: int, floor: int) -> int:
    """Return where the phrase begins with the word ``before`` in it, the token behind it if it is not."""
    if paragraph.has(before, tags.DETERMINER) and not is_inside_name(paragraph, before):
        return _over_article(paragraph, before, floor)
    if is_nominal(paragraph, before) or (before > floor and is_inside_name(paragraph, before)):
        return before
    if _joins_in_office(paragraph, before, floor):
        return before - 1
    return before - 1 if _hangs(paragraph, before, floor) else before + 1


def _joins_in_office(paragraph: Paragraph, index: int, floor: int) -> bool:
    """Tell whether "y" stands between two nouns of an office: "la ministra de Agricultura y Pesca"."""
    if paragraph.lexicon.capital_nouns or paragraph.low(index) not in paragraph.lexicon.phrases["joining"]:
        return False
    if not paragraph.has(index + 1, tags.CAPITAL) or is_first_name(paragraph, index + 1):
        return False
    first = index - 1
    while first - 1 > floor and is_nominal(paragraph, first - 1):
        first -= 1
    links = paragraph.low(first - 1) in paragraph.lexicon.phrases["linking"]
    return (
        links
        and first - 1 > floor
        and paragraph.has(first, tags.CAPITAL)
        and not is_first_name(paragraph, first)
    )


def _over_article(paragraph: Paragraph, article: int, floor: int) -> int:
    """Return the article, or the noun before it on which it or its preposition hangs the phrase."""
    if paragraph.has(article, tags.OBLIQUE) or _is_genitive(paragraph, article):
        can_hang = article - 1 >= floor and is_noun(paragraph, article - 1)
        return article - 1 if can_hang else article
    if not paragraph.lexicon.capital_nouns and _hangs(paragraph, article - 1, floor):
        return article - 2  # "la directora de la escuela"
    return article


def is_governed(paragraph: Paragraph, phrase: Range, floor: int) -> bool:
    """Tell whether a preposition or an oblique article keeps the phrase from being a subject."""
    if paragraph.has(phrase[0], tags.OBLIQUE):
        return True
    if _is_dative(paragraph, phrase[0]):
        return True
    return phrase[0] > floor and paragraph.has(phrase[0] - 1, tags.PREPOSITION)


def _is_dative(paragraph: Paragraph, index: int) -> bool:
    """Tell whether the adjective behind an article such as "der" shows that it is no subject's."""
    endings = paragraph.lexicon.endings["weak"]
    if not endings or not paragraph.has(index, tags.GENITIVE) or paragraph.has(index + 1, tags.CAPITAL):
        return False
    return paragraph.low(index + 1).endswith(endings)


def subject_behind(paragraph: Paragraph, start: int, end: int) -> Range | None:
    """Return the subject behind a verb; pronouns, adverbs and times may stand between."""
    index = behind_circumstances(paragraph, start, end)
    phrase = phrase_after(paragraph, index, end)
    if phrase is None:
        return None
    is_quoted = paragraph.has(index, tags.PHRASE) and paragraph.between(index, index + 1)[1:2].islower()
    return None if is_quoted else phrase  # 'llamó "gran error" al plan'


def behind_circumstances(paragraph: Paragraph, start: int, end: int) -> int:
    """Go over adverbs, times and phrases that are no subject: "a la agencia el martes"."""
    index = start
    while index < end:
        after = _skip_one(paragraph, index, end)
        if after == index:
            break
        index = after
    return index


def _skip_one(paragraph: Paragraph, index: int, end: int) -> int:
    """Go over one adverb, time, pronoun or phrase that is no subject."""
    if paragraph.has(index, tags.PRONOUN):
        return index + _is_object(paragraph, index, end)
    if _owns_speaker(paragraph, index):
        return index
    if _leads_towards(paragraph, index):
        return _behind_preposition(paragraph, index, end)
    is_article = (
        paragraph.has(index, tags.DETERMINER) and index + 1 < end and is_nominal(paragraph, index + 1)
    )
    if paragraph.has(index, tags.DETERMINER) and paragraph.has(index + 1, tags.TIME) and index + 1 < end:
        return index + 2  # "dijo el martes la alcaldesa"
    is_object = paragraph.has(index, tags.OBJECT | tags.ADVERB | tags.TIME | tags.NEGATION)
    leads = paragraph.has(index, tags.PREPOSITION) and paragraph.has(index + 1, tags.WORD)
    if is_object and not is_article:
        return index + 1 + leads  # "dit en substance le texte"
    if paragraph.has(index, tags.PREPOSITION):
        return _behind_preposition(paragraph, index, end)
    if paragraph.lexicon.capital_nouns and is_small(paragraph, index) and not may_begin(paragraph, index):
        return index + 1  # an adverb that the lexicon does not know
    if paragraph.has(index, tags.OBLIQUE):
        addressed = whole_phrase_after(paragraph, index, end)
        return addressed[1] if addressed else index
    return index


def _leads_towards(paragraph: Paragraph, index: int) -> bool:
    """Tell whether an article is a preposition: "a jornalistas", "a Pedro", but not "a ministra"."""
    lexicon, noun = paragraph.lexicon, index + 1
    if paragraph.low(index) not in lexicon.phrases["towards"] or not paragraph.has(noun, tags.WORD):
        return False
    is_man = lexicon.first_names.get(paragraph.low(noun)) == "masculine" and paragraph.has(noun, tags.CAPITAL)
    is_several = is_of_several(paragraph.low(noun), lexicon) and not paragraph.has(noun, tags.CAPITAL)
    return is_man or is_several


def _is_object(paragraph: Paragraph, index: int, end: int) -> bool:
    """Tell whether "es" is no subject, since one stands behind it: "So sieht es Jan Roth"."""
    is_neuter = paragraph.lexicon.pronouns.get(paragraph.lows[index]) == "neuter"
    return is_neuter and index + 1 < end and has_first_name(paragraph, (index + 1, min(index + 3, end)))


def _behind_preposition(paragraph: Paragraph, index: int, end: int) -> int:
    """Go over a preposition with what it governs, a time or another phrase."""
    if paragraph.has(index + 1, tags.PRONOUN) and not paragraph.has(index + 1, tags.DETERMINER):
        return index + 2  # "résume quant à elle Anne Roy"
    governed = whole_phrase_after(paragraph, index + 1, end)
    behind = index + 1
    while behind < end and paragraph.has(behind, tags.DETERMINER | tags.TIME | tags.NUMBER):
        behind += 1
    if paragraph.has(behind - 1, tags.TIME):
        return behind
    return _before_speaker(paragraph, governed) if governed else index


def _before_speaker(paragraph: Paragraph, governed: Range) -> int:
    """Return where "a la agencia" of "narró a la agencia Eva Gil" ends, and not "a la ministra Eva Gil"."""
    leads_to_name = tags.PREPOSITION | tags.DETERMINER | tags.ROLE | tags.TITLE
    for index in range(governed[0] + 1, governed[1]):
        is_free = not paragraph.lexicon.capital_nouns and not paragraph.has(index - 1, leads_to_name)
        if is_free and is_first_name(paragraph, index):
            return index
    return governed[1]


def _owns_speaker(paragraph: Paragraph, index: int) -> bool:
    """Tell whether "deren" behind a verb of saying begins its subject: "betonte deren Sprecherin"."""
    is_possessive = paragraph.lexicon.pronouns.get(paragraph.low(index)) == "possessive"
    is_behind_verb = index > 0 and paragraph.has_verb_of_saying(index - 1)
    return is_possessive and is_behind_verb


def _is_article(paragraph: Paragraph, index: int, end: int) -> bool:
    """Tell whether "der" or "diese" begins a phrase and is no pronoun here."""
    if not paragraph.has(index, tags.DETERMINER) or index + 1 >= end:
        return False
    return is_nominal(paragraph, index + 1) or _behind_attribute(paragraph, index, end) > index


def _begins_anew(paragraph: Paragraph, index: int, last_noun: int | None) -> bool:
    """Tell whether, behind a noun, a small word can only be something else."""
    if last_noun is None or paragraph.has(index, tags.CAPITAL | tags.PHRASE):
        return False
    if not paragraph.lexicon.capital_nouns:
        return _is_behind_person(paragraph, index)
    return last_noun == index - 1 and not is_strong_genitive(paragraph, index)


def _is_behind_person(paragraph: Paragraph, index: int) -> bool:
    """Tell whether the name of a person stands right before, which no adjective follows: "Eva Gil reabre"."""
    first = index - 1  # the last name, which may be a first name, too
    while paragraph.has(first, tags.CAPITAL):
        first -= 1
        if is_first_name(paragraph, first):
            return True
    return False


def _links(paragraph: Paragraph, index: int, last_noun: int | None) -> bool:
    """Tell whether an article or a preposition goes on with the phrase."""
    if paragraph.has(index, tags.DETERMINER):
        is_genitive = _is_genitive(paragraph, index) or paragraph.has(index - 1, tags.PREPOSITION)
        return last_noun is None or is_genitive or _begins_title(paragraph, index)
    if last_noun is None or last_noun != index - 1:
        return False
    if paragraph.has(index, tags.COORDINATOR):
        return paragraph.has(index + 1, tags.CAPITAL)
    if not paragraph.has(index, tags.ATTACHING) or _is_circumstance(paragraph, index + 1):
        return False
    return not _is_of_verb(paragraph, index)


def _begins_title(paragraph: Paragraph, index: int) -> bool:
    """Tell whether an article is the first word of a title behind its noun: "el diario La Costa"."""
    if paragraph.lexicon.capital_nouns or paragraph.has(index - 1, tags.CAPITAL):
        return False
    return paragraph.has(index, tags.CAPITAL) and paragraph.has(index + 1, tags.CAPITAL)


def _is_of_verb(paragraph: Paragraph, index: int) -> bool:
    """Tell whether a preposition such as "für" goes with the verb, since a person's name stands before it."""
    if paragraph.lows[index] not in paragraph.lexicon.phrases["advocating"]:
        return False
    return is_first_name(paragraph, index - 1) or is_first_name(paragraph, index - 2)


def _is_circumstance(paragraph: Paragraph, index: int) -> bool:
    """Tell whether a time or an occasion follows: "in einem Interview"."""
    return paragraph.has(index + paragraph.has(index, tags.DETERMINER), tags.TIME | tags.OCCASION)


def _is_genitive(paragraph: Paragraph, index: int) -> bool:
    """Tell whether an article can hang its noun on the noun before: "des", "der"."""
    return paragraph.has(index, tags.GENITIVE)


def _hangs(paragraph: Paragraph, index: int, floor: int) -> bool:
    """Tell whether a preposition hangs what follows on a noun before it."""
    if not paragraph.has(index, tags.ATTACHING) or index - 1 < floor:
        return False
    if paragraph.low(index - 1) in paragraph.lexicon.phrases["joining"]:  # "de l’Économie et des Finances"
        is_same = paragraph.lows[index] in paragraph.lexicon.phrases["linking"]
        return is_same and index - 2 >= floor and paragraph.has(index - 2, tags.CAPITAL)
    return is_noun(paragraph, index - 1) and not paragraph.has(index - 1, tags.TIME | tags.OCCASION)
