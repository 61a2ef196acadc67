"""Content codings undone in small steps, so that no bomb gets far, and with the end of stream checked."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator
from typing import Protocol

import brotli
import zstandard

from newsgrab.errors import DecompressionBomb, ProtocolError, TooLarge, Truncated
from newsgrab.model import Headers

Chunks = Iterator[bytes]

ACCEPT_ENCODING = "gzip, deflate, br, zstd"
MOST_CODINGS = 3
STEP = 65_536  # bytes that a decoder gives at once
ZSTD_STEP = 64  # bytes that zstd is given at once: at most 16 blocks, of 128 kB each
ZSTD_WINDOW = 8 * 2**20  # what RFC 9659 lets a server use
GZIP, ZLIB, RAW = 31, 15, -15  # zlib's words for its three forms
GZIP_MAGIC = b"\x1f\x8b"


class Decoder(Protocol):
    """Undoes one coding; ``has_ended`` once the stream's own end was seen."""

    has_ended: bool

    def feed(self, chunk: bytes) -> Chunks:
        """Take a chunk and give what comes of it, in small pieces; raises ProtocolError."""


class Gzip:
    """gzip, of any number of members; what follows the last one is padding."""

    def __init__(self) -> None:
        self._inflate = zlib.decompressobj(GZIP)
        self._rest = b""
        self.has_ended = False

    def feed(self, chunk: bytes) -> Chunks:
        """Undo gzip."""
        self._rest += chunk
        while self._rest:
            if self.has_ended:
                if not self._rest.startswith(GZIP_MAGIC):
                    self._rest = self._rest[:1] if self._rest == GZIP_MAGIC[:1] else b""
                    return
                self._inflate, self.has_ended = zlib.decompressobj(GZIP), False
            chunk, self._rest = self._rest, b""
            yield from inflated(self._inflate, chunk)
            if self._inflate.eof:
                self.has_ended, self._rest = True, self._inflate.unused_data


class Deflate:
    """deflate in either of its meanings: the standard's zlib, or some servers' bare one."""

    def __init__(self) -> None:
        self._inflate = zlib.decompressobj(ZLIB)
        self._head = b""
        self._is_told = False
        self.has_ended = False

    def feed(self, chunk: bytes) -> Chunks:
        """Undo deflate."""
        if not self._is_told:
            self._head = chunk = self._head + chunk
            if len(chunk) < 2:
                return
            if chunk[0] & 0x0F != 8 or int.from_bytes(chunk[:2], "big") % 31:
                self._inflate = zlib.decompressobj(RAW)
            self._is_told = True
        if not self.has_ended:
            yield from inflated(self._inflate, chunk)
            self.has_ended = self._inflate.eof


class Brotli:
    """br."""

    def __init__(self) -> None:
        self._decompress = brotli.Decompressor()
        self.has_ended = False

    def feed(self, chunk: bytes) -> Chunks:
        """Undo brotli."""
        while not self.has_ended:
            try:
                yield self._decompress.process(chunk, output_buffer_limit=STEP)
            except brotli.error as error:
                raise ProtocolError("the brotli body is corrupt") from error
            self.has_ended = self._decompress.is_finished()
            if self._decompress.can_accept_more_data():
                return
            chunk = b""


class Zstd:
    """zstd, of any number of frames."""

    def __init__(self) -> None:
        self._make = zstandard.ZstdDecompressor(max_window_size=ZSTD_WINDOW).decompressobj
        self._decompress = self._make()
        self.has_ended = False

    def feed(self, chunk: bytes) -> Chunks:
        """Undo zstd."""
        for start in range(0, len(chunk), ZSTD_STEP):
            yield from self._feed_a_little(chunk[start : start + ZSTD_STEP])

    def _feed_a_little(self, piece: bytes) -> Chunks:
        while piece:
            if self._decompress.eof:
                self._decompress = self._make()
            try:
                yield self._decompress.decompress(piece)
            except zstandard.ZstdError as error:
                raise ProtocolError("the zstd body is corrupt") from error
            self.has_ended = self._decompress.eof
            piece = self._decompress.unused_data if self._decompress.eof else b""


DECODERS: dict[str, Callable[[], Decoder]] = {
    "br": Brotli,
    "deflate": Deflate,
    "gzip": Gzip,
    "x-gzip": Gzip,
    "zstd": Zstd,
}


def codings_of(headers: Headers) -> tuple[str, ...]:
    """Return the content codings that change a body, in the order in which they were applied.

    >>> codings_of((("Content-Encoding", "identity, GZIP"),))
    ('gzip',)
    """
    values = (value for name, value in headers if name.lower() == "content-encoding")
    words = (word.strip().lower() for value in values for word in value.split(","))
    return tuple(word for word in words if word in DECODERS)


def sliced(body: bytes) -> Chunks:
    """Give a body in small pieces: the members of a gzip file are each cut off from what is behind them.

    >>> [len(piece) for piece in sliced(bytes(100_000))]
    [65536, 34464]
    """
    return (body[start : start + STEP] for start in range(0, len(body), STEP))


def decoded(chunks: Chunks, codings: tuple[str, ...], most: int) -> Chunks:
    """Undo ``codings``, given in the order in which they were applied.

    Raises DecompressionBomb or TooLarge beyond ``most`` bytes at any stage, Truncated when
    a stream ends early, ProtocolError when it is corrupt.
    """
    if len(codings) > MOST_CODINGS:
        raise DecompressionBomb(f"the body is encoded {len(codings)} times over")
    chunks = limited(chunks, most, TooLarge(f"the body has more than {most:,} bytes"))
    for coding in reversed(codings):
        bomb = DecompressionBomb(f"the body inflates to more than {most:,} bytes")
        chunks = limited(undone(chunks, DECODERS[coding]()), most, bomb)
    return chunks


def limited(chunks: Chunks, most: int, error: TooLarge | DecompressionBomb) -> Chunks:
    """Pass chunks on until there are more than ``most`` bytes; then raise ``error``."""
    left = most
    for chunk in chunks:
        left -= len(chunk)
        if left < 0:
            raise error
        if chunk:
            yield chunk


def undone(chunks: Chunks, decoder: Decoder) -> Chunks:
    """Undo one coding; an empty stream is taken for an empty body, as browsers do."""
    is_begun = False
    for chunk in chunks:
        is_begun = True
        yield from decoder.feed(chunk)
    if is_begun and not decoder.has_ended:
        raise Truncated("the compressed body is cut short")


def inflated(inflate: zlib._Decompress, chunk: bytes) -> Chunks:
    """Feed zlib one chunk and give what comes of it in steps."""
    while True:
        try:
            piece = inflate.decompress(chunk, STEP)
        except zlib.error as error:
            raise ProtocolError(f"the compressed body is corrupt: {error}") from error
        yield piece
        chunk = inflate.unconsumed_tail
        if inflate.eof or (not chunk and len(piece) < STEP):  # a full piece may have more behind it
            return
