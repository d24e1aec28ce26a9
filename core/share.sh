#!/bin/sh
# Puts what is not code in its place: templates, translations, SQL, static
# files under names that hold their hash, and the web server's files.
#   share.sh SOURCE DESTINATION MSGFMT
set -eu
src=$1 dest=$2 msgfmt=$3

copy() { # copy FOLDER DESTINATION PATTERN
	[ -d "$1" ] || return 0
	mkdir -p "$2"
	for file in "$1"/$3; do
		[ ! -f "$file" ] || install -m 644 "$file" "$2"
	done
}

feature() { # feature NAME FOLDER
	rm -rf "$dest/$1/templates" "$dest/$1/sql" "$dest/$1/locale"
	copy "$2/templates" "$dest/$1/templates" '*.mustache'
	copy "$src/sql/$1" "$dest/$1/sql" '*.sql'
	copy "$src/sql/$1" "$dest/$1/sql" extensions
	copy "$src/sql/$1/fn" "$dest/$1/sql/fn" '*.sql'
	for po in "$2"/locale/*.po; do
		[ -f "$po" ] || continue
		mkdir -p "$dest/$1/locale"
		"$msgfmt" -c -o "$dest/$1/locale/$(basename "$po" .po).mo" "$po"
	done
}

static() {
	rm -rf "$dest/static"
	mkdir -p "$dest/static/fout"
	comma=''
	printf '{' >"$dest/static/assets.json"
	for file in "$src"/core/static/*.* "$src"/plugins/*/static/*.*; do
		[ -f "$file" ] || continue
		name=$(basename "$file")
		hash=$(sha256sum "$file" | cut -c1-10)
		hashed=${name%.*}.$hash.${name##*.}
		install -m 644 "$file" "$dest/static/$hashed"
		gzip -9nk "$dest/static/$hashed"
		printf '%s"%s":"/static/%s"' "$comma" \
			"$(printf %s "$name" | tr . _)" "$hashed" >>"$dest/static/assets.json"
		comma=,
	done
	printf '}\n' >>"$dest/static/assets.json"
	css=$(sed -n 's/.*"belfort_css":"\([^"]*\)".*/\1/p' "$dest/static/assets.json")
	for page in "$src"/core/static/fout/*; do
		sed "s|@belfort_css@|$css|" "$page" >"$dest/static/fout/$(basename "$page")"
	done
}

feature core "$src/core"
for folder in "$src"/plugins/*/; do
	feature "$(basename "$folder")" "${folder%/}"
done
static
rm -rf "$dest/nginx"
copy "$src/nginx" "$dest/nginx" '*'
rm -rf "$dest/scaffold"
cp -R "$src/demo/scaffold" "$dest/scaffold"
chmod -R u+w,a+rX "$dest/scaffold"
