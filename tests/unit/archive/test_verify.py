"""Verify, rebuild and forget: what is there, what is told, what is left alone."""

from __future__ import annotations

import gzip
from dataclasses import replace

import pytest

from newsgrab.archive import open_archive, read_archive, rebuild, verify
from newsgrab.archive.rebuilding import Fate, preview
from newsgrab.archive.verifying import State
from newsgrab.errors import Empty
from tests.archives import address, extraction, page


@pytest.fixture
def root(tmp_path):
    with open_archive(tmp_path) as archive:
        for number in (1, 2):
            archive.save(extraction(number), page(number))
    return tmp_path


def findings(root):
    with read_archive(root) as reader:
        return {finding.file: finding for finding in verify(reader) if finding.state is not State.WHOLE}


def articles(root):
    return sorted(root.rglob("*.md"))


def captures(root):
    return sorted(root.rglob("*.warc.gz"))


def test_a_whole_archive(root):
    with read_archive(root) as reader:
        found = list(verify(reader))
    assert len(found) == 4
    assert {finding.state for finding in found} == {State.WHOLE}


@pytest.mark.parametrize(
    ("change", "state"),
    [
        (lambda text: text + b"\nMy note.\n", State.EDITED),
        (lambda text: text.replace(b"newsgrab:", b"tags: [mine]\nnewsgrab:"), State.EDITED),
        (lambda text: text.replace(b"\n", b"\r\n"), State.EDITED),
        (lambda text: b"\xef\xbb\xbf" + text, State.EDITED),
        (lambda text: b"", State.DAMAGED),
        (lambda text: b"---\nnewsgrab: " + b"[" * 99_999 + b"\n---\n", State.DAMAGED),
        (lambda text: text[: len(text) // 8], State.DAMAGED),
        (lambda text: text.replace(b"boats", b"\xff\xfe"), State.DAMAGED),
        (lambda text: text.partition(b"\n---\n")[0] + b"\n---\n", State.DAMAGED),
        (lambda text: text[: text.rindex(b"\n\n") - 9], State.DAMAGED),
        (lambda text: text[: text.rindex(b"\n\n")], State.EDITED),
    ],
)
def test_a_changed_article(root, change, state):
    path = articles(root)[0]
    path.write_bytes(change(path.read_bytes()))
    found = findings(root)
    assert list(found) == [path.relative_to(root).as_posix()]
    assert found.popitem()[1].state is state


@pytest.mark.parametrize(
    "change",
    [
        lambda packed: packed[:-1],
        lambda packed: packed[:100] + bytes([packed[100] ^ 1]) + packed[101:],
        lambda packed: b"",
        lambda packed: gzip.compress(gzip.decompress(packed)),
    ],
)
def test_a_changed_capture_is_damaged(root, change):
    path = captures(root)[0]
    path.write_bytes(change(path.read_bytes()))
    found = findings(root)
    assert {file: finding.state for file, finding in found.items()} == {
        path.relative_to(root).as_posix(): State.DAMAGED
    }


@pytest.mark.parametrize("words", [b"", b"My note.\n", b"---\nnewsgrab: [\n---\n"])
def test_a_damaged_article_is_not_called_missing_where_the_catalog_is_made_again(root, words):
    path = articles(root)[0]
    path.write_bytes(words)
    (root / ".newsgrab" / "catalog.sqlite3").unlink()
    assert findings(root)[path.relative_to(root).as_posix()].state is State.DAMAGED


def test_missing_files(root):
    gone = [articles(root)[0], captures(root)[0]]
    for path in gone:
        path.unlink()
    for _ in range(2):  # and a second look tells the same
        found = findings(root)
        assert found[gone[0].relative_to(root).as_posix()].state is State.MISSING
    assert {finding.state for finding in found.values()} <= {State.MISSING, State.UNUSED}


def test_a_file_that_comes_back_is_whole(root):
    path = articles(root)[0]
    words = path.read_bytes()
    path.unlink()
    assert findings(root)
    path.write_bytes(words)
    assert not findings(root)
    with open_archive(root) as archive:
        assert archive.find(address(1)) is not None


def test_a_capture_whose_name_no_file_can_have_is_missing(root):
    before = captures(root)[0].relative_to(root).as_posix()
    named = next(path for path in articles(root) if before in path.read_text())
    named.write_text(named.read_text().replace(before, '"a\\0b"'))
    for path in (root / ".newsgrab").glob("catalog.*"):
        path.unlink()
    found = findings(root)
    assert found["a\0b"].state is State.MISSING
    assert found[before].state is State.UNUSED


def test_a_renamed_file_is_followed(root):
    path = articles(root)[0]
    path.rename(path.with_name("my own name.md"))
    assert not findings(root)
    with open_archive(root) as archive:
        assert archive.find(address(1)).file.endswith("/my own name.md")


def test_notes_of_a_person_are_left_alone(root):
    (root / "Notes.md").write_text("# Mine\n")
    (root / "other.md").write_text("---\ntitle: Mine\n---\ntext\n")
    assert not findings(root)
    with read_archive(root) as reader:
        assert len(list(reader.entries())) == 2


def test_an_unused_capture_is_no_fault(root):
    with open_archive(root) as archive:
        path = articles(root)[0]
        archive.forget(archive.find(address(1)))
        assert not path.exists()
    stray = root / ".newsgrab" / "captures" / "00" / ("0" * 64 + ".warc.gz")
    stray.parent.mkdir(exist_ok=True)
    stray.write_bytes(b"x")
    assert [finding.state for finding in findings(root).values()] == [State.UNUSED]


def test_forget_removes_all_of_an_article_and_nothing_else(root):
    with open_archive(root) as archive:
        archive.save(extraction(1, "Changed."), page(1, minutes=3))
        removed = archive.forget(archive.find(address(1)))
        assert len(removed) == 4
        assert archive.find(address(1)) is None
        assert archive.find(address(2)) is not None
    assert len(articles(root)) == len(captures(root)) == 1
    assert not findings(root)


def test_a_capture_that_two_articles_name_is_kept(root):
    with open_archive(root) as archive:
        one = replace(page(1), requested_url="https://example.org/a", url="https://example.org/a")
        archive.save(extraction(5, "Five.", url="https://example.org/a"), one)
        assert len(captures(root)) == 2
        archive.forget(archive.find("https://example.org/a"))
    assert not findings(root)


def again(received):
    """Stand for today's rules: they find the same article, with one word more in the second."""
    number = int(received.url.rpartition("-")[2])
    return extraction(1) if number == 1 else extraction(2, "Better words.")


def test_rebuild(root):
    before = {path: path.read_bytes() for path in articles(root)}
    with read_archive(root) as reader:
        fates = [
            (done.fate, [one.part for one in done.differences]) for done in preview(reader, again, "newsgrab")
        ]
        assert fates == [(Fate.SAME, []), (Fate.CHANGED, ["body"] * len(fates[1][1]))]
        assert {path: path.read_bytes() for path in articles(root)} == before
    with open_archive(root) as archive:
        assert [done.fate for done in rebuild(archive, again)] == [Fate.SAME, Fate.CHANGED]
        assert [done.fate for done in rebuild(archive, again)] == [Fate.SAME, Fate.SAME]
    assert "Better words." in articles(root)[1].read_text("utf-8")
    assert not findings(root)
    with read_archive(root) as reader:
        assert [hit.entry.file for hit in reader.search('"better words"')]


def test_rebuild_never_touches_a_file_that_was_edited(root):
    path = articles(root)[1]
    path.write_text(path.read_text("utf-8") + "\nMy note.\n", "utf-8")
    before = path.read_bytes()
    with open_archive(root) as archive:
        assert [done.fate for done in rebuild(archive, again)] == [Fate.SAME, Fate.EDITED]
    assert path.read_bytes() == before


def test_what_was_edited_is_found_by_its_words_of_today_after_rebuild(root):
    path = articles(root)[1]
    path.write_text(path.read_text("utf-8") + "\nMy note on the lighthouse.\n", "utf-8")
    file = path.relative_to(root).as_posix()
    with open_archive(root) as archive:
        list(rebuild(archive, again))
    with read_archive(root) as reader:
        assert [hit.entry.file for hit in reader.search("lighthouse")] == [file]
    assert {finding.state for finding in findings(root).values()} == {State.EDITED}


def test_rebuild_keeps_an_article_that_today_s_rules_refuse(root):
    def refuse(_page):
        raise Empty("there is no text")

    with open_archive(root) as archive:
        assert [done.reason for done in rebuild(archive, refuse)] == [
            "error[content.empty] there is no text"
        ] * 2
    assert not findings(root)


def test_rebuild_makes_no_article_of_another_s_capture(root):
    first, second = captures(root)
    first.write_bytes(second.read_bytes())
    before = {path: path.read_bytes() for path in articles(root)}
    with open_archive(root) as archive:
        told = [done.reason for done in rebuild(archive, again) if done.fate is Fate.REFUSED]
    name = first.relative_to(root).as_posix()
    assert told == [f"error[archive.damaged] the capture {name} is not what was saved"]
    assert before == {path: path.read_bytes() for path in articles(root)}


def test_rebuild_tells_of_a_damaged_capture(root):
    captures(root)[0].write_bytes(b"")
    with open_archive(root) as archive:
        fates = {done.fate for done in rebuild(archive, again)}
    assert Fate.REFUSED in fates
