#!/bin/bash
# belfort import: shapes, rows that are wrong, all files or none.
. "$(dirname "$0")/tap.bash"
. "$(dirname "$0")/cluster.bash"
cluster_make && belfort_make || bail_out "no PostgreSQL, or no probe"
belfort migrate || bail_out "migrate did not work"
cd "$work" || exit 1

state() { sql "select count(*), coalesce(sum(amount), 0), (select count(*) from probe.imported) from probe.row"; }

head='Extra,Code,Plan,Kind of row,Day,Total'
cat >good.csv <<CSV
$head
x,ab,2026,in,2026-02-28,8000812.0
x,"c,d",2014,,,-12.5
,"é ""e""",2020,out,2024-02-29,"0,07"
CSV
out=$(belfort import probe good.csv)
is $? 0 "a good file" || echo "# $out"
like "$out" "good.csv (rows): 3 rows read, kept 3" "is summed up"
is "$(sql "select string_agg(concat_ws('|', code, plan, kind, day, amount, line), ' ' order by line) from probe.row")" \
	'ab|2026|in|2026-02-28|800081200|2 c,d|2014|-1250|3 é "e"|2020|out|2024-02-29|7|4' \
	"every value is where it belongs"
was=$(state)
out=$(belfort import probe good.csv)
like "$out" "it was imported before, nothing changed" "the same file again changes nothing"
is "$(state)" "$was" "nothing at all"
gzip -k good.csv
out=$(belfort import probe good.csv.gz)
like "$out" "good.csv (rows): 3 rows read; it was imported before" \
	"compressed it is still the same file"
is "$(sql "select sha256 from probe.imported")" "$(sha256sum <good.csv | cut -d' ' -f1)" \
	"the hash is that of the figures"

printf 'Code;Name;amount.2026;amount.2027\r\na;"Two\r\nlines";1.5;\r\nb;\\N\t;2;-3\r\n' >wide.csv
out=$(belfort import probe wide.csv)
is $? 0 "columns that spread to rows" || echo "# $out"
is "$(sql "select string_agg(concat_ws('|', code, replace(replace(name, E'\r\n', '~'), E'\t', '>'), year, amount, line), ' ' order by line, year) from probe.wide")" \
	'a|Two~lines|2026|150|2 b|\N>|2026|200|4 b|\N>|2027|-300|4' \
	"a row for each year that has an amount, text as it was"

# What is wrong is named, and nothing changes.
was=$(state)
bad() # NAME ROW MESSAGE
{
	printf '%s\nx,ok,2026,,,1\n%s\n' "$head" "$2" >bad.csv
	out=$(belfort import probe bad.csv)
	is $? 1 "$1 is refused"
	like "$out" "$3" "and named"
}
bad "no number" 'x,ab,20x6,,,1' 'bad.csv, line 3, column Plan: "20x6": This is not a whole number.'
bad "a number too large" 'x,ab,2101,,,1' 'column Plan: "2101": This number is too large.'
bad "parts of a cent" 'x,ab,2026,,,1.005' 'column Total: "1.005": This amount has parts of a cent.'
bad "no amount" 'x,ab,2026,,,NaN' 'column Total: "NaN": This is not an amount'
bad "a needed cell without value" 'x,ab,2026,,,' 'column Total: "": This is needed.'
bad "a text too long" 'x,abcdefg,2026,,,1' 'column Code: "abcdefg": This text is too long.'
bad "no choice" 'x,ab,2026,up,,1' 'column Kind of row: "up": This is not one of the choices.'
bad "a day that is not" 'x,ab,2026,,2026-02-29,1' 'column Day: "2026-02-29": This day does not exist.'
bad "a row too short" 'x,ab,2026' 'line 3: the row has 3 cells, the header row 6'
bad "a quote left open" 'x,"ab,2026,,,1' 'line 3: a quote is left open'
bad "text that is not UTF-8" $'x,a\xe9,2026,,,1' 'line 3: the row is not UTF-8'
bad "a value of many lines" "x,\"$(printf 'long\nline%.0s' {1..40})\",2026,,,1" 'linelong l"...: This text is too long.'
is "$(state)" "$was" "nothing was changed by any of them"

{ echo "$head"; for i in {1..50}; do echo "x,ab,no$i,up,,1"; done; } >bad.csv
out=$(belfort import probe bad.csv)
is "$(grep -c 'column Plan' <<<"$out")" 20 "of many bad rows the first twenty are said"
is "$(grep -c 'column Kind' <<<"$out")" 20 "each with all that is wrong in it"
like "$out" "at least 20 of the 20 rows read are not right; nothing was changed" \
	"and that there may be more"

refuse() # NAME MESSAGE FILE...
{
	local name=$1 message=$2
	shift 2
	out=$(belfort import probe "$@")
	is $? 1 "$name is refused"
	like "$out" "$message" "and named"
}
printf 'Code;Name;amount.2026;amount.99999999999\na;b;1;2\n' >wide.csv
refuse "a year that does not fit its column" "line 2, column year" wide.csv
printf 'Code,Plan,Totals\na,2026,1\n' >other.csv
refuse "a header row of no shape" "the nearest is rows, but these columns are not there: Kind of row, Day, Total" other.csv
like "$out" "fits none of the shapes of probe (rows, wide)" "with the shapes there are"
printf '%s,Code\nx,ab,2026,,,1,cd\n' "$head" >twice.csv
refuse "a heading that stands twice" "two columns have the heading Code" twice.csv
: >empty.csv
refuse "an empty file" "empty.csv: the file is empty" empty.csv
refuse "a file that is not there" "nofile.csv: No such file" nofile.csv
refuse "a folder" "it is not a file" "$work"
{ echo "$head"; for i in {1..9999}; do echo "x,$RANDOM,2026,,,$RANDOM"; done; } |
	sed 's/,\(......\)[0-9]*,2026/,\1,2026/' | gzip >cut.csv.gz
truncate -s 5000 cut.csv.gz
refuse "a compressed file that breaks off" "the file breaks off" cut.csv.gz
{ echo "$head" && yes 'x,ab,2026,,,1' | head -n 1500000; } | gzip >bomb.csv.gz
refuse "a small file that unpacks to a large one" "the file breaks off: File too large" bomb.csv.gz
is "$(state)" "$was" "nothing was changed by any of these either"

sed 's/8000812/1/' good.csv >good2.csv
refuse "a good file before a bad one" "nothing was changed" good2.csv bad.csv
is "$(state)" "$was" "is not taken either"
[[ $out != *"good2.csv (rows)"* ]]
ok "nor said to be"
out=$(belfort import nofeature good.csv)
like "$out" "names no plugin nofeature" "a feature that is not there"

# Of a long value what is shown ends with a whole character.
bad "a long text of other letters" "x,a$(printf 'é%.0s' {1..40}),2026,,,1" \
	"\"a$(printf 'é%.0s' {1..29})\"...: This text is too long."

# Killed half-way, and two at once.
sleeping="select 1 / count(*) from pg_stat_activity where wait_event = 'PgSleep'"
cp good2.csv slow.csv
"$prefix/bin/belfort" import probe slow.csv >/dev/null 2>&1 &
pid=$!
wait_for sql "$sleeping"
ok "an import is under way"
"$prefix/bin/belfort" import probe good2.csv >second 2>&1 &
second=$!
wait_for grep -q "another import of probe is under way: waiting" second
ok "a second one says that it waits"
is "$(state)" "$was" "readers see the old figures"
kill -9 $pid
wait $pid 2>/dev/null
wait $second
is $? 0 "the first is killed, and the second goes on" || cat second
is "$(sql "select string_agg(file, ' ' order by file) from probe.imported")" \
	"good.csv good2.csv wide.csv" "nothing of the killed one is there"
is "$(sql "select min(amount) || ' ' || max(amount) from probe.row")" "-1250 100" \
	"the figures are those of the second"
# On a terminal it says how far it is.
on_terminal()
{
	script -qec "$prefix/bin/belfort $*" /dev/null </dev/null
}
{ echo "$head"; for i in {1..4100}; do echo "x,a$i,2026,,,$i"; done; } >many.csv
out=$(on_terminal import probe many.csv)
like "$out" "many.csv: 2000 rows, " "on a terminal it counts"
like "$out" "many.csv: 4100 rows, 100 %" "to the end"
sed -i '2500,2501s/x,/x,too long /' many.csv
out=$(on_terminal import probe many.csv)
like "$out" $'many.csv: 2000 rows, ' "until a row is bad"
like "$out" $'%\r\nmany.csv, line 2500, column Code' "which has a line of its own"
like "$out" $'too long.\r\nmany.csv, line 2501, column Code' "and so has the next"
[[ $out != *"4100 rows, "* ]]
ok "the count ends there"

echo "$head" >none.csv
out=$(belfort import probe none.csv)
is $? 0 "a file without rows is read"
like "$out" "none.csv (rows): 0 rows read" "and said to have none"
sql "alter table probe.import_row rename to elsewhere" >/dev/null
refuse "a table that is not there" 'relation "probe.import_row" does not exist' good2.csv
sql "alter table probe.elsewhere rename to import_row" >/dev/null
sql "alter table probe.import_row rename column kind to sort" >/dev/null
refuse "a column that is not there" 'column "kind" of relation "import_row" does not exist' good2.csv
sql "alter table probe.import_row rename column sort to kind" >/dev/null
done_testing
