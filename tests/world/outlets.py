"""Forty made-up outlets: what each publishes on which day, and what should be in an archive in the end.

Everything follows from the outlet's number and the day, so a test can say beforehand how it must end.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum

FIRST_DAY = datetime(2024, 5, 1, 6, tzinfo=UTC)
A_DAY = 2  # articles that an outlet publishes each day
LISTED_FOR = 2  # days

PLACES = (
    "Port Haven",
    "Old Quay",
    "Millbrook",
    "Stonebridge",
    "Elm Ferry",
    "Greywater",
    "Northgate",
    "Lowfield",
)
MATTERS = (
    "harbour",
    "school roof",
    "ferry",
    "library",
    "market hall",
    "river path",
    "fire station",
    "town clock",
)


class Dialect(StrEnum):
    """How an outlet lists its articles."""

    RSS = "rss"
    RDF = "rdf"
    ATOM = "atom"
    JSON = "json"
    SITEMAP = "sitemap"
    SITEMAP_INDEX = "sitemap index"
    FRONT_PAGE = "front page"
    HOME_WITH_FEED = "home page with a feed"


class Habit(StrEnum):
    """What is special about an outlet."""

    PLAIN = "plain"
    CHANGES = "changes the first article of each day on the next"
    REDATES = "dates everything anew each day and changes nothing"
    REDIRECTS = "lists addresses that lead to the articles by a redirect"
    SLOW = "takes its time"
    FAILS = "answers 500 on the second day"
    WALLED = "shows a consent page in place of every article on the second day"
    CRAWL_DELAY = "asks for a crawl delay"
    DISALLOWS = "has robots.txt keep the second article of each day"
    LIMITS = "answers 429 with Retry-After: 1 to every third request for an article"


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """One article of one outlet."""

    outlet: int
    day: int
    number: int

    @property
    def headline(self) -> str:
        """Return the headline; no two stories share one."""
        place, matter = PLACES[self.outlet % len(PLACES)], MATTERS[(self.day + self.number) % len(MATTERS)]
        return f"{place} {matter} reopens after day {self.day} storm number {self.number} of {self.outlet}"

    @property
    def slug(self) -> str:
        """Return the last part of the address."""
        return self.headline.lower().replace(" ", "-")

    @property
    def path(self) -> str:
        """Return where it is."""
        return f"/local/2024/05/{self.day + 1:02}/{self.slug}"

    @property
    def published(self) -> datetime:
        """Return when it was published."""
        return FIRST_DAY + timedelta(days=self.day, minutes=self.number)


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlet:
    """A publisher with a number; dialect and habit follow from it."""

    number: int

    @property
    def address(self) -> str:
        """Return its loopback address."""
        return f"127.0.7.{self.number + 1}"

    @property
    def dialect(self) -> Dialect:
        """Return how it lists its articles."""
        return tuple(Dialect)[self.number % len(Dialect)]

    @property
    def habit(self) -> Habit:
        """Return what is special about it."""
        return tuple(Habit)[(self.number * 3 // 2) % len(Habit)]

    def listed(self, day: int) -> list[Story]:
        """Return what it lists on a day, the newest first."""
        days = range(day, max(-1, day - LISTED_FOR), -1)
        return [
            Story(outlet=self.number, day=each, number=number) for each in days for number in range(A_DAY)
        ]

    def version(self, story: Story, day: int) -> int:
        """Return how often the story's text was changed up to a day."""
        return int(self.habit is Habit.CHANGES and story.number == 0 and day > story.day)

    def modified(self, story: Story, day: int) -> datetime:
        """Return the date that the outlet gives the story on a day."""
        if self.habit is Habit.REDATES:
            return FIRST_DAY + timedelta(days=day, hours=1)
        return story.published + timedelta(hours=24 * self.version(story, day))

    def revisions_after(self, days: int) -> dict[str, int]:
        """Say how many revisions of which path an archive holds that was updated on each of so many days."""
        held: dict[str, int] = {}
        for day in range(days):
            if self.habit in (Habit.FAILS, Habit.WALLED) and day == 1:
                continue
            for story in self.listed(day):
                if self.habit is Habit.DISALLOWS and story.number == 1:
                    continue
                has_dates = self.dialect not in (Dialect.RDF, Dialect.FRONT_PAGE)
                if story.path not in held:
                    held[story.path] = 1
                elif has_dates and self.version(story, day) and self.version(story, day - 1) == 0:
                    held[story.path] += 1
        return held


def paragraphs(story: Story, version: int) -> list[str]:
    """Write a story: plain sentences, so that any reader of pages takes them for an article."""
    seed = int.from_bytes(hashlib.sha256(story.path.encode()).digest()[:4])
    place, matter = PLACES[story.outlet % len(PLACES)], MATTERS[(story.day + story.number) % len(MATTERS)]
    texts = [
        f"The {matter} of {place} was opened again on Friday, {2 + seed % 7} days after the storm had closed it.",
        f"The council spent {100 + seed % 900} thousand on the repairs, which began on the morning after the storm and went on through two nights.",
        f"About {20 + seed % 60} people came to see the first visitors go in, and many of them had helped to clear the street.",
        f'"We did not think that the {matter} would be open before the summer," said the engineer in charge of the work.',
        "A further part of the roof will be replaced in autumn, when the new beams are dry enough to carry it.",
    ]
    if version:
        texts[1] = (
            f"The council spent {900 + seed % 90} thousand on the repairs, more than it had said at first."
        )
    return texts
