"""What every test may use: a web site on loopback."""

import signal

import pytest
from hypothesis import HealthCheck, settings

from tests.server.site import Site

# A law that holds is no slower for a busy machine, and the same code passes or fails each time; new examples
# are looked for on request, see docs/contributing.md.
settings.register_profile(
    "steady", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile("exploring", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("steady")

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
