"""list, search, show, log, diff, verify, rebuild and forget, as a person types them."""

import json
import os
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from newsgrab.archive import Filing, open_archive
from newsgrab.model import Failed
from newsgrab.reading import read
from newsgrab.rules import load
from tests.archives import NOW, address, extraction, page
from tests.cli.test_extract import PAGE

FILE = "example.org/2024/05/2024-05-03-harbour-1-reopens-after-the-storm.md"


@pytest.fixture
def archive(newsgrab):
    """Make an archive of three articles, the first in two revisions, and one failure."""
    path = newsgrab.cwd / "news-archive"
    with open_archive(path) as opened:
        opened.save(extraction(1, "The ferry left at noon.", "Rain fell."), page(1))
        opened.save(extraction(1, "The ferry left at dawn.", "Rain fell."), page(1, minutes=1))
        opened.save(extraction(2, "東京で地震がありました。", language="ja"), page(2))
        opened.save(extraction(3, date_published=date(2024, 6, 1), keywords=("ferry",)), page(3))
        opened.record_failure(Failed(url=address(9), code="http.gone", message="gone", exit_code=4), NOW)
    return path


def objects(ran):
    assert ran.err == ""
    return [json.loads(line) for line in ran.out.splitlines()]


def test_list(newsgrab, archive):
    ran = newsgrab("list")
    assert (ran.code, ran.err) == (0, "")
    lines = ran.out.splitlines()
    assert len(lines) == 3
    assert lines[0].startswith("2024-06-01  Harbour 3 reopens after the storm  example.org/2024/06/")
    assert len(newsgrab("list", "--revisions").out.splitlines()) == 4
    assert len(newsgrab("list", "--limit", "2").out.splitlines()) == 2


@pytest.mark.parametrize(
    ("options", "headlines"),
    [
        (["--since", "2024-06-01"], [3]),
        (["--until", "2024-05-31", "--language", "en"], [1]),
        (["--keyword", "Ferry"], [3]),
        (["--author", "doe 2"], [2]),
        (["--host", "example.com"], []),
    ],
)
def test_list_what_was_chosen(newsgrab, archive, options, headlines):
    found = objects(newsgrab("list", "--json", *options))
    assert [one["headline"] for one in found] == [f"Harbour {n} reopens after the storm" for n in headlines]


def test_list_json_has_every_field_and_the_words(newsgrab, archive):
    (found,) = objects(newsgrab("list", "--json", "--language", "ja"))
    assert found["paragraphs"] == ["東京で地震がありました。"]
    assert found["markdown"].startswith("# Harbour 2 reopens after the storm\n\n![Boat 2.]")
    assert found["images"][0]["credit_line"] == "ENA"
    assert found["capture"]["retrieved_at"] == "2024-05-04T08:00:12Z"
    assert found["status"] == "saved"
    assert (newsgrab.cwd / found["file"]).is_file()


def test_list_failed(newsgrab, archive):
    line = f"{address(9)}  # http.gone: gone (again from 2024-06-03T08:00+00:00)\n"
    assert newsgrab("list", "--failed").out == line
    (found,) = objects(newsgrab("list", "--failed", "--json"))
    assert found["error"]["class"] == "http.gone"
    assert found["error"]["exit_code"] == 4
    with open_archive(archive) as opened:
        opened.record_failure(Failed(url=address(8), code="net.dns", message="no host", exit_code=4), NOW)
    assert len(newsgrab("list", "--failed").out.splitlines()) == 2
    assert len(newsgrab("list", "--failed", "--limit", "1").out.splitlines()) == 1


@pytest.mark.parametrize(
    "name", [FILE, FILE.removesuffix(".md"), f"news-archive/{FILE}", f"x/../news-archive/{FILE}"]
)
def test_show_a_file_by_its_path(newsgrab, archive, name):
    (newsgrab.cwd / "x").mkdir()
    for place in ("news-archive", "x/../news-archive"):
        assert "The ferry left at noon." in newsgrab("show", "-A", place, name).out


def test_search(newsgrab, archive):
    ran = newsgrab("search", "dawn")
    assert (
        ran.out
        == f"2024-05-03  Harbour 1 reopens after the storm  {FILE[:-3]}.2.md\n    The ferry left at dawn.\n"
    )
    assert newsgrab("search", "noon").out == ""
    assert FILE in newsgrab("search", "noon", "--revisions").out
    assert "Harbour 2" in newsgrab("search", "地震").out
    assert len(newsgrab("search", "--", "harbour", "-dawn").out.splitlines()) == 4
    assert [one["snippet"] for one in objects(newsgrab("search", "--json", "ferry dawn"))] == [
        "The ferry left at dawn."
    ]
    ran = newsgrab("search", "--", "-dawn")
    assert (ran.code, ran.err.count("\n")) == (2, 1)


@pytest.mark.parametrize(
    "arguments", [["list", "--json"], ["search", "harbour"], ["search", "--json", "harbour"]]
)
def test_a_damaged_file_keeps_no_other_from_being_told(newsgrab, archive, arguments):
    (archive / FILE.replace(".md", ".2.md")).write_bytes(b"")
    ran = newsgrab(*arguments)
    assert (ran.code, "harbour-3" in ran.out, ran.err.count("\n")) == (7, True, 1)
    assert ran.err.startswith("newsgrab: error[archive.damaged] example.org/2024/05/")


def test_show(newsgrab, archive):
    written = (archive / FILE).read_text("utf-8")
    assert newsgrab("show", address(1), "--revision", "1").out == written
    assert "dawn" in newsgrab("show", "harbour-1").out
    (found,) = objects(newsgrab("show", "harbour-1", "--json"))
    assert found["paragraphs"] == ["The ferry left at dawn.", "Rain fell."]
    assert found["revision"] == 2
    assert newsgrab("show", "harbour-1", "--revision", "7").code == 7
    ran = newsgrab("show", "nothing")
    assert (ran.code, ran.err.count("\n")) == (7, 1)
    assert ran.err.startswith("newsgrab: error[archive.not_found] the archive has no article 'nothing': an ")
    assert newsgrab("show", "harbour").code == 2
    failed = json.loads(newsgrab("show", "nothing", "--json").out)
    assert (failed["input"], failed["status"]) == ("nothing", "failed")
    assert failed["error"]["class"] == "archive.not_found"


@pytest.mark.parametrize(
    ("place", "name"),
    [
        (".", f"news-archive/{FILE}"),
        (".", f"./news-archive/../news-archive/{FILE}"),
        (".", FILE),
        (".", FILE.removesuffix(".md")),
        (".", f"linked/{FILE}"),
        (".", "linked.md"),
        ("news-archive", FILE),
        ("news-archive", FILE.removesuffix(".md")),
        ("news-archive/example.org/2024/05", FILE.rpartition("/")[2]),
        ("news-archive/example.org/2024", FILE.partition("/2024/")[2]),
        ("elsewhere", f"../news-archive/{FILE}"),
        ("elsewhere", "{cwd}/news-archive/" + FILE),
    ],
)
def test_a_file_says_which_article_wherever_one_stands(newsgrab_here, monkeypatch, place, name):
    cwd = newsgrab_here.cwd
    with open_archive(cwd / "news-archive") as opened:
        opened.save(extraction(1, "The ferry left at noon.", "Rain fell."), page(1))
        opened.save(extraction(1, "The ferry left at dawn.", "Rain fell."), page(1, minutes=1))
    (cwd / "elsewhere").mkdir()
    (cwd / "linked").symlink_to("news-archive")
    (cwd / "linked.md").symlink_to(f"news-archive/{FILE}")
    monkeypatch.chdir(cwd / place)
    named = name.format(cwd=cwd)
    for command in (("log",), ("show", "--json"), ("diff",), ("cite",), ("export",)):
        ran = newsgrab_here(command[0], named, *command[1:])
        assert (ran.code, ran.err) == (0, ""), command
        assert ran.out
    found = json.loads(newsgrab_here("show", named, "--json").out)
    assert Path(found["file"]).samefile(cwd / "news-archive" / FILE)
    assert newsgrab_here("forget", named, "--yes").code == 0
    assert not list((cwd / "news-archive").rglob("*.md"))


def test_files_of_two_archives_are_not_put_together(newsgrab, archive):
    with open_archive(newsgrab.cwd / "other") as opened:
        opened.save(extraction(4), page(4))
    (other,) = (newsgrab.cwd / "other").rglob("*.md")
    ran = newsgrab("cite", archive / FILE, other)
    assert (ran.code, ran.out) == (2, "")
    assert "the articles are in several archives: " in ran.err


def test_log(newsgrab, archive):
    assert newsgrab("log", "harbour-1").out.splitlines() == [
        f"1  2024-05-04T08:00:12Z  first saved  {FILE}",
        f"2  2024-05-04T08:01:12Z  changed: body (silent)  {FILE[:-3]}.2.md",
    ]
    told = objects(newsgrab("log", "--json", "harbour-1"))
    assert [one["silent"] for one in told] == [False, True]
    assert told[0]["file"] == f"news-archive/{FILE}"


def test_diff(newsgrab, archive):
    assert newsgrab("diff", "harbour-1").out == "body:\n    The ferry left at [-noon-]{+dawn+}.\n"
    assert newsgrab("diff", "harbour-1", "2", "1").out == "body:\n    The ferry left at [-dawn-]{+noon+}.\n"
    (found,) = objects(newsgrab("diff", "harbour-1", "--json"))
    assert found["segments"][1] == {"change": "removed", "text": "noon"}
    assert newsgrab("diff", "harbour-2").code == 2


def test_several_articles_that_fit_are_told_in_one_line(newsgrab, archive):
    ran = newsgrab("show", "reopens")
    assert (ran.code, ran.err.count("\n")) == (2, 1)
    assert "several articles fit 'reopens': example.org/" in ran.err
    assert ran.err.count(".md, example.org/") == 2


def test_a_terminal_obeys_no_file_name(newsgrab, archive):
    (archive / FILE).rename(archive / "example.org" / "\x1b]0;owned\x07\u202e.md")
    (archive / os.fsdecode(b"\x1b]0;\xff.md")).touch()  # told in a warning
    (archive / ".newsgrab" / "captures" / "\x1b]0;").mkdir(parents=True)
    (archive / ".newsgrab" / "captures" / "\x1b]0;" / "1.warc.gz").touch()
    url = address(1)
    for command in ("list --revisions", "search noon", f"log {url}", "verify", f"forget --yes {url}"):
        ran = newsgrab(*command.split())
        assert not set("\x1b\x07\u202e") & set(ran.out + ran.err)
        assert "%1B]0;" in ran.out + ran.err


def test_verify(newsgrab, archive):
    ran = newsgrab("verify")
    assert (ran.code, ran.out, ran.err) == (0, "", "verified: 8 whole\n")
    assert newsgrab("verify", "-q").err == ""
    path = archive / FILE
    path.write_text(path.read_text("utf-8") + "A note.\n", "utf-8")
    ran = newsgrab("verify")
    assert (ran.code, ran.out) == (0, f"edited: {FILE}: was edited after it was saved\n")
    path.write_bytes(b"")
    next(archive.rglob("*.warc.gz")).write_bytes(b"x")
    ran = newsgrab("verify")
    assert ran.code == 7
    assert f"{FILE}: error[archive.damaged] damaged: is empty\n" in ran.err
    assert len([line for line in ran.err.splitlines() if "error[" in line]) == 2
    told = [json.loads(line) for line in newsgrab("verify", "--json").out.splitlines()]
    assert {one["state"] for one in told} == {"whole", "damaged"}
    assert all((newsgrab.cwd / one["file"]).is_file() for one in told)


def test_rebuild(newsgrab):
    url = "https://havenpost.example/2024/05/03/ferry"
    received = page(1, url=url)
    answer = replace(
        received.exchanges[0], response_headers=(("Content-Type", "text/html"),), payload=PAGE.encode()
    )
    received = replace(received, headers=answer.response_headers, body=PAGE.encode(), exchanges=(answer,))
    today = read(received, load())
    yesterday = replace(today, article=replace(today.article, body=today.article.body[:-1]))
    with open_archive(newsgrab.cwd / "news-archive") as opened:
        file = opened.save(yesterday, received).file
    before = (newsgrab.cwd / "news-archive" / file).read_text("utf-8")
    ran = newsgrab("rebuild", "--dry-run")
    assert (ran.code, ran.err) == (0, "rebuild: 1 changed\n")
    assert ran.out.startswith(f"changed: {file}\nbody:\n    {{+")
    assert (newsgrab.cwd / "news-archive" / file).read_text("utf-8") == before
    assert newsgrab("rebuild").out == f"changed: {file}\n"
    after = (newsgrab.cwd / "news-archive" / file).read_text("utf-8")
    assert today.article.body[-1].text in after
    ran = newsgrab("rebuild")
    assert (ran.out, ran.err) == ("", "rebuild: 1 same\n")
    assert newsgrab("rebuild", "-q").err == ""
    assert newsgrab("verify").code == 0
    (fate,) = objects(newsgrab("rebuild", "--json", "-q"))
    assert (fate["fate"], fate["file"]) == ("same", f"news-archive/{file}")


def test_rebuild_keeps_the_names_of_the_keys_unless_others_are_asked_for(newsgrab):
    received = page(1)
    answer = replace(
        received.exchanges[0], response_headers=(("Content-Type", "text/html"),), payload=PAGE.encode()
    )
    received = replace(received, headers=answer.response_headers, body=PAGE.encode(), exchanges=(answer,))
    with open_archive(newsgrab.cwd / "news-archive", Filing(profile="hugo")) as opened:
        file = newsgrab.cwd / "news-archive" / opened.save(read(received, load()), received).file
    assert newsgrab("rebuild").err == "rebuild: 1 same\n"
    assert file.read_text("utf-8").startswith("---\ntitle: ")
    assert newsgrab("rebuild", "--profile", "newsgrab").err == "rebuild: 1 changed\n"
    assert file.read_text("utf-8").startswith("---\nheadline: ")


def test_forget(newsgrab, archive):
    ran = newsgrab("forget", "harbour-1")
    assert (ran.code, (archive / FILE).exists()) == (2, True)
    ran = newsgrab("forget", "harbour-1", "--yes")
    assert (ran.code, len(ran.err.splitlines())) == (0, 4)
    assert not (archive / FILE).exists()
    assert len(newsgrab("list").out.splitlines()) == 2
    assert newsgrab("verify").code == 0


def test_forget_an_article_of_which_a_revision_is_gone(newsgrab, archive):
    (archive / FILE).unlink()
    assert newsgrab("verify").code == 7
    assert newsgrab("forget", "harbour-1", "--yes").code == 0
    assert (newsgrab("verify").code, list(archive.rglob("*harbour-1-*"))) == (0, [])


@pytest.mark.parametrize("name", [FILE, "harbour-1-reopens", address(1)])
def test_forget_what_someone_deleted(newsgrab, archive, name):
    for path in archive.rglob("*harbour-1-*.md"):
        path.unlink()
    assert newsgrab("verify").code == 7
    ran = newsgrab("forget", name)
    assert (ran.code, newsgrab("verify").code) == (2, 7)
    ran = newsgrab("forget", "harbour-1" if name == FILE else name, "--yes")
    assert (ran.code, len(ran.err.splitlines())) == (0, 2)
    ran = newsgrab("verify")
    assert (ran.code, "missing" in ran.err) == (0, False)
    assert newsgrab("forget", name, "--yes").code == 7
    (archive / ".newsgrab" / "catalog.sqlite3").unlink()
    assert newsgrab("verify").code == 0


def test_forget_what_is_damaged_and_in_a_catalog_that_was_made_again(newsgrab, archive):
    damaged = sorted(archive.rglob("*.md"))
    for path in damaged:
        path.write_text("---\n")
    (archive / ".newsgrab" / "catalog.sqlite3").unlink()
    ran = newsgrab("forget", "harbour", "--yes")
    assert (ran.code, ran.err.partition(":")[0], sorted(archive.rglob("*.md"))) == (2, "newsgrab", damaged)
    ran = newsgrab("forget", "harbour-1", "--yes")
    assert (ran.code, len(ran.err.splitlines())) == (0, 2)
    assert not list(archive.rglob("*harbour-1-*.md"))
    assert list(archive.rglob("*.md"))


@pytest.mark.parametrize(
    "arguments",
    [
        ["list"],
        ["search", "x"],
        ["show", "x"],
        ["log", "x"],
        ["diff", "x"],
        ["verify"],
        ["rebuild"],
        ["forget", "x"],
    ],
)
def test_no_archive(newsgrab, arguments):
    ran = newsgrab(*arguments)
    assert (ran.code, ran.out, ran.err.count("\n")) == (7, "", 1)
    assert "error[archive.not_found] there is no archive in news-archive" in ran.err
    assert list(newsgrab.cwd.iterdir()) == []


@pytest.mark.parametrize("arguments", [["show"], ["log"], ["diff"], ["cite"], ["export"], ["forget"]])
def test_a_password_in_the_address_of_no_article_is_not_told(newsgrab, archive, arguments):
    ran = newsgrab(*arguments, "https://me:s3cret@example.org/none")
    assert (ran.code, "example.org/none" in ran.err, "s3cret" in ran.err) == (7, True, False)


def test_cite(newsgrab, archive):
    ran = newsgrab("cite", address(3), "harbour-1", "--format", "csl")
    assert (ran.code, ran.err) == (0, "")
    third, first = json.loads(ran.out)
    assert third["issued"] == {"date-parts": [[2024, 6, 1]]}
    assert third["accessed"] == {"date-parts": [[2024, 5, 4]]}
    assert first["author"] == [{"literal": "Jane Doe 1"}]
    assert newsgrab("cite", address(3)).out.startswith("@article{32024harbour,\n")
    assert newsgrab("cite", address(8)).code == 7
