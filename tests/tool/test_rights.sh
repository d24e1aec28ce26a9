#!/bin/bash
# belfort rules with files about rights: no plugin and no database is needed.
# shellcheck disable=SC1111 # what readers see has such quotes
. "$(dirname "$0")/tap.bash"
set -o pipefail
prefix=${BELFORT_PREFIX:?where Belfort is installed}
top=$(cd "$(dirname "$0")/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cat >"$work/belfort.ini" <<INI
[city]
name = Gent
url = https://city.example
[database]
conninfo = dbname=none
[rules]
folder = $work/rules
[pool city]
plugins = site
role = nobody
user = nobody
INI
export BELFORT_CONFIG=$work/belfort.ini
# With plain blanks: those of French do not break.
rules() { "$prefix/bin/belfort" rules "$@" 2>&1 | sed 's/\xc2\xa0\|\xe2\x80\xaf/ /g'; }

# The example of the documentation.
mkdir -p "$work/rules/benefits"
FOLDER=$work/rules/benefits perl -0ne 'while (/```lua\n-- (\S+\.lua)\n(.*?)```/sg) {
	open my $out, ">", "$ENV{FOLDER}/$1" or die;
	print $out "-- $1\n$2";
}' "$top/docs/rights.md"

is "$(rules check benefits --lang en)" "benefits: all is well. 6 facts, 2 rules, 7 tests." "check"
is "$(rules check benefits --lang nl)" "benefits: alles klopt. 6 feiten, 2 regels, 7 tests." "in Dutch"
echo x >"$work/rules/benefits/vt.lua.txt"
like "$(rules check benefits --lang en)" "vt.lua.txt is not read: only files whose name ends in .lua are." "a file with another name is told"
rm "$work/rules/benefits/vt.lua.txt"
out=$(rules test benefits --lang en)
is "$(grep -c '^good ' <<<"$out")" 7 "each test is told"

out=$(rules explain benefits op=2024-06-01 statuut=geen bruto_jaar=60000 gezinsgrootte=1 schuldhulp=ja ten_laste=2 --lang fr)
like "$out" "Vous avez droit à « Sacs gratuits ou crédit de collecte » : 126 € par an, car vous êtes en médiation de dettes." "explain: a right"
like "$out" "le revenu annuel imposable de votre ménage (60 000 €) dépasse le plafond de revenus pour votre ménage (25 630,67 €)" \
	"and no right, with the comparison"
like "$out" "schuldhulp = oui (OCMW Gent, budgetbeheer)" "the facts with their source"
like "$(rules explain benefits op=2024-06-01 statuut=geen --lang nl)" "Vraag: Hoeveel verdient uw gezin in een jaar" "what to ask"
is "$(rules explain benefits op=1999-01-01 --lang en)" "No rule holds on 1999-01-01." "a day before all rules"
like "$(rules explain benefits op=9999-12-31 statuut=igo --lang en)" "You are entitled to “Increased reimbursement”" "the last day that can be written"
out=$(rules explain benefits bruto_jar=1 --lang en)
is $? 1 "a fact that there is not"
like "$out" "There is no fact “bruto_jar”. Did you mean “bruto_jaar”?" "is named, with the one that was meant"
like "$(rules explain benefits bruto_jaar=veel --lang en)" "cannot have. It can be: 0.00..500000.00." "so is a value that cannot be"
like "$(rules explain benefits statuut=ig --lang en)" "It can be: geen, leefloon, igo." "and a choice that there is not"
like "$(rules explain benefits op=2024-02-30 --lang en)" "“2024-02-30” is no day. A date is written" "and a day that is none"
like "$(rules bench benefits 1000)" "households=1000 rules=2 ms_least=" "bench"

sed '/^  tests = {/,/^  },/d' "$work/rules/benefits/huisvuil.lua" >"$work/untested"
mv "$work/rules/benefits/huisvuil.lua" "$work/tested"
cp "$work/untested" "$work/rules/benefits/huisvuil.lua"
like "$(rules check benefits --lang en)" "huisvuil.lua has no tests: nobody would see it" "check names a rule without tests"
mv "$work/tested" "$work/rules/benefits/huisvuil.lua"

sed -i 's/recht = nee/recht = ja/' "$work/rules/benefits/vt.lua"
out=$(rules test benefits --lang en)
is $? 1 "a test that does not come out"
like "$out" "wrong  vt.lua:24: een cent erboven. It should be ja, and it is nee." "is told with its line"
like "$(rules check benefits --lang en)" "vt.lua:24: The test “een cent erboven” does not come out" "by check too"
rm "$work/rules/benefits/feiten.lua"
out=$(rules check benefits --lang en)
is $? 1 "a folder without facts is no folder of rights"

done_testing
