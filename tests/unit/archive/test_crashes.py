"""kill -9 at random moments, two processes at once, and what the system is asked."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from newsgrab.archive import read_archive, verify
from newsgrab.archive.verifying import State
from tests.archives import address

pytestmark = [pytest.mark.slow, pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")]

ROOT = Path(__file__).parents[3]
KILLS, COUNT = 34, 300


def run(*arguments, timeout=300):
    command = [sys.executable, "-m", "tests.crashes", *map(str, arguments)]
    return subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE, text=True)


def assert_ended(process):
    _, complaint = process.communicate(timeout=300)
    assert (process.returncode, complaint) == (0, "")


def assert_each_article_once(root, count):
    with read_archive(root) as reader:
        assert sorted(entry.url for entry in reader.entries()) == sorted(
            address(number) for number in range(count)
        )
        states = Counter(finding.state for finding in verify(reader))
    assert set(states) <= {State.WHOLE, State.UNUSED}
    assert states[State.WHOLE] == 2 * count
    assert not list(root.rglob("*.tmp"))
    assert not list(root.rglob("*.corrupt-*"))
    return states


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_a_batch_that_is_killed_again_and_again(quick_path, seed):
    assert_ended(run("at-random", quick_path, seed, KILLS, COUNT))
    states = assert_each_article_once(quick_path / "news", COUNT)
    assert states[State.UNUSED] <= KILLS
    requests = Counter((quick_path / "requests").read_text().split())
    assert set(requests) == {str(number) for number in range(COUNT)}
    assert sum(requests.values()) <= COUNT + KILLS  # each kill costs at most the page in flight


def test_two_processes_at_once(quick_path):
    both = [run("beside", quick_path / "news", 40) for _ in range(2)]
    for process in both:
        assert_ended(process)
    assert_ended(run("beside", quick_path / "news", 40))
    assert_each_article_once(quick_path / "news", 40)


@pytest.mark.skipif(shutil.which("strace") is None, reason="needs strace")
def test_the_order_in_which_the_system_is_asked(tmp_path):
    """Every file: written, fsync, rename, fsync of its folder; the article after its evidence."""
    trace = tmp_path / "trace"
    calls = "trace=openat,write,fsync,fdatasync,rename,renameat,renameat2,close"
    command = [
        "strace",
        "-f",
        "-y",
        "-e",
        calls,
        "-o",
        trace,
        sys.executable,
        "-m",
        "tests.crashes",
        "beside",
    ]
    done = subprocess.run(
        [*command, tmp_path / "news", "1"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    if "ptrace" in done.stderr:
        pytest.skip("strace may not trace here")
    assert done.returncode == 0, done.stderr
    lines = trace.read_text("utf-8", "replace").splitlines()
    renames = [
        (place, *found.groups())
        for place, line in enumerate(lines)
        if (found := re.search(r'rename\w*\(.*?"([^"]+\.tmp)".*?"([^"]+)"', line))
    ]
    assert [Path(new).suffix for _, _, new in renames] == ["", ".gz", ".md"]
    for place, temporary, new in renames:
        folder = str(Path(new).parent)
        before, after = lines[:place], lines[place:]
        written = max(n for n, line in enumerate(before) if "write(" in line and temporary in line)
        synced = max(n for n, line in enumerate(before) if "fsync(" in line and temporary in line)
        assert written < synced
        assert any("fsync(" in line and f"<{folder}>" in line for line in after[:6])
