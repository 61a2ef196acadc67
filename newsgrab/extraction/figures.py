"""The pictures of an article, in its body and above it, each with its words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from newsgrab.extraction.candidate import Place
from newsgrab.extraction.captions import Roles, read_image, words_of
from newsgrab.extraction.creditlines import bare_credit, split_words
from newsgrab.extraction.element import Element
from newsgrab.extraction.embeds import read_embed
from newsgrab.extraction.layouts import pointed_at
from newsgrab.extraction.names import has_name
from newsgrab.extraction.pictures import container_of, count_pictures, words_after
from newsgrab.extraction.survey import is_hidden
from newsgrab.extraction.wording import is_longer, visible_text
from newsgrab.model import Image
from newsgrab.rules.lexicon import any_of

# Rules on how a box is shown, in a slide or over the page; they say nothing against the picture in it.
OF_THE_SHOWING = frozenset(
    {
        *("caption.names", "interactive.names", "navigation.unseen-names", "navigation.overlay-names"),
        *("structure.form", "structure.control"),
    }
)
_FORM = 400  # characters; a longer one holds the article
_BEFORE_HEADLINE = 80  # elements
_PLAYER = re.compile(any_of("credits.players"), re.IGNORECASE)
_WHOLE = frozenset({"article", "main"})
_NO_PICTURE = ("table", "blockquote", "pre", "iframe", "video", "audio", "object", "amp-video", "amp-youtube")
_PICTURE_FILE = re.compile(
    r"\.(?:jpe?g|png|webp|gif|avif)\b|/(?:image|img|photo|foto|media|galler|galerie)", re.IGNORECASE
)


# Names that boxes of pictures in the text have on many pages; words of its own speak for a picture.
_OF_LOOSE_NAMES = frozenset({"navigation.sidebar-names"})


def is_overruled(rule: str, images: tuple[Image, ...]) -> bool:
    """Tell whether a rule that chose a box says nothing against the pictures in it."""
    has_words = any(image.caption or image.credit_line for image in images)
    return rule in OF_THE_SHOWING or (has_words and rule in _OF_LOOSE_NAMES)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Figures:
    """Containers of pictures with their images, words that stand apart from them, and the lead pictures."""

    images: dict[Element, Image] = field(default_factory=dict)
    words: frozenset[Element] = frozenset()
    lead: tuple[Image, ...] = ()
    players: tuple[str, ...] = ()  # addresses of videos among the lead pictures


def figures_in(place: Place, headline: Element | None = None) -> Figures:
    """Return the pictures of the body, and those between the headline and it."""
    base_url = place.document.base_url
    roles = _told_roles(place)
    inside = (container for part in place.parts for container in _containers(part))
    images, words = _read(inside, base_url, roles)
    head = _head_of(place, headline)
    lead, beside = _read(_lead_containers(head), base_url, roles)
    told = {part for part in place.parts if any(one in lead for one in (part, *part.above()))}
    return Figures(
        images=images,
        words=words | beside | told,
        lead=tuple(dict.fromkeys(lead.values())),
        players=tuple(dict.fromkeys(_lead_players(place, head))),
    )


def _read(
    containers: Iterable[Element], base_url: str, roles: Roles
) -> tuple[dict[Element, Image], frozenset[Element]]:
    images: dict[Element, Image] = {}
    words: set[Element] = set()
    taken: set[Element] = set()
    for container in containers:
        if container in taken or any(above in images for above in container.above()):
            continue
        taken.add(container)
        image = read_image(container, base_url, roles)
        if image is not None and (image.caption or not _is_in_small_form(container)):
            apart = [] if image.caption and image.credit_line else list(words_after(container, roles))
            image = _with_words(image, apart, roles)
            if image.url or image.caption or image.credit_line:
                images[container] = image
                words.update(apart)
    return images, frozenset(words)


def _told_roles(place: Place) -> Roles:
    """Return the elements that the rule of the site calls a caption or a credit line."""
    layout = place.layout
    if layout is None:
        return {}
    captions = dict.fromkeys(pointed_at(place.document, layout.caption), "caption")
    return captions | dict.fromkeys(pointed_at(place.document, layout.credit_line), "credit")


def _is_in_small_form(container: Element) -> bool:
    """Tell whether a picture decorates a form; some pages are one form as a whole."""
    form = next((above for above in container.above() if above.tag == "form"), None)
    return form is not None and not is_longer(form, _FORM)


def _with_words(image: Image, apart: list[Element], roles: Roles) -> Image:
    """Return a picture with the caption and credit line that stand beside its container."""
    for element in apart:
        text = visible_text(element)
        told = {"caption": (text, None), "credit": (None, bare_credit(text))}
        caption, credit = told.get(roles.get(element, "")) or split_words(text)
        image = replace(image, caption=image.caption or caption, credit_line=image.credit_line or credit)
    return image


def _containers(within: Element, end: int | None = None) -> Iterator[Element]:
    """Give the boxes of pictures that begin before a place; a figure with one picture or none is one."""
    counts = count_pictures(within)
    for element in within.within("figure", "img", "amp-img"):
        if end is not None and element.place >= end:
            return
        if element.tag != "figure":
            if element in counts:
                yield container_of(element, within, counts)
        elif not counts[element] and not any(True for _ in element.within(*_NO_PICTURE)):
            yield element


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Head:
    """The part of a page between the headline and the body, by places on the page."""

    element: Element  # holds both
    first: int
    end: int


def _head_of(place: Place, headline: Element | None) -> _Head | None:
    """Return where pictures above the body may stand; None where headline and body share no element."""
    above = list(place.element.above())
    top = headline
    while top is not None and (outer := top.parent) is not None and outer not in above:
        top = outer
    shared = top.parent if top is not None else next((one for one in above if one.tag in _WHOLE), None)
    if shared is not None:
        shared = next((one for one in (shared, *shared.above()) if one.tag in _WHOLE), shared)
    if shared is None or shared not in above or (top is not None and not place.survey.holds(top)):
        return None
    return _Head(element=shared, first=(top or shared).place, end=place.element.place)


def _lead_containers(head: _Head | None) -> Iterator[Element]:
    """Give the boxes of pictures above the body that belong to the article."""
    if head is None:
        return
    for container in _containers(head.element, head.end):
        at = container.place
        is_told = at >= head.first or container.tag == "figure" or any(words_of(container))
        if head.first - _BEFORE_HEADLINE <= at < head.end and is_told and _belongs(container, head):
            yield container


def _lead_players(place: Place, head: _Head | None) -> Iterator[str]:
    """Give the addresses of videos between the headline and the body."""
    if head is None:
        return
    for frame in head.element.within("iframe"):
        embed = read_embed(frame, place.document.base_url)
        is_within = head.first <= frame.place < head.end
        if is_within and embed and _PLAYER.search(embed.href or "") and _belongs(frame, head):
            yield embed.href or ""


def _belongs(container: Element, head: _Head) -> bool:
    """Tell a picture of the article from one that leads elsewhere; what holds the text too says nothing."""
    for above in (container, *container.above()):
        if above is head.element or above.end > head.end:
            break
        if above.tag in ("nav", "footer", "aside") or is_hidden(above):
            return False
        if has_name(above, "credits.elsewhere-names"):
            return False
    if container.tag == "figure":
        return True
    links = (container, *container.inside("a"), *container.above())
    around = [link for link in links if link.tag == "a" and link.has("img")]
    return not any(leads_away(link.get("href") or "") for link in around)


def leads_away(href: str) -> bool:
    """Tell a link to another page from one within this page or to a larger picture."""
    return bool(href) and not href.startswith("#") and not _PICTURE_FILE.search(href)
