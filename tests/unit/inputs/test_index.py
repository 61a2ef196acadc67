"""Every dialect in which publishers list their articles, read from the files of fixtures/feeds."""

from datetime import date, datetime
from pathlib import Path

import pytest

from newsgrab.errors import NotFeed, TooComplex
from newsgrab.inputs.index import read_index
from newsgrab.inputs.listing import MOST_LISTINGS, IndexKind, Listing
from newsgrab.model import Page

FEEDS = Path(__file__).parents[3] / "fixtures" / "feeds"
AT = datetime.fromisoformat


def page(body, *, url="https://example.org/feeds/list", content_type=""):
    return Page(url=url, requested_url=url, headers=(("Content-Type", content_type),), body=body)


def read(name):
    return read_index(page((FEEDS / name).read_bytes()))


def urls(body, **keywords):
    return [listing.url for listing in read_index(page(body, **keywords)).listings]


def rss(*entries):
    return b"<rss version='2.0'><channel>" + b"".join(b"<item>%s</item>" % entry for entry in entries)


def test_rss_091():
    assert read("rss-0.91.xml").listings == (
        Listing(
            url="https://example.org/2024/05/03/cafe-reopens",
            headline="Café at the harbour reopens",
            language="en",
        ),
    )


def test_rss_10():
    assert read("rss-1.0.xml").listings == (
        Listing(
            url="https://example.org/2024/05/03/harbour-reopens",
            headline="Harbour reopens after storm",
            date_published=AT("2024-05-03T14:10:00+01:00"),
            language="en-GB",
            sections=("Local",),
        ),
        Listing(
            url="https://example.org/2024/05/04/ferries-run-again",
            headline="Ferries run again",
            date_published=date(2024, 5, 4),
            language="en-GB",
        ),
    )


def test_rss_20():
    first, permalink, through_service = read("rss-2.0.xml").listings
    assert first == Listing(
        url="https://example.org/2024/05/03/harbour?from=rss&copy=1",
        headline="Harbour & ferries: what's open",
        date_published=AT("2024-05-03T14:10:00+01:00"),
        date_modified=AT("2024-05-03T16:02:11+01:00"),
        language="en",
        sections=("Local", "Storm"),
    )
    assert permalink.url == "https://example.org/2024/05/04/permalink"
    assert permalink.date_published == AT("2024-05-04T08:00:00-05:00")
    assert through_service.url == "https://example.org/2024/05/05/through-a-feed-service"
    assert through_service.date_published is None


def test_atom_10():
    german, english = read("atom-1.0.xml").listings
    assert german == Listing(
        url="https://example.org/de/2024/hafen-wieder-offen",
        headline="Hafen & Fähren wieder offen",
        date_published=AT("2024-05-03T14:10:00+02:00"),
        date_modified=AT("2024-05-04T09:00:00+02:00"),
        language="de",
        sections=("Lokales",),
    )
    assert (english.headline, english.language, english.date_published) == ("Harbour open", "en", None)


def test_atom_03():
    (listing,) = read("atom-0.3.xml").listings
    assert listing.url == "https://example.org/2024/05/03/harbour-reopens"
    assert listing.date_published == AT("2024-05-03T14:10:00+01:00")
    assert listing.date_modified == AT("2024-05-03T16:02:11+01:00")


def test_json_feed():
    first, second = read("feed.json").listings
    assert first == Listing(
        url="https://example.org/2024/05/03/harbour-reopens",
        headline="Harbour reopens after storm",
        date_published=AT("2024-05-03T14:10:00+01:00"),
        date_modified=AT("2024-05-03T16:02:11+01:00"),
        language="en",
        sections=("Local",),
    )
    assert second.url == "https://example.org/2024/05/04/ferries"


def test_news_sitemap():
    index = read("news-sitemap.xml")
    assert index.kind is IndexKind.SITEMAP
    assert index.listings == (
        Listing(
            url="https://example.org/2024/05/03/harbour-reopens",
            headline="Harbour reopens after storm",
            date_published=AT("2024-05-03T14:10:00+01:00"),
            date_modified=AT("2024-05-03T16:02:11+01:00"),
            language="en",
            sections=("storm", "harbour"),
        ),
        Listing(url="https://example.org/2024/05/04/ferries"),
    )


def test_sitemap_index():
    index = read("sitemap-index.xml")
    assert index.kind is IndexKind.SITEMAP_INDEX
    assert [(part.url, part.date_modified) for part in index.parts] == [
        ("https://example.org/sitemaps/2024-05.xml.gz", date(2024, 5, 4)),
        ("https://example.org/sitemaps/2024-04.xml.gz", date(2024, 4, 30)),
    ]


def test_text_sitemap():
    assert urls(
        b"\xef\xbb\xbfhttps://example.org/a\r\nhttps://example.org/b\n", content_type="text/plain"
    ) == [
        "https://example.org/a",
        "https://example.org/b",
    ]


def test_front_page_lists_articles_and_only_articles():
    index = read_index(page((FEEDS / "front-page.html").read_bytes(), url="https://www.example.org/"))
    assert index.kind is IndexKind.FRONT_PAGE
    assert [(listing.url, listing.headline) for listing in index.listings] == [
        ("https://www.example.org/2024/05/03/harbour-reopens", "Harbour reopens after storm"),
        (
            "https://sport.example.org/rowing-club-wins-the-autumn-cup-again",
            "Rowing club wins the autumn cup again",
        ),
        ("https://www.example.org/local/town-hall-roof", "Town hall roof to be mended before the winter"),
    ]
    assert index.feeds == ("https://www.example.org/rss", "https://example.org/sport/atom.xml")


def test_front_page_knows_its_own_site_by_what_it_says():
    body = (
        b"<html><head><link rel=canonical href='https://example.org/'></head><body>"
        b"<h2><a href='https://example.org/2024/05/03/harbour-reopens'>Harbour reopens</a></h2>"
    )
    assert urls(body, url="http://mirror.example.com/") == ["https://example.org/2024/05/03/harbour-reopens"]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(
            rss(b"<title>A & B &nbsp; C</title><link>https://example.org/?a=1&b=2</link>"),
            ["https://example.org/?a=1&b=2"],
            id="bare ampersands, no end",
        ),
        pytest.param(
            b"Warning: mysql in /x on line 3<br />\n\n" + rss(b"<link>https://example.org/a</link>"),
            ["https://example.org/a"],
            id="junk before the first element",
        ),
        pytest.param(
            b" \r\n<?xml version='1.0'?>" + rss(b"<link>https://example.org/a</link>"),
            ["https://example.org/a"],
            id="space before the declaration",
        ),
        pytest.param(
            rss(b"<title>x\x00\x0b\x1b</title><link>https://example.org/a</link>"),
            ["https://example.org/a"],
            id="control characters",
        ),
        pytest.param(
            rss(
                b"<media:title>x</media:title><link>https://example.org/a</link>",
                b"<link>https://example.org/b</link>",
            ),
            ["https://example.org/a", "https://example.org/b"],
            id="a prefix that nobody declared",
        ),
        pytest.param(
            rss(
                b"<title>line<br>break</title><link>https://example.org/a</link>",
                b"<link>https://example.org/b</link>",
            ),
            ["https://example.org/a", "https://example.org/b"],
            id="tags that do not match",
        ),
        pytest.param(
            (b"<?xml version='1.0' encoding='utf-16'?>" + rss(b"<link>https://example.org/a</link>"))
            .decode()
            .encode("utf-16"),
            ["https://example.org/a"],
            id="utf-16",
        ),
        pytest.param(
            rss(b"<link>https://[::1</link>", b"<link>http://</link>", b"<link> </link>"),
            [],
            id="no addresses",
        ),
        pytest.param(rss(), [], id="no entries"),
    ],
)
def test_broken_feeds_give_what_is_whole(body, found):
    assert urls(body) == found


@pytest.mark.parametrize(
    ("body", "content_type"),
    [
        (
            b"<?xml version='1.0' encoding='utf-8'?>"
            + rss(b"<title>Caf\xe9</title><link>https://example.org/a</link>"),
            "",
        ),
        (rss(b"<title>Caf\xe9</title><link>https://example.org/a</link>"), "text/xml; charset=ISO-8859-1"),
        (rss("<title>Café</title><link>https://example.org/a</link>".encode()), "text/xml; charset=us-ascii"),
        (
            b"<?xml version='1.0' encoding='zlib'?>"
            + rss("<title>Café</title><link>https://example.org/a</link>".encode()),
            "",
        ),
    ],
)
def test_encoding_is_what_fits_the_bytes(body, content_type):
    (listing,) = read_index(page(body, content_type=content_type)).listings
    assert listing.headline == "Café"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("<rss version='2.0'><channel>", "<item><link>{}</link></item>"),
        ("<feed xmlns='http://www.w3.org/2005/Atom'>", "<entry><link href='{}'/></entry>"),
        ("<urlset>", "<url><loc><![CDATA[{}]]></loc></url>"),
    ],
)
def test_no_half_of_an_address_is_read_wherever_a_list_is_cut(before, after):
    addresses = [f"https://example.org/2024/05/03/harbour-{number}" for number in range(3)]
    whole = (before + "".join(map(after.format, addresses))).encode()
    first = len(before + after.format(addresses[0]))
    for end in range(first, len(whole)):
        assert set(urls(whole[:end])) <= set(addresses)


def test_entities_stay_unexpanded():
    levels = b"".join(b"<!ENTITY e%d '%s'>" % (n, b"&e%d;" % (n - 1) * 10) for n in range(1, 10))
    body = (
        b"<!DOCTYPE rss [<!ENTITY e0 'boom'>"
        + levels
        + b"<!ENTITY file SYSTEM 'file:///etc/passwd'>]>"
        + rss(
            b"<title>&e9;</title><link>https://example.org/a</link>",
            b"<title>&file;</title><link rel='&e9;'>https://example.org/b</link>",
        )
    )
    headlines = [listing.headline or "" for listing in read_index(page(body)).listings]
    assert all("boom" not in headline and "root:" not in headline for headline in headlines)
    assert all(len(headline) < 50 for headline in headlines)


def test_nesting_without_end_is_told():
    with pytest.raises(TooComplex):
        read_index(page(b"<rss>" + b"<a>" * 200_000 + b"x"))


@pytest.mark.parametrize(
    "before",
    [
        b"<title>" + b"x" * 11_000_000 + b"</title>",
        b"<description>" + b"<p>" * 500 + b"</p>" * 500 + b"</description>",
    ],
    ids=["a long title", "much in much"],
)
def test_what_is_large_in_an_entry_hides_no_other(before):
    entries = [f"<link>https://example.org/{n}</link>".encode() for n in range(3)]
    assert len(urls(rss(*[before + entries[0], *entries[1:]]))) == 3


@pytest.mark.parametrize("start", [b"<rss><channel>", b"<urlset>", b"<html><body>"])
def test_an_element_of_endless_attributes_is_not_read(start):
    many = b"".join(b" a%d='1'" % number for number in range(300_000))
    with pytest.raises(TooComplex):
        read_index(page(start + b"<div" + many + b"></div>"))


def test_a_picture_in_a_tag_is_no_endless_attribute():
    picture = b"<description><![CDATA[<img src='data:image/png;base64,%s'>]]></description>" % (b"A=" * 9_000)
    link = b"<link>https://example.org/2024/05/03/ferry</link>"
    assert urls(rss(link + picture)) == ["https://example.org/2024/05/03/ferry"]


@pytest.mark.parametrize(
    ("address", "found"),
    [
        ("/a/../b", "https://example.org/b"),
        ("https://example.org:8080/a//b?x=1&amp;y=ä", "https://example.org:8080/a//b?x=1&y=ä"),
        ("https://example.org/a#top", "https://example.org/a"),
        ("HTTPS://Example.org/a", "https://Example.org/a"),
        ("https://example.org/a b", "https://example.org/a b"),
    ],
)
def test_an_address_is_made_whole_where_it_is_not(address, found):
    assert urls(rss(f"<link>{address}</link>".encode())) == [found]


def test_no_more_than_the_protocol_allows():
    entries = b"".join(b"<url><loc>https://example.org/%d</loc></url>" % n for n in range(MOST_LISTINGS + 10))
    assert len(urls(b"<urlset>" + entries + b"</urlset>")) == MOST_LISTINGS


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"   ",
        b"%PDF-1.7",
        b'{"a": 1}',
        b"{" * 100_000,
        b'{"items": 3}',
        b"plain words",
        b"<?xml version='1.0'?>",
    ],
)
def test_what_is_no_list_says_so(body):
    with pytest.raises(NotFeed):
        read_index(page(body))
