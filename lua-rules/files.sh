#!/bin/sh
# files.sh install FROM TO: copies rule files, and never over one that differs.
# files.sh remove FROM TO: takes away those that nobody changed.
set -eu

install_file() { # install_file FROM TO
	mkdir -p "$(dirname "$2")"
	if [ ! -e "$2" ]; then
		cp "$1" "$2"
	elif ! cmp -s "$1" "$2"; then
		cp "$1" "$2.new"
		echo "$2 was changed here: the new one is $2.new"
	fi
}

remove_file() {
	! cmp -s "$1" "$2" || rm -f "$2"
	rmdir -p "$(dirname "$2")" 2>/dev/null || true
}

for file in "$2"/*/*.lua; do
	feature=$(basename "$(dirname "$file")")
	"$1_file" "$file" "$3/$feature/$(basename "$file")"
done
