# `make serve` and `make test` do all the set-up that they need, on Debian or Ubuntu with git, make and Python 3.11.
.DEFAULT_GOAL := help
VENV := .venv
BIN := $(VENV)/bin
PYTHON ?= python3

help: ## Show the targets
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

serve: $(VENV)/.serve-ready ## Run the service with the sample library and print its address
	@$(BIN)/tearsheet serve --samples

test: $(VENV)/.test-ready ## Run linter, formatter, type checker and all tests
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/pytest -n auto --dist loadgroup --cov --cov-report=term:skip-covered --cov-fail-under=92

golden: $(VENV)/.test-ready ## Write every golden file anew; look at each change before you commit it
	@TEARSHEET_REFRESH_GOLDEN=1 $(BIN)/pytest -n auto tests/test_golden*.py

bench: $(VENV)/.bench-ready ## Measure against peers in one run and write docs/benchmarks.md
	@$(BIN)/python -m benchmarks

lock: ## Resolve the lock files anew
	@.ci/lock

clean: ## Remove the environment
	rm -rf $(VENV)

$(VENV)/.serve-ready: pyproject.toml requirements.lock .ci/set-up service/font_faces.py
	@PYTHON=$(PYTHON) .ci/set-up serve

$(VENV)/.test-ready: pyproject.toml requirements-dev.lock .ci/set-up service/font_faces.py
	@PYTHON=$(PYTHON) .ci/set-up test

$(VENV)/.bench-ready: pyproject.toml requirements-dev.lock .ci/set-up service/font_faces.py
	@PYTHON=$(PYTHON) .ci/set-up bench

.PHONY: help serve test golden bench lock clean
