"""Laws of lists: whatever is sent for a feed, a sitemap or a page is read or refused, and soon."""

from urllib.parse import urlsplit

from hypothesis import given, settings
from hypothesis import strategies as st

from newsgrab.errors import NewsgrabError
from newsgrab.inputs.dates import is_before, read_moment
from newsgrab.inputs.index import read_index
from newsgrab.inputs.links import address_points
from newsgrab.model import Page

PIECES = st.sampled_from(
    [
        b"<rss>", b"<channel>", b"<item>", b"</item>", b"<link>", b"</link>", b"https://example.org/a", b"<guid>",
        b"<title>", b"<![CDATA[", b"]]>", b"&amp;", b"&nbsp;", b"&#0;", b"&#xD800;", b"<pubDate>", b"<!--", b"-->",
        b"<feed xmlns='http://www.w3.org/2005/Atom' xml:base='http://['>", b"<link rel=canonical href='http://['>", b"<entry>", b"<link href='/a'/>",
        b"<urlset>", b"<url>", b"<loc>", b"</loc>", b"<sitemapindex>", b"<sitemap>", b"<lastmod>", b"2024-05-03",
        b"<html>", b"<a href='/2024/05/03/a'>", b"<base href='::'>", b"<h2>", b"<nav>", b"</nav>", b"\x00", b"\xff\xfe",
        b"<!DOCTYPE rss [<!ENTITY a 'b'>]>", b"&a;", b"<?xml version='1.0' encoding='utf-7'?>", b"\x1f\x8b", b"{",
        b'"items"', b":", b"[", b"]", b"}", b'{"url": "https://example.org/a"}', b"'", b'"', b">", b"<", b" ", b"\n",
    ]
)  # fmt: skip
BODIES = st.binary(max_size=300) | st.lists(PIECES | st.binary(max_size=8), max_size=40).map(b"".join)


@settings(max_examples=300)
@given(
    BODIES, st.sampled_from(["", "text/html", "text/xml; charset=zlib", "application/json; charset=\udc80"])
)
def test_any_bytes_are_read_or_refused(body, content_type):
    page = Page(
        url="https://example.org/list",
        requested_url=None,
        headers=(("Content-Type", content_type),),
        body=body,
    )
    try:
        index = read_index(page)
    except NewsgrabError:
        return
    for listing in (*index.listings, *index.parts):
        parts = urlsplit(listing.url)
        assert parts.scheme in ("http", "https")
        assert parts.hostname
    assert len({listing.url for listing in index.listings}) == len(index.listings)


@given(st.text(max_size=70) | st.from_regex(r"[0-9:TZ+ -]{1,30}", fullmatch=True))
def test_any_text_is_a_date_or_none(text):
    moment = read_moment(text)
    if moment is not None:
        assert not is_before(moment, moment)


@given(st.text(max_size=100))
def test_any_path_has_points_or_none(path):
    points = address_points(f"https://example.org/{path}")
    assert points is None or isinstance(points, int)
