"""Pictures beside an article: where they go, what is written once, and what becomes of them."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path, PurePosixPath

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from newsgrab.archive import Filing, illustrate, open_archive, read_archive, rebuild, verify
from newsgrab.archive.pictures import kept_in, store
from newsgrab.archive.reading import Filed
from newsgrab.archive.rebuilding import Fate
from newsgrab.archive.store import is_temporary
from newsgrab.archive.verifying import State
from newsgrab.errors import DiskFull
from newsgrab.model import Saved, Unchanged, Updated
from newsgrab.writers.escape import file_destination
from tests.archives import page
from tests.disks import CountingDisk, FailingDisk
from tests.pictures import illustrated, picture, png

ROOT = Path(__file__).parents[3]
A, B, C = (f"https://img.example/{name}" for name in "abc")
ARTICLE = illustrated(1, A, B, C)
PICTURES = (picture(A, png(1)), picture(B, png(2)))


@pytest.fixture
def root(tmp_path):
    with open_archive(tmp_path) as archive:
        assert isinstance(archive.save(ARTICLE, page(1), pictures=PICTURES), Saved)
    return tmp_path


def article_files(root):
    return sorted(path for path in root.rglob("*.md") if ".newsgrab" not in path.parts)


def front_matter(path):
    return yaml.safe_load(path.read_text("utf-8").split("---\n")[1])


def saved_pictures(root):
    return sorted(path for path in root.rglob("*.files/*"))


def findings(root):
    with read_archive(root) as reader:
        return {finding.file: finding.state for finding in verify(reader) if finding.state is not State.WHOLE}


def again(root, extraction, *pictures, minutes=1):
    with open_archive(root) as archive:
        return archive.save(extraction, page(1, minutes=minutes), pictures=pictures)


def test_the_article_links_to_its_pictures_and_says_where_they_came_from(root):
    (path,) = article_files(root)
    folder = path.with_suffix(".files")
    images = front_matter(path)["images"]
    assert [image["url"] for image in images] == [A, B, C]
    for image, number in zip(images, (1, 2), strict=False):
        assert (path.parent / image["file"]).read_bytes() == png(number)
        assert image["file"].startswith(f"{folder.name}/{image['sha256'][:16]}.")
        assert f"]({image['file']})\n" in path.read_text("utf-8")
    assert set(images[2]) == {"url", "caption"}
    assert f"]({C})\n" in path.read_text("utf-8"), "what was not saved is linked to where it is"
    assert A not in path.read_text("utf-8").split("---\n")[2]


def test_identical_bytes_are_stored_once(tmp_path):
    with open_archive(tmp_path) as archive:
        archive.save(ARTICLE, page(1), pictures=(picture(A), picture(B), picture(C, png(7))))
    assert len(saved_pictures(tmp_path)) == 2
    images = front_matter(article_files(tmp_path)[0])["images"]
    assert images[0]["file"] == images[1]["file"] != images[2]["file"]


def test_a_name_that_other_bytes_have_is_not_taken(tmp_path):
    file = "example.org/a.md"
    (first,) = store(tmp_path, file, [picture(A, png(1))]).values()
    path = tmp_path / "example.org" / first.file
    path.write_bytes(b"other bytes whose digest begins alike")
    (second,) = store(tmp_path, file, [picture(A, png(1))]).values()
    assert second.file == f"a.files/{first.sha256}.png"
    assert (tmp_path / "example.org" / second.file).read_bytes() == png(1)
    assert path.read_bytes() == b"other bytes whose digest begins alike"


class TestRevisions:
    def test_share_their_pictures_and_keep_those_they_no_longer_have(self, root):
        new = illustrated(1, B, C, text="Boats stayed in the harbour on Saturday, the authority said.")
        assert isinstance(again(root, new, picture(C, png(3))), Updated)
        first, second = sorted(article_files(root), key=lambda path: len(path.name))
        assert len(saved_pictures(root)) == 3
        kept = {image["url"]: image["file"] for image in front_matter(first)["images"] if "file" in image}
        now = {image["url"]: image["file"] for image in front_matter(second)["images"]}
        assert now[B] == kept[B]
        assert {path.parent for path in saved_pictures(root)} == {first.with_suffix(".files")}
        assert findings(root) == {}

    def test_have_other_bytes_under_an_address_in_another_file(self, root):
        new = illustrated(1, A, text="Boats stayed in the harbour on Saturday, the authority said.")
        again(root, new, picture(A, png(9)))
        first, second = sorted(article_files(root), key=lambda path: len(path.name))
        old, new = (front_matter(path)["images"][0] for path in (first, second))
        assert (first.parent / old["file"]).read_bytes() == png(1)
        assert (second.parent / new["file"]).read_bytes() == png(9)

    @pytest.mark.parametrize("profile", ["obsidian", "hugo", "jekyll", "pandoc"])
    def test_keep_them_whatever_the_keys_are_called(self, tmp_path, profile):
        new = illustrated(1, A, B, text="Boats stayed in the harbour on Saturday, the authority said.")
        with open_archive(tmp_path, Filing(profile=profile)) as archive:
            archive.save(ARTICLE, page(1), pictures=PICTURES)
            assert isinstance(archive.save(new, page(1, minutes=1)), Updated)
        for path in article_files(tmp_path):
            assert path.read_text("utf-8").count(".files/") == 4, "two in the front matter, two in the body"
        assert findings(tmp_path) == {}

    def test_are_no_more_because_of_pictures(self, root):
        assert isinstance(again(root, ARTICLE, *PICTURES), Unchanged)
        assert isinstance(again(root, ARTICLE), Unchanged)
        assert len(article_files(root)) == 1

    def test_without_a_picture_that_was_lost_link_to_where_it_is(self, root):
        saved_pictures(root)[0].unlink()
        again(root, illustrated(1, A, B, text="Boats stayed in the harbour on Saturday, they said."))
        second = max(article_files(root), key=lambda path: len(path.name))
        assert sum("file" in image for image in front_matter(second)["images"]) == 1


class TestVerify:
    def test_counts_pictures_as_files(self, root):
        with read_archive(root) as reader:
            states = [finding.state for finding in verify(reader)]
        assert states == [State.WHOLE] * 4

    @pytest.mark.parametrize(
        ("change", "state"),
        [
            (lambda path: path.write_bytes(path.read_bytes()[:-1]), State.DAMAGED),
            (lambda path: path.write_bytes(b""), State.DAMAGED),
            (lambda path: path.unlink(), State.MISSING),
        ],
    )
    def test_names_what_is_wrong(self, root, change, state):
        path = saved_pictures(root)[0]
        change(path)
        assert findings(root) == {path.relative_to(root).as_posix(): state}

    def test_checks_those_of_an_edited_article(self, root):
        (path,) = article_files(root)
        path.write_text(path.read_text("utf-8") + "\nMy note.\n", "utf-8")
        lost = saved_pictures(root)[0]
        lost.unlink()
        assert findings(root)[lost.relative_to(root).as_posix()] is State.MISSING

    def test_tells_what_no_article_names(self, root):
        stray = saved_pictures(root)[0].with_name("0123456789abcdef.png")
        stray.write_bytes(png())
        assert findings(root) == {stray.relative_to(root).as_posix(): State.UNUSED}


class TestForget:
    def forget(self, root):
        with open_archive(root) as archive:
            return archive.forget(archive.ledger.catalog.entry(self.file(root)))

    def file(self, root):
        return article_files(root)[0].relative_to(root).as_posix()

    def test_removes_them(self, root):
        gone = {path.relative_to(root).as_posix() for path in saved_pictures(root)}
        assert gone <= set(self.forget(root))
        assert not list(root.rglob("*.files"))

    def test_removes_those_of_a_renamed_article(self, root):
        (path,) = article_files(root)
        path.rename(path.with_name("mine.md"))
        self.forget(root)
        assert not list(root.rglob("*.files"))

    def test_leaves_those_of_another_article_and_what_was_put_there(self, root):
        (path,) = article_files(root)
        folder = path.with_suffix(".files")
        copy = path.with_name("copy.md")
        copy.write_text(path.read_text("utf-8"), "utf-8")
        with open_archive(root) as archive:
            archive.forget(archive.ledger.catalog.entry(copy.relative_to(root).as_posix()))
        assert len(saved_pictures(root)) == 2
        path.rename(path.with_name("mine.md"))
        (folder / "note.txt").write_text("mine")
        self.forget(root)
        assert [path.name for path in folder.iterdir()] == ["note.txt"]

    @pytest.mark.parametrize(
        "file", ["../x.files/0123456789abcdef.png", "/tmp/x.files/0123456789abcdef.png", "a.files/../../b.png",
                 "a.files/note.txt", "..files/0123456789abcdef.png", "notes/0123456789abcdef.png", 7, None, ["a"]],
    )  # fmt: skip
    def test_believes_no_front_matter_that_names_other_files(self, file):
        images = [{"url": A, "file": file, "sha256": "0" * 64}]
        assert kept_in(Filed(fields={"images": images}, body="")) == {}


class TestRebuild:
    def rebuilt(self, root, extraction):
        with open_archive(root) as archive:
            return [one.fate for one in rebuild(archive, lambda _: extraction)]

    def test_is_the_same_where_the_rules_are(self, root):
        assert self.rebuilt(root, ARTICLE) == [Fate.SAME]

    def test_keeps_them(self, root):
        before = front_matter(article_files(root)[0])["images"]
        metadata = replace(ARTICLE.article.metadata, section="Local")
        better = replace(ARTICLE, article=replace(ARTICLE.article, metadata=metadata))
        assert self.rebuilt(root, better) == [Fate.CHANGED]
        (path,) = article_files(root)
        assert front_matter(path)["section"] == "Local"
        assert front_matter(path)["images"] == before
        assert before[0]["file"] in path.read_text("utf-8").split("---\n")[2]
        assert findings(root) == {}


class TestIllustrate:
    @pytest.fixture
    def bare(self, tmp_path):
        with open_archive(tmp_path) as archive:
            archive.save(ARTICLE, page(1))
        return tmp_path

    def illustrate(self, root):
        with open_archive(root) as archive:
            file = article_files(root)[0].relative_to(root).as_posix()
            return illustrate(archive, file, lambda _: ARTICLE, PICTURES)

    def test_adds_pictures_to_the_file_that_is_there(self, bare):
        assert self.illustrate(bare)
        (path,) = article_files(bare)
        assert sum("file" in image for image in front_matter(path)["images"]) == 2
        assert findings(bare) == {}

    def test_never_touches_a_file_that_was_edited(self, bare):
        (path,) = article_files(bare)
        edited = path.read_text("utf-8") + "\nMy note.\n"
        path.write_text(edited, "utf-8")
        assert not self.illustrate(bare)
        assert path.read_text("utf-8") == edited
        assert saved_pictures(bare) == []


def work(root, disk):
    with open_archive(root, disk=disk) as archive:
        archive.save(ARTICLE, page(1), pictures=PICTURES)
        new = illustrated(1, B, C, text="Boats stayed in the harbour on Saturday, the authority said.")
        archive.save(new, page(1, minutes=1), pictures=(picture(C, png(3)),))


def operations(folder):
    disk = CountingDisk()
    work(folder / "counted", disk)
    return len(disk.done)


def assert_recovers(root):
    for path in root.rglob("*.files/*.png"):
        assert path.read_bytes() in (png(1), png(2), png(3)), "a picture with a name is whole"
    work(root, CountingDisk())
    states = set(findings(root).values())
    assert states <= {State.UNUSED}, "a capture that a dead run had written may be left"
    assert len(saved_pictures(root)) == 3
    assert not [path for path in root.rglob("*") if is_temporary(path.name)]


def test_a_fault_at_any_operation(quick_path):
    for number in range(operations(quick_path)):
        root = quick_path / str(number)
        with pytest.raises(DiskFull):
            work(root, FailingDisk(number, errno.ENOSPC))
        assert_recovers(root)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_a_kill_at_any_operation(quick_path):
    count = operations(quick_path)
    command = [sys.executable, "-m", "tests.crashes", "at-each", str(quick_path), str(count), "test_pictures"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=300)
    assert (done.returncode, done.stderr) == (0, "")
    for number in range(count):
        assert_recovers(quick_path / str(number))


@given(st.text(st.characters(exclude_categories=("Cs",), exclude_characters="/\x00"), min_size=1))
def test_a_link_to_a_file_is_a_relative_path(name):
    target = file_destination(f"{name}.files/9f2c.png").strip("<>")
    assert not set(target) & set(' \t\n\r<>\\`"{}|^#?:')
    assert PurePosixPath(target).name == "9f2c.png"
