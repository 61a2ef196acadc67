"""Identities: the name under which a mention is entered, joined with what the text said before."""

from __future__ import annotations

from dataclasses import dataclass, replace

from newsgrab.sourcing import tags
from newsgrab.sourcing.callings import telling_head, titled_body, told_before
from newsgrab.sourcing.kinds import is_of_several, kind_of_description, kind_of_name, kind_of_word
from newsgrab.sourcing.names import (
    behind_attribute,
    is_common,
    is_of_person,
    is_personal,
    joint_run,
    name_run,
)
from newsgrab.sourcing.offices import holder_at_end
from newsgrab.sourcing.people import Names, Person, bare
from newsgrab.sourcing.quotes import MARKS
from newsgrab.sourcing.runs import tells_role, told_by_first_name
from newsgrab.sourcing.stretches import any_has, head_of, opening_mark
from newsgrab.sourcing.tokens import Paragraph, Range

BODIES = ("official", "organisation", "media", "document", "group")


@dataclass(frozen=True, slots=True)
class Identity:
    """Who a mention stands for; ``alias`` is the name as this mention has it."""

    name: str
    alias: str
    type: str
    gender: str | None = None
    head: str | None = None  # of a description without a name: "official" of "a senior official"
    is_living: bool = False  # one human being without a name: "a former colleague"
    people: tuple[Identity, ...] = ()  # the two of "Ann Lee and her son"


def identify(paragraph: Paragraph, phrase: Range, names: Names) -> Identity:
    """Name the source that a noun phrase, not a pronoun, stands for."""
    phrase, acronym = _bracket(paragraph, phrase)
    if acronym in names.acronyms:
        name = names.acronyms[acronym]
        return Identity(name, name, kind_of_name(name, names.lexicon))
    titled = titled_body(paragraph, phrase)
    if titled is not None:
        name, kind = titled
        return Identity(name, name, kind)
    holder = holder_at_end(paragraph, phrase)
    last = paragraph.between(*holder) if holder is not None else _name_at_end(paragraph, phrase, names)
    if last is not None:
        return identify_name(last, names)
    several = joint_run(paragraph, phrase) or (phrase if _are_several(paragraph, phrase) else None)
    if several is not None:
        printed = paragraph.between(*several)
        return Identity(printed, printed, "group")
    run = _name_in(paragraph, phrase, names)
    if run is None:
        return _describe(paragraph, phrase, names)
    if run[1] - run[0] >= phrase[1] - phrase[0] - 1:
        known = _known_by_first_name(paragraph, run, names)
        if known is not None:
            return known
    if is_common(paragraph, run, names):
        return _describe(paragraph, phrase, names)
    identity = identify_name(paragraph.between(*run), names)
    told = told_before(paragraph, phrase, run)
    if told and identity.type == "person" and identity.gender is None:
        return replace(identity, type=told)
    return replace(identity, type="organisation") if _is_no_person(paragraph, run, identity) else identity


def _bracket(paragraph: Paragraph, phrase: Range) -> tuple[Range, str]:
    """Return the phrase and the acronym in brackets at its end; behind a person it is a party's or so."""
    closing = phrase[1] - 1
    opening = opening_mark(paragraph, closing, phrase[0]) if paragraph.has(closing, tags.CLOSING) else None
    if opening is None or opening == phrase[0]:
        return phrase, ""
    before = phrase[0], opening
    return (before, "") if is_of_person(paragraph, before) else (phrase, paragraph.words[closing - 1])


def _name_in(paragraph: Paragraph, phrase: Range, names: Names) -> Range | None:
    """Return the words of the phrase that name somebody."""
    run = _title_as_name(paragraph, phrase, names) or name_run(
        paragraph, (behind_attribute(paragraph, phrase), phrase[1])
    )
    if run is None or _is_counted(paragraph, phrase, run) or _is_title(paragraph, phrase, run):
        return None
    if _is_one_of_many(paragraph, phrase, run):
        return None
    is_whole = run[1] - run[0] >= phrase[1] - phrase[0] - 1
    if not is_whole and names.lexicon.inflected and not is_personal(paragraph, run, names):
        return None  # "Служба безопасности Украины" is no Ukraine
    if run[0] > phrase[0] and names.is_genitive(paragraph.between(*run)):
        return None  # "ein Sprecher Linds" is no Lind
    return run


def _is_counted(paragraph: Paragraph, phrase: Range, run: Range) -> bool:
    """Tell whether a number right before shows that the words are no name: "400 Français"."""
    if paragraph.lexicon.capital_nouns or run[0] == phrase[0] or not paragraph.has(run[0] - 1, tags.NUMBER):
        return False
    return is_of_several(paragraph.lows[run[1] - 1], paragraph.lexicon)


def _is_one_of_many(paragraph: Paragraph, phrase: Range, run: Range) -> bool:
    """Tell whether an article shows that capitals throughout are a noun's: "eine SMS", "a CEO"."""
    lexicon, low = paragraph.lexicon, paragraph.lows[run[0]]
    is_new = run[0] > phrase[0] and paragraph.low(run[0] - 1) in lexicon.phrases["indefinite"]
    is_known = low in lexicon.bodies or kind_of_word(low, lexicon) is not None
    return is_new and not is_known and run[1] - run[0] == 1 and paragraph.words[run[0]].isupper()


def _is_title(paragraph: Paragraph, phrase: Range, run: Range) -> bool:
    """Tell whether a name is part of a work's: "le film Anna", "the film Death of Ann Lee"."""
    noun = phrase[0] + 1
    has_article = paragraph.has(phrase[0], tags.DETERMINER) and noun < run[0]
    is_work = has_article and kind_of_word(paragraph.lows[noun], paragraph.lexicon) == "document"
    is_bare = not any_has(paragraph, (noun + 1, run[0]), tags.PREPOSITION) and paragraph.has(
        noun + 1, tags.CAPITAL
    )
    return (
        is_work and is_bare and not paragraph.lexicon.capital_nouns and not paragraph.has(noun, tags.CAPITAL)
    )


def _title_as_name(paragraph: Paragraph, phrase: Range, names: Names) -> Range | None:
    """Return a title alone that is somebody's last name: "King said", where the text names Ada King."""
    is_title = phrase[1] - phrase[0] == 1 and paragraph.has(phrase[0], tags.TITLE)
    return phrase if is_title and names.find(paragraph.words[phrase[0]]) else None


def is_nobody(paragraph: Paragraph, phrase: Range, names: Names) -> bool:
    """Tell whether, where nouns have capitals, a noun without an article is a thing: "Kritik"."""
    word, low = paragraph.words[phrase[0]], paragraph.lows[phrase[0]]
    if phrase[1] - phrase[0] != 1 or names.find(word) or not names.is_noun(word):
        return False
    is_personal = low.endswith(names.lexicon.endings["personal"] + names.lexicon.roles)
    is_saying = low.endswith(tuple(names.lexicon.phrases["sayings"]))
    return not (is_personal or is_saying) and kind_of_word(low, names.lexicon) is None


def _name_at_end(paragraph: Paragraph, phrase: Range, names: Names) -> str | None:
    """Return the "Lee" of "Lee's answer: …" and of "Speaking to the Haven Post Lee", if Lee is known."""
    last = phrase[1] - 1
    leads_in = paragraph.lows[phrase[0]] in paragraph.lexicon.phrases["leading_in"]
    if not leads_in and not paragraph.has(last, tags.POSSESSIVE):
        return None
    name = bare(paragraph.words[last])
    return name if names.find(name) else None


def _known_by_first_name(paragraph: Paragraph, run: Range, names: Names) -> Identity | None:
    """Join "Ann" with the one Ann Lee of the text; another Ann comes with her age or whose sister she is."""
    start, end = run
    has_age = paragraph.has(end, tags.COMMA | tags.OPENING) and paragraph.has(end + 1, tags.NUMBER)
    if end - start > 1 or has_age or paragraph.has(start - 1, tags.COMMA):
        return None
    printed = paragraph.between(*run)
    person = names.find_by_first_name(printed)
    if person is None:
        return None
    return Identity(person.name, printed, "person", names.genders.get(printed) or person.gender)


def _are_several(paragraph: Paragraph, phrase: Range) -> bool:
    """Tell whether two speak as one: "CDU und FDP", "die Stadt und der Verein"; no "der Chef und Gründer"."""
    lexicon = paragraph.lexicon
    if not lexicon.capital_nouns:
        return False
    for index in range(phrase[0] + 1, phrase[1] - 1):
        if paragraph.has(index, tags.PREPOSITION | tags.GENITIVE | tags.COMMA):
            return False
        if paragraph.lows[index] not in lexicon.phrases["joining"]:
            continue
        has_articles = [paragraph.has(start, tags.DETERMINER) for start in (phrase[0], index + 1)]
        is_calling = tells_role(paragraph.lows[index - 1], lexicon)  # and no "Bürgermeister Lind"
        if is_calling and _ends_in_name(paragraph, (index + 1, phrase[1])):
            return False  # "Gründer und Chef Jan Roth"
        is_pair = has_articles[0] == has_articles[1] and (has_articles[0] or not is_calling)
        return is_pair and paragraph.text[paragraph.ends[index - 1] - 1] != "-"
    return False


def _ends_in_name(paragraph: Paragraph, tokens: Range) -> bool:
    """Tell whether a first name stands before the last word, behind a calling."""
    first = tokens[1] - 2
    return first > tokens[0] and paragraph.lows[first] in paragraph.lexicon.first_names


def _is_no_person(paragraph: Paragraph, run: Range, identity: Identity) -> bool:
    """Tell whether an article right before an unknown name shows that nobody is called so: "the Blues"."""
    if identity.type != "person" or identity.gender or paragraph.lexicon.capital_nouns:
        return False
    return (
        paragraph.low(run[0] - 1) in paragraph.lexicon.phrases["definite"] and identity.name == identity.alias
    )


def identify_name(printed: str, names: Names) -> Identity:
    """Join a printed name with the full name that the text gives, if only one fits."""
    lexicon = names.lexicon
    printed = " ".join(printed.split())  # a line may end in it, and a space may be one that never breaks
    if printed in names.acronyms:
        name = names.acronyms[printed]
        return Identity(name, printed, kind_of_name(name, lexicon))
    people = names.find(printed)
    if lexicon.capital_nouns and " " not in printed:
        people = [person for person in people if person.is_certain]  # "Aviv" is no "Tel Aviv"
    kind = kind_of_name(printed, lexicon)
    if kind == "person":
        kind = names.kinds.get(printed, kind)
    if people and (people[0].is_certain or kind == "person"):
        gender = people[0].gender or names.genders.get(names.last_name(printed))
        printed = names.without_genitive(printed)
        name = people[0].name if len(people) == 1 else printed
        return Identity(name, printed, "person", gender)
    gender = names.genders.get(names.last_name(printed)) or told_by_first_name(printed.split()[0], lexicon)
    return Identity(printed, printed, kind, gender if kind == "person" else None)


def _describe(paragraph: Paragraph, phrase: Range, names: Names) -> Identity:
    """Enter a source without a name as it is printed, or the one person who bears the title."""
    lexicon = paragraph.lexicon
    start, end = phrase
    is_definite = paragraph.lows[start] in lexicon.phrases["definite"] and end - start > 1
    has_article = is_definite or (paragraph.has(start, tags.OBLIQUE) and end - start > 1)
    begin = behind_attribute(paragraph, phrase)
    head = telling_head(paragraph, (begin, head_of(paragraph, (begin, end)) + 1))
    word = paragraph.lows[head]
    printed = paragraph.between(start + has_article, end)
    if end - start - has_article == 1 and paragraph.has(end - 1, tags.PHRASE):
        printed = printed.strip(f"{MARKS} ") or printed  # 'die „Hafenpost“'
    is_bare = lexicon.grammar == "english" or end - start == 2  # "die Ministerin", and of nothing
    bearer = _bearer(word, names) if is_definite and is_bare else None
    if bearer is not None:
        return Identity(bearer.name, bearer.name, "person", bearer.gender)
    told = kind_of_word(word, lexicon) or lexicon.bodies.get(printed.lower()) or names.kinds.get(printed)
    if paragraph.lows[start] in lexicon.phrases["indefinite"] and paragraph.has(head, tags.ROLE):
        told = "anonymous"  # "a company spokesman", "a senior official"
    kind = told or kind_of_description(paragraph.words[begin : head + 1], lexicon)
    if (
        kind == "anonymous"
        and told is None
        and not lexicon.capital_nouns
        and _is_plural(paragraph, start, head)
    ):
        kind = "group"
    if lexicon.capital_nouns:
        kind = _kind_where_nouns_have_capitals(paragraph, phrase, names, kind)
    if kind == "anonymous" and (is_definite or lexicon.inflected) and paragraph.has(head, tags.TITLE):
        kind = "official"
    if lexicon.unnamed is not None and lexicon.unnamed.search(printed):
        kind = "anonymous"
    is_new = paragraph.lows[start] in lexicon.phrases["indefinite"] and start < head
    is_living = is_new and kind == "anonymous" and paragraph.has(head, tags.ROLE)
    gender = lexicon.genders.get(word) if is_living else None
    if kind in BODIES and paragraph.lows[start] in lexicon.phrases["unfeminine"]:
        gender = "neuter"
    return Identity(printed, printed, kind, gender, head=word, is_living=is_living)


def _bearer(office: str, names: Names) -> Person | None:
    """Return the only one who bears an office, with the full name where the text gives it."""
    bearers = names.bearers.get(office, [])
    if len(bearers) != 1 or not bearers[0].is_certain:
        return None
    known = [one for one in names.find(bearers[0].name) if one.is_certain]
    return known[0] if len(known) == 1 else bearers[0]


def _kind_where_nouns_have_capitals(paragraph: Paragraph, phrase: Range, names: Names, kind: str) -> str:
    """Correct a kind: "der Fischer" is one, "die Fischer" are several; "Lind" may be a name, no "Schiff"."""
    start, end = phrase
    if kind == "group" and _is_one(paragraph, phrase):
        return "anonymous"
    is_plural = is_of_several(paragraph.lows[end - 1], names.lexicon) or _are_subject(paragraph, phrase)
    if kind == "anonymous" and is_plural:
        return "group"
    if kind != "anonymous" or paragraph.has(start, tags.DETERMINER):
        return kind
    inside = names.lexicon.phrases["inside"]
    if not all(paragraph.has(i, tags.CAPITAL) or paragraph.lows[i] in inside for i in range(start, end)):
        return kind
    last = paragraph.words[end - 1]
    if last.lower().endswith(tuple(names.lexicon.phrases["sayings"])):
        return "document"  # "Nach dpa-Informationen"
    return kind if names.is_noun(last) or kind_of_word(last, names.lexicon) else "person"


def _are_subject(paragraph: Paragraph, phrase: Range) -> bool:
    """Tell whether the verb beside a noun without an article shows that it is several: "Bauern klagen"."""
    start, end = phrase
    verb = start - 1 if paragraph.has_verb(start - 1) else end
    if not paragraph.has_verb(verb) or paragraph.has(verb, tags.MODAL) or end - start > 1:
        return False
    return paragraph.lows[verb].endswith(paragraph.lexicon.endings["plural"])


def _is_one(paragraph: Paragraph, phrase: Range) -> bool:
    """Tell whether the article and the verb beside it show that a noun is one man: "sagt der Fischer"."""
    start, end = phrase
    verb = start - 1 if paragraph.has_verb_of_saying(start - 1) else end
    if (
        not paragraph.has_verb_of_saying(verb)
        or paragraph.lows[start] not in paragraph.lexicon.phrases["one"]
    ):
        return False
    return not paragraph.lows[verb].endswith(paragraph.lexicon.endings["plural"])


def _is_plural(paragraph: Paragraph, start: int, head: int) -> bool:
    """Tell whether a description is of several: "two engineers", "skippers"."""
    lexicon = paragraph.lexicon
    has_article = start < head and paragraph.lows[start] in lexicon.phrases["indefinite"]
    return not has_article and is_of_several(paragraph.lows[head], lexicon)
