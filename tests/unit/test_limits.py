import resource
import signal
import threading
import time

import pytest

from newsgrab.errors import TooComplex
from newsgrab.limits import STATM, memory_limit, time_limit


def test_what_takes_too_long_is_ended():
    with pytest.raises(TooComplex), time_limit(0.05):
        sum(number % 7 for number in range(10**12))


def test_a_page_may_wait_longer_than_it_may_work():
    """As it does where other programs keep the machine busy."""
    with time_limit(0.1):
        time.sleep(0.5)


def test_what_is_quick_leaves_no_alarm_behind():
    with time_limit(5):
        pass
    assert signal.getitimer(signal.ITIMER_PROF) == (0.0, 0.0)
    assert signal.getsignal(signal.SIGPROF) is signal.SIG_DFL


def test_other_threads_go_without():
    ended = []
    thread = threading.Thread(target=lambda: [ended.append(1) for _ in [0] if _enter()])
    thread.start()
    thread.join()
    assert ended == [1]


def _enter():
    with time_limit(0.01):
        time.sleep(0.05)
    return True


@pytest.mark.skipif(not STATM.exists(), reason="nobody says how much memory a process has")
def test_what_takes_too_much_memory_is_ended():
    before = resource.getrlimit(resource.RLIMIT_AS)
    with pytest.raises(TooComplex, match="more memory"), memory_limit(50_000_000):
        bytes(2_000_000_000)
    assert resource.getrlimit(resource.RLIMIT_AS) == before
    with memory_limit(50_000_000):
        assert bytes(1_000_000)


def test_what_calls_itself_without_end_is_ended():
    def deeper():
        return deeper() + 1

    with pytest.raises(TooComplex), memory_limit():
        deeper()
