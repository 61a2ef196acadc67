"""What is only for a person who looks at a terminal."""

import io
import os
import subprocess
import sys

import pytest

from newsgrab.archive import open_archive
from newsgrab.batch.tally import Tally
from newsgrab.commands.progress import Progress
from newsgrab.model import Saved
from tests.archives import extraction, page
from tests.cli.conftest import ROOT

pty = pytest.importorskip("pty", reason="terminals are POSIX's")


class Terminal(io.StringIO):
    def isatty(self):
        return True


@pytest.fixture
def seen(tmp_path):
    """Run the command with a terminal for standard output; give what is seen there."""

    def go(*arguments, **env):
        ours, theirs = pty.openpty()
        usual = {"PYTHONPATH": str(ROOT), "TERM": "xterm", "PATH": os.environ["PATH"]}
        command = [sys.executable, "-m", "newsgrab", *arguments]
        subprocess.run(command, cwd=tmp_path, stdout=theirs, env=usual | env, timeout=60, check=True)
        os.close(theirs)
        shown = os.read(ours, 4096)
        os.close(ours)
        return shown.decode()

    return go


@pytest.fixture
def archive(tmp_path):
    with open_archive(tmp_path / "news-archive") as opened:
        opened.save(extraction(1, "The ferry left at noon."), page(1))
        opened.save(extraction(1, "The ferry left at dawn."), page(1, minutes=1))


def test_what_changed_and_what_was_found_is_coloured(seen, archive):
    assert "\x1b[31m\x1b[9mnoon" in seen("diff", "harbour-1")
    assert "\x1b[1mdawn\x1b[0m" in seen("search", "dawn")


@pytest.mark.parametrize("env", [{"NO_COLOR": "1"}, {"TERM": "dumb"}])
def test_colours_are_not_forced_on_anybody(seen, archive, env):
    shown = seen("diff", "harbour-1", **env)
    assert "[-noon" in shown
    assert "\x1b" not in shown


def test_a_line_says_how_far_a_run_is_and_goes(monkeypatch):
    monkeypatch.setenv("TERM", "xterm")
    screen = Terminal()
    progress, tally = Progress(screen), Tally()
    tally.add(Saved(url="https://example.org/a", file="a.md"))
    progress.show(tally, 40, is_known_whole=False)
    assert screen.getvalue() == "\r\x1b[K1 of 40+ pages"
    progress.talk("trouble")
    progress.erase()
    assert screen.getvalue().endswith("\r\x1b[Ktrouble\n\r\x1b[K")


@pytest.mark.parametrize(("screen", "name"), [(io.StringIO(), "xterm"), (Terminal(), "dumb")])
def test_there_is_no_such_line_where_it_cannot_be_drawn(monkeypatch, screen, name):
    monkeypatch.setenv("TERM", name)
    progress = Progress(screen)
    progress.show(Tally(), 40, is_known_whole=True)
    progress.talk("trouble")
    progress.erase()
    assert (progress.is_shown, screen.getvalue()) == (False, "trouble\n")
