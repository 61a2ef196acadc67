"""Measure batch: a long list over many hosts, interrupted three times; and a list that is known already.

python -m bench.batch --pages 10000 --hosts 60 --known 100000
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from contextlib import ExitStack
from pathlib import Path
from urllib.request import urlopen

from bench.archive import Newsroom, fill
from newsgrab.archive import open_archive
from newsgrab.archive.ledger import Sighting
from tests.world.paper import Answer, Paper

ROOT = Path(__file__).parent.parent
OPTIONS = ("-q", "--allow-private", "127.0.0.0/8", "--delay", "0")
SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGKILL)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=10_000)
    parser.add_argument("--hosts", type=int, default=60)
    parser.add_argument("--latency", type=float, default=0.1)
    parser.add_argument("--known", type=int, default=100_000)
    parser.add_argument("--serve", action="store_true", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.serve:
        serve(given.hosts, given.latency)
        return
    with tempfile.TemporaryDirectory() as folder:
        if given.pages:
            measure_interrupted(Path(folder), given)
        if given.known:
            measure_known(Path(folder), given.known)


def measure_interrupted(folder: Path, given: argparse.Namespace) -> None:
    """Run a list to its end through three interruptions, and look for what is lost or doubled."""
    command = [sys.executable, "-m", "bench.batch", "--serve"]
    command += ["--hosts", str(given.hosts), "--latency", str(given.latency)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout
        roots = json.loads(server.stdout.readline())
        urls = [f"{roots[n % len(roots)]}/2024/05/03/story-{n}" for n in range(given.pages)]
        (folder / "list.txt").write_text("\n".join(urls))
        for turn, number in enumerate((*SIGNALS, None), start=1):
            run_once(folder, roots[0], number, turn * given.pages // 4)
        asked = asked_for(roots[0])
        server.kill()
    files = [file for file in (folder / "archive").rglob("*.md") if ".newsgrab" not in file.parts]
    twice = sum(count - 1 for count in asked.values())
    print(f"{len(files):,} files of {given.pages:,}; {len(asked):,} addresses asked for, {twice} once more")


def run_once(folder: Path, root: str, number: signal.Signals | None, until: int) -> None:
    """Run batch, to its end or until so many pages have been asked for; tell time and memory."""
    began = time.monotonic()
    command = [sys.executable, "-m", "newsgrab", "batch", *OPTIONS, "-A", "archive", "list.txt"]
    process = subprocess.Popen(command, cwd=folder, env={**os.environ, "PYTHONPATH": str(ROOT)})
    memory = Memory(process.pid)
    stopped = began
    while process.poll() is None:
        memory.look()
        if number and sum(asked_for(root).values()) >= until:
            stopped = time.monotonic()
            process.send_signal(number)
            process.wait()
        time.sleep(0.2)
    seconds = time.monotonic() - began
    how = f"{number.name}, gone after {time.monotonic() - stopped:.1f} s" if number else "to the end"
    print(
        f"run of {seconds:.0f} s ({how}): exit {process.returncode}, peak memory {memory.own:.0f} MB"
        f" and with its processes {memory.all:.0f} MB"
    )


class Memory:
    """The peak of a process and of its family, in MB of private and shared pages counted by their share."""

    def __init__(self, pid: int) -> None:
        self.pid = pid
        self.own = self.all = 0.0

    def look(self) -> None:
        own = proportional(self.pid)
        self.own = max(self.own, own)
        self.all = max(self.all, own + sum(map(proportional, descendants(self.pid))))


def proportional(pid: int) -> float:
    try:
        rollup = Path(f"/proc/{pid}/smaps_rollup").read_text()
    except OSError:
        return 0.0
    return int(rollup.split("Pss:")[1].split()[0]) / 1000 if "Pss:" in rollup else 0.0


def descendants(pid: int) -> list[int]:
    try:
        texts = [path.read_text() for path in Path(f"/proc/{pid}/task").glob("*/children")]
    except OSError:
        return []
    children = [int(child) for text in texts for child in text.split()]
    return [*children, *(each for child in children for each in descendants(child))]


def asked_for(root: str) -> Counter[str]:
    with urlopen(f"{root}/-/log") as answer:
        return Counter(json.load(answer))


def serve(hosts: int, latency: float) -> None:
    """Be the newspapers, and tell at ``/-/log`` of the first what was asked for how often."""
    with ExitStack() as stack:
        papers = [
            stack.enter_context(Paper(address=f"127.0.9.{n + 1}", latency=latency)) for n in range(hosts)
        ]

        def log() -> Answer:
            asked = Counter(path for paper in papers for path in paper.asked() if path.startswith("/2024"))
            return Answer(json.dumps(asked), after=0.001)

        papers[0].answers["/-/log"] = log
        print(json.dumps([paper.url("") for paper in papers]), flush=True)
        threading.Event().wait()


def measure_known(folder: Path, count: int) -> None:
    """Time a list of which everything is in the archive, each address in its catalog."""
    archive_path = folder / "known"
    urls = [f"https://host-{n % 500}.example/2024/05/{n % 28 + 1:02}/story-{n}" for n in range(count)]
    newsroom = Newsroom(7)
    fill(archive_path, newsroom, 100)
    with open_archive(archive_path) as archive:
        entries = [archive.find(newsroom.url(number)) for number in range(100)]
        for start in range(0, count, 1000):
            entry = entries[start // 1000 % 100]
            assert entry
            archive.ledger.seen(entry, Sighting(urls=tuple(urls[start : start + 1000])))
    (folder / "known.txt").write_text("\n".join(urls))
    began = time.monotonic()
    command = [sys.executable, "-m", "newsgrab", "batch", *OPTIONS, "-A", "known", "known.txt"]
    process = subprocess.Popen(command, cwd=folder, env={**os.environ, "PYTHONPATH": str(ROOT)})
    memory = Memory(process.pid)
    while process.poll() is None:
        memory.look()
        time.sleep(0.1)
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    print(
        f"{count:,} known addresses: {time.monotonic() - began:.1f} s,"
        f" {used.ru_utime + used.ru_stime:.1f} s of CPU, exit {process.returncode},"
        f" peak memory {memory.all:.0f} MB"
    )


if __name__ == "__main__":
    main()
