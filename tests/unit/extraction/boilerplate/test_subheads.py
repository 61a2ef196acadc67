"""A subhead among subheads stays, whatever it sounds like; what stands over a box goes."""

from tests.pages import extracted

TOLD = (
    "The harbour club lived for years on what the town gave it, and this year that is less than ever before."
)
RAISED = (
    "Last year the people of Port Haven gave 40,000 crowns, its chair Ada Roe said on Friday, more than ever."
)
LINKS = (
    "<ul><li><a href='/1'>Harbour shut for a week</a></li><li><a href='/2'>Ferry sold abroad</a></li></ul>"
)


def headings(inside):
    read = extracted(f"<h1>How the club earns its money</h1><article>{inside}</article>")
    return [block.text for block in read.article.body if block.level]


def test_a_subhead_among_subheads_stays():
    text = f"<p>{TOLD}</p><h2>The town</h2><p>{TOLD}</p><h2>Newsletter</h2><p>{RAISED}</p>"
    assert headings(text) == ["The town", "Newsletter"]


def test_what_stands_over_a_box_goes():
    text = f"<p>{TOLD}</p><h2>The town</h2><p>{TOLD}</p><h2>Related stories</h2>{LINKS}<p>{RAISED}</p>"
    assert headings(text) == ["The town"]


def test_a_label_of_another_level_goes():
    text = f"<p>{TOLD}</p><h2>The town</h2><p>{TOLD}</p><h6>Advertisement</h6><p>{RAISED}</p>"
    assert headings(text) == ["The town"]


def test_a_heading_alone_goes():
    assert headings(f"<p>{TOLD}</p><h2>Newsletter</h2><p>{RAISED}</p>") == []
