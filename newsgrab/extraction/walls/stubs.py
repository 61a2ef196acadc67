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

from newsgrab.extraction.boilerplate.gate import Gate
from newsgrab.extraction.page.wording import plain
from newsgrab.extraction.walls.looks import Look
from newsgrab.extraction.walls.notices import Notice, read_notice, read_notice_below
from newsgrab.extraction.walls.story import Stand, Story
from newsgrab.rules.lines import fits
from newsgrab.text import WHOLE, letters_of, weight

_SHORT = 600  # characters of running text; a longer one with a good end is no stub
_MANY = 3  # long paragraphs
_LONGER = 3_000  # characters; a teaser that breaks off may be as long
_SENTENCE, _LONG = 15, 80  # letters of a script with spaces between words
_ALIKE = 0.9  # of the page's own copy of the article
_FEWEST_WORDS = 100  # that are missing where the page counts more
_DOTS = re.compile(r"(?:…|\.\.\.)\W*\Z")  # how a text ends that goes on elsewhere
_OPEN = re.compile(r"[\w,;–-]\s*\Z")
_UNMARKED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]\\Z")  # scripts without full stops
_BELOW = 12  # rows below the last paragraph


class Stub(IntEnum):
    """Whether an article is only the beginning of one."""

    NO = 0
    MAYBE = 1
    YES = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class _Wall:
    """A row that speaks of who may read on, and which of the story's paragraphs it may close."""

    words: str
    notice: Notice
    stand: Stand
    told: tuple[str, ...]


def find_stub(look: Look, gate: Gate) -> tuple[Stub, str]:
    """Tell whether only the beginning was sent, and by which words, where the metadata does not say so."""
    if look.metadata.paywalled:
        return (Stub.NO if look.length else Stub.YES), ""
    if look.length >= _LONGER or not (_is_short(look) or _trails_off(look.prose)):
        return Stub.NO, ""
    found = [(_judge(wall, look), wall.words) for wall in _walls(look, gate)]
    return max(found, key=lambda each: each[0], default=(Stub.NO, ""))


def _judge(wall: _Wall, look: Look) -> Stub:
    is_free, is_short = _is_vouched(look), _is_short(look)
    trails_off = _trails_off(wall.told)
    is_cut = trails_off or (is_short and (_is_open(wall.told) or _counts_more(look)))
    is_little = is_short and sum(map(_is_whole, wall.told)) <= 1 and not is_free
    is_near = wall.stand is not Stand.APART
    if wall.notice is Notice.OFFER:
        is_stub, may_be = trails_off and is_near, False
    elif wall.notice is Notice.PROMPT:
        is_stub, may_be = trails_off and (is_near or is_little), is_near and (is_cut or is_little)
    else:
        asks = wall.notice is Notice.ASK  # as offers for other articles do, too
        closes = wall.stand is Stand.IN or (is_near and not asks)
        is_stub = (is_cut and (is_near or is_little)) or (closes and is_little)
        may_be = is_cut or (is_near and is_short and not is_free) or (asks and is_little)
    if is_stub:
        return Stub.YES if is_short else Stub.MAYBE
    return Stub.MAYBE if may_be else Stub.NO


def _is_short(look: Look) -> bool:
    return look.length < _SHORT and look.paragraphs <= _MANY


def _is_whole(text: str) -> bool:
    """Tell a paragraph of one whole sentence at least; some scripts end none with a mark."""
    return weight(text) >= _SENTENCE and (WHOLE.search(text) or _UNMARKED.search(text)) is not None


def _is_open(told: Sequence[str]) -> bool:
    """Tell a text of which the last paragraph alone ends in a word; a short one may be a name or a score."""
    ends = [_OPEN.search(text) is not None and _UNMARKED.search(text) is None for text in told]
    return bool(ends) and ends[-1] and not any(ends[:-1]) and weight(told[-1]) >= _LONG


def _trails_off(told: Sequence[str]) -> bool:
    return not told or _DOTS.search(told[-1]) is not None


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


def _walls(look: Look, gate: Gate) -> Iterator[_Wall]:
    """Give every row that may close the story, but none that the story goes on below."""
    story, rows = look.story, look.story.rows
    notices = dict(_notices(look, gate))
    told = [place for place in story.told if place not in notices]
    for place, notice in notices.items():
        before, after = [one for one in told if one < place], [one for one in told if one > place]
        texts = tuple(rows[one].text for one in before or after)
        goes_on = bool(after) and look.is_in_order and not (_trails_off(texts) or _is_open(texts))
        if (goes_on and len(before) > 1) or story.goes_on(before, place, after):
            continue
        stand = Stand.APART if goes_on else story.stand_of(place, before)
        yield _Wall(words=rows[place].text, notice=notice, stand=stand, told=texts)


def _notices(look: Look, gate: Gate) -> Iterator[tuple[int, Notice]]:
    """Give what the rows say; what was kept as a paragraph is news, unless it asks and nobody says so."""
    rows = look.story.rows
    last = _last(look.story, gate)
    news = {place for place in look.story.told if place <= last}
    for place, row in enumerate(rows):
        notice = read_notice_below(row, gate) if 0 <= last < place <= last + _BELOW else read_notice(row)
        if place in news and (notice is not Notice.ASK or fits("attribution", row.text)):
            continue
        if notice is not None:
            yield place, notice


def _last(story: Story, gate: Gate) -> int:
    """Return the last row that surely is the story's; below it, notices may have been kept."""
    told = list(story.told)
    while len(told) > 1 and not fits("attribution", story.rows[told[-1]].text):
        if read_notice_below(story.rows[told[-1]], gate) is None:
            break
        told.pop()
    return told[-1] if told else -1
