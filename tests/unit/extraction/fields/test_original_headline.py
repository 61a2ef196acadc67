"""What a piece was called where it came from is a field of its own, and no line of the text."""

import pytest

from newsgrab import extract

TOLD = "17日傍晚六点，江北老渡口的最后一班渡船离岸，大多数人是来告别的，也有人只是路过，在岸边站了很久。"


@pytest.mark.parametrize(
    "line",
    [
        "<p>（原标题：江北告别渡船！）</p>",
        "<p>　　原标题：江北告别渡船！</p>",
        "<li>原标题：《江北告别渡船！》</li>",
    ],
)
def test_the_first_headline_is_an_alternative_one(line):
    page = (
        f"<meta charset=utf-8><title>老渡口</title><h1>老渡口开了最后一班船</h1>{line}{f'<p>{TOLD}</p>' * 5}"
    )
    article = extract(page).to_dict()
    assert article["alternative_headline"] == "江北告别渡船！"
    assert article["paragraphs"] == [TOLD] * 5 or article["paragraphs"] == [TOLD]


def test_a_first_headline_that_is_the_headline_is_none():
    line = "<p>原标题：老渡口开了最后一班船</p>"
    page = (
        f"<meta charset=utf-8><title>老渡口</title><h1>老渡口开了最后一班船</h1>{line}{f'<p>{TOLD}</p>' * 5}"
    )
    article = extract(page).to_dict()
    assert "alternative_headline" not in article
    assert not any("原标题" in text for text in article["paragraphs"])
