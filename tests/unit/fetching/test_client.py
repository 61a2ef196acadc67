"""A page that is there, and what is sent to get it."""

import gzip
from datetime import UTC, datetime, timedelta

import pytest

from newsgrab.errors import BadUrl, Empty, NotModified, RobotsDisallowed
from newsgrab.fetching import Robots, Validators, Wanted
from tests.server.site import page, redirect, reply


def test_a_page_comes_with_everything_known_of_it(site, fetch):
    site.answer("/from", redirect("/to?b=c"))
    site.answer("/to?b=c", page("<p>Hello", etag='"1"'))
    found = fetch(site.url("/from#part"))
    assert (found.url, found.requested_url) == (site.url("/to?b=c"), site.url("/from"))
    assert (found.status, found.body) == (200, b"<p>Hello")
    assert ("Etag", '"1"') in found.headers
    assert datetime.now(UTC) - found.retrieved_at < timedelta(seconds=5)
    hop, last = found.exchanges
    assert (hop.url, hop.status_line, hop.payload) == (site.url("/from"), "HTTP/1.1 302 Said", b"")
    assert (last.url, last.status_line, last.payload) == (found.url, "HTTP/1.1 200 Said", b"<p>Hello")
    assert last.address == "127.0.0.1"
    assert dict(last.request_headers)["Host"] == f"127.0.0.1:{site.port}"


def test_one_get_per_page_and_nothing_else(site, fetch):
    names_others = (
        "<html><head><link rel=canonical href=/c><link rel=amphtml href=/amp><link rel=next href=/2>"
        "<link rel=icon href=/favicon.ico><meta property=og:image content=/i.png></head><p>Hello"
    )
    site.answer("/a", page(names_others))
    fetch(site.url("/a"))
    assert site.paths == ["/a"]
    assert site.requests[0].line == "GET /a HTTP/1.1"
    sent = set(site.requests[0].headers)
    assert sent == {"host", "user-agent", "accept", "accept-encoding"}


def test_a_redirect_without_a_body_keeps_the_connection(site, fetch):
    site.answer("/from", redirect("/to"))
    site.answer("/to", page())
    fetch(site.url("/from"))
    assert site.connections == 1


@pytest.mark.parametrize("coding", ["", "gzip"])
def test_pages_of_one_host_share_a_connection(site, fetcher, coding):
    site.answer_all(
        page(gzip.compress(b"<p>Hello" * 9000) if coding else b"<p>Hello", content_encoding=coding)
    )
    client = fetcher()
    for path in ("/a", "/b", "/c"):
        client.fetch(site.url(path))
    assert (site.connections, len(site.requests)) == (1, 3)


def test_the_user_agent_names_us_and_the_contact(site, fetch):
    site.answer("/", page())
    fetch(site.url(), contact="https://example.org/bot")
    fetch(site.url(), user_agent="other/1")
    agents = [request.headers["user-agent"] for request in site.requests]
    assert agents[0].startswith("newsgrab/")
    assert "+https://example.org/bot" in agents[0]
    assert agents[1] == "other/1"


def test_validators_make_the_request_conditional(site, fetch):
    site.answer("/a", reply(304))
    found = fetch(site.url("/a"), validators=Validators(etag='"1"', last_modified="Sun, 06 Nov 1994"))
    assert (found.status, found.body) == (304, b"")
    headers = site.requests[0].headers
    assert (headers["if-none-match"], headers["if-modified-since"]) == ('"1"', "Sun, 06 Nov 1994")


def test_validators_are_not_sent_to_another_origin(site, other_site, fetch):
    site.answer("/a", redirect(other_site.url("/b")))
    other_site.answer("/b", page())
    fetch(site.url("/a"), validators=Validators(etag='"secret"'))
    assert "if-none-match" not in other_site.requests[0].headers


@pytest.mark.parametrize("validators", [None, Validators()])
def test_not_modified_unasked_for(site, refused, validators):
    refused(site.answer("/a", reply(304)), NotModified, validators=validators)
    assert len(site.requests) == 1


@pytest.mark.parametrize("body", [b"", b" \r\n\t"])
def test_an_empty_page(site, refused, body):
    refused(site.answer("/a", page(body)), Empty)
    assert len(site.requests) == 1


def test_a_feed_may_be_of_any_form(site, fetch):
    site.answer("/feed", reply(200, b"<rss/>", content_type="application/rss+xml"))
    assert fetch(site.url("/feed"), wanted=Wanted.FEED).body == b"<rss/>"


@pytest.mark.parametrize("url", ["", " ", "example.org/a", "-x", "https://", "//example.org", "http:///a b"])
def test_what_is_no_address(refused, url):
    refused(url, BadUrl)


class TestRobots:
    def test_are_not_asked_for_unless_they_are_obeyed(self, site, fetch):
        site.answer("/robots.txt", reply(200, b"User-agent: *\nDisallow: /"))
        site.answer("/a", page())
        fetch(site.url("/a"))
        assert site.paths == ["/a"]

    @pytest.mark.parametrize("name", [b"newsgrab", b"NewsGrab/0.1.0", b"newsgrab/0.1 # us"])
    def test_forbid(self, site, refused, name):
        site.answer("/robots.txt", reply(200, b"User-agent: " + name + b"\nDisallow: /private"))
        site.answer("/private/a", page())
        refused(site.url("/private/a"), RobotsDisallowed, obey_robots=True)
        assert site.paths == ["/robots.txt"]

    def test_are_read_once_for_all_fetchers_that_share_them(self, site, fetch):
        site.answer("/robots.txt", reply(200, b"User-agent: *\nDisallow: /private"))
        site.answer_all(page())
        robots = Robots()
        for path in ("/a", "/b"):
            fetch(site.url(path), robots=robots, obey_robots=True)
        assert site.paths == ["/robots.txt", "/a", "/b"]

    def test_are_heeded_at_every_hop(self, site, other_site, refused):
        site.answer("/a", redirect(other_site.url("/b")))
        other_site.answer("/robots.txt", reply(200, b"User-agent: *\nDisallow: /"))
        refused(site.url("/a"), RobotsDisallowed, obey_robots=True)
        assert other_site.paths == ["/robots.txt"]

    def test_slow_a_host_down(self, site, fetcher):
        site.answer("/robots.txt", reply(200, b"User-agent: *\nCrawl-delay: 0.3"))
        site.answer_all(page())
        client = fetcher(obey_robots=True)
        client.fetch(site.url("/a"))
        client.fetch(site.url("/b"))
        gap = site.requests[2].at - site.requests[1].at
        assert gap >= 0.3

    @pytest.mark.parametrize(
        "answer",
        [
            reply(404),
            reply(500),
            redirect("http://10.0.0.1/robots.txt"),
            redirect("/robots.txt"),
            reply(200, b"\x00\xff\xfe Disallow"),
            b"garbage",
            lambda wire: wire.reset(),
            lambda wire: (
                wire.send(b"HTTP/1.1 200 OK\r\n\r\nUser-agent: *\n") or wire.forever(b"Disallow: /\n")
            ),
        ],
        ids=["missing", "failing", "private", "circle", "binary", "garbage", "reset", "endless"],
    )
    def test_that_cannot_be_had_ask_for_nothing(self, site, fetch, answer):
        site.answer("/robots.txt", answer)
        site.answer("/a", page())
        assert fetch(site.url("/a"), obey_robots=True).status == 200
        assert site.paths == ["/robots.txt", "/a"]

    def test_that_hang_are_not_waited_for(self, site, fetch):
        site.answer("/robots.txt", lambda wire: wire.hang())
        site.answer("/a", page())
        assert fetch(site.url("/a"), obey_robots=True, timeout=2).status == 200
