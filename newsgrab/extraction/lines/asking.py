"""Lines in which a site speaks to its reader, in whatever words: many small signs, weighed together.

Who speaks and to whom, of what, at what price and how often are signs for it. That somebody else says it, and
an article that itself speaks so or of that, are signs against it. What signs are worth that stand together is
fitted, and stands in ``rules/asking.toml``; the words are in ``rules/voices.toml``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from math import prod

from newsgrab.rules.lexicon import any_of
from newsgrab.rules.lines import fits
from newsgrab.rules.voices import MATTERS, Heard, Voice, load_weights, voice_in, voice_of
from newsgrab.text import weight

LEAST = 0.8  # what the signs of a line must be worth in a report
LEAST_ELSEWHERE = 3.0  # the same in a text that itself speaks to its reader, or is about giving
_LONGEST = 500  # weight of such a line
_SHORTEST = 24
_PARAGRAPH = 60  # weight of one that tells in which voice a text is written
_FEWEST = 3  # of them
_SPOKEN_TO = ("we", "you", "opens", "here")  # one of these must be there
_ANYBODYS = frozenset({"price", "when"})  # ferries are free and daily, too
_TIES = ("give", "press", "member", "mail", "app", "consent", "ad")  # what a text may be about
_KINDS = {  # of notices, by what they speak of; those first that have words of their own
    "newsletter": ("mail",),
    "app": ("app",),
    "consent": ("consent",),
    "advertisement": ("ad",),
    "subscription": ("member",),
    "donation": ("give", "owner"),
}
_ABOUT = 0.2  # part of the paragraphs of a text that have a word of what it is about
_TWICE = frozenset({"we", "give", "member", "consent", "mail"})
# A quotation ends with the paragraph, if nothing ends it.
_QUOTED = re.compile(r"""“[^”]*”?|„[^“”]*[“”]?|«[^»]*»?|»[^«]*«|「[^」]*」?|『[^』]*』?|(?<!\w)"[^"]*"?""")
_NUMBER = re.compile(r"\d[\d.,\u202f\u00a0]*")
_CAPITAL = re.compile(r"(?<=[^.!?:…\s] )[A-ZÀ-ÞА-ЯΑ-Ω][\w’'-]+")
_NOUNS = frozenset({"de"})  # languages that write every noun so
_SPEECH = tuple('"“„«»‘「『—–')  # how a paragraph begins that somebody says
_QUESTIONS = ("?", "？", "؟")


@dataclass(frozen=True)
class Report:
    """The paragraphs that a line stands among."""

    voice: Voice
    paragraphs: tuple[str, ...]

    @cached_property
    def heard(self) -> tuple[Heard, ...]:
        """The words of each paragraph, outside of quotations."""
        return tuple(self.voice.hear(_own(one)) for one in self.paragraphs)

    @cached_property
    def is_personal(self) -> bool:
        """Whether most paragraphs speak to the reader or of "us", so that nobody can tell who else does."""
        return 2 * sum(map(_speaks, self.heard)) > len(self.heard)

    @cached_property
    def said(self) -> str:
        """All words of the paragraphs that say of what they are."""
        return "\n".join(self.paragraphs).casefold()

    def asks(self, text: str, least: float = LEAST) -> bool:
        """Tell whether a line asks or offers something, for the site and not for the report."""
        if text.startswith(_SPEECH) or not _SHORTEST <= weight(text) <= _LONGEST or fits("told", text):
            return False
        heard = self.voice.hear(_own(text))
        if heard.keys().isdisjoint(_SPOKEN_TO) or heard.keys().isdisjoint(MATTERS):
            return False  # it speaks to nobody, or of nothing that a site has
        if "opens" not in heard and _ANYBODYS.issuperset(heard.keys() & MATTERS):
            return False
        signs = self._signs(text, heard)
        if _worth(signs) < least:
            return False
        return not self.is_personal and _worth(signs | dict(self._around(text, heard))) >= least

    def rule(self, text: str) -> str:
        """Return the name under which such a line goes: the kind of notice that most of its words are of."""
        heard = self.voice.hear(_own(text))
        words = {kind: sum(len(heard.get(sort, ())) for sort in sorts) for kind, sorts in _KINDS.items()}
        kind = max(words, key=lambda one: words[one])
        return f"{kind if words[kind] else 'structure'}.asking"

    def is_alike(self, text: str) -> bool:
        """Tell whether a line that reads like a notice may as well be the report's, which says such things.

        That is where the report speaks to its reader, or of the same; a line then has to ask for more.
        """
        heard = self.voice.hear(_own(text))
        if _worth(self._signs(text, heard)) >= LEAST:
            return False
        advises = _advises(heard) and 2 * sum(map(_advises, self.heard)) > len(self.heard)
        return advises or self._is_about(text, heard)

    def _is_about(self, text: str, heard: Heard) -> bool:
        """Tell whether the text around has all that a line speaks of, and has it again and again."""
        words = {word for sort in _TIES for word in heard.get(sort, ())}
        others = [one.casefold() for one in self.paragraphs if one != text]
        having = sum(any(word in one for word in words) for one in others)
        return dict(self._around(text, heard)).get("tied") == 1.0 and having >= _ABOUT * len(others)

    def _signs(self, text: str, heard: Heard) -> dict[str, float]:
        signs = dict(_signs(text, heard)) | {"dense": self.voice.share(_own(text))}
        if self.voice.language in _NOUNS:
            signs.pop("capitals")
        return signs

    def _around(self, text: str, heard: Heard) -> Iterator[tuple[str, float]]:
        """Give the signs that the text around has: how it speaks, and whether it is about the same."""
        others = [one for one, words in zip(self.heard, self.paragraphs, strict=True) if words != text]
        if not others:
            return
        yield "personal", sum(map(_speaks, others)) / len(others)
        words = {word for sort in _TIES for word in heard.get(sort, ())}
        if words:
            again = 1 if text in self.paragraphs else 0
            yield "tied", sum(self.said.count(word) > again for word in words) / len(words)


def report_of(paragraphs: Sequence[str], language: str | None = None) -> Report | None:
    """Return the report that some paragraphs are, in a language that is told or is known by their words.

    None for too few of them, and in a language of which we know no words.
    """
    told = tuple(one for one in paragraphs if len(one) >= _PARAGRAPH or weight(one) >= _PARAGRAPH)
    if len(told) < _FEWEST:
        return None
    voice = voice_in(language) if language else voice_of("\n".join(told))
    return Report(voice, told) if voice is not None else None


def _signs(text: str, heard: Heard) -> Iterator[tuple[str, float]]:
    """Give the signs of a line by itself."""
    own = _own(text)
    for sort, words in heard.items():
        yield sort, 1.0
        if sort in _TWICE and len(words) > 1:
            yield f"{sort} twice", 1.0
    yield "matters", min(sum(sort in heard for sort in MATTERS), 6) / 2
    yield "length", min(weight(text), 400) / 100
    rest, amounts = _amount().subn(" ", own)
    yield "amount", float(amounts > 0)
    yield "numbers", min(len(_NUMBER.findall(rest)), 3) / 2
    yield "capitals", min(len(_CAPITAL.findall(own)), 3) / 2
    yield "question", float(text.endswith(_QUESTIONS))


@cache
def _amount() -> re.Pattern[str]:
    """Return what an amount of money is, in any language."""
    money = any_of("calls.money")
    return re.compile(rf"{money}\s?\d[\d.,]*|\d[\d.,]*\s?{money}", re.IGNORECASE)


def _speaks(heard: Heard) -> bool:
    return "we" in heard or "you" in heard


def _advises(heard: Heard) -> bool:
    return _speaks(heard) or "opens" in heard


def _worth(signs: Mapping[str, float]) -> float:
    weights = load_weights()
    return sum(
        value * worth * prod(signs.get(other, 0.0) for other in others)
        for sign, value in (("", 1.0), *signs.items())
        for others, worth in weights.get(sign, ())
    )


def _own(text: str) -> str:
    """Return what a text says outside of quotation marks."""
    return _QUOTED.sub(" ", text)
