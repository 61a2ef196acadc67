"""Articles as items of ninjs 1.3, the IPTC's JSON for news (https://iptc.org/standards/ninjs/).

What the standard has no word for stands in its open families, ``description_…`` and ``body_…``. Its times
are times of day, so a date that is a day alone is left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

Fields = Mapping[str, object]

_STANDARD = {
    "name": "ninjs",
    "version": "1.3",
    "schema": "https://www.iptc.org/std/ninjs/ninjs-schema_1.3.json",
}
_COPIED = {
    "language": "language",
    "headline": "headline",
    "byline": "byline",
    "copyrightnotice": "copyright_notice",
    "usageterms": "usage_terms",
    "description_text": "standfirst",
    "description_summary": "description",
    "description_alternative": "alternative_headline",
    "description_dateline": "dateline",
    "description_correction": "correction",
    "description_backstory": "backstory",
}


def ninjs(record: Fields) -> dict[str, object]:
    """Return the item of an article, given as ``show --json`` prints it."""
    paragraphs = [str(text) for text in _list(record, "paragraphs")]
    body = "\n\n".join(paragraphs)
    published, modified = _moment(record, "date_published"), _moment(record, "date_modified")
    item: dict[str, object] = {
        "$standard": _STANDARD,
        "uri": record.get("canonical_url") or record.get("input"),
        "type": "text",
        "representationtype": "complete",
        "pubstatus": "usable",
        "version": str(record.get("revision") or 1),
        "firstcreated": published,
        "versioncreated": modified or published,
        **{name: record.get(ours) for name, ours in _COPIED.items()},
        "person": [{"name": name, "rel": "author"} for name in _list(record, "authors")],
        "infosource": list(_sources(record)),
        "genre": [{"name": record["genre"]}] if record.get("genre") else [],
        "subject": list(_subjects(record)),
        "associations": _pictures(record),
        "body_text": body,
        "body_markdown": record.get("markdown"),
        "charcount": len(body),
        "wordcount": len(body.split()),
    }
    return {name: value for name, value in item.items() if value not in (None, "", [], {})}


def _sources(record: Fields) -> Iterator[dict[str, object]]:
    """Give who published, who supplied, and who told the reporter; their roles tell them apart."""
    if record.get("publisher"):
        yield {"name": record["publisher"], "role": "publisher"}
    for agency in _list(record, "agency"):
        yield {"name": agency, "role": "agency"}
    for source in _list(record, "sources"):
        if isinstance(source, Mapping):
            yield {"name": source.get("name"), "role": "source"}


def _subjects(record: Fields) -> Iterator[dict[str, object]]:
    if record.get("section"):
        yield {"name": record["section"], "rel": "section"}
    for keyword in _list(record, "keywords"):
        yield {"name": keyword, "rel": "keyword"}


def _pictures(record: Fields) -> dict[str, dict[str, object]]:
    images = [image for image in _list(record, "images") if isinstance(image, Mapping)]
    return {f"picture{number}": _picture(image) for number, image in enumerate(images, start=1)}


def _picture(image: Fields) -> dict[str, object]:
    url = image.get("url")
    found = {
        "uri": url,
        "type": "picture",
        "description_caption": image.get("caption"),
        "description_creditline": image.get("credit_line"),
        "description_alternative": image.get("alt_text"),
        "renditions": {"original": {"href": url}} if url else None,
    }
    return {name: value for name, value in found.items() if value}


def _moment(record: Fields, name: str) -> str | None:
    text = str(record.get(name) or "")
    return text if "T" in text else None


def _list(record: Fields, name: str) -> Sequence[object]:
    found = record.get(name)
    return found if isinstance(found, list) else []
