"""The values that flow through newsgrab; each has one maker and is never changed.

Collections are tuples; what is absent is ``None`` or ``()``, never ``""``.
The words are schema.org's in snake_case, after IPTC ninjs where schema.org has none.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import NamedTuple

Headers = tuple[tuple[str, str], ...]
MOVED = "field"  # the kind of a removal that became a field
# In lower case; they are kept in no exchange and no capture.
SECRET_HEADERS = frozenset("authorization cookie cookie2 proxy-authorization set-cookie set-cookie2".split())
Moment = datetime | date  # a date alone where the page gives only a day
PICTURE_TYPES = {
    "avif": "image/avif",
    "gif": "image/gif",
    "jpg": "image/jpeg",
    "png": "image/png",
    "webp": "image/webp",
}  # of the pictures that are saved, by the endings of their files


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchange:
    """One request and its response as they went over the wire, but for passwords and cookies.

    ``payload`` is still encoded, yet no longer in chunks.
    """

    url: str
    method: str = "GET"
    request_headers: Headers = ()
    status_line: str  # "HTTP/1.1 200 OK"
    response_headers: Headers = ()
    payload: bytes = b""
    address: str | None = None  # the address connected to
    started_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A response, or a file given in its place; ``body`` is decoded of transfer and content codings."""

    url: str | None  # where the body came from, after redirects
    requested_url: str | None
    status: int | None = None
    headers: Headers = ()
    body: bytes
    retrieved_at: datetime | None = None  # aware; None for a file
    exchanges: tuple[Exchange, ...] = ()  # every hop; the last one brought the body


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One thing that a page says about itself."""

    field: str  # of Metadata, or a witness: "body", "word_count", "image", "image_caption", "image_credit"
    value: str
    origin: str  # "json-ld", "meta", "microdata", "script", "page", "text"
    locator: str  # where: "NewsArticle.headline", "meta[property='og:title']", "h1"


class Inline(NamedTuple):
    """A run of text with one look; the runs of a block joined are its text.

    A tuple, unlike the others: a page makes hundreds of them.
    """

    text: str
    href: str | None = None
    strong: bool = False
    emphasis: bool = False
    code: bool = False
    deleted: bool = False  # struck through: taken back, and left to be seen

    def with_text(self, text: str) -> Inline:
        """Return other text with the same look."""
        return self if text == self.text else Inline(text, *self[1:])

    def looks_like(self, other: Inline) -> bool:
        """Tell whether two runs differ in their text alone."""
        return self[1:] == other[1:]


@dataclass(frozen=True, slots=True, kw_only=True)
class Image:
    """A picture with its words; ``url`` is absolute, and None where a text dump has only the words."""

    url: str | None
    alt_text: str | None = None
    caption: str | None = None
    credit_line: str | None = None
    file: str | None = None  # where it was saved, relative to the article file
    sha256: str | None = None  # of that file


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """The bytes of an image, as they were fetched."""

    url: str  # as the article names it
    body: bytes
    ending: str  # of a file's name, by the first bytes: "jpg"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Box:
    """An element that holds blocks: what rules and structure may know of it without the tree."""

    tag: str
    names: tuple[str, ...] = ()  # class, id, role and data-* words, lower case
    parent: Box | None = None
    text_length: int = 0  # characters of visible text
    link_length: int = 0  # of these, inside links
    controls: int = 0  # buttons, inputs, selects, forms


class Kind(StrEnum):
    """What a block is."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    LIST_ITEM = "list_item"
    QUOTATION = "quotation"
    TABLE = "table"  # tab between cells, newline between rows
    CODE = "code"
    FIGURE = "figure"  # its words are in ``images``; its text is ""
    EMBED = "embed"  # a post or a video elsewhere: its text and ``href``
    BREAK = "break"  # a thematic break


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A paragraph-sized piece of the body, in reading order."""

    kind: Kind
    text: str
    inlines: tuple[Inline, ...] = ()
    level: int = 0  # of a heading (1 to 6); depth of a list item or quotation (from 1)
    number: int | None = None  # of an item in an ordered list
    href: str | None = None
    images: tuple[Image, ...] = ()
    is_teaser: bool = False  # of a figure: it leads to another page
    box: Box | None = None  # its nearest container
    selected: tuple[str, ...] = ()  # ids of the selector rules that match it or an ancestor

    def boxes(self) -> Iterator[Box]:
        """Give the boxes around it, the nearest first."""
        box = self.box
        while box is not None:
            yield box
            box = box.parent


class Verdict(StrEnum):
    """What a mark asks for."""

    STRIP = "strip"
    PROTECT = "protect"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A rule's finger on ``blocks[block].text[start:end]``."""

    rule: str  # "donation.support-our-journalism", "structure.link-list"
    verdict: Verdict
    block: int
    start: int
    end: int

    @property
    def kind(self) -> str:
        """Return what the rule is about, "donation" of "donation.appeal"."""
        return self.rule.partition(".")[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class Removal:
    """What went, and which rule did it; the kind is the rule's first word.

    What went because a field has it is printed there, and counts as moved, not as stripped.

    It is ``blocks[block].text[start:]`` up to the length of ``text``, of the blocks that were read; of a
    block without text, such as a picture, ``text`` is what stands for it.
    """

    rule: str
    text: str
    block: int
    start: int = 0

    @property
    def kind(self) -> str:
        """Return the kind of boilerplate, "donation" of "donation.appeal"."""
        return self.rule.partition(".")[0]

    @property
    def is_moved(self) -> bool:
        """Tell whether it became a field."""
        return self.kind == MOVED


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """The front matter's fields in their printed order."""

    headline: str | None = None
    alternative_headline: str | None = None
    standfirst: str | None = None
    description: str | None = None
    byline: str | None = None
    authors: tuple[str, ...] = ()
    agency: tuple[str, ...] = ()
    dateline: str | None = None
    date_published: Moment | None = None
    date_modified: Moment | None = None
    publisher: str | None = None
    section: str | None = None
    keywords: tuple[str, ...] = ()
    genre: str | None = None
    language: str | None = None
    canonical_url: str | None = None
    correction: str | None = None
    backstory: str | None = None
    paywalled: bool | None = None
    copyright_notice: str | None = None
    usage_terms: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Who told the reporter; every quote stands word for word in the body."""

    name: str
    aliases: tuple[str, ...] = ()
    type: str  # person, official, organisation, group, document, media, anonymous
    description: str | None = None  # as printed: "a senior official"
    reason: str | None = None  # why unnamed, as printed
    members: tuple[str, ...] = ()
    cited: int
    channel: tuple[str, ...] = ()
    quotes: tuple[str, ...] = ()

    def to_dict(self) -> dict[str, object]:
        """Return the source as the front matter has it; what is empty is left out."""
        fields = (
            (name, list(value) if isinstance(value, tuple) else value) for name, value in asdict(self).items()
        )
        return {name: value for name, value in fields if value}


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """Source, cue and content; ``start`` and ``end`` are the content's place in the text."""

    source: str | None  # the resolved name; None where in doubt
    mention: str | None  # the words in the text
    cue: str
    content: str
    quote_type: str  # direct, partial, indirect
    start: int
    end: int

    def to_dict(self) -> dict[str, object]:
        """Return every field; ``source`` is null where it is in doubt."""
        return asdict(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sourcing:
    """Who says so: the sources in order of first citation, and every attribution."""

    sources: tuple[Source, ...] = ()
    attributions: tuple[Attribution, ...] = ()

    def to_dict(self) -> dict[str, list[dict[str, object]]]:
        """Return sources as in the front matter, and every attribution with its place in the text."""
        return {
            "sources": [source.to_dict() for source in self.sources],
            "attributions": [attribution.to_dict() for attribution in self.attributions],
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A link of the body, absolute and without tracking parameters."""

    url: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """What is kept."""

    metadata: Metadata
    body: tuple[Block, ...]
    images: tuple[Image, ...] = ()
    sourcing: Sourcing = Sourcing()
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """Where the body is, and why there."""

    locator: str  # a path that a person can follow: "article > div.story"
    reason: str
    others: tuple[str, ...] = ()  # what else was on offer, each with its reason


@dataclass(frozen=True, slots=True, kw_only=True)
class Extraction:
    """An article with all that ``explain`` needs to answer "why?" and "why there?"."""

    article: Article
    blocks: tuple[Block, ...] = ()  # all that was read, before anything was removed
    removals: tuple[Removal, ...] = ()  # in the order of the blocks
    claims: tuple[Claim, ...] = ()  # everything on offer
    chosen: tuple[Claim, ...] = ()  # those that became fields
    candidate: Candidate | None = None
    warnings: tuple[str, ...] = ()

    def runners_up(self, winner: Claim) -> tuple[Claim, ...]:
        """Return what was on offer for the field of a claim that was chosen, and was not chosen."""
        return tuple(
            claim for claim in self.claims if claim.field == winner.field and claim not in self.chosen
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Capture:
    """Where the evidence of an article is, and how it was come by."""

    requested_url: str
    retrieved_at: datetime
    status: int
    sha256: str  # of the capture file
    file: str | None = None  # relative to the archive; None where nothing was kept
    tags: tuple[str, ...] = ()  # the user's own words for what is followed


@dataclass(frozen=True, slots=True, kw_only=True)
class Saved:
    """A new article is in the archive."""

    url: str
    file: str  # relative to the archive
    capture: Capture | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Updated:
    """A new revision is in the archive; ``changes`` names what changed."""

    url: str
    file: str
    changes: tuple[str, ...]
    capture: Capture | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Unchanged:
    """The archive has this article as it is; ``asked`` is false when no request was made."""

    url: str
    file: str
    asked: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Failed:
    """Nothing was saved for this address."""

    url: str
    code: str  # an error class string
    message: str
    exit_code: int
    status: int | None = None
    attempts: int = 1
    retry_at: datetime | None = None


Outcome = Saved | Updated | Unchanged | Failed
