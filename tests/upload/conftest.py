"""Servers that run for one test or for all, and a courier that does not wait."""

import pytest

from kit.upload.courier import HttpCourier
from kit.upload.receiver import PracticeReceiver
from tests import fakes
from tests.upload import homes, servers


@pytest.fixture(scope="session")
def sekmet(tmp_path_factory):
    with servers.sekmet(tmp_path_factory.mktemp("sekmet")) as server:
        yield server


@pytest.fixture
def receiver():
    with PracticeReceiver() as receiver:
        yield receiver


@pytest.fixture(params=["practice", "sekmet"])
def server(request):
    """Each contract test runs against our own receiver and against a server of other people."""
    if request.param == "sekmet":
        return request.getfixturevalue("sekmet")
    return servers.Server(request.getfixturevalue("receiver").base_url)


@pytest.fixture
def line(receiver):
    """A line to the practice receiver that can be made a bad one."""
    with servers.Line(receiver.base_url) as line:
        yield line


@pytest.fixture
def home():
    return homes.Home()


@pytest.fixture
def pauses():
    return []


@pytest.fixture
def courier(pauses):
    return HttpCourier(namespace=homes.NAMESPACE, clock=fakes.FakeClock(), pause=pauses.append)
