# A PostgreSQL of the test's own in a temporary folder, and Belfort's programs
# with the plugin `probe` beside it. Set: $work, $PGHOST, $BELFORT_CONFIG.
# Needs BELFORT_PREFIX, where Belfort is installed.
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
prefix=${BELFORT_PREFIX:?where Belfort is installed}
pgbin=${PGBIN:-/usr/lib/postgresql/15/bin}
work=$(mktemp -d /tmp/bf-tool.XXXXXX)

# PostgreSQL refuses to run as root.
as_postgres()
{
	if [ "$(id -u)" = 0 ]; then
		setpriv --reuid=postgres --regid=postgres --init-groups "$@"
	else
		"$@"
	fi
}

cluster_stop()
{
	as_postgres "$pgbin/pg_ctl" -D "$work/pg/data" -m immediate stop \
		>/dev/null 2>&1
}

cluster_start()
{
	as_postgres "$pgbin/pg_ctl" -D "$work/pg/data" -w -l "$work/pg/log" -o \
		"-c listen_addresses='' -c unix_socket_directories=$work/pg \
		-c fsync=off -c max_connections=20" start >/dev/null
}

cleanup()
{
	cluster_stop
	rm -rf "$work"
}
trap cleanup EXIT

bail_out()
{
	echo "Bail out! $1"
	exit 1
}

sql() # SQL [ROLE]
{
	psql -X -q -A -t -v ON_ERROR_STOP=1 -U "${2:-postgres}" -d belfort -c "$1" 2>&1
}

cluster_make()
{
	chmod 755 "$work"
	mkdir "$work/pg"
	[ "$(id -u)" != 0 ] || chown postgres "$work/pg"
	as_postgres "$pgbin/initdb" -D "$work/pg/data" -U postgres -A trust \
		-E UTF8 --locale=C.UTF-8 --no-sync >/dev/null || return 1
	cluster_start || return 1
	export PGHOST=$work/pg
	psql -X -q -U postgres -d postgres -c 'create role boss login createrole' \
		-c "create database belfort owner boss"
}

# No plugin runs as root.
user=$(id -un)
[ "$user" != root ] || user=nobody

plugin_make() # NAME: from its source in this folder
{
	mkdir -p "$work/share/$1"
	cp -r "$here/$1/sql" "$work/share/$1/"
	chmod -R u+w "$work/share"
	# shellcheck disable=SC2046
	${CC:-cc} -std=gnu11 -Wall -Wextra -Werror -shared -fPIC \
		-fvisibility=hidden -o "$work/plugins/$1.so" \
		$(PKG_CONFIG_PATH=$prefix/lib/pkgconfig pkg-config --cflags belfort) \
		"$here/$1/$1.c"
}

# The installed files, and the probe as an association would build it.
belfort_make()
{
	mkdir -p "$work/plugins" "$work/run"
	cp -r "$prefix/share/belfort" "$work/share"
	plugin_make probe || return 1
	export BELFORT_CONFIG=$work/belfort.ini
	cat >"$BELFORT_CONFIG" <<-INI
	[city]
	name = Test
	url = http://localhost
	[host]
	run = $work/run
	plugins = $work/plugins
	share = $work/share
	[database]
	conninfo = host=$PGHOST dbname=belfort
	admin = host=$PGHOST dbname=belfort user=boss
	[pool tests]
	plugins = probe
	role = probe_pool
	user = $user
	INI
}

belfort()
{
	"$prefix/bin/belfort" "$@" 2>&1
}
