"""A page as it was received, as one WARC file (ISO 28500); the same page gives the same bytes.

Every hop of a fetch is there, response and, where it is known, request, each with its digests. Secrets are
not: the headers that carry them and the user and password of an address are left out of both.
"""

from __future__ import annotations

import sys
import uuid
import zlib
from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from urllib.parse import urlsplit

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed
from warcio.recordloader import ArcWarcRecord
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from newsgrab import __version__
from newsgrab.archive.disk import read_if_there, sha256
from newsgrab.decoding import GZIP, codings_of, decoded, sliced
from newsgrab.errors import Damaged, NewsgrabError
from newsgrab.model import SECRET_HEADERS, Exchange, Headers, Page
from newsgrab.text import status_in
from newsgrab.urls import without_userinfo

_WITH_ADDRESSES = frozenset({"location", "content-location", "referer", "link", "refresh"})
_AS_SENT = "X-Archive-Orig-"  # before a header that describes chunks which the payload has no more
_NAMESPACE = uuid.UUID("7f1de5a4-6c0b-5f0e-9a55-6d2f0a0d7c11")
_NOTE = "secrets left out: " + ", ".join(sorted(SECRET_HEADERS)) + ", user and password of addresses"
_REDIRECTS = range(300, 400)
_LEVEL = 4  # twice the time for the last five per cent; warcio's own is 9
_LEVEL_OF_PACKED = 0  # nothing is gained on what was sent compressed
# What warcio raises over a file that is cut or garbled; it trusts its headers to be there.
_UNREADABLE = (ArchiveLoadFailed, ValueError, OSError, EOFError, zlib.error, AttributeError, TypeError)


class _AsReceived(StatusAndHeaders):  # type: ignore[misc]  # warcio has no types
    """Headers that keep their bytes: HTTP's are Latin-1, not ASCII."""

    def to_ascii_bytes(self, filter_func: object = None) -> bytes:
        text: str = self.to_str(filter_func)
        return text.encode("latin-1", "backslashreplace") + b"\r\n"


def pack(page: Page) -> bytes:
    """Return the WARC file of a page's exchanges, one gzip member a record."""
    writer = WARCWriter(BytesIO(), gzip=False, warc_version="WARC/1.1")
    software = {
        "software": f"newsgrab/{__version__}",
        "format": "WARC File Format 1.1",
        "conformsTo": "http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/",
        "description": _NOTE,
    }
    about = _stamp(writer.create_warcinfo_record(None, software), page.exchanges[0], "warcinfo", 0)
    members = [_member(writer, about)]
    for number, exchange in enumerate(page.exchanges):
        response = _response(writer, exchange, number)
        level = _LEVEL_OF_PACKED if codings_of(exchange.response_headers) else _LEVEL
        members.append(_member(writer, response, level))
        if exchange.request_headers:  # a crawler may not have kept what it asked
            name = response.rec_headers.get_header("WARC-Record-ID")
            members.append(_member(writer, _request(writer, exchange, number, name)))
    return b"".join(members)


def _member(writer: WARCWriter, record: ArcWarcRecord, level: int = _LEVEL) -> bytes:
    """Return a record as a gzip member of its own."""
    writer.out = BytesIO()
    writer.write_record(record)
    deflater = zlib.compressobj(level, zlib.DEFLATED, GZIP)
    packed: bytes = deflater.compress(writer.out.getvalue()) + deflater.flush()
    return packed


def stored_page(root: Path, file: str, digest: str | None) -> Page:
    """Return the page of a capture in the archive at ``root``.

    Raises Damaged where it is gone, cannot be read, or is not what was saved: its hash is ``digest``.
    """
    payload = read_if_there(root / file)
    if payload is None:
        raise Damaged(f"the capture {file} is no more there")
    if sha256(payload) != digest:
        raise Damaged(f"the capture {file} is not what was saved")
    return unpack(payload)


def unpack(capture: bytes) -> Page:
    """Return the page that a WARC file holds; raises Damaged."""
    requests: dict[str, Headers] = {}
    responses: list[tuple[ArcWarcRecord, bytes]] = []
    for record, payload in records(capture):
        if record.rec_type == "request":
            requests[record.rec_headers.get_header("WARC-Concurrent-To") or ""] = _headers(record)
        elif record.rec_type == "response":
            responses.append((record, payload))
    if not responses:
        raise Damaged("the capture holds no response")
    try:
        exchanges = tuple(_exchange(record, payload, requests) for record, payload in responses)
    except (TypeError, ValueError) as error:
        raise Damaged(f"the capture lacks a header: {error}") from error
    last = exchanges[-1]
    return Page(
        url=last.url,
        requested_url=exchanges[0].url,
        status=status_in(last.status_line),
        headers=last.response_headers,
        body=_decoded(last.payload, last.response_headers),
        retrieved_at=last.started_at,
        exchanges=exchanges,
    )


def records(capture: bytes) -> Iterator[tuple[ArcWarcRecord, bytes]]:
    """Give every record with its payload; raises Damaged unless every member and digest is right."""
    try:
        _require_whole(capture)
        for record in ArchiveIterator(BytesIO(capture), check_digests="raise"):
            yield record, record.raw_stream.read()
    except _UNREADABLE as error:
        raise Damaged(f"the capture cannot be read: {error}") from error


def _require_whole(capture: bytes) -> None:
    """Raise EOFError or zlib.error unless each gzip member ends as it should; warcio does not look."""
    if not capture:
        raise EOFError("it is empty")
    while capture:
        inflater = zlib.decompressobj(GZIP)
        inflater.decompress(capture)
        if not inflater.eof:
            raise EOFError("it ends in the middle of a record")
        capture = inflater.unused_data


def _request(writer: WARCWriter, exchange: Exchange, number: int, response_id: str) -> ArcWarcRecord:
    parts = urlsplit(exchange.url)
    target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    record = writer.create_warc_record(
        without_userinfo(exchange.url),
        "request",
        http_headers=_AsReceived(
            f"{exchange.method} {target} HTTP/1.1", _public(exchange.request_headers), is_http_request=True
        ),
        warc_headers_dict={"WARC-Concurrent-To": response_id},
    )
    return _stamp(record, exchange, "request", number)


def _response(writer: WARCWriter, exchange: Exchange, number: int) -> ArcWarcRecord:
    protocol, _, status = exchange.status_line.partition(" ")
    extra = {"WARC-IP-Address": exchange.address} if exchange.address else {}
    if status_in(exchange.status_line) in _REDIRECTS and not exchange.payload:
        extra["WARC-Truncated"] = "unspecified"  # a redirect's body is never read
    record = writer.create_warc_record(
        without_userinfo(exchange.url),
        "response",
        payload=BytesIO(exchange.payload),
        length=len(exchange.payload),
        http_headers=_AsReceived(status, _public(exchange.response_headers), protocol=protocol),
        warc_headers_dict=extra,
    )
    return _stamp(record, exchange, "response", number)


def _stamp(record: ArcWarcRecord, exchange: Exchange, kind: str, number: int) -> ArcWarcRecord:
    """Give a record the time of its exchange, and a name that follows from what it holds."""
    digest = sha256(exchange.payload)
    name = f"{kind} {number} {exchange.url} {exchange.started_at.isoformat()} {digest}"
    record.rec_headers.replace_header("WARC-Record-ID", f"<urn:uuid:{uuid.uuid5(_NAMESPACE, name)}>")
    record.rec_headers.replace_header("WARC-Date", _warc_date(exchange.started_at))
    return record


def _warc_date(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="microseconds").removesuffix("+00:00") + "Z"


def _public(headers: Headers) -> list[tuple[str, str]]:
    """Leave secrets out, and rename what described the chunks that are no more there."""
    kept = []
    for name, value in headers:
        lowered = name.lower()
        if lowered in SECRET_HEADERS:
            continue
        shown = without_userinfo(value) if lowered in _WITH_ADDRESSES else value
        kept.append(
            (f"{_AS_SENT}{name}" if lowered == "transfer-encoding" else name, " ".join(shown.split()))
        )
    return kept


def _headers(record: ArcWarcRecord) -> Headers:
    found = record.http_headers.headers if record.http_headers else []
    return tuple((name.removeprefix(_AS_SENT), value) for name, value in found)


def _exchange(record: ArcWarcRecord, payload: bytes, requests: dict[str, Headers]) -> Exchange:
    moment = datetime.fromisoformat(record.rec_headers.get_header("WARC-Date"))
    head = record.http_headers
    return Exchange(
        url=record.rec_headers.get_header("WARC-Target-URI"),
        request_headers=requests.get(record.rec_headers.get_header("WARC-Record-ID"), ()),
        status_line=f"{head.protocol} {head.statusline}" if head else "HTTP/1.1 0",
        response_headers=_headers(record),
        payload=payload,
        address=record.rec_headers.get_header("WARC-IP-Address"),
        started_at=moment,
    )


def _decoded(payload: bytes, headers: Headers) -> bytes:
    """Undo the content codings as they were undone when the page was fetched, within limits."""
    try:
        return b"".join(decoded(sliced(payload), codings_of(headers), sys.maxsize))
    except NewsgrabError as error:
        raise Damaged(f"the capture's body cannot be decoded: {error}") from error
