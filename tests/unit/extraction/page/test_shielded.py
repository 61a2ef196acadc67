"""E-mail addresses that a proxy hides from robots."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsgrab.extraction.page.shielded import unshielded
from tests.pages import extracted

SHOWN = (
    '<a href="/cdn-cgi/l/email-protection" class="__cf_email__" data-cfemail="{}">[email&#160;protected]</a>'
)
STORY = "The harbour of Port Haven reopened on Friday after the storm, and forty boats left it before noon. "
ADDRESSES = st.from_regex(r"[a-z0-9.]{1,20}@[a-zü0-9-]{1,20}\.[a-z]{2,6}", fullmatch=True)


def shield(address, key=0x5C):
    return f"{key:02x}" + "".join(f"{byte ^ key:02x}" for byte in address.encode())


@given(ADDRESSES, st.integers(0, 255))
def test_an_address_comes_back_as_it_was(address, key):
    assert unshielded(f"<p>{SHOWN.format(shield(address, key))}</p>") == f"<p>{address}</p>"


def test_an_article_has_the_address_that_its_readers_see():
    hidden = shield("desk@post.example")
    link = f'<a href="/cdn-cgi/l/email-protection#{hidden}">the desk</a>'
    body = (
        f"<article><h1>Harbour reopens</h1><p>{STORY * 2}</p><p>{STORY}The owner, {link}, and "
        f"{SHOWN.format(shield('harbour@haven.example'))} answered all.</p><p>{STORY * 2}</p></article>"
    )
    article = extracted(body).article
    assert article.body[1].text.endswith("The owner, the desk, and harbour@haven.example answered all.")
    assert [link.url for link in article.links] == ["mailto:desk@post.example"]


@pytest.mark.parametrize(
    "hidden", ["", "7a", "7a1", "zz1b3a", shield("<b>@post.example"), shield("no address"), "0080"]
)
def test_what_hides_no_address_stays(hidden):
    assert unshielded(SHOWN.format(hidden)) == SHOWN.format(hidden)
