"""What ``explain --html`` draws, of every page in fixtures: all of it, in its place, and nothing that acts."""

import re
from dataclasses import replace
from functools import cache

import pytest
from lxml.html import document_fromstring

from newsgrab import extract
from newsgrab.model import MOVED, Article, Block, Candidate, Claim, Extraction, Image, Kind, Metadata, Removal
from newsgrab.writers import drawing
from newsgrab.writers.drawing.document import POLICY
from tests.golden import PAGES, read_page

TAGS = frozenset(
    "html head meta title style body header aside main article section footer h1 h2 h3 p b q div span code a ul li dl"
    " dt dd details summary mark del blockquote pre figure figcaption hr".split()
)
ATTRIBUTES = frozenset("lang charset http-equiv content name class style id href dir".split())


def name(folder):
    return f"{folder.parent.name}/{folder.name}"


@cache
def extraction_of(folder):
    return extract(read_page(folder))


def drawn(extraction, **more):
    return document_fromstring(drawing.write(extraction, **more))


def squeezed(text):
    return re.sub(r"\s+", " ", text).strip()


def texts(element):
    """Return the words in an element without the labels beside them."""
    if "label" in (element.get("class") or "").split() or element.get("class") in (
        "unseen",
        "sign",
        "address",
    ):
        return ""
    return "".join([element.text or "", *(texts(child) + (child.tail or "") for child in element)])


def struck(tree):
    return [squeezed(texts(each)) for each in tree.iterfind(".//article//del")]


def of_class(tree, word):
    return tree.xpath(f"//*[contains(concat(' ', @class, ' '), ' {word} ')]")


@pytest.mark.parametrize("folder", PAGES, ids=name)
def test_every_removal_is_struck_through_in_order_with_its_rule(folder):
    extraction = extraction_of(folder)
    tree = drawn(extraction)
    stripped = [removal for removal in extraction.removals if removal.kind != MOVED]
    assert " ".join(struck(tree)) == squeezed(" ".join(removal.text for removal in stripped))
    rules = [each.text for each in of_class(tree, "rule")]
    assert list(dict.fromkeys(rules)) == list(dict.fromkeys(removal.rule for removal in extraction.removals))


@pytest.mark.parametrize("folder", PAGES, ids=name)
def test_what_is_kept_is_plain_and_in_order(folder):
    extraction = extraction_of(folder)
    tree = drawn(extraction)
    for gone in tree.xpath(
        "//article//del | //article//div[@class='moved' or @class='gone' or @class='head']"
    ):
        gone.drop_tree()
    for moved in tree.xpath("//article//span[@class='cut']/mark"):
        moved.drop_tree()
    rest = re.sub(r"\s", "", texts(tree.find(".//article")))
    at = 0
    for block in extraction.article.body:
        words = re.sub(r"\s", "", block.text)
        found = rest.find(words, at)
        assert found >= 0, block.text
        at = found + len(words)


@pytest.mark.parametrize("folder", PAGES, ids=name)
def test_captions_and_fields_are_marked_with_their_origin(folder):
    extraction = extraction_of(folder)
    tree = drawn(extraction)
    marked = [squeezed(texts(each)) for each in tree.iterfind(".//article//mark")]
    for image in extraction.article.images:
        for words in filter(None, (image.caption, image.credit_line)):
            assert squeezed(words) in marked
    listed = [each.text for each in tree.iterfind(".//dt")]
    assert sorted(listed) == sorted({claim.field for claim in extraction.chosen})
    locators = {each.text for each in tree.iterfind(".//dd//code")}
    assert {claim.locator for claim in extraction.chosen} <= locators


@pytest.mark.parametrize("folder", PAGES, ids=name)
def test_the_legend_counts_and_leads_to_the_first_of_each_kind(folder):
    extraction = extraction_of(folder)
    tree = drawn(extraction)
    kinds = [removal.kind for removal in extraction.removals]
    links = tree.xpath("//ul[@class='legend']//a")
    assert len(links) == len(set(kinds))
    for link in links:
        (target,) = tree.xpath("//*[@id=$id]", id=link.get("href")[1:])
        kind = target.text.partition(".")[0]
        assert link.xpath("string()").rpartition(" ")[2] == str(kinds.count(kind))
        assert target is next(each for each in of_class(tree, "rule") if each.text.startswith(f"{kind}."))


@pytest.mark.parametrize("folder", PAGES, ids=name)
def test_the_file_is_whole_and_does_nothing(folder):
    text = drawing.write(extraction_of(folder), target="https://example.org/a")
    tree = document_fromstring(text)
    assert {each.tag for each in tree.iter()} <= TAGS
    assert {key for each in tree.iter() for key in each.keys()} <= ATTRIBUTES  # noqa: SIM118  lxml's elements
    assert all(each.get("href").startswith("#") for each in tree.iterfind(".//a"))
    assert tree.xpath("//meta[@http-equiv]/@content") == [POLICY]
    assert "url(" not in text.partition("</style>")[0]
    assert "@import" not in text.partition("</style>")[0]
    ids = tree.xpath("//@id")
    assert len(ids) == len(set(ids))


def test_removals_say_where_in_the_blocks_they_were():
    for folder in PAGES:
        extraction = extraction_of(folder)
        for removal in extraction.removals:
            text = extraction.blocks[removal.block].text
            assert not text or text[removal.start :].startswith(removal.text)


MADE = Extraction(
    article=Article(
        metadata=Metadata(headline="Ferry runs again", dateline="PORT HAVEN (ENA)"),
        body=(Block(kind=Kind.PARAGRAPH, text="PORT HAVEN (ENA) – It ran. It was late."),),
        images=(Image(url="https://example.org/a.jpg", caption="Boats.", credit_line="Jo Roe"),),
    ),
    blocks=(
        Block(kind=Kind.PARAGRAPH, text="PORT HAVEN (ENA) – It ran. It was late."),
        Block(kind=Kind.PARAGRAPH, text="It sank. Give $5. It rose. By Jo Roe"),
        Block(kind=Kind.FIGURE, text="", images=(Image(url="https://example.org/a.jpg", caption="Boats."),)),
        Block(kind=Kind.FIGURE, text="", images=(Image(url="https://ads.example/a.gif"),)),
        Block(kind=Kind.LIST_ITEM, text="One", level=2, number=7),
        Block(kind=Kind.BREAK, text=""),
    ),
    removals=(
        Removal(rule="donation.appeal", text="Give $5.", block=1, start=9),
        Removal(rule="field.byline", text="By Jo Roe", block=1, start=27),
        Removal(rule="advertisement.box", text="https://ads.example/a.gif", block=3),
    ),
    chosen=(
        Claim(field="headline", value="Ferry runs again", origin="page", locator="h1"),
        Claim(field="dateline", value="PORT HAVEN (ENA)", origin="text", locator="first lines"),
        Claim(field="description", value="It ran.", origin="meta", locator="meta[name='description']"),
    ),
    claims=(Claim(field="headline", value="Ferry!", origin="meta", locator="meta[property='og:title']"),),
    candidate=Candidate(locator="article > div", reason="it holds all", others=("main: less",)),
    warnings=("the body is short",),
)


class TestMade:
    @pytest.fixture
    def tree(self):
        return drawn(MADE, target="page.html")

    def test_a_sentence_is_struck_in_its_place(self, tree):
        (paragraph,) = tree.xpath("//article/p[span[@class='cut']]")
        assert squeezed(paragraph.xpath("string()")) == (
            "It sank. removed: Give $5.donation.appeal It rose. By Jo Roefield.byline"
        )
        assert struck(tree) == ["Give $5.", "https://ads.example/a.gif"]

    def test_what_became_a_field_is_marked_and_not_struck(self, tree):
        assert tree.xpath("//article/p/span[@class='cut']/mark/text()") == ["By Jo Roe"]

    def test_a_field_that_the_text_tells_is_marked_there(self, tree):
        assert tree.xpath("//article/p/mark/text()") == ["PORT HAVEN (ENA)"]
        assert tree.xpath("string(//article/p/span[@class='label'])") == "dateline text · first lines"

    def test_a_field_above_the_text_has_its_own_origin_beside_it(self):
        tree = drawn(replace(MADE, chosen=MADE.chosen[::-1]))
        assert squeezed(tree.xpath("string(//h1)")) == "Ferry runs againheadline page · h1"

    def test_words_that_the_metadata_adds_to_a_picture_are_told_apart(self, tree):
        labels = [each.xpath("string()") for each in tree.xpath("//figcaption/span")]
        assert labels == ["caption page", "credit_line metadata of the picture"]

    def test_where_why_and_warnings_are_told(self, tree):
        aside = squeezed(tree.xpath("string(//aside)"))
        for words in (
            "article > div",
            "because it holds all",
            "Also considered: main: less",
            "the body is short",
        ):
            assert words in aside

    def test_other_offers_and_fields_that_the_text_repeats_are_listed(self, tree):
        fields = squeezed(tree.xpath("string(//dl)"))
        assert "1 other offer" in fields
        assert "Ferry!" in fields
        assert "said again in the text, so not repeated" in fields

    def test_an_article_of_nothing_can_be_drawn(self):
        empty = Extraction(article=Article(metadata=Metadata(), body=()))
        assert drawn(empty).xpath("string(//h1)") == "(no headline)"
        assert drawn(replace(empty, candidate=None)).xpath("string(//h2)") == "0 pieces removed"
