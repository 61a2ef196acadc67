"""What changed from one revision to another, word by word."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from newsgrab.archive.reading import Filed, caption_line, images, squeezed, story
from newsgrab.archive.revisions import DATES, WORDS

# Marks belong to the letter before them, though not for \w; scripts without spaces are compared by letters.
_MARKS = r"\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0900-\u0963\u0966-\u0dff"
_WORD = rf"(?:[^\W\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u9fff]|[{_MARKS}])+"
_TOKEN = re.compile(rf"\s+|{_WORD}|.", re.DOTALL)
_MOST_TOKENS = 4_000  # of a block that is compared word by word


class Change(StrEnum):
    """What happened to some words."""

    SAME = "same"
    REMOVED = "removed"
    ADDED = "added"


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """Words with one fate."""

    change: Change
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """A part of the article that changed; joined, the segments without the added ones are the old text."""

    part: str  # headline, body and so on; a block of the body is one difference
    segments: tuple[Segment, ...]


def differences(old: Filed, new: Filed) -> tuple[Difference, ...]:
    """Return every part that changed, in the article's order."""
    found: list[Difference] = []
    for part in (*WORDS, *DATES):
        if part == "body":
            found += _blocks(part, [piece.text for piece in story(old)], [piece.text for piece in story(new)])
        elif part == "captions":
            found += _blocks(part, _captions(old), _captions(new))
        else:
            one, other = squeezed(old.fields.get(part)), squeezed(new.fields.get(part))
            found += [_difference(part, one, other)] if one != other else []
    return tuple(found)


def _captions(filed: Filed) -> list[str]:
    return [line for line in map(caption_line, images(filed)) if line]


def _blocks(part: str, old: list[str], new: list[str]) -> Iterator[Difference]:
    """Pair the blocks that were replaced by each other; others came or went whole."""
    # In a long body blocks that come again and again are no anchors: looking at each pair takes for ever.
    matcher = SequenceMatcher(None, [squeezed(text) for text in old], [squeezed(text) for text in new])
    for tag, start, end, new_start, new_end in matcher.get_opcodes():
        if tag == "equal":
            continue
        paired = min(end - start, new_end - new_start)
        for offset in range(max(end - start, new_end - new_start)):
            one = old[start + offset] if offset < end - start else ""
            other = new[new_start + offset] if offset < new_end - new_start else ""
            if offset < paired and not _is_alike(one, other):
                yield _difference(part, one, "")
                yield _difference(part, "", other)
            else:
                yield _difference(part, one, other)


def _is_alike(one: str, other: str) -> bool:
    """Tell whether two blocks are one that was edited: a third of the words is the same."""
    ours, theirs = set(one.split()), set(other.split())
    return len(ours & theirs) * 3 >= min(len(ours), len(theirs))


def _difference(part: str, old: str, new: str) -> Difference:
    ours, theirs = _TOKEN.findall(old), _TOKEN.findall(new)
    if max(len(ours), len(theirs)) > _MOST_TOKENS or not ours or not theirs:
        return Difference(part=part, segments=tuple(_segments((Change.REMOVED, old), (Change.ADDED, new))))
    matcher = SequenceMatcher(None, ours, theirs, autojunk=False)
    pieces: list[tuple[Change, str]] = []
    for tag, start, end, new_start, new_end in matcher.get_opcodes():
        if tag == "equal":
            pieces.append((Change.SAME, "".join(ours[start:end])))
        else:
            pieces += [
                (Change.REMOVED, "".join(ours[start:end])),
                (Change.ADDED, "".join(theirs[new_start:new_end])),
            ]
    return Difference(part=part, segments=tuple(_segments(*pieces)))


def _segments(*pieces: tuple[Change, str]) -> Sequence[Segment]:
    return [Segment(change=change, text=text) for change, text in pieces if text]
