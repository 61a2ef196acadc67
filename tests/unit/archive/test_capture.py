"""The evidence: whole, readable by others, the same for the same page, and without secrets."""

from __future__ import annotations

import base64
import gzip
import hashlib
import json
import zlib
from dataclasses import replace
from io import BytesIO
from uuid import UUID

import brotli
import pytest
import zstandard
from fastwarc.warc import ArchiveIterator, WarcRecordType
from hypothesis import given
from hypothesis import strategies as st

from newsgrab.archive.capture import pack, records, unpack
from newsgrab.errors import Damaged
from newsgrab.model import SECRET_HEADERS, Exchange
from tests.archives import NOW, address, page

HOPS = ("https://someone:hunter2@short.example/x", "http://example.org/old?token=1")


def members(packed):
    """Yield the gzip members of a file."""
    while packed:
        inflater = zlib.decompressobj(zlib.MAX_WBITS | 16)
        yield inflater.decompress(packed)
        assert inflater.eof
        packed = inflater.unused_data


def by_another_library(packed):
    return [
        (record.record_type, dict(record.headers.asdict()), record.reader.read())
        for record in ArchiveIterator(BytesIO(packed), parse_http=False, verify_digests=True)
    ]


def test_another_library_reads_every_hop():
    found = by_another_library(pack(page(1, *HOPS)))
    request, response = WarcRecordType.request, WarcRecordType.response
    assert [kind for kind, _, _ in found] == [WarcRecordType.warcinfo, *([response, request] * 3)]
    targets = [headers["WARC-Target-URI"] for kind, headers, _ in found if kind == response]
    assert targets == ["https://short.example/x", HOPS[1], address(1)]
    for kind, headers, block in found:
        assert headers["WARC-Date"] == "2024-05-04T08:00:12.000000Z"
        UUID(headers["WARC-Record-ID"].removeprefix("<urn:uuid:").removesuffix(">"))
        digest = base64.b32encode(hashlib.sha1(block).digest()).decode()
        assert headers["WARC-Block-Digest"] == f"sha1:{digest}"
        assert int(headers["Content-Length"]) == len(block)
        assert kind != response or headers["Content-Type"] == "application/http; msgtype=response"
    _, headers, block = found[-2]
    head, _, body = block.partition(b"\r\n\r\n")
    assert head.startswith(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip")
    assert gzip.decompress(body) == b"<html>story 1, 0</html>"
    assert headers["WARC-IP-Address"] == "192.0.2.7"
    assert headers["WARC-Payload-Digest"] == f"sha1:{base64.b32encode(hashlib.sha1(body).digest()).decode()}"
    assert found[-1][1]["WARC-Concurrent-To"] == headers["WARC-Record-ID"]
    assert found[1][1]["WARC-Truncated"] == "unspecified"


def test_one_gzip_member_a_record():
    packed = pack(page(1, *HOPS))
    whole = list(members(packed))
    assert len(whole) == 7
    assert all(member.startswith(b"WARC/1.1\r\n") and member.endswith(b"\r\n\r\n") for member in whole)
    assert len({member.partition(b"WARC-Record-ID")[2][:60] for member in whole}) == 7


def test_the_same_page_gives_the_same_bytes():
    assert pack(page(1, *HOPS)) == pack(page(1, *HOPS))
    assert pack(page(1)) != pack(page(1, minutes=1))


@pytest.mark.parametrize("name", sorted(SECRET_HEADERS | {"Set-Cookie", "AUTHORIZATION"}))
def test_no_secret_is_kept(name):
    received = page(1, *HOPS, headers=((name, "hunter2"), ("Location", "https://a:hunter2@b.example/")))
    answer = replace(received.exchanges[-1], request_headers=((name, "hunter2"), ("Accept", "*/*")))
    packed = pack(replace(received, exchanges=(*received.exchanges[:-1], answer)))
    text = gzip.decompress(packed)
    assert b"hunter2" not in text
    assert b"session=secret" not in text
    assert b"Basic secret" not in text
    assert b"Accept: */*" in text
    assert b"Location: https://b.example/" in text


def test_what_was_packed_is_unpacked():
    received = page(1, "http://example.org/old?a=1")
    again = unpack(pack(received))
    assert (again.url, again.requested_url, again.status) == (address(1), "http://example.org/old?a=1", 200)
    assert (again.body, again.retrieved_at) == (received.body, NOW)
    assert [exchange.url for exchange in again.exchanges] == ["http://example.org/old?a=1", address(1)]
    assert again.exchanges[1].payload == received.exchanges[1].payload
    assert again.exchanges[1].request_headers == (("Host", "example.org"),)
    assert pack(again) == pack(unpack(pack(again)))


@pytest.mark.parametrize(
    ("coding", "encode"),
    [
        ("gzip", gzip.compress),
        ("x-gzip", gzip.compress),
        ("deflate", zlib.compress),
        ("deflate", lambda body: zlib.compress(body, wbits=-15)),
        ("br", brotli.compress),
        ("zstd", zstandard.ZstdCompressor().compress),
        ("gzip", lambda body: gzip.compress(body[:20]) + gzip.compress(body[20:]) + b"\0" * 8),
        ("zstd", lambda body: b"".join(map(zstandard.ZstdCompressor().compress, (body[:20], body[20:])))),
        ("gzip, br", lambda body: brotli.compress(gzip.compress(body))),
        ("identity", bytes),
        ("unheard-of", bytes),
    ],
)
def test_every_content_coding_is_undone(coding, encode):
    received = page(1)
    answer = replace(
        received.exchanges[0],
        response_headers=(("Content-Encoding", coding),),
        payload=encode(b"the page " * 50),
    )
    assert unpack(pack(replace(received, exchanges=(answer,)))).body == b"the page " * 50


def test_chunks_are_not_promised_where_there_are_none():
    """The payload is no more chunked, so the header that says so would break every reader."""
    packed = pack(page(1, headers=(("Transfer-Encoding", "chunked"),)))
    assert b"X-Archive-Orig-Transfer-Encoding: chunked" in gzip.decompress(packed)
    for record in ArchiveIterator(BytesIO(packed), parse_http=True):
        if record.record_type == WarcRecordType.response:
            assert gzip.decompress(record.reader.read()) == b"<html>story 1, 0</html>"
    assert ("Transfer-Encoding", "chunked") in unpack(packed).headers


HEADER = st.text(st.characters(codec="latin-1", exclude_categories=["Cc"]), max_size=20)
NAME = st.text("abcXYZ-_0", min_size=1, max_size=8)


@given(st.lists(st.tuples(NAME, HEADER), max_size=4), st.binary(max_size=200), HEADER)
def test_any_response_comes_back(headers, payload, reason):
    exchange = Exchange(
        url="https://example.org/ä?ö=%20&#x",
        request_headers=(("Host", "example.org"),),
        status_line=f"HTTP/1.1 200 {reason}".strip(),
        response_headers=tuple(headers),
        payload=payload,
        started_at=NOW,
    )
    packed = pack(replace(page(1), exchanges=(exchange,)))
    kept = [pair for pair in headers if pair[0].lower() not in SECRET_HEADERS]
    found = unpack(packed).exchanges[0]
    assert found.payload == payload
    assert len(found.response_headers) == len(kept)
    assert len(by_another_library(packed)) == 3


@pytest.mark.parametrize(
    "damage", [lambda packed: packed[:-1], lambda packed: packed[:700], lambda packed: b""]
)
def test_a_cut_capture_is_damaged(damage):
    with pytest.raises(Damaged):
        unpack(damage(pack(page(1))))


def test_no_cut_and_no_change_is_any_other_error():
    packed = pack(page(1))
    for at in range(0, len(packed), 3):
        for bad in (packed[:at], packed[:at] + bytes([packed[at] ^ 255]) + packed[at + 1 :]):
            try:
                json.dumps([str(record.rec_type) for record, _ in records(bad)])
                unpack(bad)
            except Damaged:
                pass
