"""Listing, searching and showing what an archive holds."""

from __future__ import annotations

import os
import shutil
import tempfile
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from newsgrab.archive import Filter, open_archive, read_archive
from newsgrab.archive.rebuilding import preview
from newsgrab.archive.searching import match_expression
from newsgrab.errors import NotArticle, NotInArchive, ReadOnly, UsageError
from newsgrab.model import Failed
from tests.archives import NOW, address, extraction, page

STORIES = (
    (1, "ja", "２０２４年、東京で大きな地震がありました。", {"headline": "東京で地震", "keywords": ("地震",)}),
    (2, "th", "นายกรัฐมนตรีกล่าวว่าน้ำท่วมใหญ่", {"headline": "น้ำท่วม"}),
    (3, "ru", "Премьер-министр заявил, что гавань открыта.", {"headline": "Гавань открыта", "authors": ("Иван Ёлкин",)}),
    (4, "de", "Die Fähre lief um zwölf Uhr aus. Sie spart CO₂.", {"headline": "Fähre läuft wieder", "keywords": ("Sturm", "Fähre")}),
    (5, "ko", "서울에서 폭우가 내렸다.", {"headline": "서울 폭우"}),
    (6, "ar", "أعلنت هيئة الميناء فتح الميناء.", {"headline": "فتح الميناء"}),
    (7, "en-GB", "Three days it took to clear the harbour.", {"headline": "Harbour open", "date_published": date(2024, 6, 1)}),
    (8, "hi", "बंदरगाह तीन दिन बाद खुला।", {"headline": "बंदरगाह खुला"}),
)  # fmt: skip


@pytest.fixture(scope="module")
def root(tmp_path_factory):
    path = tmp_path_factory.mktemp("news")
    with open_archive(path) as archive:
        for number, language, text, fields in STORIES:
            host = "news.example.com" if number == 7 else "example.org"
            url = f"https://{host}/story-{number}"
            archive.save(
                extraction(number, text, url=url, language=language, **fields), page(number, url=url)
            )
        archive.record_failure(Failed(url=address(99), code="http.gone", message="gone", exit_code=4), NOW)
    return path


@pytest.fixture
def reader(root):
    with read_archive(root) as opened:
        yield opened


def numbers(entries):
    return sorted(int(entry.url.rpartition("-")[2]) for entry in entries)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("地震", [1]),
        ("震", [1]),
        ("東京 地震", [1]),
        ("นายก", [2]),
        ("น้ำท่วม", [2]),
        ("гавань", [3]),
        ("ГАВАНЬ", [3]),
        ("fahre", [4]),
        ("FÄHRE", [4]),
        ("co2", [4]),
        ("CO₂", [4]),
        ("2024年", [1]),
        ("서울", [5]),
        ("الميناء", [6]),
        ("बंदरगाह", [8]),
        ("harbour days", [7]),
        ('"three days"', [7]),
        ('"days three"', []),
        ("clea*", [7]),
        ("authority", [1, 2, 3, 4, 5, 6, 7, 8]),
        ("authority -harbour -sources:x", []),
        ("ENA -地震", [2, 3, 4, 5, 6, 7, 8]),
        ("headline:harbour", [7]),
        ("captions:boat headline:открыта", [3]),
        ('sources:"harbour authority" byline:7', [7]),
        ("don't", []),
        ("a:b", []),
        ("AND OR NOT", []),
    ],
)
def test_search(reader, query, found):
    assert numbers(hit.entry for hit in reader.search(query)) == found


@pytest.mark.parametrize("query", ["", "  ", "-harbour", "!!! …", '""'])
def test_a_query_without_words_is_refused(reader, query):
    with pytest.raises(UsageError, match="no word"):
        list(reader.search(query))


@pytest.mark.parametrize(
    "query", ['"', 'a"b', "(x", "x)", "a^2", "col : x", "*", "x*y*", "NEAR(a b)", "{a}", "a\x00b"]
)
def test_no_query_is_an_error_of_the_index(reader, query):
    if any(char.isalnum() for char in query):
        assert match_expression(query)
        list(reader.search(query))


def test_the_headline_counts_more(reader):
    hits = list(reader.search("harbour"))
    assert hits[0].entry.headline == "Harbour open"


def test_snippets_show_where(reader):
    (hit,) = reader.search('"three days"')
    found = reader.snippet(hit, '"three days"')
    assert found.text == "Three days it took to clear the harbour."
    assert [found.text[start:end] for start, end in found.marks] == ["Three", "days"]
    (hit,) = reader.search("地震")
    found = reader.snippet(hit, "地震")
    assert [found.text[start:end] for start, end in found.marks] == ["地震"]
    (hit,) = reader.search("बंदरगाह")
    found = reader.snippet(hit, "बंदरगाह")
    assert [found.text[start:end] for start, end in found.marks] == ["बंदरगाह"]


@pytest.mark.parametrize(
    ("chosen", "found"),
    [
        (Filter(), [1, 2, 3, 4, 5, 6, 7, 8]),
        (Filter(host="example.com"), [7]),
        (Filter(host="www.news.example.com"), [7]),
        (Filter(host="ample.com"), []),
        (Filter(since=date(2024, 6, 1)), [7]),
        (Filter(until=date(2024, 5, 3)), [1, 2, 3, 4, 5, 6, 8]),
        (Filter(author="елкин"), [3]),
        (Filter(keyword="fähre"), [4]),
        (Filter(keyword="ähr"), []),
        (Filter(language="en"), [7]),
        (Filter(language="DE", host="example.org"), [4]),
    ],
)
def test_filters(reader, chosen, found):
    assert numbers(reader.entries(chosen)) == found
    assert numbers(hit.entry for hit in reader.search("authority", chosen)) == found


def test_the_latest_comes_first(reader):
    assert next(reader.entries(limit=1)).headline == "Harbour open"


def test_failures_are_listed(reader):
    assert [(failure.url, failure.code) for failure in reader.failures()] == [(address(99), "http.gone")]


def test_an_article_is_found_by_what_a_person_types(reader, root, monkeypatch):
    entry = next(reader.entries(limit=1))
    monkeypatch.chdir(root)
    for name in (
        "https://news.example.com/story-7?utm_source=x",
        entry.file,
        entry.file.removesuffix(".md"),
        str(root / entry.file),
        "harbour-open",
        "2024-06-01",
    ):
        assert reader.article(name) == entry
    with pytest.raises(NotInArchive):
        reader.article("https://example.org/none")
    with pytest.raises(NotInArchive):
        reader.article("nothing-of-the-kind")
    with pytest.raises(UsageError, match="several articles fit"):
        reader.article("2024-05")


@pytest.mark.parametrize("name", ["", " ", ".", "/", "-"])
def test_what_is_part_of_every_name_means_no_article(tmp_path, name):
    with open_archive(tmp_path) as archive:
        archive.save(extraction(1), page(1))
        archive.save(extraction(2), page(2))
    next(tmp_path.glob("*/*/*/*harbour-2*.md")).unlink()
    with read_archive(tmp_path) as reader:
        assert reader.article("harbour-1")
        assert reader.lost("harbour-2")
        with pytest.raises(NotInArchive):
            reader.article(name)
        assert reader.lost(name) == []


def test_values_that_stand_for_others_are_not_read(tmp_path):
    with open_archive(tmp_path) as archive:
        archive.save(extraction(1, headline="A *star* and an & sign: *all*"), page(1))
    rows = [f"w{n}: &w{n} [{', '.join([f'*w{n - 1}'] * 9)}]" for n in range(1, 10)]
    bomb = "\n".join(["---", "newsgrab: 0.1.0", "w0: &w0 [x]", *rows, "---", "", "# Bomb", ""])
    (tmp_path / "bomb.md").write_text(bomb, "utf-8")
    (tmp_path / "ring.md").write_text("---\nnewsgrab: 0.1.0\nheadline: &h [*h]\n---\n\n# Ring\n", "utf-8")
    with read_archive(tmp_path) as reader:
        assert [entry.headline for entry in reader.entries()] == ["A *star* and an & sign: *all*"]


def test_history_and_differences(tmp_path):
    with open_archive(tmp_path) as archive:
        archive.save(extraction(1, "The ferry left at noon.", "It rained."), page(1))
        archive.save(extraction(1, "The ferry left at dawn.", "It rained."), page(1, minutes=1))
        dated = extraction(1, "The ferry left at dawn.", "It rained.", "More.", date_modified=NOW)
        archive.save(dated, page(1, minutes=2))
    with read_archive(tmp_path) as reader:
        entry = reader.article(address(1))
        history = reader.history(entry)
        assert [(one.entry.revision, one.changes, one.is_silent) for one in history] == [
            (1, (), False),
            (2, ("body",), True),
            (3, ("body", "dates"), False),
        ]
        (change,) = reader.differences(history[0].entry, history[1].entry)
        assert [(one.change.value, one.text) for one in change.segments] == [
            ("same", "The ferry left at "),
            ("removed", "noon"),
            ("added", "dawn"),
            ("same", "."),
        ]
        parts = [change.part for change in reader.differences(history[1].entry, history[2].entry)]
        assert parts == ["body", "date_modified"]
        assert numbers(hit.entry for hit in reader.search("noon")) == []
        assert [hit.entry.revision for hit in reader.search("noon", Filter(all_revisions=True))] == [1]


NO_TEXT = os.fsdecode(b"harbour-\xe9")  # as a command line or a folder gives what is no UTF-8


def test_what_is_no_text_fits_no_article(reader):
    with pytest.raises(NotInArchive):
        reader.article(NO_TEXT)
    assert reader.lost(NO_TEXT) == []
    for chosen in (Filter(author=NO_TEXT), Filter(keyword=NO_TEXT), Filter(language=NO_TEXT)):
        assert list(reader.entries(chosen)) == []


def test_a_name_that_is_no_text_keeps_nothing_else_from_being_read(tmp_path, caplog):
    root = tmp_path / "news"
    with open_archive(root) as archive:
        file = archive.save(extraction(1), page(1)).file
    (root / NO_TEXT).mkdir()
    shutil.copy(root / file, root / f"{NO_TEXT}.md")
    with read_archive(root) as reader:
        assert [entry.file for entry in reader.entries()] == [file]
    assert caplog.text.count("is passed over: its name is not UTF-8") == 2
    with open_archive(root) as archive:
        assert archive.find(address(1)).file == file


def test_there_is_no_archive_to_read(tmp_path):
    with pytest.raises(NotInArchive), read_archive(tmp_path / "none"):
        pass
    assert not (tmp_path / "none").exists()


@pytest.fixture
def read_only_copy(root):
    """Give a copy of the archive to a user who may read it and no more."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "copy"
        shutil.copytree(root, copy)
        Path(folder).chmod(0o755)
        yield copy
        if os.geteuid() != os.getuid():
            os.seteuid(os.getuid())
        for path in (copy, *copy.rglob("*")):
            path.chmod(0o755)


def refuse(received):
    """Stand for rules that take no article out of any page."""
    raise NotArticle(f"nothing in {received.url}")


@pytest.mark.skipif(os.name != "posix", reason="permissions are POSIX's")
@pytest.mark.parametrize("has_catalog", [True, False])
def test_a_medium_that_cannot_be_written_to(read_only_copy, has_catalog):
    if not has_catalog:
        for path in (read_only_copy / ".newsgrab").glob("catalog*"):
            path.unlink()
    for path in (read_only_copy, *read_only_copy.rglob("*")):
        path.chmod(0o555 if path.is_dir() else 0o444)
    if os.getuid() == 0:
        os.seteuid(65534)  # root may write everywhere, nobody may not
    with read_archive(read_only_copy) as reader:
        assert len(list(reader.entries())) == len(STORIES)
        assert numbers(hit.entry for hit in reader.search("地震")) == [1]
        assert len(list(preview(reader, refuse, "newsgrab"))) == len(STORIES)
    with pytest.raises(ReadOnly), open_archive(read_only_copy):
        pass


def test_reading_beside_a_writer(tmp_path):
    with open_archive(tmp_path) as archive:
        archive.save(extraction(1), page(1))
        archive.ledger.commit()
        with read_archive(tmp_path) as reader:
            assert reader.article(address(1)).revision == 1


def test_undated_articles_are_filed_by_the_day_they_were_fetched(tmp_path):
    undated = extraction(1, date_published=None)
    with open_archive(tmp_path) as archive:
        archive.save(undated, page(1))
        later = replace(page(2), retrieved_at=datetime(2030, 1, 1, tzinfo=UTC))
        archive.save(extraction(2, date_published=None), later)
    with read_archive(tmp_path) as reader:
        assert [entry.file.split("/")[-1][:10] for entry in reader.entries()] == ["2030-01-01", "2024-05-04"]
