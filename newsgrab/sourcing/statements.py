"""Statements: sentence after sentence, who is said to say what; nobody is identified yet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from newsgrab.sourcing import tags
from newsgrab.sourcing.contents import find_content
from newsgrab.sourcing.cues import Cue, find_cues
from newsgrab.sourcing.lexicon import Lexicon
from newsgrab.sourcing.phrases import Range
from newsgrab.sourcing.sentences import split_sentences
from newsgrab.sourcing.subjects import Subject, find_subject, leading_subject
from newsgrab.sourcing.tokens import Paragraph


@dataclass(frozen=True, slots=True)
class Statement:
    """One act of saying; every pair is a place in the text."""

    paragraph: Paragraph
    phrase: Range  # in tokens
    cue: Range
    content: Range
    sentence: Range

    @property
    def mention(self) -> str:
        """Return the words that name the source."""
        return self.paragraph.between(*self.phrase)


def read_statements(paragraph: Paragraph, lexicon: Lexicon) -> list[Statement]:
    """Read the statements of one paragraph in their order."""
    found: list[Statement] = []
    for sentence in split_sentences(paragraph):
        if _is_all_quotation(paragraph, sentence):
            if found:
                found[-1] = replace(
                    found[-1], content=(found[-1].content[0], paragraph.ends[sentence[1] - 1])
                )
            continue
        found += _read_sentence(paragraph, sentence, lexicon)
    return found


def _is_all_quotation(paragraph: Paragraph, sentence: Range) -> bool:
    has_quote = any(paragraph.tags[i] & tags.QUOTE for i in range(*sentence))
    return has_quote and not any(paragraph.tags[i] & tags.WORD for i in range(*sentence))


def _read_sentence(paragraph: Paragraph, sentence: Range, lexicon: Lexicon) -> Iterator[Statement]:
    start = sentence[0]
    last: Subject | None = None
    bounds = paragraph.starts[sentence[0]], paragraph.ends[sentence[1] - 1]
    for cue in find_cues(paragraph, sentence, lexicon):
        if cue.first < start or cue.is_passive:
            continue
        subject = find_subject(paragraph, sentence, cue) if not cue.is_gerund else None
        if subject is None and _may_inherit(paragraph, cue):
            subject = last or leading_subject(paragraph, sentence, cue)
            if subject:
                subject = replace(subject, first=cue.first, last=cue.last, side="inherited")
        if subject is None:
            continue
        content = find_content(paragraph, (start, sentence[1]), cue, subject)
        if content is None:
            continue
        yield Statement(
            paragraph,
            subject.phrase,
            _span(paragraph, (cue.verb, cue.last)),
            _span(paragraph, content),
            bounds,
        )
        last = subject
        start = max(cue.last, content[1] if content[0] >= cue.first else subject.last)


def _may_inherit(paragraph: Paragraph, cue: Cue) -> bool:
    before = cue.first - 1
    return paragraph.has(before, tags.COMMA | tags.COORDINATOR) or paragraph.lows[before] == "by"


def _span(paragraph: Paragraph, tokens: Range) -> Range:
    return paragraph.starts[tokens[0]], paragraph.ends[tokens[1] - 1]
