# `make help` lists what there is. `make run` and `make check` need nothing but Python 3.11+, Node 20+, npm and make.
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help

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

FRONTEND_SOURCES := $(shell find frontend/src frontend/public frontend/index.html frontend/vite.config.ts -type f -not -path '*/generated/*' 2>/dev/null)

$(STAMPS)/spa: $(STAMPS)/node openapi/openapi.json $(FRONTEND_SOURCES)
	cd frontend && npm run --silent build
	@touch $@

# --- using it ---

.PHONY: run
run: $(STAMPS)/runtime $(STAMPS)/spa ## Serve the product with demonstration data on http://127.0.0.1:8000
	@CHAMPIONS_DEMO=1 CHAMPIONS_LOG_FORMAT=$${CHAMPIONS_LOG_FORMAT:-console} exec $(BIN)/champions serve --host $(HOST) --port $(PORT)

.PHONY: lock
lock: ## Lock the newest versions of the Python packages, with hashes
	$(BIN)/uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes --no-header --no-annotate pyproject.toml --extra build -o requirements.lock
	$(BIN)/uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes --no-header --no-annotate -c requirements.lock pyproject.toml --extra build --extra dev --extra bench -o requirements-dev.lock
