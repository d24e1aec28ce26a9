#!/bin/bash
# Plugins that need each other, and what keeps a pool from opening.
. "$(dirname "$0")/tap.bash"
. "$(dirname "$0")/cluster.bash"
cluster_make && belfort_make || bail_out "no PostgreSQL, or no probe"

needy() # OPTION...: build the other plugin
{
	# shellcheck disable=SC2046
	${CC:-cc} -std=gnu11 -Wall -Wextra -Werror -shared -fPIC -fvisibility=hidden "$@" \
		-o "$work/plugins/needy.so" \
		$(PKG_CONFIG_PATH=$prefix/lib/pkgconfig pkg-config --cflags belfort) \
		"$here/probe/needy.c"
}

# needy before what it needs: the order is the host's work.
sed -i 's/^plugins = probe/plugins = needy probe/' "$BELFORT_CONFIG"
mkdir -p "$work/share/needy/sql/fn"
echo 'create table needy.a ();' >"$work/share/needy/sql/0001-a.sql"
for name in own once; do
	cat >"$work/share/needy/sql/fn/$name.sql" <<-SQL
	create or replace function needy.$name() returns json language sql security definer
	set search_path = needy, pg_temp as \$\$ select json_build_object('name', 'x') \$\$;
	SQL
done

opens() # NAME OPTION...
{
	local name=$1
	shift
	needy "$@"
	out=$(belfort check)
	is $? 0 "$name"
	like "$out" "fit together" "is ready"
}
refused() # NAME MESSAGE
{
	out=$(belfort check)
	is $? 1 "$1"
	like "$out" "$2" "is told"
}
lacks() # NAME MESSAGE OPTION...
{
	local name=$1 message=$2
	shift 2
	needy "$@"
	refused "$name" "$message"
}

needy
out=$(belfort migrate)
is $? 0 "what a feature needs comes first"
[[ $out == *probe:*needy:* ]]
ok "whatever the order of the configuration"
opens "two plugins of which one needs the other"
like "$(belfort routes)" "/needy " "both have addresses"
is "$(sql "select needy.once() ->> 'name'" probe_pool)" x "a query that no route names may be run"

lacks "a plugin that is not there" \
	"plugin needy requires nobody: add it to the pool in $BELFORT_CONFIG" '-DNEEDS="nobody"'
lacks "a view without a template" \
	'plugin needy: route  names the view lost, but there is no file' '-DVIEW="lost"'
lacks "one that says nothing of other ways" \
	"plugin needy does not say how its services are done at the counter, by phone and on paper" -DTOLD=false
lacks "one that leaves a route out" \
	"no service in .channels has the route GET /: add / to the row of its service, or add a row" '-DSERVED=""'
lacks "one that does not start" "plugin needy did not start" -DVALUE=false
needy
echo 'int x;' | ${CC:-cc} -shared -fPIC -x c -o "$work/plugins/needy.so" -
refused "a library that is no plugin" "it exports no symbol bf_plugin; it is no plugin"
needy

mv "$work/share/static/assets.json" "$work/"
refused "no list of assets" "it comes with the installation, run make install"
mv "$work/assets.json" "$work/share/static/"
mkdir -p "$work/share/needy/templates" "$work/share/needy/locale"
printf '{{#a}}' >"$work/share/needy/templates/lost.mustache"
refused "a template that is none" "lost.mustache"
rm "$work/share/needy/templates/lost.mustache"
echo 'no translations' >"$work/share/needy/locale/nl.mo"
refused "translations that are none" "nl.mo"
rm "$work/share/needy/locale/nl.mo"
printf '[plugin needy]\nmount = /probe\n' >>"$BELFORT_CONFIG"
refused "two at one address" "stands in the way of the same address of plugin"
sed -i 's|^mount = /probe|mount = /anders\nmount.desk = /bureau|' "$BELFORT_CONFIG"
opens "one that the configuration puts elsewhere"
like "$(belfort describe | tr -d ' \n')" '"mounts":["/anders","/bureau"]' "is there"

sql 'drop function needy.own()' >/dev/null
refused "a query without a function" "needy.own"
belfort migrate >/dev/null
sql 'drop view probe.open_row' >/dev/null
refused "a published view that is not there" "probe.open_row"
cluster_stop
out=$(belfort check)
is $? 0 "a database that is away"
like "$out" "database" "is told, but may come"
done_testing
