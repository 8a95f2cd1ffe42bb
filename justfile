python := ".venv/bin/python"

# the list of recipes
default:
    @just --list

# an environment with everything that the tests need
setup:
    python3 -m venv .venv
    .venv/bin/pip install -q -e '.[test]'

# the tests, as in the README
test *arguments:
    .venv/bin/pytest -q {{ arguments }}

# the tests that need other programs or a package index
real:
    .venv/bin/pytest -q -m real

# renew the expected outcomes in tests/cases, then read the diff
accept:
    .venv/bin/pytest -q --accept
    git diff --stat tests examples

# style, types and layers
lint:
    .venv/bin/ruff check
    .venv/bin/ruff format --check
    .venv/bin/mypy
    .venv/bin/lint-imports

# put the code into its form
format:
    .venv/bin/ruff check --fix
    .venv/bin/ruff format

# wheel and source archive in dist/
build:
    rm -rf dist
    {{ python }} -m build

# all that must pass before a change lands
ci:
    .ci/run

# look for new examples that break a promise, longer than the tests do
explore:
    HYPOTHESIS_PROFILE=explore .venv/bin/pytest -q tests/test_cues.py tests/test_plan_properties.py tests/test_bad_text.py
