"""Paragraphs as tokens: words, marks and whole quotations, each with its place in the text and its tag."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from newsgrab.sourcing import tags
from newsgrab.sourcing.lexicon import Lexicon
from newsgrab.sourcing.quotes import Quotation, find_quotations

Range = tuple[int, int]  # from a token, or a place in the text, to before another

MOST_REMEMBERED = 60_000  # words whose tags are kept at hand
FEWEST_SPOKEN_WORDS = (
    3  # a shorter quotation is speech only if a comma or stop stands before its closing mark
)

_TOKEN = re.compile(
    r"""
    [@\#$€£]?[^\W_]+                                         # Ann's, U.S, 1,000, $5
    (?: (?:\.(?![A-ZÄÖÜ][a-zäöüß])|['’&/_-])[^\W_]+          # but no "end.Begin" without a space
      | (?<=\d)[,:]\d+ )*
    (?: % | (?<=s)['’](?=\s) )?
    | \.{2,}                                                 # an ellipsis
    | --+
    | [^\s\w]
    """,
    re.VERBOSE,
)
_BLANK = re.compile(r"\n[ \t\r\u00a0]*\n|(?<=[.!?:…\"”“»’'])[ \t]*\n|\n(?=[\"“„«])")
_INITIALS = re.compile(r"(?:(?:[^\W\d_]\.)+[^\W\d_]|[A-ZÀ-ÞА-Я])$")  # U.S, J
_AGE = re.compile(r"\d-[A-ZÄÖÜ][a-zäöü]")  # "der 58-Jährige": a noun
_POSSESSIVE = re.compile(r"['’]s$|s['’]$")
LONGEST_WORK = 7  # words in the title of a book or film
_BEFORE_SPEECH = tags.CUE | tags.COMPLEMENTISER
_SPEECH_END = (",", ".", "!", "?", "…")
_MARKS = {
    ",": tags.COMMA,
    ":": tags.COLON,
    ";": tags.SEMICOLON,
    "(": tags.OPENING,
    "[": tags.OPENING,
    ")": tags.CLOSING,
    "]": tags.CLOSING,
    "-": tags.DASH,
    "–": tags.DASH,
    "—": tags.DASH,
    "―": tags.DASH,
    "--": tags.DASH,
    ".": tags.STOP,
    "!": tags.STOP,
    "?": tags.STOP,
    "…": tags.STOP,
}


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Parallel lists, one entry a token; ``starts`` and ``ends`` are places in ``text``, the whole text."""

    text: str
    start: int
    end: int
    lexicon: Lexicon
    quotations: dict[int, Quotation] = field(default_factory=dict)  # by token
    words: list[str] = field(default_factory=list)
    lows: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    tags: list[int] = field(default_factory=list)
    sentences: list[tuple[int, int]] = field(default_factory=list)  # ranges of tokens

    def between(self, first: int, last: int) -> str:
        """Return the text from token ``first`` to before token ``last``."""
        return self.text[self.starts[first] : self.ends[last - 1]]

    def begins_sentence(self, index: int) -> bool:
        """Say whether a sentence begins with token ``index``."""
        return self.sentence_of(index) == index

    def sentence_of(self, index: int) -> int:
        """Return the first token of the sentence that token ``index`` is in."""
        behind = bisect_right(self.sentences, (index, len(self.words) + 1))
        return self.sentences[behind - 1][0] if behind else 0

    def place(self, tokens: tuple[int, int]) -> tuple[int, int]:
        """Return where in the text a range of tokens is."""
        return self.starts[tokens[0]], self.ends[tokens[1] - 1]

    def low(self, index: int) -> str:
        """Return the lower-case word, or "" where there is no such token."""
        return self.lows[index] if 0 <= index < len(self.lows) else ""

    def has(self, index: int, wanted: int) -> bool:
        """Say whether there is a token ``index`` and it has one of the wanted tags."""
        return 0 <= index < len(self.tags) and bool(self.tags[index] & wanted)


def split_paragraphs(text: str) -> Iterator[tuple[int, int]]:
    r"""Yield the bounds of each paragraph; a line that ends like a sentence ends one, too.

    >>> list(split_paragraphs("One\ntwo.\nThree\n\nfour"))
    [(0, 8), (9, 14), (16, 20)]
    """
    start = 0
    for gap in _BLANK.finditer(text):
        if gap.start() > start:
            yield start, gap.start()
        start = gap.end()
    if start < len(text):
        yield start, len(text)


def read_paragraph(text: str, start: int, end: int, lexicon: Lexicon) -> Paragraph:
    """Cut one paragraph into tokens; a quotation that is speech is one token."""
    paragraph = Paragraph(text, start, end, lexicon)
    position = start
    for quotation in find_quotations(text, start, end):
        _add_tokens(paragraph, position, quotation.start)
        if _is_name_of_work(paragraph, quotation):
            _add(paragraph, quotation.start, quotation.end, tags.PHRASE)
            last = text[quotation.inner_start : quotation.inner_end].rstrip()[-1]
            _add(paragraph, quotation.end, quotation.end, _MARKS[last])
        elif _is_speech(text, quotation):
            paragraph.quotations[len(paragraph.words)] = quotation
            _add(paragraph, quotation.start, quotation.end, tags.QUOTE)
        else:
            _add(paragraph, quotation.start, quotation.end, tags.PHRASE)
        position = quotation.end
    _add_tokens(paragraph, position, end)
    return paragraph


def _is_name_of_work(paragraph: Paragraph, quotation: Quotation) -> bool:
    """Say whether the words are a title in mid-sentence with its comma inside: 'on "Morning Joe," …'."""
    before = paragraph.tags[-1] if paragraph.tags else 0
    is_amid = before & tags.WORD and not before & _BEFORE_SPEECH
    words = paragraph.text[quotation.inner_start : quotation.inner_end].split()
    is_short = (
        not paragraph.lexicon.capital_nouns and 0 < len(words) <= LONGEST_WORK and words[-1][-1] in ",."
    )
    return bool(is_amid) and is_short and all(word[0].isupper() or len(word) < 4 for word in words)


def _is_speech(text: str, quotation: Quotation) -> bool:
    inner = text[quotation.inner_start : quotation.inner_end].strip()
    return inner.endswith(_SPEECH_END) or len(inner.split()) >= FEWEST_SPOKEN_WORDS


def _add_tokens(paragraph: Paragraph, start: int, end: int) -> None:
    lexicon = paragraph.lexicon
    for match in _TOKEN.finditer(paragraph.text, start, end):
        first = match.start()
        word = match.group()
        if word == "." and _is_abbreviated(paragraph, first):
            continue
        for offset, length, low, tag in _read_word(word, lexicon):
            begin = first + offset
            paragraph.words.append(word[offset : offset + length] if tag & tags.WORD else "")
            paragraph.lows.append(low)
            paragraph.starts.append(begin)
            paragraph.ends.append(begin + length)
            paragraph.tags.append(tag)


@lru_cache(maxsize=MOST_REMEMBERED)
def _read_word(word: str, lexicon: Lexicon) -> tuple[tuple[int, int, str, int], ...]:
    """Return offset, length, small letters and tag of a token, or of the two that are joined in it.

    An apostrophe or hyphens may join two words: "she’ll", "l’eau", "a-t-il".
    """
    mark = tags.STOP if word.startswith("..") else _MARKS.get(word)
    if mark is not None:
        return ((0, len(word), "", mark),)
    cut = _contraction(word, lexicon.tags)
    joint = lexicon.joint.search(word) if lexicon.joint and not cut else None
    end, start = (cut, cut) if cut else (joint.end("first"), joint.start("second")) if joint else (0, 0)
    if not end:
        return ((0, len(word), word.lower(), _tag(word, lexicon.tags)),)
    first, second = word[:end], word[start:]
    second_tag = lexicon.tags[second] | tags.WORD if cut else _tag(second, lexicon.tags)
    return (
        (0, end, first.lower(), _tag(first, lexicon.tags)),
        (start, len(second), second.lower(), second_tag),
    )


def _contraction(word: str, known: dict[str, int]) -> int:
    """Return where "she’ll" is two words, or 0."""
    cut = max(word.rfind("'"), word.rfind("’"))
    if cut < 1 or word[cut:] not in known:
        return 0
    return (
        cut if known.get(word[:cut].lower(), 0) & (tags.PRONOUN | tags.COMPLEMENTISER | tags.RELATIVE) else 0
    )


def _is_abbreviated(paragraph: Paragraph, stop: int) -> bool:
    """Join a full stop to an abbreviation before it, and say whether that was done."""
    if not paragraph.ends or paragraph.ends[-1] != stop:
        return False
    word = paragraph.words[-1]
    known = paragraph.lexicon.tags
    low = word.lower() + "."
    is_ordinal = paragraph.lexicon.ordinal_dots and word.isdigit() and len(word) < 3
    if low not in known and not is_ordinal and not _INITIALS.match(word):
        return False
    paragraph.words[-1] = word + "."
    paragraph.lows[-1] = low
    paragraph.ends[-1] = stop + 1
    paragraph.tags[-1] |= known.get(low, 0)
    return True


def _add(paragraph: Paragraph, start: int, end: int, tag: int) -> None:
    """Add a quotation as one token without words."""
    paragraph.words.append("")
    paragraph.lows.append("")
    paragraph.starts.append(start)
    paragraph.ends.append(end)
    paragraph.tags.append(tag)


def _tag(word: str, known: dict[str, int]) -> int:
    low = word.lower()
    first = word[0]
    if not first.isalnum() and len(word) == 1:
        return 0
    tag = known.get(low, 0) | tags.WORD
    if first.isdigit() or first in "$€£":
        tag |= tags.CAPITAL if _AGE.search(word) else tags.NUMBER
    elif first == "@" or first.isupper():
        tag |= tags.CAPITAL
    if _POSSESSIVE.search(word) and not tag & tags.BE:
        tag |= tags.POSSESSIVE
    return tag
