"""Whose turn it is: one task per host, pauses kept, nothing lost, nothing twice."""

import resource
import threading
from contextlib import closing

import pytest

from newsgrab.batch.frontier import Frontier
from newsgrab.errors import DiskFull


class Clock:
    """A clock that a test sets."""

    now = 0.0

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def frontier():
    with closing(Frontier()) as frontier:
        yield frontier


def take_all(frontier):
    urls = []
    while task := frontier.take():
        urls.append(task.url)
        frontier.done(task, 0.0)
    return urls


def test_a_host_has_one_task_at_a_time(frontier):
    for url in ("https://a.example/1", "https://a.example/2", "https://b.example/1"):
        frontier.add(url)
    frontier.complete()
    first, second = frontier.take(), frontier.take()
    assert (first.url, second.url) == ("https://a.example/1", "https://b.example/1")
    third = threading.Thread(target=lambda: taken.append(frontier.take().url))
    taken: list[str] = []
    third.start()
    third.join(0.1)
    assert taken == []
    frontier.done(first, 0.0)
    third.join(5)
    assert taken == ["https://a.example/2"]


def test_a_pause_puts_the_host_off_and_the_others_go_on(clock):
    frontier = Frontier(clock=clock)
    for host in "ab":
        for number in range(3):
            frontier.add(f"https://{host}.example/{number}")
    frontier.complete()
    first = frontier.take()
    frontier.done(first, 10.0)
    order = []
    for _ in range(3):
        task = frontier.take()
        order.append(task.url)
        frontier.done(task, 0.0)
    assert order == ["https://b.example/0", "https://b.example/1", "https://b.example/2"]
    clock.now = 10.0
    assert take_all(frontier) == ["https://a.example/1", "https://a.example/2"]
    frontier.close()


def test_a_task_may_come_again_before_its_host_s_others(frontier):
    frontier.add("https://a.example/1")
    frontier.add("https://a.example/2")
    frontier.complete()
    frontier.done(frontier.take(), 0.0, again=True)
    task = frontier.take()
    assert (task.url, task.tries) == ("https://a.example/1", 1)
    frontier.done(task, 0.0)
    assert take_all(frontier) == ["https://a.example/2"]


def test_a_host_can_be_given_up(frontier):
    for number in range(5):
        frontier.add(f"https://a.example/{number}")
    frontier.complete()
    task = frontier.take()
    assert frontier.give_up("a.example") == [f"https://a.example/{number}" for number in range(1, 5)]
    frontier.done(task, 0.0)
    assert frontier.take() is None


def test_long_queues_come_out_whole_and_in_order(frontier):
    urls = [f"https://a.example/é/{number}" for number in range(5000)]
    for url in urls:
        frontier.add(url)
    frontier.complete()
    assert take_all(frontier) == urls


def test_a_task_knows_whether_to_ask_again(frontier):
    frontier.add("https://a.example/1", refresh=True)
    frontier.add("https://b.example/1")
    assert [frontier.take().refresh, frontier.take().refresh] == [True, False]


def test_addresses_can_be_added_while_others_are_taken(frontier):
    taken: list[str] = []
    lock = threading.Lock()

    def work():
        while task := frontier.take():
            with lock:
                taken.append(task.url)
            frontier.done(task, 0.0)

    threads = [threading.Thread(target=work) for _ in range(8)]
    for thread in threads:
        thread.start()
    urls = [f"https://{number % 7}.example/{number}" for number in range(2000)]
    for url in urls:
        frontier.add(url)
    frontier.complete()
    for thread in threads:
        thread.join(10)
    assert sorted(taken) == sorted(urls)


def test_closing_ends_the_wait(frontier):
    frontier.add("https://a.example/1")
    frontier.add("https://a.example/2")
    task = frontier.take()
    taken = []
    waiting = threading.Thread(target=lambda: taken.append(frontier.take()))
    waiting.start()
    frontier.close()
    waiting.join(5)
    assert taken == [None]
    frontier.done(task, 0.0, again=True)
    assert frontier.take() is None


def fill(frontier):
    for number in range(2_000):
        frontier.add(f"https://example.org/{number}")


def test_no_room_for_what_waits_is_told(frontier):
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (10_000, before[1]))
    try:
        with pytest.raises(DiskFull, match="no room for what waits to be asked"):
            fill(frontier)
        frontier.close()
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
