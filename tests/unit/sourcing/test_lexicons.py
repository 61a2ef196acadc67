"""Each lexicon's own proof: its examples hold, and none holds without the lists that it proves."""

from pathlib import Path

import pytest

from newsgrab.errors import RuleError
from newsgrab.sourcing import lexicon, lists
from newsgrab.sourcing.lexicon import build, languages, load_lexicon, read_tables
from newsgrab.sourcing.reader import read

TABLES = {language: read_tables(language) for language in sorted(languages())}
EXAMPLES = [
    pytest.param(language, example, id=f"{language} {' '.join(example['proves'])}")
    for language, tables in TABLES.items()
    for example in tables["example"]
]
LISTS = {
    language: {f"{table}.{name}" for table in ("endings", "phrases") for name in tables.get(table, {})}
    for language, tables in TABLES.items()
}


def holds(example, language, tables):
    found = read(example["text"], build(language, tables))
    said = [[attribution.source or "", attribution.content] for attribution in found.attributions]
    first = found.sources[0] if found.sources else None
    return (
        said == example["said"]
        and ("type" not in example or (first is not None and first.type == example["type"]))
        and ("channel" not in example or (first is not None and list(first.channel) == example["channel"]))
        and ("members" not in example or (first is not None and list(first.members) == example["members"]))
    )


@pytest.mark.parametrize(("language", "example"), EXAMPLES)
def test_an_example_holds_and_fails_without_what_it_proves(language, example):
    tables = TABLES[language]
    assert holds(example, language, tables)
    for proved in example["proves"]:
        table, name = proved.split(".")
        rest = {key: words for key, words in tables[table].items() if key != name}
        assert not holds(example, language, {**tables, table: rest}), f"holds without {proved}"


@pytest.mark.parametrize("language", sorted(TABLES))
def test_nothing_but_examples_stands_behind_the_first(language):
    loaded, whole = load_lexicon(language), build(language, TABLES[language])
    for name in lexicon.Lexicon.__slots__:
        assert getattr(loaded, name) == getattr(whole, name)


@pytest.mark.parametrize("language", sorted(TABLES))
def test_every_list_is_proved(language):
    assert {proved for example in TABLES[language]["example"] for proved in example["proves"]} == LISTS[
        language
    ]


@pytest.mark.parametrize(("table", "known"), [("phrases", lists.PHRASES), ("endings", lists.ENDINGS)])
def test_every_name_is_asked_for_and_some_language_answers(table, known):
    code = "".join(path.read_text("utf-8") for path in Path(lexicon.__file__).parent.rglob("*.py"))
    asked = {name for name in known if f'{table}["{name}"]' in code or f'phrases.get("{name}"' in code}
    assert asked == set(known)
    assert {f"{table}.{name}" for name in known} <= set().union(*LISTS.values())


@pytest.mark.parametrize(
    ("table", "name"),
    [("phrases", "vieuws"), ("endings", "strog"), ("words", "noun"), ("verbs", "claus"), ("types", "ship")],
)
def test_a_name_that_nothing_asks_for_is_told(table, name):
    tables = {**TABLES["de"], table: {**TABLES["de"][table], name: {}}}
    with pytest.raises(RuleError, match=f"de.toml: unknown key {table}.{name}"):
        build("de", tables)


def test_a_table_that_nothing_asks_for_is_told():
    with pytest.raises(RuleError, match="unknown key phrase"):
        build("de", {**TABLES["de"], "phrase": {}})


def test_no_first_name_stands_under_two_genders():
    names = lexicon._names()
    words = [word for gender in ("either", *lists.GENDERS) for word in names[gender].split()]
    assert len(words) == len({*words})
