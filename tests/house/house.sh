#!/bin/bash
# A house of its own: comes up, is robbed, killed and moved, and comes up again.
here=$(cd "$(dirname "$0")" && pwd)
# shellcheck source=tests/tool/tap.bash
. "$here/../tool/tap.bash"
house=$here/../../demo/house
quickstart=$here/../../quickstart
dir=$BELFORT_DIR/another
port=$((${PORT:-18080} + 110))
while (: <"/dev/tcp/127.0.0.1/$port") 2>/dev/null; do
	port=$((port + 1))
done
trap '"$house" remove "$dir" >/dev/null 2>&1; "$house" remove "$dir-2" >/dev/null 2>&1' EXIT

# A build knows where it is: inside all houses are at one place, so that make
# has nothing to do.
furnish() {
	mkdir -p "$dir"
	[ "$(cat "$BELFORT_DIR/kind")" = none ] || cp -a "$BELFORT_BUILD" "$dir/build"
}

up() { "$house" up "$dir" "$port" >"$dir.log" 2>&1; }
rises() { # rises NAME: it comes up, or its log is told
	up
	is $? 0 "$1"
	[ "$tap_failed" = "$told" ] || sed 's/^/# /' "$dir.log"
	told=$tap_failed
}
told=0

status() { "$house" status "$dir"; }

page() { # page PATH: its status, or 000
	local line
	if ! (: <"/dev/tcp/127.0.0.1/$port") 2>/dev/null; then
		echo 000
		return
	fi
	exec 6<>"/dev/tcp/127.0.0.1/$port"
	printf 'GET %s HTTP/1.0\r\nHost: localhost\r\n\r\n' "$1" >&6
	read -r _ line _ <&6
	exec 6>&-
	echo "$line"
}

processes() {
	local file
	for file in /proc/[0-9]*/cmdline; do
		tr '\0' ' ' <"$file" 2>/dev/null | grep -E "house keep $dir |$dir/(pg|usr|etc)"
	done
}

total() {
	"$house" as "$dir" belfort-pg psql -qXAt -h "$(inside)/run" -U postgres \
		-d belfort -c 'select count(*) || sum(cents) from budget.amount'
}

# What DIR is called inside.
inside() { "$house" exec "$dir" printenv BELFORT_DIR; }

! status 2>/dev/null
ok 'there is no house yet'
"$house" exec "$dir" true 2>"$BELFORT_DIR/said"
is $? 1 'so nothing runs in it'
like "$(cat "$BELFORT_DIR/said")" 'Start it: demo/house up' 'and it says how to have one'

furnish
rises 'it comes up'
status
ok 'and says so'
is "$(page /begroting)" 200 'its pages are there'
figures=$(total)

"$house" up "$dir-2" "$port" >"$dir.log" 2>&1
is $? 1 'another one at the same port is refused'
like "$(cat "$dir.log")" "Port $port is in use" 'with the reason'
"$house" remove "$dir-2"
PORT=all "$house" up "$dir" all >"$dir.log" 2>&1
is $? 1 'so is a port that is no number'
is "$(page /begroting)" 200 'the first one does not notice'

rises 'asked again it starts anew'
is "$(page /begroting)" 200 'with its pages'

# Everything is killed at once, as when the power fails.
if [ -s "$dir/keeper.pid" ]; then
	kill -9 "$(cat "$dir/keeper.pid")"
else
	kill -9 "$(head -n 1 "$dir/pg/postmaster.pid")" "$(cat "$dir/run/master.pid")" \
		"$(cat "$dir/run/nginx.pid")"
fi
gone() { ! status; }
wait_for gone
ok 'killed, it says that it is down'
rises 'it comes up again'
is "$(total)" "$figures" 'with every figure'

# Parts are killed.
for part in run/master.pid pg/postmaster.pid; do
	pid=$(head -n 1 "$dir/$part")
	"$house" exec "$dir" bash -c "kill -9 $pid"
	wait_for gone
	ok "without $part it says that it is not well"
	rises 'it comes up again'
done
is "$(total)" "$figures" 'with every figure'

# A step that fails says why.
mv "$dir/usr/bin/belfort" "$dir/belfort"
mkdir -p "$dir/usr/bin/belfort"
up
is $? 1 'a step that fails ends it'
like "$(cat "$dir.log")" 'What to do:' 'with what to do'
like "$(cat "$dir.log")" 'Everything it said is in' 'and where to read all'
gone
ok 'and nothing is left running'
rmdir "$dir/usr/bin/belfort"

up
"$house" down "$dir"
is $? 0 'it is stopped'
is "$(processes)" '' 'and no process of it is left'
is "$(page /begroting)" 000 'nor its port'
"$house" down "$dir"
is $? 0 'stopping it twice is no mistake'
kind=$(cat "$dir/kind")
echo other >"$dir/kind"
up
is $? 1 'what another made is left alone'
like "$(cat "$dir.log")" 'was made by another user or in another way' 'and it says so'
echo "$kind" >"$dir/kind"
"$house" run "$dir" sh -c 'exit 7'
is $? 7 'one command can be run in it alone, and tells its status'
is "$(processes)" '' 'and nothing stays'
"$house" remove "$dir"
[ ! -e "$dir" ]
ok 'it is removed, to the last file'

"$quickstart" --help | grep -q 'PORT='
ok 'quickstart says how it is used'
"$quickstart" nonsense >/dev/null 2>&1
is $? 2 'and refuses what it does not know'
rm -f "$dir.log" "$BELFORT_DIR/said"
done_testing
