"""Statements: sentence after sentence, who is said to say what; nobody is identified yet."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from newsgrab.sourcing import tags
from newsgrab.sourcing.grammar import NOWHERE, Grammar, Statement
from newsgrab.sourcing.stretches import without_stop
from newsgrab.sourcing.tokens import Paragraph, Range

_SENTENCE_END = ".!?…:;,"  # a comma before a speaker who never comes


def read_statements(paragraphs: Iterable[Paragraph], grammar: Grammar) -> list[Statement]:
    """Read the statements of all paragraphs in their order.

    A paragraph that is one quotation goes on with what the paragraph before it quoted or announced,
    unless it is a heading.
    """
    found: list[Statement] = []
    open_statement: Statement | None = None
    before: Paragraph | None = None
    for paragraph in paragraphs:
        if not _is_all_quotation(paragraph, (0, len(paragraph.words))):
            here = _told_in(before, _read_paragraph(paragraph, grammar))
            found += here
            announced = _announcement(paragraph, grammar)
            open_statement = announced or (here[-1] if here and _may_go_on(here[-1]) else None)
        elif open_statement is not None and open_statement.content != NOWHERE and _is_heading(paragraph):
            open_statement = None
        elif open_statement is not None:
            if found and found[-1] is open_statement:
                found.pop()
            open_statement = _extend(open_statement, paragraph, len(paragraph.words))
            found.append(open_statement)
        before = paragraph
    return found


def _told_in(before: Paragraph | None, statements: Sequence[Statement]) -> list[Statement]:
    """Fill in the last sentence of the paragraph before where a statement points to it."""
    is_text = before is not None and before.has(len(before.words) - 1, tags.STOP | tags.QUOTE)
    told = before.place(without_stop(before, before.sentences[-1])) if before and is_text else NOWHERE
    filled = (replace(s, content=told) if s.content == NOWHERE else s for s in statements)
    return [statement for statement in filled if statement.content != NOWHERE]


def _extend(statement: Statement, paragraph: Paragraph, last: int) -> Statement:
    is_announced = statement.content == NOWHERE
    start = paragraph.start if is_announced else statement.content[0]
    return replace(statement, content=(start, paragraph.ends[last - 1]))


def _may_go_on(statement: Statement) -> bool:
    """Tell whether nothing but a quotation or a cue ends the statement's paragraph."""
    paragraph = statement.paragraph
    return statement.sentence[1] == len(paragraph.words) or statement.content[1] >= paragraph.ends[-1]


def _announcement(paragraph: Paragraph, grammar: Grammar) -> Statement | None:
    """Return "Lee wrote:" at the end of a paragraph as a statement still without content."""
    if not paragraph.has(len(paragraph.words) - 1, tags.COLON):
        return None
    return grammar.read_announcement(paragraph, paragraph.sentences[-1])


def _read_paragraph(paragraph: Paragraph, grammar: Grammar) -> list[Statement]:
    """Read the statements of one paragraph in their order."""
    found: list[Statement] = []
    waiting: int | None = None  # where quotations without a speaker so far begin
    before: Range | None = None
    has_spoken = False  # in the sentence before
    for sentence in paragraph.sentences:
        if _is_all_quotation(paragraph, sentence):
            by_subject = _by_subject(paragraph, before, sentence, grammar)
            if found and (before is None or found[-1].sentence == before or by_subject is None):
                index = _latest_quotation(found)
                found[index] = _extend(found[index], paragraph, sentence[1])
            elif by_subject is not None:
                found.append(replace(by_subject, content=paragraph.place(sentence)))
            elif waiting is None:
                waiting = paragraph.starts[sentence[0]]
            continue
        here = list(grammar.read_sentence(paragraph, sentence))
        if not here and grammar.is_reported(paragraph, sentence):
            reporter = found[-1] if found else None
            if not has_spoken:
                reporter = _by_subject(paragraph, before, sentence, grammar) or reporter
            here = _reported(paragraph, sentence, reporter)
        if waiting is not None and here and paragraph.has(sentence[0], tags.QUOTE):
            here[0] = replace(here[0], content=(waiting, here[0].content[1]))
        waiting = None
        before, has_spoken = sentence, bool(here)
        found += here
    return found


def _reported(paragraph: Paragraph, sentence: Range, reporter: Statement | None) -> list[Statement]:
    """Go on with what the reporter said in a sentence without a verb of saying."""
    if reporter is None:
        return []
    start, end = without_stop(paragraph, sentence)
    content = paragraph.place((start, start + 1 if paragraph.has(start, tags.QUOTE) else end))
    return [replace(reporter, sentence=sentence, content=content)]


def _by_subject(
    paragraph: Paragraph, before: Range | None, sentence: Range, grammar: Grammar
) -> Statement | None:
    """Take the subject of a sentence that says nothing for who speaks in the one behind it."""
    speaker = grammar.find_speaker(paragraph, before, sentence) if before is not None else None
    if before is None or speaker is None or speaker[1] >= before[1]:
        return None
    if paragraph.low(speaker[1]) in paragraph.lexicon.phrases["joining"]:
        return None  # "Ann Lee and her sister …": of two, nobody knows which
    return Statement(paragraph, before, speaker, (speaker[1], speaker[1] + 1), NOWHERE)


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


def _is_heading(paragraph: Paragraph) -> bool:
    """Tell whether a quotation that is a paragraph ends like no sentence: whose it is comes later."""
    return len(paragraph.tags) == 1 and paragraph.last_quoted(0) not in _SENTENCE_END


def _is_all_quotation(paragraph: Paragraph, sentence: Range) -> bool:
    if not paragraph.quotations or paragraph.has(sentence[0], tags.WORD):
        return False
    found = paragraph.tags[slice(*sentence)]
    return any(tag & tags.QUOTE for tag in found) and not any(tag & tags.WORD for tag in found)
