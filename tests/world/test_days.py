"""Days in the life of an archive that follows forty outlets: what it holds in the end, and how it behaved."""

import itertools
from collections import Counter
from datetime import UTC, datetime, timedelta
from functools import partial

import pytest

from newsgrab.archive import open_archive
from newsgrab.batch.crew import Crew
from newsgrab.batch.engine import Batch
from newsgrab.fetching import FetchSettings
from newsgrab.follow.following import Followed, with_followed
from newsgrab.follow.reading import opened_reader, opened_update
from newsgrab.follow.store import change_following
from newsgrab.model import Failed
from tests.world.outlets import A_DAY, Dialect, Habit
from tests.world.server import CRAWL_DELAY, World

pytestmark = pytest.mark.slow

DAYS = 4
DELAY = 0.05
SETTINGS = FetchSettings(allow_private=("127.0.0.0/8",), delay=DELAY, timeout=30.0, pause=0.05, retries=2)


def update_on(world, archive_path, day):
    """Do the day's pass and return its failures."""
    world.day = day
    now = datetime.now(UTC) + timedelta(days=day)
    failures = []
    with (
        open_archive(archive_path) as archive,
        Crew.assembled(archive, SETTINGS, None) as crew,
        opened_update(crew, now) as update,
    ):
        orders = crew.orders(threads=32, is_refresh=False, is_retry=True, max_time=None)
        batch = Batch(update.lines(partial(opened_reader, crew)), orders)
        for result in batch.results():
            if isinstance(result.outcome, Failed) and update.note(result.outcome):
                failures.append(result.outcome)
            elif not isinstance(result.outcome, Failed):
                update.note(result.outcome)
    return failures


@pytest.fixture(scope="module")
def lived(tmp_path_factory):
    """Live through the days once; every test below looks at what is left of them."""
    path = tmp_path_factory.mktemp("days") / "archive"
    with World() as world:
        for outlet in world.outlets:
            change_following(path, partial(with_followed, followed=Followed(url=world.followed(outlet))))
        failures = [update_on(world, path, day) for day in range(DAYS)]
        yield world, path, failures


def test_the_archive_holds_exactly_what_it_should(lived):
    world, path, _ = lived
    expected, found = {}, {}
    with open_archive(path) as archive:
        for outlet in world.outlets:
            for story_path, revisions in outlet.revisions_after(DAYS).items():
                url = world.root(outlet) + story_path
                expected[url] = revisions
                entry = archive.find(url)
                found[url] = entry.revision if entry else 0
    assert found == expected
    files = [file for file in path.rglob("*.md") if ".newsgrab" not in file.parts]
    assert len(files) == sum(expected.values())


def test_only_real_trouble_is_told(lived):
    world, _, failures = lived
    told = [Counter(failure.code for failure in of_a_day) for of_a_day in failures]
    habits = Counter(outlet.habit for outlet in world.outlets)
    disallowed = habits[Habit.DISALLOWS]
    assert told[0] == {"policy.robots": disallowed}
    assert told[1]["http.server_error"] == habits[Habit.FAILS]
    assert told[1]["content.consent_wall"] == A_DAY * habits[Habit.WALLED]
    assert set(told[1]) == {"http.server_error", "content.consent_wall", "policy.robots"}
    assert all(set(of_a_day) <= {"policy.robots"} for of_a_day in told[2:])


def test_an_article_is_asked_for_only_as_often_as_there_is_reason(lived):
    world, *_ = lived
    asked = Counter(
        (each.outlet, each.path.removeprefix("/go"))
        for each in world.log
        if each.path.startswith("/local/") and each.status == 200
    )
    for outlet in world.outlets:
        if outlet.habit in (Habit.REDATES, Habit.WALLED):
            continue
        for path, revisions in outlet.revisions_after(DAYS).items():
            assert asked[outlet.number, path] == revisions, (outlet, path)


def test_a_wall_is_tried_again_the_next_day_and_no_sooner(lived):
    world, *_ = lived
    walled = {outlet.number for outlet in world.outlets if outlet.habit is Habit.WALLED}
    asked = Counter((each.day, each.outlet, each.path) for each in world.log if each.outlet in walled)
    assert all(count == 1 for (_, _, path), count in asked.items() if path.startswith("/local/"))


def test_dates_that_change_in_vain_are_not_believed_for_ever(lived):
    world, *_ = lived
    for outlet in world.outlets:
        asked = [
            each for each in world.log if each.outlet == outlet.number and each.path.startswith("/local/")
        ]
        if outlet.habit is Habit.REDATES:
            assert max(Counter(each.path for each in asked).values()) <= 2
            assert all(each.is_conditional for each in asked if each.status == 304)


def test_lists_are_asked_for_once_a_day_and_conditionally(lived):
    world, *_ = lived
    lists = [each for each in world.log if not each.path.startswith(("/local/", "/go/", "/robots.txt"))]
    failing = {outlet.number for outlet in world.outlets if outlet.habit is Habit.FAILS}
    seen = Counter((each.day, each.outlet, each.path) for each in lists if each.outlet not in failing)
    assert max(seen.values()) == 1
    indexes = {outlet.number for outlet in world.outlets if outlet.dialect is Dialect.SITEMAP_INDEX}
    later = [each for each in lists if each.day > 0 and each.outlet not in failing | indexes]
    assert later
    assert all(each.is_conditional for each in later)


def test_every_host_was_treated_politely(lived):
    world, *_ = lived
    for outlet in world.outlets:
        log = sorted(
            (each for each in world.log if each.outlet == outlet.number), key=lambda each: each.began
        )
        gap = CRAWL_DELAY if outlet.habit is Habit.CRAWL_DELAY else DELAY
        for before, after in itertools.pairwise(log):
            if before.day != after.day or before.path == "/robots.txt" or before.status == 301:
                continue
            assert after.began - before.ended >= gap - 0.01, (outlet, before, after)
        assert all("newsgrab/" in each.agent for each in log)


def test_robots_txt_is_obeyed_and_read_once_a_day(lived):
    world, *_ = lived
    disallowing = {outlet.number for outlet in world.outlets if outlet.habit is Habit.DISALLOWS}
    assert not [
        each
        for each in world.log
        if each.outlet in disallowing and each.path.startswith("/local/") and "number-1-" in each.path
    ]
    read = Counter((each.day, each.outlet) for each in world.log if each.path == "/robots.txt")
    assert set(read.values()) == {1}
