"""Standfirsts: by their name, their place, and the metadata that repeats them."""

import pytest

from tests.pages import ARTICLE, TEXT, metadata, read


def test_a_sentence_alone_in_its_box_above_byline_and_date():
    words = "It took three days to clear the only harbour of the town."
    byline = "<div class=meta><a class=byline>Jane Doe</a> <span>3 May 2024</span></div>"
    body = f"<div><h1>Harbour reopens after storm</h1><div class=x7><p>{words}</p></div>{byline}<div>{TEXT}</div></div>"
    assert metadata(body).standfirst == words


def test_a_sentence_in_a_box_of_no_name_above_the_day():
    words = "It took three days to clear the only harbour of the town."
    meta = "<div data-x=meta><details><summary>Fri 3 May 2024 07.00 BST</summary></details></div>"
    body = (
        f"<div><h1>Harbour reopens after storm</h1></div><div><p>{words}</p></div>{meta}<div>{TEXT * 2}</div>"
    )
    assert metadata(body).standfirst == words


@pytest.mark.parametrize("line", ["Jane Doe 3 May 2024, 06:00", "The Haven Post • 3 May 2024 6:03 pm"])
def test_a_byline_with_its_time_is_none_whatever_its_box_is_called(line):
    body = f"<h1>Harbour reopens after storm</h1><div class=authDesc><span>{line}</span></div>{TEXT}"
    assert metadata(body).standfirst is None


def test_a_paragraph_whose_first_letter_is_set_apart_is_none():
    words = "he pier broke on Friday, and the harbour took three days to clear."
    for letter in ("<span style='float:left'>T</span>", "<span><span>T</span></span>"):
        body = (
            f"<h1>Harbour reopens after storm</h1><p class=intro>{letter}{words}</p><p>By Jane Doe</p>{TEXT}"
        )
        assert metadata(body).standfirst is None


def test_a_caption_in_a_table_is_none():
    words = "The boats leave the harbour on Friday, the third day after the storm."
    picture = f"<table><tr><td><img src=/a.jpg></td></tr><tr><td class=tr-caption>{words}</td></tr></table>"
    body = (
        f"<h1>Harbour reopens after storm</h1><div itemprop='description articleBody'>{picture}{TEXT}</div>"
    )
    assert metadata(body).standfirst is None


def test_beside_the_headline():
    body = f"<article><h1>Harbour reopens after storm</h1><p class=standfirst>It took three days to clear.</p>{TEXT}</article>"
    found = read(body)
    assert found.metadata.standfirst == "It took three days to clear."
    assert [element.get("class") for element in found.printed.standfirst] == ["standfirst"]


def test_a_second_heading_right_below_the_headline():
    words = "The town's only harbour took three days to clear of boats"
    body = f"<article><h1>Harbour reopens after storm</h1><h2>{words}</h2><p>By Jane Doe</p>{TEXT}</article>"
    assert metadata(body).standfirst == words


def test_a_caption_in_the_colour_of_summaries_is_none():
    words = "People stand on the pier in Port Haven on Friday, the third day after the storm."
    body = f"<article><p class='image__caption text-summary-grey'>{words}</p><h1>Harbour reopens after storm</h1><div class='image__caption text-summary-grey'><span>{words}</span> <span>Photo: Jane Doe</span></div>{TEXT}</article>"
    assert metadata(body).standfirst is None


@pytest.mark.parametrize(
    ("box", "is_one"), [("<div class=x1>{}</div>", True), ("{}", False), ("<div>{}</div>", False)]
)
def test_a_sentence_in_a_box_of_its_own_before_paragraphs_without(box, is_one):
    words = "It took three days to clear the only harbour of the town."
    texts = f"{box.format(f'<p>{words}</p>')}{TEXT}"
    body = f"<article><h1>Harbour reopens after storm</h1><div><span>Jane Doe</span></div><div>{texts}</div></article>"
    assert metadata(body).standfirst == (words if is_one else None)


def test_told_by_the_description():
    words = "The town's only harbour took three days to clear of boats and wood."
    body = (
        f"<article><h1>Harbour reopens after storm</h1><div class=x9>{words}</div><div>{TEXT}</div></article>"
    )
    found = metadata(body, f'<meta name=description content="{words}">')
    assert (found.standfirst, found.description) == (words, None)


def test_a_first_paragraph_is_none():
    assert metadata(ARTICLE).standfirst is None


def test_a_text_of_one_paragraph_is_none():
    words = "The harbour was opened again on Friday, the mayor said."
    body = f"<article><h1>Harbour reopens after storm</h1><p class=intro>{words}</p></article>"
    assert metadata(body, f'<meta name=description content="{words}">').standfirst is None


def test_a_text_that_is_called_a_description_too_is_none():
    body = f"<h1>Harbour reopens after storm</h1><div itemprop='description articleBody'>{TEXT}</div>"
    assert metadata(body).description is None


def test_a_description_that_is_not_printed_is_kept():
    found = metadata(ARTICLE, '<meta name=description content="All about the storm.">')
    assert found.description == "All about the storm."


def test_emphasised_lines_that_the_summary_begins_with():
    lines = (
        "<p><em>…as the towns on the coast cry foul over lost boats</em></p><p><em>…blame the wind</em></p>"
    )
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
def test_by_the_names_around_it(beside, standfirst):
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
def test_the_one_sentence_in_the_box_of_the_headline(head):
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
def test_other_words_in_the_box_of_the_headline(beside):
    words = beside.format(*["The boats have left the only harbour of the town on Friday."] * 2)
    body = f"<div><h1>Harbour reopens after storm</h1>{words}</div><div>{TEXT * 2}</div>"
    assert metadata(body).standfirst is None


@pytest.mark.parametrize("below", ["<div>By Jane Doe, Port Haven</div>", "<div>By Jane Doe</div>"])
def test_a_sentence_in_a_box_of_no_name_above_who_wrote_it(below):
    words = "It took three days to clear the only harbour of the town."
    top = "<p>All of the harbour's news of the day, in one place and for everybody.</p>"
    body = f"<div><div><h1>Harbour reopens after storm</h1></div><div>{words}</div>{below}{top}</div><div>{TEXT}</div>"
    assert metadata(body).standfirst == words


def test_a_heading_below_the_headline_each_in_a_box_of_its_own():
    words = "The town's only harbour took three days to clear of boats"
    body = f"<main><div><h1>Harbour reopens after storm</h1></div><div><h2>{words}</h2></div><p>Jane Doe</p>{TEXT}</main>"
    assert metadata(body).standfirst == words


def test_in_a_script_without_spaces():
    text = "<p>古い橋は図書館に生まれ変わり、十五日に開館した。初日だけで二千人が訪れた。</p>" * 3
    body = f"<article><h1>橋の上の図書館が開く</h1><h2 class=subtitle>欄干に本三万冊、夜十一時まで開放</h2>{text}</article>"
    assert metadata(body, lang="ja").standfirst == "欄干に本三万冊、夜十一時まで開放"


def test_a_paragraph_beside_the_headline_in_a_header_is_the_standfirst_though_it_looks_as_the_text_does():
    text = TEXT.replace("<p>", "<p class=para>")
    head = "<meta property=og:description content='The county pays for hives, not for honey.'>"
    page = "<article><{0}><h1>Bear eats honey</h1><p class=para>The county pays for hives, not for honey.</p>"
    page += "<time>3 May 2024</time></{0}><section>{1}{1}</section></article>"
    assert (
        metadata(page.format("header", text), head).standfirst == "The county pays for hives, not for honey."
    )


def test_what_is_told_of_the_author_in_a_box_of_hers_is_none():
    words = "Jane Doe currently works for The Haven Post as a writer and lives in Port Haven."
    box = f"<div class=author-menu><div class=description><p>{words}</p></div></div>"
    assert metadata(f"<h1>Harbour reopens after storm</h1>{box}{TEXT}").standfirst is None


def test_a_label_above_points_is_no_standfirst():
    points = "<section class=article-summary><h4>What you need to know:</h4><ul><li>A storm broke the pier.</li></ul></section>"
    assert metadata(f"<h1>Harbour reopens after storm</h1>{points}<div>{TEXT}</div>").standfirst is None


def test_a_sentence_may_begin_with_what_is_a_word_before_names_elsewhere():
    words = "Ni mot fire i kommunestyret. Nå skal taket undersøkes på nytt."
    page = f"<h1>Badet får stå til våren</h1><div class=article-lead><p>{words}</p></div><div>{TEXT}</div>"
    assert metadata(page, lang="no").standfirst == words
