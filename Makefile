# Everything a checkout needs: each target sets up what it needs first. `make help` lists the targets.

PYTHON ?= python3
PORT ?= 8000
SERVE ?= 1
WORKERS ?= 2

BIN := .venv/bin
PYTEST := $(BIN)/python -m pytest
PARALLEL := -n $(WORKERS) --dist worksteal
UV_LOCK := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url

# Each of the many processes of a test run would otherwise compile all sources, and rewrite all assertions, anew.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.PHONY: help setup demo test checks lint types contracts test-sqlite test-postgres journeys browser bench bundle lock clean

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-14s %s\n", $$1, $$2 }' Makefile

setup: ## make .venv and the front-end files (done by itself before the other targets)
	@$(PYTHON) -m tools.setup

demo: setup ## import the sample town's year, write its report and serve the workbench (PORT=8000, SERVE=0 to stop before serving)
	@$(BIN)/guiju demo --port $(PORT) $(if $(filter 0 no,$(SERVE)),--no-serve)

test: checks test-sqlite test-postgres ## lint, types, import contracts, all tests on both databases, journeys in a browser

checks: setup ## lint, types and import contracts beside one another
	@$(MAKE) --no-print-directory -j 2 -O types lint contracts

lint: setup ## check style and format
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: setup ## check types, strictly in the kernel
	$(BIN)/mypy

contracts: setup ## check that imports run one way
	$(BIN)/lint-imports --no-logo

test-sqlite: setup browser ## all tests on SQLite, the journeys in headless Chromium among them
	GUIJU_TEST_DB=sqlite $(PYTEST) $(PARALLEL)

test-postgres: setup browser ## all tests on a private PostgreSQL, with the journeys that are meant for both
	$(BIN)/python -m tools.private_postgres -- $(PYTEST) $(PARALLEL)

journeys: setup browser ## the journeys alone, on SQLite
	GUIJU_TEST_DB=sqlite $(PYTEST) $(PARALLEL) tests/journeys

browser: setup
	@$(BIN)/python -m tools.setup.chromium

bench: setup ## measure the performance targets (minutes)
	$(BIN)/python -m bench

bundle: setup ## write a tar that installs without network (out/guiju-*.tar)
	$(BIN)/python -m tools.offline_bundle

lock: setup ## write the locks anew from pyproject.toml and package.json
	$(UV_LOCK) pyproject.toml --group dev -o requirements.lock
	$(UV_LOCK) --group node -o requirements-node.lock
	$(UV_LOCK) --group pgserver -o requirements-pgserver.lock
	npm install --package-lock-only --ignore-scripts --no-audit --no-fund

clean: ## remove what set-up made (.venv, front-end files); data in var/ stays
	rm -rf .venv guiju/web/static/vendor
