"""Bylines, and the authors and agencies in them."""

import pytest

from tests.pages import ARTICLE, TEXT, json_ld, metadata


def test_all_of_a_byline_where_the_metadata_names_the_first():
    body = "<article><h1>Harbour reopens after storm</h1><div class=byline>By <a>Jane Doe</a> and <a>John Roe</a></div>"
    head = json_ld('{"@type": "NewsArticle", "author": {"@type": "Person", "name": "Jane Doe"}}')
    found = metadata(body + TEXT, head)
    assert found.authors == ("Jane Doe", "John Roe")
    assert found.byline == "By Jane Doe and John Roe"


def test_a_byline_that_begins_with_the_author_and_goes_on_with_initials():
    body = "<article><h1>Harbour reopens after storm</h1><div class=byline><span><a>Jane Doe</a> <span>HP</span></span></div>"
    head = json_ld('{"@type": "NewsArticle", "author": {"@type": "Person", "name": "Jane Doe"}}')
    assert metadata(body + TEXT, head).byline == "Jane Doe HP"
    twice = body.replace("HP", "Jane Doe")
    assert metadata(twice + TEXT, head).byline != "Jane Doe Jane Doe HP"


def test_a_reporters_role_behind_a_stated_name_in_one_word():
    head = json_ld('{"@type": "NewsArticle", "author": {"@type": "Person", "name": "김하늘 기자"}}')
    assert metadata(ARTICLE, head).authors == ("김하늘",)


def test_people_before_the_publisher():
    body = f"<article><h1>Harbour reopens after storm</h1><p>Von Anna Muster</p>{TEXT}</article>"
    head = json_ld(
        '{"@type": "NewsArticle", "author": {"@type": "Organization", "name": "Hafenpost"},'
        ' "publisher": {"name": "Hafenpost"}}'
    )
    assert metadata(body, head).authors == ("Anna Muster",)


def test_an_agency_is_no_author_beside_a_person():
    head = json_ld(
        '{"@type": "NewsArticle", "author": [{"@type": "Person", "name": "Jane Doe"}, {"name": "Reuters"}]}'
    )
    found = metadata(ARTICLE, head)
    assert (found.authors, found.agency) == (("Jane Doe",), ("Reuters",))


def test_a_reference_into_the_graph():
    head = json_ld(
        '{"@graph": [{"@type": "Article", "headline": "Harbour reopens after storm", "author": {"@id": "#jane"}},'
        ' {"@type": "Person", "@id": "#jane", "name": "Jane Doe"}]}'
    )
    assert metadata(ARTICLE, head).authors == ("Jane Doe",)


@pytest.mark.parametrize("name", ["#jane", "_:b0"])
def test_a_reference_to_nothing_is_no_name(name):
    head = json_ld(f'{{"@type": "NewsArticle", "author": {{"@id": "{name}"}}}}')
    assert metadata(ARTICLE, head).authors == ()


@pytest.mark.parametrize("value", ["https://www.facebook.com/havenpost", "admin", "12345", "@havenpost"])
def test_no_names(value):
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
def test_below_the_text(below, authors):
    assert (
        metadata(f"<article><h1>Harbour reopens after storm</h1>{TEXT}{below}</article>").authors == authors
    )


def test_a_name_of_the_publisher_in_one_word_is_the_publisher():
    head = json_ld('{"@type": "NewsArticle", "author": {"@type": "Person", "name": "The Haven Post"}}')
    body = f"<article><h1>Harbour reopens after storm</h1><div class=autor>Jane Doe</div>{TEXT}</article>"
    assert metadata(body, head, url="https://www.thehavenpost.example/harbour").authors == ("Jane Doe",)


def test_the_author_of_the_markup_that_is_no_publisher():
    head = "<meta name=articleAuthor content=Reuters>" + json_ld(
        '{"@type": "NewsArticle", "author": {"@type": "Organization", "name": "HP"}, "publisher": {"name": "HP"}}'
    )
    found = metadata(ARTICLE, head)
    assert (found.authors, found.agency) == (("Reuters",), ("Reuters",))


def test_a_byline_of_another_article_is_none():
    aside = "<aside class=related><p class=byline>By Jim Other</p></aside>"
    assert metadata(aside + ARTICLE).authors == ()


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


def test_the_heading_over_what_is_told_of_an_author_names_the_author():
    box = "<div class=author-box><h3>About Jane Doe</h3><p>She lives on a boat in Port Haven.</p></div>"
    assert metadata(f"<h1>Harbour reopens after storm</h1>{TEXT}{box}").authors == ("Jane Doe",)


def test_whom_a_piece_was_written_for_is_no_part_of_the_name():
    line = "<p class=credit>By <b>Jane Doe</b><br>Special to The Haven Post</p>"
    assert metadata(f"<h1>Harbour reopens after storm</h1>{line}{TEXT}").authors == ("Jane Doe",)


def test_the_seat_of_a_newsroom_is_no_author():
    head = "<meta name=author content='example.org, Frankfurt, Germany'>"
    assert metadata(f"<h1>Harbour reopens after storm</h1>{TEXT}", head).authors == ("example.org",)


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


def test_the_bar_before_a_newsroom_is_no_part_of_its_name():
    line = "<p class=byline>| HavenPost.example</p>"
    assert metadata(f"<h1>Harbour reopens after storm</h1>{line}{TEXT}").authors == ("HavenPost.example",)


def test_an_address_in_angle_brackets_leaves_none_of_them():
    head = "<meta name=author content='Jane Doe &lt;jane@example.org&gt;'>"
    assert metadata(f"<h1>Harbour reopens after storm</h1>{TEXT}", head).authors == ("Jane Doe",)


@pytest.mark.parametrize(
    ("printed", "byline"),
    [
        ("By Jane Doe Twitter Today 5:00 am", "By Jane Doe"),
        ("Von Anna Muster Zuerst veröffentlicht am 06/01/2026", "Von Anna Muster"),
        ("By Jane Doe | Published 4 months ago", "By Jane Doe"),
        ("von Anna Muster in Rubrik: <a>Boote</a>", "von Anna Muster"),
        ("By Jane Doe, Published Works editor", "By Jane Doe, Published Works editor"),
    ],
)
def test_a_byline_ends_with_what_it_says_of_who_wrote_it(printed, byline):
    body = f"<article><h1>Harbour reopens after storm</h1><div class=byline>{printed}</div>"
    assert metadata(body + TEXT).byline == byline


def test_a_name_in_a_headline_of_few_words_is_a_name():
    article = '{"@type": "NewsArticle", "headline": "Kolumne Anna Muster", "author": {"@type": "Person", "name": "%s"}}'
    body = f"<h1>Kolumne Anna Muster</h1>{TEXT}"
    assert metadata(body, json_ld(article % "Anna Muster")).authors == ("Anna Muster",)


def test_a_sentence_about_the_author_in_an_address_names_nobody_else():
    told = "<a href=/jane>Jane Doe</a> writes for the paper and is the author of A Short History of Waiting, which came out in May."
    person = json_ld('{"@type": "NewsArticle", "author": {"@type": "Person", "name": "Jane Doe"}}')
    page = f"<h1>Harbour reopens after storm</h1>{TEXT}<address><p>{told}</p></address>"
    assert metadata(page, person).authors == ("Jane Doe",)


def test_a_printed_line_that_is_stated_as_a_name():
    stated = '{"@type": "NewsArticle", "author": {"@type": "Person", "name": "By JANE DOE Haven Post Staff Writer"}}'
    assert metadata(ARTICLE, json_ld(stated)).authors == ("JANE DOE",)


@pytest.mark.parametrize(
    ("label", "agency"),
    [("Source: Reuters", ("Reuters",)), ("Źródło: PAP", ("PAP",)), ("Source: the mayor", ())],
)
def test_an_agency_behind_a_label_beside_the_date(label, agency):
    signs = f"<div><time>3 May 2024, 13:12</time> <span>{label}</span></div>"
    assert metadata(f"<h1>Harbour reopens after storm</h1>{signs}<div>{TEXT}</div>").agency == agency


def test_the_source_of_a_picture_is_no_agency_of_the_article():
    signs = "<figure><img src=/a.jpg></figure><div>Source: Reuters</div><time>3 May 2024, 13:12</time>"
    assert metadata(f"<h1>Harbour reopens after storm</h1>{signs}<div>{TEXT}</div>").agency == ()


def test_a_comma_stands_right_behind_the_element_with_the_name():
    line = "<div class=byline>By <a href=/jane><span>Jane Doe</span></a>, Port Haven</div>"
    assert metadata(f"<h1>Harbour reopens after storm</h1>{line}{TEXT}").byline == "By Jane Doe, Port Haven"


def test_whom_a_quotation_is_of_is_no_author():
    quotation = (
        "<blockquote><p>We have seen worse.</p><div class=quote-author>Author: Ada Roe</div></blockquote>"
    )
    page = f"<h1>Harbour reopens after storm</h1>{TEXT}{quotation}"
    assert metadata(page).authors == ()
