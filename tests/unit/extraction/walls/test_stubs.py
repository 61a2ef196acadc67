"""Short articles beside offers to subscribe, and beginnings of articles: kept, marked or refused."""

import pytest

from newsgrab.errors import ContentError
from newsgrab.extraction import extract
from newsgrab.extraction.boilerplate.gate import gate_of
from newsgrab.extraction.walls.notices import read_notice_below
from newsgrab.extraction.walls.rows import Row
from newsgrab.model import Page
from newsgrab.rules import load
from newsgrab.rules.lexicon import examples
from tests.pages import extracted

URL = "https://example.org/2024/05/harbour-reopens"
TOLD = (
    "The harbour of Port Haven was opened again on Friday after three days of work on its wall.",
    "Ferries to the islands run from noon.",
    "Nobody was hurt.",
)
OFFER = "<div class=offer><h3>Subscribe to read the full story</h3><p>One coin a week.</p></div>"


def paragraphs(*texts):
    return "".join(f"<p>{text}</p>" for text in texts)


def article(*parts, after=""):
    return f"<main><article><h1>Harbour reopens after storm</h1><div>{''.join(parts)}</div>{after}</article></main>"


def read(body, head=""):
    title = "<title>Harbour reopens after storm | The Haven Post</title>"
    return extracted(body, title + head, url=URL)


def judged(body, head=""):
    try:
        return read(body, head).article.metadata.paywalled
    except ContentError as error:
        return error.code


FREE = '<script type="application/ld+json">{"@type": "NewsArticle", "isAccessibleForFree": true}</script>'
COPY = (
    '<script type="application/ld+json">{"@type": "NewsArticle", "articleBody": "'
    + " ".join(TOLD)
    + '"}</script>'
)
COUNT = '<script type="application/ld+json">{"@type": "NewsArticle", "wordCount": 900}</script>'
OTHERS = "".join(
    f"<div><h4><a href=/{n}>Story {n} of the day</a></h4><p>It came to nothing, the town said.</p></div>"
    for n in range(3)
)
WHOLE = article(paragraphs(*TOLD), after=OFFER)
FLASH_AND_BUTTON = article(paragraphs(TOLD[0]), after="<a class=btn href=/join>Subscribe</a>")
FLASH = article(paragraphs(TOLD[0]), after=OFFER)

THAI = (
    "ฝนตกหนักเมื่อคืนวันจันทร์ทำให้น้ำท่วมถนนสายหลักในเมือง การจราจรติดขัดหลายชั่วโมง",
    "เทศบาลคาดว่าน้ำจะลดลงภายในวันพุธ",
)

CASES = {
    "a brief above an offer": (WHOLE, "", True),
    "a brief above an offer, which is free": (WHOLE, FREE, None),
    "a brief above an offer, which the page has once more": (WHOLE, COPY, None),
    "a brief above an offer, of which the page counts more": (WHOLE, COUNT, "content.paywall"),
    "a brief that goes on below an offer": (
        article(paragraphs(*TOLD[:2]), OFFER, paragraphs(TOLD[2])),
        "",
        None,
    ),
    "a brief beside an offer": (f"{article(paragraphs(*TOLD))}<aside>{OFFER}</aside>", "", None),
    "a brief beside an offer that is not shown": (
        article(paragraphs(*TOLD), after=f"<div aria-hidden=true>{OFFER}</div>"),
        "",
        None,
    ),
    "a brief above a login": (
        article(paragraphs(*TOLD), after="<p>Already a subscriber? Log in</p>"),
        "",
        None,
    ),
    "a brief about a wall": (
        article(
            paragraphs("The paper asked its readers to subscribe to continue reading, it said.", *TOLD[1:])
        ),
        "",
        None,
    ),
    "a brief that begins with who may come": (
        article(paragraphs("For members only the club opens its hall on Saturday.", TOLD[1])),
        "",
        None,
    ),
    "a brief in a script without full stops, above an offer": (
        article(paragraphs(*THAI), after="<p>สมัครสมาชิกเพื่ออ่านต่อ</p>"),
        "",
        True,
    ),
    "one paragraph above what only a rule knows": (
        article(paragraphs(TOLD[0]), after="<p>Članak je dostupan samo pretplatnicima.</p>"),
        "",
        "content.paywall",
    ),
    "one paragraph above a button": (FLASH_AND_BUTTON, "", None),
    "one paragraph that trails off above a button": (
        FLASH_AND_BUTTON.replace("its wall.", "its wall…"),
        "",
        "content.paywall",
    ),
    "one paragraph above words for paying and for reading": (
        article(paragraphs(TOLD[0]), after="<p>Haberin tamamını yalnızca aboneler okuyabilir.</p>"),
        "",
        True,
    ),
    "two paragraphs above words for paying and for reading": (
        article(paragraphs(*TOLD[:2]), after="<p>Haberin tamamını yalnızca aboneler okuyabilir.</p>"),
        "",
        None,
    ),
    "a list whose entries have no full stops": (
        article(paragraphs(TOLD[0], *[TOLD[0][:-1]] * 2), after="<a class=btn href=/join>Subscribe</a>"),
        "",
        None,
    ),
    "a newsletter for subscribers": (
        article(paragraphs(TOLD[0]), after="<p>구독자 전용 뉴스레터를 받아보세요</p>"),
        "",
        None,
    ),
    "one paragraph above an offer": (FLASH, "", "content.paywall"),
    "one paragraph above an offer, which is free": (FLASH, FREE, None),
    "one paragraph, and an offer behind the article": (f"{article(paragraphs(TOLD[0]))}{OFFER}", "", True),
    "one paragraph, and far below an offer": (
        f"{article(paragraphs(TOLD[0]))}{OTHERS}{OFFER}",
        "",
        True,
    ),
    "a text that breaks off above an offer": (
        article(paragraphs(*TOLD[:2], "The wall was built in…"), after=OFFER),
        "",
        "content.paywall",
    ),
    "a longer text that breaks off above an offer": (
        article(paragraphs(*[TOLD[0] * 2] * 5, "The wall was built in…"), after=OFFER),
        "",
        True,
    ),
    "a longer text above an offer": (article(paragraphs(*[TOLD[0] * 2] * 5), after=OFFER), "", None),
    "two paragraphs above an offer, and teasers below it": (
        article(paragraphs(*TOLD[:2]), after=OFFER) + OTHERS,
        "",
        True,
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_a_short_text_is_judged_by_its_end_and_by_where_the_wall_stands(name):
    body, head, expected = CASES[name]
    found = judged(body, head)
    assert (found or None) == expected


def test_the_words_of_the_wall_are_told_as_the_reason():
    found = read(WHOLE)
    assert [claim.value for claim in found.chosen if claim.field == "paywalled"] == [
        "subscribe to read the full story"
    ]
    assert any("subscribe to read the full story" in warning for warning in found.warnings)
    assert tuple(block.text for block in found.article.body) == TOLD


@pytest.mark.parametrize(
    "example", [one for one in examples("walls") if "notice" in one], ids=lambda example: example["text"]
)
def test_what_a_row_below_a_text_says(example):
    found = read_notice_below(Row(printed=example["text"]), gate_of(load()))
    assert (found.name.lower() if found is not None else "") == example["notice"]


DIALOG = (
    "<div role=dialog><h2>We value your privacy</h2><p>We and our 842 partners store and/or access information on"
    " a device.</p><button>Accept all</button><button>Reject all</button></div>"
)
FORM = "<form><p>Prove you are human: verify that you are not a robot</p><div class=g-recaptcha></div></form>"


@pytest.mark.parametrize("other", [DIALOG, FORM])
def test_one_sentence_below_the_headline_of_the_title_is_no_wall(other):
    assert not judged(f"{other}{article(paragraphs(TOLD[0]))}")
    assert not judged(f"{article(paragraphs(TOLD[0]))}{other}")


def test_a_missing_page_with_a_date_and_teasers():
    teasers = "".join(f"<div><h4><a href=/{n}>Story {n}</a></h4><p>{TOLD[0]}</p></div>" for n in range(4))
    body = f"<article><h1>Page not found</h1><p>The page you were looking for may have been moved.</p></article>{teasers}"
    dated = '<meta property="article:published_time" content="2024-05-03T10:00:00Z">'
    assert judged(body, dated) == "content.soft_404"


def test_a_section_by_the_name_in_its_address():
    teasers = "".join(
        f"<article><h3><a href=/sport/{n}>Story {n}</a></h3><p>{TOLD[0]}</p></article>" for n in range(5)
    )
    html = f"<html><title>Sport</title><body><h1>Sport</h1><p>All the news of our teams.</p>{teasers}</body></html>"
    address = "https://example.org/sport/"
    with pytest.raises(ContentError) as refused:
        extract(Page(url=address, requested_url=address, body=html.encode()), load())
    assert refused.value.code == "content.not_article"
