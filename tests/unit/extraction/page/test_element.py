"""Our elements say what the parser's say."""

import gc
import weakref
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsgrab.errors import Empty, TooComplex
from newsgrab.extraction.page.document import opened, parse
from newsgrab.extraction.page.tree import tree_of
from newsgrab.model import Page

TAGS = st.sampled_from(["div", "p", "span", "b", "a", "ul", "li", "h1", "table", "td", "br", "img"])
WORDS = st.text(alphabet="ab é\n\t港", max_size=6)
NAMES = st.dictionaries(st.sampled_from(["class", "id", "href", "hidden"]), st.sampled_from(["", "x", "y z"]))


def written(node):
    tag, names, before, inside, after = node
    attributes = "".join(f' {name}="{value}"' for name, value in names.items())
    return f"<{tag}{attributes}>{before}{''.join(map(written, inside))}</{tag}>{after}"


NODES = st.recursive(
    st.tuples(TAGS, NAMES, WORDS, st.just([]), WORDS),
    lambda inner: st.tuples(TAGS, NAMES, WORDS, st.lists(inner, max_size=4), WORDS),
    max_leaves=25,
)
PAGES = st.lists(NODES, max_size=5).map(
    lambda nodes: f"<html><body>{''.join(map(written, nodes))}</body></html>"
)


SOUP = st.lists(
    st.sampled_from(
        "<html> </html> <head> </head> <body> </body> <div> </div> <p> </p> <a> </a> <table> <tr> <td> </table>"
        " <ul> <li> </ul> <br> <img> <script>1<2</script> <!--note--> &amp; &#8; &nbsp; < > words".split()
    ),
    min_size=1,
    max_size=20,
).map(" ".join)


def read(page):
    return parse(Page(url=None, requested_url=None, body=page.encode()))


def both(page):
    document = read(page)
    return list(tree_of(document).iter("*")), document.root.page


@given(PAGES)
def test_each_element_says_what_the_parsers_does(page):
    sources, elements = both(page)
    ours = dict(zip(sources, elements, strict=True))
    for source, element in ours.items():
        assert element.tag == source.tag
        assert element.attributes == dict(source.attrib)
        assert (element.text, element.tail) == (source.text or "", source.tail or "")
        assert element.words() == "".join(source.itertext())
        assert element.length == len(element.words())
        assert list(element.children) == [ours[child] for child in source]
        assert list(element.above()) == [ours[above] for above in source.iterancestors()]
        assert element.next is ours.get(source.getnext())
        assert element.previous is ours.get(source.getprevious())


@given(PAGES)
def test_what_is_inside_is_found_by_tag_in_document_order(page):
    sources, elements = both(page)
    ours = dict(zip(sources, elements, strict=True))
    for source, element in ours.items():
        assert list(element.within()) == [ours[one] for one in source.iter("*")]
        assert list(element.inside("p", "b")) == [ours[one] for one in source.iterdescendants("p", "b")]
        assert element.has("p", "b") == any(True for _ in source.iterdescendants("p", "b"))
        assert all(one.is_in(element) for one in element.within())
        assert not any(above.is_in(element) for above in element.above())


def test_the_opening_is_the_first_words_of_the_first_inside():
    _, elements = both("<html><body><div> <p><b> By Jane </b> Doe</p></div><p>On Friday</p></body></html>")
    openings = {element.tag: element.opening for element in elements[2:]}
    assert openings == {"div": "By Jane", "p": "On Friday", "b": "By Jane"}


@given(SOUP)
def test_what_is_left_open_or_closed_twice_is_mended_as_the_parser_does(soup):
    sources, elements = both("<div>" + soup)
    assert [one.tag for one in elements] == [source.tag for source in sources]
    for source, element in zip(sources, elements, strict=True):
        assert (element.text, element.tail) == (source.text or "", source.tail or "")
        assert len(element.children) == len(source)


def test_a_page_of_a_declaration_alone_is_empty():
    with pytest.raises(Empty):
        read("<!doctype html>")


def test_elements_nested_too_deep():
    with pytest.raises(TooComplex, match="nested too deep"):
        read("<div>" * 3_000 + "words")


def test_a_page_that_could_not_be_read_leaves_nothing_to_the_next():
    with pytest.raises(TooComplex):
        read("<div>words" * 3_000)
    root = read("<p>One</p>").root
    assert root.words() == "One"
    assert [one.tag for one in root.page] == ["html", "body", "p"]


def test_pages_read_at_once_are_not_mixed_up():
    pages = [f"<ul>{f'<li class=x{number}>{number}</li>' * 300}</ul>" for number in range(8)]
    with ThreadPoolExecutor(4) as threads:
        roots = [document.root for document in threads.map(read, pages * 5)]
    assert [root.words() for root in roots] == [str(number) * 300 for number in range(8)] * 5


def test_the_elements_of_a_page_that_is_read_are_not_kept_until_garbage_is_searched_for():
    gc.disable()
    try:
        with opened(
            Page(url=None, requested_url=None, body=b"<ul><li>One</li><li>Two</li></ul>")
        ) as document:
            assert len(list(document.root.inside("li"))) == 2
            gone = weakref.ref(document.root.page)
        del document
        assert gone() is None
    finally:
        gc.enable()
