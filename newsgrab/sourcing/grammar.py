"""A grammar, six functions on sentences of a family of languages, and what they find: statements."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from newsgrab.sourcing.tokens import Paragraph, Range

NOWHERE = (0, 0)  # the content in another paragraph: behind "Lee wrote:", before "Das sagte Lee."


@dataclass(frozen=True, slots=True)
class Statement:
    """One act of saying: ranges of the paragraph's tokens, and where in the text its content is."""

    paragraph: Paragraph
    sentence: Range
    phrase: Range  # empty where the verb leaves its subject out: "añadió"
    cue: Range
    content: Range  # in characters; may reach into later paragraphs
    antecedent: Range | None = None  # of the phrase "who", as far as grammar tells it

    @property
    def mention(self) -> str:
        """Return the words that name the source, "" where none do."""
        start, end = self.phrase
        return self.paragraph.between(start, end) if start < end else ""

    @property
    def cue_place(self) -> Range:
        """Return where in the text the cue is."""
        return self.paragraph.place(self.cue)

    @property
    def sentence_place(self) -> Range:
        """Return where in the text the sentence is."""
        return self.paragraph.place(self.sentence)


@dataclass(frozen=True, slots=True, kw_only=True)
class Grammar:
    """The functions; each takes a paragraph and ranges of its tokens."""

    read_sentence: Callable[[Paragraph, Range], Iterator[Statement]]
    read_announcement: Callable[[Paragraph, Range], Statement | None]  # "Lee wrote:"
    is_reported: Callable[[Paragraph, Range], bool]  # a sentence in the mood of reported speech
    find_speaker: Callable[[Paragraph, Range, Range], Range | None]  # its subject, if it speaks in the next
    find_subject: Callable[[Paragraph, Range], Range | None]  # of a sentence that may say nothing
    phrase_before: Callable[[Paragraph, int, int], Range | None]  # the noun phrase before a token
