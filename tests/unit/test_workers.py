"""Processes under limits: slow, greedy, crashing and plain jobs."""

import os
import re
import signal
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from multiprocessing import forkserver, get_all_start_methods
from pathlib import Path

import pytest

from newsgrab.errors import NewsgrabError, NotArticle, Stopped, TooComplex
from newsgrab.workers import Limits, Workers


def work(job):
    """Do as the job says; a top-level function, since processes find it by name."""
    verb, _, argument = job.partition(" ")
    match verb:
        case "pid":
            return os.getpid()
        case "sleep":
            time.sleep(float(argument))
        case "die":
            os.kill(os.getpid(), signal.SIGKILL)
        case "die-once":
            if not Path(argument).exists():
                Path(argument).touch()
                os.kill(os.getpid(), signal.SIGKILL)
        case "greed":
            return len(bytearray(4_000_000_000))
        case "depth":
            return work("depth")
        case "bug":
            return {}["harbour"]
        case "refuse":
            raise NotArticle("this is a form", status=200)
    return verb


def linger(mark):
    """Say that the work has begun, and take a while over it."""
    mark.with_suffix(".begun").write_text(str(os.getpid()))
    mark.with_suffix(".begun").rename(mark)
    time.sleep(1)
    return os.getpid()


def toil(where):
    """Work without end."""
    if where == "in C":
        return re.match("(a|a)+$", "a" * 60 + "b")
    return sum(number % 7 for number in range(10**12))


@pytest.fixture
def two():
    with Workers(count=2, limits=Limits(seconds=1.0, patience=8.0)) as workers:
        yield workers


def test_a_process_lives_for_many_jobs(two):
    assert len({two.run(work, "pid") for _ in range(5)}) == 1


def test_processes_are_replaced_after_so_many_jobs():
    with Workers(count=1, limits=Limits(jobs=2)) as workers:
        assert len({workers.run(work, "pid") for _ in range(6)}) == 3


def test_what_the_function_raises_arrives_whole(two):
    with pytest.raises(NotArticle, match="this is a form") as caught:
        two.run(work, "refuse")
    assert caught.value.status == 200
    assert two.run(work, "still here") == "still"


def test_a_bug_is_told_with_its_trace_and_the_process_lives_on(two):
    with pytest.raises(NewsgrabError, match="KeyError: 'harbour'") as caught:
        two.run(work, "bug")
    assert caught.value.code == "bug"
    assert "in work" in caught.value.__notes__[0]
    assert two.run(work, "still here") == "still"


@pytest.mark.parametrize("job", ["die", "greed", "depth", "sleep 60"])
def test_a_job_that_cannot_be_done_is_too_complex_and_the_next_goes_on(two, job):
    with pytest.raises(TooComplex):
        two.run(work, job)
    assert two.run(work, "still here") == "still"


@pytest.mark.parametrize("where", ["in Python", "in C"])
def test_a_job_that_is_too_much_work_is_ended_wherever_it_is(two, where):
    with pytest.raises(TooComplex, match="longer than 1 s"):
        two.run(toil, where)
    assert two.run(work, "still here") == "still"


def test_a_job_may_wait_longer_than_it_may_work(two):
    """As it does where other programs keep the machine busy."""
    assert two.run(work, "sleep 2") == "sleep"


def test_a_process_that_dies_once_costs_nothing(two, tmp_path):
    assert two.run(work, f"die-once {tmp_path / 'mark'}") == "die-once"


def test_one_death_takes_nobody_with_it(two):
    with ThreadPoolExecutor(8) as threads:
        deaths = [threads.submit(two.run, work, "die") for _ in range(4)]
        others = [threads.submit(two.run, work, "sleep 0.05") for _ in range(20)]
        assert [other.result() for other in others] == ["sleep"] * 20
        assert all(isinstance(death.exception(), TooComplex) for death in deaths)


@pytest.mark.skipif("forkserver" not in get_all_start_methods(), reason="nothing to copy processes from")
def test_an_end_of_what_processes_are_copied_from_costs_nothing():
    """A service manager ends every process of a service at once; the run itself decides what that means."""
    forkserver.ensure_running()
    copied_from = forkserver._forkserver._forkserver_pid
    with Workers(count=1) as workers, ThreadPoolExecutor(1) as threads:
        os.kill(copied_from, signal.SIGSTOP)
        answer = threads.submit(workers.run, work, "still here")
        threading.Event().wait(0.5)  # until it waits for its process
        os.kill(copied_from, signal.SIGKILL)
        assert answer.result() == "still"


def test_a_job_under_way_is_ended_by_nobody_but_the_run(tmp_path):
    with Workers(count=1) as workers, ThreadPoolExecutor(1) as threads:
        answer = threads.submit(workers.run, linger, tmp_path / "mark")
        while not (tmp_path / "mark").exists():
            threading.Event().wait(0.02)
        process = int((tmp_path / "mark").read_text())
        os.kill(process, signal.SIGTERM)
        assert answer.result() == process
        assert workers.run(work, "pid") != process


def test_close_ends_every_wait():
    workers = Workers(count=1, limits=Limits(seconds=200))
    with ThreadPoolExecutor(3) as threads:
        waiting = [threads.submit(workers.run, work, "sleep 150") for _ in range(3)]
        threading.Event().wait(1.0)
        started = time.monotonic()
        workers.close()
        assert all(isinstance(each.exception(), Stopped) for each in waiting)
        assert time.monotonic() - started < 60
