"""The grammar of English: subject before verb, or behind it after a quotation."""

from __future__ import annotations

from newsgrab.sourcing.english.phrases import phrase_before
from newsgrab.sourcing.english.sentence import read_announcement, read_sentence
from newsgrab.sourcing.english.subjects import find_subject_of_sentence
from newsgrab.sourcing.grammar import Grammar

ENGLISH = Grammar(
    read_sentence=read_sentence,
    read_announcement=read_announcement,
    is_reported=lambda _paragraph, _sentence: False,  # English has no mood for it
    find_speaker=lambda paragraph, sentence, _behind: find_subject_of_sentence(paragraph, sentence),
    find_subject=find_subject_of_sentence,
    phrase_before=phrase_before,
)
