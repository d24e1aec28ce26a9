#!/bin/bash
# What pools say of themselves is not believed: here it is nonsense, too much,
# or of others.  The tool is beside a belfortd that says what the test wants.
. "$(dirname "$0")/tap.bash"
. "$(dirname "$0")/cluster.bash"
cluster_make && belfort_make || bail_out "no PostgreSQL, or no probe"
belfort migrate >/dev/null || bail_out "migrate did not work"

mkdir "$work/bin"
cp "$prefix/bin/belfort" "$work/bin/"
cat >"$work/bin/belfortd" <<SH
#!/bin/bash
# belfortd -c FILE --describe POOL | --check: what stands in said-POOL or check
if [ "\$3" = --check ]; then
	cat "$work/check"
	[ ! -s "$work/check" ]
else
	cat "$work/said-\$4" && [ ! -e "$work/falls-\$4" ]
fi
SH
chmod +x "$work/bin/belfortd"
liar() { "$work/bin/belfort" "$@" 2>&1; }
says() { printf '%s' "$2" >"$work/said-$1"; } # POOL TEXT

refused() # NAME MESSAGE COMMAND...
{
	local name=$1 message=$2
	shift 2
	out=$(liar "$@")
	is $? 1 "$name"
	like "$out" "$message" "is told"
}

# What the pool truly says, and the same of another name.
good=$("$prefix/bin/belfort" describe 2>/dev/null | sed '1d;$d')
like "$good" '"function": "probe.hello"' "what is said of the plugin"

says tests "$good"
out=$(liar describe)
is $? 0 "what is plain is believed" || echo "# $out"
like "$out" '"role": "probe_pool"' "with what the configuration says of it"
like "$out" '"shut_in": false' "and not it itself"

touch "$work/falls-tests"
refused "a pool that falls" \
	"pool tests: belfortd --describe tests did not work; it says why above" routes
rm "$work/falls-tests"
says tests 'nonsense'
refused "what is no JSON" "pool tests: belfortd --describe: " nginx
head -c 5000000 /dev/zero >"$work/said-tests"
refused "what has no end" "it takes too long, or says too much" openapi
says tests '{"features": [{"name": "probe", "mounts": ["/a { }"]}]}'
refused "a mount that is a line of nginx" "the mount /a { } is no plain path" nginx
says tests '{"features": [{"name": "site"}]}'
refused "a plugin of another pool" "pool tests speaks of a plugin site" migrate
says tests '{"features": [{"name": "probe", "queries": [{"function": "pg_catalog.x"}]}]}'
refused "a function of the database" "the function pg_catalog.x, which is not its own" migrate
says tests '{"features": [{"name": "probe"}]}'
refused "a plugin without imports" "plugin probe reads no files" import probe x.csv
refused "a plugin without rules" "say which feature: no, or more than one plugin has rules" \
	rules check
says tests "$good"

# A pool that is shut in and lies keeps nobody from anything.
cat >>"$BELFORT_CONFIG" <<-INI
	[pool guest]
	plugins = guest
	role = guest_pool
	user = $user
	sandbox = yes
	[plugin guest]
	mount.desk = /desk
INI
says guest '{"features": [{"name": "probe"}]}'
out=$(liar describe)
is $? 0 "one that is shut in and speaks of others is passed over"
like "$out" "warning: pool guest is passed over: pool guest speaks of a plugin probe" "and told"
[[ $(liar describe 2>/dev/null) != *'"pool": "guest"'* ]]
ok "the others are there"
says guest '{"features": [{"name": "core"}, {"name": "guest", "mounts": ["/begroting"],
	"titles": {"nl": "Gast", "en": "Guest"}, "summaries": {"nl": "Een gast"}}]}'
like "$(liar describe | tr -d ' \n')" '"mounts":["/v/guest"]' "where it stands is not for it to say"
[[ $(liar nginx) != *begroting* ]]
ok "nor in the web server"
refused "files for one that is shut in" "guest is code that the city did not write: it takes no files here" \
	import guest x.csv
out=$(liar migrate)
is $? 0 "it has a role of its own" || echo "# $out"
is "$(sql "select rolconnlimit > 0 from pg_roles where rolname = 'guest_pool'")" t "with few connections"
mkdir -p "$work/share/guest/sql"
echo 'select 1 / 0;' >"$work/share/guest/sql/0001-a.sql"
out=$(liar migrate)
is $? 1 "one that is shut in and cannot be migrated"
like "$out" "0001-a.sql" "is told, in the end"
like "$(liar migrate --dry-run)" "guest: would apply 0001-a.sql" "and would be tried again"
rm -r "$work/share/guest"

# A plugin before it is deployed.
mkdir -p "$work/build/share/look/sql/fn"
looks() # STATUS NAME MESSAGE
{
	out=$(liar plugin look "$work/build")
	is $? "$1" "$2"
	like "$out" "$3" "is told"
}
looks 1 "a folder without a module" "$work/build holds no module: run make"
touch "$work/build/look.so" "$work/build/more.so"
looks 1 "one with two" "holds more than one module: look.so and more.so"
rm "$work/build/more.so"
says look '{"features": [{"name": "core"}, {"name": "look", "version": "1", "summary": "Looks",
	"routes": [{}], "queries": [{"function": "look.a"}], "rules": null, "personal": [
	{"table": "look.b", "columns": ["*"], "purpose": null}]}]}'
looks 1 "a query without a file" \
	"it declares the query look.a, and sql/fn/a.sql is not there"
touch "$work/build/share/look/sql/fn/a.sql"
looks 0 "one that holds" "look, version 1: Looks"
like "$out" "1 addresses, 1 queries" "what it has"
like "$out" "keeps nothing about people" "and keeps"
says look '{"features": [{"name": "core"}, {"name": "look", "version": "1", "summary": "Looks",
	"personal": [{"table": "look.b", "columns": ["name", "street"], "days": 30, "since": "at",
	"purpose": {"en": "To answer"}, "basis": {"en": "The law"}}, {"table": "look.c",
	"columns": ["*"], "purpose": {"en": "To keep"}, "basis": {"en": "A law"}}]}]}'
looks 0 "what it keeps about people" \
	$'keeps about people: look.b (name, street), 30 days from at\n    To answer\n    The law'
like "$out" $'keeps about people: look.c (*)\n    To keep' "with or without an end"
says look '{"features": [{"name": "core"}, {"name": "look", "version": "1", "summary": "Looks",
	"rules": {"facts": [{"name": "naam", "alias": "name", "type": "text", "says": "the name"}],
	"views": "a", "lines": "look.l", "publish": "look.p", "most": 3}}]}'
looks 1 "rules without files" "its rules are not good"
mkdir -p "$work/build/share/rules/look"
echo 'categorieen { { code = "x", titel = "X" } }' >"$work/build/share/rules/look/c.lua"
echo 'indeling { weergave = "a", feiten = {}, regels = {}, tests = {} }' \
	>"$work/build/share/rules/look/a.lua"
looks 0 "rules that are good" "look: all is well. 1 categories, 0 rules, 0 tests."
echo 'indeling { ' >"$work/build/share/rules/look/a.lua"
looks 1 "rules that are not" "a.lua:2: The file ends too soon"
says look '{"features": [{"name": "else"}]}'
looks 1 "one that speaks of another" "pool look speaks of a plugin else that is not in it"
out=$(liar plugin list -c "$work/none.ini")
is $? 1 "without a configuration there are no plugins"
like "$out" "none.ini: No such file" "is told"

: >"$work/check"
out=$(liar check)
is $? 0 "check, when belfortd finds nothing" || echo "# $out"
like "$out" "fit together" "says so"
echo 'pool tests: no' >"$work/check"
refused "check, when it finds something" "not ready: belfortd says why above" check
: >"$work/check"
says tests 'nonsense'
out=$(liar check)
is $? 0 "check, when the plugins cannot be asked again"
like "$out" "warning: migrations were not looked at: pool tests" "says what it did not do"

mkdir "$work/alone"
cp "$prefix/bin/belfort" "$work/alone/"
like "$("$work/alone/belfort" nginx 2>&1)" "location ~ ^/probe(?:" \
	"a tool alone asks the belfortd that was installed"
done_testing
