"""What is known of our data files before any page is read: all they say, and the needles of the phrases."""

from __future__ import annotations

from newsgrab import datafiles
from newsgrab.rules import load
from newsgrab.rules.needles import PREPARED, follow_from, read_needles


def prepare() -> str:
    """Return what a build of the package writes into ``datafiles.PREPARED``."""
    tables = (datafiles.entry_of_toml(path) for path in sorted(datafiles.FOLDER.rglob("*.toml")))
    texts = sorted({entry.text for phrase in load().phrases for entry in phrase.entries})
    needles = {text: [sorted(asked) for asked in read_needles(text)] for text in texts}
    return "".join(tables) + datafiles.entry(PREPARED, follow_from(), needles)
