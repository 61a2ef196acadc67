"""How long newsgrab takes to begin: its short commands against Python doing nothing, in turn.

The last two read one page, which from a cold start is mostly beginning: ours, and trafilatura's where it is.

python -m bench.startup --rounds 20
"""

from __future__ import annotations

import argparse
import importlib.util
import os
import resource
import statistics
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "fixtures/pages/themoscowtimes.com/message/page.html"
COMMANDS = {
    "python -c pass": ("-c", "pass"),
    "newsgrab --version": ("-m", "newsgrab", "--version"),
    "newsgrab --help": ("-m", "newsgrab", "--help"),
    "newsgrab batch --help": ("-m", "newsgrab", "batch", "--help"),
    "newsgrab extract": ("-m", "newsgrab", "extract", "-"),
}
if importlib.util.find_spec("trafilatura") is not None:
    COMMANDS["trafilatura"] = (
        "-c",
        "from trafilatura.cli import main; main()",
        *("--markdown", "--with-metadata"),
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--rounds", type=int, default=20)
    given = parser.parse_args()
    taken: dict[str, list[tuple[float, float]]] = {name: [] for name in COMMANDS}
    for _ in range(given.rounds):
        for name, arguments in COMMANDS.items():
            taken[name].append(once(arguments))
    nothing = [statistics.median(times) for times in zip(*taken["python -c pass"], strict=True)]
    for name, each in taken.items():
        seconds, cpu = (statistics.median(times) for times in zip(*each, strict=True))
        print(
            f"{name:22} {1e3 * seconds:4.0f} ms ({1e3 * (seconds - nothing[0]):+4.0f}),"
            f" CPU {1e3 * cpu:4.0f} ms ({1e3 * (cpu - nothing[1]):+4.0f})"
        )


def once(arguments: tuple[str, ...]) -> tuple[float, float]:
    """Return the seconds that pass, and those of CPU."""
    before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    with PAGE.open() as page:
        subprocess.run(
            [sys.executable, *arguments],
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            stdin=page,
            stdout=subprocess.DEVNULL,
            check=True,
        )
    seconds, after = time.perf_counter() - began, resource.getrusage(resource.RUSAGE_CHILDREN)
    return seconds, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


if __name__ == "__main__":
    main()
