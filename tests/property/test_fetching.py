"""Laws of fetching: every address gets a verdict, every answer an end, and no secret door opens."""

import gzip
import socket
import sys
import zlib
from ipaddress import IPv6Address, ip_address

import brotli
import pytest
import zstandard
from hypothesis import HealthCheck, assume, example, given, settings
from hypothesis import strategies as st

from newsgrab.decoding import DECODERS, decoded
from newsgrab.errors import BadUrl, DecompressionBomb, NewsgrabError, PrivateAddress, TooLarge
from newsgrab.fetching import Fetcher, FetchSettings
from newsgrab.fetching.address import follow, read, readings
from newsgrab.fetching.cookies import Visit
from newsgrab.fetching.guard import is_allowed, networks
from newsgrab.fetching.refresh import refresh_address
from newsgrab.fetching.sniffing import what_else
from newsgrab.fetching.statuses import http_date, retry_after
from newsgrab.model import Page
from tests.server.site import Site, page

LOOPBACK = FetchSettings(
    allow_private=("127.0.0.0/8",), delay=0, retries=0, timeout=0.5, deadline=1.0, max_bytes=100_000
)
MANY = settings(max_examples=300)
SOME = settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])

CONNECTED: list[object] = []
sys.addaudithook(lambda event, args: CONNECTED.append(args[1]) if event == "socket.connect" else None)

# Addresses: text at large, and text that looks like an address.
pieces = st.sampled_from(
    ["http://", "https://", "HTTP:", "//", "/", "\\", "@", ":", "#", "?", ".", "%", "[", "]", "::", "0x7f", "127", "1",
     "0", "localhost", "example.org", "。", "１", "user:pw", "%2e", "%00", "\t", "\n", " ", "*", "xn--", "ß", "८", "..", "a" * 70]
)  # fmt: skip
address_text = st.text(max_size=60) | st.lists(pieces, max_size=12).map("".join) | st.lists(pieces, max_size=9).map(
    lambda found: "http://" + "".join(found)
)  # fmt: skip

private_v4 = st.sampled_from(
    ["0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.168.0.0/16",
     "224.0.0.0/4", "240.0.0.0/4"]
).flatmap(lambda cidr: st.ip_addresses(v=4, network=cidr))  # fmt: skip


def number(value, form):
    return {"decimal": str(value), "octal": f"0{value:o}", "hex": f"0x{value:x}", "HEX": f"0X{value:X}"}[form]


@st.composite
def spellings(draw):
    """Write a private IPv4 address in any of the ways that some program understands."""
    address = draw(private_v4)
    way = draw(st.sampled_from(["parts", "embedded"]))
    if way == "embedded":
        return draw(st.sampled_from(embeddings(address)))
    octets, count = list(address.packed), draw(st.integers(1, 4))
    values = [*octets[: count - 1], int.from_bytes(bytes(octets[count - 1 :]), "big")]
    forms = st.sampled_from(["decimal", "octal", "hex", "HEX"])
    dots = st.sampled_from([".", ".", "。", "．", "｡", "%2e", "%2E"])
    text = number(values[0], draw(forms))
    for value in values[1:]:
        text += draw(dots) + number(value, draw(forms))
    if "%" in text:  # what is quoted is not quoted again
        return text
    return draw(st.sampled_from([text, text + ".", text.translate(FULL_WIDTH), percent(text)]))


FULL_WIDTH = {ord(digit): 0xFF10 + int(digit) for digit in "0123456789"}


def percent(text):
    return "".join(f"%{ord(letter):02x}" if letter.isdigit() else letter for letter in text)


def embeddings(address):
    value = int(address)
    forms = (
        IPv6Address(value), IPv6Address((0xFFFF << 32) | value), IPv6Address((0xFFFF << 48) | value),
        IPv6Address((0x64FF9B << 96) | value), IPv6Address((0x2002 << 112) | (value << 80) | 1),
        IPv6Address((0x20010000 << 96) | (value << 64) | 0x1234), IPv6Address((0x20010000 << 96) | (value ^ 0xFFFFFFFF)),
    )  # fmt: skip
    return [f"[{form}]" for form in forms] + [f"[::ffff:{address}]", f"[{forms[1].exploded}]"]


@pytest.fixture(scope="module")
def site():
    with Site() as here:
        yield here


@MANY
@given(address_text)
@example("http://[::ffff:1.2.3.4%]")
@example("http://xn--a/")
@example("http://a/%2E")
@example("http://a:٣/")
def test_any_address_gets_a_verdict(text):
    try:
        targets = readings(text)
    except NewsgrabError:
        return
    for target in targets:
        assert target.host.isascii()
        assert read(target.url).url == target.url, "the URL means what was read"


@MANY
@given(address_text, address_text)
def test_any_redirect_gets_a_verdict(base, location):
    try:
        target = follow(read(base), location)
    except NewsgrabError:
        return
    assert target.scheme in ("http", "https")


@settings(max_examples=500)
@given(
    spellings(), st.sampled_from(["", "user@", "example.org@", "a:b@"]), st.sampled_from(["", ":80", ":8080"])
)
def test_no_private_address_is_connected_to_in_any_spelling(host, userinfo, port):
    CONNECTED.clear()
    with Fetcher(FetchSettings(delay=0, resolve=lambda _: [])) as fetcher, pytest.raises(PrivateAddress):
        fetcher.fetch(f"http://{userinfo}{host}{port}/")
    assert CONNECTED == []


numbers = st.builds(
    number,
    st.integers(0, 300) | st.integers(0, 2**33),
    st.sampled_from(["decimal", "octal", "hex", "HEX"]),
)


@MANY
@given(st.lists(numbers, min_size=1, max_size=4).map(".".join))
def test_numbers_are_read_as_the_system_reads_them(host):
    try:
        theirs = socket.inet_ntoa(socket.inet_aton(host))
    except OSError:
        with pytest.raises(BadUrl):
            read(f"http://{host}/")
    else:
        assert read(f"http://{host}/").host == theirs


@MANY
@given(st.lists(st.ip_addresses(), min_size=1, max_size=5), st.booleans())
def test_only_vetted_addresses_come_out_of_a_name(addresses, is_twice):
    found = [str(address) for address in addresses] * (1 + is_twice)
    with Fetcher(FetchSettings(resolve=lambda _: found)) as fetcher:
        fetcher._line.begin()
        try:
            vetted = fetcher._line._resolver.vetted("news.example")
        except PrivateAddress:
            return
    assert set(vetted) == set(found)
    for address in map(ip_address, vetted):
        assert address.is_global
        assert not address.is_multicast
        assert is_allowed(address, ())


@given(st.ip_addresses())
def test_allowing_a_network_allows_what_is_in_it(address):
    assert is_allowed(address, networks([str(address)]))


# Answers: noise, and answers with noise in them.
header_names = st.sampled_from(
    ["Content-Length", "Content-Type", "Content-Encoding", "Transfer-Encoding", "Location", "Set-Cookie", "Retry-After",
     "Connection", "X"]
)  # fmt: skip
header_values = st.binary(max_size=30) | st.sampled_from(
    [b"0", b"5", b"-1", b"99999999999", b"text/html", b"image/png", b"gzip", b"br", b"zstd", b"deflate", b"chunked",
     b"gzip, gzip", b"/", b"//", b"http://", b"a=b", b"close", b"keep-alive", b"1"]
)  # fmt: skip
bodies = st.binary(max_size=300) | st.sampled_from(
    [b"5\r\n<p>aa\r\n0\r\n\r\n", gzip.compress(b"<p>Hello"), brotli.compress(b"<p>Hello"), b"<p>Hello",
     b'<meta http-equiv="refresh" content="0;url=//">']
)  # fmt: skip


@st.composite
def answers(draw):
    status = draw(
        st.sampled_from([b"200", b"200", b"200", b"301", b"304", b"404", b"100", b"103", b"999"])
        | st.binary(max_size=5)
    )
    head = b"HTTP/1.1 " + status + b" OK\r\n"
    for name, value in draw(st.lists(st.tuples(header_names, header_values), max_size=5)):
        head += name.encode() + b": " + value + b"\r\n"
    return head + b"\r\n" + draw(bodies)


@SOME
@given(st.binary(max_size=400) | answers())
@example(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n-1\r\n")
@example(b"HTTP/1.1 200 OK\r\nContent-Length: \xb2\r\n\r\n<p>")
def test_any_bytes_as_an_answer_give_a_page_or_an_error_of_ours(site, answer):
    site.connections = 0
    site.answer("/a", answer)
    with Fetcher(LOOPBACK) as fetcher:
        try:
            found = fetcher.fetch(site.url("/a"))
        except NewsgrabError:
            return
    assert isinstance(found, Page)
    assert len(found.body) <= LOOPBACK.max_bytes


@SOME
@given(st.binary(min_size=1, max_size=3000), st.sampled_from(["gzip", "br", "zstd", "deflate", ""]))
def test_any_page_comes_as_it_was_sent(site, body, coding):
    body = b"<!doctype html>" + body
    site.connections = 0
    site.answer("/a", page(encode(coding, body), content_encoding=coding))
    with Fetcher(LOOPBACK) as fetcher:
        try:
            found = fetcher.fetch(site.url("/a"))
        except NewsgrabError:  # noise that is a refresh or a feed after all
            assume(False)
    assert found.body == body


def encode(coding, body):
    makers = {
        "gzip": gzip.compress,
        "br": brotli.compress,
        "zstd": zstandard.compress,
        "deflate": zlib.compress,
    }
    return makers[coding](body) if coding else body


def cut_up(body, size):
    return (body[start : start + size] for start in range(0, len(body), size))


@MANY
@given(
    st.lists(st.sampled_from(["gzip", "br", "zstd", "deflate"]), max_size=3),
    st.binary(max_size=5000),
    st.integers(1, 400),
)
def test_decoding_undoes_encoding(codings, body, size):
    encoded = body
    for coding in codings:
        encoded = encode(coding, encoded)
    assert b"".join(decoded(cut_up(encoded, size), tuple(codings), 100_000)) == body


@MANY
@given(st.sampled_from(sorted(DECODERS)), st.binary(max_size=500), st.integers(1, 50), st.integers(0, 40))
def test_decoding_noise_ends_within_the_limit(coding, noise, size, cut):
    noise = encode(coding.removeprefix("x-"), b"<p>Hello" * 50)[:cut] + noise
    given_out = 0
    try:
        for piece in decoded(cut_up(noise, size), (coding,), 1000):
            given_out += len(piece)
    except NewsgrabError:
        pass
    assert given_out <= 1000


@MANY
@given(st.sampled_from(["gzip", "br", "zstd", "deflate"]), st.integers(1, 30))
def test_no_cut_stream_is_taken_for_a_whole_one(coding, cut):
    body = bytes(range(256)) * 20
    encoded = encode(coding, body)
    with pytest.raises(NewsgrabError) as caught:
        b"".join(decoded(cut_up(encoded[:-cut], 100), (coding,), 100_000))
    assert not isinstance(caught.value, TooLarge | DecompressionBomb)


@MANY
@given(st.text(max_size=50), st.binary(max_size=600), st.lists(st.text(max_size=80), max_size=5))
def test_readers_of_what_servers_say_take_anything(text, body, lines):
    retry_after({"Retry-After": text, "Date": text})
    http_date(text)
    what_else(text, body)
    refresh_address(b'<meta http-equiv=refresh content="0;' + body)
    target = read("http://example.org/")
    visit = Visit((), target)
    visit.keep(target, [text, *lines, f"a={text}; Expires={text}; Max-Age={text}; Path={text}"])
    header = visit.header(target) or ""
    assert "\r" not in header
    assert "\n" not in header


def test_the_audit_sees_connections(site):
    """Or the law of private addresses would hold for nothing."""
    CONNECTED.clear()
    site.answer("/a", page())
    with Fetcher(LOOPBACK) as fetcher:
        fetcher.fetch(site.url("/a"))
    assert ("127.0.0.1", site.port) in CONNECTED
