#!/bin/sh
# What `make test-wikis` needs besides the tests: programs of Debian, and wikis from the registry in
# an environment of their own. Tests of a wiki that is not there are skipped with the reason.
set -eu
programs=$1
packages="mediawiki dokuwiki php8.2-cli php-sqlite3 php-xml php-mbstring php-intl php-apcu php-gd
librsvg2-bin ruby-gollum-lib ruby-gollum-rugged-adapter ruby-commonmarker nginx-light apache2-bin
media-types"
if command -v apt-get > /dev/null && [ "$(id -u)" = 0 ]; then
	if [ ! -d /usr/share/mediawiki ] || [ ! -d /usr/share/dokuwiki ] || [ ! -x /usr/sbin/nginx ] || [ ! -x /usr/sbin/apache2 ]; then
		apt-get update -qq
		# shellcheck disable=SC2086
		DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $packages
	fi
else
	echo "to test MediaWiki, DokuWiki, Gollum and web servers, install as root:" $packages
fi
test -x "$programs/bin/python" || python3 -m venv "$programs"
"$programs/bin/python" -m pip install --quiet --disable-pip-version-check otterwiki markdown-to-confluence
