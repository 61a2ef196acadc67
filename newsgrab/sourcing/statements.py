"""Statements: sentence after sentence, who is said to say what; nobody is identified yet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from newsgrab.sourcing import tags
from newsgrab.sourcing.contents import find_content
from newsgrab.sourcing.cues import Cue, find_cues
from newsgrab.sourcing.labels import read_label
from newsgrab.sourcing.lexicon import Lexicon
from newsgrab.sourcing.phrases import Range
from newsgrab.sourcing.sentences import split_sentences
from newsgrab.sourcing.subjects import INHERITED, Subject, find_subjects, leading_subject
from newsgrab.sourcing.tokens import Paragraph


@dataclass(frozen=True, slots=True)
class Statement:
    """One act of saying: ranges of the paragraph's tokens, and where in the text its content is."""

    paragraph: Paragraph
    sentence: Range
    phrase: Range
    cue: Range
    content: Range  # in characters; it may reach into the paragraphs that follow

    @property
    def mention(self) -> str:
        """Return the words that name the source."""
        return self.paragraph.between(*self.phrase)

    @property
    def cue_place(self) -> Range:
        """Return where in the text the cue is."""
        return self.paragraph.place(self.cue)

    @property
    def sentence_place(self) -> Range:
        """Return where in the text the sentence is."""
        return self.paragraph.place(self.sentence)


def read_statements(paragraphs: Iterable[Paragraph], lexicon: Lexicon) -> list[Statement]:
    """Read the statements of all paragraphs in their order.

    A paragraph that is one quotation goes on with what the paragraph before it quoted or announced.
    """
    found: list[Statement] = []
    announced: Statement | None = None
    for paragraph in paragraphs:
        if _is_all_quotation(paragraph, (0, len(paragraph.words))):
            if announced is not None:
                found.append(replace(announced, content=(paragraph.start, paragraph.end)))
                announced = None
            elif found and _may_go_on(found[-1]):
                found[-1] = _extend(found[-1], paragraph, len(paragraph.words))
            continue
        here = _read_paragraph(paragraph, lexicon)
        found += here
        announced = _announcement(paragraph, lexicon)
    return found


def _extend(statement: Statement, paragraph: Paragraph, last: int) -> Statement:
    return replace(statement, content=(statement.content[0], paragraph.ends[last - 1]))


def _may_go_on(statement: Statement) -> bool:
    """Say whether nothing but a quotation or a cue ends the statement's paragraph."""
    return statement.sentence[1] == len(statement.paragraph.words)


def _announcement(paragraph: Paragraph, lexicon: Lexicon) -> Statement | None:
    """Return "Lee wrote:" at the end of a paragraph as a statement still without content."""
    if not paragraph.words or not paragraph.has(len(paragraph.words) - 1, tags.COLON):
        return None
    *_, sentence = split_sentences(paragraph)
    for cue in reversed(list(find_cues(paragraph, sentence, lexicon))):
        for subject in _candidates(paragraph, sentence, cue, None):
            return Statement(paragraph, sentence, subject.phrase, (cue.verb, cue.last), (0, 0))
    return None


def _read_paragraph(paragraph: Paragraph, lexicon: Lexicon) -> list[Statement]:
    """Read the statements of one paragraph in their order."""
    found: list[Statement] = []
    waiting: int | None = None  # where quotations without a speaker so far begin
    for sentence in split_sentences(paragraph):
        if _is_all_quotation(paragraph, sentence):
            if found:
                found[-1] = _extend(found[-1], paragraph, sentence[1])
            elif waiting is None:
                waiting = paragraph.starts[sentence[0]]
            continue
        here = list(_read_sentence(paragraph, sentence, lexicon))
        if waiting is not None and here and paragraph.has(sentence[0], tags.QUOTE):
            here[0] = replace(here[0], content=(waiting, here[0].content[1]))
        waiting = None
        found += here
    return found


def _is_all_quotation(paragraph: Paragraph, sentence: Range) -> bool:
    has_quote = any(paragraph.tags[i] & tags.QUOTE for i in range(*sentence))
    return has_quote and not any(paragraph.tags[i] & tags.WORD for i in range(*sentence))


def _read_sentence(paragraph: Paragraph, sentence: Range, lexicon: Lexicon) -> Iterator[Statement]:
    start = sentence[0]
    last: Subject | None = None
    for cue in find_cues(paragraph, sentence, lexicon):
        if cue.first < start:
            continue
        for subject in _candidates(paragraph, sentence, cue, last):
            content = find_content(paragraph, (start, sentence[1]), cue, subject)
            if content is not None:
                place = paragraph.place(content)
                yield Statement(paragraph, sentence, subject.phrase, (cue.verb, cue.last), place)
                last = subject
                start = max(cue.last, content[1] if content[0] >= cue.first else subject.last)
                break
    if last is None:
        label = read_label(paragraph, sentence)
        if label is not None:
            phrase, mark, content = label
            yield Statement(paragraph, sentence, phrase, mark, paragraph.place(content))


def _candidates(paragraph: Paragraph, sentence: Range, cue: Cue, last: Subject | None) -> Iterator[Subject]:
    """Yield the subjects that the cue may have; ``last`` is that of the cue before."""
    found = find_subjects(paragraph, sentence, cue)
    yield from found
    if not found and _may_inherit(paragraph, cue):
        lead = last or leading_subject(paragraph, sentence, cue)
        if lead is not None:
            yield replace(lead, first=cue.first, last=cue.last, side=INHERITED)


def _may_inherit(paragraph: Paragraph, cue: Cue) -> bool:
    before = cue.first - 1
    if paragraph.has(before, tags.COORDINATOR):
        return True
    if not cue.is_gerund:
        return False
    leads_in = paragraph.low(before) in ("by", "in", "before", "after", "while", "when")
    return leads_in or paragraph.has(before, tags.COMMA | tags.QUOTE | tags.OCCASION)
