"""One list of articles, whatever it turns out to be: told by its bytes, not by its header."""

from __future__ import annotations

import re

from newsgrab.errors import NotFeed, TooComplex
from newsgrab.inputs.feed import read_feed, read_json_feed
from newsgrab.inputs.frontpage import read_front_page
from newsgrab.inputs.listing import Index, IndexKind
from newsgrab.inputs.markup import parse_xml, root_name
from newsgrab.inputs.sitemap import read_sitemap, read_sitemap_index, read_text_sitemap
from newsgrab.model import Page

# The parser takes time with the square of the attributes that one element has; a picture in a tag has few.
_LONG_TAG = re.compile(rb"<[^<>!?/][^<>]{50000,}")
_MOST_ATTRIBUTES = 10_000


def read_index(page: Page) -> Index:
    """Read a feed, a sitemap, a sitemap index or a front page.

    Raises NotFeed when it is none of them, and TooComplex for one that no parser would end with in time; a
    file of the form sitemap.xml.gz was undone when it was fetched.
    """
    body, base = page.body, page.url or ""
    if any(found[0].count(b"=") > _MOST_ATTRIBUTES for found in _LONG_TAG.finditer(body)):
        raise TooComplex("one element of the list has too many attributes")
    content_type = next((value for name, value in page.headers if name.lower() == "content-type"), "")
    match root_name(body):
        case "rss" | "rdf" | "feed":
            root = parse_xml(body, content_type)
            return Index(kind=IndexKind.FEED, listings=read_feed(root, base))
        case "urlset":
            root = parse_xml(body, content_type)
            return Index(kind=IndexKind.SITEMAP, listings=read_sitemap(root, base))
        case "sitemapindex":
            root = parse_xml(body, content_type)
            return Index(kind=IndexKind.SITEMAP_INDEX, parts=read_sitemap_index(root, base))
        case "html":
            return read_front_page(body, base, content_type)
    return _read_plain(body, base, content_type)


def _read_plain(body: bytes, base: str, content_type: str) -> Index:
    """Read what has no telling element: JSON, a list of addresses, or HTML that never says so."""
    start = body.removeprefix(b"\xef\xbb\xbf").lstrip()[:8].lower()
    if start.startswith(b"{"):
        return Index(kind=IndexKind.FEED, listings=read_json_feed(body, base))
    if start.startswith(b"http"):
        return Index(kind=IndexKind.SITEMAP, listings=read_text_sitemap(body))
    if start.startswith(b"<") or "html" in content_type.lower():
        return read_front_page(body, base, content_type)
    raise NotFeed("this is neither a feed, nor a sitemap, nor a page with links")
