# Style tests: a rule is a list of what breaks it, which must be empty.
# shellcheck shell=bash
cd "$(dirname "${BASH_SOURCE[0]}")/../.." || exit 1
shopt -s lastpipe
count=0

made='var\|node_modules\|build.*\|m4\|autom4te.cache\|\.git\|belfort-.*'
made+='\|aclocal.m4\|configure~?\|config.h.in~?\|Makefile.in'

# The files of this tree that match a pattern, without what tools made.
files() { # files PATTERN...
	local pattern
	for pattern; do
		find . -regex "\./\($made\)" -prune -o -type f -name "$pattern" -print
	done | sed 's|^\./||' | sort
}

# none NAME: the rule holds when standard input is empty
none() {
	local breach
	breach=$(cat)
	count=$((count + 1))
	if [ -z "$breach" ]; then
		echo "ok $count - $1"
	else
		echo "not ok $count - $1"
		printf '%s\n' "$breach" | sed 's/^/# /'
	fi
}

done_testing() { echo "1..$count"; }
