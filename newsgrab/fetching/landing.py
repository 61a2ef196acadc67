"""Where a redirect ended: at an article's address, or at a login, an error or the front page."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from newsgrab.datafiles import read_toml
from newsgrab.errors import Login, RuleError, SoftNotFound
from newsgrab.fetching.address import Target
from newsgrab.urls import without_tracking

FILE = Path(__file__).with_name("landings.toml")

_ENDING = re.compile(r"\.(html?|php|aspx?|jsp|shtml)$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Landing:
    """A kind of page that a redirect may end at, with its proof."""

    kind: str
    words: frozenset[str]
    takes: tuple[str, ...]
    leaves: tuple[str, ...]


@cache
def landings() -> dict[str, Landing]:
    """Read the kinds of landing; raises RuleError."""
    try:
        return {
            table["kind"]: Landing(
                kind=table["kind"],
                words=frozenset(table["words"]),
                takes=tuple(table["takes"]),
                leaves=tuple(table["leaves"]),
            )
            for table in _tables()["landing"]
        }
    except KeyError as error:
        raise RuleError(f"{FILE.name}: missing key {error}") from error


@cache
def _tables() -> dict[str, Any]:
    return read_toml(FILE)


def require_article_address(asked: Target, final: Target) -> None:
    """Raise Login or SoftNotFound when a redirect ended at no article.

    What was asked for by name is no redirect's fault: it is judged by its text, later.
    """
    if final.url == asked.url:
        return
    if is_landing(final.url, "login") and not is_landing(asked.url, "login"):
        raise Login(f"the redirect ends at a login page, {final.url}")
    if is_landing(final.url, "missing") and not is_landing(asked.url, "missing"):
        raise SoftNotFound(f"the redirect ends at an error page, {final.url}")
    if is_landing(final.url, "front") and not is_landing(asked.url, "front"):
        raise SoftNotFound(f"the redirect ends at the front page, {final.url}")


def is_landing(url: str, kind: str) -> bool:
    """Tell whether an address is that kind of landing, by its words alone."""
    parts = urlsplit(url.lower())
    segments = [_ENDING.sub("", segment) for segment in parts.path.split("/") if segment]
    words = landings()[kind].words
    if kind == "front":
        asked = parse_qsl(urlsplit(without_tracking(url)).query)
        names_a_page = any(value and name.lower() not in _tables()["idle"] for name, value in asked)
        return not names_a_page and all(each in words for each in segments)
    return (parts.hostname or "").partition(".")[0] in words or any(each in words for each in segments)
