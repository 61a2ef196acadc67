"""The words in which a site speaks to its readers, language by language: ``voices.toml``.

No word says anything alone: a report has "you", "free" and "newspaper" in it, too. What says something is how
many sorts of them stand together in one short line; what each is worth, ``asking.toml`` says.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cache, cached_property
from unicodedata import category

from ahocorasick import Automaton

from newsgrab.errors import RuleError
from newsgrab.rules.tables import FOLDER, Table, read_tables, require_keys

_PATH = FOLDER / "voices.toml"
_WEIGHTS = FOLDER / "asking.toml"
PERSONS = ("we", "you", "ask", "said")  # who speaks, to whom, in which mood; and that somebody else does
OPENS = "opens"  # the sort of a word of "ask" that opens a sentence or a part of one
MATTERS = ("give", "owner", "press", "here", "member", "price", "when", "mail", "app", "consent", "ad")
_SAMPLE = 1_200  # characters of a text that tell its language
_FEWEST = 4  # common words that do
_LEAST = 0.045  # of all its words
_BREAKS = ".!?:;,…—–؟،۔।॥·。！？、，：；"  # behind which somebody may be asked to do something
_STOP = " . "  # stands for one, and for the beginning, in a plain text
# Where there are signs that are no part of a word: Latin, Greek, Hebrew to Arabic, Hindi, any, Chinese.
_SIGNS = (
    (0, 0x250),
    (0x370, 0x400),
    (0x580, 0x700),
    (0x964, 0x971),
    (0x2000, 0x2C00),
    (0x3000, 0x3040),
    (0xFF00, 0xFFF0),
)
_TYPED = (("’", "'"), ("‘", "'"), ("“", '"'), ("”", '"'), ("–", ","), ("—", ","), ("…", "."))
_JOINER = 0x200C  # of Persian words
_WIDE = (("\u3040", "\u30ff"), ("\u4e00", "\u9fff"))  # Japanese and Chinese
_SYLLABLES = (*_WIDE, ("\uac00", "\ud7af"))  # each of which may be a common word
_UNSAID = frozenset({"said", OPENS})  # sorts that do not tell what a text is about
_NAMED = {"no": "nb", "nn": "nb", "bs": "hr", "ms": "id"}  # languages of which a neighbour's words will do
Heard = Mapping[str, AbstractSet[str]]  # the words of a text, by their sort


@dataclass(frozen=True, kw_only=True, eq=False)
class Voice:
    """How sites speak to their readers in one language."""

    language: str
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

    @cached_property
    def _speaking(self) -> frozenset[str]:
        """Words that speak to the reader or of "us", with what may stand behind them."""
        words = [needle.strip() for needle, sorts in self.needles.items() if sorts & {"we", "you"}]
        return frozenset(f"{word}{sign}" for word in words for sign in ("", *".,;:!?"))

    @cached_property
    def _opening(self) -> frozenset[str]:
        """Words with which a sentence asks somebody to do something."""
        return frozenset(needle.strip() for needle, sorts in self.needles.items() if "ask" in sorts)

    def may_speak(self, text: str) -> bool:
        """Tell at a glance a text that may speak to its reader, or of "us", from one that hardly does.

        >>> voice = voice_of("It was the day of the storm and the rain.")
        >>> voice.may_speak("Help us!"), voice.may_speak("It rained."), voice.may_speak("They ask for help.")
        (True, False, False)
        """
        words = text.lower().split()
        return words[0] in self._opening or not self._speaking.isdisjoint(words)

    def hear(self, text: str) -> Heard:
        """Return a text's words of each sort.

        >>> heard = voice_of("It was the day of the storm and the rain.").hear("Support us!")
        >>> sorted(heard), sorted(heard["give"])
        (['ask', 'give', 'opens', 'we'], ['support'])
        """
        plain = _plain(text)
        found: dict[str, set[str]] = defaultdict(set)
        for last, (length, sorts) in self._finder.iter(plain):
            for sort in sorts:
                found[sort].add(plain[last - length + 1 : last + 1].strip())
        return found

    def share(self, text: str) -> float:
        """Return which part of a text's letters its words of all sorts are.

        >>> 0.7 < voice_of("It was the day of the storm and the rain.").share("Support us!") < 1
        True
        """
        plain = _plain(text)
        spans = (
            (last - length + 1, last + 1)
            for last, (length, sorts) in self._finder.iter(plain)
            if not sorts <= _UNSAID
        )
        return _length(sorted(spans)) / len(plain)


def _length(spans: Iterable[tuple[int, int]]) -> int:
    """Return how many letters are in one span at least; the spans are in order."""
    length = reached = 0
    for start, end in spans:
        length += max(0, end - max(start, reached))
        reached = max(reached, end)
    return length


def voice_of(text: str) -> Voice | None:
    """Return the voice of a text's language; None where that is none of those we know."""
    sample = _words_of(text[:_SAMPLE])
    words = Counter(sample.split())
    words.update(char for char in ("" if sample.isascii() else sample) if _is_of(char, _SYLLABLES))
    counts = {name: sum(words[word] for word in common) for name, common in _common().items()}
    best = max(counts, key=lambda name: counts[name])
    return voice_in(best) if counts[best] >= max(_FEWEST, _LEAST * words.total()) else None


@cache
def voice_in(language: str) -> Voice | None:
    """Return the voice of a language, by its tag; None where that is none of those we know.

    >>> voice_in("pt-BR").language, voice_in("tlh")
    ('pt', None)
    """
    name = language.partition("-")[0].lower()
    table = _tables().get(_NAMED.get(name, name))
    return _voice(table) if table is not None else None


def load_voices() -> tuple[Voice, ...]:
    """Read the words of every language; raise RuleError at the first fault."""
    return tuple(map(_voice, _tables().values()))


@cache
def _tables() -> Mapping[str, Table]:
    """Return what there is of each language: most texts need one."""
    return {str(table["language"]): table for table in read_tables(_PATH, {"voice"})["voice"]}


@cache
def _common() -> Mapping[str, tuple[str, ...]]:
    """Return words of any text of each language."""
    return {language: tuple(_listed(table, "common")) for language, table in _tables().items()}


@cache
def load_weights() -> Mapping[str, tuple[tuple[tuple[str, ...], float], ...]]:
    """Return what signs that stand together are worth, by the first; raise RuleError at the first fault.

    A line without any sign has what stands under "".
    """
    found: dict[str, list[tuple[tuple[str, ...], float]]] = defaultdict(list)
    for table in read_tables(_WEIGHTS, {"weight"})["weight"]:
        require_keys(_WEIGHTS, table, {"signs", "weight"})
        signs, weight = table["signs"], table["weight"]
        if not isinstance(signs, list) or not isinstance(weight, float):
            raise RuleError(f"{_WEIGHTS}: {signs}: a weight has a list of signs and a number")
        first, *others = map(str, signs or [""])
        found[first].append((tuple(others), weight))
    return {first: tuple(weights) for first, weights in found.items()}


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
    if any(_is_of(char, _WIDE) for char in plain):
        return plain
    return " " * (not word.startswith("*")) + plain + " " * (not word.endswith("*"))


def _is_of(char: str, ranges: Iterable[tuple[str, str]]) -> bool:
    return any(first <= char <= last for first, last in ranges)


def _plain(text: str) -> str:
    """Return the words of a text, small, each between spaces, and a full stop before each part of a sentence.

    >>> _plain("If you can, give.")
    ' . if you can . give . '
    """
    return f"{_STOP}{_words_of(text)} "


def _words_of(text: str) -> str:
    plain = text.lower()
    if not plain.isascii():
        for sign, same in _TYPED:  # most texts then are, and those are translated in no time
            plain = plain.replace(sign, same)
    return " ".join(plain.translate(_signs()).replace(".", _STOP).split())


@cache
def _signs() -> dict[int, str]:
    """Return what stands for each sign that is no part of a word."""
    signs = {
        code: " "
        for first, end in _SIGNS
        for code in range(first, end)
        if category(chr(code))[0] in "PSZC" and code != _JOINER
    }
    return signs | dict.fromkeys(map(ord, _BREAKS), ".")
