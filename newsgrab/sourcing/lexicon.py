"""Lexicons: what a language's words mean to the reader of sentences, one TOML file a language.

``lists.py`` says what may stand in one. Each list among its phrases and endings is proved by an example:
without the list, the example does not hold.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from newsgrab.datafiles import read_toml
from newsgrab.errors import RuleError
from newsgrab.sourcing import lists, tags

FOLDER = Path(__file__).parent / "lexicons"
NAMES = Path(__file__).parent / "names.toml"
FINITE, BASE, GERUND, PARTICIPLE = 1, 2, 4, 8
SHORTEST_ROLE = 3  # letters; a longer one may end a compound
_FORMS = (FINITE, BASE, GERUND, PARTICIPLE)


@dataclass(frozen=True, slots=True)
class Verb:
    """One form of a verb of saying; ``forms`` is the sum of what the form may be."""

    lemma: str
    frame: str
    forms: int


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)  # one a language: compared by identity
class Lexicon:
    """The words of one language."""

    language: str
    grammar: str
    capital_nouns: bool  # every noun begins with a capital
    tags: dict[str, int]
    verbs: dict[str, Verb]
    split_verbs: dict[str, Verb]  # those of the frame "particle": they report with their particle only
    phrases: dict[str, frozenset[str]]  # by name, see lists.py
    according: dict[str, tuple[tuple[str, ...], ...]]  # first word -> phrases such as "according to"
    inflected: bool  # names have cases
    double_names: bool  # people have two last names, and are called by the first
    drops_pronouns: bool  # a verb without a subject goes on with the last one
    large_particles: bool  # last names may begin with an article or a preposition: "Luca Di Riva"
    linked_names: bool  # last names may be linked: "Ana Lima da Costa"
    insertions: bool  # the speaker may stand inside the quotation marks
    joint: re.Pattern[str] | None  # where one word is two, its groups "first" and "second"
    ordinal_dots: bool  # "3. Mai": a dot behind a small number ends nothing
    endings: dict[str, tuple[str, ...]]  # class -> what its words end in, see lists.py
    roles: tuple[str, ...]  # with which compounds end: "Betriebsrats-chefin"
    closing: dict[str, tuple[tuple[str, ...], ...]]  # first word -> phrases such as "zufolge"
    asides: frozenset[str]  # of the phrases in "according", those that need a comma before
    chains: dict[str, tuple[tuple[str, ...], ...]]  # last word -> phrases such as "went on to"
    particles: dict[str, frozenset[str]]
    channels: dict[str, tuple[tuple[tuple[str, ...], str], ...]]  # first word -> words and channel
    pronouns: dict[str, str]  # pronoun -> gender
    epithets: dict[tuple[str, str], str]  # article and ending -> gender: "die", "-jährige"
    titles: dict[str, str]  # short title -> the word it stands for
    anonymity: re.Pattern[str] | None  # "condition of anonymity"
    anonymity_phrases: tuple[str, ...]  # the same as plain strings
    unnamed: re.Pattern[str] | None  # in a mention: "familiar with the matter"
    anonymity_reason: re.Pattern[str] | None  # "because"
    genders: dict[str, str]  # title or role -> gender
    first_names: dict[str, str]  # first name -> gender
    month_names: tuple[str, ...]  # first names that are months, too, as printed: "June"
    suffixes: frozenset[str]  # behind a last name: "jr"
    prefixes: tuple[str, ...]  # of last names, as printed: "Mc"
    types: dict[str, str]  # word -> type of source
    bodies: dict[str, str]  # name in small letters -> type, in any language


@cache
def languages() -> frozenset[str]:
    """Return the languages that have a lexicon."""
    return frozenset(path.stem for path in FOLDER.glob("*.toml"))


def load_lexicon(tag: str) -> Lexicon | None:
    """Return the lexicon of a BCP 47 tag's language, or None where there is none."""
    language = tag.replace("_", "-").partition("-")[0].lower()
    return _read(language) if language in languages() else None


@cache
def _read(language: str) -> Lexicon:
    tables = read_tables(language)
    del tables["example"]
    return build(language, tables)


def read_tables(language: str) -> dict[str, Any]:
    """Return what stands in the file of a language, its examples too."""
    return read_toml(FOLDER / f"{language}.toml")


def build(language: str, tables: dict[str, Any]) -> Lexicon:
    """Make the lexicon of a language; raise RuleError for a name that no grammar asks for."""
    _require_known(language, tables)
    split_verbs = _read_verbs({"particle": tables["verbs"].get("particle", {})})
    verbs = _read_verbs({frame: lemmas for frame, lemmas in tables["verbs"].items() if frame != "particle"})
    anonymity, phrases = tables.get("anonymity", {}), tables["phrases"]
    before_source = *phrases.get("according", ()), *phrases.get("personal", ()), *phrases.get("beside", ())
    according = _by_word(before_source, 0)
    closing = _by_word(phrases.get("closing", ()), 0)
    leading = (*according, *closing, *phrases.get("following", ()))
    word_tags = _read_tags(tables["words"], {tags.CUE: (*verbs, *split_verbs), tags.LEADING: leading})
    return Lexicon(
        language=language,
        grammar=tables["grammar"],
        **{name: tables.get(name, False) for name in lists.FLAGS},
        tags=word_tags,
        verbs=verbs,
        split_verbs=split_verbs,
        phrases={name: frozenset(phrases.get(name, ())) for name in lists.PHRASES},
        according=according,
        closing=closing,
        joint=re.compile(tables["joint"], re.IGNORECASE) if "joint" in tables else None,
        endings={name: tuple(tables.get("endings", {}).get(name, "").split()) for name in lists.ENDINGS},
        roles=tuple(word for word in tables["words"]["role"].split() if len(word) > SHORTEST_ROLE),
        asides=frozenset(phrases.get("asides", ())),
        chains=_by_word(phrases.get("chains", ()), -1),
        particles={lemma: frozenset(words.split()) for lemma, words in tables["particles"].items()},
        channels=_read_channels(tables["channels"]),
        pronouns=_invert(tables["pronouns"]),
        epithets=_read_epithets(tables.get("epithets", {})),
        titles={short: word for word, line in tables.get("titles", {}).items() for short in line.split()},
        anonymity=_any_of(anonymity.get("condition")),
        anonymity_phrases=_phrases(anonymity.get("condition", "")),
        unnamed=_any_of(anonymity.get("mention")),
        anonymity_reason=_any_of(anonymity.get("reason")),
        genders=_invert(tables["genders"]),
        first_names=_first_names(),
        month_names=tuple(word.capitalize() for word in _first_names() if word_tags.get(word, 0) & tags.TIME),
        types=_invert(tables["types"]),
        **_of_every_language(),
    )


@cache
def _names() -> dict[str, Any]:
    return read_toml(NAMES)


@cache
def _of_every_language() -> dict[str, Any]:
    bodies = _invert(_names()["bodies"]).items()
    return {
        "suffixes": frozenset(_names()["suffixes"].split()),
        "prefixes": tuple(_names()["prefixes"].split()),
        "bodies": {name.replace("_", " "): kind for name, kind in bodies},
    }


@cache
def _first_names() -> dict[str, str]:
    return _invert({gender: _names()[gender] for gender in ("either", *lists.GENDERS)})


def _require_known(language: str, tables: dict[str, Any]) -> None:
    known: dict[str, Iterable[str]] = {
        "words": tags.NAMED,
        "verbs": lists.FRAMES,
        "phrases": lists.PHRASES,
        "endings": lists.ENDINGS,
        "anonymity": lists.ANONYMITY,
        "pronouns": lists.PRONOUNS,
        "genders": lists.GENDERS,
        "types": lists.TYPES,
    }
    unknown = [
        f"{table}.{name}" for table, names in known.items() for name in set(tables.get(table, ())) - {*names}
    ]
    unknown += {*tables} - {*lists.SETTINGS, *lists.FLAGS, *lists.TABLES}
    if unknown:
        raise RuleError(f"{FOLDER / language}.toml: unknown key {min(unknown)}")


def _read_tags(table: dict[str, str], others: dict[int, Iterable[str]]) -> dict[str, int]:
    """Sum the classes of each word, those of the table and others."""
    found: dict[str, int] = {}
    named = ((tags.NAMED[name], words.split()) for name, words in table.items())
    for tag, words in (*named, *others.items()):
        for word in words:
            found[word] = found.get(word, 0) | tag
    return found


def _read_verbs(frames: dict[str, dict[str, str]]) -> dict[str, Verb]:
    found: dict[str, Verb] = {}
    for frame, lemmas in frames.items():
        for lemma, line in lemmas.items():
            for form, words in zip(_FORMS, line.split("|"), strict=True):
                for word in words.split():
                    known = found.get(word)
                    forms = form | (known.forms if known and known.lemma == lemma else 0)
                    found[word] = Verb(lemma, frame, forms)
    return found


def _read_channels(table: dict[str, str]) -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """Index the words of each channel by the first, the longest phrase first."""
    pairs = [(tuple(words.split()), name) for name, line in table.items() for words in line.split("|")]
    found: dict[str, tuple[tuple[tuple[str, ...], str], ...]] = {}
    for words, name in sorted(pairs, key=lambda pair: -len(pair[0])):
        found[words[0]] = (*found.get(words[0], ()), (words, name))
    return found


def _read_epithets(table: dict[str, list[str]]) -> dict[tuple[str, str], str]:
    """Divide "die -jährige" into its article and the ending of its noun."""
    return {(line.split()[0], line.split()[1]): gender for gender, lines in table.items() for line in lines}


def _by_word(lines: Iterable[str], index: int) -> dict[str, tuple[tuple[str, ...], ...]]:
    """Index phrases by their first or last word, the longest first."""
    found: dict[str, tuple[tuple[str, ...], ...]] = {}
    for words in sorted((tuple(line.split()) for line in lines), key=len, reverse=True):
        found[words[index]] = (*found.get(words[index], ()), words)
    return found


def without_ending(word: str, endings: tuple[str, ...]) -> str:
    """Drop the longest of the endings that a word has.

    >>> without_ending("Орловым", ("ым", "м"))
    'Орлов'
    """
    return word.removesuffix(max(filter(word.endswith, endings), key=len, default=""))


def _invert(table: dict[str, str]) -> dict[str, str]:
    return {word: name for name, words in table.items() for word in words.split()}


def _phrases(words: str) -> tuple[str, ...]:
    """Divide "a|b c", the longest first."""
    return tuple(sorted((word.strip() for word in words.split("|") if word), key=len, reverse=True))


def _any_of(words: str | None) -> re.Pattern[str] | None:
    """Compile "a|b c" to a pattern of whole words; None where there are none."""
    choices = "|".join(map(re.escape, _phrases(words or "")))
    return re.compile(rf"\b(?:{choices})\b", re.IGNORECASE) if choices else None
