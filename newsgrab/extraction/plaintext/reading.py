"""What is known of a dump's lines once rules have marked them, the headline is chosen and the rest judged."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from newsgrab.extraction.lines.people import read_byline
from newsgrab.extraction.plaintext.asking import find_asking
from newsgrab.extraction.plaintext.boxes import Candidate
from newsgrab.extraction.plaintext.core import find_core
from newsgrab.extraction.plaintext.head import Head, is_paragraph, read_head
from newsgrab.extraction.plaintext.headline import find_headline
from newsgrab.extraction.plaintext.images import Surroundings, find_images
from newsgrab.extraction.plaintext.judge import is_in_article
from newsgrab.extraction.plaintext.ruled import mark_lines
from newsgrab.extraction.plaintext.shapes import Shape, Shaped
from newsgrab.model import Image, Mark
from newsgrab.rules import Rules

# These stand between paragraphs without ending anything.
_TRANSPARENT = ("advertisement", "audio", "navigation.check-back", "sharing")
_LONG_PART = 20  # letters of a headline without its kicker
_NEAR = 12  # lines from the headline in which it may stand again without its kicker
_AUTHOR_ABOVE = 3  # lines above the end of the text in which its author may be named again
_JOINTS = 3  # copies of a label beside paragraphs that make it no heading of anything
_NOTICES = 3  # that may stand right below each other between two paragraphs
_PICTURE = 3  # lines above the headline in which the lead picture's caption may stand
_OF_SHAPE = {
    Shape.SHARE: "structure.share-line",
    Shape.COUNTER: "structure.counter",
    Shape.BUTTON: "structure.button",
    Shape.CARD: "structure.teaser",
    Shape.ADDRESS: "structure.address",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """The lines of a dump, place by place, with what was found out about them."""

    shaped: tuple[Shaped, ...]
    marks: tuple[Mark, ...]  # of rules; ``block`` is the place of the line
    headline: int | None
    head: Head
    images: dict[int, Image | None]  # captions by place; None where a line is the credit of the one above
    reasons: dict[int, str]  # places beside the article, each with the rule or structural reason


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What is known before the lines below the headline are judged."""

    marks: tuple[Mark, ...]
    headline: int | None
    head: Head
    images: dict[int, Image | None]
    known: dict[int, str]  # places whose reason is known
    below: tuple[int, ...]  # the places to judge
    candidates: tuple[Candidate, ...]  # what stands there


def read(shaped: tuple[Shaped, ...], rules: Rules) -> Reading:
    """Mark, choose the headline, judge the lines below it."""
    found = find(shaped, rules)
    inside = is_in_article(found.candidates, "" if found.headline is None else shaped[found.headline].text)
    states = dict(zip(found.below, inside, strict=True))
    states |= {
        place: _is_near_text(place, found.below, inside)
        for place in found.images
        if found.headline is None or place > found.headline
    }
    asking = find_asking(found.candidates, inside)
    return Reading(
        shaped=shaped,
        marks=found.marks,
        headline=found.headline,
        head=found.head,
        images={place: image for place, image in found.images.items() if states.get(place, True)},
        reasons=found.known
        | _reasons(shaped, [place for place in sorted(states) if not states[place]], found.known)
        | {found.below[line]: rule for line, rule in asking.items()},
    )


def find(shaped: Sequence[Shaped], rules: Rules) -> Found:
    """Mark, choose the headline, and say which lines below it are still to be judged."""
    ruled = mark_lines(shaped, rules)
    headline = find_headline(shaped, ruled.decided)
    core = find_core(shaped, ruled.decided)
    joints = _joints(shaped, ruled.taken)
    head = read_head(shaped, ruled.taken, headline, core)
    beside = ruled.decided | head.fields.keys() | head.labels
    images = find_images(_surroundings(shaped, beside, headline, head))
    known = (
        dict(ruled.taken)
        | _before_and_again(shaped, headline, beside | images.keys())
        | dict.fromkeys(_labels(shaped, head), "structure.label")
        | dict.fromkeys(_author_box(shaped, head, core.stop), "structure.author-box")
    )
    settled = head.fields.keys() | images.keys() | ruled.forms
    below = tuple(
        place
        for place in range(0 if headline is None else headline + 1, len(shaped))
        if place not in settled and place not in joints and not _is_transparent(shaped, known, place)
    )
    candidates = tuple(
        Candidate(
            shaped=shaped[place],
            rule=known.get(place),
            is_protected=place in ruled.protected,
            opens_with=ruled.openings.get(place, ""),
            is_cut=place in ruled.cut,
            is_head=place < head.end,
        )
        for place in below
    )
    return Found(
        marks=ruled.marks,
        headline=headline,
        head=head,
        images=images,
        known=known,
        below=below,
        candidates=candidates,
    )


def _joints(shaped: Sequence[Shaped], taken: Mapping[int, str]) -> frozenset[int]:
    """Return the places of a label that stands between all parts of a text, as "Article content" does."""
    labels = [place for place, rule in taken.items() if rule.startswith("navigation.")]
    beside = Counter(shaped[place].line.key for place in labels if _is_beside_report(shaped, place))
    return frozenset(place for place in labels if beside[shaped[place].line.key] >= _JOINTS)


def _is_beside_report(shaped: Sequence[Shaped], place: int) -> bool:
    return any(map(_is_report, shaped[max(0, place - 1) : place + 2]))


def _author_box(shaped: Sequence[Shaped], head: Head, end: int) -> Iterator[int]:
    """Give the lines around the end of the text that name the author again, and say who that is."""
    bylines = [shaped[place].text for place, name in head.fields.items() if name == "byline"]
    names = tuple(name for line in bylines for name in read_byline(line).authors if " " in name)
    is_named = False
    for place in range(max(head.end, end - _AUTHOR_ABOVE), len(shaped) if names else 0):
        one = shaped[place]
        is_title = one.text in names and place not in head.fields
        if is_title or (one.text.startswith(names) and (is_named or place >= end)):
            yield place
        is_named = is_title


def _labels(shaped: Sequence[Shaped], head: Head) -> set[int]:
    """Return the places of the head's labels, and of lines elsewhere that repeat one."""
    keys = {shaped[place].line.key for place in head.labels}
    again = {
        place
        for place, one in enumerate(shaped)
        if one.shape is Shape.LINE and one.copies > 1 and one.line.key in keys
    }
    return again | head.labels


def _surroundings(
    shaped: Sequence[Shaped], beside: AbstractSet[int], headline: int | None, head: Head
) -> Surroundings:
    start = 0 if headline is None else max(0, headline - _PICTURE)
    printed = "" if headline is None else shaped[headline].line.key
    places = [
        place
        for place in range(start, len(shaped))
        if place not in beside and shaped[place].line.key != printed
    ]
    below = (place for place in places if place >= head.end)
    opener = next((place for place in below if is_paragraph(shaped[place])), len(shaped))
    return Surroundings(
        shaped=shaped, places=places, opener=opener, headline=headline, end=head.below, story=head.story
    )


def _is_near_text(place: int, below: Sequence[int], inside: Sequence[bool]) -> bool:
    """Tell whether the line above or below a caption is in the article; captions between do not count."""
    position = bisect_left(below, place)
    is_above = inside[position - 1] if position else True
    return is_above or (position < len(below) and inside[position])


def _is_transparent(shaped: Sequence[Shaped], known: Mapping[int, str], place: int) -> bool:
    """Tell whether a line is known to be boilerplate and says nothing about its neighbours.

    So do one to three notices, if none is a heading and the paragraphs around do not speak to the reader.
    """
    rule = known.get(place, "")
    if not rule or rule.startswith(("structure.", *_TRANSPARENT)):
        return bool(rule)
    near = (_beyond_notices(shaped, known, place, -1), _beyond_notices(shaped, known, place, 1))
    return _is_notice(shaped, known, place) and all(
        _is_report(shaped[other]) and other not in known for other in near if 0 <= other < len(shaped)
    )


def _beyond_notices(shaped: Sequence[Shaped], known: Mapping[int, str], place: int, step: int) -> int:
    """Return the place above or below a notice and those right beside it, which are a few at most."""
    for _ in range(_NOTICES):
        place += step
        if not 0 <= place < len(shaped) or not _is_notice(shaped, known, place):
            break
    return place


def _is_notice(shaped: Sequence[Shaped], known: Mapping[int, str], place: int) -> bool:
    """Tell whether a line is boilerplate of its own, and no heading of what stands below it."""
    rule = known.get(place, "")
    is_heading = "heading" in rule or shaped[place].text.endswith((":", "："))
    return bool(rule) and not rule.startswith("structure.") and not is_heading


def _is_report(one: Shaped) -> bool:
    return one.shape is Shape.PROSE and not one.appeal


def _before_and_again(
    shaped: Sequence[Shaped], headline: int | None, known: AbstractSet[int]
) -> dict[int, str]:
    """Return the places above the headline and of its copies."""
    if headline is None:
        return {}
    reasons = {place: "structure.before-headline" for place in range(headline) if place not in known}
    copies = (
        place for place in range(len(shaped)) if place != headline and _is_copy(shaped, place, headline)
    )
    return reasons | dict.fromkeys(copies, "structure.repeated-headline")


def _is_copy(shaped: Sequence[Shaped], place: int, headline: int) -> bool:
    """Tell whether a line repeats the headline, all of it or, near it, all but its kicker."""
    own, key = shaped[place].line.key, shaped[headline].line.key
    short, long = sorted((own, key), key=len)
    is_near = abs(place - headline) <= _NEAR and shaped[place].shape is not Shape.PROSE
    return own == key or (
        is_near and len(short) >= _LONG_PART and len(long) < 2 * len(short) and short in long
    )


def _reasons(shaped: Sequence[Shaped], beside: Sequence[int], taken: Mapping[int, str]) -> dict[int, str]:
    """Name for each place beside the article what gave it away: its own rule, its shape, or its box."""
    reasons: dict[int, str] = {}
    box = ""
    previous = -2
    for place in beside:
        box = box if previous == place - 1 else ""
        previous = place
        if place in taken:
            box = taken[place].partition(".")[0]
            reasons[place] = taken[place]
        elif box:
            reasons[place] = f"structure.{box}-box"
        else:
            reasons[place] = _OF_SHAPE.get(shaped[place].shape, "structure.beside-article")
    run = len(shaped)
    for place in reversed(beside):
        if place != run - 1:
            break
        run = place
        if reasons[place] == "structure.beside-article":
            reasons[place] = "structure.after-article"
    return reasons
