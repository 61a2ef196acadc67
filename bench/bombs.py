"""What each bomb costs: one fetch in an own process, with the limits a user has by default.

    python bench/bombs.py

Prints the verdict, the seconds, the peak memory of the process, and what the server got rid of.
"""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
import time
import zlib
from collections.abc import Callable
from pathlib import Path

import brotli
import zstandard

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from newsgrab.errors import NewsgrabError  # noqa: E402 - after the path is set
from newsgrab.fetching import Fetcher, FetchSettings  # noqa: E402
from tests.server.site import Answer, Site, Wire, page  # noqa: E402

DEADLINE = 5.0  # seconds, in place of 60
GIGABYTE = 2**30
ZEROS = bytes(2**20)
HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"


def squeezed(compress: Callable[[bytes], bytes], finish: Callable[[], bytes]) -> bytes:
    """Compress a gigabyte of nothing."""
    return compress(b"<p>") + b"".join(compress(ZEROS) for _ in range(GIGABYTE // len(ZEROS))) + finish()


def zipped(wbits: int) -> bytes:
    maker = zlib.compressobj(9, wbits=wbits)
    return squeezed(maker.compress, maker.flush)


def squeezed_by_brotli() -> bytes:
    maker = brotli.Compressor(quality=1)
    return squeezed(maker.process, maker.finish)


def squeezed_by_zstd() -> bytes:
    maker = zstandard.ZstdCompressor(level=3).compressobj()
    return squeezed(maker.compress, maker.flush)


def pouring(start: bytes, chunk: bytes) -> Callable[[Wire], None]:
    def answer(wire: Wire) -> None:
        wire.send(start)
        wire.forever(chunk)

    return answer


def hanging(start: bytes) -> Callable[[Wire], None]:
    def answer(wire: Wire) -> None:
        wire.send(start)
        wire.hang()

    return answer


def dripping(text: bytes) -> Callable[[Wire], None]:
    return lambda wire: wire.drip(text, 0.05)


def bombs() -> dict[str, Answer]:
    """Make every bomb."""
    gzipped = zipped(31)
    chunked = HEAD + b"Transfer-Encoding: chunked\r\n\r\n"
    return {
        "a page of 20 MB": page(b"<p>" + b"a" * 19_999_997),
        "a page of 20 MB, gzip": page(gzip.compress(b"<p>" + bytes(19_999_997)), content_encoding="gzip"),
        "gzip, 1 GB": page(gzipped, content_encoding="gzip"),
        "deflate, 1 GB": page(zipped(15), content_encoding="deflate"),
        "br, 1 GB": page(squeezed_by_brotli(), content_encoding="br"),
        "zstd, 1 GB": page(squeezed_by_zstd(), content_encoding="zstd"),
        "gzip in gzip": page(gzip.compress(gzipped), content_encoding="gzip, gzip"),
        "gzip four times": page(b"", content_encoding="gzip, gzip, gzip, gzip"),
        "gzip of nothing, endless": pouring(
            HEAD + b"Content-Encoding: gzip\r\n\r\n", gzip.compress(b"") * 3000
        ),
        "5 GB declared": hanging(HEAD + b"Content-Length: 5000000000\r\n\r\n"),
        "body, endless": pouring(HEAD + b"\r\n<p>", ZEROS),
        "chunks, endless": pouring(chunked, b"100000\r\n" + ZEROS + b"\r\n"),
        "chunk size, endless": pouring(chunked, b"1" * 100_000),
        "trailers, endless": pouring(chunked + b"3\r\n<p>\r\n0\r\n", b"A: b\r\n" * 10_000),
        "header lines, endless": pouring(HEAD, b"A: b\r\n" * 10_000),
        "one header, endless": pouring(HEAD + b"A: ", b"b" * 100_000),
        "100 Continue, endless": pouring(b"", b"HTTP/1.1 100 Continue\r\n\r\n" * 1000),
        "body of a redirect, endless": pouring(b"HTTP/1.1 302 Found\r\nLocation: /2\r\n\r\n", ZEROS),
        "video, endless": pouring(b"HTTP/1.1 200 OK\r\nContent-Type: video/mp4\r\n\r\n", ZEROS),
        "octets, endless": pouring(
            b"HTTP/1.1 200 OK\r\nContent-Type: application/octet-stream\r\n\r\n", ZEROS
        ),
        "no answer": hanging(b""),
        "headers, a byte at a time": dripping(HEAD * 1000),
        "body, a byte at a time": dripping(HEAD + b"\r\n<p>" + b"a" * 10_000),
    }


def fetch(url: str) -> None:
    """Fetch in this process and say what it cost."""
    settings = FetchSettings(allow_private=("127.0.0.0/8",), retries=0, deadline=DEADLINE)
    with Fetcher(settings) as fetcher:
        try:
            verdict = f"{len(fetcher.fetch(url).body):,} bytes"
        except NewsgrabError as error:
            verdict = error.code
    print(json.dumps({"verdict": verdict, "peak": peak_memory()}))


def peak_memory() -> int:
    """Return this program's peak in MB; getrusage would tell that of the one that started it, too."""
    lines = Path("/proc/self/status").read_text("ascii").splitlines()
    return next(int(line.split()[1]) // 1024 for line in lines if line.startswith("VmHWM"))


def main() -> None:
    """Set every bomb off."""
    print(f"{'bomb':30} {'verdict':28} {'s':>6} {'peak MB':>8}")
    with Site() as site:
        for name, answer in bombs().items():
            site.connections = 0
            site.answer("/1", answer)
            command = [sys.executable, __file__, site.url("/1")]
            began = time.monotonic()
            done = subprocess.run(command, capture_output=True, check=True, timeout=60)
            found = json.loads(done.stdout)
            seconds = time.monotonic() - began
            print(f"{name:30} {found['verdict']:28} {seconds:6.2f} {found['peak']:8}", flush=True)


if __name__ == "__main__":
    fetch(sys.argv[1]) if len(sys.argv) > 1 else main()
