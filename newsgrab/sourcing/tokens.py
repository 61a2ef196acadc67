"""Paragraphs as tokens: words, marks and whole quotations, each with its place in the text and its tag."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field

from newsgrab.sourcing import tags
from newsgrab.sourcing.lexicon import Lexicon
from newsgrab.sourcing.quotes import Quotation

Range = tuple[int, int]  # from a token, or a place in the text, to before another


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Parallel rows, one entry a token; ``starts`` and ``ends`` are places in ``text``, the whole text."""

    text: str
    start: int
    end: int
    lexicon: Lexicon
    quotations: dict[int, Quotation]  # by token
    words: tuple[str, ...]
    lows: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    tags: tuple[int, ...]
    sentences: list[tuple[int, int]] = field(default_factory=list)  # ranges of tokens

    def between(self, first: int, last: int) -> str:
        """Return the text from token ``first`` to before token ``last``."""
        return self.text[self.starts[first] : self.ends[last - 1]]

    def begins_sentence(self, index: int) -> bool:
        """Tell whether a sentence begins with token ``index``."""
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
        """Tell whether there is a token ``index`` and it has one of the wanted tags."""
        return 0 <= index < len(self.tags) and self.tags[index] & wanted != 0

    def says(self, index: int, words: tuple[str, ...]) -> bool:
        """Tell whether these lower-case words stand from token ``index`` on."""
        return self.lows[index : index + len(words)] == words

    def has_verb_of_saying(self, index: int) -> bool:
        """Tell whether a verb of saying stands here, and no name that is spelled like one."""
        return self.has(index, tags.CUE) and not self.has(index, tags.CAPITAL)

    def has_verb(self, index: int) -> bool:
        """Tell whether any verb stands here, and no name or noun that is spelled like one."""
        return self.has(index, tags.FINITE) and not self.has(index, tags.CAPITAL)

    def last_quoted(self, index: int) -> str:
        """Return the last character inside the quotation that token ``index`` is, marks within it apart."""
        quoted = self.text[self.quotations[index].inner_start : self.quotations[index].inner_end]
        return (quoted.rstrip("'\"’” ") or quoted)[-1]
