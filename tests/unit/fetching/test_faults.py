"""What a broken server says, how often it is asked again, and that one fault does no harm."""

import gzip
import socket

import pytest

from newsgrab.errors import (
    ConnectError,
    ConnectionReset,
    ProtocolError,
    RobotsDisallowed,
    TlsError,
    Truncated,
    UsageError,
)
from tests.server.site import HERE, Site, page, reply

HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
CHUNKED = HEAD + b"Transfer-Encoding: chunked\r\n\r\n"
GZIPPED = gzip.compress(b"<p>Hello" * 1000)


def gzipped(body):
    return page(body, content_encoding="gzip")


FAULTS = (
    ("short body", HEAD + b"Content-Length: 100\r\n\r\n<p>Hello", Truncated),
    ("cut chunk", CHUNKED + b"10\r\n<p>Hello", Truncated),
    ("no last chunk", CHUNKED + b"8\r\n<p>Hello\r\n", Truncated),
    ("cut gzip", gzipped(GZIPPED[:-20]), Truncated),
    ("gzip without its trailer", gzipped(GZIPPED[:-8]), Truncated),
    ("cut second gzip", gzipped(GZIPPED + GZIPPED[:-9]), Truncated),
    ("corrupt gzip", gzipped(GZIPPED[:30] + b"\xff" * 30 + GZIPPED[60:]), ProtocolError),
    ("gzip with a wrong sum", gzipped(GZIPPED[:-8] + b"\0" * 8), ProtocolError),
    ("no gzip at all", gzipped(b"<p>Hello"), ProtocolError),
    ("corrupt brotli", page(b"\xff" * 50, content_encoding="br"), ProtocolError),
    ("corrupt zstd", page(b"\xff" * 50, content_encoding="zstd"), ProtocolError),
    ("corrupt deflate", page(b"\xff" * 50, content_encoding="deflate"), ProtocolError),
    ("unknown transfer coding", HEAD + b"Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n", ProtocolError),
    ("bad chunk size", CHUNKED + b"xyz\r\n<p>Hello\r\n0\r\n\r\n", ProtocolError),
    ("negative chunk size", CHUNKED + b"-5\r\n<p>Hello\r\n0\r\n\r\n", ProtocolError),
    ("huge chunk size", CHUNKED + b"ffffffffffffffffff\r\n<p>Hello", Truncated),
    ("two lengths", HEAD + b"Content-Length: 8\r\nContent-Length: 9\r\n\r\n<p>Hello!", ProtocolError),
    ("length of letters", HEAD + b"Content-Length: abc\r\n\r\n<p>Hello", ProtocolError),
    ("negative length", HEAD + b"Content-Length: -8\r\n\r\n<p>Hello", ProtocolError),
    ("length of many digits", HEAD + b"Content-Length: " + b"9" * 5000 + b"\r\n\r\n<p>", ProtocolError),
    ("garbage", b"\x00\x01\x02 garbage\r\n\r\n", ProtocolError),
    ("HTTP/0.9", b"<html><p>Hello", ProtocolError),
    ("HTTP/0.9, on a line without end", lambda wire: wire.send(b"<html><p>Hello") or wire.wait(30), ProtocolError),
    ("HTTP/3.0", b"HTTP/3.0 200 OK\r\n\r\n<p>Hello", ProtocolError),
    ("status of letters", b"HTTP/1.1 abc OK\r\n\r\n", ProtocolError),
    ("status 1000", b"HTTP/1.1 1000 OK\r\n\r\n", ProtocolError),
    ("status line without end", b"HTTP/1.1 200 " + b"a" * 70_000, ProtocolError),
    ("101 headers", b"HTTP/1.1 200 OK\r\n" + b"A: b\r\n" * 101 + b"\r\n<p>", ProtocolError),
    ("half a head", b"HTTP/1.1 200", Truncated),
    ("nothing", b"", ConnectionReset),
    ("reset before the head", lambda wire: wire.reset(), ConnectionReset),
    ("reset in the body", lambda wire: wire.send(HEAD + b"Content-Length: 99\r\n\r\n<p>") or wire.reset(), ConnectionReset),
)  # fmt: skip
NAMES = [name for name, _, _ in FAULTS]


@pytest.mark.parametrize(("answer", "kind"), [fault[1:] for fault in FAULTS], ids=NAMES)
def test_a_lasting_fault_is_asked_about_three_times(site, refused, answer, kind):
    error = refused(site.answer("/a", answer), kind)
    assert error.attempts == 3
    assert len(site.requests) == 3


@pytest.mark.parametrize(("answer", "kind"), [fault[1:] for fault in FAULTS], ids=NAMES)
def test_a_passing_fault_does_no_harm(site, fetch, answer, kind):
    site.answer("/a", [answer, page("<p>Hello")])
    assert fetch(site.url("/a")).body == b"<p>Hello"
    assert len(site.requests) == 2


def test_more_retries_are_not_for_faults(site, refused):
    refused(site.answer("/a", b"garbage"), ProtocolError, retries=9)
    assert len(site.requests) == 3


def test_no_retries_are_none(site, refused):
    refused(site.answer("/a", b"garbage"), ProtocolError, retries=0)
    assert len(site.requests) == 1


def test_pauses_grow(site, refused):
    refused(site.answer("/a", lambda wire: wire.reset()), ConnectionReset, pause=0.1)
    first, second, third = (request.at for request in site.requests)
    assert second - first >= 0.1
    assert third - second >= 0.2


def test_a_connection_that_was_closed_while_idle_is_made_anew(site, fetcher):
    client = fetcher()
    site.answer_all(lambda wire: wire.send(page().as_bytes()))  # and then it is closed
    for place in range(20):  # sooner and later than our next request
        assert client.fetch(site.url(f"/{place}")).status == 200
    assert site.paths == [f"/{place}" for place in range(20)]


def test_an_idle_connection_that_was_closed_costs_no_try(site, fetch):
    def redirect_and_close(wire):
        wire.send(b"HTTP/1.1 302 Found\r\nLocation: /a\r\nContent-Length: 0\r\n\r\n")
        wire.sock.recv(1, socket.MSG_PEEK)  # the next request is on its way when it closes
        wire.reset()

    site.answer("/go", redirect_and_close)
    site.answer("/a", [reply(503), reply(503), page()])
    assert fetch(site.url("/go")).status == 200
    assert site.paths.count("/a") == 3


def test_a_connection_that_breaks_each_time_is_tried_as_often_as_any(site, fetcher):
    client = fetcher()
    site.answer("/whole", page())
    site.answer("/a", lambda wire: wire.reset())
    assert client.fetch(site.url("/whole")).status == 200  # and the connection is kept
    with pytest.raises(ConnectionReset) as caught:
        client.fetch(site.url("/a"))
    assert (site.paths.count("/a"), caught.value.attempts) == (3, 3)
    assert client.fetch(site.url("/whole")).status == 200


def test_padding_after_gzip_is_no_fault(site, fetch):
    site.answer("/a", gzipped(GZIPPED + b"\0" * 100))
    assert fetch(site.url("/a")).body == b"<p>Hello" * 1000


def test_gzip_of_several_members(site, fetch):
    site.answer("/a", gzipped(GZIPPED + GZIPPED))
    assert fetch(site.url("/a")).body == b"<p>Hello" * 2000


def test_an_unknown_coding_of_what_is_plainly_text_is_a_misnomer(site, fetch, refused):
    site.answer("/a", page("<p>Hello", content_encoding="utf-8"))
    assert fetch(site.url("/a")).body == b"<p>Hello"
    wide = "<p>Hello".encode("utf-16")
    assert fetch(site.answer("/wide", page(wide, content_encoding="utf-16"))).body == wide
    refused(site.answer("/b", page(b"\x01\x02\x03", content_encoding="compress")), ProtocolError)


def test_the_same_length_twice_is_no_fault(site, fetch):
    site.answer("/a", HEAD + b"Content-Length: 8\r\nContent-Length: 8\r\n\r\n<p>Hello")
    assert fetch(site.url("/a")).body == b"<p>Hello"


@pytest.mark.parametrize(
    "stray", [b"no header\r\n", b": nothing\r\n", b"A: b\r\n and more\r\n", b"A\x00: b\r\n"]
)
def test_a_line_that_is_no_header_hides_no_header(site, fetch, stray, caplog):
    site.answer("/a", HEAD + stray + b"Content-Length: 8\r\n\r\n<p>Hello")
    assert ("Content-Length", "8") in fetch(site.url("/a")).headers
    assert not [record for record in caplog.records if record.levelname == "WARNING"]


def test_early_hints_are_no_answer(site, fetch):
    hints = b"HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: </a.css>\r\n\r\n"
    site.answer("/a", hints + page("<p>Hello").as_bytes())
    assert fetch(site.url("/a")).body == b"<p>Hello"


def test_a_port_that_nobody_listens_at(refused):
    with socket.socket() as sock:
        sock.bind(("127.0.0.1", 0))
        port = sock.getsockname()[1]
        error = refused(f"http://127.0.0.1:{port}/", ConnectError)
    assert error.attempts == 3
    assert "refused" in str(error)


class TestTls:
    """localhost.pem is our own and good for localhost; expired.pem is over."""

    BUNDLE = HERE / "localhost.pem"

    def test_with_the_users_bundle(self, fetch):
        with Site(is_tls=True) as site:
            site.answer("/a", page())
            found = fetch(site.url("/a", host="localhost"), ca_bundle=self.BUNDLE)
        assert found.exchanges[0].address == "127.0.0.1"

    @pytest.mark.parametrize(
        ("certificate", "host", "bundle", "words"),
        [
            ("localhost.pem", "localhost", None, "self-signed"),
            ("localhost.pem", "127.0.0.1", BUNDLE, "IP address mismatch"),
            ("localhost.pem", "news.localhost", BUNDLE, "Hostname mismatch"),
            ("expired.pem", "localhost", HERE / "expired.pem", "expired"),
        ],
    )  # fmt: skip
    def test_that_cannot_be_trusted(self, refused, certificate, host, bundle, words):
        with Site(is_tls=True, certificate=certificate) as site:
            site.answer_all(page())
            error = refused(site.url("/a", host=host), TlsError, ca_bundle=bundle)
            assert words in str(error)
            assert (site.requests, site.connections, error.attempts) == ([], 1, 1)

    def test_with_a_server_that_speaks_none(self, refused):
        with Site(greeting=b"HTTP/1.1 400 Speak HTTP\r\n\r\n") as site:
            error = refused(site.url().replace("http:", "https:"), TlsError)
            assert (site.requests, site.connections, error.attempts) == ([], 1, 1)

    def test_a_redirect_that_loses_it_takes_no_secret_along(self, site, fetch, tmp_path):
        file = tmp_path / "cookies.txt"
        file.write_text("localhost\tFALSE\t/\tFALSE\t0\tsid\t1\n")
        with Site(is_tls=True) as secure:
            secure.answer(
                "/a",
                b"HTTP/1.1 302 Found\r\nLocation: " + site.url("/b", host="localhost").encode() + b"\r\n\r\n",
            )
            site.answer("/b", page())
            fetch(secure.url("/a", host="localhost"), ca_bundle=self.BUNDLE, cookies_file=file)
            assert secure.requests[0].headers["cookie"] == "sid=1"
        assert "cookie" not in site.requests[0].headers

    @pytest.mark.parametrize(
        ("body", "is_cut"),
        [
            (b"<html><p>Half of the sto", False),
            (b"<html><p>The whole story.</p></body>\n<!-- 0.2 s -->\n", True),
            (gzip.compress(b"<html><p>The whole story"), True),
        ],
    )
    def test_a_body_that_ends_by_itself_or_in_order_is_whole(self, fetch, body, is_cut):
        coding = b"Content-Encoding: gzip\r\n" if body.startswith(b"\x1f") else b""
        with Site(is_tls=True) as site:
            site.answer(
                "/a", lambda wire: wire.send(HEAD + coding + b"\r\n" + body) or (is_cut and wire.cut())
            )
            page = fetch(site.url("/a", host="localhost"), ca_bundle=self.BUNDLE)
        assert page.body == (gzip.decompress(body) if coding else body)

    @pytest.mark.parametrize("body", [b"<html><p>Half of the sto", b"<html></html>" + b"<p>More</p>" * 999])
    def test_a_body_that_is_cut_is_not_taken_for_whole(self, refused, body):
        with Site(is_tls=True) as site:
            site.answer("/a", lambda wire: wire.send(HEAD + b"\r\n" + body) or wire.cut())
            error = refused(site.url("/a", host="localhost"), Truncated, ca_bundle=self.BUNDLE)
        assert error.attempts == 3

    def test_robots_that_are_cut_are_obeyed_as_far_as_they_go(self, refused):
        with Site(is_tls=True) as site:
            rules = b"HTTP/1.1 200 OK\r\n\r\nUser-agent: *\nDisallow: /"
            site.answer("/robots.txt", lambda wire: wire.send(rules) or wire.cut())
            url = site.url("/a", host="localhost")
            refused(url, RobotsDisallowed, ca_bundle=self.BUNDLE, obey_robots=True)
            assert site.paths == ["/robots.txt"]

    def test_with_a_bundle_that_is_none(self, fetch, tmp_path):
        with pytest.raises(UsageError, match="--ca-bundle"):
            fetch("https://localhost:1/", ca_bundle=tmp_path / "none.pem")
