#!/bin/sh
# Fetch what only the tests need: a Chromium, and the real Mermaid parser from npm.
set -eu
bin="$1"

install() {
  as_root=""
  [ "$(id -u)" = 0 ] || as_root="sudo"
  $as_root apt-get update -qq
  DEBIAN_FRONTEND=noninteractive $as_root apt-get install -y -qq "$@" >/dev/null
}

found=""
for name in chromium chromium-browser google-chrome google-chrome-stable; do
  command -v "$name" >/dev/null 2>&1 && found="$name"
done
if [ -z "$found" ]; then
  if command -v apt-get >/dev/null 2>&1; then install chromium fonts-noto-core; else "$bin/playwright" install chromium; fi
fi

if ! command -v npm >/dev/null 2>&1; then
  if command -v apt-get >/dev/null 2>&1; then
    install npm
  else
    echo "the tests check diagrams with the real Mermaid parser: install Node.js with npm first" >&2
    exit 1
  fi
fi
npm ci --ignore-scripts --no-audit --no-fund --silent
