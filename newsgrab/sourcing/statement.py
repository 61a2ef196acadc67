"""A statement: one act of saying, as the grammars read it; nobody is identified yet."""

from __future__ import annotations

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
