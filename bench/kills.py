"""``newsgrab batch`` over 300 loopback pages on six hosts, killed with -9 again and again.

python bench/kills.py --kills 100 --seeds 3
"""

from __future__ import annotations

import argparse
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from contextlib import ExitStack
from pathlib import Path

from newsgrab.archive import read_archive, verify
from tests.world.paper import Paper

ROOT = Path(__file__).parents[1]
HOSTS, PAGES = 6, 50
OPTIONS = ("--allow-private", "127.0.0.0/8", "--delay", "0", "-q")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=100, help="in all")
    parser.add_argument("--seeds", type=int, default=3)
    options = parser.parse_args()
    for seed in range(1, options.seeds + 1):
        with tempfile.TemporaryDirectory() as folder:
            drill(Path(folder), random.Random(seed), options.kills // options.seeds + 1)


def drill(folder: Path, chance: random.Random, kills: int) -> None:
    """Kill, start again, and at the end count what is there and what was asked."""
    with ExitStack() as stack:
        papers = [stack.enter_context(Paper(address=f"127.0.4.{host}")) for host in range(1, HOSTS + 1)]
        for paper in papers:
            paper.latency = 0.05
        urls = [url for paper in papers for url in paper.urls(PAGES)]
        (folder / "list.txt").write_text("\n".join(urls), "utf-8")
        in_flight = 0
        for _ in range(kills):
            process = start(folder)
            time.sleep(chance.uniform(0.2, 2.0))
            is_over = process.poll() is not None
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
            in_flight += 0 if is_over else HOSTS
        last = start(folder)
        if last.wait(300) != 0:
            raise SystemExit(f"the last run ended with {last.returncode}")
        asked = Counter(f"{number}{path}" for number, paper in enumerate(papers) for path in paper.asked())
    tell(folder / "news", asked, len(urls), kills, in_flight)


def start(folder: Path) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "newsgrab", "batch", "-A", "news", *OPTIONS, "list.txt"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.Popen(command, cwd=folder, env=environment, start_new_session=True)


def tell(archive: Path, asked: Counter[str], count: int, kills: int, in_flight: int) -> None:
    with read_archive(archive) as reader:
        articles = [entry.url or "" for entry in reader.entries()]
        states = Counter(finding.state.value for finding in verify(reader))
    pages = Counter({path: times for path, times in asked.items() if "story" in path})
    again = sum(times - 1 for times in pages.values())
    print(
        f"{kills} kills: {len(set(articles))} of {count} articles, "
        f"{len(articles) - len(set(articles))} twice, "
        f"{again} requests repeated (at most {in_flight} were in flight), verify: {dict(states)}",
        flush=True,
    )
    if sorted(set(articles)) != sorted(articles) or len(articles) != count or again > in_flight:
        raise SystemExit("something was lost, doubled or asked again")
    if set(states) - {"whole", "unused"}:
        raise SystemExit("verify is not content")


if __name__ == "__main__":
    main()
