import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

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

    def go(*arguments, stdin=b"", env=None, timeout=60):
        clean = {k: v for k, v in os.environ.items() if not k.startswith(("NEWSGRAB_", "XDG_"))}
        clean |= {"PYTHONPATH": str(ROOT), "HOME": str(tmp_path), "NO_PROXY": "*", **(env or {})}
        done = subprocess.run(
            [sys.executable, "-m", "newsgrab", *map(str, arguments)],
            input=stdin, capture_output=True, cwd=place, env=clean, timeout=timeout, check=False,
        )  # fmt: skip
        return Ran(done.returncode, done.stdout.decode(), done.stderr.decode())

    go.cwd = Path(place)
    return go
