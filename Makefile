# `make help` lists what there is. `make run` and `make check` need nothing but Python 3.11+, Node 20+, npm and make.
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help

# A dozen processes of the product start in the checks; none is to compile it anew.
unexport PYTHONDONTWRITEBYTECODE

PYTHON ?= python3
HOST ?= 127.0.0.1
PORT ?= 8000
BIN := .venv/bin
STAMPS := .make
VERSION := $(shell $(PYTHON) -c 'import sys; print(sys.version_info[:2] >= (3, 11))')

ifneq ($(VERSION),True)
$(error Python 3.11 or newer is needed: "$(PYTHON)" is not. Say which with `make PYTHON=/path/to/python3`)
endif

.PHONY: help
help: ## What can be made
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sort | awk 'BEGIN {FS = ":.*## "} {printf "  make %-14s %s\n", $$1, $$2}'

# --- set-up: each step leaves a stamp, so that the second time is quick ---

$(STAMPS)/runtime: requirements.lock pyproject.toml
	@mkdir -p $(STAMPS)
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

$(STAMPS)/dev: requirements-dev.lock $(STAMPS)/runtime
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@touch $@

$(STAMPS)/node: frontend/package-lock.json
	@mkdir -p $(STAMPS)
	cd frontend && npm ci --no-audit --no-fund --silent
	@touch $@

FRONTEND_SOURCES := $(shell find frontend/src frontend/public frontend/index.html frontend/vite.config.ts frontend/scripts docs/co-chairs.md docs/images/guide -type f -not -path '*/generated*/*' 2>/dev/null)

$(STAMPS)/spa: $(STAMPS)/node openapi/openapi.json $(FRONTEND_SOURCES)
	cd frontend && npm run --silent build
	@touch $@

# --- using it ---

.PHONY: run
run: $(STAMPS)/runtime $(STAMPS)/spa ## Serve the product with demonstration data on http://127.0.0.1:8000
	@CHAMPIONS_DEMO=1 CHAMPIONS_LOG_FORMAT=$${CHAMPIONS_LOG_FORMAT:-console} exec $(BIN)/champions serve --host $(HOST) --port $(PORT)

.PHONY: dev
dev: $(STAMPS)/dev $(STAMPS)/node ## Serve with hot reload: the API on port 8000, the app on the port that Vite prints
	@trap 'kill 0' EXIT; \
	CHAMPIONS_DEMO=1 CHAMPIONS_TEST_CLOCK=1 CHAMPIONS_LOG_FORMAT=console $(BIN)/watchfiles --filter python "$(BIN)/champions serve" api & \
	cd frontend && npm run --silent generate && npm run --silent dev

# --- the contract ---

.PHONY: openapi
openapi: $(STAMPS)/runtime ## Write openapi/openapi.json anew
	$(BIN)/champions openapi openapi/openapi.json

$(STAMPS)/sdk: openapi/openapi.json openapi/sdk-python.yaml $(STAMPS)/dev
	$(BIN)/openapi-python-client generate --path openapi/openapi.json --config openapi/sdk-python.yaml --output-path sdk/python --overwrite
	$(BIN)/ruff check --quiet --isolated --fix-only --select I,UP,F401 sdk/python
	$(BIN)/ruff format --quiet --isolated sdk/python
	@touch $@

.PHONY: sdk
sdk: $(STAMPS)/sdk ## Generate the Python SDK into sdk/python

$(STAMPS)/spectral: openapi/package-lock.json
	@mkdir -p $(STAMPS)
	cd openapi && npm ci --no-audit --no-fund --silent
	@touch $@

# --- checking it ---

.PHONY: check
check: lint test check-frontend e2e ## Everything that CI runs
	@echo "All checks passed."

.PHONY: lint
lint: $(STAMPS)/dev $(STAMPS)/spectral ## Style, types, import rules, the OpenAPI's own rules, the locks
	$(BIN)/ruff check --quiet .
	$(BIN)/ruff format --quiet --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache | tail -n 12
	$(BIN)/python -m tests.houserules
	cd openapi && npm run --silent lint

.PHONY: test
test: $(STAMPS)/dev $(STAMPS)/sdk $(STAMPS)/node ## The Python tests, on the embedded PostgreSQL and the running product
	$(BIN)/pytest -n 2 --dist loadgroup

.PHONY: check-frontend
check-frontend: $(STAMPS)/spa ## The app's style, types, unit tests and size
	cd frontend && npm run --silent lint && npm run --silent typecheck && npm run --silent test && npm run --silent check:size

.PHONY: e2e
e2e: $(STAMPS)/dev $(STAMPS)/spa chromium ## The browser tests, in Chromium against the running product
	cd frontend && PYTHONPATH=.. ../$(BIN)/python -m tests.running_product npx playwright test

.PHONY: pictures
pictures: $(STAMPS)/dev $(STAMPS)/spa chromium ## Take the pictures of the guides anew, from the demonstration data
	cd frontend && PYTHONPATH=.. ../$(BIN)/python -m tests.running_product npx playwright test --config pictures.config.ts

.PHONY: chromium
chromium:
	@if [ -n "$${CHROMIUM_PATH:-}" ] || command -v chromium >/dev/null; then exit 0; fi; \
	if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
		apt-get update --quiet=2 && DEBIAN_FRONTEND=noninteractive apt-get install --quiet=2 --yes --no-install-recommends chromium >/dev/null; \
	else \
		echo "The browser tests need Chromium: install it (Debian: apt-get install chromium), or set CHROMIUM_PATH." >&2; exit 1; \
	fi

.PHONY: bench
bench: $(STAMPS)/dev ## The list job side by side with three other ways to write it, the lists after twenty years, search with facets, a harvest, 200 watchers, the planner
	$(BIN)/python -m tests.benchmarks.practice_list
	$(BIN)/python -m tests.benchmarks.rhythm_lists
	$(BIN)/python -m tests.benchmarks.search_at_scale
	$(BIN)/python -m tests.benchmarks.oai_harvest
	$(BIN)/python -m tests.benchmarks.room_watchers
	$(BIN)/python -m tests.benchmarks.rotation_planner

.PHONY: bench-room
bench-room: $(STAMPS)/dev ## 200 watchers of a meeting on one API process: what each hears, how soon, and its memory
	$(BIN)/python -m tests.benchmarks.room_watchers
	$(BIN)/python -m tests.benchmarks.rotation_planner

.PHONY: bench-board
bench-board: $(STAMPS)/dev $(STAMPS)/spa chromium ## What drawing the workplan's board of 500 items costs in Chromium
	cd frontend && PYTHONPATH=.. ../$(BIN)/python -m tests.running_product node scripts/measure-board.mjs

# --- upkeep ---

.PHONY: format
format: $(STAMPS)/dev $(STAMPS)/node ## Format everything
	$(BIN)/ruff check --quiet --fix . ; $(BIN)/ruff format --quiet .
	cd frontend && npm run --silent format

.PHONY: lock
lock: ## Lock the newest versions of the Python packages, with hashes
	$(BIN)/uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes --no-header --no-annotate pyproject.toml --extra build -o requirements.lock
	$(BIN)/uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes --no-header --no-annotate -c requirements.lock pyproject.toml --extra build --extra dev --extra bench -o requirements-dev.lock

.PHONY: clean
clean: ## Remove what was made, but not the data
	rm -rf .venv $(STAMPS) sdk frontend/dist frontend/node_modules openapi/node_modules frontend/src/api/generated*
