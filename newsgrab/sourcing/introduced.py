"""Whom a text introduces: people in full, acronyms, what a body is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from newsgrab.sourcing import tags
from newsgrab.sourcing.acronyms import note_acronyms
from newsgrab.sourcing.bodies import note_body, note_initials
from newsgrab.sourcing.callings import note_kind, note_kind_of_last, office_before_comma, office_behind_comma
from newsgrab.sourcing.grammar import Grammar, Statement
from newsgrab.sourcing.kinds import kind_of_name, kind_of_word
from newsgrab.sourcing.lexicon import Lexicon
from newsgrab.sourcing.names import name_run
from newsgrab.sourcing.people import Names, Person
from newsgrab.sourcing.runs import (
    NO_NAME,
    age_behind,
    has_age,
    is_first_name,
    name_runs,
    tells_role,
    told_by_first_name,
    words_of_name,
)
from newsgrab.sourcing.tokens import Paragraph, Range

NOUN_SHARE = 0.9  # the same where every noun has a capital
MOST_BEARERS = 2  # of an office; who is meant, nobody can tell then
HEADLINE_SHARE = 0.85  # of capitals among words with a meaning; in a headline capitals tell nothing


def read_names(paragraphs: Sequence[Paragraph], lexicon: Lexicon, grammar: Grammar) -> Names:
    """Collect the names of people and the acronyms of bodies."""
    names = Names(lexicon, paragraphs[0].text if paragraphs else "")
    tells_kinds = not (lexicon.capital_nouns or lexicon.inflected)
    for paragraph in paragraphs:
        runs = list(name_runs(paragraph, (0, len(paragraph.tags))))
        if _is_headline(paragraph, runs):
            names.headlines.add(paragraph.start)
        else:
            first_words = {start for start, _ in paragraph.sentences}
            for run in runs:
                is_doubtful = run[0] in first_words and not paragraph.words[run[0]].isupper()
                names.proper.update(paragraph.words[run[0] + is_doubtful : run[1]])
                _note_run(names, paragraph, run)
                if not lexicon.capital_nouns:
                    note_body(names, paragraph, run)
                elif run[1] - run[0] == 2:
                    note_kind_of_last(names, paragraph, run)
                if tells_kinds:
                    note_kind(names, paragraph, run)
        note_acronyms(names, paragraph, grammar)
    note_initials(names)
    return names


def note_above(names: Names, paragraphs: Sequence[Paragraph]) -> None:
    """Learn from headline and standfirst the full names of those whom the text calls by the last alone."""
    for paragraph in paragraphs:
        runs = list(name_runs(paragraph, (0, len(paragraph.tags))))
        tells_office = not (names.lexicon.capital_nouns or _is_headline(paragraph, runs))
        for run in runs:
            first, words = words_of_name(paragraph, run) or (0, [])
            is_full = len(words) > 1 and (
                is_first_name(words[0], names.lexicon)
                or (tells_office and _has_office(paragraph, first, run[1]))
            )
            if is_full and not names.find(words[-1]):
                names.add(Person(" ".join(words), told_by_first_name(words[0], names.lexicon), True))


def _has_office(paragraph: Paragraph, first: int, end: int) -> bool:
    """Tell whether an office stands before a name, with a comma or without."""
    has_role = paragraph.has(first - 1, tags.TITLE | tags.ROLE)
    return has_role or office_before_comma(paragraph, first, end) != ""


def note_speakers(names: Names, statements: Iterable[Statement]) -> None:
    """Learn, where nouns have capitals, too, who is a person from who speaks: "sagte Romy Biner"."""
    for statement in statements if names.lexicon.capital_nouns else ():
        run = name_run(statement.paragraph, statement.phrase) if statement.mention else None
        name = statement.paragraph.between(*run) if run is not None else ""
        is_full = " " in name and kind_of_name(name, names.lexicon) == "person"  # no "Google Trends"
        people = names.find(name) if is_full else []
        if len(people) == 1 and not people[0].is_certain and names.find(names.last_name(name)) == people:
            names.confirm(people[0])


def is_headline(paragraph: Paragraph) -> bool:
    """Tell whether a paragraph's capitals tell nothing."""
    return _is_headline(paragraph, list(name_runs(paragraph, (0, len(paragraph.tags)))))


def _is_headline(paragraph: Paragraph, runs: Sequence[Range]) -> bool:
    """Tell whether nearly all words with a meaning have capitals; ``runs`` are those that have."""
    last = len(paragraph.tags) - 1
    if paragraph.has(last, tags.QUOTE) and paragraph.last_quoted(last) in ".!?":
        return False  # 'Said Mayor Ann Lee: "…."'
    share = NOUN_SHARE if paragraph.lexicon.capital_nouns else HEADLINE_SHARE
    capitals = sum(end - start for start, end in runs)
    most = int(capitals / share) - capitals + 1  # of small words, from which on it is none
    small = (True for tag in paragraph.tags if tag & tags.WORD and not tag & (tags.CAPITAL | NO_NAME))
    words = capitals + sum(islice(small, most))
    return words > 3 and capitals > share * words


def _note_run(names: Names, paragraph: Paragraph, run: Range) -> None:
    """Learn from "Senator Ann Lee" and from "Mr. Lee"; a word alone tells nothing."""
    lexicon = paragraph.lexicon
    title = paragraph.low(run[0] - 1)
    has_title = title in lexicon.genders or paragraph.has(run[0] - 1, tags.TITLE | tags.ROLE)
    named = words_of_name(paragraph, run) if has_title or run[1] - run[0] > 1 else None
    if named is None:
        return
    first, words = named
    name = " ".join(words)
    is_regnal = words[0].lower() in lexicon.phrases["regnal"]
    title = words[0].lower() if is_regnal else paragraph.low(first - 1)
    has_role = is_regnal or paragraph.has(first - 1, tags.TITLE | tags.ROLE)
    gender = lexicon.genders.get(title) or _gender_of_role(title, lexicon)
    if gender and len(words) == 1:
        names.genders.setdefault(name, gender)
    if len(words) == 1 and not has_role:
        return
    if names.is_genitive(name):
        return  # "die Anwältin Eva Linds" is no Lind
    people = names.find(name)
    if len(words) > 1 and not people:
        gender = told_by_first_name(words[0], lexicon) or gender
        is_certain = has_role or is_first_name(words[0], lexicon) or has_age(paragraph, run[1])
        if not is_certain and lexicon.capital_nouns and _are_nouns(words, names):
            return
        people = [Person(name, gender, is_certain)]
        names.add(people[0])
    if len(words) == 1 and not people:
        people = [Person(name, gender, True)]
    if len(people) == 1:
        for office in _offices(paragraph, (first, run[1]), title if has_role else ""):
            _note_bearer(names, lexicon.titles.get(office, office), people[0])
        _note_age(names, paragraph, run[1], people[0])


def _offices(paragraph: Paragraph, name: Range, title: str) -> Iterator[str]:
    """Give what somebody is by the words around the name: "the mayor, Ann Lee, a biologist,"."""
    first, end = name
    is_full = end - first > 1
    before = title or (office_before_comma(paragraph, first, end) if is_full else "")
    yield from filter(None, (before, office_behind_comma(paragraph, end)))


def _note_bearer(names: Names, office: str, person: Person) -> None:
    """Enter who bears an office, once under the last name and in full: "President Lee" is "Ann Lee"."""
    bearers = names.bearers.setdefault(office, [])
    same = [one for one in bearers if names.last_name(one.name) == names.last_name(person.name)]
    if not same and len(bearers) < MOST_BEARERS:
        bearers.append(person)
    elif same and len(same[0].name) < len(person.name):
        bearers[bearers.index(same[0])] = person


def _note_age(names: Names, paragraph: Paragraph, end: int, person: Person) -> None:
    age = age_behind(paragraph, end)
    if age:
        names.ages.setdefault(age, set()).add(person.name)


def _are_nouns(words: Sequence[str], names: Names) -> bool:
    """Tell whether one of the words is a noun, so that all are no name: "Bereich Windenergie"."""
    return any(names.is_noun(word) or kind_of_word(word, names.lexicon) for word in words)


def _gender_of_role(word: str, lexicon: Lexicon) -> str | None:
    """Return the gender that a role's ending tells: "verkehrsminister-in"."""
    endings = lexicon.endings["feminine"]
    return "feminine" if endings and word.endswith(endings) and tells_role(word, lexicon) else None
