"""What the structure of a page gives away, on pages of a few lines."""

import pytest

from newsgrab.extraction import extract
from newsgrab.model import Kind, Page
from newsgrab.rules import load
from tests import pages
from tests.pages import STORY, extracted, in_paragraphs

BODY = in_paragraphs(STORY)
LAST = "The third pier stays closed until a diver has looked at what is left of it, which may take until May."
PARTS = ("pier", "quay", "boats")


def extraction_of(inner, head=""):
    return extracted(f"<h1>Harbour reopens</h1>{inner}", head)


def texts(inner, head=""):
    return tuple(block.text for block in extraction_of(inner, head).article.body if block.text)


@pytest.mark.parametrize("arrow", [">> ", "→", "👉 "])
def test_a_line_that_points_to_a_link_goes(arrow):
    line = f"<p>{arrow}All about the storm: <a href='/storm'>the night in pictures</a></p>"
    assert texts(f"<div>{BODY}{line}</div>") == STORY


def test_a_sentence_that_begins_with_an_arrow_stays():
    line = ">> The third pier stays closed until a diver has looked at it, which may take until May."
    assert texts(f"<div>{BODY}<p>{line}</p></div>") == (*STORY, line)


@pytest.mark.parametrize(
    ("host", "is_kept"), [("https://www.example.org", False), ("https://elsewhere.example", True)]
)
def test_a_label_before_a_headline_of_the_same_site_goes(host, is_kept):
    line = f"<p><b>Don’t miss: <a href='{host}/2'>Harbour master to leave in the spring</a></b></p>"
    found = texts(f"<div>{BODY}{line}{BODY}</div>", "<link rel=canonical href='https://example.org/1'>")
    assert any(text.startswith("Don’t miss") for text in found) is is_kept


@pytest.mark.parametrize(
    ("label", "title", "is_kept"),
    [
        ("Nûçeyên herêmê", "Aşê avê piştî sê salan dîsa digere", False),
        ("Ada Roe", "has sold tickets for forty years", True),
        ("Best film", "The Night Ferry", True),
    ],
)
def test_a_bold_label_before_a_headline_of_the_same_site_goes_in_any_language(label, title, is_kept):
    line = f"<p><b>{label}</b> <a href='https://example.org/2'>{title}</a></p>"
    assert any(text.startswith(label) for text in texts(f"<div>{BODY}{line}{BODY}</div>")) is is_kept


def test_a_teaser_without_a_link_is_text():
    *first, last = STORY
    inner = "".join(f"<p>{paragraph}</p>" for paragraph in first)
    assert texts(f"<div>{inner}<div class='teaser-content'><p>{last}</p></div></div>") == STORY


def test_a_teaser_with_a_link_goes():
    teaser = (
        "<div class='teaser-content'><p>The storm that broke the pier. <a href='/storm'>More</a></p></div>"
    )
    assert texts(f"<div>{BODY}{teaser}</div>") == STORY


def test_a_subhead_that_a_table_of_contents_points_to_stays():
    assert texts(f"<div>{BODY}<h2 id='toc-1'>The pier</h2>{BODY}</div>") == (*STORY, "The pier", *STORY)


def test_a_name_made_at_random_says_nothing():
    inner = f"<div>{BODY}<p id='block-n1AuAdJlVL'>The pier will be rebuilt in oak by May, they say.</p></div>"
    assert texts(inner) == (*STORY, "The pier will be rebuilt in oak by May, they say.")


def test_words_of_a_caption_within_a_line_stand_apart():
    line = "The old pier was built in 1882. <span class='media-caption'>Boats leave the harbour.</span>"
    assert texts(f"<div>{BODY}<p>{line}</p></div>") == (*STORY, "The old pier was built in 1882.")


def test_where_a_link_opens_is_not_said():
    line = "The <a href='/report'>report<span>(opens in a new window)</span></a> is out since Monday noon."
    assert texts(f"<div>{BODY}<p>{line}</p></div>") == (*STORY, "The report is out since Monday noon.")


@pytest.mark.parametrize("line", ["Last updated on May 3, 2024 at 9:20 am", "Aktualisiert am 03.05.2024"])
def test_the_date_of_the_page_is_no_paragraph(line):
    assert texts(f"<div>{BODY}<p>{line}</p>{BODY}</div>") == (*STORY, *STORY)


@pytest.mark.parametrize(("line", "is_kept"), [("Datum: 12. Mai 2024", True), ("Datum: 3. Mai 2024", False)])
def test_a_date_that_is_not_the_pages_may_be_that_of_an_event(line, is_kept):
    head = "<meta property='article:published_time' content='2024-05-03T10:00:00+02:00'>"
    assert (line in texts(f"<div>{BODY}<p>{line}</p>{BODY}</div>", head)) is is_kept


@pytest.mark.parametrize("line", ["Na Starym Rynku", "Рассказывает Анна Образцова"])
def test_a_subhead_with_capitals_is_no_byline(line):
    assert line in texts(f"<div>{BODY}<h2>{line}</h2>{BODY}</div>")


def test_where_somebody_is_found_is_no_byline():
    line = "Hafenamt, Kaistraße 3, 12345 Hafenstadt"
    assert line in texts(f"<div>{BODY}<address>{line}</address>{BODY}</div>")


def test_a_row_of_links_between_bars_goes():
    row = "<p><a href='/mail'>Mail this page</a> | <a href='/print'>Printer-friendly</a> | Back to top</p>"
    assert texts(f"<div>{BODY}{row}</div>") == STORY


def test_a_table_that_only_lays_out_the_page_is_read_to_its_cell():
    side = "<td>Harvest late again this year, says the farmers' union of the county.</td>"
    more = "".join(f"<p>{paragraph}</p>" for paragraph in STORY * 3)
    assert texts(f"<table><tr><td>{more}</td>{side}</tr></table>") == STORY * 3


def test_all_rows_of_a_table_are_read_where_none_outweighs_the_others():
    rows = "".join(f"<tr><td>{paragraph}</td></tr>" for paragraph in STORY)
    assert texts(f"<table>{rows}</table>") == STORY


def test_sections_that_each_have_a_heading_of_the_first_level_stay():
    told = [f"The {name} was built in oak in 1882, and it has stood there ever since." for name in PARTS]
    sections = (
        f"<section><h1>{name}</h1><p>{line}</p></section>" for name, line in zip(PARTS, told, strict=True)
    )
    kept = texts(f"<article>{BODY}{''.join(sections)}</article>")
    assert kept == (*STORY, "pier", told[0], "quay", told[1], "boats", told[2])


def test_articles_that_an_endless_page_appends_go():
    more = "".join(f"<div><h1>The {name}</h1>{BODY}</div>" for name in ("pier", "quay"))
    assert texts(f"<main><div>{BODY}{BODY}{BODY}</div>{more}</main>")[-1] == STORY[-1]
    assert "The pier" not in texts(f"<main><div>{BODY}</div>{more}</main>")


def test_a_box_of_the_name_of_the_articles_own_is_another_article_where_its_headline_is_a_link():
    other = f"<div class=item><h2><a href=/c>Storm fells the old lime</a></h2><p>{LAST}</p></div>"
    own = f"<div class=item><h1>Harbour reopens</h1>{BODY}</div>"
    assert pages.texts(f"<main>{own}{other}</main>") == STORY


def test_the_parts_of_a_survey_of_the_news_stay_whose_headings_are_links():
    part = "<section class=part><h2><a href=/{0}>The {0} is closed</a></h2><p>{1}</p></section>"
    lead = f"<section class=part><h1>Harbour reopens</h1><p>{STORY[0]}</p></section>"
    told = [f"{line} {LAST}" for line in STORY]
    parts = [part.format(name, line) for name, line in zip(PARTS, told, strict=True)]
    assert {STORY[0], *told} <= set(pages.texts(f"<main>{lead}{''.join(parts)}</main>"))


def test_what_stands_before_the_headline_makes_no_second_article_of_the_first():
    told = "a boat that nobody had missed was found behind the old mole, with its oars still in it."
    notices = "".join(f"<p>On {day} {told}</p>" for day in ("Monday", "Tuesday"))
    slides = "<div><h1>Half of the pier, seen from a boat</h1></div>"
    head = "<title>Harbour reopens after the storm</title>"
    html = (
        f"<html><head>{head}</head><body><article><div>{notices}</div>"
        f"<h1>Harbour reopens after the storm</h1><section>{slides}{BODY}</section></article></body></html>"
    )
    page = Page(url="https://example.org/a/b", requested_url=None, body=html.encode())
    assert tuple(block.text for block in extract(page, load()).article.body)[-3:] == STORY


def test_the_article_with_the_headline_is_the_body_where_it_has_most_of_the_text():
    html = (
        f"<main><article><h1>Harbour reopens</h1>{BODY}{BODY}</article>"
        f"<div><p>Winds of force ten are forecast for the week, says the coast guard's own service.</p></div>"
        f"<div><p>The county's farmers expect less wheat this year than in any year since the war.</p></div></main>"
    )
    page = Page(url="https://example.org/a/b", requested_url=None, body=html.encode())
    kept = [block.text for block in extract(page, load()).article.body]
    assert kept == [*STORY, *STORY]


def test_many_teasers_are_no_body():
    teaser = (
        "<article><h3><a href='/{n}'>The {n}th pier of the county is closed</a></h3><p>"
        "The pier was closed after a report by the county found rust in {n} of its pillars, it says.</p></article>"
    )
    teasers = "".join(teaser.format(n=n) for n in range(20, 50))
    stated = "<meta property='article:published_time' content='2024-05-03T10:00:00Z'>"
    assert texts(f"<main><div>{BODY}</div><div>{teasers}</div></main>", stated) == STORY


def test_an_article_in_a_box_called_after_its_wall_is_read():
    comments = f"<div id='comments'>{''.join(f'<p>I was at the quay too, {n} years ago, and saw it myself.</p>' for n in range(40))}</div>"
    inner = f"<article><div class='steady-paywall-container'>{BODY}</div></article>{comments}"
    assert texts(f"<main>{inner}</main>") == STORY


def test_an_article_in_several_sections_of_one_class_is_read_whole():
    told = [f"The {name} was built in oak in 1882, and it has stood there ever since." for name in PARTS]
    sections = [f"<div class='text section'><div class='row'><p>{line}</p></div></div>" for line in told]
    first = f"<div class='text section'><div class='row'>{BODY}{BODY}{BODY}</div></div>"
    assert texts(f"<main>{first}{''.join(sections)}</main>") == (*STORY * 3, *told)


def test_a_section_of_links_by_the_same_class_is_not():
    links = "".join(
        f"<p><a href='/{n}'>Ferry number {n} sails again from the old quay</a></p>" for n in range(9)
    )
    first = f"<div class='text section'>{BODY}</div>"
    assert texts(f"<main>{first}<div class='text section'>{links}</div></main>") == STORY


def test_paragraphs_for_subscribers_are_the_articles():
    first, *rest = (f"<p>{paragraph}</p>" for paragraph in STORY)
    inner = f"<div class='subscriber-preview'>{first}</div>{''.join(rest) * 3}"
    assert texts(f"<div>{inner}</div>")[:2] == STORY[:2]


def test_what_a_button_unfolds_is_text():
    more = "The pier was built in 1911 and has been mended after each of the seven storms since then."
    button = "<button aria-label='Expand'><svg><path></path></svg></button>"
    box = f"<div class='x1'><h4>The pier</h4>{button}<div><p>{more}</p></div></div>"
    assert texts(f"<div>{BODY * 2}{box}{BODY}</div>")[6:8] == ("The pier", more)


def test_an_icon_set_as_a_line_goes():
    assert texts(f"<div>{BODY}<div>💡</div>{BODY}</div>") == (*STORY, *STORY)


def test_dates_before_the_text_are_no_paragraph():
    line = "<div><span>Friday 3 May 2024, 6:14am</span><span>Updated Friday 3 May 2024, 11:40am</span></div>"
    assert texts(f"<div>{line}{BODY}</div>") == STORY


def test_a_linked_time_of_a_post_is_text():
    posts = "".join(
        f"<article><header><a href='#{at}'><time>{at}</time></a></header><p>{paragraph}</p></article>"
        for at, paragraph in zip(("11.05 BST", "10.40 BST", "9.15 BST"), STORY, strict=True)
    )
    assert texts(f"<div>{posts}</div>")[2:4] == ("10.40 BST", STORY[1])


def test_two_dates_without_a_space_between_them_are_no_paragraph():
    line = "<div><time>Publicerad 9 november 2024</time><time>Uppdaterad 9 november 2024</time></div>"
    assert texts(f"<div><ul><li>The pier is open.</li></ul>{line}{BODY}</div>") == (
        "The pier is open.",
        *STORY,
    )


CARD = "<a href='/2'><img src='/2.jpg'></a><div><a href='/2'>Why the old harbours are coming back</a><p>{}</p></div>"


def test_a_card_of_another_article_between_paragraphs_goes():
    card = f"<div class='x1'>{CARD.format('From Devon to the Borders, they are dug out again.')}</div>"
    assert texts(f"<div>{BODY}{card}{BODY}</div>") == (*STORY, *STORY)


def test_cards_that_are_the_article_stay():
    cards = "".join(f"<div class='x1'>{CARD.format(paragraph)}</div>" for paragraph in STORY)
    assert set(STORY) <= set(texts(f"<div>{BODY}{cards}{cards}</div>"))


def test_a_picture_that_opens_large_is_no_card():
    figure = "<div><a href='/2.jpg'><img src='/2.jpg'></a><p>The harbour is full of boats again.</p></div>"
    assert len(extraction_of(f"<div>{BODY}{figure}{BODY}</div>").article.images) == 1


@pytest.mark.parametrize(
    ("href", "inside"),
    [
        (
            "/mayor",
            "<p><a href='/mayor'>Jane Doe, the mayor of Port Haven</a>, said the wall would hold.</p>",
        ),
        ("/mayor", "<p>So said <b><a href='/mayor'>Jane Doe, the mayor of Port Haven</a></b>.</p>"),
        ("/2.jpg", "<p><a href='/2.jpg'>The harbour is full of boats again.</a></p>"),
        ("/a/b?utm_source=x", "<p><a href='/a/b?utm_source=x'>Harbour reopens after a week</a></p>"),
        (
            "https://other.example/2",
            "<p><a href='https://other.example/2'>A film of the storm itself</a></p>",
        ),
    ],
)
def test_a_picture_and_words_that_lead_to_one_address_are_not_yet_a_card(href, inside):
    box = f"<div class='x1'><a href='{href}'><img src='/2.jpg'></a>{inside}</div>"
    removals = extraction_of(f"<div>{BODY}{box}{BODY}</div>").removals
    assert "structure.card" not in {removal.rule for removal in removals}


@pytest.mark.parametrize("line", ["* * *", "***", "___", "• • •", "⁂"])
def test_a_line_of_signs_is_a_break(line):
    body = extraction_of(f"<div>{BODY}<p>{line}</p>{BODY}<p>{line}</p></div>").article.body
    assert [block.kind for block in body if not block.text] == [Kind.BREAK]
    assert body[len(STORY)].kind is Kind.BREAK


def test_a_bare_date_before_the_text_is_no_paragraph():
    line = "<p class='x1'>18/02/2025 06:22 p. m.</p>"
    assert texts(f"<div>{line}{BODY}</div>") == STORY


@pytest.mark.parametrize("line", ["Ada Poe och Max Roe", "Ada Poe, Max Roe", "Ada Poe und Max Roe"])
def test_the_authors_named_again_go_in_any_language(line):
    head = """<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Harbour reopens",
        "author": [{"@type": "Person", "name": "Ada Poe"}, {"@type": "Person", "name": "Max Roe"}]}</script>"""
    found = extraction_of(f"<div>{BODY}<p>{line}</p>{BODY.replace('harbour', 'port')}</div>", head)
    assert ("field.authors", line) in [(removal.rule, removal.text) for removal in found.removals]


def test_the_short_posts_of_a_live_blog_stay_with_their_buttons_to_share_them():
    post = "<section><time>{}</time><p>{}</p><div><button>Share</button></div></section>"
    told = (
        "The bridge will stay closed until noon, the police said.",
        "Power is out in four thousand homes.",
    )
    kept = texts(BODY + post.format("14:32", told[0]) + post.format("13:58", told[1]))
    assert [line for line in kept if line in (*told, "14:32", "13:58", "Share")] == [
        "14:32",
        told[0],
        "13:58",
        told[1],
    ]


def test_who_said_it_in_the_footer_of_a_quotation_stays():
    quotation = "<blockquote><p>We never stopped.</p><footer>Jane Doe, baker</footer></blockquote>"
    kept = texts(BODY + quotation)
    assert "Jane Doe, baker" in kept


@pytest.mark.parametrize(
    ("lines", "is_kept"),
    [
        (
            "<b>Više s otoka</b><br><a href='/2'>Brod bez kormila</a><br><a href='/3'>Most bez rijeke</a>",
            False,
        ),
        ("<b>Više s otoka</b><br><a href='/2'>Brod bez kormila</a><br>Most bez rijeke", True),
    ],
)
def test_lines_of_links_below_a_line_that_heads_them_go(lines, is_kept):
    found = texts(f"<div>{BODY}<p>{lines}</p><p>{LAST}</p></div>")
    assert any("brod bez" in text.lower() for text in found) is is_kept


def test_a_box_of_facts_right_behind_the_text_is_kept_with_its_short_lines():
    facts = "<h2>Tredje piren</h2><dl><dt>Byggd</dt><dd>1936</dd><dt>Längd</dt><dd>118 meter</dd></dl>"
    kept = ("Tredje piren", "Byggd", "1936", "Längd", "118 meter")
    page = "<article><div class=body>{}</div><aside class='story__{}'>{}</aside></article>"
    assert texts(page.format(BODY, "facts", facts)) == (*STORY, *kept)
    assert texts(page.format(BODY, "tools", facts)) == STORY
    assert texts(page.format(BODY, "facts", "<form><input></form>" + facts)) == STORY


def test_lines_that_are_fields_go_where_breaks_alone_part_them():
    head = "17 May 2003<br><b>Harbour reopens after the storm of the year</b><br><i>by Jane Doe</i><br><br>"
    story = "<br><br>".join(STORY)
    title = "<title>Harbour reopens after the storm of the year</title>"
    found = extracted(f"<font>{head}{story}</font>", title)
    assert tuple(block.text for block in found.article.body if block.text) == STORY


def test_who_wrote_the_last_letter_stays_as_who_wrote_those_before():
    names = ("Ann Lee", "Roy Pask", "Name and address supplied")
    letters = "".join(
        f"<p>{told}</p><p><strong>{name}</strong></p>" for told, name in zip(STORY, names, strict=True)
    )
    assert [text for text in texts(f"<div>{letters}</div>") if text not in STORY] == list(names)
    assert texts(f"<div>{BODY}<p><strong>{names[2]}</strong></p></div>") == STORY


def test_what_a_test_found_stays_and_stars_to_press_go():
    found = ("Sound: 8 of 10", "Price: 6 of 10", "Care: 9 of 10")
    rows = "".join(f"<div>{row}</div>" for row in found)
    assert texts(f"<div>{BODY}<div class='rating'>{rows}</div><p>{LAST}</p></div>") == (*STORY, *found, LAST)
    stars = "<span>★★★★☆</span><span>Average: 4.2</span>"
    assert texts(f"<div>{BODY}<div class='rating'>{stars}</div><p>{LAST}</p></div>") == (*STORY, LAST)


def test_what_somebody_says_or_reads_is_no_call_of_the_page():
    said = (
        "The owner said: “We value privacy. We and our 800 partners store and access information on devices.”",
        "Follow us on Instagram, said the sign on the van.",
    )
    assert texts(f"<div>{BODY}{''.join(f'<p>{line}</p>' for line in said)}<p>{LAST}</p></div>") == (
        *STORY,
        *said,
        LAST,
    )


def test_what_somebody_says_of_links_pictures_and_servers_is_no_notice_of_the_page():
    said = (
        "Für Links auf dieser Seite erhält der Händler eine Provision, sagt das Gericht.",
        "Ihre IP-Adresse wird an Server in Übersee übertragen, bemängelte das Gericht.",
        "Erst wenn Sie klicken, werden die Videos geladen.",
        "图片来自网络，警方说，如有侵权，当事人可以起诉。",
        "更多消息请关注今晚的发布会，船长说。",
    )
    kept = texts(f"<div>{BODY}{''.join(f'<p>{line}</p>' for line in said)}<p>{LAST}</p></div>")
    assert kept == (*STORY, *said[:2], *said[3:], LAST)


def test_a_subhead_that_says_when_something_was_added_stays():
    added = "<h2>Update 15 May 2026: Divers</h2><p>Divers looked at the third pier in the morning and found it sound.</p>"
    assert "Update 15 May 2026: Divers" in texts(f"<div>{BODY}{added}</div>")
    assert texts(f"<div><p>Updated: 15 May 2026</p>{BODY}</div>") == STORY
