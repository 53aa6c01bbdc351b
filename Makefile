# Every command that a developer needs. `make help` lists them.
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
PYTHON ?= python3
BIN := .venv/bin
RUNTIME := .venv/.runtime
DEVELOPMENT := .venv/.development
TRAINING := .build/training
TRAINING_READY := $(TRAINING)/.ready
DOCUMENTATION := .build/documentation
DOCUMENTATION_READY := $(DOCUMENTATION)/tools/.ready
RUN := $(BIN)/streetgraph

.PHONY: help demo test test-of-the-graph test-of-the-ways-in serve check format docs bench screenshot bench-extract eval cross-validate train notebook lock clean

help: ## This list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-13s %s\n", $$1, $$2}'

demo: $(RUNTIME) ## Load the samples into a new local store and show what is in it
	@$(RUN) demo

serve: $(RUNTIME) ## Serve the explorer and the REST API on the default store
	@$(RUN) serve

test: $(DEVELOPMENT) ## Run all tests, in two halves beside each other
	@$(MAKE) --no-print-directory --jobs=2 --output-sync=line test-of-the-graph test-of-the-ways-in

test-of-the-graph:
	@$(BIN)/python -m pytest tests/graph tests/loaders tests/benchmarks

test-of-the-ways-in:
	@$(BIN)/python -m pytest tests/api $(wildcard tests/test_*.py) tests/browser

check: $(DEVELOPMENT) ## Style, types, structure and containers
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/hadolint Dockerfile
	@$(BIN)/check-jsonschema --quiet --builtin-schema vendor.compose-spec docker-compose.yml
	@$(BIN)/python -m pytest tests/test_architecture.py tests/test_containers.py

format: $(DEVELOPMENT) ## Let ruff set the code
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

docs: $(DEVELOPMENT) $(DOCUMENTATION_READY) ## Write the documentation site, and the reference of the API anew
	@$(BIN)/python -m api.pages.markdown > docs/api.md
	@$(BIN)/python -m docs.building $(DOCUMENTATION) $(if $(filter no,$(NOTEBOOKS)),--as-kept)
	@$(DOCUMENTATION)/tools/bin/zensical build --clean --strict --config-file $(DOCUMENTATION)/zensical.toml
	@echo "To read it: $(PYTHON) -m http.server --bind 127.0.0.1 --directory $(DOCUMENTATION)/site"

$(DOCUMENTATION_READY): requirements-docs.lock
	@test -x $(DOCUMENTATION)/tools/bin/python || $(PYTHON) -m venv $(DOCUMENTATION)/tools
	@$(DOCUMENTATION)/tools/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes --only-binary :all: -r $<
	@touch $@

bench: $(DEVELOPMENT) ## Measure extraction and loading
	@$(BIN)/python -m benchmarks.load

bench-extract: $(DEVELOPMENT) ## Measure reading beside its bare models, and its memory as documents go by
	@$(BIN)/python -m benchmarks.extract
	@$(BIN)/python -m benchmarks.memory --documents 2000

screenshot: $(DEVELOPMENT) ## Save what Neo4j Browser and the explorer show of the samples, for the documentation
	@mkdir -p docs/neo4j docs/explorer
	@STREETGRAPH_SCREENSHOT=docs/neo4j/browser.png $(BIN)/python -m pytest tests/browser/test_neo4j_browser.py -k pairs
	@STREETGRAPH_EXPLORER_PICTURES=docs/explorer $(BIN)/python -m pytest tests/browser/explorer -k "pictures and ladybug"

eval: $(DEVELOPMENT) ## Score extraction against the annotated articles in ../shared; CV=5 cross-validates instead
	@$(if $(CV),$(MAKE) --no-print-directory cross-validate,$(BIN)/python -m benchmarks.evaluate)

cross-validate: $(TRAINING_READY)
	@$(TRAINING)/bin/python -m benchmarks.cross_validate $(or $(DATA),../shared/training) --folds $(or $(CV),5)

train: $(TRAINING_READY) ## Rebuild the models: make train DATA=FOLDER, as loaders/models/README.md describes it
	@test -n "$(DATA)" || { echo "Say where the training material is: make train DATA=../shared/training" >&2; exit 2; }
	@$(TRAINING)/bin/python -m loaders.train $(DATA) $(if $(ONLY),--only $(ONLY)) $(if $(RECOGNISER),--recogniser $(RECOGNISER))

$(TRAINING_READY): requirements-train.lock pyproject.toml
	@test -x $(TRAINING)/bin/python || $(PYTHON) -m venv $(TRAINING)
	@$(TRAINING)/bin/python -m pip install --quiet --require-hashes --only-binary :all: -r requirements-train.lock
	@$(TRAINING)/bin/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

notebook: $(DEVELOPMENT) ## Open the notebooks in JupyterLab, which does not start for root
	@$(BIN)/jupyter lab --LabApp.check_for_updates_class=jupyterlab.handlers.announcements.NeverCheckForUpdate notebooks

lock: $(DEVELOPMENT) ## Pin all dependencies anew (needs uv)
	uv pip compile pyproject.toml --universal --python-version 3.11 --upgrade --generate-hashes --no-emit-index-url --no-header -q -o requirements.lock --extra client --extra explorer --extra sources --extra tables --extra build
	uv pip compile pyproject.toml --universal --python-version 3.11 --upgrade --generate-hashes --no-emit-index-url --no-header -q -o requirements-dev.lock --extra dev --extra client --extra explorer --extra sources --extra tables --extra notebook --extra build
	uv pip compile pyproject.toml --universal --python-version 3.11 --upgrade --generate-hashes --no-emit-index-url --no-header -q -o requirements-train.lock --extra train --extra build
	uv pip compile --group docs --universal --python-version 3.11 --upgrade --generate-hashes --no-emit-index-url --no-header -q -o requirements-docs.lock

clean: ## Remove the environment and all caches
	rm -rf .venv .mypy_cache .pytest_cache .ruff_cache .hypothesis

# Hash-checked wheels first, then this project itself without looking for anything else.
define install
	@test -x $(BIN)/python || $(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "streetgraph needs Python 3.11 or newer: make PYTHON=python3.11 $(MAKECMDGOALS)")'
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@echo "Installing $(1) …" >&2
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --only-binary :all: -r $(1)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@
endef

$(RUNTIME): requirements.lock pyproject.toml
	$(call install,requirements.lock)

$(DEVELOPMENT): requirements-dev.lock pyproject.toml
	$(call install,requirements-dev.lock)
	@touch $(RUNTIME)
