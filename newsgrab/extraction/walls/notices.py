"""What a row of a page says of who may read on, and how much that is worth."""

from __future__ import annotations

import re
from enum import IntEnum

from newsgrab.extraction.boilerplate.gate import Gate
from newsgrab.extraction.walls.phrases import count_phrases, is_little_but, phrases, spoken
from newsgrab.extraction.walls.rows import Row
from newsgrab.rules.sentences import sentence_bounds

_LONGEST = 300  # characters of a row that asks
_PARTS = re.compile(r"[.|·•!?。！？]+\s*")
_OTHERS = ("newsletter.", "comments.")  # rules for what one may sign up for beside the text
_OFFERS = "subscription."


class Notice(IntEnum):
    """What a row says."""

    OFFER = 0  # that one may subscribe: on every page of some sites
    PROMPT = 1  # that subscribers may log in, or something else of those who pay and of reading
    LABEL = 2  # who may read
    ASK = 3  # what must be done before one may read on


def read_notice(row: Row) -> Notice | None:
    """Read a row that may stand anywhere on a page."""
    said = spoken(row.text)
    if count_phrases(said, "paywall-phrases"):
        return Notice.ASK
    parts = (part for part in _PARTS.split(said) if part)
    if not row.is_linked and any(is_little_but(part, "paywall-labels") for part in parts):
        return Notice.LABEL
    if count_phrases(said, "paywall-prompts") or count_phrases(said, "paywall-labels"):
        return Notice.PROMPT
    return None


def read_notice_below(row: Row, gate: Gate) -> Notice | None:
    """Read a row right below a text, where it also counts by which rules it would be stripped."""
    notice = read_notice(row)
    if notice in (Notice.ASK, Notice.LABEL) or len(row.printed) > _LONGEST:
        return notice
    bounds = sentence_bounds(row.printed)
    rules = {rule.id for start, end in bounds for rule in gate.fitting(row.printed[start:end])}
    if any(rule in phrases("paywall-rules") for rule in rules):
        return Notice.ASK
    if any(rule.startswith(_OTHERS) for rule in rules):
        return None
    if notice is None and _speaks_of_paying(spoken(row.text)):
        return Notice.PROMPT
    offers = any(rule.startswith(_OFFERS) for rule in rules)
    return notice if notice is not None or not offers else Notice.OFFER


def _speaks_of_paying(text: str) -> bool:
    """Tell a text about those who pay and about reading: nothing is sure of it, but where it stands."""
    return all(any(part in text for part in phrases(name)) for name in ("paying", "reading"))
