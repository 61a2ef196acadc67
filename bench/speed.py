"""What a page costs newsgrab and its peers, side by side, page by page: ``python bench/speed.py [DATA]``."""

from __future__ import annotations

import argparse
import logging
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from statistics import mean, median, quantiles

sys.path.insert(0, str(Path(__file__).parent.parent))

from bench.extractors import as_html, readability
from bench.sets import PAGE_SETS, Sample, data_folder, samples
from newsgrab.errors import NewsgrabError
from newsgrab.model import Page
from newsgrab.reading import read
from newsgrab.rules import load
from newsgrab.writers import article_file

WARM = 5  # pages that are read before the clock starts: imports and compiled rules are paid once
SLOWEST = 10
Reader = Callable[[Sample], object]


def newsgrab(sample: Sample) -> str:
    """Make the whole article file: metadata, body, captions, stripping, sourcing, front matter, Markdown."""
    try:
        return article_file(read(Page(url=sample.url or None, requested_url=None, body=sample.body), load()))
    except NewsgrabError as error:
        return str(error)


def trafilatura(sample: Sample) -> object:
    """Make Markdown with metadata, with trafilatura's own defaults for all else."""
    from trafilatura import extract

    return extract(as_html(sample), url=sample.url or None, output_format="markdown", with_metadata=True)


READERS: dict[str, Reader] = {"newsgrab": newsgrab, "trafilatura": trafilatura, "readability": readability}
NAMES = {
    "newsgrab": "newsgrab, everything",
    "trafilatura": "trafilatura, Markdown and metadata",
    "readability": "readability-lxml, HTML and headline",
}


def main() -> None:
    options = read_options()
    logging.disable()  # readability-lxml prints what it stumbles over
    if options.alone:
        print(peak_memory(READERS[options.alone], pages_of(options)))
        return
    # First, for a process takes over the peak of the one that starts it.
    memory = {name: run_alone(name, options) for name in READERS}
    pages = list(pages_of(options))
    costs = measure(pages)
    print_table(costs, memory)
    print(f"\nthe {SLOWEST} slowest pages of newsgrab")
    for cost, page in sorted(zip(costs["newsgrab"], pages, strict=True), key=lambda row: -row[0])[:SLOWEST]:
        print(f"{1000 * cost:8.0f} ms  {len(page.body) / 1000:7.0f} kB  {page.set}/{page.id}")


def read_options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", nargs="?", help="the data folder; else NEWSGRAB_DATA; else ../shared/data")
    parser.add_argument("--sets", default=",".join(PAGE_SETS), help="only these, parted by commas")
    parser.add_argument("--alone", choices=READERS, help="only say how many MB this one takes at its peak")
    return parser.parse_args()


def pages_of(options: argparse.Namespace) -> Iterator[Sample]:
    """Give the pages of the sets."""
    for name in options.sets.split(","):
        yield from samples(data_folder(options.data), name)


def measure(pages: Sequence[Sample]) -> dict[str, list[float]]:
    """Return the CPU seconds of each reader on each page; they take turns, and who begins changes."""
    costs: dict[str, list[float]] = {name: [] for name in READERS}
    for page in pages[:WARM]:
        for read_page in READERS.values():
            read_page(page)
    order = list(READERS)
    for page in pages:
        order.append(order.pop(0))
        for name in order:
            start = time.process_time()
            READERS[name](page)
            costs[name].append(time.process_time() - start)
    return costs


def peak_memory(read_page: Reader, pages: Iterable[Sample]) -> int:
    """Return the peak memory of this process in MB after it has read all pages."""
    for page in pages:
        read_page(page)
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def run_alone(name: str, options: argparse.Namespace) -> int:
    """Return the peak memory of a process that runs one reader only."""
    arguments = [*([options.data] if options.data else []), "--sets", options.sets, "--alone", name]
    command = [sys.executable, str(Path(__file__)), *arguments]
    return int(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def print_table(costs: dict[str, list[float]], memory: dict[str, int]) -> None:
    """Print CPU milliseconds a page, and how many pages newsgrab reads while a peer reads one."""
    pages = f"{len(costs['newsgrab'])} pages, CPU ms a page"
    print(f"{pages:36} median   mean    95 %  slowest  peak MB  newsgrab")
    ours = mean(costs["newsgrab"])
    for name, seconds in costs.items():
        times = [1000 * each for each in seconds]
        figures = f"{median(times):7.1f}{mean(times):7.1f}{quantiles(times, n=20)[-1]:8.1f}{max(times):9.0f}"
        print(f"{NAMES[name]:36}{figures}{memory[name]:9}{mean(seconds) / ours:8.2f} x")


if __name__ == "__main__":
    main()
