"""Headlines: which printed element is one, and which of its words."""

import pytest

from tests.pages import ARTICLE, TEXT, json_ld, metadata, read


def test_the_printed_one_wins():
    head = "<title>Storm news: harbour | The Haven Post</title><meta property='og:title' content='Storm: harbour open'>"
    assert metadata(ARTICLE, head).headline == "Harbour reopens after storm"


def test_a_site_name_in_a_heading_is_none():
    body = f"<h1>The Haven Post</h1><h2>Harbour reopens after storm</h2>{TEXT}"
    head = "<title>Harbour reopens after storm - The Haven Post</title><meta property='og:site_name' content='The Haven Post'>"
    assert metadata(body, head).headline == "Harbour reopens after storm"


def test_the_marks_of_a_quote_part_it_from_no_site():
    body = f"<h1>»We swam the last mile«</h1>{TEXT}"
    head = "<title>»We swam the last mile« (The Haven Post)</title><meta property='og:title' content='»We swam the last mile« (Haven Post)'><meta name='twitter:title' content='»We swam the last mile«'><link rel=canonical href='https://havenpost.example/a'>"
    assert metadata(body, head).headline == "»We swam the last mile«"


def test_without_a_heading_the_site_is_cut_off_the_title():
    head = "<meta property='og:title' content='Harbour reopens | The Haven Post'><meta property='og:site_name' content='The Haven Post'>"
    assert metadata(TEXT, head).headline == "Harbour reopens"


def test_what_a_page_states_as_its_headline_goes_before_its_title():
    head = "<meta property='og:title' content='Harbour reopens-Local | The Haven Post'><meta name='headline' content='Harbour reopens'>"
    assert metadata(TEXT, head).headline == "Harbour reopens"


def test_a_kicker_in_the_heading_is_left_out_where_the_metadata_has_the_rest():
    body = f"<h1><span>Storm</span><span>Harbour reopens after three days</span></h1>{TEXT}"
    head = "<meta property='og:title' content='Harbour reopens after three days'>"
    assert metadata(body, head).headline == "Harbour reopens after three days"


def test_a_heading_that_leads_to_the_front_page_is_the_site():
    body = (
        f"<div><h1><a href='https://example.org/'>Storm and Sail</a></h1><h2>Harbour reopens</h2></div>{TEXT}"
    )
    assert metadata(body, "<title>Storm and Sail » Harbour reopens</title>").headline == "Harbour reopens"


def test_the_title_stands_in_where_no_heading_does():
    head = "<title>Harbour reopens - The Haven Post</title><meta property='og:site_name' content='The Haven Post'>"
    assert metadata(TEXT, head).headline == "Harbour reopens"


def test_the_name_of_the_site_is_cut_off_the_heading():
    body = f"<h1>Harbour reopens after storm | The Haven Post</h1>{TEXT}"
    head = "<meta property='og:site_name' content='The Haven Post'>"
    assert metadata(body, head).headline == "Harbour reopens after storm"


def test_a_slash_in_the_heading_stays():
    head = "<meta property='og:title' content='How the harbour reopens'>"
    body = f"<h1>How the harbour reopens / closes</h1>{TEXT}"
    assert metadata(body, head).headline == "How the harbour reopens / closes"


def test_headings_of_other_articles_are_no_witnesses_of_themselves():
    body = (
        f"<div class='hero overlay'><h1>Harbour reopens after storm</h1></div>{TEXT}"
        "<span itemprop=headline>Ferry sinks off the western coast</span>"
    )
    head = "<meta property='og:title' content='Harbour reopens after storm | The Haven Post'>"
    assert metadata(body, head).headline == "Harbour reopens after storm"


@pytest.mark.parametrize("apart", ["<time>May 3 </time>", "<em>Storm </em>", "<small>Local</small> "])
def test_what_is_set_apart_in_the_heading_is_left_out(apart):
    head = "<meta property='og:title' content='Harbour reopens after three days'>"
    body = f"<h1>{apart}Harbour reopens after three days</h1>{TEXT}"
    assert metadata(body, head).headline == "Harbour reopens after three days"


def test_of_two_lines_the_one_that_json_ld_has():
    body = f"<h1><span>Harbour open: when, where</span>The town breathes again</h1>{TEXT}"
    head = "<meta property='og:title' content='Harbour open: when, where | Haven'>" + json_ld(
        '{"@type": "NewsArticle", "headline": "The town breathes again"}'
    )
    assert metadata(body, head).headline == "The town breathes again"


def test_a_hidden_colon_parts_kicker_and_headline():
    body = (
        f"<h1><span>Storm<span class=visually-hidden>:</span></span> <span>Harbour reopens</span></h1>{TEXT}"
    )
    assert metadata(body).headline == "Storm: Harbour reopens"


def test_a_first_heading_in_the_breadcrumb_that_the_metadata_has():
    words = "Storm: These charts show how bad it was"
    body = (
        f"<nav class=breadcrumb><a href='/'>Home</a><h1>{words}</h1></nav>"
        f"<article><header><h2 itemprop=headline>These two charts show how bad it was</h2></header>{TEXT}</article>"
    )
    found = metadata(body, f"<meta property='og:title' content='{words}'>")
    assert found.headline == words
    assert found.alternative_headline == "These two charts show how bad it was"


def test_a_kicker_right_above_the_heading_that_the_metadata_has_too():
    body = f"<article><p>Storm</p><h1>Harbour reopens</h1><div><b>Tide</b>{TEXT * 3}</div></article>"
    for words, wanted in (("Storm: Harbour reopens",) * 2, ("Tide: Harbour reopens", "Harbour reopens")):
        head = f"<meta property='og:title' content='{words}'><meta name='twitter:title' content='{words}'>"
        assert metadata(body, head).headline == wanted


def test_a_kicker_that_the_metadata_has_too_stays():
    body = f"<header><p>Storm</p><h1>Harbour reopens after three days</h1></header>{TEXT}"
    words = "Storm: Harbour reopens after three days"
    head = f"<meta property='og:title' content='{words}'>" + json_ld(
        f'{{"@type": "NewsArticle", "headline": "{words}"}}'
    )
    assert metadata(body, head).headline == words


def test_a_dash_that_parts_it_from_its_kicker_is_left_out():
    heading = "<span>Storm in May</span><span> <!-- -->–<!-- --> </span><span>Harbour reopens at last</span>"
    body = f"<article><h1>{heading}</h1>{TEXT}</article>"
    head = '<meta property="og:title" content="Harbour reopens at last">'
    assert metadata(body, head).headline == "Harbour reopens at last"


def test_a_dash_that_opens_what_somebody_said_stays():
    body = f"<article><h1>– Harbour reopens at last</h1>{TEXT}</article>"
    head = '<meta property="og:title" content="Harbour reopens at last">'
    assert metadata(body, head).headline == "– Harbour reopens at last"


def test_entities_tags_controls_and_length():
    head = json_ld(
        '{"@type": "NewsArticle", "headline": "Caf&amp;eacute; <b>opens</b>\\u202e\\u0000 ' + "x" * 900 + '"}'
    )
    found = metadata(TEXT, head).headline
    assert found.startswith("Café opens x")
    assert len(found) <= 500


def test_beside_a_clock_in_a_box_called_a_title():
    body = f"<div class=eTitle><div>16:42</div> Harbour reopens after the storm</div>{TEXT}"
    head = "<title>Harbour reopens after the storm - 3 May 2024 - The Haven Post</title>"
    assert metadata(body, head).headline == "Harbour reopens after the storm"


def test_in_a_box_of_any_name_where_no_heading_is():
    body = f"<div class=b3>Harbour reopens after the storm</div><div>{TEXT}</div>"
    head = "<title>Harbour reopens after the storm - The Haven Post</title>"
    assert read(body, head).printed.headline.get("class") == "b3"
    assert read(f"<h1>Coast Online</h1>{body}", head).printed.headline.get("class") == "b3"
    assert read(f"<h1>Ferries and boats sail again</h1>{body}", head).printed.headline.tag == "h1"


def test_one_among_many_words_is_no_box_called_a_title():
    others = (
        "<a>Boats are sold in the north</a> <a>Fires burn in the hills</a> <a>Fish are back in the bay</a>"
    )
    body = f"<div class=titles><a>Harbour reopens after the storm</a> {others}</div>{TEXT}"
    head = "<title>Harbour reopens after the storm - The Haven Post</title>"
    assert "Boats" not in metadata(body, head).headline


@pytest.mark.parametrize("printed", ["null", "None", "nil"])
def test_what_is_printed_as_the_headline_is_it_where_nothing_else_is(printed):
    headed = ARTICLE.replace("Harbour reopens after storm", printed)
    assert headed != ARTICLE
    assert metadata(headed, f"<title>{printed}</title>").headline == printed
    stated = "<meta property='og:title' content='Storm: harbour open'>"
    assert metadata(headed, stated).headline == "Storm: harbour open"


def test_the_title_of_an_entry_is_a_headline_where_nothing_else_is():
    body = (
        f"<span class='headline entry-title'>Tuba comes home after years</span><br><p>By Jane Doe</p>{TEXT}"
    )
    head = "<title>News from the harbour wire</title>"
    assert metadata(body, head).headline == "Tuba comes home after years"
    assert metadata(body + body, head).headline == "News from the harbour wire"


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
