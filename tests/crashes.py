"""Runs that are killed: one process that forks workers and kills them with -9."""

from __future__ import annotations

import importlib
import logging
import os
import random
import signal
import sys
import time
from pathlib import Path

from newsgrab.archive import open_archive
from newsgrab.errors import Locked
from tests.archives import address, extraction, page
from tests.disks import KillingDisk


def kill_at_each(folder, count, of="test_faults"):
    """Run the work of a test module once for each operation, in a process that dies at it."""
    work = importlib.import_module(f"tests.unit.archive.{of}").work
    for number in range(int(count)):
        child = os.fork()
        if not child:
            work(Path(folder) / str(number), KillingDisk(number))
            os._exit(0)
        _, status = os.waitpid(child, 0)
        assert os.WIFSIGNALED(status), f"operation {number} was not reached"


def batch(root, requests, count):
    """Archive the articles that the archive does not know; each request is one line in a file."""
    with open_archive(root) as archive, requests.open("ab", buffering=0) as log:
        for number in range(count):
            if archive.find(address(number)) is None:
                log.write(f"{number}\n".encode())
                archive.save(extraction(number), page(number, headers=(("X-Size", "x" * 2000),)))


def kill_at_random(folder, seed, kills, count):
    """Kill ``batch`` at random moments, then let it end; nothing that was on the disk may be asked for again."""
    root, requests = Path(folder) / "news", Path(folder) / "requests"
    requests.touch()
    chance = random.Random(int(seed))
    there, asked = set(), 0
    for _ in range(int(kills)):
        child = os.fork()
        if not child:
            batch(root, requests, int(count))
            os._exit(0)
        time.sleep(chance.uniform(0.001, 0.06))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        log = requests.read_text().split()
        again = there & set(log[asked:])
        assert not again, f"asked again: {again}"
        there, asked = visible(root), len(log)
    batch(root, requests, int(count))


def visible(root):
    """Return the numbers of the articles whose files are there: 2024-05-03-harbour-NUMBER-..."""
    return {path.name.split("-")[4] for path in root.rglob("*.md")}


def save_beside(root, count):
    """Archive articles in short runs, waiting for the lock; another process does the same."""
    for number in range(int(count)):
        try:
            with open_archive(Path(root), wait=bool(number % 2)) as archive:
                if archive.find(address(number)) is None:
                    archive.save(extraction(number), page(number))
        except Locked:
            pass


if __name__ == "__main__":
    logging.disable()  # who waits for whom is no complaint here
    {"at-each": kill_at_each, "at-random": kill_at_random, "beside": save_beside}[sys.argv[1]](*sys.argv[2:])
