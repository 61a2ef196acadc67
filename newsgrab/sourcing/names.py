"""Names: where the words of a text name somebody, and which of them are the name."""

from __future__ import annotations

from collections.abc import Iterator

from newsgrab.sourcing import tags
from newsgrab.sourcing.kinds import kind_of_name, kind_of_word
from newsgrab.sourcing.people import Names, bare
from newsgrab.sourcing.runs import (
    begins_with_owner,
    is_first_name,
    is_printed_first_name,
    leads_to_capital,
    may_be_last_name,
    name_runs,
    tells_role,
    trim_name,
    words_of_name,
)
from newsgrab.sourcing.stretches import first_with, head_of
from newsgrab.sourcing.tokens import Paragraph, Range


def named_in(paragraph: Paragraph, sentence: Range, names: Names) -> Iterator[tuple[int, str]]:
    """Give the words of a sentence that may name somebody, each with its first token."""
    if paragraph.start in names.headlines:
        return
    for run in name_runs(paragraph, sentence):
        named = words_of_name(paragraph, run)
        if named is not None:
            yield named[0], " ".join(named[1])


def name_run(paragraph: Paragraph, phrase: Range) -> Range | None:
    """Return the name in a noun phrase, titles left out: "Ann Lee" in "former senator Ann Lee of Ohio"."""
    if _ends_in_role(paragraph, phrase):
        return None  # "a Ministry for Ports spokesman"
    comma = first_with(paragraph, phrase, tags.COMMA)
    start = phrase[0] if comma is None else comma + 1
    head = _core_end(paragraph, (start, phrase[1]))
    if head <= start or not paragraph.has(head - 1, tags.CAPITAL | tags.NUMBER):
        return None
    first = head
    while first > start and _is_in_name(paragraph, first - 1):
        first -= 1
    while first < head and not paragraph.has(first, tags.CAPITAL):
        first += 1
    if first - 1 > start and begins_with_owner(paragraph, (first - 1, head)):
        first -= 1
    return trim_name(paragraph, (first, head)) if first < head else None


def _ends_in_role(paragraph: Paragraph, phrase: Range) -> bool:
    """Tell whether somebody new is somebody's, whatever capitals there are."""
    is_new = paragraph.lows[phrase[0]] in paragraph.lexicon.phrases["indefinite"]
    last = phrase[1] - 1
    return is_new and paragraph.has(last, tags.ROLE) and not paragraph.has(last, tags.CAPITAL)


def behind_attribute(paragraph: Paragraph, phrase: Range) -> int:
    """Return where the noun of "der am Kai tätige Fischer" begins; the phrase's beginning where it does."""
    start, end = phrase
    if not paragraph.lexicon.capital_nouns or not paragraph.has(start, tags.DETERMINER):
        return start
    if not paragraph.has(start + 1, tags.PREPOSITION):
        return start
    for index in range(start + 3, end):
        if paragraph.has(index, tags.CAPITAL) and paragraph.tags[index - 1] == tags.WORD:
            return index
    return start


def joint_run(paragraph: Paragraph, phrase: Range) -> Range | None:
    """Return the names in "Sen. Ann Lee and Tom Roe", who speak as one, if both are people in full."""
    for index in range(phrase[0] + 2, phrase[1] - 1):
        if paragraph.lows[index] not in paragraph.lexicon.phrases["joining"]:
            continue
        second = index + 1
        while paragraph.has(second, tags.TITLE | tags.ROLE | tags.DETERMINER):
            second += 1
        if not is_printed_first_name(paragraph, second):
            continue
        first = next((i for i in range(phrase[0], index) if is_printed_first_name(paragraph, i)), None)
        if first is not None:
            return first, _core_end(paragraph, (second, phrase[1]))
    return None


def is_of_person(paragraph: Paragraph, phrase: Range) -> bool:
    """Tell whether a calling or a first name at the head shows one human being: "Minister Jan Roth"."""
    head = head_of(paragraph, phrase)
    if paragraph.has(head, tags.ROLE | tags.TITLE) or tells_role(paragraph.lows[head], paragraph.lexicon):
        return True
    first = next((i for i in range(phrase[0], head) if is_printed_first_name(paragraph, i)), None)
    return (
        first is not None and kind_of_name(paragraph.between(first, head + 1), paragraph.lexicon) == "person"
    )


def is_common(paragraph: Paragraph, run: Range, names: Names) -> bool:
    """Tell whether a capital is only that of a sentence's beginning: "Officials", but not "Lee" or "CNN"."""
    start, end = run
    if paragraph.lexicon.capital_nouns:
        return not is_personal(paragraph, run, names)
    if end - start > 1 or not paragraph.begins_sentence(start) or paragraph.has(start, tags.REGION):
        return False
    word = bare(paragraph.words[start])
    if paragraph.lexicon.double_names and _needs_article(paragraph, start):
        return False
    if word in names.proper or not word[1:].islower() or word in names.kinds:
        return False
    if names.key(word) in names.people:
        return False
    return paragraph.lows[start] not in paragraph.lexicon.first_names


def _needs_article(paragraph: Paragraph, index: int) -> bool:
    """Tell whether an unknown word in the singular, were it a noun, would need an article as subject."""
    lexicon, low = paragraph.lexicon, paragraph.lows[index]
    is_known = kind_of_word(low, lexicon) is not None or paragraph.has(index, ~(tags.WORD | tags.CAPITAL))
    return not is_known and not low.endswith(lexicon.endings["several"])


def is_personal(paragraph: Paragraph, run: Range, names: Names) -> bool:
    """Tell whether words are a name though other nouns have capitals: by a first name, or as known."""
    is_called = paragraph.lexicon.inflected and is_printed_first_name(paragraph, run[0])
    if is_called and paragraph.has(run[0] - 1, tags.ROLE):
        return True  # "жителька Марія"
    word = paragraph.words[run[1] - 1]
    is_acronym = (word.isupper() and len(word) > 1) or word in names.acronyms
    is_acronym = is_acronym and run[1] - run[0] == 1
    behind_role = run[1] - run[0] > 1 and paragraph.low(run[0] - 1).endswith(paragraph.lexicon.roles)
    if behind_role:
        return True
    is_named = run[1] - run[0] > 1 and is_first_name(paragraph.words[run[0]], paragraph.lexicon)
    return is_named or is_acronym or bool(names.find(paragraph.between(*run)))


def _is_in_name(paragraph: Paragraph, index: int) -> bool:
    tag = paragraph.tags[index]
    if tag & tags.CAPITAL:
        return not tag & tags.POSSESSIVE
    is_inside = paragraph.lows[index] in paragraph.lexicon.phrases["inside"]
    return is_inside and leads_to_capital(paragraph, index)


def _core_end(paragraph: Paragraph, phrase: Range) -> int:
    """Return where the phrase's first part ends: before a preposition that is not inside a name."""
    for index in range(phrase[0] + 1, phrase[1]):
        if not paragraph.tags[index] & (tags.PREPOSITION | tags.GENITIVE):
            continue
        if paragraph.tags[index] & tags.CAPITAL and not paragraph.lexicon.capital_nouns:
            continue  # "Doctors Without Borders"
        if not _links_names(paragraph, index):
            return index
    return phrase[1]


def _links_names(paragraph: Paragraph, index: int) -> bool:
    """Tell whether a preposition is in a name: "Bank of Ham", "Banco de la Nación", "Pablo de la Vega"."""
    lexicon = paragraph.lexicon
    low = paragraph.lows[index]
    if (
        lexicon.capital_nouns
        and low in lexicon.phrases["inside"]
        and paragraph.low(index - 1) in lexicon.first_names
    ):
        return paragraph.has(index + 1, tags.CAPITAL)  # "Anna von Lind"
    if low not in lexicon.phrases["linking"] or not paragraph.has(index - 1, tags.CAPITAL):
        return False
    if lexicon.linked_names and may_be_last_name(paragraph, index + 1):
        return True
    given = lexicon.first_names  # "Ann Lee of Ohio", "Ann Mary Lee of Ohio"
    if paragraph.low(index - 2) in given or paragraph.low(index - 3) in given:
        return False
    before = paragraph.lows[index - 1]
    is_sure = before in given or kind_of_word(before, lexicon) is not None
    return paragraph.has(index + 1, tags.CAPITAL) or (is_sure and leads_to_capital(paragraph, index + 1))
