"""What is saved, what is known, what is a revision, and what is refused."""

from __future__ import annotations

import os
import subprocess
import sys
import textwrap
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import yaml

from newsgrab.archive import Filing, open_archive, read_archive
from newsgrab.archive.store import write_where_asked
from newsgrab.errors import Locked, OtherLayout, Paywall, UsageError
from newsgrab.model import Failed, Saved, Unchanged, Updated
from tests.archives import NOW, address, extraction, page

FILE = "example.org/2024/05/2024-05-03-harbour-1-reopens-after-the-storm.md"


@pytest.fixture
def archive(tmp_path):
    with open_archive(tmp_path / "news") as opened:
        yield opened


def front_matter(path):
    return yaml.safe_load(path.read_text("utf-8").split("---\n")[1])


def test_a_new_article_is_saved_with_its_evidence(archive):
    saved = archive.save(extraction(1), page(1))
    assert isinstance(saved, Saved)
    assert (saved.url, saved.file) == (address(1), FILE)
    found = front_matter(archive.root / FILE)
    assert found["headline"] == "Harbour 1 reopens after the storm"
    assert found["capture"]["requested_url"] == address(1)
    assert found["capture"]["retrieved_at"] == NOW
    assert (archive.root / found["capture"]["file"]).is_file()
    assert found["capture"]["sha256"] in found["capture"]["file"]
    assert saved.capture
    assert saved.capture.file == found["capture"]["file"]


def test_every_address_of_an_article_is_known(archive):
    archive.save(extraction(1), page(1, "https://short.example/x", "http://example.org/old/1"))
    for url in (
        address(1),
        "http://example.org/2024/05/03/story-1/?utm_source=feed#top",
        "https://amp.example.org/2024/05/03/story-1/amp/",
        "https://short.example/x",
        "https://example.org/old/1",
    ):
        assert archive.find(url).file == FILE
    assert archive.find(address(2)) is None


def test_what_leads_to_many_articles_makes_them_no_revisions_of_one(archive):
    archive.save(extraction(1), page(1, "https://example.org/latest", "https://example.org/session"))
    saved = archive.save(extraction(2), page(2, "https://example.org/latest", "https://example.org/session"))
    assert isinstance(saved, Saved)
    assert (archive.find(address(1)).revision, archive.find(address(2)).revision) == (1, 1)
    assert archive.find("https://example.org/latest").file == FILE


def test_an_article_that_moved_and_changed_is_a_revision(archive):
    archive.save(extraction(1), page(1))
    words = [block.text for block in extraction(1).article.body]
    place = "https://www.example.org/new/place"
    moved = archive.save(extraction(1, *words, "More.", url=place), page(1, address(1), url=place, minutes=9))
    assert isinstance(moved, Updated)
    assert archive.find(place).revision == archive.find(address(1)).revision == 2


def test_a_changed_page_with_the_same_words_is_unchanged(archive):
    archive.save(extraction(1), page(1))
    later = extraction(1, date_modified=NOW, section="Local", keywords=("storm",))
    assert archive.save(later, page(1, minutes=60)) == Unchanged(url=address(1), file=FILE, asked=True)
    assert len(list(archive.root.rglob("*.md"))) == 1
    assert len(list(archive.root.rglob("*.warc.gz"))) == 1


def test_a_changed_article_is_a_revision_and_nothing_is_overwritten(archive):
    archive.save(extraction(1), page(1))
    before = (archive.root / FILE).read_bytes()
    second = archive.save(extraction(1, "New words.", headline="Harbour 1 stays shut"), page(1, minutes=60))
    third = archive.save(extraction(1, "New words.", "And more.", date_modified=NOW), page(1, minutes=90))
    assert isinstance(second, Updated)
    assert isinstance(third, Updated)
    assert (second.url, second.file) == (address(1), FILE.replace(".md", ".2.md"))
    assert second.changes == ("headline", "body")
    assert (third.url, third.file) == (address(1), FILE.replace(".md", ".3.md"))
    assert third.changes == ("headline", "body", "dates")
    assert (archive.root / FILE).read_bytes() == before
    assert archive.find(address(1)).revision == 3


@pytest.mark.parametrize(
    ("fields", "changes"),
    [
        ({"correction": "An earlier version was wrong."}, ("correction",)),
        ({"standfirst": "It took three days."}, ("standfirst",)),
        ({"byline": "By Someone Else"}, ("byline",)),
        ({"headline": "Other"}, ("headline",)),
    ],
)
def test_what_changed_is_named(archive, fields, changes):
    archive.save(extraction(1), page(1))
    assert archive.save(extraction(1, **fields), page(1, minutes=1)).changes == changes


def test_a_caption_is_part_of_the_article(archive):
    archive.save(extraction(1), page(1))
    changed = extraction(1)
    image = replace(changed.article.images[0], credit_line="Another agency")
    changed = replace(changed, article=replace(changed.article, images=(image,)))
    assert archive.save(changed, page(1, minutes=1)).changes == ("captions",)


def test_a_teaser_never_joins_a_full_copy(archive):
    archive.save(extraction(1), page(1))
    whole = [block.text for block in extraction(1).article.body]
    for teaser in (
        extraction(1, whole[0], paywalled=True),
        extraction(1, whole[0]),
        extraction(1, whole[0], "Subscribe."),
    ):
        with pytest.raises(Paywall, match="only a teaser"):
            archive.save(teaser, page(1, minutes=5))
    assert archive.find(address(1)).revision == 1


def test_a_full_copy_joins_a_teaser(archive):
    archive.save(extraction(1, "Only the start.", paywalled=True), page(1))
    assert isinstance(archive.save(extraction(1), page(1, minutes=5)), Updated)


def test_a_retraction_is_a_revision(archive):
    archive.save(extraction(1), page(1))
    assert isinstance(archive.save(extraction(1, "This article was withdrawn."), page(1, minutes=5)), Updated)


def test_two_articles_of_one_name_get_two_files(archive):
    for number in (1, 2, 3):
        archive.save(extraction(number, headline="Live: the storm"), page(number))
    names = sorted(path.name for path in archive.root.rglob("*.md"))
    assert len({name.casefold() for name in names}) == 3
    assert names[2] == "2024-05-03-live-the-storm.md"


def test_an_address_that_reads_like_the_name_of_the_file(tmp_path):
    url = "https://example.org/harbour.md"
    with open_archive(tmp_path / "news", Filing(template="{host}/{slug}.md")) as archive:
        saved = archive.save(extraction(1, url=url, headline="Harbour"), page(1, url=url))
    assert saved.file == "example.org/harbour.md"


def test_two_addresses_of_one_site_with_one_canonical_are_one_article(archive):
    archive.save(extraction(1), page(1))
    other = page(1, url="https://www.example.org/print?id=1", minutes=5)
    assert isinstance(archive.save(extraction(1), other), Unchanged)
    assert archive.find("https://example.org/print?id=1").file == FILE


def test_a_page_cannot_take_the_address_of_another_site(archive):
    lie = extraction(1, "Quite other words.", url="https://paper.example/true-story")
    archive.save(lie, page(1, url="https://evil.example/a"))
    assert archive.find("https://paper.example/true-story") is None
    truth = extraction(2, url="https://paper.example/true-story")
    assert isinstance(archive.save(truth, page(2, url="https://paper.example/true-story")), Saved)


def test_a_front_page_as_canonical_address_joins_nothing(archive):
    for number in (1, 2):
        archive.save(extraction(number, url="https://www.example.org/"), page(number))
    assert len(list(archive.root.rglob("*.md"))) == 2
    assert archive.find("https://example.org/") is None


def test_validators_of_the_last_visit(archive):
    archive.save(extraction(1), page(1, headers=(("ETag", '"1"'),)))
    entry = archive.find(address(1))
    assert archive.validators(entry) == ('"1"', None)
    archive.save(extraction(1), page(1, minutes=5, headers=(("Last-Modified", "today"),)))
    assert archive.validators(entry) == (None, "today")
    assert archive.confirm(entry, address(1), NOW) == Unchanged(url=address(1), file=FILE, asked=True)
    assert archive.validators(entry) == (None, "today")


def test_failures_are_remembered_until_something_is_saved(archive):
    gone = Failed(url=address(1), code="http.gone", message="The page is gone.", exit_code=4, status=410)
    archive.record_failure(gone, NOW)
    failure = archive.record_failure(gone, NOW)
    assert (failure.attempts, failure.status) == (2, 410)
    assert not archive.failure(address(1) + "?utm_source=x").is_due(NOW + timedelta(days=29))
    archive.save(extraction(1), page(1))
    assert archive.failure(address(1)) is None


def test_the_server_s_own_pause_counts(archive):
    until = datetime(2030, 1, 1, tzinfo=UTC)
    wait = Failed(url=address(1), code="http.rate_limited", message="wait", exit_code=4, retry_at=until)
    assert archive.record_failure(wait, NOW).retry_at == until


def test_a_password_is_nowhere(archive):
    secret = "https://someone:hunter2@www.example.org/2024/05/03/story-1"
    archive.save(extraction(1), page(1, url=secret))
    archive.record_failure(Failed(url=secret + "9", code="net.dns", message="no", exit_code=4), NOW)
    archive.ledger.commit()
    for path in archive.root.rglob("*"):
        assert not path.is_file() or b"hunter2" not in path.read_bytes()


def test_what_another_run_finds(tmp_path):
    root = tmp_path / "news"
    with open_archive(root) as first:
        first.save(extraction(1), page(1, headers=(("ETag", '"1"'),)))
    with open_archive(root) as second:
        entry = second.find(address(1))
        assert entry.file == FILE
        assert second.validators(entry) == ('"1"', None)
        assert isinstance(second.save(extraction(1), page(1)), Unchanged)


def test_layout(tmp_path):
    with open_archive(tmp_path / "news", Filing(template="{section}/{slug}", profile="obsidian")) as archive:
        archive.save(extraction(1, section="Sport & Spiel"), page(1))
        file = archive.find(address(1)).file
        assert file == "sport-spiel/harbour-1-reopens-after-the-storm.md"
        found = front_matter(archive.root / file)
        assert found["title"] == "Harbour 1 reopens after the storm"
        assert found["published"].isoformat() == "2024-05-03"
        assert isinstance(archive.save(extraction(1, section="Sport & Spiel"), page(1)), Unchanged)
    with pytest.raises(UsageError), open_archive(tmp_path / "news", Filing(template="{nonsense}")):
        pass


@pytest.mark.parametrize("version", ["2", "\x1b[2J?", "1\n{"])
def test_a_later_layout_is_left_alone(tmp_path, version):
    with open_archive(tmp_path) as archive:
        archive.save(extraction(1), page(1))
    (tmp_path / ".newsgrab" / "format").write_text(f"{version}\n", "utf-8")
    before = {path: path.read_bytes() for path in tmp_path.rglob("*.*") if path.is_file()}
    for opening in (open_archive, read_archive):
        with pytest.raises(OtherLayout, match="has layout") as caught, opening(tmp_path):
            pass
        assert {"\x1b", "\n"}.isdisjoint(str(caught.value))
    assert {path: path.read_bytes() for path in tmp_path.rglob("*.*") if path.is_file()} == before


def test_the_lock_tells_who_holds_it(tmp_path):
    code = textwrap.dedent(f"""
        import sys
        from pathlib import Path
        from newsgrab.archive import open_archive
        with open_archive(Path({str(tmp_path)!r})):
            print("ready", flush=True)
            sys.stdin.read()
    """)
    root = Path(__file__).parents[3]
    holder = subprocess.Popen(
        [sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=root, text=True
    )
    assert holder.stdout.readline() == "ready\n"
    with pytest.raises(Locked, match=f"process {holder.pid} "), open_archive(tmp_path):
        pass
    holder.kill()
    holder.wait()
    with open_archive(tmp_path, wait=True):
        pass
    holder.stdin.close()
    holder.stdout.close()


def test_what_a_person_names_is_written_to_and_not_replaced(tmp_path):
    """``--failed /dev/null`` must not make a file of it."""
    pipe, link, file = tmp_path / "pipe", tmp_path / "link", tmp_path / "list.txt"
    os.mkfifo(pipe)
    link.symlink_to(file)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    for path in (pipe, link):
        write_where_asked(path, b"harbour\n")
    assert os.read(reader, 100) == file.read_bytes() == b"harbour\n"
    os.close(reader)
    assert pipe.is_fifo()
    assert link.is_symlink()


@pytest.mark.parametrize(
    ("change", "is_damage"),
    [
        (lambda text: b"", True),
        (lambda text: text[: len(text) // 8], True),
        (lambda text: text.replace(b"boats", b"\xff\xfe"), True),
        (lambda text: text[:-20] + bytes(20), True),
        (lambda text: text + b"\nMy note.\n", False),
    ],
)
def test_a_damaged_article_is_saved_anew_and_an_edited_one_is_not(archive, change, is_damage):
    archive.save(extraction(1), page(1))
    path = archive.root / FILE
    path.write_bytes(change(path.read_bytes()))
    again = archive.save(extraction(1), page(1, minutes=60))
    second = FILE.replace(".md", ".2.md")
    if is_damage:
        assert (again.file, again.changes) == (second, ("damaged file",))
        assert isinstance(archive.save(extraction(1), page(1, minutes=90)), Unchanged)
    else:
        assert isinstance(again, Unchanged)
    assert (archive.root / second).exists() is is_damage
