"""readability-lxml is asked only where nothing else settles where the body is, and only for a place."""

from newsgrab import extract

SENTENCE = (
    "The ferry to the islands ran again on Friday, the harbour authority said, after three days of storm. "
)
REMARK = "Visitors of this board have been talking of boats, of nets and of the weather since last spring. "


def page(*cells):
    return f"<html><head><title>Ferry runs again</title></head><body>{''.join(cells)}</body></html>"


def cell(name, text, times):
    return f"<div class='{name}'>{f'<p>{text}</p>' * times}</div>"


def test_a_vote_decides_between_parts_that_none_outweighs():
    extraction = extract(
        page(cell("a", SENTENCE, 7), cell("b", REMARK, 1), cell("c", REMARK, 1), cell("d", REMARK, 1))
    )
    assert "readability-lxml's vote" in extraction.candidate.reason
    assert {block.text for block in extraction.article.body} == {SENTENCE.strip()}


def test_a_settled_place_is_not_put_to_the_vote():
    extraction = extract(page(cell("a", SENTENCE, 9), cell("b", REMARK, 1)))
    assert "vote" not in extraction.candidate.reason


def test_what_is_no_character_does_not_disturb_the_vote():
    extraction = extract(page(cell("a", SENTENCE + "\uffff", 7), *(cell(name, REMARK, 1) for name in "bcd")))
    assert "readability-lxml's vote" in extraction.candidate.reason
