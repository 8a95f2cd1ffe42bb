"""What all tests share: fresh tables, quiet property tests, and `--accept`."""

import pytest
from hypothesis import settings

from massagelang import vocabulary
from massagelang.syntax import tables

settings.register_profile("suite", deadline=None)
settings.load_profile("suite")


def pytest_addoption(parser):
    parser.addoption("--accept", action="store_true", help="write what came out into the cases as what should")


def pytest_sessionstart(session):
    tables.save()
    vocabulary.save()


@pytest.fixture(scope="session")
def accept(request):
    """Whether the cases are to be renewed rather than compared."""
    return request.config.getoption("--accept")
