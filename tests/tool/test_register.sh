#!/bin/bash
# The register: keys, files of residents from the first on, a rotation, and what
# a stolen dump tells; mail that came back, and civil servants.
. "$(dirname "$0")/tap.bash"
. "$(dirname "$0")/cluster.bash"
cluster_make && mkdir "$work/run" || bail_out "no PostgreSQL"
cd "$work" || exit 1
make=$here/../../demo/people/make

# In a house each pool has a user; elsewhere one serves all.
pages=$user jobs=$user
if [ "$(id -u)" = 0 ] && id belfort-city belfort-jobs >/dev/null 2>&1; then
	pages=belfort-city jobs=belfort-jobs
fi
export BELFORT_CONFIG=$work/belfort.ini
cat >"$BELFORT_CONFIG" <<INI
[city]
name = Test
url = http://localhost
[host]
run = $work/run
plugins = $prefix/lib/belfort/plugins
share = $prefix/share/belfort
[keys]
folder = $work/keys
[database]
conninfo = host=$PGHOST dbname=belfort
admin = host=$PGHOST dbname=belfort user=boss
[pool city]
plugins = people access
role = city_pool
user = $pages
[pool jobs]
plugins = people access
role = jobs_pool
user = $jobs
INI
belfort migrate >migrate || bail_out "migrate did not work: $(cat migrate)"

# --- keys ------------------------------------------------------------------

"$make" streets >straten.csv
"$make" residents 300 >inwoners.csv
out=$(belfort import residents inwoners.csv)
like "$out" "make it with belfort keys make" "without keys nothing is imported"
out=$(belfort keys make)
like "$out" "the keys were made" "keys are made" || echo "# $out"
is "$(stat -c '%a %U' keys/seal.key)" "400 $jobs" "the background work alone opens what is sealed"
is "$(stat -c '%a %U %G' keys/mac)" "440 $jobs $(id -gn "$pages")" "it and the pages know people again"
like "$(belfort keys make)" "the keys are there" "and stay"
doctor=$(belfort doctor)
like "$doctor" "ok    $work/keys/seal.key" "the doctor finds them well"
chmod o+r keys/mac
like "$(belfort doctor)" "fail  $work/keys/mac: others may do more with it than they need: chmod 0440" \
	"and says when they are not"
chmod o-r keys/mac

# --- files -----------------------------------------------------------------

out=$(belfort import streets straten.csv)
like "$out" "straten.csv (streets): 324 rows read" "streets, by the name of their shape" || echo "# $out"
out=$(belfort import residents inwoners.csv)
like "$out" "inwoners.csv (residents): 300 rows read, new 300, gone 0" "residents, by that of theirs" || echo "# $out"
like "$(belfort import people inwoners.csv)" "nothing changed" "the same file again, by the feature"
is "$(sql 'select count(*) from people.address where neighbourhood is null')" 0 "all live in a neighbourhood"

is "$(for n in 2 33 300; do
	sealed=$(sql "select encode(sealed, 'hex') from people.resident r join people.person_name p on p.resident = r.id
		where given || family || born = '$(awk -F, -v n="$n" 'NR == n {print $4 $3 $5}' inwoners.csv)'")
	node "$here/unseal.mjs" keys/seal.key "$sealed"
done)" "$(for n in 2 33 300; do awk -F, -v n="$n" 'NR == n {gsub(/[.-]/, "", $2); print $2}' inwoners.csv; done)" \
	"who has the private key reads the number, by the description alone"

number=$(awk -F, 'NR == 2 {print $2}' inwoners.csv)
sed "2s/$number/${number%??}00/; 0,/,XX[0-9]*/s//,XX00123456789012/" inwoners.csv >fout.csv
out=$(belfort import residents fout.csv)
like "$out" "fout.csv, line 2, column rijksregisternummer: This is not a national number." "a wrong number is named by its place"
like "$out" "column rekening: This is not an account number" "so is a wrong account"
[[ $out != *"${number%-*}"* && $out != *XX00* ]]
ok "and none of them is quoted"

"$make" changes 300 >wijzigingen.csv
sed 's/^2,/4,/' wijzigingen.csv >later.csv
like "$(belfort import residents later.csv)" \
	"later.csv, line 2, column volgnummer: the last file that was read is 1: import file 2 first" "a file of changes too early"
out=$(belfort import residents wijzigingen.csv)
like "$out" "43 rows read, new 5" "changes" || echo "# $out"
like "$(belfort import residents wijzigingen.csv)" "nothing changed" "the same ones again"
sed 's/,nieuw,/,einde,/' wijzigingen.csv >oud.csv
like "$(belfort import residents oud.csv)" \
	"changes up to file 2 were read: file 2 comes too late, leave it out" "others too late"
sed 's/^1,/3,/' inwoners.csv | head -n 200 >half.csv
like "$(belfort import residents half.csv)" "residents of now are not in it: is it whole" "half a register"
was=$(sql 'select count(*), min(until) from people.resident')
sed 's/^1,/3,/' inwoners.csv >derde.csv
like "$(belfort import residents derde.csv half.csv)" "nothing was changed" "of two files with a bad one"
is "$(sql 'select count(*), min(until) from people.resident')" "$was" "neither is taken"

# --- a rotation --------------------------------------------------------------

state() { sql "select count(*), count(*) filter (where until is null), md5(string_agg(id::text, '' order by id)) from people.resident"; }
was=$(state)
before=$(cat keys/mac)
like "$(belfort keys rotate)" "there are new keys; those of before hold too" "keys are rotated"
is "$(cat keys/mac-old)" "$before" "and those of before are kept"
like "$(belfort keys rotate)" "import it first" "once, until all are known by the new ones"
sed -n '1p; 2s/^2,wijziging,\([^,]*\),\([^,]*\).*/3,wijziging,\1,\2,,,,,Nergensstraat,1,,9000,,,,,/p' wijzigingen.csv >drie.csv
out=$(belfort import residents drie.csv)
like "$out" "1 rows read, new 0" "who is known by the key of before is known" || echo "# $out"
is "$(state)" "$was" "nobody came or went"
ok_old() { [ -e keys/mac-old ] && [ -e keys/seal.key-old ]; }
ok_old
ok "the keys of before hold on"
sed 's/^1,/4,/' inwoners.csv | gzip >vier.csv.gz
out=$(belfort import residents vier.csv.gz)
like "$out" "All are known by the new keys; those of before were removed." "until the next file that holds everybody" || echo "# $out"
[ ! -e keys/mac-old ] && [ ! -e keys/seal.key-old ]
ok "then they are gone"
is "$(sql 'select count(*) from people.resident')" "${was%%|*}" "and everybody is who they were"

# --- a stolen dump -----------------------------------------------------------

secret=correct-horse-battery
sql "insert into people.account (kind, name, email, resident)
	select 'resident', people.resident_name(id), 'proef@example.org', id from people.resident where until is null limit 1;
	insert into people.session (id, account, level, method, ends)
	select encode(sha256('$secret'), 'hex'), id, 'low', 'test', now() + interval '1 hour' from people.account" >/dev/null
{ cut -d, -f2 inwoners.csv wijzigingen.csv; cut -d, -f4 wijzigingen.csv; } | grep '^[0-9][0-9]\.' >secrets
echo "$secret" >>secrets
revealed() { pg_dump -U postgres -d belfort | "$here/stolen" secrets; }
is "$(revealed)" "$(cat "$here/stolen.txt")" "a stolen dump tells what we know that it tells"
sql "update people.account set name = '$number'" >/dev/null
like "$(revealed)" "national numbers: 1" "a number in clear would be found"
sql "update people.account set name = '85720700141'" >/dev/null
like "$(revealed)" "national numbers: 1" "also one that is in no file"
sql "update people.account set name = 'x'; update people.resident set sealed = '$number' where id in
	(select resident from people.account)" >/dev/null
like "$(revealed)" "national numbers: 1" "and one that only looks as if it were sealed"
sql "update people.account set name = 'it is $secret'" >/dev/null
like "$(revealed)" "other secrets: 1" "so would another secret"

# --- mail that came back ---------------------------------------------------

notice() { # notice ACTION STATUS ID: what a mail server writes
	printf 'Content-Type: message/delivery-status\r\n\r\nAction: %s\r\nStatus: %s\r\nmessage-id:\r\n %s\r\n' "$@"
}
ours='<0b5c3a2e-7f0e-4d5a-9c1b-2f6f5a3c9d10@localhost>'
like "$(belfort mail bounce </dev/null)" "there is no act bounce; there is: bounced" "one act, by its name"
like "$(echo 'I am away' | belfort mail bounced)" "this is no delivery status notification" "who is away is no failure"
like "$(notice delayed 4.4.1 "$ours" | belfort mail bounced)" "this is not of a mail that failed" "nor what may still arrive"
like "$(notice failed 4.4.1 "$ours" | belfort mail bounced)" "it does not say why, or of which mail" "nor what may be so for now"
for id in 'x' '<x@localhost>' '<0b5c3a2e-7f0e-4d5a-9c1b-2f6f5a3c9d1z@localhost>' '<0b5c3a2e-7f0e-4d5a-9c1b-2f6f5a3c9d10>'; do
	like "$(notice failed 5.1.1 "$id" | belfort mail bounced)" "it does not say why, or of which mail" "nor one of others: $id"
done
like "$(notice failed 5.1.1 "$ours" | belfort mail bounced)" "we sent no such mail" "one that we did not send changes nothing"

# --- civil servants --------------------------------------------------------

like "$(belfort staff make)" "there is no make: add, link, give, list or close" "acts by their name"
like "$(belfort staff add --name 'An Proef')" "add needs" "a new one has an address"
like "$(belfort staff link)" "link needs" "a link is for somebody"
like "$(belfort staff give an@gent.example people.letter)" "give needs an e-mail address, a right and --reason" "a right has a reason"
like "$(belfort staff list an@gent.example)" "list takes no words" "a list is of all"
like "$(belfort staff link an@gent.example)" "an@gent.example" "nobody of that address"
like "$(belfort staff add --name 'An Proef' --email an@gent.example)" "http://localhost/" "the first gets a link"
like "$(belfort staff give an@gent.example people.letter --reason 'makes letters')" "An Proef has the right people.letter" "and a right"
like "$(belfort staff list)" "An Proef" "and is in the list"
like "$(belfort staff close an@gent.example)" "An Proef can no longer sign in" "until closed"
done_testing
