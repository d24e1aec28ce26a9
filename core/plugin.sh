#!/bin/bash
# What belfort plugin does with files; belfort plugin --help says more.  The
# tool tells it where things are: BELFORT_CONFIG, _RUN, _SHARE, _GUESTS,
# _ADMIN, _RULES, _SERVICES; BELFORT_YES answers questions, BELFORT_STAGING is for staff only.
#
# A plugin NAME has the folder <guests>/NAME with its versions 1, 2, ..., and
# the file belfort.d/NAME.ini beside the configuration, which names one.
set -euo pipefail

die() {
	printf 'belfort plugin: %s\n' "$@" >&2
	exit 1
}

parts=${BELFORT_CONFIG:+${BELFORT_CONFIG%.ini}.d}
guests=${BELFORT_GUESTS:-}

confirmed() {
	local answer
	[ -z "${BELFORT_YES:-}" ] || return 0
	printf '%s Type yes: ' "$1"
	read -r answer && [ "$answer" = yes ] || die 'Nothing changed.'
}

is_name() {
	[[ $1 =~ ^[a-z][a-z0-9]{1,30}$ ]] ||
		die "$1: a plugin's name is one word of small letters and digits"
	case $1 in
	belfort | core | ext | jobs | public | rules | static)
		die "$1 is a word of the host's own: take another"
		;;
	esac
}

known() {
	is_name "$1"
	[ -f "$parts/$1.ini" ] || die "there is no plugin $1; belfort plugin list shows them"
}

# --- new --------------------------------------------------------------------

new() {
	local name=$1 file
	is_name "$name"
	[ ! -e "$name" ] || die "$name is there already"
	cp -R "$BELFORT_SHARE/scaffold" "$name"
	while IFS= read -r file; do
		sed -i "s/example/$name/g" "$file"
	done < <(find "$name" -type f)
	mv "$name/example.c" "$name/$name.c"
	cat <<-END
	$name/ holds a plugin. Begin with:
	  cd $name && make check
	docs/plugin-guide.md goes on from there.
	END
}

# --- check ------------------------------------------------------------------

# What was built is looked at in a folder that any user may read: it is loaded
# as one that may do nothing.
check() {
	local folder word odd status=0
	[ -d "$1/build" ] || die "$1/build is not there: run make"
	odd=$(find "$1/build" ! -type f ! -type d)
	[ -z "$odd" ] || die "only files and folders may be in build/, no links:" "$odd"
	folder=$(mktemp -d)
	chmod 755 "$folder"
	cp -RP "$1"/build/. "$folder"
	mkdir -p "$folder/share"
	for word in core static; do
		rm -rf "$folder/share/$word"
		ln -s "$BELFORT_SHARE/$word" "$folder/share/$word"
	done
	chmod -R a+rX "$folder"
	belfort plugin look "$folder" || status=$?
	rm -rf "$folder"
	return "$status"
}

# --- the versions of a plugin -----------------------------------------------

version_now() { # of NAME; nothing where it is not there
	sed -n '/^folder = /{s|.*/||p;q}' "$parts/$1.ini" 2>/dev/null || true
}

version_last() {
	[ ! -d "$guests/$1" ] ||
		find "$guests/$1" -mindepth 1 -maxdepth 1 -printf '%f\n' | sort -n | tail -n 1
}

mount_of() {
	sed -n 's|^mount = ||p' "$parts/$1.ini"
}

# settle NAME VERSION MOUNT: this version is the one, from the next reload on
settle() {
	mkdir -p "$parts"
	cat >"$parts/.$1.new" <<-END
	; Made by belfort plugin.
	[pool $1]
	plugins = $1
	user = belfort-$1
	role = belfort_$1_pool
	workers = 1
	sandbox = yes
	folder = $guests/$1/$2

	[plugin $1]
	mount = $3
	END
	[ ! -d "$guests/$1/$2/share/rules" ] || cat >>"$parts/.$1.new" <<-END

	[pool $1-jobs]
	plugins = $1
	user = belfort-$1
	role = belfort_$1_pool
	sandbox = yes
	folder = $guests/$1/$2
	END
	chmod 644 "$parts/.$1.new"
	mv "$parts/.$1.new" "$parts/$1.ini"
}

# The units of a plugin; nothing where the master starts its processes.
services() { # services start|stop NAME
	[ "${BELFORT_SERVICES:-}" = yes ] || return 0
	local units="belfort-pool@$2.socket belfort-pool@$2.service"
	# shellcheck disable=SC2086 # several words on purpose
	if [ "$1" = stop ]; then
		systemctl disable --now $units "belfort-jobs@$2.service"
		return
	fi
	systemctl enable --now "belfort-pool@$2.socket"
	systemctl restart "belfort-pool@$2.service"
	if [ -d "$guests/$2/$(version_now "$2")/share/rules" ]; then
		systemctl enable "belfort-jobs@$2.service"
		systemctl restart "belfort-jobs@$2.service"
	else
		systemctl disable --now "belfort-jobs@$2.service"
	fi
}

reload() {
	[ ! -s "$BELFORT_RUN/master.pid" ] ||
		kill -HUP "$(cat "$BELFORT_RUN/master.pid")"
}

# What went wrong leaves the plugin as it was.
attempt() { # attempt NAME: the database, and then the host
	local kept=$parts/.$1.kept
	if ! belfort migrate >/dev/null; then
		if [ -e "$kept" ]; then
			mv "$kept" "$parts/$1.ini"
		else
			rm -f "$parts/$1.ini"
		fi
		die "its database could not be made: nothing changed"
	fi
	rm -f "$kept"
	reload
	services start "$1"
}

keep() { [ ! -e "$parts/$1.ini" ] || cp "$parts/$1.ini" "$parts/.$1.kept"; }

user_there() {
	getent passwd "belfort-$1" >/dev/null || die "there is no Unix user belfort-$1. Make it:" \
		"  adduser --system --group --no-create-home belfort-$1"
}

copy() { # copy FROM NAME VERSION
	local to=$guests/$2/$3 word
	mkdir -p "$guests/$2"
	rm -rf "$to.new"
	mkdir "$to.new"
	cp -RP "$1/$2.so" "$1/share" "$to.new"
	[ -z "$(find "$to.new" ! -type f ! -type d)" ] || die 'no links'
	for word in core static; do
		rm -rf "$to.new/share/$word"
		ln -s "$BELFORT_SHARE/$word" "$to.new/share/$word"
	done
	chmod -R a+rX,go-w "$to.new"
	mv "$to.new" "$to"
}

# Rules are the city's once they are there: a newer version does not change them.
rules_lay() { # rules_lay NAME VERSION
	local from=$guests/$1/$2/share/rules/$1 to=$BELFORT_RULES/$1
	[ -d "$from" ] || return 0
	if [ ! -d "$to" ]; then
		mkdir -p "$BELFORT_RULES"
		cp -R "$from" "$to"
	elif ! diff -rq "$from" "$to" >/dev/null; then
		echo "the rules in $to stay; those of this version are in $from"
	fi
}

# --- acts ---------------------------------------------------------------------

add() {
	local from name version mount
	from=$(realpath "$1")/build
	check "$1" || exit 1
	name=$(basename "$(ls "$from"/*.so)" .so)
	is_name "$name"
	user_there "$name"
	mount=/v/$name
	[ -z "${BELFORT_STAGING:-}" ] || mount=/proef/$name
	version=$(($(version_last "$name") + 1))
	confirmed "Deploy it as version $version, at $mount?"
	copy "$from" "$name" "$version"
	rules_lay "$name" "$version"
	keep "$name"
	settle "$name" "$version" "$mount"
	attempt "$name"
	echo "$name: version $version stands at $mount"
}

open() {
	known "$1"
	confirmed "Open $1 to everybody, at /v/$1?"
	keep "$1"
	settle "$1" "$(version_now "$1")" "/v/$1"
	attempt "$1"
	echo "$1 stands at /v/$1"
}

back() {
	local now before
	known "$1"
	now=$(version_now "$1")
	before=$((now - 1))
	[ -d "$guests/$1/$before" ] || die "there is no version before $now"
	confirmed "Go back from version $now to $before?"
	keep "$1"
	settle "$1" "$before" "$(mount_of "$1")"
	attempt "$1"
	echo "$1: version $before stands at $(mount_of "$1")"
}

list() {
	local file name
	for file in "$parts"/*.ini; do
		[ -e "$file" ] || continue
		name=$(basename "$file" .ini)
		[ -n "$(version_now "$name")" ] || continue
		printf '%-20s version %-4s %s\n' "$name" "$(version_now "$name")" "$(mount_of "$name")"
	done
}

database() { psql -qXAt -v ON_ERROR_STOP=1 "$BELFORT_ADMIN" "$@"; }

# Each table as a file, with its columns' names.
export_to() { # export_to NAME FOLDER
	local table
	mkdir -p "$2"
	while IFS= read -r table; do
		database -c 'set row_security = off' \
			-c "\\copy (select * from $1.\"$table\") to '$2/$table.csv' (format csv, header)"
	done < <(database -c "select tablename from pg_tables where schemaname = '$1'")
}

remove() {
	local name=$1 folder
	known "$name"
	folder=$PWD/$name-$(date +%Y%m%d-%H%M%S)
	confirmed "Take $name away? Its data goes to $folder."
	export_to "$name" "$folder"
	rm -f "$parts/$name.ini"
	reload
	services stop "$name"
	database <<-END
	begin;
	drop schema if exists $name cascade;
	delete from belfort.migration where feature = '$name';
	delete from belfort.loaded where feature = '$name';
	delete from belfort.guest where feature = '$name';
	delete from belfort.feature where name = '$name';
	alter role belfort_${name}_pool nologin;
	commit;
	END
	[ ! -d "$BELFORT_RULES/$name" ] || mv "$BELFORT_RULES/$name" "$folder/rules"
	rm -rf "${guests:?}/$name"
	echo "$name is gone; its data is in $folder"
}

case ${1:-} in
new | open | back | remove) [ -n "${2:-}" ] || die "which one? belfort plugin $1 NAME" ;;
add | check) [ -n "${2:-}" ] || die "which folder? belfort plugin $1 DIR" ;;
list) ;;
*) die "there is no ${1:-}: new, check, add, open, back, list or remove" ;;
esac
"$@"
