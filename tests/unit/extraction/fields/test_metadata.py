"""Fields out of pages: which claim holds, and what is refused."""

import tomllib
from dataclasses import fields as dataclass_fields

import pytest

from newsgrab.extraction.fields.metadata import READERS
from newsgrab.model import Metadata
from newsgrab.rules.tables import FOLDER
from tests.pages import ARTICLE, TEXT, URL, json_ld, metadata, read


def test_every_field_has_a_reader_and_places_to_look():
    fields = {field.name for field in dataclass_fields(Metadata)}
    looked_for = {
        table["name"] for table in tomllib.loads((FOLDER / "fields.toml").read_text("utf-8"))["field"]
    }
    assert set(READERS) == fields
    assert fields <= looked_for


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


def test_what_an_open_attribute_swallows_is_no_keyword():
    head = "<meta name=keywords content='storm, &lt;meta name=, harbour'>"
    assert metadata(ARTICLE, head).keywords == ("storm", "harbour")


def test_a_correction_ends_with_its_element():
    note = "<div>An earlier version of this article misstated the year of the pier. It was 1934.</div>"
    box = f"<div class=bottom>{note}<div><p>Jane Doe is the editor of the islands.</p></div></div>"
    expected = "An earlier version of this article misstated the year of the pier. It was 1934."
    assert metadata(ARTICLE + box).correction == expected


@pytest.mark.parametrize(
    ("headline", "language"),
    [
        ("პორტი პარასკევს ისევ გაიხსნა", None),
        ("Порт снова открылся в пятницу", None),
        ("Cảng Hải Vọng mở lại từ thứ Sáu", "en-US"),
        ("Port Haven: გაიხსნა", "en-US"),
        ("Harbour reopens", "en-US"),
    ],
)
def test_a_template_of_another_script_tells_no_language(headline, language):
    assert metadata(f"<article><h1>{headline}</h1>{TEXT}</article>", lang="en-US").language == language
