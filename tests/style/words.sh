# What no file may hold: addresses of the place it was made, leftovers, tabs
# and spaces gone astray.
# shellcheck shell=bash source=tests/style/lib.bash
. "$(dirname "$0")/lib.bash"

mapfile -t text < <(files '*' | grep -vE '\.(png|ico|gz|mo)$|^tests/fuzz/seeds/' | while read -r file; do
	grep -Iq . "$file" && echo "$file"
done)

grep -nE '"resolved":' package-lock.json | none 'the lock file names no registry'

grep -nE '(^|[^.[:alnum:]/$])/(work/|home/[a-z]+/|tmp/[a-z]/)' "${text[@]}" |
	none 'no path of a machine'

grep -nE '[[:blank:]]+$' "${text[@]}" | grep -vE '^LICENSE:|\.csv:|\.md:' |
	none 'no blanks at the end of a line'

for file in "${text[@]}"; do
	[ -z "$(tail -c1 "$file")" ] || echo "$file"
done | none 'each file ends with a line break'

grep -nP '[\x{200B}\x{FEFF}\x{202A}-\x{202E}\x{2066}-\x{2069}]' "${text[@]}" | grep -v '^tests/' |
	none 'no sign that nobody sees'

for file in "${text[@]}"; do
	iconv -f UTF-8 -t UTF-8 "$file" >/dev/null 2>&1 || echo "$file"
done | none 'all is UTF-8'

done_testing
