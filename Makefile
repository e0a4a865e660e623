# Every target sets up what it needs; a second call does not set up again.
PYTHON ?= python3
VENV := .venv
LOCK := --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --upgrade
export NO_MKDOCS_2_WARNING := 1

.DEFAULT_GOAL := help
.PHONY: help serve build check new test links bench lock clean

help: ## show this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "make %-8s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

serve: $(VENV)/site.stamp ## read the site at http://localhost:8000, reloaded at every change
	SERVING=1 $(VENV)/bin/watchfiles --filter python "$(VENV)/bin/python -m mkdocs serve --watch-theme" macros

build: $(VENV)/site.stamp ## build the site into site/, strictly
	$(VENV)/bin/python -m mkdocs build --strict

check: $(VENV)/site.stamp ## check every page, or one: make check FILE=docs/questions/x.md
	@$(VENV)/bin/python -m macros check $(if $(BASE),--base $(BASE)) $(FILE)

new: $(VENV)/site.stamp ## write a new question page: make new TITLE="How do you …?"
	@$(VENV)/bin/python -m macros new $(if $(TITLE),"$$TITLE")

test: $(VENV)/test.stamp ## check style, types, content, workflows and behaviour
	$(VENV)/bin/ruff check
	$(VENV)/bin/ruff format --check
	$(VENV)/bin/mypy
	@$(VENV)/bin/python -m macros check $(if $(BASE),--base $(BASE))
	@$(VENV)/bin/python -m tests.chromium
	$(VENV)/bin/python -m pytest

links: $(VENV)/test.stamp ## ask every link to another site, needs the internet; writes links.md, empty when all is well
	$(VENV)/bin/python -m tests.links > links.md

bench: $(VENV)/test.stamp ## time the build against plain Material (minutes)
	$(VENV)/bin/python -m benchmarks.build

lock: $(VENV)/test.stamp ## pin every package with hashes again, from pyproject.toml
	$(VENV)/bin/uv pip compile pyproject.toml $(LOCK) -o requirements.txt
	$(VENV)/bin/uv pip compile pyproject.toml --group dev $(LOCK) -o requirements-dev.txt

clean: ## remove everything that can be made again
	rm -rf $(VENV) site .cache

$(VENV)/site.stamp: requirements.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "Python 3.11 or newer is needed. Install it, or name it: make PYTHON=python3.12 …" >&2; exit 1; }
	@$(PYTHON) -m venv --help >/dev/null 2>&1 && $(PYTHON) -c 'import ensurepip' 2>/dev/null || { \
	  echo "Python's venv module is missing. On Debian: sudo apt-get install python3-venv" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(VENV)/bin/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	@touch $@

$(VENV)/test.stamp: requirements-dev.txt $(VENV)/site.stamp
	$(VENV)/bin/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	@touch $@
