"""Lines that lead to the site's own channels go, in any language; news of somebody else's channel stays."""

import pytest

from newsgrab.extraction.boilerplate.channels import Channels
from newsgrab.model import Block, Inline, Kind

SITE = "https://www.haven-post.example/2024/05/ferry"


def reason(text, *links, kind=Kind.PARAGRAPH):
    """Return why a line goes whose last words are links."""
    inlines = (Inline(text), *(Inline(words, href) for words, href in links))
    block = Block(kind=kind, text="".join(one.text for one in inlines), inlines=inlines)
    return Channels(SITE).reason_of(block)


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("Fique a par no ", [("Facebook", "https://www.facebook.com/HavenPost/")]),
        ("Kövess: ", [("X", "https://x.com/haven_post"), (", YouTube", "https://youtube.com/@havenpost")]),
        ("Čtěte nás v ", [("Google Zprávy", "https://news.google.com/publications/CAAq")]),
        ("Ulashing: ", [("WhatsApp", "https://whatsapp.com/channel/0029Va")]),
        ("Our news is on ", [("Telegram", "https://t.me/havenpost_news"), (".", None)]),
    ],
)
def test_a_line_to_the_sites_own_channels_goes(text, links):
    assert reason(text, *links) == "structure.channel"


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("The mayor said so on ", [("Telegram", "https://t.me/mayor_of_haven")]),
        ("The video was first shown in ", [("a post", "https://x.com/havenpost/status/12")]),
        ("He told it to ", [("the paper", "https://haven-post.example/a")]),
        (
            "It is on ",
            [("our page", "https://facebook.com/havenpost"), (" and here", "https://council.example/x")],
        ),
        ("A long paragraph of news. " * 8, [("Facebook", "https://facebook.com/havenpost")]),
        ("No link at all.", []),
        (
            "Police warn of an ",
            [("app", "https://play.google.com/store/apps/details?id=x"), (" of thieves.", None)],
        ),
        ("She said so to ", [("The Haven Post", "https://youtube.com/@havenpost"), (" on Friday.", None)]),
        ("On ", [("Facebook", "https://facebook.com/friends-of-the-haven-post-office"), (" they met", None)]),
    ],
)
def test_other_lines_stay(text, links):
    assert reason(text, *links) is None


def test_a_site_of_a_short_name_has_no_channels_by_name():
    block = Block(kind=Kind.PARAGRAPH, text="X", inlines=(Inline("X", "https://x.com/abc"),))
    assert Channels("https://abc.example/a").reason_of(block) is None
