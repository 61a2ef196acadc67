# The only commands a contributor must know.
.PHONY: fetch demo test check format golden bench clean
PYTHON ?= python3
BIN := .venv/bin

# One environment, made once and made again when the dependencies change.
.venv/installed: pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check "pip>=25.1"
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable . --group dev
	touch $@

fetch: .venv/installed          ## archive one page: make fetch URL=https://...
	@test -n "$(URL)" || { echo 'Say which page: make fetch URL=https://...' >&2; exit 2; }
	@$(BIN)/newsgrab fetch "$(URL)"

demo: .venv/installed           ## the main job without the internet
	@$(BIN)/python tests/server/demo.py

test: .venv/installed           ## every test
	@$(BIN)/python -m pytest

check: .venv/installed          ## what a change must pass
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/python -m pytest

format: .venv/installed
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

golden: .venv/installed         ## write the goldens anew; then read the diff
	$(BIN)/python tests/golden.py

bench: .venv/installed          ## quality beside the peers; see bench/README.md
	$(BIN)/python bench/quality.py

clean:
	rm -rf .venv build dist
