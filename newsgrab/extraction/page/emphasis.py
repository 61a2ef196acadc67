"""How a line is set apart from others: bold, slanted, alone in its box."""

from __future__ import annotations

from newsgrab.extraction.page.element import Element

_EMPHASIS = frozenset({"em", "i", "strong", "b", "br"})


def stands_out(element: Element) -> bool:
    """Tell whether all words of a paragraph are bold, or slanted."""
    return is_bold(element) or is_emphasised(element)


def is_emphasised(element: Element) -> bool:
    """Tell whether all words of a paragraph are slanted or bold."""
    plain_words = (element.text, *(child.tail for child in element.children))
    return (
        element.tag == "p"
        and not "".join(plain_words).strip()
        and all(child.tag in _EMPHASIS for child in element.children)
    )


def is_bold(element: Element) -> bool:
    """Tell whether a line is bold as a whole."""
    if element.tag in ("strong", "b"):
        return True
    inner = [child for child in element.children if child.tag in ("strong", "b")]
    return (
        len(inner) == 1
        and len(element.children) <= 2
        and not element.text.strip()
        and not inner[0].tail.strip()
    )


def is_boxed(element: Element) -> bool:
    """Tell whether an element is alone in a box of a name."""
    above = element.parent
    return above is not None and len(above.children) == 1 and bool(above.get("class"))
