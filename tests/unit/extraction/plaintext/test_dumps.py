"""Text dumps: no markup, so lines, rules and neighbours decide."""

from pathlib import Path
from textwrap import wrap

import pytest

from newsgrab.errors import ContentError
from newsgrab.extraction.lines.days import without_moments
from newsgrab.model import Kind
from newsgrab.rules.lines import load_lines
from tests.dumps import extracted as read

FIXTURES = Path(__file__).parents[4] / "fixtures" / "pages"
FIRST = (
    "The harbour of Port Haven reopened on Friday, three days after the storm that broke half of its pier."
)
SECOND = "Ferries to the islands run again from noon, the harbour authority said, though without any cars."
THIRD = "“We have seen worse in my lifetime,” said Ada Roe, who has sold tickets at the quay for forty years."
LAST = (
    "The mayor, who slept in the town hall for two nights, said that the pier would be whole again by autumn."
)
BODY = (FIRST, SECOND, THIRD)


def paragraphs(*lines):
    return tuple(block.text for block in read(*lines).article.body if block.text)


def test_the_reference_dump():
    dump = FIXTURES / "themoscowtimes.com" / "dump" / "page.txt"
    extraction = read(dump.read_text("utf-8"))
    body = [block.text for block in extraction.article.body if block.text]
    assert extraction.article.metadata.headline == (
        "Kyiv Says Russia Used N. Korean Missiles in Deadly Attacks on Ukraine"
    )
    assert [(image.caption, image.credit_line) for image in extraction.article.images] == [
        ("Kyiv after a Russian missile attack in January 2023.", "State Emergency Service of Ukraine")
    ]
    assert len(body) == 9
    assert body[0].startswith("The Ukrainian security service (SBU) said Thursday")
    assert body[-1].endswith("in Russia's Far East in September.")
    assert {removal.kind for removal in extraction.removals} >= {"donation", "structure"}


def test_the_lines_about_the_article_become_fields():
    extraction = read(
        "Skip to main content",
        "News",
        "Harbour reopens after storm",
        "The town's only harbour took three days to clear.",
        "By Jane Doe",
        "Published 3 May 2024 Updated 4 May 2024",
        *BODY,
    )
    metadata = extraction.article.metadata
    assert metadata.headline == "Harbour reopens after storm"
    assert metadata.standfirst == "The town's only harbour took three days to clear."
    assert metadata.byline == "By Jane Doe"
    assert metadata.authors == ("Jane Doe",)
    assert str(metadata.date_published) == "2024-05-03"
    assert str(metadata.date_modified) == "2024-05-04"
    assert tuple(block.text for block in extraction.article.body) == BODY


@pytest.mark.parametrize(
    ("line", "published", "modified"),
    [
        ("03.05.2024, 9:24 Uhr • Lesezeit: 7 Minuten", "2024-05-03", None),
        ("03.05.2024 07.57", "2024-05-03", None),
        ("2024-05-03 | 15:54", "2024-05-03", None),
        ("Aktualizacja: 04.05.2024 19:45 Publikacja: 03.05.2024 19:05", "2024-05-03", "2024-05-04"),
        (
            "Jane Doe · The Haven Post · Posted: May 03, 2024 4:00 AM | Last Updated: May 4, 2024",
            "2024-05-03",
            "2024-05-04",
        ),
        ("1/12", None, None),
    ],
)
def test_a_line_of_figures_is_a_date_where_a_date_belongs(line, published, modified):
    metadata = read("Harbour reopens after storm", line, *BODY).article.metadata
    assert str(metadata.date_published or None)[:10] == str(published)
    assert str(metadata.date_modified or None)[:10] == str(modified)


def test_a_date_above_the_headline_may_be_of_figures_alone():
    metadata = read("World", "03.05.2024, 20:28", "Harbour reopens after storm", *BODY).article.metadata
    assert str(metadata.date_published)[:10] == "2024-05-03"


@pytest.mark.parametrize(
    ("lines", "byline", "authors"),
    [
        (["By", "Jane Doe", "John Roe"], "By Jane Doe, John Roe", ("Jane Doe", "John Roe")),
        (["Jane Doe", "John Roe"], "Jane Doe, John Roe", ("Jane Doe", "John Roe")),
        (["Jane Doe | John Roe"], "Jane Doe | John Roe", ("Jane Doe", "John Roe")),
        (["Jane Doe, John Roe (Port Haven)"], "Jane Doe, John Roe (Port Haven)", ("Jane Doe", "John Roe")),
        (["Harbour View", "Column by Jane Doe"], "Column by Jane Doe", ("Jane Doe",)),
        (["Von: Anna Muster", "Teilen Drucken"], "Von: Anna Muster", ("Anna Muster",)),
        (["Jane DoeTravel News Reporter"], "Jane Doe, Travel News Reporter", ("Jane Doe",)),
        (["In Brief"], None, ()),
    ],
)
def test_names_around_a_date_are_the_byline(lines, byline, authors):
    metadata = read("Harbour reopens after storm", *lines, "3 May 2024", *BODY).article.metadata
    assert metadata.byline == byline
    assert metadata.authors == authors


@pytest.mark.parametrize(
    ("lines", "caption", "credit"),
    [
        (("Boats in the harbour. Photo: John Roe/ENA",), "Boats in the harbour.", "John Roe/ENA"),
        (("Boats in the harbour (Image: ENA)",), "Boats in the harbour", "ENA"),
        (("Boats in the harbour", "Getty Images"), "Boats in the harbour", "Getty Images"),
        (("Boote im Hafen.Foto: Max Muster / dpa",), "Boote im Hafen.", "Max Muster / dpa"),
        (("Boats in May 2023. Port Haven Press Office",), "Boats in May 2023.", "Port Haven Press Office"),
        (("港の船。写真：田中一郎",), "港の船。", "田中一郎"),
    ],
)
def test_a_caption_and_its_credit_are_told_apart(lines, caption, credit):
    extraction = read("Harbour reopens after storm", *lines, *BODY)
    assert [(image.caption, image.credit_line) for image in extraction.article.images] == [(caption, credit)]
    assert tuple(block.text for block in extraction.article.body if block.text) == BODY


APPEAL = (
    "A note from our newsroom:",
    "Dear readers,",
    "We have reported from this coast for thirty years, and our work has never been harder than it is now.",
    "Your support makes our reporting possible. Give from $3 a month, in less than a minute of your time.",
    "Once",
    "Monthly",
    "Continue",
)


def test_an_appeal_goes_with_all_that_stands_around_it():
    assert paragraphs("Harbour reopens after storm", *BODY, *APPEAL) == BODY


@pytest.mark.parametrize(
    "lines",
    [
        ("1. The pier", SECOND, "2. Ada Roe", THIRD, "3. The Harbour Office", LAST),
        (SECOND, "What will become of the pier?", "Photo: Jane Doe/Haven", THIRD),
        (SECOND, "This is how a pier is built:", "Photo: Jane Doe/Haven", THIRD),
        (SECOND, "3. The ferries", "Photo: Jane Doe/Haven", THIRD),
        (SECOND, "“And then I stood in the water.”", "(Laughter)", THIRD),
        (SECOND, "Harbour office: Haven St. 45, Port Haven, Tel. 030 / 2325 786", THIRD),
    ],
)
def test_what_heads_or_ends_a_part_of_the_text_is_no_caption(lines):
    kept = tuple(line for line in lines if not line.startswith("Photo: "))
    assert paragraphs("Harbour reopens after storm", "By Jane Doe", FIRST, *lines) == (FIRST, *kept)


def test_a_text_of_short_lines_has_no_lead_picture_far_below_its_headline():
    songs = [f"Song of the Harbour – Ada Roe | Haven {number}" for number in ("One", "Two")]
    verses = [f"And the ferry goes over the bay of {place} today." for place in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"]
    images = read("Harbour reopens after storm", "By Jane Doe", *verses, *songs).article.images
    assert images == ()


INTRODUCTION = (
    "Ferries to the islands of Port Haven may run without any cars until autumn, the harbour authority said"
)


@pytest.mark.parametrize("headline", ["The long wait at the quay", "No more ferries for the islands"])
@pytest.mark.parametrize("meta", [("By Jane Doe", "3 May 2024"), ()])
def test_the_headline_is_the_shorter_line_above_its_standfirst(headline, meta):
    article = read("Home", "News", "Sport", headline, INTRODUCTION, *meta, *BODY, LAST).article
    assert article.metadata.headline == headline
    assert INTRODUCTION in (article.metadata.standfirst, article.body[0].text)


@pytest.mark.parametrize("kicker", ["Port Haven", "Politics", "Politics | Port Haven"])
def test_a_long_headline_is_no_standfirst_of_its_kicker(kicker):
    article = read("Home", "News", "Sport", kicker, INTRODUCTION, "By Jane Doe", "3 May 2024", *BODY).article
    assert article.metadata.headline == INTRODUCTION


@pytest.mark.parametrize(
    "subhead",
    [
        "What happened on 3 May 2024",
        "Was am 3. Mai 2024 geschah",
        "12:30 Uhr: Polizei sperrt Brücke",
        "La nuit du 3 mai 2024",
        "События 3 мая 2024 года в порту",
    ],
)
def test_a_subhead_with_a_date_stays(subhead):
    lines = (FIRST, SECOND, subhead, THIRD, LAST)
    assert paragraphs("Harbour reopens after storm", "By Jane Doe", "4 May 2024", *lines) == lines


def test_a_subhead_with_a_date_below_the_first_paragraph_is_not_when_the_article_was_published():
    subhead = "Ferry prices from 1 June 2024"
    lines = ("Harbour reopens after storm", "4 May 2024", FIRST, subhead, SECOND, "Share", THIRD, LAST)
    article = read(*lines).article
    assert str(article.metadata.date_published) == "2024-05-04"
    assert subhead in [block.text for block in article.body]


@pytest.mark.parametrize(
    "rows",
    [
        ("Warm-up on the pier 11:00", "Race of the ferries 12:30", "Prizes at the town hall 18:30"),
        ("Ada Roe (2013-2014): 295 days", "John Doe (2014-2016): 677 days"),
    ],
)
def test_rows_that_tell_what_was_when_stay(rows):
    head = ("Harbour reopens after storm", "By Jane Doe", "4 May 2024")
    lines = (FIRST, SECOND, "This is the programme of the day:", *rows, THIRD, LAST)
    assert paragraphs(*head, *lines) == lines


@pytest.mark.parametrize("subhead", ["Harbour and Quay", "Aufbau und Inhalt", "Causes et Conséquences"])
def test_a_subhead_of_two_words_is_no_name_of_who_wrote_it(subhead):
    lines = ("Harbour reopens after storm", "By Jane Doe", "4 May 2024", FIRST, subhead, SECOND, THIRD, LAST)
    assert subhead in paragraphs(*lines)
    article = read("Harbour reopens after storm", subhead, "4 May 2024", *BODY, LAST).article
    assert article.metadata.byline is None


def test_two_people_of_one_family_wrote_it():
    article = read("Harbour reopens after storm", "Jane and John Doe", "4 May 2024", *BODY, LAST).article
    assert article.metadata.byline == "Jane and John Doe"


DEMANDS = ("A pier of stone", "Ferries at night", "No fare for the fishermen", "Lamps along the quay")
LEAD = "The skippers, who met in the town hall on Friday, have put four demands to the harbour authority:"


def test_a_list_that_a_sentence_leads_to_stays_at_the_end_of_the_text():
    head = ("Harbour reopens after storm", "By Jane Doe", "4 May 2024")
    assert paragraphs(*head, *BODY, LAST, LEAD, *DEMANDS) == (*BODY, LAST, LEAD, *DEMANDS)


@pytest.mark.parametrize("lead", [LAST, "Read more:"])
def test_a_menu_at_the_end_of_the_text_goes(lead):
    head = ("Harbour reopens after storm", "By Jane Doe", "4 May 2024")
    body = paragraphs(*head, *BODY, LAST, SECOND + " " + THIRD, lead, *DEMANDS)
    assert not set(DEMANDS) & set(body)


@pytest.mark.parametrize("small_print", ["3 May 2024", "Published: 3 May 2024", "Jane Doe, 3 May 2024"])
def test_when_another_article_was_published_goes(small_print):
    others = ("Fishermen want a new pier on the island of Haven", "Council votes on the price of its water")
    box = [line for other in others for line in (other, small_print)]
    lines = ("Harbour reopens after storm", "4 May 2024", *BODY, LAST, "Read more", *box)
    assert paragraphs(*lines) == (*BODY, LAST)


def test_a_byline_behind_the_standfirst_is_no_credit():
    lines = ("Wir brauchen diese Mole mehr denn je! Ein Kommentar von Jane Doe", "Erschienen am 3. Mai 2024")
    extraction = read("Hands off our pier", *lines, *BODY)
    assert extraction.article.images == ()


def test_a_notice_of_one_line_takes_no_paragraph_with_it():
    notices = ("Sign up for our free morning newsletter.", "Support local journalism from $5 a month.")
    assert paragraphs("Harbour reopens", FIRST, notices[0], SECOND, notices[1], THIRD) == BODY


def test_a_page_of_nothing_but_paragraphs_is_a_dump():
    lines = ("Harbour reopens after storm", *BODY, *APPEAL)
    html = "<!DOCTYPE html><html><head><title></title></head><body>"
    html += "".join(f"<p>{line}</p>\n" for line in lines)
    extraction = read(html)
    assert extraction.article.metadata.headline == lines[0]
    assert tuple(block.text for block in extraction.article.body) == BODY


def test_a_related_box_between_paragraphs_goes_and_the_article_goes_on():
    box = ("Read more", "Town council quarrels over the price of sand", "Jane Doe")
    assert paragraphs("Harbour reopens after storm", FIRST, *box, SECOND, THIRD) == BODY


def test_an_article_about_a_donation_drive_keeps_every_word():
    drive = (
        "Readers have donated more than $12,000 to the hospital since Monday, the charity said on Friday.",
        "“We need your help,” the surgeon Ann Poe told visitors. “Please give what you can.”",
        "Donations are accepted at the town hall until June, and every donor gets a letter of thanks.",
        "The charity wants to become a member of the national fund, which supports forty clinics.",
    )
    assert paragraphs("Hospital drive passes its goal", "By Jane Doe", *drive) == drive


def test_what_follows_the_text_but_belongs_to_it_stays():
    last = (
        "Correction: an earlier version of this article misstated the day of the storm.",
        "Reporting by Jane Doe in Port Haven; editing by John Roe",
    )
    assert paragraphs("Harbour reopens after storm", *BODY, *last, "Share this article", "Facebook") == (
        *BODY,
        *last,
    )


def test_subheads_and_lists_stay():
    extraction = read(
        "Harbour reopens after storm",
        FIRST,
        "What is open",
        SECOND,
        "* the eastern quay",
        "* the pier",
        THIRD,
    )
    assert [block.kind for block in extraction.article.body] == [
        Kind.PARAGRAPH,
        Kind.HEADING,
        Kind.PARAGRAPH,
        Kind.LIST_ITEM,
        Kind.LIST_ITEM,
        Kind.PARAGRAPH,
    ]


@pytest.mark.parametrize(
    ("headline", "body", "boilerplate"),
    [
        (
            "嵐の後、港が再開",
            (
                "ポートヘイブンの港は金曜日、桟橋の半分を壊した嵐から三日後に再開した。作業員は夜を徹して航路のがれきを取り除いた。",
                "港湾局によると、島へのフェリーは正午から運航を再開するが、車は載せられない。",
            ),
            ("関連記事", "町議会、砂の値段で紛糾", "ランキング"),
        ),
        (
            "إعادة فتح الميناء بعد العاصفة",
            (
                "أعيد فتح ميناء بورت هيفن يوم الجمعة بعد ثلاثة أيام من العاصفة التي دمرت نصف رصيفه، وعاد الصيادون إلى البحر.",
                "وقالت سلطة الميناء إن العبارات إلى الجزر ستعمل من جديد اعتبارا من الظهر ولكن من دون سيارات هذا الأسبوع.",
            ),
            ("اقرأ أيضا", "المجلس البلدي يختلف على سعر الرمل", "مشاركة"),
        ),
        (
            "风暴过后港口重新开放",
            (
                "黑文港在风暴摧毁半座码头三天之后，于星期五重新开放。工人连夜清理了航道里的残骸，渔民清晨就出了海。",
                "港务局说，前往各岛的渡轮将从中午起恢复运营，但本周内不能载运汽车，票价也不会改变。",
            ),
            ("相关新闻", "镇议会为沙子价格争吵", "分享"),
        ),
    ],
)
def test_scripts_without_spaces_and_from_right_to_left(headline, body, boilerplate):
    extraction = read(headline, *body, *boilerplate)
    assert extraction.article.metadata.headline == headline
    assert tuple(block.text for block in extraction.article.body) == body


def test_lines_broken_at_a_column_are_joined():
    broken = [
        "The harbour of Port Haven reopened on Friday, three days after the storm",
        "that broke half of its pier, and the first ferry left before breakfast.",
        "",
        "Ferries to the islands run again from noon, the harbour authority said,",
        "though without any cars, because the ramp on the eastern side of the quay",
        "was still under water on Thursday evening.",
        "",
        "“We have seen worse in my lifetime,” said Ada Roe, who has sold tickets",
        "at the quay for forty years and does not plan to stop.",
    ]
    assert len(paragraphs("Harbour reopens after storm", "", *broken)) == 3


def test_every_line_is_a_claim_a_picture_kept_or_explained():
    lines = ("Home", "Harbour reopens after storm", "By Jane Doe", *BODY, *APPEAL, "Read more", "Most read")
    extraction = read(*lines)
    accounted = [claim.value for claim in extraction.claims]
    accounted += [block.text for block in extraction.article.body]
    accounted += [removal.text for removal in extraction.removals]
    assert set(lines) <= set(accounted)
    assert all(removal.rule for removal in extraction.removals)


@pytest.mark.parametrize("text", ["Share", "\n\n×\n12\n", "Subscribe now\nLog in\n"])
def test_a_dump_without_text_is_no_article(text):
    with pytest.raises(ContentError):
        read(text)


@pytest.mark.parametrize("pattern", load_lines().values(), ids=lambda pattern: pattern.id)
def test_line_patterns_fit_their_examples(pattern):
    assert [text for text in pattern.fits if not pattern.match.search(text)] == []
    assert [text for text in pattern.misses if pattern.match.search(text)] == []


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_lines_broken_at_a_column_are_joined_below_a_long_menu(gap):
    menu = [f"Section {number}" for number in range(30)]
    rows = ["\n".join(wrap(paragraph, 72)) for paragraph in (*BODY, *BODY[::-1])]
    text = gap.join((*menu, "Harbour reopens after storm", "By Jane Doe", *rows))
    assert paragraphs(*text.split("\n"))[: len(BODY)] == BODY


OTHERS = (
    (
        "Ferry prices to the islands rise for the third time",
        "The harbour authority agreed to higher prices for the ferries to the islands, it said on Friday. Cars pay most.",
    ),
    (
        "Storm over Port Haven: what the harbour master saw",
        "Three days after the storm the harbour master tells how the pier of the harbour broke, and who was on the quay.",
    ),
    (
        "Islands without ferries: three days on the quay",
        "The storm cut off the islands for three days. Those who waited on the quay of the harbour tell what they did.",
    ),
)


@pytest.mark.parametrize("heading", ["Our editors recommend", "Latest from the region"])
def test_headlines_of_others_with_their_summaries_are_not_the_article(heading):
    lines = [line for pair in OTHERS for line in pair]
    body = (*BODY, "Until the ramp is mended, cars must be left on the quay, the harbour authority said.")
    assert paragraphs("Harbour reopens after storm", *body, heading, *lines) == body


def test_an_article_of_headlines_with_summaries_stays():
    more = (
        "Town council of Port Haven agrees to mend the pier",
        "The council agreed on Monday to pay half of what the new pier of the harbour costs. Work begins in June.",
        "Tickets to the islands can be bought on the quay again",
        "The ticket office on the quay opened again on Wednesday. It had been under water since the storm hit.",
    )
    stories = (*(line for pair in OTHERS for line in pair), *more)
    opening = (
        "A storm, dear ferries and a council that pays: this was the week in the harbour of Port Haven.",
        "Half of the pier broke off, and for three days no ferry left for the islands.",
        "What else the week brought to the harbour can be read here in short.",
    )
    lines = (*opening, "The week in the harbour", *stories)
    assert paragraphs("The harbour's week in five stories", *lines) == lines


def test_subheads_with_a_paragraph_each_stay():
    lines = (
        "What the storm did to the pier of the harbour",
        "Half of the pier broke off, the harbour authority said, and two ferries were hurled against it.",
        "How long the ferries to the islands will lack cars",
        "Ferries carry no cars until the ramp of the harbour is mended, which takes until June at least.",
        "Who pays for the harbour after the storm of Tuesday",
        "The harbour authority said half of the money comes from the town, and half from the islands.",
    )
    assert paragraphs("Harbour reopens after storm", *BODY, *lines) == (*BODY, *lines)


def test_a_japanese_line_that_asks_or_cries_is_no_paragraph_of_its_own():
    body = (
        "港は金曜日に再開した。嵐から三日後のことで、桟橋の半分が壊れていたと港湾局は説明した。",
        "島へのフェリーは正午から再び運航されるが、車は乗せられないと港湾局は述べた。",
        "「こんな嵐は初めてだ」と四十年間切符を売ってきた田中一郎さんは静かに語った。",
    )
    others = (
        "新しい灯台守は何を変えたいのか？",
        "漁獲枠の削減に反対！漁師たちが旧市街を行進…",
        "観光客のいない夏、残った人々は？",
    )
    assert paragraphs("嵐の後に港が再開", *body, "おすすめ", *others) == body


def test_a_label_between_all_parts_of_the_text_is_no_heading():
    label = "Article content"
    subheads = ("Ferries wait for cars", "A long night at the quay")
    lines = (label, FIRST, label, SECOND, label, subheads[0], label, THIRD, label, subheads[1], label, LAST)
    assert paragraphs("Harbour reopens after storm", *lines) == (
        FIRST,
        SECOND,
        subheads[0],
        THIRD,
        subheads[1],
        LAST,
    )


def test_a_subhead_with_a_price_is_no_date():
    subhead = "Port Haven Red 2024 ($14.50, no. 7)"
    extraction = read("Five wines for the pier", "By Jane Doe", FIRST, SECOND, subhead, THIRD)
    assert subhead in [block.text for block in extraction.article.body]
    assert extraction.article.metadata.date_published is None


@pytest.mark.parametrize(
    "way",
    [
        "Port Haven / The storm / Harbour",
        "NewsHomePoliticsHarbour reopens for all after the storm",
        "You are here: Home » The town » Harbour reopens for all after the storm",
        "The Haven Post: Harbour reopens for all after the storm",
    ],
)
def test_the_way_to_a_page_is_not_its_headline(way):
    headline = "Harbour reopens for all after the storm"
    assert read(way, headline, "Jane Doe", *BODY).article.metadata.headline == headline
    assert read(way, "Jane Doe", headline, "3 May 2024", *BODY).article.metadata.headline == headline


def test_a_headline_keeps_its_kicker_where_it_stands_nowhere_without():
    headline = "After the storm: Harbour reopens for all"
    assert read("Home", headline, "Jane Doe", *BODY).article.metadata.headline == headline
    short = read("Home", headline, "Jane Doe", *BODY, "Harbour reopens for all").article
    assert short.metadata.headline == headline


MENU = ("Town", "Sea", "Weather", "Games", "Letters", "Ferries", "Our shops", "Your day", "Jobs", "Cars")


@pytest.mark.parametrize(
    "headline", ["Harbour reopens", "Will the harbour open again?", "A pier of one's own"]
)
def test_what_stands_first_above_a_long_menu_is_no_headline(headline):
    lines = ("Your browser is far too old for this page", *MENU, *MENU, *MENU, headline)
    assert read(*lines, *BODY).article.metadata.headline == headline


def test_a_headline_may_stand_first_above_a_short_menu():
    headline = "Harbour reopens for all after the storm"
    assert read(headline, *MENU[:3], *BODY).article.metadata.headline == headline


@pytest.mark.parametrize("menu", [(), MENU[:4]])
def test_a_heading_below_the_text_is_not_its_headline_though_more_text_stands_there(menu):
    headline, heading = "Harbour reopens for all", "What the ferries to the islands cost"
    more = (f"{FIRST} {LAST}", f"{SECOND} {THIRD}", f"{LAST} {SECOND}")
    article = read("Home", *menu, headline, *BODY, LAST, *MENU, *MENU, heading, *more).article
    assert article.metadata.headline == headline
    assert tuple(block.text for block in article.body if block.text)[:4] == (*BODY, LAST)


def test_a_headline_may_stand_below_the_teaser_of_another_article():
    lines = (
        "Home",
        "Town council quarrels over sand",
        "A report on the price of the beach, day by day.",
        *MENU,
    )
    headline = "Harbour reopens for all"
    assert read(*lines, headline, "Jane Doe", *BODY).article.metadata.headline == headline


@pytest.mark.parametrize("headline", ["Harbour reopens for all", "The pier will be whole again"])
def test_a_standfirst_nearer_to_the_date_is_no_headline(headline):
    standfirst = "The ferries run again, and the harbour authority is glad of it"
    lines = ("Town", headline, standfirst, "A long read", "Jane Doe", "3 May 2024")
    assert read(*lines, *BODY).article.metadata.headline == headline


def test_a_promise_of_more_below_a_caption_does_not_take_it():
    caption = "The pier in May 2023. (Photo: Jane Doe/Haven Pictures)"
    letter = "Sign up for our newsletter and get the best of the week in your inbox."
    lines = ("Harbour reopens after storm", letter, caption, "This post may be updated.", *BODY)
    images = read(*lines).article.images
    assert [(image.caption, image.credit_line) for image in images] == [
        ("The pier in May 2023.", "Jane Doe/Haven Pictures")
    ]


@pytest.mark.parametrize(
    "below",
    [
        ("Island ferries are full until the end of the summer", "Published 2 May 2024"),
        ("The harbour authority lost two ships and a crane to the waves on Tuesday night.", "3 hours ago"),
    ],
)
def test_a_headline_of_others_that_asks_does_not_end_their_box(below):
    asks = "Who pays for the pier that the storm has broken?"
    first = "Storm breaks the pier of the harbour at night"
    assert paragraphs(
        "Harbour reopens after storm", *BODY, LAST, "Related articles", first, asks, *below
    ) == (
        *BODY,
        LAST,
    )


@pytest.mark.parametrize("heading", ["Related articles", "Read more:"])
def test_a_question_below_headlines_of_others_that_leads_into_text_stays(heading):
    other, asks = "Storm breaks the pier of the harbour at night", "But who will pay for the broken pier?"
    lines = ("Harbour reopens after storm", FIRST, SECOND, heading, other, asks, THIRD, LAST)
    assert paragraphs(*lines) == (FIRST, SECOND, asks, THIRD, LAST)


def test_a_headline_that_stands_again_and_again_is_none_of_the_text():
    teaser = "Ferries of the harbour wait for cars on both islands"
    lines = (FIRST, teaser, SECOND, teaser, THIRD, teaser, LAST)
    assert paragraphs("Harbour reopens after storm", *lines) == (*BODY, LAST)


def test_a_speaker_who_stands_again_and_again_stays():
    speaker = "Ada Roe of the harbour"
    lines = (FIRST, speaker, SECOND, speaker, THIRD, speaker, LAST)
    assert paragraphs("Harbour reopens after storm", *lines).count(speaker) == 3


@pytest.mark.parametrize("parting", [("By Jane Doe", "3 May 2024"), ("3 May 2024",)])
def test_a_standfirst_above_byline_or_date_is_no_caption_of_the_credit_below(parting):
    standfirst = "The town's only harbour took three days to clear."
    article = read(
        "Harbour reopens after storm", standfirst, *parting, "Photo: John Roe/Haven", *BODY
    ).article
    assert article.metadata.standfirst == standfirst
    assert [(image.caption, image.credit_line) for image in article.images] == [(None, "John Roe/Haven")]


def test_a_caption_below_the_date_and_right_above_its_credit_stays_one():
    caption = "The town's only harbour took three days to clear."
    article = read(
        "Harbour reopens after storm", "3 May 2024", caption, "Photo: John Roe/Haven", *BODY
    ).article
    assert [(image.caption, image.credit_line) for image in article.images] == [(caption, "John Roe/Haven")]


def test_where_a_text_is_from_takes_no_sentence_of_it_for_a_caption():
    last = "Nobody knows yet what the pier will cost."
    text = (
        "Harbour reopens after storm",
        "By Jane Doe",
        *BODY,
        last,
        "Source: ENA",
        "Read more",
        "Council meets",
    )
    assert paragraphs(*text) == (*BODY, last)


def test_the_last_entry_of_a_list_above_the_text_is_no_caption():
    entries = (
        "Forty boats lie on the quay since the storm of Monday",
        "The ferries to the islands run again, without cars",
        "Two months until the pier is whole, says the mayor",
    )
    lines = ("Harbour reopens after storm", "By Jane Doe", "3 May 2024", *entries, *BODY, LAST)
    assert paragraphs(*lines) == (*entries, *BODY, LAST)


def test_a_paragraph_that_begins_as_the_headline_does_stays():
    first = "The harbour of Port Haven reopened after the storm, and it did so earlier than thought."
    headline = "The harbour of Port Haven reopened after the storm"
    assert paragraphs(headline, "By Jane Doe", first, *BODY[1:], LAST) == (first, *BODY[1:], LAST)


@pytest.mark.parametrize(
    "moment",
    [
        "3 hours ago",
        "3 часа назад",
        "vor 3 Stunden",
        "il y a 3 heures",
        "5 min read",
        "5 Min. Lesezeit",
        "14:30 Uhr",
    ],
)
def test_a_moment_is_told_in_many_languages(moment):
    assert without_moments(f"{moment} Jane Doe").strip(" .") == "Jane Doe"


@pytest.mark.parametrize(
    "menu",
    [
        "News\tSport\tWeather\tTown hall",
        "News | Sport | Weather | Town hall",
        "News   Sport   Weather   Town hall",
    ],
)
def test_a_menu_in_one_row_is_no_headline(menu):
    extraction = read(menu, "Harbour reopens", "Jane Doe", "3 May 2024", *BODY, LAST)
    assert extraction.article.metadata.headline == "Harbour reopens"


def test_a_name_and_a_day_in_figures_show_where_the_headline_is():
    standfirst = "Papers of the board show that the directors knew about the hole in the pier in 2019"
    lines = (
        "● About",
        "Five things the harbour papers tell",
        "Ines Roe-Reid",
        "13.02.2024",
        standfirst,
        *BODY,
    )
    metadata = read(*lines).article.metadata
    assert (metadata.headline, metadata.byline) == ("Five things the harbour papers tell", "Ines Roe-Reid")


def test_a_date_in_digits_of_another_script():
    report = (
        "तूफ़ान के तीन दिन बाद शुक्रवार को पोर्ट हेवन का बंदरगाह फिर से खुल गया, हालाँकि घाट का आधा हिस्सा टूट चुका है।",
        "बंदरगाह प्राधिकरण ने कहा कि द्वीपों के लिए नावें दोपहर से फिर चलेंगी, लेकिन उनमें गाड़ियाँ नहीं जा सकेंगी।",
        "मेयर ने कहा कि घाट की मरम्मत शरद ऋतु तक पूरी हो जाएगी और तब तक मछुआरों को सहायता दी जाएगी।",
    )
    extraction = read("तूफ़ान के बाद बंदरगाह फिर खुला", "४ मई २०२४", *report)
    assert str(extraction.article.metadata.date_published) == "2024-05-04"
    assert tuple(block.text for block in extraction.article.body) == report


@pytest.mark.parametrize(
    "times",
    [
        ("21:48", "21:15", "20:52", "18:20"),
        ("9.48pm", "9.15pm", "8.52pm", "6.20pm"),
        ("18.20 Uhr", "20.52 Uhr", "21.15 Uhr", "21.48 Uhr"),
        ("오전 9:05", "오전 11:40", "오후 1:10", "오후 3:05"),
        ("23:40", "23:55", "0:10", "0:25"),
    ],
)
def test_the_entries_of_a_live_blog_stay_with_their_times(times):
    short = "The causeway is closed in both directions."
    entries = [line for pair in zip(times, (SECOND, short, THIRD, LAST), strict=True) for line in pair]
    entries.insert(2, "Advertisement")
    found = paragraphs(
        "Live: storm at Port Haven", "Jane Doe", "3 May 2024", FIRST, *entries, "Copy link", "Print"
    )
    assert found == (FIRST, *(line for line in entries if line != "Advertisement"))


def test_times_above_headlines_of_others_are_none_of_the_text():
    teasers = (
        "21:48",
        "Ferry prices to rise in June",
        "21:15",
        "Council to vote on school",
        "20:52",
        "Rain to come",
    )
    assert paragraphs("Harbour reopens", "Jane Doe", "3 May 2024", *BODY, LAST, *teasers) == (*BODY, LAST)


@pytest.mark.parametrize(
    ("caption", "credit", "name"),
    [
        ("Statki w porcie", "Fot. Jan Kowalski / Agencja Portowa", "Jan Kowalski / Agencja Portowa"),
        ("Boats at the pier", "Photograph: Ann Roe/The Haven Review", "Ann Roe/The Haven Review"),
        ("22일 항구에서 배들이 기다리고 있다.", "사진=홍길동 기자", "홍길동 기자"),
    ],
)
def test_a_credit_with_any_label_stands_below_its_caption(caption, credit, name):
    article = read(
        "Harbour reopens after storm", "By Jane Doe", "3 May 2024", caption, credit, *BODY, LAST
    ).article
    assert [(image.caption, image.credit_line) for image in article.images] == [(caption, name)]
    assert tuple(block.text for block in article.body if block.text) == (*BODY, LAST)


@pytest.mark.parametrize(
    ("lines", "byline"),
    [
        (("रमेश शर्मा", "15 जनवरी 2020"), "रमेश शर्मा"),
        (("रमेश शर्मा 30 अगस्त 2022, 17:45",), "रमेश शर्मा"),
        (("홍길동 기자", "2020-10-08 11:20"), "홍길동 기자"),
        (("홍길동 기자 입력 2023.02.23. 오후 3:12",), "홍길동 기자"),
    ],
)
def test_names_without_capitals_are_a_byline_beside_a_date(lines, byline):
    metadata = read("Harbour reopens after storm", *lines, *BODY, LAST).article.metadata
    assert metadata.byline == byline


def test_words_of_a_script_without_spaces_are_no_name():
    line = "ร้านของเขาอยู่ท้ายตลาด ไม่มีป้าย"
    assert (
        read("Harbour reopens after storm", line, "3 May 2024", *BODY, LAST).article.metadata.byline is None
    )


@pytest.mark.parametrize("short", ["Nobody was hurt.", "The pier held.", "“He was dry.”", "Sie war da."])
def test_a_sentence_of_few_words_between_notices_and_at_the_end_stays(short):
    appeal = "Sign up for our daily newsletter here"
    end = "It was dry."
    rows = (*BODY, appeal, short, "Advertisement", LAST, appeal, end)
    assert paragraphs("Harbour reopens after storm", *rows) == (*BODY, short, LAST, end)


def test_a_run_of_notices_takes_no_short_paragraph_with_it():
    notices = ("Sign up for our daily newsletter here", "Get the news in your inbox every Friday")
    rows = (FIRST, SECOND, *notices, "Nobody was hurt by it.")
    assert paragraphs("Harbour reopens after storm", *rows) == (FIRST, SECOND, rows[-1])


def test_between_notices_of_two_kinds_stands_the_text():
    rows = ("We depend on your gifts.", "The cost of it", "Support us today", "It was dry, they said in May.")
    mail = "Sign up for our newsletter"
    assert paragraphs("Harbour reopens after storm", *BODY, *rows, mail, "Newsletter", mail) == (
        *BODY,
        rows[3],
    )


def test_an_opinion_in_the_imperative_keeps_what_it_says_beside_a_notice():
    opinion = (
        "Start tonight: open your bank statement and put a cross against every sum that leaves it each month.",
        "Subscribe to nothing for thirty days, not the razors and not the films that you never finish.",
        "Sign up for a library card, which is free and has newspapers, and nobody will ask you for more.",
        "You will hear that we should support the shops. Then start again, with the three that you missed.",
    )
    notice = "This article is free to read because our subscribers pay for it."
    rows = (*opinion, notice, LAST)
    assert paragraphs("Cancel them all", "By Jane Doe", *rows) == (*opinion, LAST)


def test_short_sentences_below_the_last_long_paragraph_are_no_end_of_the_text():
    short = (
        "Nobody minded it.",
        "What the hens of the county liked",
        "It was at school.",
        "One was sold in May.",
    )
    assert paragraphs("A history", "By Jane Doe", FIRST, SECOND, *short) == (FIRST, SECOND, *short)


@pytest.mark.parametrize("joint", ["\n", " ", " – "])
def test_the_entries_of_a_live_blog_keep_their_times_and_titles(joint):
    entries = (
        (
            "18:31",
            "Power is back",
            "Engineers have brought the lights back to the western quay, the operator says.",
        ),
        (
            "18:05",
            "A shed on the road",
            "Gerald Roe tells us he was making tea when his garden shed left him.",
        ),
        (
            "17:40",
            "Trains: what we know",
            "No train will run to Port Haven before noon on Sunday, the line says.",
        ),
        (
            "17:12",
            "A hospital in the dark",
            "The hospital says that it has put off no operation since the lights went.",
        ),
        (
            "16:55",
            "Red warning",
            "The weather service has made its red warning three hours longer, until nine.",
        ),
    )
    rows = [row for time, title, text in entries for row in (*f"{time}{joint}{title}".split("\n"), text)]
    assert paragraphs("Storm over Port Haven", "By Jane Doe", "3 May 2024", *rows) == tuple(rows)


def test_a_poem_below_the_text_stays():
    poem = (
        "The ferry goes, the ferry comes,",
        "the rope is wet between her hands,",
        "nobody beats the storm’s old drums",
        "and no one knows on which dark sands",
        "the lanterns of the fleet were lost,",
        "or what the crossing really cost.",
    )
    assert paragraphs(
        "A poem of the sea", "By Jane Doe", *BODY, *poem, "Most read", "How to tie a bowline"
    ) == (
        *BODY,
        *poem,
    )


def test_results_below_the_text_stay():
    results = ("Elsewhere:", "Athletic 0-0 Town", "County 2-4 Albion", "Wanderers 1-0 City")
    assert paragraphs("Haven beat Quay", "By Jane Doe", *BODY, *results, "Most read", "How to sail") == (
        *BODY,
        *results,
    )


def test_a_sentence_before_a_notice_in_the_same_line_stays():
    before = "The last such break took four months."
    line = f"{before} Download our free app for iPhone and Android and never miss a local story."
    assert paragraphs("Yard stops its line", "By Jane Doe", *BODY, line) == (*BODY, before)
