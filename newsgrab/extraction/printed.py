"""What is printed around the article."""

from __future__ import annotations

from dataclasses import dataclass

from lxml.html import HtmlElement

from newsgrab.model import Claim


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Printed:
    """The printed claims, and the elements whose words are fields and not body."""

    claims: tuple[Claim, ...] = ()
    headline: HtmlElement | None = None
    standfirst: tuple[HtmlElement, ...] = ()
    byline: HtmlElement | None = None
