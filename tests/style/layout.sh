# One feature, one word: who knows the word finds everything.
# shellcheck shell=bash source=tests/style/lib.bash
. "$(dirname "$0")/lib.bash"

for folder in plugins/*/; do
	word=$(basename "$folder")
	[[ $word =~ ^[a-z]+$ ]] || echo "$folder is not one English word"
	for file in "$word.c" local.mk; do
		[ -f "$folder$file" ] || echo "$folder has no $file"
	done
	grep -q "^include plugins/$word/local.mk" Makefile.am ||
		echo "Makefile.am does not include $folder"
done | none 'each folder in plugins/ holds a plugin'

for folder in sql/*/ lua-rules/*/; do
	[ -d "$folder" ] || continue
	word=$(basename "$folder")
	[ "$word" = core ] || [ -d "plugins/$word" ] || echo "$folder has no plugins/$word"
	[ -n "$(ls "$folder")" ] || echo "$folder is empty"
done | none 'each folder in sql/ and lua-rules/ belongs to a plugin'

for folder in sql/*/; do
	[ ! -d "plugins/$(basename "$folder")" ] || ls "$folder"tests/*.sql >/dev/null 2>&1 ||
		echo "$folder has no tests"
done | none 'a feature with functions in the database tests them'

for folder in plugins/*/; do
	ls "$folder"templates/*.mustache >/dev/null 2>&1 || continue
	for language in nl fr; do
		[ -s "${folder}locale/$language.po" ] || echo "$folder does not speak $language"
	done
done | none 'a feature with pages speaks three languages'

for file in sql/*/fn/*.sql; do
	name=$(basename "$file" .sql)
	objects=$(grep -ciE '^create (or replace )?(function|procedure|view)' "$file")
	[ "$objects" = 1 ] || echo "$file makes $objects objects"
	grep -qiE "^create (or replace )?(function|procedure|view) ([a-z_]+\.)?$name\b" "$file" ||
		echo "$file does not make $name"
done | none 'one function a file, of the name of the file'

for folder in sql/*/; do
	number=0
	for file in "$folder"[0-9]*.sql; do
		[ -f "$file" ] || continue
		number=$((number + 1))
		[[ $(basename "$file") == "$(printf %04d $number)"-*.sql ]] || echo "$file: expected $number"
	done
done | none 'migrations are numbered one after the other'

expected='LICENSE README.md CONTRIBUTING.md CHANGELOG.md GOVERNANCE.md SECURITY.md
	publiccode.yml package.json package-lock.json bootstrap quickstart check
	configure.ac Makefile.am bench core demo docs lua-rules nginx plugins sql
	systemd tests'
made='configure Makefile.in aclocal.m4 autom4te.cache build-aux config.h.in m4
	node_modules var config.h.in~ configure~'
for file in *; do
	[[ " ${expected//[$'\n\t']/ } ${made//[$'\n\t']/ } " == *" $file "* ]] || echo "$file"
done | none 'at the top is only what people expect'

done_testing
