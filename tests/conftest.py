"""What every test may use: a web site on loopback."""

import signal

import pytest

from tests.server.site import Site

# A shell lets what it starts in the background ignore Ctrl-C, and so would every command that a test starts.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture
def site():
    with Site() as here:
        yield here


@pytest.fixture
def other_site():
    """Another origin: the same host, another port."""
    with Site() as there:
        yield there
