# How scripts for the shell read.
# shellcheck shell=bash source=tests/style/lib.bash
. "$(dirname "$0")/lib.bash"

mapfile -t scripts < <(
	files '*' | while read -r file; do
		case $file in
		*.bash | *.sh) echo "$file" ;;
		*) head -c 64 "$file" | grep -qa '^#!/bin/\(ba\)\?sh' && echo "$file" ;;
		esac
	done
)

shellcheck -x -P SCRIPTDIR -f gcc -S warning "${scripts[@]}" | none 'shellcheck has nothing to say'

awk 'FNR == 1 {start = 0}
	/^[a-z_]+\(\) *\{?.*$/ && !/\}$/ {start = FNR; name = $1}
	/^\}/ && start {
		if (FNR - start > 50)
			print FILENAME ":" start ": " name " has " FNR - start + 1 " lines"
		start = 0
	}' "${scripts[@]}" | none 'no function is longer than fifty lines'

grep -nE '(^|[^#"a-z])sleep [0-9]' "${scripts[@]}" | none 'nobody waits by the clock'

done_testing
