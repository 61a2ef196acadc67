"""Fields out of pages: which claim holds, and what is refused."""

import tomllib
from dataclasses import fields as dataclass_fields
from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from newsgrab.extraction.fields.metadata import READERS, read_fields
from newsgrab.extraction.page.document import parse
from newsgrab.model import Metadata, Page
from newsgrab.rules import load
from newsgrab.rules.tables import FOLDER

URL = "https://example.org/2024/05/03/harbour-reopens"
TEXT = (
    "<p>The harbour of Port Haven was opened again on Friday after three days of hard work by many people.</p>"
    * 3
)
RETRIEVED = datetime(2024, 5, 4, 8, tzinfo=UTC)


def read(body="", head="", *, url=URL, lang="en"):
    html = f"<!doctype html><html lang='{lang}'><head><meta charset=utf-8>{head}</head><body>{body}</body></html>"
    page = Page(url=url, requested_url=url, body=html.encode(), retrieved_at=RETRIEVED)
    return read_fields(parse(page), load())


def metadata(body="", head="", **keywords):
    return read(body, head, **keywords).metadata


def json_ld(text):
    return f'<script type="application/ld+json">{text}</script>'


ARTICLE = f"<article><h1>Harbour reopens after storm</h1>{TEXT}</article>"


def test_every_field_has_a_reader_and_places_to_look():
    fields = {field.name for field in dataclass_fields(Metadata)}
    looked_for = {
        table["name"] for table in tomllib.loads((FOLDER / "fields.toml").read_text("utf-8"))["field"]
    }
    assert set(READERS) == fields
    assert fields <= looked_for


class TestHeadline:
    def test_the_printed_one_wins(self):
        head = "<title>Storm news: harbour | The Haven Post</title><meta property='og:title' content='Storm: harbour open'>"
        assert metadata(ARTICLE, head).headline == "Harbour reopens after storm"

    def test_a_site_name_in_a_heading_is_none(self):
        body = f"<h1>The Haven Post</h1><h2>Harbour reopens after storm</h2>{TEXT}"
        head = "<title>Harbour reopens after storm - The Haven Post</title><meta property='og:site_name' content='The Haven Post'>"
        assert metadata(body, head).headline == "Harbour reopens after storm"

    def test_the_marks_of_a_quote_part_it_from_no_site(self):
        body = f"<h1>»We swam the last mile«</h1>{TEXT}"
        head = "<title>»We swam the last mile« (The Haven Post)</title><meta property='og:title' content='»We swam the last mile« (Haven Post)'><meta name='twitter:title' content='»We swam the last mile«'><link rel=canonical href='https://havenpost.example/a'>"
        assert metadata(body, head).headline == "»We swam the last mile«"

    def test_without_a_heading_the_site_is_cut_off_the_title(self):
        head = "<meta property='og:title' content='Harbour reopens | The Haven Post'><meta property='og:site_name' content='The Haven Post'>"
        assert metadata(TEXT, head).headline == "Harbour reopens"

    def test_what_a_page_states_as_its_headline_goes_before_its_title(self):
        head = "<meta property='og:title' content='Harbour reopens-Local | The Haven Post'><meta name='headline' content='Harbour reopens'>"
        assert metadata(TEXT, head).headline == "Harbour reopens"

    def test_a_kicker_in_the_heading_is_left_out_where_the_metadata_has_the_rest(self):
        body = f"<h1><span>Storm</span><span>Harbour reopens after three days</span></h1>{TEXT}"
        head = "<meta property='og:title' content='Harbour reopens after three days'>"
        assert metadata(body, head).headline == "Harbour reopens after three days"

    def test_a_heading_that_leads_to_the_front_page_is_the_site(self):
        body = f"<div><h1><a href='https://example.org/'>Storm and Sail</a></h1><h2>Harbour reopens</h2></div>{TEXT}"
        assert metadata(body, "<title>Storm and Sail » Harbour reopens</title>").headline == "Harbour reopens"

    def test_the_title_stands_in_where_no_heading_does(self):
        head = "<title>Harbour reopens - The Haven Post</title><meta property='og:site_name' content='The Haven Post'>"
        assert metadata(TEXT, head).headline == "Harbour reopens"

    def test_the_name_of_the_site_is_cut_off_the_heading(self):
        body = f"<h1>Harbour reopens after storm | The Haven Post</h1>{TEXT}"
        head = "<meta property='og:site_name' content='The Haven Post'>"
        assert metadata(body, head).headline == "Harbour reopens after storm"

    def test_a_slash_in_the_heading_stays(self):
        head = "<meta property='og:title' content='How the harbour reopens'>"
        body = f"<h1>How the harbour reopens / closes</h1>{TEXT}"
        assert metadata(body, head).headline == "How the harbour reopens / closes"

    def test_headings_of_other_articles_are_no_witnesses_of_themselves(self):
        body = (
            f"<div class='hero overlay'><h1>Harbour reopens after storm</h1></div>{TEXT}"
            "<span itemprop=headline>Ferry sinks off the western coast</span>"
        )
        head = "<meta property='og:title' content='Harbour reopens after storm | The Haven Post'>"
        assert metadata(body, head).headline == "Harbour reopens after storm"

    @pytest.mark.parametrize("apart", ["<time>May 3 </time>", "<em>Storm </em>", "<small>Local</small> "])
    def test_what_is_set_apart_in_the_heading_is_left_out(self, apart):
        head = "<meta property='og:title' content='Harbour reopens after three days'>"
        body = f"<h1>{apart}Harbour reopens after three days</h1>{TEXT}"
        assert metadata(body, head).headline == "Harbour reopens after three days"

    def test_of_two_lines_the_one_that_json_ld_has(self):
        body = f"<h1><span>Harbour open: when, where</span>The town breathes again</h1>{TEXT}"
        head = "<meta property='og:title' content='Harbour open: when, where | Haven'>" + json_ld(
            '{"@type": "NewsArticle", "headline": "The town breathes again"}'
        )
        assert metadata(body, head).headline == "The town breathes again"

    def test_a_hidden_colon_parts_kicker_and_headline(self):
        body = f"<h1><span>Storm<span class=visually-hidden>:</span></span> <span>Harbour reopens</span></h1>{TEXT}"
        assert metadata(body).headline == "Storm: Harbour reopens"

    def test_a_first_heading_in_the_breadcrumb_that_the_metadata_has(self):
        words = "Storm: These charts show how bad it was"
        body = (
            f"<nav class=breadcrumb><a href='/'>Home</a><h1>{words}</h1></nav>"
            f"<article><header><h2 itemprop=headline>These two charts show how bad it was</h2></header>{TEXT}</article>"
        )
        found = metadata(body, f"<meta property='og:title' content='{words}'>")
        assert found.headline == words
        assert found.alternative_headline == "These two charts show how bad it was"

    def test_a_kicker_right_above_the_heading_that_the_metadata_has_too(self):
        body = f"<article><p>Storm</p><h1>Harbour reopens</h1><div><b>Tide</b>{TEXT * 3}</div></article>"
        for words, wanted in (("Storm: Harbour reopens",) * 2, ("Tide: Harbour reopens", "Harbour reopens")):
            head = (
                f"<meta property='og:title' content='{words}'><meta name='twitter:title' content='{words}'>"
            )
            assert metadata(body, head).headline == wanted

    def test_a_kicker_that_the_metadata_has_too_stays(self):
        body = f"<header><p>Storm</p><h1>Harbour reopens after three days</h1></header>{TEXT}"
        words = "Storm: Harbour reopens after three days"
        head = f"<meta property='og:title' content='{words}'>" + json_ld(
            f'{{"@type": "NewsArticle", "headline": "{words}"}}'
        )
        assert metadata(body, head).headline == words

    def test_a_dash_that_parts_it_from_its_kicker_is_left_out(self):
        heading = (
            "<span>Storm in May</span><span> <!-- -->–<!-- --> </span><span>Harbour reopens at last</span>"
        )
        body = f"<article><h1>{heading}</h1>{TEXT}</article>"
        head = '<meta property="og:title" content="Harbour reopens at last">'
        assert metadata(body, head).headline == "Harbour reopens at last"

    def test_a_dash_that_opens_what_somebody_said_stays(self):
        body = f"<article><h1>– Harbour reopens at last</h1>{TEXT}</article>"
        head = '<meta property="og:title" content="Harbour reopens at last">'
        assert metadata(body, head).headline == "– Harbour reopens at last"

    def test_entities_tags_controls_and_length(self):
        head = json_ld(
            '{"@type": "NewsArticle", "headline": "Caf&amp;eacute; <b>opens</b>\\u202e\\u0000 '
            + "x" * 900
            + '"}'
        )
        found = metadata(TEXT, head).headline
        assert found.startswith("Café opens x")
        assert len(found) <= 500

    def test_beside_a_clock_in_a_box_called_a_title(self):
        body = f"<div class=eTitle><div>16:42</div> Harbour reopens after the storm</div>{TEXT}"
        head = "<title>Harbour reopens after the storm - 3 May 2024 - The Haven Post</title>"
        assert metadata(body, head).headline == "Harbour reopens after the storm"

    def test_in_a_box_of_any_name_where_no_heading_is(self):
        body = f"<div class=b3>Harbour reopens after the storm</div><div>{TEXT}</div>"
        head = "<title>Harbour reopens after the storm - The Haven Post</title>"
        assert read(body, head).printed.headline.get("class") == "b3"
        assert read(f"<h1>Coast Online</h1>{body}", head).printed.headline.get("class") == "b3"
        assert read(f"<h1>Ferries and boats sail again</h1>{body}", head).printed.headline.tag == "h1"

    def test_one_among_many_words_is_no_box_called_a_title(self):
        others = "<a>Boats are sold in the north</a> <a>Fires burn in the hills</a> <a>Fish are back in the bay</a>"
        body = f"<div class=titles><a>Harbour reopens after the storm</a> {others}</div>{TEXT}"
        head = "<title>Harbour reopens after the storm - The Haven Post</title>"
        assert "Boats" not in metadata(body, head).headline


class TestStandfirst:
    def test_a_sentence_alone_in_its_box_above_byline_and_date(self):
        words = "It took three days to clear the only harbour of the town."
        byline = "<div class=meta><a class=byline>Jane Doe</a> <span>3 May 2024</span></div>"
        body = f"<div><h1>Harbour reopens after storm</h1><div class=x7><p>{words}</p></div>{byline}<div>{TEXT}</div></div>"
        assert metadata(body).standfirst == words

    def test_a_sentence_in_a_box_of_no_name_above_the_day(self):
        words = "It took three days to clear the only harbour of the town."
        meta = "<div data-x=meta><details><summary>Fri 3 May 2024 07.00 BST</summary></details></div>"
        body = f"<div><h1>Harbour reopens after storm</h1></div><div><p>{words}</p></div>{meta}<div>{TEXT * 2}</div>"
        assert metadata(body).standfirst == words

    @pytest.mark.parametrize("line", ["Jane Doe 3 May 2024, 06:00", "The Haven Post • 3 May 2024 6:03 pm"])
    def test_a_byline_with_its_time_is_none_whatever_its_box_is_called(self, line):
        body = f"<h1>Harbour reopens after storm</h1><div class=authDesc><span>{line}</span></div>{TEXT}"
        assert metadata(body).standfirst is None

    def test_a_paragraph_whose_first_letter_is_set_apart_is_none(self):
        words = "he pier broke on Friday, and the harbour took three days to clear."
        for letter in ("<span style='float:left'>T</span>", "<span><span>T</span></span>"):
            body = f"<h1>Harbour reopens after storm</h1><p class=intro>{letter}{words}</p><p>By Jane Doe</p>{TEXT}"
            assert metadata(body).standfirst is None

    def test_a_caption_in_a_table_is_none(self):
        words = "The boats leave the harbour on Friday, the third day after the storm."
        picture = (
            f"<table><tr><td><img src=/a.jpg></td></tr><tr><td class=tr-caption>{words}</td></tr></table>"
        )
        body = f"<h1>Harbour reopens after storm</h1><div itemprop='description articleBody'>{picture}{TEXT}</div>"
        assert metadata(body).standfirst is None

    def test_beside_the_headline(self):
        body = f"<article><h1>Harbour reopens after storm</h1><p class=standfirst>It took three days to clear.</p>{TEXT}</article>"
        found = read(body)
        assert found.metadata.standfirst == "It took three days to clear."
        assert [element.get("class") for element in found.printed.standfirst] == ["standfirst"]

    def test_a_second_heading_right_below_the_headline(self):
        words = "The town's only harbour took three days to clear of boats"
        body = (
            f"<article><h1>Harbour reopens after storm</h1><h2>{words}</h2><p>By Jane Doe</p>{TEXT}</article>"
        )
        assert metadata(body).standfirst == words

    def test_a_caption_in_the_colour_of_summaries_is_none(self):
        words = "People stand on the pier in Port Haven on Friday, the third day after the storm."
        body = f"<article><p class='image__caption text-summary-grey'>{words}</p><h1>Harbour reopens after storm</h1><div class='image__caption text-summary-grey'><span>{words}</span> <span>Photo: Jane Doe</span></div>{TEXT}</article>"
        assert metadata(body).standfirst is None

    @pytest.mark.parametrize(
        ("box", "is_one"), [("<div class=x1>{}</div>", True), ("{}", False), ("<div>{}</div>", False)]
    )
    def test_a_sentence_in_a_box_of_its_own_before_paragraphs_without(self, box, is_one):
        words = "It took three days to clear the only harbour of the town."
        texts = f"{box.format(f'<p>{words}</p>')}{TEXT}"
        body = f"<article><h1>Harbour reopens after storm</h1><div><span>Jane Doe</span></div><div>{texts}</div></article>"
        assert metadata(body).standfirst == (words if is_one else None)

    def test_told_by_the_description(self):
        words = "The town's only harbour took three days to clear of boats and wood."
        body = f"<article><h1>Harbour reopens after storm</h1><div class=x9>{words}</div><div>{TEXT}</div></article>"
        found = metadata(body, f'<meta name=description content="{words}">')
        assert (found.standfirst, found.description) == (words, None)

    def test_a_first_paragraph_is_none(self):
        assert metadata(ARTICLE).standfirst is None

    def test_a_text_of_one_paragraph_is_none(self):
        words = "The harbour was opened again on Friday, the mayor said."
        body = f"<article><h1>Harbour reopens after storm</h1><p class=intro>{words}</p></article>"
        assert metadata(body, f'<meta name=description content="{words}">').standfirst is None

    def test_a_text_that_is_called_a_description_too_is_none(self):
        body = f"<h1>Harbour reopens after storm</h1><div itemprop='description articleBody'>{TEXT}</div>"
        assert metadata(body).description is None

    def test_a_description_that_is_not_printed_is_kept(self):
        found = metadata(ARTICLE, '<meta name=description content="All about the storm.">')
        assert found.description == "All about the storm."

    def test_emphasised_lines_that_the_summary_begins_with(self):
        lines = "<p><em>…as the towns on the coast cry foul over lost boats</em></p><p><em>…blame the wind</em></p>"
        head = "<meta property='og:description' content='…as the towns on the coast cry foul over lost boats …blame the wind The'>"
        body = f"<article><h1>Harbour reopens after storm</h1>{lines}{TEXT}</article>"
        assert (
            metadata(body, head).standfirst
            == "…as the towns on the coast cry foul over lost boats\n…blame the wind"
        )

    @pytest.mark.parametrize(
        ("beside", "standfirst"),
        [
            ("<div class=img-description><p>{}</p></div>", None),
            (
                "<div class=img-description><p class=lead>{}</p></div>",
                "It took three days to clear the harbour.",
            ),
            (
                "<hgroup><h1>Harbour reopens after storm</h1><p>{}</p></hgroup>",
                "It took three days to clear the harbour.",
            ),
            (
                "<div>Haven. <span class=lead>{}</span></div>",
                "Haven. It took three days to clear the harbour.",
            ),
        ],
    )
    def test_by_the_names_around_it(self, beside, standfirst):
        heading = "" if "h1" in beside else "<h1>Harbour reopens after storm</h1>"
        words = beside.format("It took three days to clear the harbour.")
        assert metadata(f"<article>{heading}{words}<div>{TEXT}</div></article>").standfirst == standfirst

    @pytest.mark.parametrize(
        "head",
        [
            "<header><h1>Harbour reopens after storm</h1><div class=x1><p>{}</p></div></header>",
            "<div><div><h1>Harbour reopens after storm</h1></div><figure><img src=/a.jpg><figcaption>The pier on the day after the storm, seen from the light.</figcaption></figure><div>{}</div></div>",
        ],
    )
    def test_the_one_sentence_in_the_box_of_the_headline(self, head):
        words = "It took three days to clear the only harbour of the town."
        assert metadata(f"<article>{head.format(words)}<div>{TEXT * 2}</div></article>").standfirst == words

    @pytest.mark.parametrize(
        "beside",
        [
            "<div class=x1><p>{}</p></div><div class=x2><p>{} Nobody can say yet how long.</p></div>",  # the text itself
            "<div class=x1><img src=/a.jpg></div><div class=x2>{}</div>",  # a caption
            "<div class=x1>You are here: Start page 1 / The harbour of the town 2 / After the storm of May</div>",
        ],
    )
    def test_other_words_in_the_box_of_the_headline(self, beside):
        words = beside.format(*["The boats have left the only harbour of the town on Friday."] * 2)
        body = f"<div><h1>Harbour reopens after storm</h1>{words}</div><div>{TEXT * 2}</div>"
        assert metadata(body).standfirst is None

    @pytest.mark.parametrize("below", ["<div>By Jane Doe, Port Haven</div>", "<div>By Jane Doe</div>"])
    def test_a_sentence_in_a_box_of_no_name_above_who_wrote_it(self, below):
        words = "It took three days to clear the only harbour of the town."
        top = "<p>All of the harbour's news of the day, in one place and for everybody.</p>"
        body = f"<div><div><h1>Harbour reopens after storm</h1></div><div>{words}</div>{below}{top}</div><div>{TEXT}</div>"
        assert metadata(body).standfirst == words

    def test_a_heading_below_the_headline_each_in_a_box_of_its_own(self):
        words = "The town's only harbour took three days to clear of boats"
        body = f"<main><div><h1>Harbour reopens after storm</h1></div><div><h2>{words}</h2></div><p>Jane Doe</p>{TEXT}</main>"
        assert metadata(body).standfirst == words

    def test_in_a_script_without_spaces(self):
        text = "<p>古い橋は図書館に生まれ変わり、十五日に開館した。初日だけで二千人が訪れた。</p>" * 3
        body = f"<article><h1>橋の上の図書館が開く</h1><h2 class=subtitle>欄干に本三万冊、夜十一時まで開放</h2>{text}</article>"
        assert metadata(body, lang="ja").standfirst == "欄干に本三万冊、夜十一時まで開放"


class TestAuthors:
    def test_all_of_a_byline_where_the_metadata_names_the_first(self):
        body = "<article><h1>Harbour reopens after storm</h1><div class=byline>By <a>Jane Doe</a> and <a>John Roe</a></div>"
        head = json_ld('{"@type": "NewsArticle", "author": {"@type": "Person", "name": "Jane Doe"}}')
        found = metadata(body + TEXT, head)
        assert found.authors == ("Jane Doe", "John Roe")
        assert found.byline == "By Jane Doe and John Roe"

    def test_a_byline_that_begins_with_the_author_and_goes_on_with_initials(self):
        body = "<article><h1>Harbour reopens after storm</h1><div class=byline><span><a>Jane Doe</a> <span>HP</span></span></div>"
        head = json_ld('{"@type": "NewsArticle", "author": {"@type": "Person", "name": "Jane Doe"}}')
        assert metadata(body + TEXT, head).byline == "Jane Doe HP"
        twice = body.replace("HP", "Jane Doe")
        assert metadata(twice + TEXT, head).byline != "Jane Doe Jane Doe HP"

    def test_a_reporters_role_behind_a_stated_name_in_one_word(self):
        head = json_ld('{"@type": "NewsArticle", "author": {"@type": "Person", "name": "김하늘 기자"}}')
        assert metadata(ARTICLE, head).authors == ("김하늘",)

    def test_people_before_the_publisher(self):
        body = f"<article><h1>Harbour reopens after storm</h1><p>Von Anna Muster</p>{TEXT}</article>"
        head = json_ld(
            '{"@type": "NewsArticle", "author": {"@type": "Organization", "name": "Hafenpost"},'
            ' "publisher": {"name": "Hafenpost"}}'
        )
        assert metadata(body, head).authors == ("Anna Muster",)

    def test_an_agency_is_no_author_beside_a_person(self):
        head = json_ld(
            '{"@type": "NewsArticle", "author": [{"@type": "Person", "name": "Jane Doe"}, {"name": "Reuters"}]}'
        )
        found = metadata(ARTICLE, head)
        assert (found.authors, found.agency) == (("Jane Doe",), ("Reuters",))

    def test_a_reference_into_the_graph(self):
        head = json_ld(
            '{"@graph": [{"@type": "Article", "headline": "Harbour reopens after storm", "author": {"@id": "#jane"}},'
            ' {"@type": "Person", "@id": "#jane", "name": "Jane Doe"}]}'
        )
        assert metadata(ARTICLE, head).authors == ("Jane Doe",)

    @pytest.mark.parametrize("name", ["#jane", "_:b0"])
    def test_a_reference_to_nothing_is_no_name(self, name):
        head = json_ld(f'{{"@type": "NewsArticle", "author": {{"@id": "{name}"}}}}')
        assert metadata(ARTICLE, head).authors == ()

    @pytest.mark.parametrize("value", ["https://www.facebook.com/havenpost", "admin", "12345", "@havenpost"])
    def test_no_names(self, value):
        assert "havenpost" not in str(metadata(ARTICLE, f'<meta name=author content="{value}">').authors)

    @pytest.mark.parametrize(
        ("below", "authors"),
        [
            ("<div><b>Author:</b> Jane Doe/HP <br>Tags: sea</div>", ("Jane Doe",)),
            ("<div>(Edited by: Jane Doe, John Roe)</div>", ("Jane Doe", "John Roe")),
            ("<p>By THP, in <a href=/local>Local</a>, 3 May 2024</p>", ("THP",)),
            ("<div><b>From:</b> Harbour Ministry<br>To: all</div>", ()),
            ("<p>By NOON the boats had left the harbour again.</p>", ()),
            (
                "<p class=byline>Text by: Jane Doe and <a href=/team/roe>John Roe</a></p>",
                ("Jane Doe", "John Roe"),
            ),
            ("<p class=byline>Chief of Sea, <a href=/team/roe>John Roe</a></p>", ("John Roe",)),
        ],
    )
    def test_below_the_text(self, below, authors):
        assert (
            metadata(f"<article><h1>Harbour reopens after storm</h1>{TEXT}{below}</article>").authors
            == authors
        )

    def test_a_name_of_the_publisher_in_one_word_is_the_publisher(self):
        head = json_ld('{"@type": "NewsArticle", "author": {"@type": "Person", "name": "The Haven Post"}}')
        body = f"<article><h1>Harbour reopens after storm</h1><div class=autor>Jane Doe</div>{TEXT}</article>"
        assert metadata(body, head, url="https://www.thehavenpost.example/harbour").authors == ("Jane Doe",)

    def test_the_author_of_the_markup_that_is_no_publisher(self):
        head = "<meta name=articleAuthor content=Reuters>" + json_ld(
            '{"@type": "NewsArticle", "author": {"@type": "Organization", "name": "HP"}, "publisher": {"name": "HP"}}'
        )
        found = metadata(ARTICLE, head)
        assert (found.authors, found.agency) == (("Reuters",), ("Reuters",))

    def test_a_byline_of_another_article_is_none(self):
        aside = "<aside class=related><p class=byline>By Jim Other</p></aside>"
        assert metadata(aside + ARTICLE).authors == ()


class TestDates:
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
    def test_a_clock_that_is_years_behind_takes_no_date_for_one_to_come(self, served, known):
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

    @pytest.mark.parametrize(
        "stated", ["9999-12-31T23:59:59-14:00", "0001-01-01T00:00:00+14:00", "9999-12-31"]
    )
    @pytest.mark.parametrize("served", ["Fri, 31 Dec 9999 23:59:59 GMT", "Mon, 01 Jan 0001 00:00:00 GMT"])
    def test_the_last_and_the_first_year_date_nothing(self, stated, served):
        head = f"<meta property='article:published_time' content='{stated}'>"
        page = Page(
            url="https://example.org/harbour",
            requested_url=None,
            body=f"<html><head>{head}</head><body>{ARTICLE}".encode(),
            headers=(("Date", served),),
            retrieved_at=datetime(2024, 5, 4, tzinfo=UTC),
        )
        assert read_fields(parse(page), load()).metadata.date_published is None

    def test_the_offset_is_kept(self):
        head = json_ld(
            '{"@type": "NewsArticle", "datePublished": "2024-05-03T14:10:00+01:00", "dateModified": "2024-05-03T15:00Z"}'
        )
        found = metadata(ARTICLE, head)
        assert found.date_published == datetime(2024, 5, 3, 14, 10, tzinfo=timezone(timedelta(hours=1)))
        assert found.date_modified == datetime(2024, 5, 3, 15, tzinfo=UTC)

    def test_a_day_stays_a_day(self):
        found = metadata(ARTICLE, '<meta property="article:published_time" content="2024-05-03">')
        assert found.date_published == date(2024, 5, 3)

    def test_one_is_never_made_of_the_other(self):
        found = metadata(
            ARTICLE,
            '<meta property="article:modified_time" content="2024-05-03T10:00Z">',
            url="https://example.org/a",
        )
        assert (found.date_published, found.date_modified) == (None, datetime(2024, 5, 3, 10, tzinfo=UTC))

    def test_none_lies_after_the_retrieval(self):
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
    def test_what_is_printed(self, printed, published, modified):
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
    def test_where_else_it_may_be_printed(self, printed):
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
    def test_a_time_in_utc_is_given_as_the_page_prints_it(self, stated, printed, published):
        head = f"<meta property='article:published_time' content='{stated}'>"
        body = f"<article><h1>Harbour reopens after storm</h1><p class=date>{printed}</p>{TEXT}</article>"
        assert metadata(body, head, url="https://example.org/harbour").date_published.isoformat() == published

    def test_a_day_is_made_exact_by_what_is_printed(self):
        head = "<meta property='article:published_time' content='2024-05-02'>"
        body = f"<article><h1>Harbour reopens after storm</h1><p class=date>2 May 2024, 22:41</p>{TEXT}</article>"
        published = metadata(body, head, url="https://example.org/harbour").date_published
        assert published.isoformat() == "2024-05-02T22:41:00"

    def test_the_clock_of_the_page_is_none(self):
        body = f"<div class=current-date>4 May 2024</div><article><h1>Harbour reopens after storm</h1>{TEXT}</article>"
        assert metadata(body, url="https://example.org/harbour").date_published is None

    def test_a_comments_date_is_none(self):
        comments = "<section class=comments><p class=date>3 May 2024</p><time datetime=2024-05-03>3 May</time></section>"
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
    def test_what_only_programs_are_told(self, counted):
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
    def test_programs_are_told_of_several_days_or_another(self, counted):
        assert metadata(ARTICLE + counted, url="https://example.org/harbour").date_published is None

    def test_what_programs_are_told_is_no_witness_beside_a_date(self):
        head = """<meta name=date content="2024-05-02"><script>{"publishDate": "2024-05-03"}</script>"""
        found = read(ARTICLE, head, url="https://example.org/harbour")
        assert {claim.origin for claim in found.claims if claim.field == "date_published"} == {"meta"}

    def test_the_address_has_a_day(self):
        assert metadata(ARTICLE).date_published == date(2024, 5, 3)


@pytest.mark.parametrize(
    ("canonical", "expected"),
    [
        ("/2024/05/03/harbour-reopens", URL),
        ("https://example.org/", None),
        ("https://other.example/2024/05/03/harbour-reopens", None),
        ("https://www.example.org/harbour#top", "https://www.example.org/harbour"),
        ("javascript:alert(1)", None),
        ("https://[broken", None),
    ],
)
def test_canonical_url(canonical, expected):
    assert metadata(ARTICLE, f'<link rel=canonical href="{canonical}">').canonical_url == expected


@pytest.mark.parametrize(
    ("stated", "expected"),
    [("de_AT", "de-AT"), ("ZH-hant-tw", "zh-Hant-TW"), ("German", None), ("und", None)],
)
def test_language(stated, expected):
    assert metadata(ARTICLE, lang=stated).language == expected


@pytest.mark.parametrize(
    ("stated", "expected"), [("false", True), ('"False"', True), ("true", False), ('"perhaps"', None)]
)
def test_paywalled(stated, expected):
    head = json_ld(f'{{"@type": "NewsArticle", "headline": "Harbour", "isAccessibleForFree": {stated}}}')
    assert metadata(ARTICLE, head).paywalled is expected


def test_keywords_section_publisher_genre_and_rights():
    head = json_ld(
        '{"@type": ["NewsArticle", "OpinionNewsArticle"], "headline": "Harbour", "keywords": ["storm", "harbour", "storm"],'
        ' "articleSection": "Local", "publisher": {"@type": "Organization", "name": "The Haven Post"}, "genre": "Column",'
        ' "copyrightNotice": "© The Haven Post", "usageInfo": "https://example.org/terms"}'
    )
    found = metadata(ARTICLE, head)
    assert found.keywords == ("storm", "harbour")
    assert (found.section, found.publisher, found.genre) == ("Local", "The Haven Post", "Column")
    assert (found.copyright_notice, found.usage_terms) == ("© The Haven Post", "https://example.org/terms")


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        ("PORT HAVEN, May 3 (ENA)", "PORT HAVEN, May 3 (ENA)"),
        ("2024-05-03T10:00:00-05:00", None),
        ("Fri, 3 May 2024 10:00", None),
        ("2024-05-03", None),
        ("", None),
    ],
)
def test_a_dateline_names_a_place(stated, expected):
    head = json_ld(f'{{"@type": "NewsArticle", "headline": "Harbour reopens", "dateline": "{stated}"}}')
    assert metadata(ARTICLE, head).dateline == expected


@pytest.mark.parametrize(
    ("standfirst", "expected"),
    [("Ferries run again from noon.", None), ("The town took three days.", "Ferries run again from noon")],
)
def test_an_alternative_headline_is_not_the_standfirst(standfirst, expected):
    stated = '"headline": "Harbour reopens after storm", "alternativeHeadline": "Ferries run again from noon"'
    head = json_ld(f'{{"@type": "NewsArticle", {stated}}}')
    body = (
        f"<article><h1>Harbour reopens after storm</h1><p class=standfirst>{standfirst}</p>{TEXT}</article>"
    )
    found = metadata(body, head)
    assert (found.standfirst, found.alternative_headline) == (standfirst, expected)


def test_a_correction_that_is_printed():
    note = "<p><em>Correction: an earlier version misstated the time of the first ferry.</em></p>"
    assert (
        metadata(ARTICLE + note).correction
        == "Correction: an earlier version misstated the time of the first ferry."
    )


def test_a_call_to_report_mistakes_corrects_none():
    call = "<p>Corrections: If you would like to report an error, please write to desk@example.org.</p>"
    note = "<p>Correction (May 4, 10:30 am): the first ferry left at noon, not at ten.</p>"
    assert metadata(ARTICLE + call).correction is None
    assert metadata(ARTICLE + call + note).correction.startswith(
        "Correction (May 4, 10:30 am): the first ferry"
    )


@pytest.mark.parametrize("nothing", ["nil", "undefined", "Uncategorized", " null "])
def test_what_says_nothing_is_no_section(nothing):
    stated = f"<meta property='article:section' content='{nothing}'>"
    assert metadata(ARTICLE, stated).section is None
    assert metadata(ARTICLE, f"{stated}<meta name='section' content='Coast'>").section == "Coast"


@pytest.mark.parametrize("printed", ["null", "None", "nil"])
def test_what_is_printed_as_the_headline_is_it_where_nothing_else_is(printed):
    headed = ARTICLE.replace("Harbour reopens after storm", printed)
    assert headed != ARTICLE
    assert metadata(headed, f"<title>{printed}</title>").headline == printed
    stated = "<meta property='og:title' content='Storm: harbour open'>"
    assert metadata(headed, stated).headline == "Storm: harbour open"


def test_a_label_is_no_part_of_the_publisher():
    assert metadata(ARTICLE, "<meta name='source' content='来源：海湾日报'>").publisher == "海湾日报"


def test_each_field_tells_its_origin():
    found = read(ARTICLE, "<meta property='og:title' content='Storm: harbour open'>")
    chosen = {claim.field: (claim.origin, claim.value) for claim in found.chosen}
    assert chosen["headline"] == ("page", "Harbour reopens after storm")
    assert any(claim.locator == "meta[property='og:title']" for claim in found.claims)


BROKEN = {
    "cut": '{"@type": "NewsArticle", "headline": "Har',
    "trailing comma": '{"@type": "NewsArticle", "author": {"@type": "Person", "name": "Jane Doe",},}',
    "raw newline": '{"@type": "NewsArticle", "author": {"@type": "Person", "name": "Jane\nDoe"}}',
    "comments": '/* ours */ {"@type": "NewsArticle", // theirs\n "author": {"@type": "Person", "name": "Jane Doe"}}',
    "escaped": "{&quot;@type&quot;: &quot;NewsArticle&quot;, &quot;author&quot;: {&quot;@type&quot;: &quot;Person&quot;,"
    " &quot;name&quot;: &quot;Jane Doe&quot;}}",
    "wrapped": '<!-- {"@type": "NewsArticle", "author": {"@type": "Person", "name": "Jane Doe"}} -->',
    "in a list": '[[{"@type": "NewsArticle", "author": {"@type": "Person", "name": "Jane Doe"}}]]',
    "long number": '{"@type": "NewsArticle", "wordCount": '
    + "9" * 20_000
    + ', "author": {"@type": "Person", "name": "Jane Doe"}}',
    "deep": "[" * 100_000,
    "deep in itself": '{"a":' * 50_000,
    "of other things": '{"@type": "NewsArticle", "headline": {"x": [1, null]}, "author": [[[["Jane"]]]], "datePublished": {}}',
}


@pytest.mark.parametrize("name", BROKEN)
def test_broken_json_ld_costs_nothing(name):
    found = metadata(ARTICLE, json_ld(BROKEN[name]))
    assert found.headline == "Harbour reopens after storm"
    if "Doe" in BROKEN[name]:
        assert found.authors == ("Jane Doe",)


def test_the_json_ld_of_another_article_is_not_believed():
    head = json_ld(
        '[{"@type": "NewsArticle", "headline": "Ferry sinks", "author": {"@type": "Person", "name": "Jim Other"}},'
        ' {"@type": "NewsArticle", "headline": "Harbour reopens after storm", "author": {"@type": "Person", "name": "Jane Doe"}}]'
    )
    assert metadata(ARTICLE, head).authors == ("Jane Doe",)


def test_microdata_of_a_comment_is_not_the_articles():
    body = (
        "<div itemscope itemtype='https://schema.org/NewsArticle'><h1 itemprop=headline>Harbour reopens after storm</h1>"
        f"<span itemprop=author itemscope itemtype='https://schema.org/Person'><b itemprop=name>Jane Doe</b></span>{TEXT}"
        "<div itemprop=comment itemscope itemtype='https://schema.org/Comment'><i itemprop=author>Jim Other</i></div></div>"
    )
    assert metadata(body).authors == ("Jane Doe",)


def test_labels_in_a_line_of_the_name_are_no_author():
    labels = "<span class='byline post-labels'>Marcadores: <a rel=tag href='/agua'>água</a></span>"
    assert metadata(f"<h1>Harbour reopens after storm</h1>{TEXT}{labels}").authors == ()
    line = "<p class=byline>By Jane Doe in <a rel='category tag' href='/c'>Port Haven</a></p>"
    assert metadata(f"<h1>Harbour reopens after storm</h1>{line}{TEXT}").authors == ("Jane Doe",)


def test_a_name_after_a_lone_by_is_the_author():
    line = "<div class=x1><span class=x2>| By </span><span>Jane Doe</span></div>"
    assert metadata(f"<h1>Harbour reopens after storm</h1>{line}{TEXT}").authors == ("Jane Doe",)


@pytest.mark.parametrize(
    ("stated", "printed", "author"),
    [
        ("jane-doe", "Jane Doe", "Jane Doe"),
        ("Jane", "Jane Doe", "Jane Doe"),
        ("Jane", "Mary Jane", "Jane"),
        ("Jane Doe", "Jane Doe-Roe", "Jane Doe"),
    ],
)
def test_a_printed_name_spells_out_a_short_one(stated, printed, author):
    person = (
        f'{{"@type": "NewsArticle", "headline": "x", "author": {{"@type": "Person", "name": "{stated}"}}}}'
    )
    line = f"<p class=byline>By {printed}</p>"
    page = f"<h1>Harbour reopens after storm</h1>{line}{TEXT}"
    assert metadata(page, json_ld(person)).authors == (author,)


def test_what_is_told_in_an_authors_box_names_nobody():
    told = "<p>Writes of boats, the Lower Harbour and High Water. She has done so for nine years.</p>"
    box = f"<div class=author-info><span>Jane Doe</span>{told}</div>"
    assert metadata(f"<h1>Harbour reopens after storm</h1>{TEXT}{box}").authors == ("Jane Doe",)


def test_the_author_of_another_articles_card_is_not_this_ones():
    card = "<article><h3><a href='/2'>The night in pictures</a></h3><span class=author>By John Roe</span></article>"
    page = f"<article><h1>Harbour reopens after storm</h1><p class=author>Jane Doe</p>{TEXT}</article>{card}"
    assert metadata(page).byline == "Jane Doe"


def test_both_dates_of_a_line_are_read():
    line = "<p class=date>Published 3 May 2024, 10:00, updated 4 May 2024, 08:30</p>"
    found = metadata(f"<h1>Harbour reopens after storm</h1>{line}{TEXT}")
    read_dates = (found.date_published.isoformat(), found.date_modified.isoformat())
    assert read_dates == ("2024-05-03T10:00:00", "2024-05-04T08:30:00")


def test_the_heading_over_what_is_told_of_an_author_names_the_author():
    box = "<div class=author-box><h3>About Jane Doe</h3><p>She lives on a boat in Port Haven.</p></div>"
    assert metadata(f"<h1>Harbour reopens after storm</h1>{TEXT}{box}").authors == ("Jane Doe",)


def test_whom_a_piece_was_written_for_is_no_part_of_the_name():
    line = "<p class=credit>By <b>Jane Doe</b><br>Special to The Haven Post</p>"
    assert metadata(f"<h1>Harbour reopens after storm</h1>{line}{TEXT}").authors == ("Jane Doe",)


def test_the_seat_of_a_newsroom_is_no_author():
    head = "<meta name=author content='example.org, Frankfurt, Germany'>"
    assert metadata(f"<h1>Harbour reopens after storm</h1>{TEXT}", head).authors == ("example.org",)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("<p>Published 3 May 2024 <span class=place>PORT HAVEN</span></p>", "PORT HAVEN"),
        ("<div><span>3 May 2024</span><p class=author__location>Port Haven</p></div>", "Port Haven"),
        ("<dl class=c-dateline><dt>Port Haven</dt></dl>", "Port Haven"),
        ("<p class=location>Port Haven</p>", None),  # of whom or what, nothing says
        ("<p>3 May 2024 <span class=place>Choose where you are</span></p>", None),
    ],
)
def test_a_place_beside_the_date_is_where_a_report_was_filed(line, expected):
    body = f"<article><h1>Harbour reopens after storm</h1><div>{line}</div>{TEXT}</article>"
    assert metadata(body).dateline == expected


def test_a_byline_begins_behind_its_date():
    line = "<div data-testid=byline><time>4 June 2024</time><span>Jane Doe</span><span>HPN Sport</span></div>"
    head = "<meta property=og:site_name content='HPN News'>"
    body = f"<article><h1>Harbour reopens after storm</h1>{line}{TEXT}</article>"
    found = metadata(body, head, url="https://www.hpn.example/a")
    assert (found.byline, found.authors) == ("Jane Doe HPN Sport", ("Jane Doe",))


def test_who_took_the_picture_is_no_byline():
    picture = "<div><img src=/a.jpg><span class=photo-author>photo: Ann Roe, HAVEN PRESS</span></div>"
    line = "<div class=authors><span>Jane Doe</span></div>"
    body = f"<article><h1>Harbour reopens after storm</h1>{picture}{line}{TEXT}</article>"
    assert (metadata(body).byline, metadata(body).authors) == ("Jane Doe", ("Jane Doe",))


def test_a_paragraph_beside_the_headline_in_a_header_is_the_standfirst_though_it_looks_as_the_text_does():
    text = TEXT.replace("<p>", "<p class=para>")
    head = "<meta property=og:description content='The county pays for hives, not for honey.'>"
    page = "<article><{0}><h1>Bear eats honey</h1><p class=para>The county pays for hives, not for honey.</p>"
    page += "<time>3 May 2024</time></{0}><section>{1}{1}</section></article>"
    assert (
        metadata(page.format("header", text), head).standfirst == "The county pays for hives, not for honey."
    )


def test_the_title_of_an_entry_is_a_headline_where_nothing_else_is():
    body = (
        f"<span class='headline entry-title'>Tuba comes home after years</span><br><p>By Jane Doe</p>{TEXT}"
    )
    head = "<title>News from the harbour wire</title>"
    assert metadata(body, head).headline == "Tuba comes home after years"
    assert metadata(body + body, head).headline == "News from the harbour wire"
