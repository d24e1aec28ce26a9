# Each file opens with a comment that says what it owns.
# shellcheck shell=bash source=tests/style/lib.bash
. "$(dirname "$0")/lib.bash"

# opening FILE: its first line that is not an interpreter or a directive
opening() { grep -vm1 -e '^#!' -e '^# shellcheck' "$1"; }

without() { # without PATTERN FILE...
	local pattern=$1 file
	shift
	for file; do
		[[ $(opening "$file") =~ $pattern ]] || echo "$file: $(opening "$file")"
	done
}

mapfile -t c < <(files '*.c' '*.h' '*.mjs' '*.js' '*.css')
without '^(/\*|//)' "${c[@]}" | none 'C, scripts and style sheets'

mapfile -t sql < <(files '*.sql' | grep '^sql/' | grep -v /fn/)
without '^-- [A-Z]' "${sql[@]}" | none 'SQL'

# What a function is for is said in the database.
mapfile -t functions < <(files '*.sql' | grep '^sql/.*/fn/')
grep -LE '^comment on (function|procedure|view) ' "${functions[@]}" |
	none 'functions in the database'

mapfile -t shell < <(files '*.sh' '*.bash' '*.mk' | grep -v ^plugins/; ls quickstart check bootstrap demo/house tests/suite .ci/run)
without '^# [A-Za-z]' "${shell[@]}" | none 'scripts for the shell and for make'

mapfile -t conf < <(files '*.conf' '*.conf.in' '*.conf.example' '*.service' '*.timer')
without '^# [A-Z]' "${conf[@]}" | none 'settings of other programs'

done_testing
