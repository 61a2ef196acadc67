"""Addresses that a page prints, as they come into the article."""

from newsgrab.extraction import extract
from newsgrab.extraction.page.links import absolute
from newsgrab.model import Page
from newsgrab.rules import load
from newsgrab.rules.addresses import load_addresses
from newsgrab.writers import markdown
from newsgrab.writers.frontmatter import named_fields

SITE = "https://me:sesame@example.org"
TEXT = "The harbour of Port Haven reopened on Friday, three days after the storm that broke half of its pier."
JSON_LD = f"""<script type="application/ld+json">
{{"@type": "NewsArticle", "headline": "Harbour reopens", "url": "{SITE}/a", "mainEntityOfPage": "{SITE}/a",
"image": ["{SITE}/a.jpg"], "license": "{SITE}/terms", "author": {{"name": "Jane Doe", "url": "{SITE}/jane"}},
"publisher": {{"name": "The Haven Post", "logo": "{SITE}/logo.png"}}}}</script>"""
PAGE = f"""<!doctype html><html lang=en><head><title>Harbour reopens</title><base href="{SITE}/2024/">{JSON_LD}
<link rel=canonical href="{SITE}/a"><meta property="og:url" content="{SITE}/a">
<meta property="og:image" content="{SITE}/a.jpg"><link rel=license href="{SITE}/terms"></head>
<body><article><h1>Harbour reopens</h1><figure><img src="a.jpg" srcset="{SITE}/b.jpg 1200w" alt="A pier">
<figcaption>The pier on Friday.</figcaption></figure>
<p>{TEXT}</p><p>{TEXT.replace("storm", '<a href="//me:sesame@example.org/@storm?id=1">storm</a>')}</p>
<iframe src="{SITE}/embed/1"></iframe><video src="{SITE}/film.mp4"></video>
</article></body></html>"""


def test_no_password_of_an_address_comes_into_the_file():
    extraction = extract(Page(url=f"{SITE}/a", requested_url=None, body=PAGE.encode()), load())
    written = f"{named_fields(extraction, None, profile='newsgrab')}{markdown.write(extraction.article)}"
    assert "sesame" not in written
    assert "[storm](https://example.org/@storm?id=1)" in written


def test_an_address_for_mail_keeps_its_name():
    assert absolute("mailto:desk@example.org", SITE) == "mailto:desk@example.org"


def test_a_link_loses_what_only_tracks_as_an_identity_does():
    drops = load_addresses().tracking
    assert not [url for drop in drops for url in drop.strips if absolute(url, SITE) == url]
    assert not [url for drop in drops for url in drop.keeps if absolute(url, SITE) != url]
