# Two commands: `make demo` and `make test`. The others are for those who work on the platform.

PYTHON ?= python3
PORT ?= 8443
DEPLOYMENT ?= sandbox
STATE ?= $(CURDIR)/.state
BIN := .venv/bin
export OOTS_PORT := $(PORT)
export OOTS_DEPLOYMENT := $(DEPLOYMENT)
PACKAGES := oots_portal preview_space evidence_exchange evidence_broker data_service_directory semantic_repository eid_auth edelivery \
	conformance common_services exchange_log deployments edm

.DEFAULT_GOAL := help
.PHONY: help demo reset test check lint types layers unit servers e2e bench catalogues python-is-new-enough

help:
	@echo "make demo    set up, start everything on https://localhost:$(PORT), stop with Ctrl-C"
	@echo "make test    set up, run every check and test"
	@echo "make check   lint, types, layers, migrations: the quick part of the tests"
	@echo "make e2e     the browser journey and the scenarios against running deployments"
	@echo "make bench   speed and memory, with their bounds"
	@echo "make reset   forget everything the demonstration kept in $(STATE)"

python-is-new-enough:
	@$(PYTHON) -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else 1)' 2>/dev/null || { \
	  echo "Python 3.11 or newer is needed; $(PYTHON) is $$($(PYTHON) --version 2>&1). Name another with PYTHON=/path/to/python3.11." >&2; exit 2; }

.venv/bin/uv: | python-is-new-enough
	@$(PYTHON) -m venv .venv
	@$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-setup.lock

.venv/run.done: requirements.lock .venv/bin/uv
	@cmp -s requirements.lock .venv/run.lock || test -e .venv/dev.done || $(BIN)/uv pip sync --quiet --require-hashes requirements.lock requirements-setup.lock
	@cp requirements.lock .venv/run.lock && touch $@

.venv/dev.done: requirements-dev.lock .venv/bin/uv
	@$(BIN)/uv pip sync --quiet --require-hashes requirements-dev.lock
	@cp requirements.lock .venv/run.lock && touch $@ .venv/run.done

catalogues:
	@$(BIN)/python -m deployments.catalogues

demo: .venv/run.done catalogues
	@OOTS_STATE="$(STATE)" exec $(BIN)/python -m deployments.demo

reset:
	@if [ -e "$(STATE)/demo.json" ]; then echo "A demonstration runs with $(STATE); stop it first." >&2; exit 2; fi
	@rm -rf "$(STATE)" && echo "$(STATE) is empty."

check: .venv/dev.done catalogues lint types layers
	@$(BIN)/python manage.py makemigrations --check --dry-run --settings oots_portal.settings.test

lint: .venv/dev.done
	@$(BIN)/ruff check . && $(BIN)/ruff format --check . && $(BIN)/djlint --quiet --lint .

types: .venv/dev.done
	@$(BIN)/mypy $(PACKAGES)

layers: .venv/dev.done
	@$(BIN)/lint-imports --no-cache

test: check unit servers e2e

unit: .venv/dev.done catalogues
	@$(BIN)/python -m pytest -m "not browser and not running" tests

servers: .venv/dev.done catalogues
	@$(BIN)/python -m tests.servers -m "not browser and not running" tests

e2e: .venv/dev.done catalogues
	@$(BIN)/python -m pytest -m "browser or running" -p no:randomly tests

bench: .venv/dev.done catalogues
	@$(BIN)/python -m benchmarks
