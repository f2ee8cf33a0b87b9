# `make demo` and `make test` need Python 3.11 with venv, and make. Everything else they install into .venv.
PYTHON ?= python3.11
BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet

.DEFAULT_GOAL := help
.PHONY: help install demo test check lock bench clean

help:  ## list the targets
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/'

install: .venv/installed  ## create .venv and install sayso; afterwards .venv/bin/sayso works

demo: install  ## read the demo case that ships with the package and show what it found
	@$(BIN)/sayso demo

test: .venv/installed-test  ## everything CI runs: formatter, linter, types, tests
	@$(BIN)/ruff format --check src tests benchmarks
	@$(BIN)/ruff check src tests benchmarks
	@$(BIN)/mypy
	@$(BIN)/pytest -q -n 2

bench: .venv/installed-bench  ## what benchmarks need besides; then: .venv/bin/python -m benchmarks --help

lock:  ## resolve the locks anew (needs uv)
	uv pip compile --quiet --python-version 3.11 --generate-hashes --no-emit-index-url pyproject.toml requirements-build.in -o requirements.lock
	uv pip compile --quiet --python-version 3.11 --generate-hashes --no-emit-index-url --extra test -c requirements.lock pyproject.toml requirements-build.in -o requirements-test.lock
	uv pip compile --quiet --python-version 3.11 --generate-hashes --no-emit-index-url --extra test --extra bench -c requirements-test.lock pyproject.toml requirements-build.in -o requirements-bench.lock

clean:  ## remove what was built and installed
	rm -rf .venv build dist

.venv/bin/python:
	@echo "Creating .venv"
	@$(PYTHON) -m venv .venv

.venv/installed: requirements.lock pyproject.toml | .venv/bin/python
	@echo "Installing sayso and what it needs into .venv (a minute or two)"
	@$(PIP) install --require-hashes -r requirements.lock
	@$(PIP) install --no-deps --no-build-isolation -e .
	@touch $@

.venv/installed-test: requirements-test.lock .venv/installed
	@echo "Installing what the tests need"
	@$(PIP) install --require-hashes -r requirements-test.lock
	@touch $@

.venv/installed-bench: requirements-bench.lock .venv/installed-test
	@echo "Installing what the benchmarks compare with"
	@$(PIP) install --require-hashes -r requirements-bench.lock
	@touch $@
