"""What a family of languages must know to be read: a grammar is six functions on sentences."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from newsgrab.sourcing.statement import Statement
from newsgrab.sourcing.tokens import Paragraph, Range


@dataclass(frozen=True, slots=True, kw_only=True)
class Grammar:
    """The functions; each takes a paragraph and ranges of its tokens."""

    read_sentence: Callable[[Paragraph, Range], Iterator[Statement]]
    read_announcement: Callable[[Paragraph, Range], Statement | None]  # "Lee wrote:"
    is_reported: Callable[[Paragraph, Range], bool]  # a sentence in the mood of reported speech
    find_speaker: Callable[[Paragraph, Range, Range], Range | None]  # its subject, if it speaks in the next
    find_subject: Callable[[Paragraph, Range], Range | None]  # of a sentence that may say nothing
    phrase_before: Callable[[Paragraph, int, int], Range | None]  # the noun phrase before a token
