"""What is known of a dump's lines once rules have marked them, the headline is chosen and the rest judged."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from newsgrab.extraction.plaintext.core import find_core
from newsgrab.extraction.plaintext.head import Head, is_paragraph, read_head
from newsgrab.extraction.plaintext.images import Surroundings, find_images
from newsgrab.extraction.plaintext.judge import is_in_article
from newsgrab.extraction.plaintext.shapes import Shape, Shaped
from newsgrab.extraction.plaintext.title import find_headline
from newsgrab.extraction.plaintext.traits import Candidate
from newsgrab.extraction.strip import mark
from newsgrab.model import Block, Image, Kind, Mark, Verdict
from newsgrab.rules import Rules

_WHOLE = 0.5  # part of a line that rules take, above which all of it is boilerplate
_TRANSPARENT = ("advertisement", "audio", "sharing")  # these stand between paragraphs without ending anything
_PICTURE = 3  # lines above the headline in which the lead picture's caption may stand
_OF_SHAPE = {
    Shape.SHARE: "structure.share-line",
    Shape.COUNTER: "structure.counter",
    Shape.BUTTON: "structure.button",
    Shape.CARD: "structure.teaser",
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
        place: _is_near_text(place, states) for place in found.images if place > (found.headline or -1)
    }
    return Reading(
        shaped=shaped,
        marks=found.marks,
        headline=found.headline,
        head=found.head,
        images={place: image for place, image in found.images.items() if states.get(place, True)},
        reasons=found.known
        | _reasons(shaped, [place for place in sorted(states) if not states[place]], found.known),
    )


def find(shaped: Sequence[Shaped], rules: Rules) -> Found:
    """Mark, choose the headline, and say which lines below it are still to be judged."""
    marks = mark([Block(kind=Kind.PARAGRAPH, text=one.text) for one in shaped], rules)
    protected = {found.block for found in marks if found.verdict is Verdict.PROTECT}
    taken = {place: rule for place, rule in _taken(shaped, marks).items() if place not in protected}
    core = find_core(shaped, taken.keys() | protected)
    headline = find_headline(shaped, taken.keys() | protected)
    head = read_head(shaped, taken, headline, core)
    beside = taken.keys() | protected | head.fields.keys() | head.labels
    images = find_images(_surroundings(shaped, beside, headline, head))
    known = (
        taken
        | _before_and_again(shaped, headline, beside | images.keys())
        | dict.fromkeys(head.labels, "structure.label")
    )
    below = tuple(
        place
        for place in range(0 if headline is None else headline + 1, len(shaped))
        if place not in head.fields and place not in images and not _is_transparent(shaped, known, place)
    )
    candidates = tuple(
        Candidate(
            shaped=shaped[place],
            rule=known.get(place),
            is_protected=place in protected,
            is_head=place < head.end,
        )
        for place in below
    )
    return Found(
        marks=marks,
        headline=headline,
        head=head,
        images=images,
        known=known,
        below=below,
        candidates=candidates,
    )


def _surroundings(
    shaped: Sequence[Shaped], beside: AbstractSet[int], headline: int | None, head: Head
) -> Surroundings:
    start = 0 if headline is None else max(0, headline - _PICTURE)
    title = "" if headline is None else shaped[headline].line.key
    places = [
        place
        for place in range(start, len(shaped))
        if place not in beside and shaped[place].line.key != title
    ]
    below = (place for place in places if place >= head.end)
    opener = next((place for place in below if is_paragraph(shaped[place])), len(shaped))
    return Surroundings(shaped=shaped, places=places, opener=opener, headline=headline, story=head.story)


def _is_near_text(place: int, states: Mapping[int, bool]) -> bool:
    """Tell whether the line above or below a caption is in the article; captions between do not count."""
    above = next((states[other] for other in range(place - 1, -1, -1) if other in states), True)
    below = next(
        (states[other] for other in range(place + 1, max(states, default=0) + 1) if other in states), False
    )
    return above or below


def _is_transparent(shaped: Sequence[Shaped], known: Mapping[int, str], place: int) -> bool:
    """Tell whether a line is known to be boilerplate and says nothing about its neighbours.

    So does a notice of one line, if it is no heading and the paragraphs around it do not speak to the reader.
    """
    rule = known.get(place, "")
    if not rule or rule.startswith(("structure.", *_TRANSPARENT)):
        return bool(rule)
    near = [other for other in (place - 1, place + 1) if 0 <= other < len(shaped)]
    return (
        "heading" not in rule
        and not shaped[place].text.endswith((":", "："))
        and all(_is_report(shaped[other]) and other not in known for other in near)
    )


def _is_report(one: Shaped) -> bool:
    return one.shape is Shape.PROSE and not one.appeal


def _before_and_again(
    shaped: Sequence[Shaped], headline: int | None, known: AbstractSet[int]
) -> dict[int, str]:
    """Return the places above the headline and of its copies."""
    if headline is None:
        return {}
    reasons = {place: "structure.before-headline" for place in range(headline) if place not in known}
    key = shaped[headline].line.key
    copies = (place for place, one in enumerate(shaped) if one.line.key == key and place != headline)
    return reasons | dict.fromkeys(copies, "structure.repeated-headline")


def _taken(shaped: Sequence[Shaped], marks: Sequence[Mark]) -> dict[int, str]:
    """Return the places that rules take whole, or as good as whole, each with the first such rule."""
    spans: dict[int, set[int]] = {}
    first: dict[int, str] = {}
    for found in marks:
        if found.verdict is Verdict.STRIP:
            spans.setdefault(found.block, set()).update(range(found.start, found.end))
            first.setdefault(found.block, found.rule)
    return {
        place: first[place] for place, span in spans.items() if len(span) >= _WHOLE * len(shaped[place].text)
    }


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
