"""Who reported, as newspapers in Chinese have it: in brackets in the first line of the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from newsgrab.extraction.fields.claims import page_claim, path_of
from newsgrab.extraction.fields.zone import Zone
from newsgrab.extraction.page.wording import visible_text
from newsgrab.model import Claim
from newsgrab.rules.lexicon import any_of

_FIRST = 3  # paragraphs
_OPENING = 60  # characters of one
_LABEL = any_of("people.reporter-in-chinese")
_BRACKETED = re.compile(rf"[(（]\s*({_LABEL})\s*[:：]?\s*([^()（）。，]{{2,40}})[)）]")


def find_reporters(zone: Zone) -> Iterator[Claim]:
    """Give the reporters behind a dateline: "新华社北京5月3日电（记者王小明、李华）"."""
    for paragraph in islice((one for one in zone.after() if one.tag == "p" and one.length), _FIRST):
        found = _BRACKETED.search(visible_text(paragraph)[:_OPENING])
        if found is not None:
            yield page_claim("authors", f"{found[1]}：{found[2]}", f"byline: {path_of(paragraph)}")
            return
