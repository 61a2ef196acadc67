"""Runs of words with capitals: where they stand, and which of them are a name."""

from __future__ import annotations

from collections.abc import Iterator

from newsgrab.sourcing import tags
from newsgrab.sourcing.kinds import kind_of_word
from newsgrab.sourcing.lexicon import Lexicon, without_ending
from newsgrab.sourcing.people import bare
from newsgrab.sourcing.tokens import Paragraph, Range

INSTITUTIONS = ("official", "organisation", "media")
LONGEST_NAME = 5  # words
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
_MOST_INITIALS = 2
_LONGEST_AGE = 2  # digits


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
    lexicon = paragraph.lexicon
    is_linked = lexicon.linked_names and may_be_last_name(paragraph, index + 1)
    if paragraph.lows[index] not in lexicon.phrases["inside"] or (
        paragraph.has(index, NO_NAME) and not is_linked
    ):
        return False
    first = index - 1
    while first > start and not paragraph.has(first, tags.CAPITAL):
        first -= 1
    is_somebody = is_linked and is_printed_first_name(paragraph, start)  # "Luiz Costa Lima da Silva"
    is_somebody |= is_printed_first_name(paragraph, first) or paragraph.has(first - 1, tags.ROLE | tags.TITLE)
    return is_somebody and leads_to_capital(paragraph, index)


def is_article_of_name(paragraph: Paragraph, index: int) -> bool:
    """Tell whether an article with a capital stands between first and last name: "Paul Le Gall"."""
    if not paragraph.has(index, tags.DETERMINER) or not paragraph.has(index, tags.CAPITAL):
        return False
    return is_printed_first_name(paragraph, index - 1) and paragraph.has(index + 1, tags.CAPITAL)


def words_of_name(paragraph: Paragraph, run: Range) -> tuple[int, list[str]] | None:
    """Return the first token and the words of the name in a run, None where it names a body or nobody."""
    lexicon = paragraph.lexicon
    trimmed = trim_name(paragraph, run)
    if trimmed is None or trimmed[1] - trimmed[0] > LONGEST_NAME:
        return None
    words = list(paragraph.words[slice(*trimmed)])
    words[-1] = bare(words[-1])
    if len(words) > 1 and " ".join(words).lower() in lexicon.bodies:
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
    return paragraph.has(end, tags.COMMA) and age_behind(paragraph, end) != ""


def age_behind(paragraph: Paragraph, end: int) -> str:
    """Return the age behind a name that ends here, "" where there is none: "Charity Lee, 44,", "(44)"."""
    age = paragraph.low(end + 1)
    is_set_off = paragraph.has(end, tags.COMMA) and paragraph.has(end + 2, tags.COMMA | tags.STOP)
    is_bracketed = paragraph.has(end, tags.OPENING) and paragraph.has(end + 2, tags.CLOSING)
    is_age = (is_set_off or is_bracketed) and age.isdecimal() and len(age) <= _LONGEST_AGE
    return age if is_age else ""


def _are_initials(word: str, lexicon: Lexicon) -> bool:
    """Tell "P." and "P.J." from "U.N."."""
    bare_word = word.lower().replace(".", "")
    is_short = word.endswith(".") and 0 < len(bare_word) <= _MOST_INITIALS
    return is_short and not (kind_of_word(word.lower(), lexicon) or kind_of_word(bare_word, lexicon))


def trim_name(paragraph: Paragraph, run: Range) -> Range | None:
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
        if _is_given(paragraph.lows[index], lexicon) and not inside:  # no "Abu Hassan Amer"
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


def begins_with_owner(paragraph: Paragraph, run: Range) -> bool:
    """Tell whether a name begins with those whose body it is: "the Fishermen's Association", not "Lee's"."""
    first, end = run
    if not paragraph.has(first, tags.POSSESSIVE) or not paragraph.has(first, tags.CAPITAL):
        return False
    is_one_name = paragraph.lows[first - 1] in paragraph.lexicon.phrases["definite"]
    whose = kind_of_word(bare(paragraph.lows[first]), paragraph.lexicon)
    is_body = kind_of_word(paragraph.lows[end - 1], paragraph.lexicon) in INSTITUTIONS
    return is_one_name and is_body and whose not in INSTITUTIONS


def tells_role(low: str, lexicon: Lexicon) -> bool:
    """Tell whether a noun ends like a calling: "polizeisprecher", "seismologe", but not "severin"."""
    if not lexicon.capital_nouns or low in lexicon.first_names:
        return False
    is_personal = len(low) >= SHORTEST_CALLING and low.endswith(lexicon.endings["personal"])
    return is_personal or low.endswith(lexicon.roles)


def leads_to_capital(paragraph: Paragraph, index: int) -> bool:
    """Tell whether nothing but small words of names stands from here to a capital: "de la Vega"."""
    behind = index
    while paragraph.low(behind) in paragraph.lexicon.phrases["inside"]:
        behind += 1
    return behind > index and paragraph.has(behind, tags.CAPITAL)


def is_printed_first_name(paragraph: Paragraph, index: int) -> bool:
    """Tell whether a first name stands here, with its capital."""
    return paragraph.has(index, tags.CAPITAL) and paragraph.low(index) in paragraph.lexicon.first_names


def is_first_name(word: str, lexicon: Lexicon) -> bool:
    """Tell whether the word is a first name, in whatever case."""
    low = word.lower()
    if _is_given(low, lexicon):
        return True
    return "-" in low and all(part in lexicon.first_names for part in low.split("-"))  # "Jan-Otto"


def _is_given(low: str, lexicon: Lexicon) -> bool:
    return any(name in lexicon.first_names for name in (low, *_nominatives(low, lexicon)))


def told_by_first_name(word: str, lexicon: Lexicon) -> str | None:
    """Return the gender that a first name tells, if men or women alone bear it.

    A case of a man's name may be a woman's: "Олександра".
    """
    low = word.lower()
    genders = {lexicon.first_names.get(low)}
    if genders != {"masculine"}:
        genders |= {lexicon.first_names.get(name) for name in _nominatives(low, lexicon)}
    told = genders - {None}
    return told.pop() if len(told) == 1 and "either" not in told else None


def _nominatives(low: str, lexicon: Lexicon) -> tuple[str, ...]:
    """Return the words of which one in small letters may be a case."""
    if not lexicon.inflected:
        return ()
    stem = without_ending(low, lexicon.endings["case"])
    return tuple(stem + ending for ending in ("", *lexicon.endings["nominative"])) if stem != low else ()


def may_be_last_name(paragraph: Paragraph, index: int) -> bool:
    """Tell whether a word may be a last name: "Ana Lima da Costa", but not "da Universidade"."""
    if not paragraph.has(index, tags.CAPITAL) or paragraph.words[index][1:2].isupper():
        return False
    low, lexicon = paragraph.lows[index], paragraph.lexicon
    return kind_of_word(low, lexicon) is None and low not in lexicon.bodies
