# Everything a person needs: make run, make ask Q="...", make test. `make help` lists the rest.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
TOOLS := .venv-tools
INSTALL_TOOLS = $(PYTHON) -m venv $(TOOLS) && $(TOOLS)/bin/python -m pip install --quiet --constraint constraints.txt \
  --requirement ops/tools.txt && touch $(TOOLS)/.installed
PEERS := var/bench-venv
PEERS_STAMP := $(PEERS)/.installed
Q ?= What is kratom?

export PIP_DISABLE_PIP_VERSION_CHECK := 1

.DEFAULT_GOAL := help
.PHONY: help install index run ask test lint types layers check-corpus check fix eval eval-public flood soak torture bench scale image report picture pictures clean \
        lock install-locked licences audit sbom

help: ## list the targets
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-14s %s\n", $$1, $$2}'

$(STAMP): pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed; set PYTHON=..." >&2; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --editable '.[dev]'
	@touch $@

install: $(STAMP) ## make .venv and install everything into it

index: $(STAMP) ## build the index if it is missing or does not fit the corpus
	@$(BIN)/python -m index.rebuild --if-needed

run: index ## start the Discord bot, or without a token a chat in this terminal
	@$(BIN)/kratom-bot run

ask: index ## answer one question: make ask Q="is kratom addictive"
	@$(BIN)/kratom-bot ask -- "$$Q"
export Q

test: $(STAMP) ## run all tests
	$(BIN)/python -m pytest $(ARGS)

lint: $(STAMP) ## ruff: rules and format
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(STAMP) ## mypy, strict
	$(BIN)/mypy

layers: $(STAMP) ## import-linter: packages depend downwards only
	$(BIN)/lint-imports

check-corpus: $(STAMP) ## every editorial rule over the corpus
	$(BIN)/python -m corpus check --strict

check: lint types layers check-corpus test ## all that continuous integration runs

fix: $(STAMP) ## mend what ruff can mend
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

eval: index ## measure the answers: make eval FILE=questions.jsonl (without: the project's own questions)
	$(BIN)/python -m bench.evaluation $(if $(FILE),--file $(FILE))

eval-public: $(STAMP) ## measure the search on public medical questions from outside this project
	$(BIN)/python -m bench.public_set

flood: index ## measure how fast a burst of 500 questions in Discord is taken
	$(BIN)/python -m bench.flood

$(PEERS_STAMP): bench/peers/requirements.txt bench/peers/constraints.txt
	@test -x $(PEERS)/bin/python || $(PYTHON) -m venv $(PEERS)
	$(PEERS)/bin/python -m pip install --quiet --constraint bench/peers/constraints.txt --requirement bench/peers/requirements.txt
	@touch $@

bench: index $(PEERS_STAMP) ## measure speed, memory and size beside other systems, in about 20 minutes: make bench FILE=questions.jsonl
	$(BIN)/python -m bench.side_by_side --peers $(PEERS)/bin/python $(if $(FILE),--file $(FILE)) --write-docs $(ARGS)

scale: $(STAMP) ## measure the vector index with up to a million vectors
	$(BIN)/python -m bench.scale --write-docs $(ARGS)

image: index ## build the file tree of the slim image in var/runtime-tree, answer and reload from it, weigh it
	$(BIN)/python -m bench.image --write-docs $(ARGS)

soak: $(STAMP) ## ask the bot 50 questions a second for ten minutes, and look at each answer; ARGS="--seconds 3600": longer
	$(BIN)/python -m bench.soak $(ARGS)

torture: $(STAMP) ## break everything on purpose for half an hour, count what was lost: docs/reliability.md; ARGS=--short: 5 minutes
	$(BIN)/python -m bench.torture $(ARGS)

report: $(STAMP) ## draw an overview of the corpus: var/corpus-report.html
	@$(BIN)/python -m corpus report

picture: index ## draw docs/answer.svg anew from a real answer
	$(BIN)/python docs/picture.py

pictures: index ## draw docs/pictures anew: what people see in Discord, from messages the bot sent (needs Chromium)
	$(BIN)/python -m docs.discord_pictures

lock: $(STAMP) ## write requirements.lock: the pinned packages with their hashes
	$(BIN)/python ops/lock.py

install-locked: ## install into .venv only what has the hashes of requirements.lock (and torch, which has none)
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --require-hashes --no-deps --requirement requirements.lock
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --editable '.[dev]'
	@touch $(STAMP)

licences: $(STAMP) ## write docs/licences.md from the installed packages
	$(BIN)/python ops/licences.py

# Tools that look at the packages from outside live in an environment of their own, so that they cannot change any.
$(TOOLS)/.installed: ops/tools.txt
	@$(INSTALL_TOOLS)

audit: ## ask the public vulnerability data about every pinned package
	@test -e $(TOOLS)/.installed || { $(INSTALL_TOOLS); } || \
	  { echo "audit SKIPPED: its tools cannot be installed; nothing was checked"; exit 0; }; \
	$(TOOLS)/bin/python ops/audit.py

sbom: $(STAMP) $(TOOLS)/.installed ## write var/sbom.json: what is installed, in CycloneDX form
	@mkdir -p var
	$(TOOLS)/bin/cyclonedx-py environment --pyproject pyproject.toml --output-reproducible --of JSON -o var/sbom.json $(BIN)/python
	@echo "var/sbom.json"

clean: ## remove the environment and all that was built
	rm -rf $(VENV) $(TOOLS) var *.egg-info
