"""Statements: sentence after sentence, who is said to say what; nobody is identified yet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from newsgrab.sourcing import tags
from newsgrab.sourcing.contents import find_content
from newsgrab.sourcing.cues import Cue, find_cues, leads_to_quotation
from newsgrab.sourcing.labels import read_label
from newsgrab.sourcing.lexicon import Lexicon
from newsgrab.sourcing.phrases import Range
from newsgrab.sourcing.subjects import INHERITED, RELATIVE, Subject, find_subjects, leading_subject
from newsgrab.sourcing.tokens import Paragraph

NOWHERE = (0, 0)  # the content of a statement that is only announced: "Lee wrote:"


@dataclass(frozen=True, slots=True)
class Statement:
    """One act of saying: ranges of the paragraph's tokens, and where in the text its content is."""

    paragraph: Paragraph
    sentence: Range
    phrase: Range
    cue: Range
    content: Range  # in characters; may reach into later paragraphs

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
    open_statement: Statement | None = None
    for paragraph in paragraphs:
        if not _is_all_quotation(paragraph, (0, len(paragraph.words))):
            here = _read_paragraph(paragraph, lexicon)
            found += here
            announced = _announcement(paragraph, lexicon)
            open_statement = announced or (here[-1] if here and _may_go_on(here[-1]) else None)
        elif open_statement is not None:
            if found and found[-1] is open_statement:
                found.pop()
            open_statement = _extend(open_statement, paragraph, len(paragraph.words))
            found.append(open_statement)
    return found


def _extend(statement: Statement, paragraph: Paragraph, last: int) -> Statement:
    is_announced = statement.content == NOWHERE
    start = paragraph.start if is_announced else statement.content[0]
    return replace(statement, content=(start, paragraph.ends[last - 1]))


def _may_go_on(statement: Statement) -> bool:
    """Say whether nothing but a quotation or a cue ends the statement's paragraph."""
    return statement.sentence[1] == len(statement.paragraph.words)


def _announcement(paragraph: Paragraph, lexicon: Lexicon) -> Statement | None:
    """Return "Lee wrote:" at the end of a paragraph as a statement still without content."""
    if not paragraph.words or not paragraph.has(len(paragraph.words) - 1, tags.COLON):
        return None
    sentence = paragraph.sentences[-1]
    for cue in reversed(list(find_cues(paragraph, sentence, lexicon))):
        for subject in _candidates(paragraph, sentence, cue, None):
            return Statement(paragraph, sentence, subject.phrase, (cue.verb, cue.last), NOWHERE)
    return None


def _read_paragraph(paragraph: Paragraph, lexicon: Lexicon) -> list[Statement]:
    """Read the statements of one paragraph in their order."""
    found: list[Statement] = []
    waiting: int | None = None  # where quotations without a speaker so far begin
    for sentence in paragraph.sentences:
        if _is_all_quotation(paragraph, sentence):
            if found:
                index = _latest_quotation(found)
                found[index] = _extend(found[index], paragraph, sentence[1])
            elif waiting is None:
                waiting = paragraph.starts[sentence[0]]
            continue
        here = list(_read_sentence(paragraph, sentence, lexicon))
        if waiting is not None and here and paragraph.has(sentence[0], tags.QUOTE):
            here[0] = replace(here[0], content=(waiting, here[0].content[1]))
        waiting = None
        found += here
    return found


def _latest_quotation(found: Sequence[Statement]) -> int:
    """Return which statement of the last sentence a further quotation goes on with."""
    for index in range(len(found) - 1, -1, -1):
        statement = found[index]
        if statement.sentence != found[-1].sentence:
            break
        start, end = statement.content
        if any(start <= quotation.start < end for quotation in statement.paragraph.quotations.values()):
            return index
    return len(found) - 1


def _is_all_quotation(paragraph: Paragraph, sentence: Range) -> bool:
    has_quote = any(paragraph.tags[i] & tags.QUOTE for i in range(*sentence))
    return has_quote and not any(paragraph.tags[i] & tags.WORD for i in range(*sentence))


def _read_sentence(paragraph: Paragraph, sentence: Range, lexicon: Lexicon) -> Iterator[Statement]:
    start = done = sentence[0]
    last: Subject | None = None
    for cue in find_cues(paragraph, sentence, lexicon):
        if cue.first < done:
            continue
        for subject in _candidates(paragraph, sentence, cue, last):
            content = find_content(paragraph, (start, sentence[1]), cue, subject)
            if content is not None:
                place = paragraph.place(content)
                yield Statement(paragraph, sentence, subject.phrase, (cue.verb, cue.last), place)
                last = subject
                done = max(cue.last, content[1] if content[0] >= cue.first else subject.last)
                start = start if subject.side == RELATIVE else done
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
    return (
        leads_in
        or leads_to_quotation(paragraph, cue.last)
        or paragraph.has(before, tags.COMMA | tags.QUOTE | tags.OCCASION)
    )
