"""Walks over sitemaps: levels, circles, changes, and troubles of a part."""

import pytest

from newsgrab.errors import NotFeed, NotFound
from newsgrab.follow.discovery import discover
from newsgrab.follow.memory import Version
from newsgrab.follow.survey import MOST_LISTS, ListReader, survey
from newsgrab.inputs.index import read_index
from newsgrab.model import Page

ROOT = "https://example.org/sitemap.xml"


def sitemap(*urls):
    return "<urlset>" + "".join(f"<url><loc>{url}</loc></url>" for url in urls) + "</urlset>"


def index(*parts):
    entries = (f"<sitemap><loc>{url}</loc><lastmod>{date}</lastmod></sitemap>" for url, date in parts)
    return "<sitemapindex>" + "".join(entries) + "</sitemapindex>"


class Site:
    """Pages by address, what was asked for, and which version is current."""

    def __init__(self, **pages):
        self.pages = {f"https://example.org/{name}": body for name, body in pages.items()}
        self.asked: list[str] = []

    def ask(self, url, validators):
        self.asked.append(url.rpartition("/")[2])
        if url not in self.pages:
            raise NotFound("there is no such page", status=404)
        body = self.pages[url].encode()
        etag = f'"{hash(body)}"'
        unchanged = validators is not None and validators.etag == etag
        return Page(
            url=url,
            requested_url=url,
            status=304 if unchanged else 200,
            headers=(("ETag", etag),),
            body=b"" if unchanged else body,
        )

    def survey(self, name, known=None):
        self.asked.clear()
        return survey(f"https://example.org/{name}", ListReader(ask=self.ask, read=read_index), known or {})

    def discover(self, name):
        self.asked.clear()
        return discover(f"https://example.org/{name}", ListReader(ask=self.ask, read=read_index))


def paths(found):
    return [listing.url.removeprefix("https://example.org/") for listing in found.listings]


def at(*names):
    return [f"https://example.org/{name}" for name in names]


def test_an_index_is_walked_the_newest_part_first():
    site = Site(
        root=index((at("old")[0], "2024-04-30"), (at("new")[0], "2024-05-03")),
        old=sitemap(*at("1")),
        new=sitemap(*at("2", "3")),
    )
    found = site.survey("root")
    assert paths(found) == ["2", "3", "1"]
    assert site.asked == ["root", "new", "old"]


def test_only_parts_with_another_date_are_read_again():
    site = Site(
        root=index(*((url, "2024-04-30") for url in at("a", "b"))), a=sitemap(*at("1")), b=sitemap(*at("2"))
    )
    first = site.survey("root")
    site.pages.update(
        zip(
            at("root", "b"),
            (index((at("a")[0], "2024-04-30"), (at("b")[0], "2024-05-01")), sitemap(*at("3"))),
            strict=True,
        )
    )
    second = site.survey("root", first.versions)
    assert (paths(second), site.asked) == (["3"], ["root", "b"])
    assert set(second.versions) == set(at("a", "b"))


def test_a_list_that_has_not_changed_is_not_sent_again():
    site = Site(news=sitemap(*at("1")))
    first = site.survey("news")
    second = site.survey("news", first.versions)
    assert (second.kind, paths(second), second.versions) == (None, [], first.versions)


def test_circles_and_depth_end():
    site = Site(
        a=index((at("a")[0], ""), (at("b")[0], ""), (at("few")[0], "")),
        few=sitemap(*at("2")),
        b=index((at("a")[0], ""), (at("c")[0], "")),
        c=index((at("d")[0], "")),
        d=index((at("deep")[0], "")),
        deep=sitemap(*at("1")),
    )
    found = site.survey("a")
    assert paths(found) == ["2"]
    assert site.asked == ["a", "b", "few", "c", "d"]


@pytest.mark.parametrize(
    "parts",
    [{"a": ["a"]}, {"a": ["b"], "b": ["a"]}, {"a": ["b"], "b": ["c"], "c": ["d"], "d": ["e"]}, {"a": []}],
)
def test_an_index_that_leads_to_no_list_is_told(parts):
    site = Site(**{name: index(*((at(part)[0], "") for part in named)) for name, named in parts.items()})
    with pytest.raises(NotFeed, match="leads to no list"):
        site.survey("a")


def test_an_index_whose_lists_have_not_changed_leads_to_them_all_the_same():
    site = Site(root=index((at("a")[0], "2024-05-01")), a=sitemap(*at("1")))
    known = site.survey("root").versions
    assert paths(site.survey("root", known)) == []


def test_three_levels_of_index_are_read():
    site = Site(
        a=index((at("b")[0], "")), b=index((at("c")[0], "")), c=index((at("d")[0], "")), d=sitemap(*at("1"))
    )
    assert paths(site.survey("a")) == ["1"]


def test_so_many_parts_a_pass():
    names = [f"part{number}" for number in range(MOST_LISTS + 50)]
    site = Site(
        root=index(*((url, "2024-05-01") for url in at(*names))),
        **{name: sitemap(*at(f"of-{name}")) for name in names},
    )
    first = site.survey("root")
    second = site.survey("root", first.versions)
    assert len(first.listings) == MOST_LISTS - 1
    assert sorted(paths(first) + paths(second)) == sorted(f"of-{name}" for name in names)


def test_so_many_articles_a_pass():
    names = ("a", "b", "c")
    site = Site(
        root=index(*((url, "2024-05-01") for url in at(*names))),
        **{name: sitemap(*at(*(f"{name}-{number}" for number in range(30_000)))) for name in names},
    )
    first = site.survey("root")
    assert (len(first.listings), set(first.versions)) == (60_000, set(at("a", "b")))
    second = site.survey("root", first.versions)
    assert (len(second.listings), site.asked) == (30_000, ["root", "c"])


def test_a_part_that_fails_is_told_and_the_others_go_on():
    site = Site(root=index((at("gone")[0], ""), (at("a")[0], "")), a=sitemap(*at("1")))
    found = site.survey("root")
    assert paths(found) == ["1"]
    assert [(trouble.url, trouble.error.code) for trouble in found.troubles] == [
        (at("gone")[0], "http.not_found")
    ]


def test_the_address_itself_must_be_readable():
    with pytest.raises(NotFound):
        Site().survey("root")


FEED = "<rss><channel><item><link>https://example.org/2024/05/03/from-the-feed</link></item></channel></rss>"
LINK = "<h2><a href='/2024/05/03/from-the-page'>A story from the page</a></h2>"


def page(*feeds, body=LINK):
    links = "".join(f"<link rel=alternate type=application/rss+xml href=/{feed}>" for feed in feeds)
    return f"<html><head>{links}</head><body>{body}</body></html>"


def test_a_home_page_leads_to_its_feed():
    found = Site(**{"": page("rss"), "rss": FEED}).discover("")
    assert (found.url, paths(found.survey)) == ("https://example.org/rss", ["2024/05/03/from-the-feed"])


def test_a_feed_that_does_not_work_is_passed_over():
    found = Site(**{"": page("gone", "wrong", "rss"), "wrong": page(), "rss": FEED}).discover("")
    assert found.url == "https://example.org/rss"
    found = Site(**{"": page("gone")}).discover("")
    assert (found.url, paths(found.survey)) == ("https://example.org/", ["2024/05/03/from-the-page"])


def test_a_home_page_without_a_feed_leads_to_the_news_sitemap():
    robots = "User-agent: *\nSitemap: https://example.org/all.xml\nSitemap: https://example.org/news.xml\n"
    site = Site(
        **{"": page(), "robots.txt": robots, "news.xml": sitemap(*at("1")), "all.xml": sitemap(*at("2"))}
    )
    assert site.discover("").url == "https://example.org/news.xml"
    del site.pages["https://example.org/news.xml"]
    assert site.discover("").url == "https://example.org/"


def test_a_section_is_not_widened_to_the_whole_site():
    assert Site(sport=page("rss"), rss=FEED).discover("sport").url == "https://example.org/sport"
    assert (
        Site(sport=page("sport.rss"), **{"sport.rss": FEED}).discover("sport").url
        == "https://example.org/sport.rss"
    )


def test_a_page_with_nothing_to_follow_is_refused():
    with pytest.raises(NotFeed):
        Site(about=page(body="<p>About us</p>")).discover("about")


def test_versions_are_kept_for_parts_whose_turn_has_not_come():
    known = {at("a")[0]: Version(modified="2024-05-01")}
    site = Site(root=index((at("a")[0], "2024-05-01")))
    assert site.survey("root", known).versions == known
