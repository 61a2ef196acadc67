"""The pages: values of the archive to HTML, without a script and without anything from elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from urllib.parse import quote, urlencode

from newsgrab.archive import Entry
from newsgrab.archive.differences import Difference, Segment
from newsgrab.archive.reader import Revision
from newsgrab.archive.searching import Snippet
from newsgrab.text import times
from newsgrab.writers.xhtml import quoted, render

Record = Mapping[str, object]

_PAGE = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<link rel="stylesheet" href="/style.css">
</head>
<body>
<header>
<a href="/">newsgrab</a>
<form action="/" role="search">
<label class="unseen" for="q">Search the archive</label>
<input id="q" name="q" type="search" value="{query}" placeholder="words, &quot;some words&quot;, word*">
<label class="unseen" for="host">Only this site</label>
<input id="host" name="host" value="{host}" placeholder="site">
<button>Search</button>
</form>
</header>
<main>
{body}</main>
</body>
</html>
"""
_FACTS = ("byline", "publisher", "agency", "dateline", "section", "keywords", "language")
_NOTES = ("correction", "backstory", "copyright_notice", "usage_terms")


def listing(entries: Sequence[Entry], *, host: str, page: int, has_more: bool) -> str:
    """Return a page of articles, the latest first."""
    items = "".join(_item(entry) for entry in entries)
    links = [_page_link("Earlier", host, page + 1)] if has_more else []
    links += [_page_link("Later", host, page - 1)] if page > 1 else []
    body = f"<ol class=articles>\n{items}</ol>\n" if items else "<p>There is no article here.</p>\n"
    return _document("The archive", f"{body}<nav>{' '.join(links)}</nav>\n", host=host)


def found(hits: Iterable[tuple[Entry, Snippet]], *, query: str, host: str) -> str:
    """Return what a search found, the best first."""
    items = "".join(_item(entry, _marked(snippet)) for entry, snippet in hits)
    body = f"<ol class=articles>\n{items}</ol>\n" if items else "<p>Nothing was found.</p>\n"
    return _document(f"Search: {query}", body, query=query, host=host)


def article(entry: Entry, record: Record, revisions: Sequence[Revision]) -> str:
    """Return an article with what is known of it."""
    told = render(str(record.get("markdown") or ""), picture_address(entry))
    body = (
        f"<p{_tongue(entry)}><small>{_told(entry)}</small></p>\n<article{_tongue(entry)}>\n{told}</article>\n"
    )
    body += f"<aside>\n{_facts(record)}{_sources(record)}"
    body += f"{_revisions(entry, revisions)}{_evidence(record)}</aside>\n"
    return _document(entry.headline or entry.file, body)


def comparison(old: Entry, new: Entry, differences: Iterable[Difference]) -> str:
    """Return what changed between two revisions, word by word."""
    tongue = _tongue(new)
    parts = "".join(
        f"<h2>{quoted(part)}</h2>\n" + "".join(f"<p{tongue}>{_words(one.segments)}</p>\n" for one in group)
        for part, group in groupby(differences, key=lambda one: one.part)
    )
    heading = (
        f"<h1{tongue}>{quoted(new.headline or new.file)}</h1>\n"
        f"<p>Revision {old.revision} to {new.revision}</p>\n"
    )
    back = f'<p><a href="{article_address(new)}">The article</a></p>\n'
    return _document(f"Changes: {new.headline or new.file}", f"{heading}{parts or '<p>No word.</p>'}{back}")


def trouble(message: str) -> str:
    """Return a page that says what is wrong."""
    return _document("Trouble", f"<p>{quoted(message)}</p>\n")


def article_address(entry: Entry) -> str:
    """Return where an article's page is."""
    return f"/article/{quote(entry.file)}"


def picture_address(entry: Entry) -> Callable[[str], str | None]:
    """Return a function that tells where a picture saved beside an article is; None for one elsewhere."""

    def address(source: str) -> str | None:
        return None if ":" in source else f"/picture/{quote(entry.file)}?{urlencode({'name': source})}"

    return address


def _document(title: str, body: str, *, query: str = "", host: str = "") -> str:
    return _PAGE.format(title=quoted(title), body=body, query=quoted(query), host=quoted(host))


def _item(entry: Entry, snippet: str = "") -> str:
    words = f"<p>{snippet}</p>" if snippet else ""
    link = f'<a href="{article_address(entry)}">{quoted(entry.headline or entry.file)}</a>'
    return f"<li{_tongue(entry)}>{link}<small>{_told(entry)}</small>{words}</li>\n"


def _tongue(entry: Entry) -> str:
    """Return what says in which language an article's words are, and from which side they run."""
    language = f' lang="{quoted(entry.language)}"' if entry.language else ""
    return f'{language} dir="auto"'


def _told(entry: Entry) -> str:
    """Say when, where and by whom an article was published."""
    day = (entry.date_published or entry.retrieved_at or "")[:10]
    words = (day, entry.publisher or entry.host or "", entry.byline or "")
    return " · ".join(quoted(word) for word in words if word)


def _marked(snippet: Snippet) -> str:
    shown, at = "", 0
    for start, end in snippet.marks:
        shown += f"{quoted(snippet.text[at:start])}<mark>{quoted(snippet.text[start:end])}</mark>"
        at = end
    return shown + quoted(snippet.text[at:])


def _page_link(words: str, host: str, page: int) -> str:
    asked = {"page": page} | ({"host": host} if host else {})
    return f'<a href="/?{quoted(urlencode(asked))}">{words}</a>'


def _facts(record: Record) -> str:
    rows = [(name, _text(record.get(name))) for name in (*_FACTS, *_NOTES)]
    rows += [(name, _text(record.get(name))) for name in ("date_published", "date_modified")]
    return _table("About", ((name.replace("_", " "), quoted(text)) for name, text in rows if text))


def _sources(record: Record) -> str:
    return _table("Sources", _source_rows(record))


def _source_rows(record: Record) -> Iterator[tuple[str, str]]:
    sources = record.get("sources")
    for source in sources if isinstance(sources, list) else ():
        if isinstance(source, Mapping):
            yield str(source.get("name") or ""), _source(source)


def _source(source: Record) -> str:
    """Tell what a source is, how often it is cited, and its quotes; a person may have edited all of it."""
    cited, quotes = source.get("cited"), source.get("quotes")
    told = f"cited {times(cited)}" if isinstance(cited, int) else ""
    words = ", ".join(quoted(word) for word in (_text(source.get("type")), told) if word)
    said = [f"<q>{quoted(str(one))}</q>" for one in quotes] if isinstance(quotes, list) else []
    return " ".join([words, *said])


def _revisions(entry: Entry, revisions: Sequence[Revision]) -> str:
    if len(revisions) < 2:
        return ""
    return _table("Revisions", (_revision_row(entry, one) for one in revisions))


def _revision_row(entry: Entry, revision: Revision) -> tuple[str, str]:
    one = revision.entry
    link = f'<a href="{article_address(one)}">{quoted(one.retrieved_at or "time unknown")}</a>'
    diff = (
        f' <a href="/diff/{quote(entry.file)}?old={one.revision - 1}&amp;new={one.revision}">compare</a>'
        if revision.changes
        else ""
    )
    return str(one.revision), f"{link} {quoted(revision.told())}{diff}"


def _evidence(record: Record) -> str:
    capture = record.get("capture")
    rows = [("file", quoted(_text(record.get("file"))))]
    url = _text(record.get("canonical_url") or record.get("input"))
    if url.startswith(("http://", "https://")):
        rows.append(("address", f'<a href="{quoted(url)}">{quoted(url)}</a>'))
    if isinstance(capture, Mapping):
        told = {"capture" if name == "file" else str(name): value for name, value in capture.items()}
        rows += [(name.replace("_", " "), quoted(_text(value))) for name, value in told.items()]
    return _table("Evidence", rows)


def _table(heading: str, rows: Iterable[tuple[str, str]]) -> str:
    """Return rows under a heading; the second of each is HTML already."""
    shown = "".join(f'<dt>{quoted(name)}</dt><dd dir="auto">{told}</dd>\n' for name, told in rows)
    return f"<section><h2>{heading}</h2>\n<dl>\n{shown}</dl></section>\n" if shown else ""


def _words(segments: Iterable[Segment]) -> str:
    signs = {"removed": "del", "added": "ins"}
    return "".join(
        f"<{sign}>{quoted(one.text)}</{sign}>" if (sign := signs.get(one.change.value)) else quoted(one.text)
        for one in segments
    )


def _text(value: object) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value) if value is not None else ""
