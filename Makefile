# Two commands do all the set-up on a fresh machine with Python 3.11 or newer: make demo, make test.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: bench bench-verify demo test look validate hashes pages hostile fuzz crash clean

$(VENV)/.installed: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade pip
	$(BIN)/python -m pip install --quiet --editable '.[dev]'
	touch $@

demo: $(VENV)/.installed
	$(BIN)/casebrief build examples/poland-2024/case.yaml --filing national-memorandum --filing echr-rule39 -o demo --force
	@echo
	@echo "Filings:           demo/to-file/"
	@echo "For counsel only:  demo/counsel-only/ (open report.html in a browser)"

test: $(VENV)/.installed
	$(BIN)/python -m ruff check .
	$(BIN)/python -m ruff format --check --quiet .
	$(BIN)/python -m pytest -n auto --dist loadfile

look: $(VENV)/.installed
	$(BIN)/python tests/look.py

# Every filing of every case, filed and annotated, through every validator; half an hour. `make test` runs a share.
validate: $(VENV)/.installed
	$(BIN)/python tests/validate_all.py

# After changing precedents, evidence, law or templates: the list that `casebrief doctor` holds the library against.
hashes: $(VENV)/.installed
	$(BIN)/python -m briefs.library.integrity

# After changing precedents, evidence, law or the brief's records: the pages in docs/ that are made, and the list of hashes.
pages: $(VENV)/.installed hashes
	$(BIN)/python -m briefs.coverage > docs/coverage.md
	$(BIN)/python -m briefs.render.names_doc > docs/template-names.md

# The proofs behind SECURITY.md. `make test` runs a share of each.
hostile: $(VENV)/.installed
	$(BIN)/python -m pytest tests/hostile tests/render/test_gate.py tests/render/test_scrub.py tests/test_bundles.py tests/test_casefile.py
	$(BIN)/python tests/hostile/through_the_door.py

fuzz: $(VENV)/.installed
	$(BIN)/python tests/fuzz.py

crash: $(VENV)/.installed
	$(BIN)/python tests/crash.py

# Speed, side by side with docxtpl and, where npm is there, with three Node engines; writes benchmarks/RESULTS.md.
bench: $(VENV)/.installed
	$(BIN)/python -m benchmarks.bench

bench-verify: $(VENV)/.installed
	$(BIN)/python -m benchmarks.verify.bench --write

clean:
	rm -rf $(VENV) demo look
