"""What every test may use: a web site on loopback."""

import pytest

from tests.server.site import Site


@pytest.fixture
def site():
    with Site() as here:
        yield here


@pytest.fixture
def other_site():
    """Another origin: the same host, another port."""
    with Site() as there:
        yield there
