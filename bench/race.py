"""newsgrab's batch beside trafilatura's list mode: the same pages from the same loopback hosts, in turn.

    python -m bench.race [DATA] --pages 1000 --hosts 60 --latency 0.1 --rounds 3

The pages are those of the measuring data; without it, those of our fixtures. trafilatura writes Markdown with
metadata, is told to wait for no host, and may ask loopback. newsgrab does all that it always does: sources,
captures, catalog, and every write on the disk before it counts.
"""

from __future__ import annotations

import argparse
import asyncio
import gzip
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import partial
from itertools import count, cycle, islice
from pathlib import Path

from bench.batch import OPTIONS, ROOT, Memory, descendants
from bench.sets import PAGE_SETS, data_folder, samples

PEER_SETTINGS = ("SLEEP_TIME = 5.0", "SLEEP_TIME = 0"), ("SSRF_PROTECTION = on", "SSRF_PROTECTION = off")
THREADS = "32"  # newsgrab's default, for both
MEMORY_EACH = 5  # looks: each at the memory of four processes takes 5 ms of the cores that are raced on
MISSING = b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n"
Tool = tuple[str, list[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lap:
    """What one tool took for the list."""

    tool: str
    seconds: float
    cpu: float
    own: float  # of that, the first process's
    megabytes: float
    files: int


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("data", nargs="?")
    parser.add_argument("--pages", type=int, default=1_000)
    parser.add_argument("--hosts", type=int, default=60)
    parser.add_argument("--latency", type=float, default=0.1)
    parser.add_argument("--rounds", type=int, default=1)
    parser.add_argument("--only", choices=("newsgrab", "trafilatura"))
    parser.add_argument("--serve", action="store_true", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.serve:
        asyncio.run(serve(bodies(given.data, given.pages), given.hosts, given.latency))
        return
    with tempfile.TemporaryDirectory() as name, served(given) as roots:
        folder = Path(name)
        urls = [f"{roots[n % len(roots)]}/2024/05/03/story-{n}" for n in range(given.pages)]
        (folder / "list.txt").write_text("\n".join(urls))
        for turn in range(given.rounds):
            for tool, command in tools(folder):
                if given.only in (None, tool):
                    output = folder / f"{tool}-{turn}"
                    print(told(run(tool, [*command, str(output)], output), given.pages), flush=True)


def tools(folder: Path) -> Iterator[Tool]:
    """Give each tool's command; the folder for its output is to be put behind it."""
    yield "newsgrab", [sys.executable, "-m", "newsgrab", "batch", *OPTIONS, "list.txt", "-A"]
    peer = Path(sys.executable).with_name("trafilatura")
    if peer.exists():
        settings = folder / "settings.cfg"
        settings.write_text(peer_settings())
        command = [str(peer), "-i", "list.txt", "--parallel", THREADS, "--config-file", str(settings)]
        yield "trafilatura", [*command, "--markdown", "--with-metadata", "-o"]


def peer_settings() -> str:
    """Return trafilatura's own settings, without its pause and its guard."""
    import trafilatura

    text = (Path(trafilatura.__file__).parent / "settings.cfg").read_text("utf-8")
    for usual, ours in PEER_SETTINGS:
        assert usual in text, usual
        text = text.replace(usual, ours)
    return text


def run(tool: str, command: list[str], output: Path) -> Lap:
    began = time.monotonic()
    process = subprocess.Popen(
        command, cwd=output.parent, env={**os.environ, "PYTHONPATH": str(ROOT)}, stderr=subprocess.DEVNULL
    )
    memory, cpu = Memory(process.pid), Cpu(process.pid)
    for turn in count():
        if process.poll() is not None:
            break
        if turn % MEMORY_EACH == 0:
            memory.look()
        cpu.look()
        time.sleep(0.1)
    outputs = [path for path in output.rglob("*") if path.is_file() and ".newsgrab" not in path.parts]
    return Lap(
        tool=tool,
        seconds=time.monotonic() - began,
        cpu=cpu.seconds,
        own=cpu.own,
        megabytes=memory.all,
        files=len(outputs),
    )


class Cpu:
    """What a process and its family have used, in seconds; what ends between two looks is lost."""

    def __init__(self, pid: int) -> None:
        self.pid = pid
        self.used: dict[int, float] = {}

    def look(self) -> None:
        for pid in (self.pid, *descendants(self.pid)):
            with suppress(OSError):
                words = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
                self.used[pid] = (int(words[11]) + int(words[12])) / os.sysconf("SC_CLK_TCK")

    @property
    def seconds(self) -> float:
        return sum(self.used.values())

    @property
    def own(self) -> float:
        return self.used.get(self.pid, 0.0)


def told(lap: Lap, pages: int) -> str:
    return (
        f"{lap.tool:12} {lap.seconds:6.1f} s, {pages / lap.seconds:5.1f} pages a second,"
        f" {lap.cpu:6.1f} s of CPU ({lap.own:.1f} in the first process), {lap.megabytes:4.0f} MB,"
        f" {lap.files:,} files"
    )


@contextmanager
def served(given: argparse.Namespace) -> Iterator[list[str]]:
    """Start the hosts in a process of their own, and give their addresses."""
    command = [sys.executable, "-m", "bench.race", "--serve", "--pages", str(given.pages)]
    command += ["--hosts", str(given.hosts), "--latency", str(given.latency)]
    command += [given.data] if given.data else []
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as server:
        try:
            assert server.stdout
            yield json.loads(server.stdout.readline())
        finally:
            server.kill()


def bodies(data: str | None, count: int) -> list[bytes]:
    """Return so many pages, compressed as they are sent; each page of the data once before any twice."""
    folder = data_folder(data)
    if folder.is_dir():
        pages = [sample.body for name in PAGE_SETS for sample in samples(folder, name)]
    else:
        pages = [path.read_bytes() for path in sorted((ROOT / "fixtures" / "pages").glob("*/*/page.html"))]
    return list(islice(cycle([gzip.compress(page, 6) for page in pages]), count))


async def serve(pages: list[bytes], hosts: int, latency: float) -> None:
    """Be the hosts: each answers for any page after ``latency`` seconds."""
    roots = []
    for number in range(hosts):
        server = await asyncio.start_server(partial(answer, pages, latency), f"127.0.9.{number + 1}", 0)
        host, port = server.sockets[0].getsockname()
        roots.append(f"http://{host}:{port}")
    print(json.dumps(roots), flush=True)
    await asyncio.Event().wait()


async def answer(
    pages: list[bytes], latency: float, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
) -> None:
    """Serve one connection until it is closed."""
    try:
        while request := await reader.readuntil(b"\r\n\r\n"):
            path = request.split(b" ", 2)[1]
            number = path.rpartition(b"story-")[2]
            await asyncio.sleep(latency)
            writer.write(page_answer(pages[int(number)]) if number.isdigit() else MISSING)
            await writer.drain()
    except (asyncio.IncompleteReadError, ConnectionError):
        pass
    finally:
        writer.close()


def page_answer(body: bytes) -> bytes:
    head = (
        "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n"
        f"Content-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body


if __name__ == "__main__":
    main()
