# Everything happens in tools/ (Python); this file makes the environment and names the commands.
.DEFAULT_GOAL := help
.PHONY: help setup up down reset logs doctor mail dev demo journey test check e2e browser bench load drill prove lock openapi package deploy
PYTHON ?= python3
BANLI = @command -v $(PYTHON) >/dev/null || { echo "Python is missing: install Python 3.11 or newer and run the same command again."; exit 1; }; $(PYTHON) tools/bootstrap.py

# Options are passed by the environment, so that `make up PORT=8700` and `PORT=8700 make up` are the same.
export PORT CLOUD_PORT DETACH STAGE BASE_URL T SEED CHROMIUM LOAD_SECONDS CHAPTER RUNTIME

help: ## this list
	@sed -n 's/^\([a-z0-9]*\):.*## \(.*\)/  make \1\t\2/p' Makefile | expand -t 18

setup: ## install what the other commands need (they do it themselves, too)
	$(BANLI) setup

up: ## everything, ready to use in the browser; DETACH=1 returns when ready, PORT= and CLOUD_PORT= choose ports
	$(BANLI) up

down: ## stop what `make up` started; the data stays
	$(BANLI) down

reset: ## stop, and delete the local data
	$(BANLI) reset

logs: ## follow the logs of the local cloud and its functions
	$(BANLI) logs

doctor: ## check this machine, and what is running
	$(BANLI) doctor

mail: ## show the mails that the local cloud has sent
	$(BANLI) mail

dev: ## like up, and deploy again whenever a file changes; the web app reloads itself
	$(BANLI) dev

demo: ## put the demo company into what is running (`make up` does it, too)
	$(BANLI) demo

journey: ## the main job over HTTP: sign up, build, quote, approve; CHAPTER= for one chapter, BASE_URL= and MAILS_URL= for another installation
	$(BANLI) journey

test: ## everything that CI runs
	$(BANLI) test

check: ## the fast half of it: format, lint, types, unit, architecture, contracts; T= passes a path to pytest
	$(BANLI) check

e2e: ## the end-to-end tests alone, on a local cloud of their own
	$(BANLI) e2e

browser: ## the browser tests alone; T= passes a path to pytest, pictures are in .local/screens
	$(BANLI) browser

bench: ## figures of benchmarks/
	$(BANLI) bench

load: ## eight people at work for five minutes on a local cloud of its own: no error, no memory that grows
	$(BANLI) load

drill: ## take a copy, damage the data, restore to a new table, check it, and finish an approval that was open
	$(BANLI) drill

prove: ## the long form of every proof, and each guard broken in turn; writes docs/proof.md, SEED= repeats a run
	$(BANLI) prove

openapi: ## write tests/contracts/openapi.json anew from the routes
	$(BANLI) openapi

lock: ## pin requirements*.in anew
	$(BANLI) lock

package: ## the code and the template for AWS; STAGE=dev, staging or prod, RUNTIME=3.13
	$(BANLI) package

deploy: ## package, and put it into AWS; STAGE=dev, staging or prod
	$(BANLI) deploy
