"""Imported where processes that read pages are copied from: each then has rules and patterns from the start.

A process that had to make them would be late with its first pages, and a long run has many.
"""

from __future__ import annotations

from contextlib import suppress

from newsgrab.batch.readers import read_page
from newsgrab.errors import NewsgrabError
from newsgrab.model import Page

_URL = "https://example.org/a"
_PAGE = """<!DOCTYPE html><html lang="en"><head><title>The harbour reopens</title>
<script type="application/ld+json">{"@type": "NewsArticle", "headline": "The harbour reopens",
"datePublished": "2024-05-03T09:00:00+02:00", "author": {"@type": "Person", "name": "Ann Lee"}}</script>
</head><body><nav><a href="/">Home</a></nav><main><article><h1>The harbour reopens</h1>
<p class="byline">By Ann Lee</p><time datetime="2024-05-03T09:00:00+02:00">3 May 2024</time>
<figure><img src="/a.jpg" alt="Ships"><figcaption>Ships in May. Photo: Bo Lind/Agency</figcaption></figure>
<p>The harbour opened again on Friday after two years of works, the city's council said in a statement.</p>
<p>“We are very glad to see the first ships come in,” said Maria Olsen, the harbour master, who had asked
for the works in 2019. According to the ministry, they cost €12 million.</p>
<ul><li><a href="/b">More on this story</a></li></ul>
<p>Officials who spoke on condition of anonymity told the newspaper that a third pier may follow.</p>
<p>Sign up for our newsletter.</p></article></main><footer>All rights reserved.</footer></body></html>"""

with suppress(NewsgrabError):  # what is wrong with the rules is for a page to say
    read_page(None, Page(url=_URL, requested_url=_URL, body=_PAGE.encode()))
