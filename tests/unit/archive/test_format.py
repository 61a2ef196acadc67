"""docs/archive-format.md says what is so."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from dataclasses import fields
from pathlib import Path

import pytest

from newsgrab.archive import open_archive
from newsgrab.archive.opening import FORMAT
from newsgrab.archive.schema import SCHEMA
from newsgrab.model import SECRET_HEADERS, Capture, Failed, Image, Metadata, Source
from newsgrab.writers.profiles import PROFILES
from tests.archives import NOW, address, extraction, page

DOCUMENT = (Path(__file__).parents[3] / "docs" / "archive-format.md").read_text("utf-8")
WORDS = set(re.findall(r"`([\w-]+)`", DOCUMENT))


def test_the_layout_is_the_one_described():
    assert f"## Layout {FORMAT}\n" in DOCUMENT


@pytest.mark.parametrize("kind", [Metadata, Capture, Image, Source], ids=lambda kind: kind.__name__)
def test_every_key_is_described(kind):
    missing = {field.name for field in fields(kind)} - WORDS
    assert not missing, "not in docs/archive-format.md"


def test_every_other_name_of_a_key_is_described():
    assert {theirs for profile in PROFILES.values() for theirs in profile.renamed.values()} <= WORDS


def test_every_secret_is_named():
    assert {word.lower() for word in WORDS} >= SECRET_HEADERS


def test_every_table_is_named():
    assert set(re.findall(r"CREATE (?:VIRTUAL )?TABLE (\w+)", SCHEMA)) - {"meta"} <= WORDS


def test_every_event_is_described_with_its_keys(tmp_path):
    with open_archive(tmp_path) as archive:
        archive.save(extraction(1), page(1, headers=(("ETag", "x"), ("Last-Modified", "y"))))
        archive.save(extraction(1), page(1, minutes=1))
        archive.save(extraction(2), page(2))
        archive.save(extraction(3), page(3))
        archive.record_failure(Failed(url=address(9), code="net.dns", message="no", exit_code=4), NOW)
    one, two, three = sorted(tmp_path.rglob("*.md"))
    one.rename(one.with_name("other.md"))
    two.with_name("copy.md").write_bytes(two.read_bytes() + b"\nAdded.\n")
    three.unlink()
    with open_archive(tmp_path) as archive:
        archive.forget(archive.find(address(2)))
    lines = (tmp_path / ".newsgrab" / "journal.jsonl").read_text("utf-8").splitlines()
    rows = dict(re.findall(r"^\| `(\w+)` \| (.*?) \|", DOCUMENT.split("## Journal")[1], re.MULTILINE))
    rows["adopted"] = rows["saved"]
    seen = set()
    for event in map(json.loads, lines):
        seen.add(event["event"])
        assert {f"`{key}`" for key in event.keys() - {"event"}} <= set(rows[event["event"]].split(", "))
    assert seen == set(rows) - {"rebuilt", "event"}


def test_the_check_without_newsgrab_tells_the_truth(tmp_path):
    with open_archive(tmp_path) as archive:
        for number in range(5):
            archive.save(extraction(number), page(number))
        archive.forget(archive.find(address(0)))
    one, two, three, four = sorted(tmp_path.rglob("*.md"))
    one.rename(one.with_name("other.md"))
    two.write_bytes(two.read_bytes() + b"\nAdded.\n")
    three.unlink()
    with open_archive(tmp_path):
        pass
    capture = min(tmp_path.rglob("*.warc.gz"))
    capture.write_bytes(b"")
    (program,) = re.findall(r"```python\n(.*?)```", DOCUMENT, re.DOTALL)
    ran = subprocess.run(
        [sys.executable, "-I", "-c", program], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    told = {line.partition(" ")[2]: line.partition(" ")[0] for line in ran.stdout.splitlines()}
    files = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*.warc.gz")}
    name = {path: path.relative_to(tmp_path).as_posix() for path in (two, three, four, capture)}
    expected = {name[two]: "changed", name[three]: "missing", name[four]: "whole"}
    expected |= {str(one.relative_to(tmp_path).with_name("other.md")): "whole"}
    expected |= dict.fromkeys(files, "whole") | {name[capture]: "damaged"}
    assert told == expected
