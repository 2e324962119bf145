#!/usr/bin/env bash
# Install the programs of others that the tests of tests/clients/ drive, each apart from ours: `tools/clients.sh FOLDER`.
# Then run the tests with KZFR_CLIENTS=FOLDER. What can't be installed is named on stderr, and its tests are skipped.
set -uo pipefail
folder=$(mkdir -p "$1" && cd "$1" && pwd)

debian() { [ "$(id -u)" = 0 ] && apt-get install -y -qq --no-install-recommends "$@" >"$folder/apt-$1.log" 2>&1 || echo "no $*" >&2; }
python() { # NAME PACKAGE...: an environment of its own, FOLDER/NAME
    local name=$1
    shift
    [ -d "$folder/$name" ] || { python3 -m venv "$folder/$name" && "$folder/$name/bin/pip" install -q "$@"; } ||
        { echo "no $name" >&2; rm -rf "${folder:?}/$name"; }
}
node() { npm install --silent --no-audit --no-fund --prefix "$folder" "$@" >"$folder/npm.log" 2>&1 || echo "no $*" >&2; }

if [ "$(id -u)" = 0 ]; then apt-get update -qq >"$folder/apt.log" 2>&1; fi
debian zsh
debian fish
debian man-db
debian chromium
debian poppler-utils
debian libreoffice-writer-nogui libreoffice-calc-nogui libreoffice-impress-nogui
debian jq
debian biber texlive-bibtex-extra texlive-latex-recommended texlive-luatex
debian ripgrep
debian fzf
debian sqlite3
python khal khal
python recurring recurring-ical-events
python datasette datasette sqlite-utils
python csvkit csvkit
python taplo taplo
python powershell tree-sitter tree-sitter-powershell
node @citation-js/core @citation-js/plugin-csl @citation-js/plugin-ris @citation-js/plugin-bibtex
node @knight-lab/timelinejs @markwhen/parser axe-core jsdom @microsoft/sarif-multitool
