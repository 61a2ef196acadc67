"""Where titles of pages set no spaces: what prints the beginning of one is the headline."""

import pytest

from newsgrab import extract

TOLD = "17日傍晚六点，江北老渡口的最后一班渡船离岸，大多数人是来告别的，也有人只是路过，在岸边站了很久。"
HEADLINE = "江北老渡口开了最后一班船"


def headline(title, printed):
    page = f"<meta charset=utf-8><title>{title}</title>{printed}{f'<p>{TOLD}</p>' * 5}"
    return extract(page).to_dict()["headline"]


@pytest.mark.parametrize(
    "end", ["_江北_海港网", "-海港网", "--海港周报官网", " 办事处_海港网", "-HPN 海港", ""]
)
@pytest.mark.parametrize(
    "printed", ["<h2>{}</h2>", "<div class=h-title>{}</div>", "<h4>{}</h4>", "<td><b>{}</b></td>"]
)
def test_the_printed_beginning_of_a_title_is_the_headline(printed, end):
    assert headline(HEADLINE + end, printed.format(HEADLINE)) == HEADLINE


@pytest.mark.parametrize("end", ["_江北_海港网", "-海港网", ""])
def test_a_site_is_cut_off_a_title_alone(end):
    assert headline(HEADLINE + end, "") == HEADLINE


def test_a_hyphen_in_a_headline_stays():
    assert headline("江北老渡口-老码头今天起一同停航", "") == "江北老渡口-老码头今天起一同停航"
