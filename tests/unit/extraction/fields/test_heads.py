"""Standfirsts, bylines and dates of an article's head, where no class announces them."""

import pytest

from newsgrab.extraction.fields.metadata import read_fields
from newsgrab.extraction.page.document import parse
from newsgrab.model import Page
from newsgrab.rules import load

LINE = "The town's only harbour took three days to clear of sand"
LEDE = "The harbour of Port Haven was opened again on Friday after three days of hard work by many people."
SAID = "Boats went out at noon, the harbour master said, and came back with more fish than anyone had seen."
TEXT = f"<p>{SAID}</p>" * 5
TITLE = "<title>Harbour reopens after the storm</title>"
DESCRIBED = f"<meta property=og:description content='{LEDE}'>"


def metadata(body, head=""):
    html = f"<!doctype html><html><head><meta charset=utf-8>{head}</head><body>{body}</body></html>"
    return read_fields(parse(Page(url=None, requested_url=None, body=html.encode())), load()).metadata


@pytest.mark.parametrize(
    "head",
    [
        f"<h1>Harbour reopens</h1><img src=/a.jpg><h2 data-role=sapo>{LINE}</h2>",
        f"<h1>Harbour reopens</h1><hr><div class=linha-fina><div><div class=item>{LINE}</div></div></div>",
        f"<div><div><h1>Harbour reopens</h1></div></div><div><div><p>{LINE}</p></div></div>",
        f"<font><b>Harbour reopens after the storm</b></font><p><i>{LINE}</i></p>",
    ],
    ids=["named by another attribute", "named three boxes above", "boxed like the headline", "slanted"],
)
def test_a_line_right_below_the_headline_is_the_standfirst(head):
    assert metadata(f"<div>{head}<div class=text>{TEXT}</div></div>", TITLE).standfirst == LINE


def test_a_box_named_for_how_a_page_is_promoted_holds_its_standfirst():
    line = f"<div class=subtitle>{LINE}</div>"
    page = f"<h1>Harbour reopens</h1><div class='node node-promoted'>{line}{TEXT}</div>"
    aside = "<ul>" + "<li><a href=/x>x</a></li>" * 30 + "</ul>"
    assert metadata(page + aside).standfirst == LINE


@pytest.mark.parametrize(
    "text",
    [
        f"<div>{f'<p class=k><span class=s>{LEDE}</span></p>'}{f'<p class=k><span class=s>{SAID}</span></p>' * 5}</div>",
        f"<div class=free><p>{LEDE}</p></div>" + f"<div class=paid><p>{SAID}</p></div>" * 5,
    ],
    ids=["in spans", "each in a box"],
)
def test_the_first_of_paragraphs_alike_is_none_though_the_summary_repeats_it(text):
    assert metadata(f"<article><h1>Harbour reopens</h1>{text}</article>", DESCRIBED).standfirst is None


def test_words_right_behind_a_headline_are_read():
    found = metadata(f"<td><h1>Harbour reopens</h1>By Jane Doe<br>March 13, 2026</td>{TEXT}")
    assert (found.byline, found.authors) == ("By Jane Doe", ("Jane Doe",))
    assert str(found.date_published) == "2026-03-13"


def test_who_wrote_it_and_when_is_no_standfirst_though_it_is_boxed_like_the_headline():
    line = "<div><p>na Amani Mfano | 27 Januari 2026 | Habari za Mkoa</p></div>"
    assert metadata(f"<article><div><h1>Harbour reopens</h1></div>{line}{TEXT}</article>").standfirst is None


def test_a_line_in_quotation_marks_is_no_name():
    bold = "<p><strong>“Wir Baten Nie”</strong></p>"
    assert metadata(f"<h1>Harbour reopens</h1>{TEXT}{bold}").authors == ()
    assert metadata(f"<h1>Harbour reopens</h1>{TEXT}<p><strong>Jane Doe</strong></p>").authors == (
        "Jane Doe",
    )


@pytest.mark.parametrize(
    "line",
    ["முதல் இரண்டு படகுகள்", "خسائر متراكمة وأشغال", "הגג דולף והתקציב", "დარჩით ჩვენთან", "ติดตามตอนต่อไป"],
)
def test_words_in_bold_name_nobody_in_a_script_without_large_letters(line):
    assert metadata(f"<h1>Harbour reopens</h1>{TEXT}<p><strong>{line}</strong></p>").authors == ()
    assert metadata(f"<h1>Harbour reopens</h1><p><strong>{line}</strong></p>{TEXT}").authors == ()


def test_a_newsroom_may_stand_between_a_name_and_its_date():
    line = "<ul><li>Jane Doe</li><li>Haven News</li></ul><time>3 May 2024</time>"
    assert metadata(f"<h1>Harbour reopens</h1>{line}{TEXT}").authors == ("Jane Doe",)
    assert metadata(f"<h1>Harbour reopens</h1><b>Haven News</b><time>3 May 2024</time>{TEXT}").authors == ()


def test_a_line_of_two_dates_may_be_long():
    line = "<div>Publicado em 02/03/2026 - 17h40 | Atualizado em 03/03/2026 - 08h05</div>"
    found = metadata(f"<h1>Harbour reopens</h1>{line}{TEXT}")
    days = [str(moment)[:10] for moment in (found.date_published, found.date_modified)]
    assert days == ["2026-03-02", "2026-03-03"]


def test_a_bold_line_between_the_headline_and_the_first_paragraph_is_the_standfirst():
    assert metadata(f"<h2>Harbour reopens after the storm</h2><b>{LINE}</b>{TEXT}", TITLE).standfirst == LINE
    lead = f"<p><b>{LINE}</b> and mud, said those who did it with spades and with their hands.</p>"
    assert metadata(f"<h2>Harbour reopens after the storm</h2>{lead}{TEXT}", TITLE).standfirst is None


def test_a_named_line_above_text_that_breaks_part_is_the_standfirst():
    text = "<br><br>".join((SAID, SAID.replace("noon", "six"), SAID.replace("noon", "one")))
    picture = "<span><div><img src=/a.jpg></div></span>"
    page = f"<h2>Harbour reopens after the storm</h2><article><strong class=summary>{LINE}</strong>{picture}{text}</article>"
    assert metadata(page, TITLE).standfirst == LINE


def test_a_clock_is_a_date_beside_a_name():
    line = "<div>03.05.2024 | 12:44 | <span>Jane Doe, Reuters</span> | <span>2310 views</span></div>"
    found = metadata(f"<h1>Harbour reopens</h1>{line}{TEXT}")
    assert (found.authors, found.agency) == (("Jane Doe",), ("Reuters",))


def test_the_day_in_a_byline_goes_before_that_of_another_article():
    line = "<small>Por Ana Exemplo em 17 de fevereiro de 2026 · 3 minutos de leitura</small>"
    other = "<ul><li><a href=/p2>Prefeitura fecha o mercado de peixe</a> (03/02/2026)</li></ul>"
    assert str(metadata(f"<h1>Harbour reopens</h1>{line}{TEXT}{other}").date_published) == "2026-02-17"


def test_reporters_in_brackets_behind_a_dateline_wrote_it_and_not_who_edited():
    head = "<h1>老渡口开了最后一班船</h1><div><span>2026-05-18</span> <span>责任编辑：赵青</span></div>"
    text = "<p>　　新华社江北5月18日电（记者王小明、李华）17日傍晚六点，江北老渡口的最后一班渡船离岸，大多数人是来告别的。</p>"
    assert metadata(head + text * 3).authors == ("王小明", "李华")
    assert metadata(head + text.replace("（记者王小明、李华）", "") * 3).authors == ()


@pytest.mark.parametrize(
    ("text", "authors"),
    [
        ("<p>{}</p><p>江北晚报记者 王小明</p>", ("王小明",)),
        ("<p>{}（王小明 李华）</p>", ("王小明", "李华")),
        ("<p>{}(文/图 王小明 李华)</p>", ("王小明", "李华")),
        ("<p>{}（摄影 王小明）</p>", ()),
        ("<p>{}（完）</p><p>记者：您怎么看这件事</p>", ()),
        ("<p>记者：你为什么走</p><p>船长：因为船走了。</p><p>{}</p>", ()),
        ("<p>{}</p><p>“我们都会想念它。”（王小明）</p>", ()),
        ("<p>{}</p><p>编辑 赵青 校对 李华</p>", ()),
    ],
)
def test_who_reported_may_stand_below_a_chinese_text(text, authors):
    told = "17日傍晚六点，江北老渡口的最后一班渡船离岸，大多数人是来告别的，也有人只是路过。"
    assert metadata(f"<h1>老渡口开了最后一班船</h1><p>{told}</p>{text.format(told)}").authors == authors


def test_who_reported_may_stand_before_or_below_a_korean_text():
    told = "강변의 마지막 나룻배가 17일 저녁 여섯 시에 떠났고 많은 사람이 작별 인사를 하러 나왔다고 밝혔다."
    before = f"<h1>마지막 나룻배가 떠났다</h1><p>[하버=뉴스] 홍길동 기자 = {told}</p><p>{told}</p>"
    below = (
        f"<h1>마지막 나룻배가 떠났다</h1><p>{told}</p><p>{told}</p><p>홍길동 기자 hong@harbour.example</p>"
    )
    assert metadata(before).authors == metadata(below).authors == ("홍길동",)


def test_who_reported_may_stand_behind_a_japanese_text():
    told = "川の最後の渡し船が17日の夕方に出て、多くの人が別れを告げに来た。"
    signed = f"<h1>最後の渡し船が出た</h1><p>{told}</p><p>{told}【山田太郎】</p>"
    assert metadata(signed).authors == ("山田太郎",)
    assert metadata(signed.replace("山田太郎", "共同通信社")).authors == ()


def test_who_paid_for_an_article_did_not_write_it():
    assert metadata(f"<h1>Harbour reopens</h1><p>Presented by Acme Bank</p>{TEXT}").authors == ()


def test_the_parts_of_a_head_may_be_named_by_tags_of_the_pages_own_making():
    head = f"<hp-headline><h1>Harbour reopens</h1></hp-headline><hp-deck>{LINE}</hp-deck>"
    found = metadata(f"{head}<hp-byline><span>Jane Doe</span></hp-byline><hp-body>{TEXT}</hp-body>")
    assert (found.standfirst, found.authors) == (LINE, ("Jane Doe",))


def test_a_text_of_short_paragraphs_has_a_standfirst_too():
    short = "<p>Boats went out at noon, and all of them came back.</p>"
    assert metadata(f"<h1>Harbour reopens</h1><p class=intro>{LINE}</p>{short * 4}").standfirst == LINE
    assert metadata(f"<h1>Harbour reopens</h1><p class=intro>{LINE}</p>{short}").standfirst is None


def test_a_bold_line_above_a_list_of_facts_is_no_byline():
    facts = f"<ul><li>{SAID}</li><li>{LEDE}</li></ul>"
    head = "<h1>Harbour reopens</h1><time datetime=2026-03-13>13 March 2026</time>"
    found = metadata(f"{head}<p><b>FAITS SAILLANTS</b></p>{facts}{TEXT}")
    assert (found.byline, found.authors) == (None, ())
    links = (
        "<ul><li><a href=#f>Share it with the people you know</a><li><a href=#m>Mail it to them all</a></ul>"
    )
    assert metadata(f"{head}<p><b>Jane Doe</b></p>{links}{TEXT}").authors == ("Jane Doe",)


@pytest.mark.parametrize("look", ["class=text-right", "style='text-align: right'", "align=right"])
def test_a_bold_name_at_the_right_behind_the_text_is_who_wrote_it(look):
    more = f"<div class=well><b>More news</b><ul>{'<li><a href=/a>Three boats are lost at sea</a></li>' * 4}</ul></div>"
    page = f"<h1>Harbour reopens</h1>{TEXT}<p {{}}><b>Jane Doe</b></p>{more}"
    assert metadata(page.format(look)).authors == ("Jane Doe",)
    assert metadata(page.format("class=lead")).authors == ()


@pytest.mark.parametrize(("name", "is_kept"), [("standfirst", True), ("box", False)])
def test_a_line_that_ends_like_a_caption_is_a_standfirst_where_it_is_called_so(name, is_kept):
    line = f"{LINE} of the bay. Photos by Jane Doe"
    found = metadata(f"<h1>Harbour reopens</h1><div class={name}><p>{line}</p></div>{TEXT}").standfirst
    assert found == (line if is_kept else None)


def test_a_caption_with_a_credit_behind_a_bar_is_no_standfirst_whatever_it_is_called():
    line = f"{LINE} of the bay | Photo: Jane Doe"
    found = metadata(f"<h1>Harbour reopens</h1><div class=standfirst><p>{line}</p></div>{TEXT}").standfirst
    assert found is None


def test_a_note_in_a_box_of_another_kind_is_no_part_of_a_standfirst():
    note = "<p class=description>Our notes on the storm are read by nine people each day</p>"
    head = f"<h1>Harbour reopens</h1><h2 class=standfirst>{LINE}</h2>{note}"
    assert metadata(f"{head}{TEXT}").standfirst == LINE


@pytest.mark.parametrize(
    ("title", "is_begun"), [("Harbour reopens after storm", True), ("Harbour is closed", False)]
)
def test_a_heading_that_goes_on_after_the_title_is_the_headline(title, is_begun):
    longer = "Harbour reopens after storm, and the boats are back"
    body = f"<h2>Boats</h2><div><h2>{longer}</h2>{TEXT}</div>"
    assert (metadata(body, f"<title>{title}</title>").headline == longer) is is_begun


@pytest.mark.parametrize(("above", "agency"), [("", ("Reuters",)), ("<div><img src=/a.jpg></div>", ())])
def test_an_agency_below_a_picture_is_whose_that_is(above, agency):
    assert metadata(f"<h1>Harbour reopens</h1>{above}<p>Reuters</p>{TEXT}").agency == agency


def test_a_line_that_begins_with_published_may_have_a_long_date():
    line = "Published on Wednesday, September 25, 2024 at 08:15:22 AM (PDT)"
    found = metadata(f"<h1>Harbour reopens</h1>{TEXT}<div>{line}</div>").date_published
    assert str(found) == "2024-09-25 08:15:22"


@pytest.mark.parametrize(
    "quote", [f"<p><em>{SAID}</em></p>", f"<blockquote><p>{SAID}</p></blockquote>", f"<p>“{SAID}”</p>"]
)
def test_a_name_in_italics_at_the_right_is_who_wrote_it_but_not_below_what_is_quoted(quote):
    name = "<p align=right><em>Jane Doe</em></p>"
    assert metadata(f"<h1>Harbour reopens</h1>{TEXT}{name}").authors == ("Jane Doe",)
    assert metadata(f"<h1>Harbour reopens</h1>{TEXT}{quote}{name}{TEXT}").authors == ()


def test_the_link_to_the_front_page_is_no_author_whatever_it_says():
    site = "<header><a rel=author href='/'>Haven</a></header>"
    line = "<p><time>30 March 2026</time> • <span>Jane Doe</span></p>"
    found = metadata(f"{site}<article><h1>Harbour reopens</h1>{line}{TEXT}</article>")
    assert found.authors == ("Jane Doe",)


def test_from_where_a_report_came_beside_its_day_is_no_standfirst():
    place = "<span class=location>発信地：みなと市/きたの県のひがし [ <a href=/m>みなと</a> <a href=/k>きたの</a> ]</span>"
    line = f"<div><span class=day>2018年6月18日 10:01 {place}</span></div>"
    told = "川の最後の渡し船が17日の夕方に出て、多くの人が別れを告げに来た。"
    assert (
        metadata(f"<header><h1>最後の渡し船が出た</h1>{line}</header>{f'<p>{told}</p>' * 4}").standfirst
        is None
    )
