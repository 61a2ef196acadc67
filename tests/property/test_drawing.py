"""Text is text: whatever a page says, the drawing has the same elements, and says it to the letter."""

from hypothesis import given
from hypothesis import strategies as st
from lxml.html import document_fromstring

from newsgrab.model import Article, Block, Candidate, Claim, Extraction, Image, Kind, Metadata, Removal
from newsgrab.text import without_controls
from newsgrab.writers import drawing

MARKUP = ("<script>alert(1)</script>", "</style>", '" onload="x', "' style='x", "<!--", "]]>", "&lt;", "&#60;", "<img src=x>",
          "</article></main>", "javascript:x", "\u202e", "\x00", "\x1b", "\x85", "\ud800", "--hue: 1; }", "<base href=//x>")  # fmt: skip
TEXTS = st.lists(st.sampled_from(MARKUP) | st.text(min_size=1, max_size=8), min_size=1, max_size=4).map(
    "".join
)
SLOTS = 12


def extraction_of(words):
    """Put texts wherever a page's text can come to stand."""
    (headline, standfirst, kept, gone, rule, caption, credit, alternative, url, locator, reason, warning) = (
        words
    )
    image = Image(url=url, caption=caption, credit_line=credit, alt_text=alternative)
    figure = Block(kind=Kind.FIGURE, text="", images=(image,))
    kinds = (Kind.PARAGRAPH, Kind.HEADING, Kind.QUOTATION, Kind.TABLE, Kind.CODE, Kind.LIST_ITEM)
    blocks = (
        *(Block(kind=kind, text=f"kept {kept} a") for kind in kinds),
        Block(kind=Kind.EMBED, text="kept", href=url),
        Block(kind=Kind.PARAGRAPH, text=f"gone {gone} rest a"),
        Block(kind=Kind.PARAGRAPH, text=f"gone {gone}"),
        figure,
    )
    metadata = Metadata(
        headline=f"a{headline}", standfirst=f"a{standfirst}", language=locator, authors=(kept,)
    )
    claims = tuple(
        Claim(field=field, value=reason, origin=origin, locator=locator)
        for field in ("headline", "standfirst", "authors")
        for origin in (f"a{rule}", f"b{rule}")
    )
    return Extraction(
        article=Article(metadata=metadata, body=(), images=(image,)),
        blocks=blocks,
        removals=tuple(Removal(rule=f"a{rule}", text=f"gone {gone}", block=place) for place in (7, 8)),
        claims=claims,
        chosen=claims[::2],
        candidate=Candidate(locator=locator, reason=reason, others=(reason,)),
        warnings=(warning,),
    )


def tree_of(words):
    return document_fromstring(drawing.write(extraction_of(words), target=words[0]))


def structure(tree):
    """Return every element with the names of its attributes, and the classes that ours have."""
    return [(each.tag, sorted(each.keys()), each.get("class")) for each in tree.iter()]


PLAIN = structure(tree_of(["x", "y", "x", "x", "x.x", "v", "w", "u", "x", "x", "x", "x"]))


@given(st.lists(TEXTS, min_size=SLOTS, max_size=SLOTS))
def test_no_text_changes_what_is_drawn(words):
    different = [f"{number}{text}" for number, text in enumerate(words)]  # an alternative is no caption
    assert structure(tree_of(different)) == PLAIN


@given(st.lists(TEXTS, min_size=SLOTS, max_size=SLOTS))
def test_every_text_is_said_to_the_letter(words):
    said = "".join(tree_of(words).xpath("string()").split())
    for text in (words[index] for index in (0, 1, 2, 3, 4, 5, 6, 9, 10, 11)):
        assert "".join(without_controls(text).split()) in said
