import io
import os
import signal
import subprocess
import sys
from dataclasses import dataclass
from multiprocessing import forkserver
from pathlib import Path

import pytest

from newsgrab.batch.readers import PRELOAD
from newsgrab.cli import run
from tests.world.paper import Paper

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Ran:
    code: int
    out: str
    err: str


@pytest.fixture
def newsgrab(tmp_path):
    """Run the real command line in an own process, in an empty directory, with no settings from outside."""
    place = tmp_path / "cwd"
    place.mkdir()

    def go(*arguments, stdin=b"", env=None, timeout=180):
        clean = {k: v for k, v in os.environ.items() if not k.startswith(("NEWSGRAB_", "XDG_"))}
        clean |= {"PYTHONPATH": str(ROOT), "HOME": str(tmp_path), "NO_PROXY": "*", **(env or {})}
        done = subprocess.run(
            [sys.executable, "-m", "newsgrab", *map(str, arguments)],
            input=stdin, capture_output=True, cwd=place, env=clean, timeout=timeout, check=False,
        )  # fmt: skip
        return Ran(done.returncode, done.stdout.decode(), done.stderr.decode())

    go.cwd = Path(place)
    return go


@pytest.fixture(scope="session")
def warm_processes():
    """Have the server of processes read the modules that pages are read with once, not for each run."""
    forkserver.set_forkserver_preload(list(PRELOAD))
    forkserver.ensure_running()


@pytest.fixture
def newsgrab_here(tmp_path, monkeypatch, capfd, warm_processes):
    """Run the command line in this process: the same in all but the time it takes to start."""
    place = tmp_path / "cwd"
    place.mkdir()
    monkeypatch.chdir(place)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("NO_PROXY", "*")
    for name in os.environ:
        if name.startswith(("NEWSGRAB_", "XDG_")):
            monkeypatch.delenv(name)

    def go(*arguments, stdin=b""):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin), "utf-8"))
        capfd.readouterr()
        before = signal.getsignal(signal.SIGTERM)
        try:
            code = run([str(argument) for argument in arguments])
        finally:
            signal.signal(signal.SIGTERM, before)
        captured = capfd.readouterr()
        return Ran(int(code), captured.out, captured.err)

    go.cwd = Path(place)
    return go


@pytest.fixture
def paper():
    with Paper() as paper:
        yield paper
