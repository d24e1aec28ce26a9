# shellcheck shell=bash
# Installs what is missing from Debian's packages, and leaves the services
# they bring stopped and disabled.

# What building and running takes.
# shellcheck disable=SC2034 # for who reads this
packages_run='gcc libc6-dev make autoconf automake libtool pkg-config gettext
	libpq-dev libjansson-dev libinih-dev zlib1g-dev libgcrypt20-dev
	libfcgi-dev liblua5.4-dev libseccomp-dev
	libcurl4-openssl-dev libpango1.0-dev libqrencode-dev libxml2-dev postgresql-15 nginx uidmap'

package_there() {
	[ "$(dpkg-query -W -f '${db:Status-Status}' "$1" 2>/dev/null)" = installed ]
}

packages_missing() { # packages_missing NAME...: those that are not there
	local name
	for name; do
		package_there "$name" || printf '%s ' "$name"
	done
}

as_root() {
	if [ "$(id -u)" = 0 ]; then
		"$@"
	else
		sudo -- "$@"
	fi
}

packages_may() { # whether we may install the packages named
	local names=$*
	command -v apt-get >/dev/null ||
		die "This is no Debian: install by hand what stands for: $names"
	[ "$(id -u)" = 0 ] || command -v sudo >/dev/null ||
		die "Missing packages, and no sudo to install them. Ask an administrator for:" \
			"  apt-get install $names"
}

# Debian starts a service when its package is installed, unless this file says
# no; and it makes a database cluster `main`, unless told otherwise.
policy=/usr/sbin/policy-rc.d
no_cluster=/etc/postgresql-common/createcluster.d/belfort-quickstart.conf

services_hold() {
	held_policy=''
	if [ ! -e "$policy" ]; then
		printf '#!/bin/sh\nexit 101\n' | as_root tee "$policy" >/dev/null
		as_root chmod 755 "$policy"
		held_policy=$policy
	fi
	as_root mkdir -p "$(dirname "$no_cluster")"
	echo 'create_main_cluster = false' | as_root tee "$no_cluster" >/dev/null
}

services_release() {
	as_root rm -f "$no_cluster"
	[ -z "$held_policy" ] || as_root rm -f "$held_policy"
}

services_disable() { # services_disable NAME...: not after a restart either
	local name
	for name; do
		if command -v systemctl >/dev/null; then
			as_root systemctl --quiet disable "$name" || true
		elif command -v update-rc.d >/dev/null; then
			as_root update-rc.d "$name" disable || true
		fi
	done
}

# Services whose packages are not there yet, so that we know which are new.
services_new() {
	package_there nginx-common || printf 'nginx '
	package_there postgresql-common || printf 'postgresql '
	package_there lighttpd || printf 'lighttpd '
	package_there exim4-base || printf 'exim4 '
}

packages_get() { # packages_get NAME...: with services held
	local new
	new=$(services_new)
	trap services_release EXIT
	services_hold
	as_root env DEBIAN_FRONTEND=noninteractive apt-get -y \
		-o Dpkg::Options::=--force-confold \
		install --no-install-recommends "$@"
	# shellcheck disable=SC2086 # several words on purpose
	services_disable $new
}

packages_update_get() {
	as_root apt-get update
	packages_get "$@"
}

packages_install() { # packages_install NAME...: the step as a whole
	local missing
	missing=$(packages_missing "$@")
	[ -n "$missing" ] || return 0
	packages_may "$missing"
	say "  Missing: $missing"
	[ "$(id -u)" = 0 ] || as_root true || die "Without sudo the packages cannot be installed."
	# shellcheck disable=SC2086 # several words on purpose
	step 'Installing Debian packages' \
		"look at the lines above; is the network there? Try: apt-get update" \
		packages_update_get $missing
}

# --- packages of Node: for tests, and for the provider of the demo ---------

modules_there() { # modules_there TREE
	cmp -s "$1/package-lock.json" "$1/node_modules/.lock"
}

modules_get() { # modules_get TREE
	cd "$1" || return 1
	npm_config_cache=$1/var/npm npm ci --no-fund --no-audit
	cp package-lock.json node_modules/.lock
}
