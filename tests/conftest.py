"""What all tests share: fresh tables, quiet property tests, and `--accept`."""

import os

import pytest
from hypothesis import settings

from massagelang import vocabulary
from massagelang.syntax import slots, tables

# The suite tries the same examples each time, so that a change is judged by what it changes;
# `HYPOTHESIS_PROFILE=explore` looks for new ones (`just explore`).
settings.register_profile("suite", deadline=None, derandomize=True)
settings.register_profile("explore", deadline=None, max_examples=500)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "suite"))


def pytest_addoption(parser):
    parser.addoption("--accept", action="store_true", help="write what came out into the cases as what should")


LABELLED_FIGURES = pytest.StashKey()
"""What the labelled set came to, for the last lines."""


def pytest_configure(config):
    config.labelled_figures = LABELLED_FIGURES


def pytest_terminal_summary(terminalreporter, config):
    if LABELLED_FIGURES in config.stash:
        terminalreporter.write_line(config.stash[LABELLED_FIGURES])


def pytest_sessionstart(session):
    tables.save()
    vocabulary.save(slots.grammar_words())


@pytest.fixture(scope="session")
def accept(request):
    """Whether the cases are to be renewed rather than compared."""
    return request.config.getoption("--accept")
