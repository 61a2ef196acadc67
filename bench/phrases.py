"""For every phrase rule: how many boilerplate and how many true sentences it takes.

    python bench/phrases.py [DATA] [--show N] [--rule PREFIX]

True are the bodies of the page sets, their ``must`` snippets and the true lines of the dumps; boilerplate
are the other lines of the dumps, the ``must_not`` snippets and what was found inside article containers.
A rule that takes true sentences is worse than one that takes nothing.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from bench.sets import data_folder
from newsgrab.extraction.boilerplate.strip import cut, mark
from newsgrab.model import Block, Kind
from newsgrab.rules import load

_TRUE_LABELS = {"body", "subhead", "headline", "caption"}
_WITH_BODIES = ("fundus", "newspaper4k", "mozilla")
_Line = tuple[str, str]  # where it stands, its text


def true_lines(data: Path) -> Iterator[_Line]:
    """Give every line that must never be taken."""
    for name in _WITH_BODIES:
        for truth in _truths(data, name):
            for line in str(truth.get("body") or "").split("\n"):
                yield f"{name}/{truth['id']}", line.strip()
    for truth in _truths(data, "trafilatura"):
        snippets = truth.get("must")
        for snippet in snippets if isinstance(snippets, list) else []:
            yield f"trafilatura/{truth['id']}", str(snippet)
    for where, text, label in _dump_lines(data):
        if label in _TRUE_LABELS:
            yield where, text


def other_lines(data: Path) -> Iterator[_Line]:
    """Give every line that is known to be boilerplate."""
    for where, text, label in _dump_lines(data):
        if label not in _TRUE_LABELS | {"byline", "date", "dateline", "credit"}:
            yield where, text
    found = data / "banners" / "html_boilerplate.jsonl"
    for row in found.read_text("utf-8").rstrip("\n").split("\n"):
        known = json.loads(row)
        yield known["page"], known["text"]


def _truths(data: Path, name: str) -> Iterator[dict[str, object]]:
    path = data / "extraction" / name / "truth.jsonl"
    for line in path.read_text("utf-8").rstrip("\n").split("\n"):
        yield json.loads(line)


def _dump_lines(data: Path) -> Iterator[tuple[str, str, str]]:
    for path in sorted((data / "banners" / "text").glob("*.json")):
        dump = json.loads(path.read_text("utf-8"))
        for line in dump["lines"]:
            yield dump["id"], line["text"], line["label"]


def takes(line: _Line) -> Iterator[_Line]:
    """Give the rules that take something of a line, each with what it takes."""
    rules = load()
    block = (Block(kind=Kind.PARAGRAPH, text=line[1]),)
    _, removals = cut(block, mark(block, rules))
    for removal in removals:
        yield removal.rule, removal.text


def main() -> None:
    """Print a line for each rule, those that take true sentences first."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("data", nargs="?")
    parser.add_argument("--show", type=int, default=0, help="print so many true sentences of each rule")
    parser.add_argument("--rule", default="", help="only rules whose id begins so")
    options = parser.parse_args()
    data = data_folder(options.data)
    good: Counter[str] = Counter()
    bad: Counter[str] = Counter()
    taken: dict[str, list[str]] = defaultdict(list)
    for line in filter(lambda line: line[1], other_lines(data)):
        good.update(rule for rule, _ in takes(line))
    for line in dict.fromkeys(filter(lambda line: line[1], true_lines(data))):
        for rule, text in takes(line):
            bad[rule] += 1
            taken[rule].append(f"{line[0]}: {text[:160]}")
    ids = [phrase.id for phrase in load().phrases if phrase.id.startswith(options.rule)]
    for rule in sorted(ids, key=lambda rule: (-bad[rule], -good[rule])):
        print(f"{bad[rule]:5} true {good[rule]:5} boilerplate  {rule}")
        for text in taken[rule][: options.show]:
            print(f"        {text}")


if __name__ == "__main__":
    main()
