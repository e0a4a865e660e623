# Every target sets up what it needs; a second call does not set up again.
PYTHON ?= python3
VENV := .venv
LOCK := --quiet --universal --python-version 3.11 --generate-hashes --no-annotate --upgrade
PORT ?= 8000
export NO_MKDOCS_2_WARNING := 1
# What somebody typed, as the shell must get it: nothing in it is expanded, neither by make nor by the shell.
quoted = '$(subst ','\'',$(value $1))'
# A command that has said what is wrong ends make too, without the `make: *** … Error 1` that reads like a crash.
PLAINLY = || kill -s PIPE $$PPID

.DEFAULT_GOAL := help
.PHONY: help serve build check new test links bench lock clean

help: ## show this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "make %-8s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

serve: $(VENV)/site.stamp ## read the site at http://localhost:8000 (or PORT=…), reloaded at every change
	@$(VENV)/bin/python -m macros serve --port $(PORT) $(PLAINLY)

build: $(VENV)/site.stamp ## build the site into site/, strictly
	$(VENV)/bin/python -m mkdocs build --strict

check: $(VENV)/$(if $(RUN),test,site).stamp ## check every page, or one: make check FILE=docs/questions/x.md, with RUN=1 its code too
	@$(if $(and $(RUN),$(if $(FILE),,1)),{ echo "RUN=1 needs a page: make check FILE=docs/questions/x.md RUN=1" >&2; false; } $(PLAINLY))
	@$(VENV)/bin/python -m macros check $(if $(BASE),--base $(call quoted,BASE)) $(if $(FILE),$(call quoted,FILE)) $(PLAINLY)
	@$(if $(RUN),$(VENV)/bin/python -m tests.support.run_page $(call quoted,FILE) $(PLAINLY))

new: $(VENV)/site.stamp ## write a new question page: make new TITLE="How do you …?"
	@$(VENV)/bin/python -m macros new $(if $(value TITLE),$(call quoted,TITLE)) $(PLAINLY)

test: $(VENV)/test.stamp ## check style, types, content, workflows and behavior
	$(VENV)/bin/ruff check
	$(VENV)/bin/ruff format --check
	$(VENV)/bin/mypy
	$(VENV)/bin/typos
	@$(VENV)/bin/python -m macros check $(if $(BASE),--base $(BASE))
	@$(VENV)/bin/python -m tests.support.chromium
	@$(VENV)/bin/python -m tests.support.tools
	$(VENV)/bin/python -m pytest -n 2 --dist worksteal

links: $(VENV)/test.stamp ## ask every link to another site, needs the internet; writes links.md, empty when all is well
	$(VENV)/bin/python -m tests.repository.links > links.md

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
