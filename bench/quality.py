"""Score newsgrab and its peers on the measuring data, in one go: ``python bench/quality.py [DATA]``."""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from statistics import mean, median
from typing import Any

sys.path.insert(0, str(Path(__file__).parent.parent))

from bench.extractors import Extractor, available
from bench.sets import (
    BANNERS,
    DUMPS,
    OUT,
    PAGE_SETS,
    Sample,
    as_it_is,
    data_folder,
    nameless,
    samples,
    scorer,
)

FOLDS = 5
LARGEST = 20


def main() -> None:
    options = read_options()
    data = data_folder(options.data)
    names = options.sets.split(",") if options.sets else [*PAGE_SETS, DUMPS, BANNERS]
    peers = {name: one for name, one in available().items() if options.peers or name == "newsgrab"}
    changed = nameless if options.nameless else as_it_is
    costs = {name: predict(name, extractor, data, names, changed) for name, extractor in peers.items()}
    for name in names:
        print(score(data, name, list(peers)), flush=True)
    if options.fold:
        print_folds(data, [name for name in names if name in PAGE_SETS])
    if options.worst:
        print_worst(data, [name for name in names if name in PAGE_SETS], options.worst)
    print_costs(costs)


def read_options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", nargs="?", help="the data folder; else NEWSGRAB_DATA; else ../shared/data")
    parser.add_argument("--sets", help="only these, parted by commas")
    parser.add_argument("--no-peers", dest="peers", action="store_false", help="only newsgrab")
    parser.add_argument(
        "--nameless", action="store_true", help="the pages with every class and id made unreadable"
    )
    parser.add_argument("--fold", action="store_true", help="the figures of five folds, split by publisher")
    parser.add_argument(
        "--worst", type=int, metavar="N", help="the N worst pages of each set, with what is wrong"
    )
    return parser.parse_args()


def predict(
    name: str,
    extractor: Extractor,
    data: Path,
    sets: Iterable[str],
    changed: Callable[[Sample], Sample] = as_it_is,
) -> list[tuple[float, int, str]]:
    """Write the predictions of one extractor; return what each page cost in CPU seconds, with its size."""
    costs = []
    for each in sets:
        path = prediction_file(name, each)
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("w", encoding="utf-8") as file:
            for sample in map(changed, samples(data, each)):
                start = time.process_time()
                prediction = extractor(sample)
                costs.append((time.process_time() - start, len(sample.body), f"{each}/{sample.id}"))
                file.write(json.dumps({"id": sample.id, **prediction}, ensure_ascii=False) + "\n")
    return costs


def prediction_file(name: str, each: str) -> Path:
    return OUT / "preds" / name / f"{each}.jsonl"


def score(data: Path, name: str, extractors: Sequence[str]) -> str:
    """Run the scorer that lies beside the data."""
    if name in PAGE_SETS:
        script = data / "extraction" / "score.py"
        arguments = ["--data", str(script.parent), "--preds", str(OUT / "preds"), "--sets", name]
        return run(script, [*arguments, "--peers", ",".join(extractors)])
    script = data / "banners" / "score_text.py"
    files = {one: str(prediction_file(one, name)) for one in extractors}
    return "\n".join(f"## {name}: {one}\n{run(script, [file, '--set', name])}" for one, file in files.items())


def run(script: Path, arguments: Sequence[str]) -> str:
    return subprocess.run(
        [sys.executable, str(script), *arguments], check=True, capture_output=True, text=True
    ).stdout


def scored(data: Path, name: str) -> list[tuple[Sample, dict[str, Any], set[str]]]:
    """Return each sample with its figures, and which fields were given at all."""
    judge = scorer(data)
    chosen = list(samples(data, name))
    predictions = judge.load_preds(prediction_file("newsgrab", name))
    figures, given = judge.score_set(name, [sample.truth for sample in chosen], predictions)
    return [(sample, figure, given) for sample, figure in zip(chosen, figures, strict=True)]


def print_folds(data: Path, sets: Iterable[str]) -> None:
    """Print the figures of five parts of each set; no publisher is in two of them."""
    judge = scorer(data)
    for name in sets:
        rows = scored(data, name)
        order = {publisher: at for at, publisher in enumerate(sorted({row[0].publisher for row in rows}))}
        folds: dict[int, list[dict[str, Any]]] = defaultdict(list)
        for sample, figure, _ in rows:
            folds[order[sample.publisher] % FOLDS].append(figure)
        tables = [
            (f"fold {at + 1} of {name}", judge.aggregate(name, folds[at], rows[0][2])) for at in sorted(folds)
        ]
        print(judge.table(tables, False), end="\n\n")


def print_worst(data: Path, sets: Iterable[str], count: int) -> None:
    """Print the worst pages with what is extra and what is missing."""
    for name in sets:
        rows = scored(data, name)
        ranked = sorted(rows, key=lambda row: quality(row[1]))[:count]
        predictions = scorer(data).load_preds(prediction_file("newsgrab", name))
        for sample, figure, _ in ranked:
            print(
                f"\n# {name}/{sample.id}  {quality(figure):.3f}  {predictions[sample.id].get('refused', '')}"
            )
            for kind, text in figure.get("extra_text", ()):
                print(f"  + {kind}: {text[:160]}")
            for text in figure.get("leaked", ()):
                print(f"  + {text[:160]}")
            for text in missing(figure, sample, str(predictions[sample.id].get("body") or "")):
                print(f"  - {text[:160]}")


def quality(figure: dict[str, Any]) -> float:
    """Return one figure by which pages can be ranked."""
    if "f1" in figure:
        return float(figure["f1"])
    (hit, wanted), (leaked, _) = figure["must"], figure["must_not"]
    return float((hit - leaked) / max(1, wanted))


def missing(figure: dict[str, Any], sample: Sample, body: str) -> list[str]:
    if "missed" in figure:
        return list(figure["missed"])
    letters = "".join(filter(str.isalnum, body)).lower()
    lines = str(sample.truth.get("body") or "").split("\n")
    return [line for line in lines if "".join(filter(str.isalnum, line)).lower() not in letters]


def print_costs(costs: dict[str, list[tuple[float, int, str]]]) -> None:
    """Print CPU per page, and for ours the largest and the slowest pages."""
    for name, rows in costs.items():
        times = [1000 * seconds for seconds, _, _ in rows]
        print(
            f"{name}: {median(times):.1f} ms median, {mean(times):.1f} ms mean, {max(times):.0f} ms slowest"
        )
    print(f"\nthe {LARGEST} largest pages")
    for seconds, size, name in sorted(costs["newsgrab"], key=lambda row: -row[1])[:LARGEST]:
        print(f"{size / 1000:8.0f} kB {1000 * seconds:7.1f} ms  {name}")


if __name__ == "__main__":
    main()
