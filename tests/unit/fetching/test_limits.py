"""Too much, too slow, without end: every fetch ends in time, and without filling the memory."""

import gzip
import time
import tracemalloc
import zlib

import brotli
import pytest
import zstandard

from newsgrab.errors import (
    DecompressionBomb,
    NotHtml,
    ProtocolError,
    TimeoutExceeded,
    TooLarge,
    Truncated,
)
from newsgrab.fetching import Wanted
from tests.server.site import page, redirect, reply

HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
CHUNKED = HEAD + b"Transfer-Encoding: chunked\r\n\r\n"
CLOSED = HEAD + b"\r\n<p>"
MEGABYTE = 1_000_000
ZEROS = bytes(50 * MEGABYTE)


def encode(name, body):
    makers = {
        "gzip": lambda: gzip.compress(body, 9, mtime=0),
        "deflate": lambda: zlib.compress(body, 9),
        "br": lambda: brotli.compress(body, quality=2),
        "zstd": lambda: zstandard.ZstdCompressor(level=3).compress(body),
    }
    return makers[name]()


class TestSize:
    def test_at_the_limit(self, site, fetch):
        site.answer("/a", page(b"<p>" + b"a" * 997))
        assert len(fetch(site.url("/a"), max_bytes=1000).body) == 1000

    def test_over_the_limit(self, site, refused):
        error = refused(site.answer("/a", page(b"<p>" + b"a" * 998)), TooLarge, max_bytes=1000)
        assert "1,000" in str(error)
        assert len(site.requests) == 1

    def test_declared_over_the_limit_is_not_read(self, site, refused):
        head = HEAD + b"Content-Length: 5000000000\r\n\r\n"
        site.answer("/a", lambda wire: wire.send(head) or wire.hang())
        refused(site.url("/a"), TooLarge)
        assert len(site.requests) == 1

    @pytest.mark.parametrize("coding", ["identity", "gzip"])
    def test_takes_little_more_memory_than_the_body(self, site, fetch, coding):
        body = b"<p>" + bytes(10 * MEGABYTE)
        sent = gzip.compress(body) if coding == "gzip" else body
        head = HEAD + b"Content-Encoding: %b\r\n\r\n" % coding.encode()
        site.answer("/a", lambda wire: wire.send(head) or wire.send(sent) or wire.cut())
        tracemalloc.start()
        try:
            assert fetch(site.url("/a")).body == body
            _, peak = tracemalloc.get_traced_memory()
        finally:
            tracemalloc.stop()
        assert peak < 14 * MEGABYTE

    @pytest.mark.parametrize("start", [CLOSED, CHUNKED], ids=["closed", "chunked"])
    def test_without_end(self, site, refused, start):
        chunk = b"10000\r\n" + bytes(0x10000) + b"\r\n" if start is CHUNKED else bytes(0x10000)
        site.answer("/a", lambda wire: wire.send(start) or wire.forever(chunk))
        refused(site.url("/a"), TooLarge, max_bytes=300_000)
        assert len(site.requests) == 1

    @pytest.mark.parametrize("line", [b"x" * 65_536, b"1;" + b"x" * 65_534], ids=["size", "extension"])
    def test_of_a_chunk_line_without_end(self, site, refused, line):
        site.answer("/a", lambda wire: wire.send(CHUNKED) or wire.forever(line))
        refused(site.url("/a"), ProtocolError, retries=0, max_bytes=100_000)

    def test_of_trailers_without_end(self, site, refused):
        site.answer(
            "/a", lambda wire: wire.send(CHUNKED + b"3\r\n<p>\r\n0\r\n") or wire.forever(b"a: b\r\n" * 1000)
        )
        refused(site.url("/a"), TooLarge, max_bytes=100_000)


class TestBombs:
    @pytest.mark.parametrize("coding", ["gzip", "deflate", "br", "zstd"])
    def test_are_stopped_early(self, site, refused, coding):
        bomb = encode(coding, b"<p>" + ZEROS)
        site.answer("/a", page(bomb, content_encoding=coding))
        tracemalloc.start()
        try:
            refused(site.url("/a"), DecompressionBomb, max_bytes=MEGABYTE)
            _, peak = tracemalloc.get_traced_memory()
        finally:
            tracemalloc.stop()
        assert peak < 8 * MEGABYTE
        assert len(site.requests) == 1

    def test_inside_one_another(self, site, refused):
        bomb = gzip.compress(gzip.compress(b"<p>" + ZEROS))
        site.answer("/a", page(bomb, content_encoding="gzip, gzip"))
        refused(site.url("/a"), DecompressionBomb, max_bytes=MEGABYTE)

    def test_of_too_many_codings(self, site, refused):
        site.answer("/a", page(b"", content_encoding=", ".join(["gzip"] * 4)))
        refused(site.url("/a"), DecompressionBomb)

    def test_that_never_give_anything(self, site, refused):
        start = b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n"
        site.answer("/a", lambda wire: wire.send(start) or wire.forever(gzip.compress(b"") * 1000))
        refused(site.url("/a"), TooLarge, max_bytes=MEGABYTE)

    def test_in_a_sitemap_file(self, site, refused):
        site.answer("/sitemap.xml.gz", reply(200, gzip.compress(ZEROS), content_type="application/gzip"))
        refused(site.url("/sitemap.xml.gz"), TooLarge, wanted=Wanted.FEED, max_bytes=MEGABYTE)

    def test_a_sitemap_file_is_inflated(self, site, fetch):
        site.answer(
            "/sitemap.xml.gz",
            reply(
                200, gzip.compress(b"<urlset>") + gzip.compress(b"</urlset>"), content_type="application/gzip"
            ),
        )
        found = fetch(site.url("/sitemap.xml.gz"), wanted=Wanted.FEED)
        assert found.body == b"<urlset></urlset>"
        assert found.exchanges[0].payload.startswith(b"\x1f\x8b")

    def test_a_cut_sitemap_file_is_refused(self, site, refused):
        whole = gzip.compress(b"<urlset/>")
        site.answer("/sitemap.xml.gz", reply(200, whole[:-4], content_type="application/gzip"))
        refused(site.url("/sitemap.xml.gz"), Truncated, wanted=Wanted.FEED)


@pytest.mark.parametrize(
    "coding", ["gzip", "x-gzip", "deflate", "raw", "br", "zstd", "identity", "", "gzip, br"]
)
def test_every_coding_we_ask_for_is_understood(site, fetch, coding):
    body = b"<p>" + b"Hello, world. " * 3000
    encoded = body
    for each in coding.replace("x-", "").replace("raw", "").replace("identity", "").split(", "):
        encoded = encode(each, encoded) if each else encoded
    if coding == "raw":
        maker = zlib.compressobj(wbits=-15)
        encoded, coding = maker.compress(body) + maker.flush(), "deflate"
    site.answer("/a", page(encoded, content_encoding=coding))
    found = fetch(site.url("/a"))
    assert (found.body, found.exchanges[0].payload) == (body, encoded)
    assert site.requests[0].headers["accept-encoding"] == "gzip, deflate, br, zstd"


class TestTime:
    """One deadline over everything; here it is 0.6 s."""

    @pytest.fixture
    def hung(self, site, refused):
        def check(answer):
            site.answer("/a", answer)
            began = time.monotonic()
            refused(site.url("/a"), TimeoutExceeded, deadline=0.6, timeout=0.4, max_bytes=10**9)
            assert time.monotonic() - began < 25
            assert len(site.requests) == 1

        return check

    def test_no_answer(self, hung):
        hung(lambda wire: wire.hang())

    def test_slow_headers(self, hung):
        hung(lambda wire: wire.drip(HEAD * 100, 0.02))

    def test_a_slow_status_line(self, hung):
        hung(lambda wire: wire.drip(b"HTTP/1.1 200 O" + b"K" * 5000, 0.02))

    def test_a_slow_body(self, hung):
        hung(lambda wire: wire.send(CLOSED) or wire.drip(b"a" * 5000, 0.02))

    def test_a_slow_chunk(self, hung):
        hung(lambda wire: wire.send(CHUNKED) or wire.drip(b"1\r\na\r\n" * 1000, 0.02))

    def test_a_stall(self, hung):
        hung(lambda wire: wire.send(HEAD + b"Content-Length: 100\r\n\r\n<p>Hello") or wire.hang())

    def test_continue_without_end(self, hung):
        hung(lambda wire: wire.forever(b"HTTP/1.1 100 Continue\r\n\r\n", 0.02))

    def test_a_body_without_end(self, hung):
        hung(lambda wire: wire.send(CLOSED) or wire.forever(b"a" * 100, 0.01))

    def test_slow_redirects(self, site, refused):
        for hop in range(10):
            site.answer(
                f"/{hop}",
                lambda wire, hop=hop: wire.wait(0.2) or wire.send(redirect(f"/{hop + 1}").as_bytes()),
            )
        refused(site.url("/0"), TimeoutExceeded, deadline=0.5)

    def test_a_pause_that_was_asked_for_does_not_count(self, site, fetch):
        site.answer("/a", [reply(503, retry_after="4"), page()])
        assert fetch(site.url("/a"), deadline=3, patience=10).status == 200


@pytest.mark.parametrize(
    "endless",
    [b"HTTP/1.1 100 Continue\r\n\r\n" * 100, b"A: b\r\n" * 100, b"a" * 10_000],
    ids=["continue", "headers", "line"],
)
def test_a_head_without_end(site, refused, endless):
    site.answer(
        "/a",
        lambda wire: (
            wire.send(b"HTTP/1.1 200 OK\r\nA:") if endless[:1] == b"a" else None or wire.forever(endless)
        ),
    )
    site.answer("/b", lambda wire: wire.forever(endless))
    error = refused(site.url("/b"), ProtocolError, retries=0)
    assert error.attempts == 1


class TestKinds:
    KINDS = (
        ("application/pdf", b"%PDF-1.7\n"),
        ("text/html", b"%PDF-1.7\n"),
        ("", b"%PDF-1.7\n"),
        ("text/html", b"\xef\xbb\xbf\r\n%PDF-1.7\n"),
        ("image/jpeg", b"\xff\xd8\xff\xe0"),
        ("image/png", b"\x89PNG\r\n\x1a\n"),
        ("text/html", b"RIFF\0\0\0\0WEBPVP8 "),
        ("video/mp4", b"\0\0\0\x18ftypmp42"),
        ("application/octet-stream", b"\0\0\0\x18ftypmp42"),
        ("application/octet-stream", bytes(range(256))),
        ("", bytes(range(256))),
        ("text/plain", b"\x01\x02\x03\x04"),
        ("application/zip", b"PK\x03\x04"),
        ("text/html", b"PK\x03\x04"),
        ("application/json", b'{"headline": "a"}'),
        ("text/html", b'{"headline": "a"}'),
        ("text/plain", b'[{"a": 1}]'),
        ("application/ld+json", b"[1, 2]"),
        ("application/rss+xml", b'<?xml version="1.0"?><rss version="2.0">'),
        ("text/html", b'<?xml version="1.0"?>\n<feed xmlns="http://www.w3.org/2005/Atom">'),
        ("application/xml", b"<urlset></urlset>"),
        ("text/html", b'<?xml version="1.0"?><?xml-stylesheet href="a"?><!-- made by --><rss version="2.0">'),
        ("", b'<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN"><svg>'),
        ("image/svg+xml", b"<svg xmlns='http://www.w3.org/2000/svg'>"),
        ("text/css", b"p { color: red }"),
        ("text/csv", b"a,b\n1,2\n"),
        ("text/html", b'/* 1 */ (function(){"use strict";var a=1})();'),
        ("text/html", b"var headline = 'Harbour reopens';"),
        ("text/html", b'page.show({"headline": "Harbour reopens"});'),
        ("text/plain", b')]}\'\n{"headline": "Harbour reopens"}'),
    )

    @pytest.mark.parametrize(("kind", "start"), KINDS)
    def test_that_are_no_pages(self, site, refused, kind, start):
        sent = []

        def pour(wire):
            try:
                wire.send(b"HTTP/1.1 200 OK\r\nContent-Type: " + kind.encode() + b"\r\n\r\n" + start)
                wire.forever(bytes(4096), 0.05)
            finally:
                sent.append(wire.sent)

        refused(site.answer("/a", pour), NotHtml)
        assert len(site.requests) == 1
        while not sent:
            time.sleep(0.01)
        assert sent[0] < 65_536

    @pytest.mark.parametrize(
        ("kind", "start"),
        [
            ("text/html", b"<!DOCTYPE html><p>Hello"),
            ("text/html", b"\xef\xbb\xbf  <html>"),
            ("text/html", b"Hello"),
            ("text/html", b"<!doctype html><meta charset=utf-8><svg viewBox='0 0 1 1'></svg><p>Hello"),
            ("text/html", b"<!-- cached --> <html>"),
            ("text/html", b"<!-- " + b"long " * 200),
            ("text/html", b"\xff\xfe<\0p\0>\0"),
            ("text/html", b"<p>\0Hello"),
            ("Text/HTML;charset=utf-8", b"<x-tag>"),
            ("application/xhtml+xml", b'<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml">'),
            ("application/xml", b'<?xml version="1.0"?><!DOCTYPE html><html>'),
            ("application/octet-stream", b"<!doctype html><p>Hello"),
            ("", b"<p>Hello"),
            ("text/plain", b"Harbour reopens\n\nThe town's only harbour"),
            ("nonsense", b"<html><body>"),
            ("text/html", b"var page = 1; <!DOCTYPE html><html><p>Hello"),
            ("text/html", b"/* 1 */" + b" " * 300 + b"Hello"),
            ("text/plain", b"Window of the week (the ninth): a function of light"),
        ],
    )
    def test_that_may_be_pages(self, site, fetch, kind, start):
        site.answer("/a", page(start, content_type=kind))
        assert fetch(site.url("/a")).body == start
