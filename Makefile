# Two commands do all the set-up on a fresh machine with Python 3.11 or newer: make demo, make test.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: demo test look hashes clean

$(VENV)/.installed: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade pip
	$(BIN)/python -m pip install --quiet --editable '.[dev]'
	touch $@

demo: $(VENV)/.installed
	$(BIN)/casebrief build examples/poland-2024/case.yaml -o demo --force
	@echo
	@echo "Filings:           demo/to-file/"
	@echo "For counsel only:  demo/counsel-only/ (open report.html in a browser)"

test: $(VENV)/.installed
	$(BIN)/python -m ruff check .
	$(BIN)/python -m ruff format --check --quiet .
	$(BIN)/python -m pytest -n auto

look: $(VENV)/.installed
	$(BIN)/python tests/look.py

# After changing precedents, evidence, law or templates: the list that `casebrief doctor` holds the library against.
hashes: $(VENV)/.installed
	$(BIN)/python -m briefs.library.integrity

clean:
	rm -rf $(VENV) demo look
