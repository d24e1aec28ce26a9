# shellcheck shell=bash
# shellcheck disable=SC2154 # set by who includes this
# Shows what is being done, step by step with its time, and why a step failed.
# Set before use: $steps_log, the file that keeps every word, and $steps_shown,
# its name for who reads.

say() { printf '%s\n' "$@"; }
warn() { printf '%s\n' "$@" >&2; }
die() {
	warn "$@"
	exit 1
}

# step WORDS REMEDY CMD...: run CMD; a failure shows its last words and REMEDY.
# Not as a condition: the first command of CMD that fails must end it.
step() {
	local words=$1 remedy=$2 start=$SECONDS from status=0
	shift 2
	from=$(wc -c <"$steps_log")
	printf '  %-36s' "$words"
	printf -- '--- %s\n' "$words" >>"$steps_log"
	set +e
	(
		set -e
		"$@"
	) >>"$steps_log" 2>&1 </dev/null
	status=$?
	set -e
	if [ "$status" = 0 ]; then
		say "done ($((SECONDS - start)) s)"
	else
		step_failed "$status" "$from" "$remedy"
	fi
}

step_failed() {
	local status=$1 from=$2 remedy=$3
	say 'failed'
	warn ''
	tail -c "+$((from + 1))" "$steps_log" | tail -n 15 >&2
	warn '' "What to do: $remedy" "Everything it said is in $steps_shown"
	exit "$status"
}
