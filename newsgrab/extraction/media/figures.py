"""The pictures of an article, in its body and above it, each with its words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from newsgrab.extraction.lines.creditlines import bare_credit, split_words
from newsgrab.extraction.media.captions import Roles, read_image, words_of
from newsgrab.extraction.media.embeds import is_player, read_embed
from newsgrab.extraction.media.image_addresses import addresses, background
from newsgrab.extraction.media.leads import each_once, words_apart
from newsgrab.extraction.media.pictures import container_of, count_pictures, words_after
from newsgrab.extraction.media.stated_images import file_stem
from newsgrab.extraction.page.document import Document
from newsgrab.extraction.page.element import Element
from newsgrab.extraction.page.layouts import pointed_at
from newsgrab.extraction.page.links import absolute, is_other_page
from newsgrab.extraction.page.names import has_name
from newsgrab.extraction.page.survey import is_hidden
from newsgrab.extraction.page.wording import is_longer, visible_text
from newsgrab.extraction.place.candidate import Place
from newsgrab.model import Image
from newsgrab.rules.lexicon import any_of

# Rules on how a box is shown, in a slide or over the page; they say nothing against the picture in it.
OF_THE_SHOWING = frozenset(
    {
        *("caption.names", "interactive.names", "interactive.rating-names"),
        *("navigation.unseen-names", "navigation.overlay-names"),
        *("structure.form", "structure.control"),
    }
)
_FORM = 400  # characters; a longer one holds the article
_BEFORE_HEADLINE = 80  # elements
_WHOLE = frozenset({"article", "main"})
_SHOWN = ("figure", "img", "amp-img")
_NO_PICTURE = ("table", "blockquote", "pre", "iframe", "video", "audio", "object", "amp-video", "amp-youtube")
_PICTURE = re.compile(
    rf"\.(?:jpe?g|png|webp|gif|avif)\b|(?:^|/){any_of('credits.picture-paths')}", re.IGNORECASE
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


def figures_in(place: Place, headline: Element | None, standing: frozenset[str]) -> Figures:
    """Return the pictures of the body, and those above it that are the article's.

    ``standing`` has the stems of the pictures that the metadata gives for the article.
    """
    base_url = place.document.base_url
    roles = _told_roles(place)
    counts = count_pictures(place.element.page[0], max(part.end for part in place.parts))
    inside = (container for part in place.parts for container in _containers(part, counts))
    images, words = _read(inside, base_url, roles)
    head = _head_of(place, headline, counts)
    lead, beside = _read(_lead_containers(head), base_url, roles)
    lead = _not_again(lead, images.values())
    unseen = standing.difference(map(_stem_of, (*images.values(), *lead.values())))
    if head is not None and unseen:
        shown = _standing_pictures(place.document, head, unseen, roles) | lead
        lead = dict(sorted(shown.items(), key=lambda one: one[0].place))
    lead, apart = words_apart(each_once(lead), place.element.place)
    told = {part for part in place.parts if any(one in lead for one in (part, *part.above()))}
    return Figures(
        images=images,
        words=words | beside | told | apart,
        lead=tuple(dict.fromkeys(lead.values())),
        players=tuple(dict.fromkeys(_lead_players(place, head))),
    )


def _read(
    containers: Iterable[Element], base_url: str, roles: Roles
) -> tuple[dict[Element, Image], frozenset[Element]]:
    images: dict[Element, Image] = {}
    words: set[Element] = set()
    for container in containers:
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


def _containers(within: Element, counts: Counter[Element]) -> Iterator[Element]:
    """Give the boxes of the pictures in an element."""
    return _boxes_of(within.within(*_SHOWN), within, counts)


def _containers_before(within: Element, head: _Head) -> Iterator[Element]:
    """Give those that stand in an element around the headline or between it and the body."""
    first = max(head.first - _BEFORE_HEADLINE, within.place)
    pictures = (one for one in within.page[first : head.end] if one.tag in _SHOWN)
    return (box for box in _boxes_of(pictures, within, head.counts) if box.place >= first)


def _boxes_of(pictures: Iterable[Element], within: Element, counts: Counter[Element]) -> Iterator[Element]:
    """Give the boxes of pictures; a figure with one picture or none is one.

    ``counts`` says how many pictures each element of the page holds up to the end of the body.
    """
    for element in pictures:
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
    counts: Counter[Element]  # of pictures, up to the end of the body


def _head_of(place: Place, headline: Element | None, counts: Counter[Element]) -> _Head | None:
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
    return _Head(element=shared, first=(top or shared).place, end=place.element.place, counts=counts)


def _lead_containers(head: _Head | None) -> Iterator[Element]:
    """Give the boxes of pictures above the body that belong to the article."""
    if head is None:
        return
    for container in _containers_before(head.element, head):
        if _is_elsewhere(container, head):
            continue
        is_figure = container.tag == "figure"
        is_told = is_figure or container.place >= head.first or any(words_of(container))
        if is_told and (is_figure or not is_linked_away(container)):
            yield container


def _standing_pictures(
    document: Document, head: _Head, unseen: frozenset[str], roles: Roles
) -> dict[Element, Image]:
    """Return the pictures around the headline that the metadata gives for the article, by their stems.

    They may stand far from the text, lead elsewhere, or be drawn behind a box.
    """
    root, base_url = document.body, document.base_url
    if root is None:
        return {}
    shown = (one for one in _containers_before(root, head) if _has_one(one, unseen))
    found, _ = _read((one for one in shown if not _is_elsewhere(one, head)), base_url, roles)
    if found:
        return found
    for box in root.page[max(head.first - _BEFORE_HEADLINE, 0) : head.end]:
        url = background(box, base_url) if "style" in box.attributes else None
        if url and file_stem(url) in unseen and not _is_elsewhere(box, head):
            return {box: Image(url=url)}
    return {}


def _has_one(container: Element, stems: frozenset[str]) -> bool:
    """Tell whether a box has a picture of one of the stems."""
    pictures = container.within("img", "amp-img")
    return any(file_stem(address) in stems for picture in pictures for address in addresses(picture))


def _not_again(lead: dict[Element, Image], inside: Iterable[Image]) -> dict[Element, Image]:
    """Drop the lead pictures without words that the body shows too, in whatever size."""
    shown = {_stem_of(image) for image in inside} - {""}
    return {
        container: image
        for container, image in lead.items()
        if image.caption or image.credit_line or _stem_of(image) not in shown
    }


def _stem_of(image: Image) -> str:
    return file_stem(image.url or "")


def _lead_players(place: Place, head: _Head | None) -> Iterator[str]:
    """Give the addresses of videos between the headline and the body."""
    if head is None:
        return
    frames = (one for one in head.element.within("iframe") if head.first <= one.place < head.end)
    for frame in frames:
        embed = read_embed(frame, place.document.base_url)
        if embed and is_player(embed.href) and not _is_elsewhere(frame, head):
            yield embed.href or ""


def _is_elsewhere(element: Element, head: _Head) -> bool:
    """Tell whether an element is in a box of other articles or of the page; what holds the text is none."""
    for above in (element, *element.above()):
        if above is head.element or above.end > head.end:
            break
        if above.tag in ("nav", "footer", "aside") or is_hidden(above):
            return True
        if has_name(above, "credits.elsewhere-names"):
            return True
    return False


def is_linked_away(container: Element) -> bool:
    """Tell whether the picture in a box leads to another page."""
    links = (container, *container.inside("a"), *container.above())
    return any(leads_away(link.get("href") or "") for link in links if link.tag == "a" and link.has("img"))


def is_teaser(container: Element, caption: str | None, base_url: str) -> bool:
    """Tell a picture that leads to another page, or whose caption leads to one of the same site."""
    if is_linked_away(container):
        return True
    captions = (link for link in container.inside("a") if caption and caption in visible_text(link))
    hrefs = (link.get("href") or "" for link in captions)
    return any(leads_away(href) and is_other_page(absolute(href, base_url), base_url) for href in hrefs)


def leads_away(href: str) -> bool:
    """Tell a link to another page from one within this page or to a larger picture."""
    return bool(href) and not href.startswith("#") and not _PICTURE.search(href)
