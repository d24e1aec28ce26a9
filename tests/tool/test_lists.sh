#!/bin/bash
# What the tool makes from the tables: routes, OpenAPI, locations; its help and
# exit codes; what doctor says.
. "$(dirname "$0")/tap.bash"
. "$(dirname "$0")/cluster.bash"
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

mkdir "$work/share/probe/templates"
echo 'Dag {{name}}: {{page.lang}}' >"$work/share/probe/templates/hi.mustache"
echo '{"name": "<Jan>"}' >"$work/doc.json"
is "$(belfort render probe/hi "$work/doc.json" fr)" "Dag &lt;Jan&gt;: fr" \
	"a template is tried with a document"
out=$(belfort render probe/ho "$work/doc.json")
like "$out" "there is no template probe/ho" "one that is not there is named"

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
cluster_stop
out=$(belfort doctor)
is $? 1 "a database that is not there"
like "$out" "is PostgreSQL running" "is said"
out=$(belfort migrate)
is $? 1 "migrate too"
like "$out" "is PostgreSQL running" "says it"
done_testing
