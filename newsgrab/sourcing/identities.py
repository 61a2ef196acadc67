"""Identities: the name under which a mention is entered, joined with what the text said before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from newsgrab.sourcing import tags
from newsgrab.sourcing.lexicon import Lexicon
from newsgrab.sourcing.names import Names, is_common, last_name, name_run
from newsgrab.sourcing.phrases import Range
from newsgrab.sourcing.tokens import Paragraph


@dataclass(frozen=True, slots=True)
class Identity:
    """Who a mention stands for; ``alias`` is the name as this mention has it."""

    name: str
    alias: str
    type: str
    gender: str | None = None


def identify(paragraph: Paragraph, phrase: Range, names: Names, lexicon: Lexicon) -> Identity:
    """Name the source that a noun phrase, not a pronoun, stands for."""
    acronym = paragraph.words[phrase[1] - 2] if paragraph.has(phrase[1] - 1, tags.CLOSING) else ""
    if acronym in names.acronyms:
        name = names.acronyms[acronym]
        return Identity(name, name, type_of(paragraph, phrase, lexicon))
    run = name_run(paragraph, phrase, lexicon)
    if run is not None and is_common(paragraph, run, names, lexicon):
        printed = paragraph.between(*run)
        return Identity(printed, printed, lexicon.types.get(printed.lower(), "unknown"))
    if run is not None:
        return identify_name(paragraph.between(*run), names, lexicon)
    start, end = phrase
    if paragraph.lows[start] == "the" and end - start > 1:
        start += 1
    printed = paragraph.between(start, end)
    return Identity(printed, printed, type_of(paragraph, phrase, lexicon))


def identify_name(printed: str, names: Names, lexicon: Lexicon) -> Identity:
    """Join a printed name with the full name that the text gives, if only one fits."""
    if printed in names.acronyms:
        name = names.acronyms[printed]
        return Identity(name, printed, type_of_words(name.split(), lexicon))
    people = names.find(printed)
    if people and (people[0].is_certain or type_of_words(printed.split(), lexicon) == "person"):
        gender = people[0].gender or names.genders.get(last_name(printed))
        name = people[0].name if len(people) == 1 else printed
        return Identity(name, printed, "person", gender)
    kind = type_of_words(printed.split(), lexicon)
    gender = names.genders.get(last_name(printed)) or lexicon.first_names.get(printed.split()[0].lower())
    return Identity(printed, printed, kind, gender if kind == "person" else None)


def type_of(paragraph: Paragraph, phrase: Range, lexicon: Lexicon) -> str:
    """Return the type of source by its head noun or, in a name, by any telling word."""
    return type_of_words(paragraph.words[phrase[0] : phrase[1]], lexicon)


def type_of_words(words: Sequence[str], lexicon: Lexicon) -> str:
    """Return the type of source that the words of a name or a description tell.

    The last telling word counts: in English that is the head.
    """
    bare_words = [word.strip("()") for word in words]
    for word in reversed(bare_words):
        kind = lexicon.types.get(word.lower())
        if kind:
            return kind
    if len(bare_words) == 1 and len(bare_words[0]) > 1 and bare_words[0].isupper():
        return "organisation"
    return "person" if bare_words[-1][:1].isupper() else "anonymous"
