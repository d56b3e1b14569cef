# The two commands of the README: make demo, make test.  What CI runs: make check test.
PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV := .venv
BIN := $(VENV)/bin
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.PHONY: help demo test check setup lock clean pictures

help:
	@echo "make demo    a week of the group, on an embedded mail exchange: nothing to configure"
	@echo "make test    sets everything up and runs the tests"
	@echo "make check   style, types, structure, shipped rules and templates"
	@echo "make lock    renews requirements/*.txt after a change in pyproject.toml"
	@echo "make clean   removes the environment and what the demo wrote"

$(BIN)/python:
	@scripts/make-venv "$(PYTHON)" "$(VENV)"

$(VENV)/demo.stamp: requirements/demo.txt pyproject.toml | $(BIN)/python
	@echo "Installing what the demo needs (a minute or two the first time) ..."
	@$(BIN)/python -m pip install --quiet --require-hashes -r requirements/demo.txt
	@$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/dev.stamp: requirements/dev.txt pyproject.toml | $(BIN)/python
	@echo "Installing what the tests need (a minute or two the first time) ..."
	@$(BIN)/python -m pip install --quiet --require-hashes -r requirements/dev.txt
	@$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation -e .
	@touch $@ $(VENV)/demo.stamp

setup: $(VENV)/dev.stamp

demo: $(VENV)/demo.stamp
	@$(BIN)/mailbot demo --keep demo-out

# Three at once on two cores: the tests often wait for their servers.
test: $(VENV)/dev.stamp
	@scripts/install-servers
	$(BIN)/python -m pytest -n 3 --dist loadgroup

check: $(VENV)/dev.stamp
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	cd / && $(CURDIR)/$(BIN)/mailbot doctor

lock:
	uv pip compile pyproject.toml --generate-hashes --no-emit-index-url --no-header --python-version 3.11 -o requirements/base.txt
	uv pip compile pyproject.toml --extra demo --group build --generate-hashes --no-emit-index-url --no-header --python-version 3.11 -o requirements/demo.txt
	uv pip compile pyproject.toml --extra demo --group dev --generate-hashes --no-emit-index-url --no-header --python-version 3.11 -o requirements/dev.txt

clean:
	rm -rf $(VENV) demo-out .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
