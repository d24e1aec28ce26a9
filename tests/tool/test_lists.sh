#!/bin/bash
# What the tool makes from the tables: routes, OpenAPI, locations; its help and
# exit codes; what doctor says.
. "$(dirname "$0")/tap.bash"
. "$(dirname "$0")/cluster.bash"
. "$(dirname "$0")/clock.bash"
cluster_make && belfort_make || bail_out "no PostgreSQL, or no probe"
belfort migrate >/dev/null || bail_out "migrate did not work"

for c in migrate import routes openapi nginx check doctor describe texts render; do
	out=$(belfort $c --help)
	is $? 0 "belfort $c --help"
	like "$out" "Usage: belfort $c" "says how it is used"
	like "$(belfort help)" "  $c " "belfort help names it"
done
for words in "" "nothing" "migrate extra" "import probe" "routes --wrong"; do
	# shellcheck disable=SC2086
	belfort $words >/dev/null
	is $? 2 "belfort $words: a mistake in the command is 2"
done
out=$(belfort routes -c "$work/no.ini")
is $? 1 "a configuration that is not there is 1"
like "$out" "no.ini: No such file" "and is named"

out=$(belfort routes)
is "$(awk '$2 == "/probe/open" { print $1, $3, $5, $6, $7 }' <<<"$out")" \
	"GET probe json csv public" "a line of the routes"
is "$(awk '$2 == "/probe" { print $4, $5, $6, $7, $8 }' <<<"$out")" \
	"- json csv public 1" "with forms and cache"
is "$(awk '$2 == "/probe/keep" { print $1, $5 }' <<<"$out")" "POST -" "an act"

out=$(belfort openapi | tr -d ' \n')
is $? 0 "openapi"
like "$out" '"openapi":"3.1.0"' "its version"
like "$out" '"/probe/thing/{nr}":{"get":' "a path without its type"
like "$out" '{"name":"nr","in":"path","required":true' "and its parameter"
like "$out" '{"name":"name","in":"query","required":false,"description":"Name.Yours","schema":{"type":"string","maxLength":40}}' \
	"a field of the query"
like "$out" '"application/x-www-form-urlencoded":{"schema":{"type":"object","properties":{"name":' \
	"a form"
[[ $out != *'"/metrics"'* ]]
ok "what is for operators is not in it"

is "$(belfort nginx | sed 1,10d)" "$(printf 'location ~ ^/probe(?:[./]|$) {\n\tset $belfort_pool tests;\n\tinclude belfort-fastcgi.conf;\n}\nlocation / {\n\tset $belfort_pool tests;\n\tinclude belfort-fastcgi.conf;\n}')" \
	"locations, the longest first"

printf '<p>{{#_}}Hello {{name}}{{/_}}</p>{{#_n n}}one "day"||{{n}} days{{/_n}}' >"$work/t.mustache"
out=$(belfort texts "$work/t.mustache")
like "$out" 'msgid "Hello {{name}}"' "a text of a template"
like "$out" $'msgid "one \\"day\\""\nmsgid_plural "{{n}} days"' "and one with a plural"

out=$(belfort texts "$work/none.mustache")
is $? 1 "texts of a file that is not there"
like "$out" "none.mustache: No such file" "are refused"
printf '{{#_}}open' >"$work/open.mustache"
out=$(belfort texts "$work/open.mustache")
is $? 1 "and of one that is no template"
like "$out" "open.mustache" "with its name"

mkdir "$work/share/probe/templates"
echo 'Dag {{name}}: {{page.lang}}' >"$work/share/probe/templates/hi.mustache"
echo '{"name": "<Jan>"}' >"$work/doc.json"
is "$(belfort render probe/hi "$work/doc.json" fr)" "Dag &lt;Jan&gt;: fr" \
	"a template is tried with a document"
out=$(belfort render probe/ho "$work/doc.json")
like "$out" "there is no template probe/ho" "one that is not there is named"

render_refused() # NAME MESSAGE OPERAND...
{
	local name=$1 message=$2
	shift 2
	out=$(belfort render "$@")
	is $? 1 "render: $name"
	like "$out" "$message" "is told"
}
render_refused "a view without feature" "write FEATURE/VIEW DOCUMENT" hi "$work/doc.json"
render_refused "another language" "write FEATURE/VIEW DOCUMENT" probe/hi "$work/doc.json" de
render_refused "a document that is not there" "no.json" probe/hi "$work/no.json"
echo '{"name": ' >"$work/bad.json"
render_refused "one that is no JSON" "bad.json:" probe/hi "$work/bad.json"
printf '{{#a}}' >"$work/share/probe/templates/open.mustache"
render_refused "a folder with a template that is none" "open.mustache" probe/hi "$work/doc.json"
rm "$work/share/probe/templates/open.mustache"
mkdir -p "$work/share/probe/locale"
echo 'no translations' >"$work/share/probe/locale/nl.mo"
render_refused "one with translations that are none" "nl.mo" probe/hi "$work/doc.json"
rm -r "$work/share/probe/locale"

out=$(belfort doctor)
is $? 0 "doctor finds nothing that must be put right" || echo "# $out"
like "$out" "ok    PostgreSQL 15" "asks the server"
like "$out" "ok    role probe_pool of pool tests" "and for the roles"
like "$out" "$work/run/tests.sock: nobody answers there" "warns of a silent socket"
chmod o+w "$work/plugins"
out=$(belfort doctor)
is $? 1 "a folder of plugins that all may write"
like "$out" "plugins: everybody may write there" "is said"
chmod o-w "$work/plugins"

doctor_says() # STATUS NAME MESSAGE: with the lines on standard input as well
{
	cat "$BELFORT_CONFIG" - >"$work/other.ini"
	out=$(belfort doctor -c "$work/other.ini")
	is $? "$1" "doctor: $2"
	like "$out" "$3" "is told"
}
status=$([ "$(id -u)" = 0 ] && echo 1 || echo 0)
doctor_says "$status" "a user that is not there" "user no-such-user of pool more: there is no such user" <<-INI
	[pool more]
	plugins = more
	role = probe_pool
	user = no-such-user
INI
doctor_says 1 "a role that is not there" "role no_role of pool more: run belfort migrate" <<-INI
	[pool more]
	plugins = more
	role = no_role
	user = $user
INI
doctor_says 1 "a role that may all" "role postgres of pool more: it is a superuser" <<-INI
	[pool more]
	plugins = more
	role = postgres
	user = $user
INI
sed "s|^run = .*|run = $work/none\nlisten_group = no-such-group|" "$BELFORT_CONFIG" >"$work/none.ini"
printf '[pool jobs]\nplugins = probe\nrole = probe_pool\nuser = %s\n' "$user" >>"$work/none.ini"
out=$(belfort doctor -c "$work/none.ini")
is $? 1 "doctor: a folder that is not there"
like "$out" "fail  $work/none: No such file" "is told"
[[ $out != *jobs.sock* ]]
ok "nobody asks for a socket of background work"
like "$out" "group no-such-group: there is no such group" "and so is a group"
clock_make 3600
out=$(later "$prefix/bin/belfort" doctor 2>&1)
is $? 1 "doctor: a clock that is an hour ahead"
[[ $out =~ "clock of the database: it differs by "3[56][09][0-9]" seconds from this machine's" ]]
ok "is told"
cluster_stop
out=$(belfort doctor)
is $? 1 "a database that is not there"
like "$out" "is PostgreSQL running" "is said"
out=$(belfort migrate)
is $? 1 "migrate too"
like "$out" "is PostgreSQL running" "says it"
done_testing
