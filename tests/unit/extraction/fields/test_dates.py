"""When an article was published and changed."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from newsgrab.extraction.fields.metadata import read_fields
from newsgrab.extraction.page.document import parse
from newsgrab.model import Page
from newsgrab.rules import load
from tests.pages import ARTICLE, TEXT, URL, json_ld, metadata, read


@pytest.mark.parametrize(
    ("served", "known"),
    [
        ("Sat, 04 May 2024 08:00:00 GMT", True),
        ("Sun, 01 Jan 2017 00:00:00 GMT", False),
        ("Fri, 31 Dec 9999 23:59:59 GMT", True),
        ("soon", False),
        ("", False),
    ],
)
def test_a_clock_that_is_years_behind_takes_no_date_for_one_to_come(served, known):
    head = "<meta property='article:published_time' content='2024-05-03T14:10:00+01:00'>"
    page = Page(
        url=URL,
        requested_url=URL,
        body=f"<html><head>{head}</head><body>{ARTICLE}".encode(),
        headers=(("Date", served),),
        retrieved_at=datetime(2017, 1, 1, tzinfo=UTC),
    )
    published = read_fields(parse(page), load()).metadata.date_published
    assert (published is not None) is known


@pytest.mark.parametrize("stated", ["9999-12-31T23:59:59-14:00", "0001-01-01T00:00:00+14:00", "9999-12-31"])
@pytest.mark.parametrize("served", ["Fri, 31 Dec 9999 23:59:59 GMT", "Mon, 01 Jan 0001 00:00:00 GMT"])
def test_the_last_and_the_first_year_date_nothing(stated, served):
    head = f"<meta property='article:published_time' content='{stated}'>"
    page = Page(
        url="https://example.org/harbour",
        requested_url=None,
        body=f"<html><head>{head}</head><body>{ARTICLE}".encode(),
        headers=(("Date", served),),
        retrieved_at=datetime(2024, 5, 4, tzinfo=UTC),
    )
    assert read_fields(parse(page), load()).metadata.date_published is None


def test_the_offset_is_kept():
    head = json_ld(
        '{"@type": "NewsArticle", "datePublished": "2024-05-03T14:10:00+01:00", "dateModified": "2024-05-03T15:00Z"}'
    )
    found = metadata(ARTICLE, head)
    assert found.date_published == datetime(2024, 5, 3, 14, 10, tzinfo=timezone(timedelta(hours=1)))
    assert found.date_modified == datetime(2024, 5, 3, 15, tzinfo=UTC)


def test_a_day_stays_a_day():
    found = metadata(ARTICLE, '<meta property="article:published_time" content="2024-05-03">')
    assert found.date_published == date(2024, 5, 3)


def test_one_is_never_made_of_the_other():
    found = metadata(
        ARTICLE,
        '<meta property="article:modified_time" content="2024-05-03T10:00Z">',
        url="https://example.org/a",
    )
    assert (found.date_published, found.date_modified) == (None, datetime(2024, 5, 3, 10, tzinfo=UTC))


def test_none_lies_after_the_retrieval():
    head = '<meta property="article:published_time" content="2031-05-03T10:00:00Z"><meta name=date content="2024-05-02">'
    assert metadata(ARTICLE, head, url="https://example.org/a").date_published == date(2024, 5, 2)


@pytest.mark.parametrize(
    ("printed", "published", "modified"),
    [
        ("<time datetime='2024-05-02T10:00Z'>2 May</time>", datetime(2024, 5, 2, 10, tzinfo=UTC), None),
        (
            "<abbr class=published title='2024-05-02T10:00Z'>10:00</abbr>",
            datetime(2024, 5, 2, 10, tzinfo=UTC),
            None,
        ),
        ("<p class=date>Published 2 May 2024</p>", date(2024, 5, 2), None),
        ("<p class=date>Updated 2 May 2024</p>", None, date(2024, 5, 2)),
        ("<p>2. Mai 2024, 10:30 Uhr</p>", datetime(2024, 5, 2, 10, 30), None),  # noqa: DTZ001  as printed
    ],
)
def test_what_is_printed(printed, published, modified):
    body = f"<article><h1>Harbour reopens after storm</h1>{printed}{TEXT}</article>"
    found = metadata(body, url="https://example.org/harbour")
    assert (found.date_published, found.date_modified) == (published, modified)


@pytest.mark.parametrize(
    "printed",
    [
        "<p>3 May 2024 – The harbour of Port Haven has been open again since Friday, the authority said.</p>",
        "<p>Press release of 3 May 2024 | The harbour of Port Haven has been open again since Friday.</p>",
        "<p class=author><a href=/team/jane>Jane Doe</a>, 3 May 2024 <span>read by nine thousand</span> people in town</p>",
        "<ul><li><b>Mise en ligne</b> 3 May 2024</li></ul>",
        "<p class=foot>Last seen by nine hundred and twenty readers<br>Published on: 3 May 2024<br>All of it</p>",
        f"{TEXT * 40}<footer><p>About <time datetime=2024-05-03>last week</time></p></footer>",
        "<div class=listing-meta><span>Jane</span> <span>3 May 2024</span></div>",
    ],
)
def test_where_else_it_may_be_printed(printed):
    body = f"<article><h1>Harbour reopens after storm</h1>{printed}{TEXT}</article>"
    assert metadata(body, url="https://example.org/harbour").date_published == date(2024, 5, 3)


@pytest.mark.parametrize(
    ("stated", "printed", "published"),
    [
        ("2024-05-03T02:41:09Z", "2 May 2024, 22:41", "2024-05-02T22:41:09-04:00"),
        ("2024-05-03T02:41:09Z", "2 May 2024, 21:17", "2024-05-03T02:41:09+00:00"),
        ("2024-05-02T22:00:00Z", "3 May 2024", "2024-05-03T00:00:00+02:00"),
        ("2024-05-02T22:10:00Z", "3 May 2024", "2024-05-02T22:10:00+00:00"),
        ("2024-05-02T22:10+01:00", "3 May 2024, 00:10", "2024-05-02T22:10:00+01:00"),
    ],
)
def test_a_time_in_utc_is_given_as_the_page_prints_it(stated, printed, published):
    head = f"<meta property='article:published_time' content='{stated}'>"
    body = f"<article><h1>Harbour reopens after storm</h1><p class=date>{printed}</p>{TEXT}</article>"
    assert metadata(body, head, url="https://example.org/harbour").date_published.isoformat() == published


def test_a_day_is_made_exact_by_what_is_printed():
    head = "<meta property='article:published_time' content='2024-05-02'>"
    body = f"<article><h1>Harbour reopens after storm</h1><p class=date>2 May 2024, 22:41</p>{TEXT}</article>"
    published = metadata(body, head, url="https://example.org/harbour").date_published
    assert published.isoformat() == "2024-05-02T22:41:00"


def test_the_clock_of_the_page_is_none():
    body = f"<div class=current-date>4 May 2024</div><article><h1>Harbour reopens after storm</h1>{TEXT}</article>"
    assert metadata(body, url="https://example.org/harbour").date_published is None


def test_a_comments_date_is_none():
    comments = (
        "<section class=comments><p class=date>3 May 2024</p><time datetime=2024-05-03>3 May</time></section>"
    )
    assert metadata(ARTICLE + comments, url="https://example.org/harbour").date_published is None


@pytest.mark.parametrize(
    "counted",
    [
        """<script>dataLayer.push({"pageType": "news", "cmsPublishingDate":"2024-05-03"});</script>""",
        """<script>var page = {published_at: 1714720000, 'words': 120};</script>""",
        r"""<script>self.state.push("{\"article\":{\"deployDt\":\"2024.05.03 18:40\"}}")</script>""",
        """<div hidden data-article-id=7 data-publish-date="2024-05-03 18:40"></div>""",
        """<script>a = {"publishDate": "2024-05-03T10:00Z"}; b = {"pubDate": "3 May 2024"}</script>""",
    ],
)
def test_what_only_programs_are_told(counted):
    found = metadata(ARTICLE + counted, url="https://example.org/harbour").date_published
    assert (found.year, found.month, found.day) == (2024, 5, 3)


@pytest.mark.parametrize(
    "counted",
    [
        """<script>list = [{"publishDate": "2024-05-03"}, {"publishDate": "2024-05-02"}]</script>""",
        """<script>{"modifiedDate": "2024-05-03", "serverTime": "2024-05-03"}</script>""",
        """<section class=comments><p data-publish-date="2024-05-03">A fine harbour.</p></section>""",
    ],
)
def test_programs_are_told_of_several_days_or_another(counted):
    assert metadata(ARTICLE + counted, url="https://example.org/harbour").date_published is None


def test_what_programs_are_told_is_no_witness_beside_a_date():
    head = """<meta name=date content="2024-05-02"><script>{"publishDate": "2024-05-03"}</script>"""
    found = read(ARTICLE, head, url="https://example.org/harbour")
    assert {claim.origin for claim in found.claims if claim.field == "date_published"} == {"meta"}


def test_the_address_has_a_day():
    assert metadata(ARTICLE).date_published == date(2024, 5, 3)


def test_both_dates_of_a_line_are_read():
    line = "<p class=date>Published 3 May 2024, 10:00, updated 4 May 2024, 08:30</p>"
    found = metadata(f"<h1>Harbour reopens after storm</h1>{line}{TEXT}")
    read_dates = (found.date_published.isoformat(), found.date_modified.isoformat())
    assert read_dates == ("2024-05-03T10:00:00", "2024-05-04T08:30:00")
