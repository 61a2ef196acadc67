"""Each status means one thing, and is asked for as often as the specification says."""

from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest

from newsgrab.errors import (
    BadRequest,
    Empty,
    Forbidden,
    Gone,
    HttpError,
    LegalReasons,
    NotFound,
    ProtocolError,
    RateLimited,
    ServerError,
    Truncated,
    Unauthorized,
)
from newsgrab.fetching import Politeness
from newsgrab.fetching.statuses import retry_after
from tests.server.site import page, reply

ARTICLE = b"<html><article><h1>Harbour reopens</h1><p>It looks like an article.</article>"
GARBAGE = ("-5", "", "soon", "1.5", "0x10", "Mon, 99 Xyz 2024", "Sun, 06 Nov 19940000 08:49:37 GMT")


def in_seconds(seconds):
    return format_datetime(datetime.now(UTC) + timedelta(seconds=seconds), usegmt=True)


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        (204, Empty), (205, Empty), (206, Truncated),
        (400, BadRequest), (401, Unauthorized), (402, BadRequest), (403, Forbidden), (404, NotFound),
        (405, BadRequest), (406, BadRequest), (407, Unauthorized), (410, Gone), (418, BadRequest), (451, LegalReasons),
        (600, HttpError), (999, Forbidden), (101, HttpError),
    ],
)  # fmt: skip
def test_one_request_and_the_body_does_not_matter(site, refused, status, kind):
    error = refused(site.answer("/a", reply(status, ARTICLE, content_type="text/html")), kind)
    assert (error.status, error.attempts, len(site.requests)) == (status, 1, 1)


@pytest.mark.parametrize("status", [200, 201, 202, 203])
def test_pages(site, fetch, status):
    site.answer("/a", reply(status, ARTICLE, content_type="text/html"))
    assert fetch(site.url("/a")).status == status


@pytest.mark.parametrize("status", [500, 501, 502, 503, 504, 520, 599])
def test_failing_servers_are_tried_three_times(site, refused, status):
    error = refused(site.answer("/a", reply(status, ARTICLE)), ServerError, retries=5)
    assert (error.status, error.attempts, len(site.requests)) == (status, 3, 3)


def test_a_server_that_recovers(site, fetch):
    site.answer("/a", [reply(503), reply(503), page("<p>Hello")])
    assert fetch(site.url("/a")).body == b"<p>Hello"
    assert len(site.requests) == 3


class TestRetryAfter:
    @pytest.mark.parametrize("status", [429, 503])
    @pytest.mark.parametrize("value", ["1", "date"])
    def test_is_obeyed(self, site, fetch, status, value):
        def busy(wire):
            when = in_seconds(2.2) if value == "date" else value  # a date has whole seconds
            wire.send(reply(status, retry_after=when).as_bytes())

        site.answer("/a", [busy, page()])
        fetch(site.url("/a"), patience=10)
        first, second = (request.at for request in site.requests)
        assert second - first > 0.8

    @pytest.mark.parametrize("status", [429, 503])
    @pytest.mark.parametrize("value", ["3600", "99999999999999999999", "date", "far"])
    def test_that_is_too_long_ends_it(self, site, refused, status, value):
        value = {"date": in_seconds(3600), "far": "Fri, 31 Dec 9999 23:59:59 GMT"}.get(value, value)
        error = refused(site.answer("/a", reply(status, retry_after=value)), RateLimited)
        assert (error.status, error.attempts, len(site.requests)) == (status, 1, 1)
        assert error.retry_at > datetime.now(UTC) + timedelta(minutes=59)

    @pytest.mark.parametrize("value", [*GARBAGE, "0", "Sun, 06 Nov 1994 08:49:37 GMT"])
    def test_that_says_nothing_is_passed_over(self, site, refused, value):
        error = refused(site.answer("/a", reply(429, retry_after=value)), RateLimited)
        assert (error.attempts, len(site.requests)) == (3, 3)
        refused(site.answer("/b", reply(503, retry_after=value)), ServerError)
        assert len(site.requests) == 6

    @pytest.mark.parametrize("value", [*GARBAGE, "\u0663"])
    def test_garbage(self, value):
        assert retry_after({"Retry-After": value}) is None

    def test_is_counted_from_the_servers_own_clock(self):
        headers = {"Retry-After": "Sun, 06 Nov 1994 08:50:37 GMT", "Date": "Sun, 06 Nov 1994 08:49:37 GMT"}
        assert abs(retry_after(headers) - datetime.now(UTC) - timedelta(seconds=60)) < timedelta(seconds=5)

    def test_again_and_again_does_not_hold_us_for_ever(self, site, refused):
        refused(site.answer("/a", reply(429, retry_after="1")), RateLimited, retries=9, patience=1.8)
        assert len(site.requests) == 2

    def test_of_an_outage_cuts_its_tries_not_short(self, site, fetch):
        site.answer("/a", [reply(503, retry_after="1"), reply(503, retry_after="1"), page()])
        assert fetch(site.url("/a"), patience=1.5).status == 200

    def test_of_an_outage_holds_for_the_hosts_other_pages(self, site, refused, fetcher):
        shared = Politeness(0, patience=30)
        refused(
            site.answer("/a", reply(503, retry_after="20")),
            ServerError,
            politeness=shared,
            retries=0,
            patience=30,
        )
        assert shared.wait_for(f"127.0.0.1:{site.port}") > 10

    @pytest.mark.parametrize("headers", [{}, {"retry_after": "0"}], ids=["no word of when", "at once"])
    def test_a_host_that_goes_on_refusing_is_left_alone(self, site, refused, headers):
        site.answer("/a", reply(429, **headers))
        site.answer("/b", page())
        shared = Politeness(0, patience=30)
        refused(site.url("/a"), RateLimited, politeness=shared, patience=30)
        error = refused(site.url("/b"), RateLimited, politeness=shared, patience=30)
        assert set(site.paths) == {"/a"}
        assert error.attempts == 0

    def test_puts_the_hosts_other_pages_off(self, site, other_site, fetcher, refused):
        site.answer("/a", reply(429, retry_after="3600"))
        site.answer("/b", page())
        shared = Politeness(0, patience=2)
        refused(site.url("/a"), RateLimited, politeness=shared)
        error = refused(site.url("/b"), RateLimited, politeness=shared)
        assert site.paths == ["/a"]
        assert error.attempts == 0
        assert error.retry_at > datetime.now(UTC) + timedelta(minutes=59)
        assert shared.wait_for(f"127.0.0.1:{site.port}") > 3500
        other_site.answer("/c", page())
        assert fetcher(shared).fetch(other_site.url("/c")).status == 200


def test_a_fault_and_a_status_in_turn_are_three_tries_in_all(site, refused):
    site.answer("/a", [b"garbage", reply(500), b"garbage", page()])
    error = refused(site.url("/a"), ProtocolError)
    assert (error.attempts, len(site.requests)) == (3, 3)
