r"""Where the pages of one site have what: ``sites/<host>.toml``, for what no general rule can know.

A site rule says only *where*, in CSS, and it carries its proof: a small page and what must be read of it::

    # sites/example.org.toml, for example.org and every host below it
    [[layout]]
    until = 2023-07-10            # pages retrieved up to that day; the last layout has no date
    body  = "div.story"
    strip = [".story-footer"]

    [[layout]]
    body        = "div.text"
    headline    = "h2.head"
    standfirst  = "p.intro"
    byline      = ".by"
    caption     = ".legend"
    credit_line = ".source"

    [[page]]                      # at least one for each layout
    retrieved = 2023-07-01        # which layout it proves; without a day, the last
    html      = '''<h1>Port opens</h1>
      <div class="story"><p>The port opened on Monday after three days.</p>
      <p class="story-footer">Ads</p></div>'''
    body      = ["The port opened on Monday after three days."]  # the whole body, a string each paragraph

Layouts have dates since an archive reads old pages. A selector that finds nothing on a page decides nothing;
one that finds nothing on any page of its layout is a fault.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from datetime import date
from pathlib import Path

from newsgrab.errors import RuleError
from newsgrab.rules.tables import Table, read_tables, require_selector


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """CSS selectors of a site's pages; None where the general rules decide."""

    host: str
    until: date | None = None
    body: str | None = None
    headline: str | None = None
    standfirst: str | None = None
    byline: str | None = None
    caption: str | None = None
    credit_line: str | None = None
    strip: tuple[str, ...] = ()

    def selectors(self) -> tuple[str, ...]:
        """Return every selector of the layout."""
        one = (self.body, self.headline, self.standfirst, self.byline, self.caption, self.credit_line)
        return (*filter(None, one), *self.strip)


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """A page of a site, and what must be read of it; what is None is not compared."""

    host: str
    html: str
    body: tuple[str, ...]
    retrieved: date | None = None
    headline: str | None = None
    standfirst: str | None = None
    byline: str | None = None
    captions: tuple[str, ...] | None = None
    credit_lines: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """The layouts of one site, the oldest first, with their proof."""

    host: str
    layouts: tuple[Layout, ...]
    proofs: tuple[Proof, ...]

    def layout_at(self, day: date | None) -> Layout:
        """Return the layout of the pages that were retrieved on a day, the last where none is known."""
        dated = (one for one in self.layouts if day and one.until and day <= one.until)
        return next(dated, self.layouts[-1])


def read_site(path: Path) -> Site:
    """Read one file; raise RuleError, naming file and key, at the first fault."""
    tables = read_tables(path, {"layout", "page"})
    host = path.stem
    if host != host.lower() or "." not in host or host.startswith("www."):
        raise RuleError(f"{path}: the file is called by a host in lower case, without www")
    layouts = tuple(Layout(host=host, **_values(path, table, Layout)) for table in tables["layout"])  # type: ignore[arg-type]
    proofs = tuple(Proof(host=host, **_values(path, table, Proof)) for table in tables["page"])  # type: ignore[arg-type]
    for layout in layouts:
        for selector in layout.selectors():
            require_selector(str(path), selector)
    site = Site(host=host, layouts=layouts, proofs=proofs)
    _require_order(path, [layout.until for layout in layouts])
    proved = {site.layout_at(proof.retrieved) for proof in proofs}
    for layout in layouts:
        if layout not in proved:
            raise RuleError(f"{path}: no page proves the layout until {layout.until or 'today'}")
    return site


def site_of(sites: Mapping[str, Site], host: str) -> Site | None:
    """Return the rules of a host: its own, else those of the nearest host above it.

    >>> site_of({}, "news.example.org") is None
    True
    """
    while host:
        if host in sites:
            return sites[host]
        host = host.partition(".")[2]
    return None


def by_host(sites: Iterable[Site]) -> dict[str, Site]:
    """Return sites by their host; of two for one host the later one counts, so a user's own wins."""
    return {site.host: site for site in sites}


_KINDS: dict[str, type | tuple[type, type]] = {"until": date, "retrieved": date}
_LISTS = frozenset({"strip", "captions", "credit_lines"})


def _values(path: Path, table: Table, record: type[Layout | Proof]) -> dict[str, object]:
    """Return the values of a table as the fields of a record; every key must be one of them."""
    names = {field.name for field in fields(record)} - {"host"}
    required = {"html", "body"} if record is Proof else set()
    for key in sorted((set(table) - names) | (required - set(table))):
        known = f"; there are {', '.join(sorted(names))}" if key in table else ""
        raise RuleError(f"{path}: {'unknown' if key in table else 'missing'} key {key}{known}")
    lists = _LISTS | ({"body"} if record is Proof else set())
    return dict(_checked(path, table, lists))


def _checked(path: Path, table: Table, lists: Iterable[str]) -> Iterator[tuple[str, object]]:
    for key, value in table.items():
        if key in lists:
            if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
                raise RuleError(f"{path}: {key} must be a list of strings")
            yield key, tuple(value)
        elif not isinstance(value, _KINDS.get(key, str)):
            raise RuleError(f"{path}: {key} must be a {'day' if key in _KINDS else 'string'}")
        else:
            yield key, value


def _require_order(path: Path, days: list[date | None]) -> None:
    if not days or days[-1] is not None:
        raise RuleError(f"{path}: the last layout has no date")
    dated = [day for day in days[:-1] if day is not None]
    if len(dated) < len(days) - 1 or dated != sorted(set(dated)):
        raise RuleError(f"{path}: the layouts before the last one each have a date, the oldest first")
