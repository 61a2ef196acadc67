"""The grammar of German, Romance and Slavic languages: the subject stands on either side of the verb."""

from __future__ import annotations

from newsgrab.sourcing.continental.phrases import phrase_before
from newsgrab.sourcing.continental.sentence import find_speaker, is_reported, read_announcement, read_sentence
from newsgrab.sourcing.continental.topics import find_named_subject
from newsgrab.sourcing.grammar import Grammar

CONTINENTAL = Grammar(
    read_sentence=read_sentence,
    read_announcement=read_announcement,
    is_reported=is_reported,
    find_speaker=find_speaker,
    find_subject=find_named_subject,
    phrase_before=phrase_before,
)
