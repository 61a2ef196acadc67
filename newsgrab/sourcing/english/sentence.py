"""English sentences: each cue with its subject and its content."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from newsgrab.sourcing import tags
from newsgrab.sourcing.english.contents import find_content
from newsgrab.sourcing.english.cues import Cue, find_cues, leads_to_quotation
from newsgrab.sourcing.english.inherited import clause_subject, leading_subject
from newsgrab.sourcing.english.labels import has_own_label, leading_name, read_label
from newsgrab.sourcing.english.quoting import quoted_speaker
from newsgrab.sourcing.english.subjects import (
    BEFORE,
    INHERITED,
    NAMING,
    RELATIVE,
    Subject,
    find_subjects,
)
from newsgrab.sourcing.english.unlisted import read_unlisted
from newsgrab.sourcing.grammar import NOWHERE, Statement
from newsgrab.sourcing.people import bare
from newsgrab.sourcing.stretches import head_of
from newsgrab.sourcing.tokens import Paragraph, Range


def read_sentence(paragraph: Paragraph, sentence: Range) -> Iterator[Statement]:
    """Give the statements of one sentence from left to right."""
    start = done = sentence[0]
    last: Subject | None = None
    cues = () if has_own_label(paragraph, sentence) else find_cues(paragraph, sentence)
    for cue in cues:
        if cue.first < done:
            continue
        for subject in _candidates(paragraph, sentence, cue, last):
            if _is_nobody(paragraph, subject.phrase):
                break
            is_last = cue.frame == "source" and paragraph.has(cue.first - 1, tags.COMMA | tags.QUOTE)
            scope = sentence[0] if is_last and cue.first - start < 2 else start, sentence[1]
            content = find_content(paragraph, scope, cue, subject)
            if content is None and last is not None:
                content = _all_before(paragraph, sentence, cue, subject)
            if content is not None:
                place = paragraph.place(content)
                verb = cue.verb, cue.last
                yield Statement(paragraph, sentence, subject.phrase, verb, place, subject.antecedent)
                last = subject
                done = max(cue.last, content[1] if content[0] >= cue.first else subject.last)
                start = start if subject.side in (RELATIVE, NAMING) else done
                break
    if last is None and paragraph.quotations:
        label = read_unlisted(paragraph, sentence) or read_label(paragraph, sentence)
        if label is not None and not _is_nobody(paragraph, label[0]):
            phrase, mark, content = label
            yield Statement(paragraph, sentence, phrase, mark, paragraph.place(content))


def _is_nobody(paragraph: Paragraph, phrase: Range) -> bool:
    """Tell whether "no one" speaks, or an abstract noun, "liberalism"; in "No 10" somebody does."""
    start, lexicon = phrase[0], paragraph.lexicon
    if paragraph.lows[start] in lexicon.phrases["nobody"]:
        return not paragraph.has(start + 1, tags.NUMBER)
    return bare(paragraph.lows[head_of(paragraph, phrase)]).endswith(lexicon.endings["abstract"])


def _all_before(paragraph: Paragraph, sentence: Range, cue: Cue, subject: Subject) -> Range | None:
    """Return all but the end of "Lee said help would come, the Haven Post reported."."""
    closes = cue.last >= sentence[1] or paragraph.has(cue.last, tags.STOP)
    is_set_off = subject.side == BEFORE and paragraph.has(subject.first - 1, tags.COMMA)
    return (sentence[0], subject.first - 1) if closes and is_set_off else None


def _candidates(paragraph: Paragraph, sentence: Range, cue: Cue, last: Subject | None) -> Iterator[Subject]:
    """Give the subjects that the cue may have; ``last`` is that of the cue before."""
    quoted = quoted_speaker(paragraph, sentence[0], cue.verb) if cue.is_gerund else None
    if quoted is not None:
        yield Subject(quoted, quoted[0], cue.first, INHERITED)
        return
    found = find_subjects(paragraph, sentence, cue)
    yield from found
    if not found and _may_inherit(paragraph, cue):
        lead = clause_subject(paragraph, sentence, cue) or last or leading_subject(paragraph, sentence, cue)
        if lead is not None:
            yield replace(lead, first=cue.first, last=cue.last, side=INHERITED)


def _may_inherit(paragraph: Paragraph, cue: Cue) -> bool:
    before = cue.first - 1
    if paragraph.has(before, tags.COORDINATOR):
        return True
    if not cue.is_gerund:
        return False
    leads_in = paragraph.low(before) in paragraph.lexicon.phrases["gerundial"]
    return (
        leads_in
        or leads_to_quotation(paragraph, cue.last)
        or paragraph.has(before, tags.COMMA | tags.QUOTE | tags.OCCASION)
    )


def read_announcement(paragraph: Paragraph, sentence: Range) -> Statement | None:
    """Return "Lee wrote:" as a statement still without content."""
    for cue in reversed(list(find_cues(paragraph, sentence))):
        for subject in _candidates(paragraph, sentence, cue, None):
            return Statement(paragraph, sentence, subject.phrase, (cue.verb, cue.last), NOWHERE)
    phrase = leading_name(paragraph, (sentence[0], sentence[1] - 1))
    return Statement(paragraph, sentence, phrase, (sentence[1] - 1, sentence[1]), NOWHERE) if phrase else None
