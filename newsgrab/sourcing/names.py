"""Names: where the words of a text name somebody, and which of them are the name."""

from __future__ import annotations

from collections.abc import Iterator

from newsgrab.sourcing import tags
from newsgrab.sourcing.kinds import kind_of_name, kind_of_word
from newsgrab.sourcing.lexicon import Lexicon, without_ending
from newsgrab.sourcing.people import Names, bare
from newsgrab.sourcing.stretches import first_with, head_of
from newsgrab.sourcing.tokens import Paragraph, Range

INSTITUTIONS = ("official", "organisation", "media")
LONGEST_NAME = 5  # words
_MOST_INITIALS = 2
_LONGEST_AGE = 2  # digits
SHORTEST_CALLING = 6  # letters; a shorter word may be a name: "Murat" ends like a body
NO_NAME = (
    tags.PRONOUN
    | tags.OBJECT
    | tags.CONJUNCTION
    | tags.PREPOSITION
    | tags.AUXILIARY
    | tags.DETERMINER
    | tags.TIME
)


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
    if paragraph.lows[phrase[0]] in paragraph.lexicon.phrases["indefinite"] and _ends_in_role(
        paragraph, phrase
    ):
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
    return _trim_name(paragraph, (first, head)) if first < head else None


def _ends_in_role(paragraph: Paragraph, phrase: Range) -> bool:
    last = phrase[1] - 1
    return paragraph.has(last, tags.ROLE) and not paragraph.has(last, tags.CAPITAL)


def begins_with_owner(paragraph: Paragraph, run: Range) -> bool:
    """Tell whether a name begins with those whose body it is: "the Fishermen's Association", not "Lee's"."""
    first, end = run
    if not paragraph.has(first, tags.POSSESSIVE) or not paragraph.has(first, tags.CAPITAL):
        return False
    is_one_name = paragraph.lows[first - 1] in paragraph.lexicon.phrases["definite"]
    whose = kind_of_word(bare(paragraph.lows[first]), paragraph.lexicon)
    is_body = kind_of_word(paragraph.lows[end - 1], paragraph.lexicon) in INSTITUTIONS
    return is_one_name and is_body and whose not in INSTITUTIONS


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


def is_printed_first_name(paragraph: Paragraph, index: int) -> bool:
    """Tell whether a first name stands here, with its capital."""
    return paragraph.has(index, tags.CAPITAL) and paragraph.low(index) in paragraph.lexicon.first_names


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
    if word in names.proper or not word[1:].islower() or word in names.people or word in names.kinds:
        return False
    return paragraph.lows[start] not in paragraph.lexicon.first_names


def _needs_article(paragraph: Paragraph, index: int) -> bool:
    """Tell whether an unknown word in the singular, were it a noun, would need an article as subject."""
    lexicon, low = paragraph.lexicon, paragraph.lows[index]
    is_known = kind_of_word(low, lexicon) is not None or paragraph.has(index, ~(tags.WORD | tags.CAPITAL))
    return not is_known and not low.endswith(lexicon.endings["several"])


def is_personal(paragraph: Paragraph, run: Range, names: Names) -> bool:
    """Tell whether words are a name though every noun has a capital: by a first name, or as known."""
    word = paragraph.words[run[1] - 1]
    is_acronym = (word.isupper() and len(word) > 1) or word in names.acronyms
    is_acronym = is_acronym and run[1] - run[0] == 1
    behind_role = run[1] - run[0] > 1 and paragraph.low(run[0] - 1).endswith(paragraph.lexicon.roles)
    if behind_role:
        return True
    is_named = run[1] - run[0] > 1 and is_first_name(paragraph.words[run[0]], paragraph.lexicon)
    return is_named or is_acronym or bool(names.find(paragraph.between(*run)))


def _trim_name(paragraph: Paragraph, run: Range) -> Range | None:
    """Cut titles, and whatever stands before a known first name: "FBI Director James Comey"."""
    start, end = run
    lexicon = paragraph.lexicon
    while start < end and paragraph.has(start, tags.TITLE | tags.DETERMINER | tags.ADVERB):
        if _is_regnal(paragraph, (start, end)) or _is_body(paragraph, (start, end)):
            return start, end
        start += 1
    if end - start < 2:
        return (start, end) if start < end else None
    for index in range(end - 2, start - 1, -1):
        if paragraph.has(index, tags.TITLE | tags.ROLE) or tells_role(paragraph.lows[index], lexicon):
            start = index + 1
            if not lexicon.inflected and paragraph.has(start, tags.CAPITAL):
                return start, end
            break  # "Мэр Заречного Павел Орлов", "Secretary of State Ann Lee"
    if paragraph.lows[start] in lexicon.first_names:
        return start, end
    for index in range(start + 1, end - 1):
        inside = lexicon.phrases["inside"].intersection(paragraph.lows[index - 1 : index + 1])
        if paragraph.lows[index] in lexicon.first_names and not inside:  # no "Abu Hassan Amer"
            return index, end
    return start, end


def _is_body(paragraph: Paragraph, run: Range) -> bool:
    """Tell whether a title is part of a body's name: "Justice Department", "General Motors"."""
    first, last = run[0], run[1] - 1
    if last - first != 1 or paragraph.lexicon.capital_nouns:
        return False
    is_title = paragraph.has(first, tags.TITLE) and paragraph.has(first, tags.CAPITAL)
    return is_title and kind_of_word(paragraph.lows[last], paragraph.lexicon) in INSTITUTIONS


def _is_regnal(paragraph: Paragraph, run: Range) -> bool:
    """Tell whether a title belongs to a name of one word beside it: "King Charles", "Papst Leo XIV."."""
    start, end = run
    if paragraph.lows[start] not in paragraph.lexicon.phrases["regnal"]:
        return False
    return end - start - (paragraph.lows[end - 1] in paragraph.lexicon.suffixes) == 2


def tells_role(low: str, lexicon: Lexicon) -> bool:
    """Tell whether a noun ends like a calling: "polizeisprecher", "seismologe", but not "severin"."""
    if not lexicon.capital_nouns or low in lexicon.first_names:
        return False
    is_personal = len(low) >= SHORTEST_CALLING and low.endswith(lexicon.endings["personal"])
    return is_personal or low.endswith(lexicon.roles)


def _is_in_name(paragraph: Paragraph, index: int) -> bool:
    tag = paragraph.tags[index]
    if tag & tags.CAPITAL:
        return not tag & tags.POSSESSIVE
    is_inside = paragraph.lows[index] in paragraph.lexicon.phrases["inside"]
    return is_inside and leads_to_capital(paragraph, index)


def leads_to_capital(paragraph: Paragraph, index: int) -> bool:
    """Tell whether nothing but small words of names stands from here to a capital: "de la Vega"."""
    behind = index
    while paragraph.low(behind) in paragraph.lexicon.phrases["inside"]:
        behind += 1
    return behind > index and paragraph.has(behind, tags.CAPITAL)


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
    given = lexicon.first_names  # "Ann Lee of Ohio", "Ann Mary Lee of Ohio"
    if paragraph.low(index - 2) in given or paragraph.low(index - 3) in given:
        return False
    before = paragraph.lows[index - 1]
    is_sure = before in given or kind_of_word(before, lexicon) is not None
    return paragraph.has(index + 1, tags.CAPITAL) or (is_sure and leads_to_capital(paragraph, index + 1))


def name_runs(paragraph: Paragraph, tokens: Range) -> Iterator[Range]:
    """Give the runs of capitalised words; a possessive ends one."""
    start: int | None = None
    for index, tag in enumerate(paragraph.tags[slice(*tokens)], tokens[0]):
        if tag & tags.CAPITAL and (not tag & NO_NAME or is_article_of_name(paragraph, index)):
            start = index if start is None else start
            if tag & tags.POSSESSIVE:
                yield start, index + 1
                start = None
        elif start is not None and not _is_particle(paragraph, start, index):
            yield start, index
            start = None
    if start is not None:
        yield start, tokens[1]


def _is_particle(paragraph: Paragraph, start: int, index: int) -> bool:
    """Tell whether a small word belongs to the name of a person that began before: "Ann van der Lee"."""
    if paragraph.lows[index] not in paragraph.lexicon.phrases["inside"] or paragraph.has(index, NO_NAME):
        return False
    first = index - 1
    while first > start and not paragraph.has(first, tags.CAPITAL):
        first -= 1
    is_somebody = is_printed_first_name(paragraph, first) or paragraph.has(first - 1, tags.ROLE | tags.TITLE)
    return is_somebody and leads_to_capital(paragraph, index)


def is_article_of_name(paragraph: Paragraph, index: int) -> bool:
    """Tell whether an article with a capital stands between first and last name: "Paul Le Gall"."""
    if not paragraph.has(index, tags.DETERMINER) or not paragraph.has(index, tags.CAPITAL):
        return False
    return is_printed_first_name(paragraph, index - 1) and paragraph.has(index + 1, tags.CAPITAL)


def words_of_name(paragraph: Paragraph, run: Range) -> tuple[int, list[str]] | None:
    """Return the first token and the words of the name in a run, None where it names a body or nobody."""
    lexicon = paragraph.lexicon
    trimmed = _trim_name(paragraph, run)
    if trimmed is None or trimmed[1] - trimmed[0] > LONGEST_NAME:
        return None
    words = list(paragraph.words[slice(*trimmed)])
    words[-1] = bare(words[-1])
    if " ".join(words).lower() in lexicon.bodies:
        return None
    if len(words) > 1 and (is_first_name(words[0], lexicon) or has_age(paragraph, trimmed[1])):
        return trimmed[0], words
    capitals = any(
        word.isupper()
        and word.lower() not in lexicon.suffixes
        and not (number < len(words) - 1 and _are_initials(word, lexicon))
        for number, word in enumerate(words)
    )
    is_typed = capitals or not lexicon.types.keys().isdisjoint(map(str.lower, words))
    return None if is_typed else (trimmed[0], words)


def has_age(paragraph: Paragraph, end: int) -> bool:
    """Tell whether a name that ends here is somebody's by the age behind it: "Charity Lee, 44,"."""
    age = paragraph.low(end + 1)
    is_set_off = paragraph.has(end, tags.COMMA) and paragraph.has(end + 2, tags.COMMA | tags.STOP)
    return is_set_off and age.isdecimal() and len(age) <= _LONGEST_AGE


def _are_initials(word: str, lexicon: Lexicon) -> bool:
    """Tell "P." and "P.J." from "U.N."."""
    bare_word = word.lower().replace(".", "")
    is_short = word.endswith(".") and 0 < len(bare_word) <= _MOST_INITIALS
    return is_short and not (kind_of_word(word.lower(), lexicon) or kind_of_word(bare_word, lexicon))


def told_by_first_name(word: str, lexicon: Lexicon) -> str | None:
    """Return the gender that a first name tells, if men or women alone bear it."""
    gender = lexicon.first_names.get(word.lower())
    return None if gender == "either" else gender


def is_first_name(word: str, lexicon: Lexicon) -> bool:
    """Tell whether the word is a first name, in whatever case."""
    low = word.lower()
    if low in lexicon.first_names:
        return True
    if "-" in low and all(part in lexicon.first_names for part in low.split("-")):  # "Jan-Otto"
        return True
    if not lexicon.inflected:
        return False
    stem = without_ending(low, lexicon.endings["case"])
    return any(stem + ending in lexicon.first_names for ending in ("", *lexicon.endings["nominative"]))
