"""Measure sourcing: run the scorer that lies beside the data, and our speed.

    python bench/sourcing.py [--data ../shared/data]      or set NEWSGRAB_DATA

The folder ``sourcing`` in it holds ``dev.jsonl.gz``, ``de_dev.jsonl.gz`` and ``score.py``.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

from newsgrab.sourcing import attribute

REPOSITORY = Path(__file__).parent.parent
DEFAULT = REPOSITORY.parent / "shared" / "data"
SETS = {"en": "dev.jsonl.gz", "de": "de_dev.jsonl.gz"}


class Gold(NamedTuple):
    id: str
    text: str


def read_gold(file: Path) -> tuple[str, list[Gold]]:
    lines = gzip.decompress(file.read_bytes()).decode("utf-8")
    return lines, [Gold(entry["id"], entry["text"]) for entry in map(json.loads, lines.splitlines())]


def predict(articles: list[Gold], language: str) -> str:
    """Return the predictions as JSON Lines; the last line has the CPU seconds."""
    attribute("Warm up.", language=language)
    lines: list[str] = []
    seconds = 0.0
    for article in articles:
        start = time.process_time()
        sourcing = attribute(article.text, language=language)
        seconds += time.process_time() - start
        names = [source.name for source in sourcing.sources]
        for quote in (quote for source in sourcing.sources for quote in source.quotes):
            assert quote in article.text, quote
        attributions = sourcing.to_dict()["attributions"]
        lines.append(json.dumps({"id": article.id, "attributions": attributions, "sources": names}))
    lines.append(json.dumps({"total_seconds": seconds}))
    return "\n".join(lines) + "\n"


def measure(folder: Path, language: str) -> None:
    lines, articles = read_gold(folder / SETS[language])
    with tempfile.TemporaryDirectory() as scratch:
        gold, predicted = Path(scratch, f"{language}.gold.jsonl"), Path(scratch, f"newsgrab.{language}.jsonl")
        gold.write_text(lines, "utf-8")
        predicted.write_text(predict(articles, language), "utf-8")
        command = [sys.executable, str(folder / "score.py"), "--gold", str(gold), "--pred", str(predicted)]
        subprocess.run(command, check=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path(os.environ.get("NEWSGRAB_DATA", DEFAULT)))
    folder = parser.parse_args().data / "sourcing"
    for language in SETS:
        measure(folder, language)


if __name__ == "__main__":
    main()
