"""The words in which a site speaks to its readers, language by language: ``voices.toml``.

No word says anything alone: a report has "you", "free" and "newspaper" in it, too. What says something is how
many sorts of them stand together in one short line; what each is worth, ``asking.toml`` says.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property

from ahocorasick import Automaton

from newsgrab.errors import RuleError
from newsgrab.rules.tables import FOLDER, Table, read_tables, require_keys

_PATH = FOLDER / "voices.toml"
_WEIGHTS = FOLDER / "asking.toml"
PERSONS = ("we", "you", "ask", "said")  # who speaks, to whom, in which mood; and that somebody else does
OPENS = "opens"  # the sort of a word of "ask" that opens a sentence or a part of one
MATTERS = ("give", "owner", "press", "here", "member", "price", "when", "mail", "app", "consent", "ad")
_SAMPLE = 5_000  # characters of a text that tell its language
_FEWEST = 4  # common words that do
_LEAST = 0.045  # of all its words
_BETWEEN = re.compile(
    r"[^\w\u0300-\u036f\u0590-\u05c7\u0610-\u065f\u0670\u0900-\u0dff\u200c]+"
)  # words; vowel signs are of one
_BREAK = re.compile(
    "[.!?:;,…—–؟،۔।·](?=\\W)|[。！？、，：]"
)  # behind which somebody may be asked to do something
_STOP = " . "  # stands for one, and for the beginning, in a plain text
_WIDE = re.compile("[\u3040-\u30ff\u4e00-\u9fff]")
_SYLLABLES = re.compile("[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]")  # each of which may be a common word
_UNSAID = frozenset({"said", OPENS})  # sorts that do not tell what a text is about
Heard = Mapping[str, frozenset[str]]  # the words of a text, by their sort


@dataclass(frozen=True, kw_only=True, eq=False)
class Voice:
    """How sites speak to their readers in one language."""

    language: str
    common: frozenset[str]  # words of any text of the language
    needles: Mapping[str, frozenset[str]]  # what stands in a plain text, with the sorts of words it shows
    asks: tuple[str, ...]  # what sites say
    tells: tuple[str, ...]  # what reports say, in words much like those

    @cached_property
    def _finder(self) -> Automaton:
        """What finds all needles in one walk through a text."""
        finder = Automaton()
        for needle, sorts in self.needles.items():
            finder.add_word(needle, (len(needle), sorts))
        finder.make_automaton()
        return finder

    def hear(self, text: str) -> tuple[Heard, float]:
        """Return a text's words of each sort, and which part of its letters they are.

        >>> heard, share = voice_of("It was the day of the storm and the rain.").hear("Support us!")
        >>> sorted(heard), sorted(heard["give"]), share > 0.8
        (['ask', 'give', 'opens', 'we'], ['support'], True)
        """
        plain = _plain(text)
        found: dict[str, set[str]] = defaultdict(set)
        covered: set[int] = set()
        for end, (length, sorts) in self._finder.iter(plain):
            start = end - length + 1
            for sort in sorts:
                found[sort].add(plain[start : end + 1].strip())
            if not sorts <= _UNSAID:
                covered.update(range(start, end + 1))
        return {sort: frozenset(words) for sort, words in found.items()}, len(covered) / len(plain)


def voice_of(text: str) -> Voice | None:
    """Return the voice of a text's language; None where that is none of those we know."""
    sample = text[:_SAMPLE].casefold()
    words = Counter(_BETWEEN.sub(" ", sample).split()) + Counter(_SYLLABLES.findall(sample))
    counts = {one: sum(words[word] for word in one.common) for one in load_voices()}
    best = max(counts, key=lambda one: counts[one])
    return best if counts[best] >= max(_FEWEST, _LEAST * words.total()) else None


@cache
def load_voices() -> tuple[Voice, ...]:
    """Read the words of every language; raise RuleError at the first fault."""
    return tuple(map(_voice, read_tables(_PATH, {"voice"})["voice"]))


@cache
def load_weights() -> tuple[tuple[tuple[str, ...], float], ...]:
    """Read what signs that stand together are worth; raise RuleError at the first fault."""
    found = []
    for table in read_tables(_WEIGHTS, {"weight"})["weight"]:
        require_keys(_WEIGHTS, table, {"signs", "weight"})
        signs, weight = table["signs"], table["weight"]
        if not isinstance(signs, list) or not isinstance(weight, float):
            raise RuleError(f"{_WEIGHTS}: {signs}: a weight has a list of signs and a number")
        found.append((tuple(map(str, signs)), weight))
    return tuple(found)


def _voice(table: Table) -> Voice:
    require_keys(_PATH, table, {"language", "common", "asks", "tells", *PERSONS, *MATTERS})
    sorts: dict[str, set[str]] = defaultdict(set)
    for sort in (*PERSONS, *MATTERS):
        for word in _listed(table, sort):
            sorts[_needle(word)].add(sort)
            if sort == "ask":
                sorts[_STOP + _needle(word).lstrip()].add(OPENS)
    return Voice(
        language=str(table["language"]),
        common=frozenset(_listed(table, "common")),
        needles={needle: frozenset(sorts[needle]) for needle in sorted(sorts)},
        asks=_examples(table, "asks"),
        tells=_examples(table, "tells"),
    )


def _listed(table: Table, key: str) -> list[str]:
    return [word.strip() for word in str(table[key]).split(",")]


def _examples(table: Table, key: str) -> tuple[str, ...]:
    found = table[key]
    if not isinstance(found, list) or not found:
        raise RuleError(f"{_PATH}: {table['language']}: {key} must be a list with at least one sentence")
    return tuple(map(str, found))


def _needle(word: str) -> str:
    """Return what stands in a plain text where a word does; a first or last * stands for any letters.

    >>> _needle("subscri*"), _needle("sign up"), _needle("会员")
    (' subscri', ' sign up ', '会员')
    """
    plain = _words_of(word)
    if _WIDE.search(plain):
        return plain
    return " " * (not word.startswith("*")) + plain + " " * (not word.endswith("*"))


def _plain(text: str) -> str:
    """Return the words of a text, small, each between spaces, and a full stop before each part of a sentence.

    >>> _plain("If you can, give.")
    ' . if you can . give '
    """
    return _STOP + _STOP.join(map(_words_of, _BREAK.split(text.lower()))) + " "


def _words_of(text: str) -> str:
    return _BETWEEN.sub(" ", text).strip()
