import pytest

from newsgrab.errors import Login, SoftNotFound
from newsgrab.fetching.address import read
from newsgrab.fetching.landing import is_landing, landings, require_article_address
from tests.server.site import page, redirect

TAKES = [(kind.kind, url) for kind in landings().values() for url in kind.takes]
LEAVES = [(kind.kind, url) for kind in landings().values() for url in kind.leaves]


@pytest.mark.parametrize(("kind", "url"), TAKES)
def test_takes(kind, url):
    assert is_landing(url, kind)


@pytest.mark.parametrize(("kind", "url"), LEAVES)
def test_leaves(kind, url):
    assert not is_landing(url, kind)


@pytest.mark.parametrize("url", ["https://example.org/", "https://example.org/login"])
def test_what_was_asked_for_by_name_is_not_judged_here(url):
    require_article_address(read(url), read(url.replace("example", "www.example")))


@pytest.mark.parametrize(
    ("end", "kind"),
    [("/login?next=/a", Login), ("/", SoftNotFound), ("/index.html", SoftNotFound), ("/404", SoftNotFound)],
)
def test_a_redirect_that_ends_at_no_article(site, refused, end, kind):
    site.answer("/2024/05/harbour-reopens", redirect(end))
    site.answer(end, page("<p>Not the article"))
    refused(site.url("/2024/05/harbour-reopens"), kind)
    assert site.paths == ["/2024/05/harbour-reopens", end]


def test_a_login_on_the_way_to_the_article_does_no_harm(site, fetch):
    site.answer("/a", redirect("/login"))
    site.answer("/login", redirect("/a/full"))
    site.answer("/a/full", page("<p>The article"))
    assert fetch(site.url("/a")).url == site.url("/a/full")
