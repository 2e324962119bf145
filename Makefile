PYTHON ?= python

.PHONY: check house test torture docs messages bench quality ablation package

check: ## Everything that a change must pass.
	$(PYTHON) -m ruff check src tests tools benchmarks hatch_build.py noxfile.py
	$(PYTHON) -m ruff format --check src tests tools benchmarks hatch_build.py noxfile.py
	$(PYTHON) -m mypy
	lint-imports
	$(PYTHON) tools/catalogues.py check
	$(PYTHON) tools/docs.py check
	$(PYTHON) -m kzfr_cli validate
	$(PYTHON) tools/house.py

house: ## Print the figures of the house, and hold them.
	$(PYTHON) tools/house.py

test: ## The tests alone.
	$(PYTHON) -m pytest

torture: ## Kill, starve and feed the program, and write docs/reliability.md; takes a quarter of an hour.
	$(PYTHON) -m tests.torture

docs: ## Write the generated documents, the README's output and the completions.
	$(PYTHON) tools/docs.py write

messages: ## Gather the messages of the source into the catalogues, and compile them.
	$(PYTHON) tools/catalogues.py update
	$(PYTHON) tools/catalogues.py compile

bench: ## Measure every command against its floor, and write docs/performance.md.
	$(PYTHON) -m benchmarks.commands

package: ## Hold the package against the checkers of PyPI, and try the wheel alone on every Python.
	$(PYTHON) -m nox

quality: ## Measure what check and search find, by kind of query, beside its peers.
	$(PYTHON) -m benchmarks.quality --peers
	$(PYTHON) -m tests.claims.judged
	$(PYTHON) -m tests.claims.mutation
	$(PYTHON) -m tests.claims.swaps
	$(PYTHON) -m tests.claims.funnel

ablation: ## Move each tuned number of check, and name the judged claims that turn on it; takes minutes.
	$(PYTHON) -m tests.claims.ablation
