"""Pages out of WARC files (ISO 28500) of any crawler, read as a stream: a file may have any size.

A page is the record of an HTTP response. The request that its record names, or that names it, is part of
its evidence if it stands beside it, as crawlers write them.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import MAXYEAR, MINYEAR, datetime
from io import BytesIO

from warcio.bufferedreaders import ChunkedDataException, ChunkedDataReader

from newsgrab.decoding import codings_of, decoded, sliced
from newsgrab.errors import BadInput, NewsgrabError, ProtocolError, Truncated
from newsgrab.inputs.warcrecords import GarbledError, Record, opened, read_records
from newsgrab.model import Exchange, Failed, Headers, Page
from newsgrab.outcomes import failure
from newsgrab.text import status_in

log = logging.getLogger(__name__)

_CHUNK = re.compile(rb"[0-9A-Fa-f]+[ \t]*(?:;[^\r\n]*)?\r\n")
_CODING = "content-encoding"
_AS_CRAWLED = "X-Crawl-"  # Common Crawl's mark of a header that is no more true of the payload


def read_warcs(names: Iterable[str], *, most: int) -> Iterator[Page | Failed]:
    """Give the response of every record in turn, as it was when it was captured; ``-`` is standard input.

    A response that has more than ``most`` bytes, that was cut, or cannot be decoded, is a Failed, and so is
    a file that cannot be read on; the rest is read all the same.
    """
    for name in names:
        try:
            with opened(name) as stream:
                is_any = False
                for page in _pages(read_records(stream, most), most):
                    is_any = True
                    yield page
            if not is_any:
                log.warning("%s: holds nothing that a web server answered", name)
        except BadInput as error:
            yield failure(name, error)


def _without_chunks(payload: bytes, headers: Headers) -> bytes:
    """Undo chunks, which some crawlers keep and others have undone; raises Truncated."""
    is_said = any(
        name.lower() == "transfer-encoding" and "chunked" in value.lower() for name, value in headers
    )
    if not is_said or not _CHUNK.match(payload):
        return payload
    try:
        body: bytes = ChunkedDataReader(BytesIO(payload), raise_exceptions=True).read()
    except ChunkedDataException as error:
        raise Truncated("the captured body breaks off") from error
    return body


def _pages(records: Iterator[Record], most: int) -> Iterator[Page | Failed]:
    """Give a page for each response, with the request that belongs to it, before it or behind it."""
    for record, beside in _with_neighbours(records):
        if record.kind == "response":
            yield _page(record, _request(record, beside), most)


def _with_neighbours(records: Iterator[Record]) -> Iterator[tuple[Record, tuple[Record | None, ...]]]:
    """Give each record with those before and behind it; what reading on raises comes when all are given."""
    before: Record | None = None
    record: Record | None = None
    trouble: BadInput | None = None
    try:
        for behind in records:
            if record:
                yield record, (before, behind)
            before, record = record, behind
    except BadInput as error:
        trouble = error
    if record and isinstance(trouble, GarbledError):
        record = replace(record, trouble=BadInput("the file is garbled in this page, or just behind it"))
    if record:
        yield record, (before,)
    if trouble:
        raise trouble


def _request(response: Record, beside: tuple[Record | None, ...]) -> Record | None:
    return next(
        (
            one
            for one in beside
            if one
            and one.kind == "request"
            and (one.companion == response.name != "" or response.companion == one.name != "")
        ),
        None,
    )


def _page(response: Record, request: Record | None, most: int) -> Page | Failed:
    try:
        if response.trouble:
            raise response.trouble
        started_at = _moment(response.date)
        payload = _without_chunks(response.payload, response.headers)
        body, headers = _body(payload, response.headers, most)
    except NewsgrabError as error:
        return failure(response.url, error)
    exchange = Exchange(
        url=response.url,
        request_headers=request.headers if request else (),
        status_line=response.status_line,
        response_headers=headers,
        payload=payload,
        address=response.address,
        started_at=started_at,
    )
    return Page(
        url=response.url,
        requested_url=response.url,
        status=status_in(response.status_line),
        headers=headers,
        body=body,
        retrieved_at=started_at,
        exchanges=(exchange,),
    )


def _body(payload: bytes, headers: Headers, most: int) -> tuple[bytes, Headers]:
    """Decode a payload; where it is not encoded any more, its header is renamed to say no more that it is.

    Raises NewsgrabError.
    """
    try:
        return b"".join(decoded(sliced(payload), codings_of(headers), most)), headers
    except ProtocolError:
        if not payload.lstrip().startswith(b"<"):
            raise
    renamed = ((_AS_CRAWLED + name if name.lower() == _CODING else name, value) for name, value in headers)
    return payload, tuple(renamed)


def _moment(date: str) -> datetime:
    try:
        moment = datetime.fromisoformat(date)
    except ValueError as error:
        raise BadInput(f"its record does not say when it was captured: {date[:40]!r}") from error
    if moment.tzinfo is None or not MINYEAR < moment.year < MAXYEAR:  # in another zone it may have no year
        raise BadInput(f"its record does not say when it was captured: {date[:40]!r}")
    return moment
