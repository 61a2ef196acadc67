"""What a build prepares says just what the data files say, and no more once they say something else."""

import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from zipfile import ZipFile

import pytest

from newsgrab import datafiles
from newsgrab.preparing import prepare
from newsgrab.rules import load
from newsgrab.rules.needles import PREPARED, follow_from, read_needles

ROOT = Path(__file__).parent.parent.parent
FILES = sorted(datafiles.FOLDER.rglob("*.toml"))


@pytest.fixture
def built(tmp_path, monkeypatch):
    monkeypatch.setattr(datafiles, "PREPARED", tmp_path / "prepared.jsonl")
    datafiles.PREPARED.write_text(prepare(), "utf-8")
    datafiles._entries.cache_clear()
    yield
    datafiles._entries.cache_clear()


def test_every_data_file_is_prepared_as_it_reads(built):
    assert len(FILES) > 40
    for path in FILES:
        body = path.read_bytes()
        said = datafiles.prepared(path.relative_to(datafiles.FOLDER).as_posix(), (body,))
        assert said == tomllib.loads(body.decode()), path


def test_the_needles_of_every_phrase_are_prepared(built):
    needles = datafiles.prepared(PREPARED, follow_from())
    for phrase in load().phrases:
        for entry in phrase.entries:
            assert [*map(frozenset, needles[entry.text])] == [*read_needles(entry.text)], entry.text


def test_what_was_made_of_something_else_is_passed_over(built):
    name, body = FILES[0].relative_to(datafiles.FOLDER).as_posix(), FILES[0].read_bytes()
    assert datafiles.prepared(name, (body + b"\n",)) is None
    assert datafiles.prepared(PREPARED, (*follow_from(), b"")) is None
    assert datafiles.prepared("no/such/file.toml", (body,)) is None


def test_a_file_of_somebody_else_is_read_as_it_is(built, tmp_path):
    (tmp_path / "own.toml").write_text("[[phrase]]\nid = 'own.phrase'\n", "utf-8")
    assert datafiles.read_toml(tmp_path / "own.toml") == {"phrase": [{"id": "own.phrase"}]}


def test_without_a_build_all_is_read_anew(tmp_path, monkeypatch):
    monkeypatch.setattr(datafiles, "PREPARED", tmp_path / "none")
    datafiles._entries.cache_clear()
    assert datafiles.read_toml(FILES[0]) == tomllib.loads(FILES[0].read_text("utf-8"))
    datafiles._entries.cache_clear()


def test_a_source_that_cannot_be_written_to_is_built_without(tmp_path):
    source = tmp_path / "source"
    shutil.copytree(ROOT / "newsgrab", source / "newsgrab", ignore=shutil.ignore_patterns("prepared.*"))
    for name in ("pyproject.toml", "README.md", "LICENSE", ".gitignore"):
        shutil.copy(ROOT / name, source)
    (source / "newsgrab" / "prepared.whole").mkdir()  # for nothing keeps root from writing
    build = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation", source]
    subprocess.run([*build, "--wheel-dir", tmp_path], check=True)
    (wheel,) = tmp_path.glob("*.whl")
    assert "newsgrab/rules/__init__.py" in ZipFile(wheel).namelist()
    assert "newsgrab/prepared.jsonl" not in ZipFile(wheel).namelist()


def test_a_wheel_holds_what_its_build_prepared(tmp_path):
    build = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation", "."]
    subprocess.run([*build, "--wheel-dir", tmp_path], check=True, cwd=ROOT)
    (wheel,) = tmp_path.glob("*.whl")
    assert ZipFile(wheel).read("newsgrab/prepared.jsonl").decode() == prepare()
