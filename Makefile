# Everything runs in .venv, which the first command creates; `make clean` removes it.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/ready
TOOLS := $(VENV)/tools
INSTALL := PYTHON="$(PYTHON)" sh deploy/install.sh $(VENV) -c constraints.txt

.PHONY: chat telegram test check bench clean
.DEFAULT_GOAL := chat

# The stamps are written last: an installation that was cut off is done again.
$(READY): pyproject.toml constraints.txt
	@$(INSTALL) -e .
	@touch $(READY)

# What developers need besides, in one installation with the rest.
$(TOOLS): pyproject.toml constraints.txt
	@$(INSTALL) -e '.[dev]'
	@touch $(READY) $(TOOLS)

chat: $(READY)
	@$(BIN)/hedui chat

telegram: $(READY)
	@$(BIN)/hedui telegram

test check: $(TOOLS)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python -m pytest -q

# make bench NAME=retrieval ARGS="--articles … --questions …"
bench: $(TOOLS)
	@test -n "$(NAME)" || { echo "make bench NAME=… ARGS=…, NAME one of:"; ls bench | sed -n 's/^\([a-z].*\)\.py$$/  \1/p'; exit 2; }
	$(BIN)/python -m bench.$(NAME) $(ARGS)

clean:
	rm -rf $(VENV) hedui.egg-info
