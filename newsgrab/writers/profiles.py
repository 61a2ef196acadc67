"""What note applications and site generators call the front matter's keys.

``RENAMED`` maps our key to theirs; a key that is not named keeps our name. Keys on which they act
(``url``, ``type``, ``layout``, ``slug``, ``aliases``, Jekyll's ``published``) are never written.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """The dialect of one program."""

    renamed: dict[str, str] = field(default_factory=dict)
    nested_under: str | None = None  # where every key goes that the program does not know
    known: frozenset[str] = frozenset()  # with nested_under: their keys that stay on top
    has_offsets: bool = True  # whether dates may carry their offset
    has_spaces_in_tags: bool = True


PROFILES: dict[str, Profile] = {
    "newsgrab": Profile(),
    "obsidian": Profile(
        renamed={
            "headline": "title",
            "alternative_headline": "subtitle",
            "authors": "author",
            "date_published": "published",
            "date_modified": "modified",
            "publisher": "site",
            "keywords": "tags",
            "language": "lang",
            "canonical_url": "source",
        },
        has_offsets=False,
        has_spaces_in_tags=False,
    ),
    "hugo": Profile(
        renamed={
            "headline": "title",
            "date_published": "date",
            "date_modified": "lastmod",
            "standfirst": "summary",
            "keywords": "tags",
        },
        nested_under="params",
        known=frozenset({"title", "date", "lastmod", "summary", "description", "tags"}),
    ),
    "jekyll": Profile(
        renamed={
            "headline": "title",
            "alternative_headline": "subtitle",
            "authors": "author",
            "date_published": "date",
            "date_modified": "last_modified_at",
            "standfirst": "excerpt",
            "keywords": "tags",
            "language": "lang",
        },
    ),
    "pandoc": Profile(
        renamed={
            "headline": "title",
            "alternative_headline": "subtitle",
            "authors": "author",
            "date_published": "date",
            "standfirst": "abstract",
            "language": "lang",
            "copyright_notice": "rights",
        },
    ),
}

_THEIRS = frozenset(name for profile in PROFILES.values() for name in profile.renamed.values())


def profile_of(names: Collection[str]) -> str:
    """Return the profile whose keys these are; where those of several would be the same, the first.

    >>> profile_of(["title", "published", "newsgrab"]), profile_of(["headline", "newsgrab"])
    ('obsidian', 'newsgrab')
    """
    theirs = _THEIRS.intersection(names)
    return next((name for name, profile in PROFILES.items() if _fits(profile, theirs, names)), "newsgrab")


def _fits(profile: Profile, theirs: frozenset[str], names: Collection[str]) -> bool:
    is_nested = profile.nested_under is None or profile.nested_under in names
    return is_nested and theirs <= set(profile.renamed.values()) and profile.renamed.keys().isdisjoint(names)


# Their keys back to ours, to read a file without knowing the profile it was written with.
ORIGINAL: dict[str, str] = {
    theirs: ours for profile in PROFILES.values() for ours, theirs in profile.renamed.items()
}
