# The commands of this project. Each one sets up what it needs.

PYTHON ?= python3
VENV := .venv
UNLOCKED := .venv-unlocked
READERS := tests/schema tests/prose tests/catalog tests/checks tests/theme tests/test_messages.py tests/test_docs.py
BY_CHANCE := tests/prose tests/schema tests/diff tests/diagrams tests/incremental tests/site/test_any_map.py tests/unbreakable/test_public_lists.py tests/unbreakable/test_whole_builds.py
SECONDS ?= 60
BIN := $(VENV)/bin
COMPILE := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header

.PHONY: site serve test test-unlocked test-long test-wikis strangers audit shots fuzz sbom lint types docs messages release-check lock bench clean help

help: ## list the commands
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 16

$(VENV)/.installed: requirements.txt requirements-build.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else "journeybook needs Python 3.11 or newer; set PYTHON=… to one")'
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r requirements.txt -r requirements-build.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.dev: $(VENV)/.installed requirements-dev.txt package.json package-lock.json
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r requirements-dev.txt
	sh tests/setup.sh $(BIN)
	@touch $@

site: $(VENV)/.installed ## build the sample site in site/
	$(BIN)/journeybook build --out site

serve: $(VENV)/.installed ## preview the sample site with live reload
	$(BIN)/journeybook serve

test: $(VENV)/.dev lint types ## run the linter, the type checker and all tests
	$(BIN)/python -m pytest -n 2 --dist worksteal

$(UNLOCKED)/.installed: pyproject.toml
	test -x $(UNLOCKED)/bin/python || $(PYTHON) -m venv $(UNLOCKED)
	$(UNLOCKED)/bin/python -m pip install --quiet --disable-pip-version-check --upgrade --upgrade-strategy eager -e ".[dev]"
	@touch $@

test-unlocked: $(UNLOCKED)/.installed ## run the tests of readers and messages with the newest dependencies
	$(UNLOCKED)/bin/python -m pytest -n 2 --dist worksteal $(READERS)

test-long: $(VENV)/.dev ## run the tests by chance much longer (about an hour)
	HYPOTHESIS_PROFILE=long $(BIN)/python -m pytest -n 2 --dist worksteal $(BY_CHANCE)

test-wikis: $(VENV)/.dev ## publish to real wikis: MediaWiki, DokuWiki, Otter, Gollum (installs them as root on Debian)
	sh tests/wikis/setup.sh .venv-wikis
	JOURNEYBOOK_WIKIS=1 $(BIN)/python -m pytest -n 2 --dist loadfile tests/wikis tests/publish

strangers: $(VENV)/.dev ## try what ARCHITECTURE.md promises: add a lane, an export format and a check
	$(BIN)/python tools/strangers.py

tools/checkers/node_modules/.installed: tools/checkers/package.json tools/checkers/package-lock.json
	cd tools/checkers && npm ci --ignore-scripts --no-audit --no-fund --silent
	@touch $@

audit: $(VENV)/.dev tools/checkers/node_modules/.installed ## measure pages with Lighthouse and the Nu HTML checker (needs Node 20 and Java 17)
	$(BIN)/python tools/audit.py

shots: $(VENV)/.dev ## take screenshots of every kind of page (build/shots/index.html)
	$(BIN)/python tools/shots.py

fuzz: $(VENV)/.dev ## fuzz every reader; SECONDS=60 each
	-$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r requirements-audit.txt
	for reader in yaml notation markdown; do $(BIN)/python tests/fuzz/readers.py $$reader $(SECONDS) || exit 1; done

sbom: $(VENV)/.installed ## write the software bill of materials, sbom.cdx.json (CycloneDX)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r requirements-audit.txt
	$(BIN)/cyclonedx-py requirements requirements.txt --pyproject pyproject.toml --mc-type application --of JSON --output-reproducible -o sbom.cdx.json

lint: $(VENV)/.dev ## run the linter and check the format
	$(BIN)/ruff check
	$(BIN)/ruff format --check

types: $(VENV)/.dev ## check types
	$(BIN)/mypy

bench: $(VENV)/.installed ## compare speed with other generators (needs the network); SIZE=1000 RUNS=3
	$(BIN)/python benchmarks/bench.py --size $(or $(SIZE),100) --runs $(or $(RUNS),3) --growth $(or $(GROWTH),0)

docs: $(VENV)/.dev ## write the files generated from the code: reference pages, example in docs/review.md, drawn.css
	$(BIN)/python tools/docs.py

messages: $(VENV)/.dev ## update the message catalogues and the tables generated from them
	$(BIN)/python tools/messages.py

release-check: $(VENV)/.dev ## list what is missing per language before a release
	$(BIN)/python tools/messages.py --release-check

lock: ## regenerate the locked requirements
	$(BIN)/python -m pip install --quiet uv
	$(COMPILE) pyproject.toml -o requirements.txt
	$(COMPILE) --extra dev pyproject.toml -o requirements-dev.txt
	$(COMPILE) requirements-build.in -o requirements-build.txt
	$(COMPILE) requirements-audit.in -o requirements-audit.txt

clean: ## delete everything these commands created
	rm -rf $(VENV) $(UNLOCKED) site node_modules tools/checkers/node_modules build/shots sbom.cdx.json .pytest_cache .mypy_cache .ruff_cache
