# Everything runs in .venv, which the first command creates; `make clean` removes it.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/ready

.PHONY: chat telegram test check bench clean
.DEFAULT_GOAL := chat

# The stamp is written last: an installation that was cut off is done again.
$(READY): pyproject.toml constraints.txt
	@echo "准备运行环境，首次需要几分钟 / Setting up, a few minutes the first time …"
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "需要 Python 3.11 以上，可用 make PYTHON=python3.11 指定 / needs Python 3.11+, e.g. make PYTHON=python3.11"; exit 2; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --disable-pip-version-check --progress-bar on -c constraints.txt -e '.[dev]'
	@touch $(READY)

chat: $(READY)
	@$(BIN)/hedui chat

telegram: $(READY)
	@$(BIN)/hedui telegram

test check: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python -m pytest -q

# make bench NAME=retrieval ARGS="--articles … --questions …"
bench: $(READY)
	@test -n "$(NAME)" || { echo "make bench NAME=… ARGS=…, NAME one of:"; ls bench | sed -n 's/^\([a-z].*\)\.py$$/  \1/p'; exit 2; }
	$(BIN)/python -m bench.$(NAME) $(ARGS)

clean:
	rm -rf $(VENV)
