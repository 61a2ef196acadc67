"""Was only the beginning sent? Told by where a wall stands to the story, and by how the story ends.

What asks a visitor to subscribe stands on whole articles, too: below the text, beside it, in the middle. So
its words alone refuse nothing. A page is refused where next to nothing is told or the telling breaks off, and
marked where it could be either: a short report that ends well would be lost if it were refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum

from newsgrab.extraction.page.wording import plain
from newsgrab.extraction.walls.looks import Look
from newsgrab.extraction.walls.phrases import count_phrases, is_little_but, spoken
from newsgrab.extraction.walls.rows import Row
from newsgrab.extraction.walls.story import Stand
from newsgrab.rules.lines import load_lines
from newsgrab.text import WHOLE, letters_of, weight

_SHORT = 600  # characters of running text; a longer one with a good end is no stub
_MANY = 3  # long paragraphs
_LONGER = 3_000  # characters; a teaser that breaks off may be as long
_SENTENCE, _LONG = 15, 80  # letters of a script with spaces between words
_ALIKE = 0.9  # of the page's own copy of the article
_FEWEST_WORDS = 100  # that are missing where the page counts more
_DOTS = re.compile(r"(?:…|\.\.\.)\W*\Z")  # how a text ends that goes on elsewhere
_OPEN = re.compile(r"[\w,;–-]\s*\Z")
_PARTS = re.compile(r"[.|·•!?。！？]+\s*")


class Stub(IntEnum):
    """Whether an article is only the beginning of one."""

    NO = 0
    MAYBE = 1
    YES = 2


class _Kind(IntEnum):
    """What a wall says, and how much that is worth."""

    PROMPT = 0  # that subscribers may log in, as every page of some sites does
    LABEL = 1  # who may read
    ASK = 2  # what must be done before one may read on


@dataclass(frozen=True, slots=True, kw_only=True)
class _Wall:
    """A row that speaks of who may read on, and which of the story's paragraphs it may close."""

    words: str
    kind: _Kind
    stand: Stand
    told: tuple[str, ...]


def find_stub(look: Look) -> tuple[Stub, str]:
    """Tell whether only the beginning was sent, and by which words, where the metadata does not say so."""
    if look.metadata.paywalled:
        return (Stub.NO if look.length else Stub.YES), ""
    if look.length >= _LONGER or not _speaks_of_it(look.text):
        return Stub.NO, ""
    found = [(_judge(wall, look), wall.words) for wall in _walls(look)]
    return max(found, key=lambda each: each[0], default=(Stub.NO, ""))


def _speaks_of_it(text: str) -> bool:
    return any(count_phrases(text, f"paywall-{name}") for name in ("phrases", "labels", "prompts"))


def _judge(wall: _Wall, look: Look) -> Stub:
    is_short = look.length < _SHORT and look.paragraphs <= _MANY
    is_free = _is_vouched(look)
    whole = sum(weight(text) >= _SENTENCE and WHOLE.search(text) is not None for text in wall.told)
    is_cut = _is_cut(wall.told) or _counts_more(look)
    is_little = is_short and whole <= 1 and not is_free
    is_near = wall.stand is not Stand.APART
    if wall.kind is _Kind.PROMPT:
        is_stub, may_be = is_cut and is_short and (is_near or is_little), is_near and (is_cut or is_little)
    else:
        asks = wall.kind is _Kind.ASK  # as offers for other articles do, too
        closes = wall.stand is Stand.IN or (is_near and not asks)
        is_stub = (is_cut and is_short and (is_near or is_little)) or (closes and is_little)
        may_be = is_cut or (is_near and is_short and not is_free) or (asks and is_little)
    return Stub.YES if is_stub else Stub.MAYBE if may_be else Stub.NO


def _is_cut(told: Sequence[str]) -> bool:
    """Tell a text that breaks off; a short last line may be a name or a score."""
    if not told:
        return True
    last = told[-1]
    is_open = _OPEN.search(last) is not None and (weight(last) >= _LONG or len(told) == 1)
    return is_open or _DOTS.search(last) is not None


def _is_vouched(look: Look) -> bool:
    """Tell whether the page says that the article is free, or has the same text in its metadata."""
    if look.metadata.paywalled is False:
        return True
    told = letters_of("".join(look.prose))
    copies = (letters_of(plain(claim.value)) for claim in look.claims if claim.field == "body")
    return any(len(told) >= _ALIKE * len(copy) > 0 and copy[:_LONG] in told for copy in copies)


def _counts_more(look: Look) -> bool:
    """Tell whether the page counts at least twice the words that were sent, in a script with spaces."""
    text = " ".join(look.prose)
    kept = len(text.split())
    counts = (claim.value for claim in look.claims if claim.field == "word_count")
    stated = max((int(count) for count in counts if count.isdecimal() and len(count) < 7), default=0)
    return weight(text) == len(text) and stated >= max(2 * kept, kept + _FEWEST_WORDS)


def _walls(look: Look) -> Iterator[_Wall]:
    """Give every row that may close the story, but none that the story goes on below."""
    story, rows = look.story, look.story.rows
    kinds = {place: kind for place, row in enumerate(rows) if (kind := _kind_of(row)) is not None}
    attribution = load_lines()["attribution"].match
    news = {place for place in story.told if place in kinds and attribution.search(rows[place].text)}
    told = [place for place in story.told if place not in kinds or place in news]
    for place in kinds.keys() - news:
        before, after = [one for one in told if one < place], [one for one in told if one > place]
        if (after and look.is_in_order) or story.goes_on(before, place, after):
            continue
        texts = tuple(rows[one].text for one in before or after)
        stand = story.stand_of(place, before)
        yield _Wall(words=rows[place].text, kind=kinds[place], stand=stand, told=texts)


def _kind_of(row: Row) -> _Kind | None:
    said = spoken(row.text)
    if count_phrases(said, "paywall-phrases"):
        return _Kind.ASK
    if not row.is_linked and any(
        is_little_but(part, "paywall-labels") for part in _PARTS.split(said) if part
    ):
        return _Kind.LABEL
    weak = count_phrases(said, "paywall-prompts") or count_phrases(said, "paywall-labels")
    return _Kind.PROMPT if weak else None
