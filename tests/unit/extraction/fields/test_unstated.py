"""Fields of pages whose metadata says nothing: what is printed has to do."""

from datetime import UTC, date, datetime

import pytest

from newsgrab.extraction.fields.metadata import read_fields
from newsgrab.extraction.page.document import parse
from newsgrab.extraction.page.names import name_lists_of
from newsgrab.model import Page
from newsgrab.rules import load

URL = "https://example.org/local/harbour-reopens"
TEXT = (
    "<p>The harbour of Port Haven was opened again on Friday after three days of hard work by many.</p>" * 3
)
HEADLINE = "<h1>Harbour reopens after storm</h1>"
OTHERS = "".join(
    f"<div class=item><span class='post-date published'>{day} April 2024</span>"
    f"<a href='/{day}'>The ferry number {day} is late</a></div>"
    for day in (2, 9, 16, 23)
)


def read(body, title="", *, url=URL):
    html = f"<!doctype html><html lang=en><head><title>{title}</title></head><body>{body}</body></html>"
    page = Page(
        url=url, requested_url=url, body=html.encode(), retrieved_at=datetime(2024, 5, 20, 8, tzinfo=UTC)
    )
    return read_fields(parse(page), load()).metadata


class TestDates:
    def test_the_one_by_the_headline_wins_over_those_of_other_articles(self):
        body = f"<article>{HEADLINE}<div class=meta><span>3 May 2024</span></div>{TEXT}</article>{OTHERS}"
        assert read(body).date_published == date(2024, 5, 3)

    def test_a_list_of_articles_above_the_headline_dates_none(self):
        body = f"<div class=ticker>{OTHERS}</div><article>{HEADLINE}<p><span>3 May 2024</span></p>{TEXT}</article>"
        assert read(body).date_published == date(2024, 5, 3)

    def test_the_day_of_the_address_chooses_between_two(self):
        body = f"<article>{HEADLINE}<p><span>Wednesday, 15 May 2024</span></p><p><span>3 May 2024, 14:10</span></p>{TEXT}</article>"
        assert read(body).date_published == date(2024, 5, 15)
        stated = read(body, url="https://example.org/2024/05/03/harbour-reopens").date_published
        assert isinstance(stated, datetime)
        assert stated.isoformat() == "2024-05-03T14:10:00"

    @pytest.mark.parametrize(
        "footer",
        [
            "<footer class=entry-footer>Posted on 3 May 2024</footer>",
            "<div class='elementor-widget elementor-widget-date'><span>3 May 2024</span></div>",
        ],
    )
    def test_an_articles_own_footer_and_a_page_builders_box_have_its_date(self, footer):
        assert read(f"<article>{HEADLINE}{footer}{TEXT}</article>").date_published == date(2024, 5, 3)

    def test_a_layout_with_a_sidebar_is_no_sidebar(self):
        assert "printed.elsewhere-names" in name_lists_of("sidebar widget")
        assert "printed.elsewhere-names" not in name_lists_of("content-sidebar-wrap")


class TestHeadlines:
    def test_the_name_of_the_site_in_the_title_finds_none(self):
        body = (
            f"<div class='menu-title'>Haven Post</div><div class=content-sidebar-wrap>{HEADLINE}{TEXT}</div>"
        )
        title = "Storm over the sea: what the town may now expect of the summer | Haven Post"
        assert read(body, title).headline == "Harbour reopens after storm"

    def test_the_only_first_heading_is_one_however_short_it_is(self):
        body = f"<article><h1>Stormy weather</h1><h2>What the harbour saw in these days</h2>{TEXT}</article>"
        assert read(body, "Gales hit the coast of the county").headline == "Stormy weather"

    def test_the_title_says_how_kicker_and_headline_are_parted(self):
        body = (
            f"<article><h1><span>Storm at sea</span><span>Harbour is open again</span></h1>{TEXT}</article>"
        )
        assert read(body, "Storm at sea: Harbour is open again | Haven Post").headline == (
            "Storm at sea: Harbour is open again"
        )

    def test_the_shown_one_stands_where_a_hidden_one_says_the_same(self):
        hidden = "<h1 class=visually-hidden>Harbour reopens after storm | Haven Post</h1>"
        body = f"{hidden}<article><h2>Harbour reopens after storm</h2>{TEXT}</article>"
        assert (
            read(body, "Harbour reopens after storm | Haven Post").headline == "Harbour reopens after storm"
        )


class TestBylines:
    @pytest.mark.parametrize(
        "credit", ["<p class=author>Photo: Mary Major / ENA</p>", "<p class=image--author>Mary Major</p>"]
    )
    def test_who_took_a_picture_did_not_write_it(self, credit):
        body = f"<article>{HEADLINE}{credit}<p class=author>Jane Doe</p>{TEXT}</article>"
        assert read(body).authors == ("Jane Doe",)

    def test_an_agency_before_the_paper_supplied_it(self):
        body = f"<article>{HEADLINE}<p class=author>AFP/The Haven Post</p>{TEXT}</article>"
        assert read(body).agency == ("AFP",)


def test_the_first_of_paragraphs_that_are_set_as_boxes_is_no_standfirst():
    first = "It took three days to clear the only harbour of the town, and the ferries wait for their turn until noon."
    stated = f"<meta name=description content='{first}'>"
    paragraphs = f"<p>{first}</p>{TEXT}".replace("<p>", "<div>").replace("</p>", "</div>")
    assert read(f"{stated}<article>{HEADLINE}{paragraphs}</article>").standfirst is None
    lead = f"<div class=lead>{first}</div>"
    assert read(f"{stated}<article>{HEADLINE}{lead}{TEXT}</article>").standfirst == first
