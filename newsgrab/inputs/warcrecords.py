"""The records of a WARC file, read as a stream, of any crawler: what was asked, and what was answered."""

from __future__ import annotations

import gzip
import io
import math
import re
import sys
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed
from warcio.recordloader import ArcWarcRecord

from newsgrab.decoding import GZIP_MAGIC
from newsgrab.errors import BadInput, NewsgrabError, TooLarge, Truncated, reason_of
from newsgrab.model import Headers

STANDARD_INPUT = "-"
_MOST_HEADERS = 1_000_000  # bytes of a record's and its response's
_STEP = 65_536
# What people take for WARC files, by its first bytes.
_WRAPPED = {
    b"PK\x03\x04": "is a zip file; if it is a WACZ, unpack it: its folder archive/ has the WARC files",
    b"\x28\xb5\x2f\xfd": "is compressed with zstd; undo that first",
    b"\x5d\x2a\x4d\x18": "is compressed with zstd and a dictionary of its own; undo that first",
}
_WEB = ("http://", "https://")
_LENGTH = re.compile(r"[0-9]{1,15}")
# warcio trusts headers to be there, and numbers to be small.
_NO_RECORD = (ArchiveLoadFailed, ValueError, AttributeError, TypeError, OverflowError)


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """What is used of a record; ``payload`` is as it was captured."""

    kind: str  # "request", "response", …
    url: str
    name: str  # WARC-Record-ID
    companion: str  # the name of the record that was made together with this one
    date: str
    address: str | None
    status_line: str
    headers: Headers
    payload: bytes
    trouble: NewsgrabError | None


class GarbledError(BadInput):
    """The file's own checksum, or the length of a record, is wrong: what was read just before may be, too."""


class _Inflated(gzip.GzipFile):
    """A gzip file of any number of members; warcio takes an EOFError for an orderly end."""

    def read(self, size: int | None = -1) -> bytes:
        """Give what is whole, also just before a cut; raises BadInput there."""
        try:
            return super().read1(-1 if size is None else size)
        except EOFError as error:
            raise BadInput(f"cannot be read to its end: {reason_of(error)}") from error
        except (OSError, zlib.error) as error:
            raise GarbledError(f"cannot be read to its end: {reason_of(error)}") from error


@contextmanager
def opened(name: str) -> Iterator[BinaryIO]:
    """Open a file, inflated where it is compressed; raises BadInput."""
    try:
        with _stream(name) as stream:
            buffered = io.BufferedReader(stream)  # type: ignore[type-var]  # both are buffered once already
            start = buffered.peek(4)[:4]
            if start in _WRAPPED:
                raise BadInput(_WRAPPED[start])
            is_compressed = start.startswith(GZIP_MAGIC)
            yield _Inflated(fileobj=buffered) if is_compressed else buffered  # type: ignore[misc]
    except OSError as error:
        raise BadInput(f"cannot be read: {reason_of(error)}") from error


def _stream(name: str) -> BinaryIO:
    try:
        return sys.stdin.buffer if name == STANDARD_INPUT else Path(name).open("rb")
    except ValueError as error:  # a name with a NUL in it
        raise BadInput(f"cannot be read: {reason_of(error)}") from error


class _Records(ArchiveIterator):  # type: ignore[misc]  # warcio has no types
    """The records of a file; where one does not end where it says, warcio would print so and read on."""

    def _consume_blanklines(self) -> tuple[bytes | None, int]:
        """Return the first line of the next record, and how many bytes came before it."""
        size = 0
        while line := self.reader.readline():
            if line.strip(b"\r\n\0"):
                if size or line.startswith(b"WARC/"):
                    return line, size
                raise GarbledError("has a record that does not end where it says")
            size += len(line)
        return None, size


class _Metered:
    """A stream of which warcio may read so much at once: it keeps headers, however long they are."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self.left = math.inf

    def read(self, size: int = -1) -> bytes:
        """Read on; raises BadInput once it is too much."""
        piece = self._stream.read(size)
        self.left -= len(piece)
        if self.left < 0:
            raise BadInput(f"has a record whose headers are longer than {_MOST_HEADERS:,} bytes")
        return piece

    def tell(self) -> int:
        """Tell nothing: warcio notes where records are, and nobody asks it."""
        return 0


def read_records(stream: BinaryIO, most: int) -> Iterator[Record]:
    """Give the requests and responses of a file; raises BadInput, and what reading it does."""
    metered = _Metered(stream)
    records = _Records(metered)
    count = 0
    while record := _next(records, metered, count):
        count += 1
        _require_sound(record, count)
        url = record.rec_headers.get_header("WARC-Target-URI") or ""
        if record.rec_type in ("request", "response") and url.lower().startswith(_WEB):
            yield _read(record, url, most)
        while record.raw_stream.read(_STEP):
            pass
    if not count:
        raise BadInput("holds no record")


def _require_sound(record: ArcWarcRecord, count: int) -> None:
    """Raise BadInput for what is no record of a WARC file, or does not say where it ends."""
    if record.format != "warc":  # warcio takes any line with blanks in it for the ARC files of old
        raise _no_warc(count - 1)
    if not _LENGTH.fullmatch(record.rec_headers.get_header("Content-Length", "")):
        raise BadInput(f"does not say how long its record {count:,} is")


def _no_warc(count: int) -> BadInput:
    return BadInput(f"is no WARC file behind its record {count:,}" if count else "is no WARC file")


def _next(records: _Records, metered: _Metered, count: int) -> ArcWarcRecord | None:
    metered.left = _MOST_HEADERS
    try:
        return next(records, None)
    except _NO_RECORD as error:
        raise _no_warc(count) from error
    finally:
        metered.left = math.inf


def _read(record: ArcWarcRecord, url: str, most: int) -> Record:
    head, about = record.http_headers, record.rec_headers.get_header
    headers = tuple(head.headers) if head else ()
    payload = record.raw_stream.read(most + 1)
    return Record(
        kind=record.rec_type,
        url=url,
        name=about("WARC-Record-ID") or "",
        companion=about("WARC-Concurrent-To") or "",
        date=about("WARC-Date") or "",
        address=about("WARC-IP-Address"),
        status_line=f"{head.protocol} {head.statusline}" if head else "",
        headers=headers,
        payload=payload,
        trouble=_trouble(record, payload, most),
    )


def _trouble(record: ArcWarcRecord, payload: bytes, most: int) -> NewsgrabError | None:
    """Say what is wrong with what was captured, if anything is."""
    if len(payload) > most:
        return TooLarge(f"the captured body has more than {most:,} bytes")
    if record.rec_headers.get_header("WARC-Truncated"):
        return Truncated("the body was cut when it was captured")
    if record.raw_stream.limit:
        return Truncated("the file ends in the middle of this page")
    return None
