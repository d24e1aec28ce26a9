# shellcheck shell=bash
# shellcheck disable=SC2154,SC2034 # set and read by who includes this
# What happens inside a house: its users, its database, the host, nginx.

# Where things are: $root is what the house keeps, $tree the checkout; for
# those outside they are $dir and $src.
inside() {
	BELFORT_HOUSE=$(cat /srv/kind 2>/dev/null || cat "$dir/kind")
	root=/srv tree=/srv/src
	[ "$BELFORT_HOUSE" != none ] || root=$dir tree=$src
	port=$(cat "$root/port" 2>/dev/null || echo 8080)
	steps_log=$root/house.log steps_shown=$dir/house.log
	# Who called sudo outside is nobody inside.
	unset SUDO_USER SUDO_UID SUDO_GID
	PATH=$root/usr/bin:$root/usr/sbin:/usr/lib/postgresql/15/bin:/usr/sbin:/sbin:$PATH
	export BELFORT_HOUSE PATH
	export BELFORT_CONFIG=$root/usr/etc/belfort/belfort.ini
	export BELFORT_PREFIX=$root/usr BELFORT_BUILD=$root/${HOUSE_BUILD:-build}
	export BELFORT_DIR=$root BELFORT_TREE=$tree
	export BELFORT_URL=http://127.0.0.1:$port
	"$@"
}

# --- users ---------------------------------------------------------------

# Numbers that no machine uses.  postgres and www-data are for tests of the
# parts, Debian-exim for those of mail.
users='belfort-pg:60201 belfort-city:60202 belfort-web:60203 postgres:60204
	www-data:60205 belfort-jobs:60206 belfort-wild:60207 belfort-shut:60208
	belfort-toolshed:60209 Debian-exim:60210 belfort-preview:60211'

users_write() {
	local etc=$1 user
	rm -f "$etc/passwd" "$etc/group"
	exec 3>"$etc/passwd" 4>"$etc/group"
	# Who saves a file of rules is root here: by the name they have outside.
	echo "root:x:0:0:${HOUSE_OWNER:-root}:/root:/bin/sh" >&3
	echo 'root:x:0:' >&4
	for user in $users nobody:65534; do
		echo "${user%:*}:x:${user#*:}:${user#*:}::/nonexistent:/bin/sh" >&3
		echo "${user%:*}:x:${user#*:}:" >&4
	done
	echo 'nogroup:x:65533:' >&4
	exec 3>&- 4>&-
}

# Without namespaces root lets the user of Debian's PostgreSQL do it all.
user_of() {
	if [ "$BELFORT_HOUSE" = none ]; then
		echo postgres
	else
		echo "$1"
	fi
}

call_as() {
	local user
	user=$(user_of "$1")
	shift
	if [ "$(id -u)" != 0 ]; then
		"$@"
		return
	fi
	setpriv --reuid "$user" --regid "$user" --clear-groups -- "$@"
}

call() { "$@"; }

suite() { "$tree/tests/suite" "$@"; }

# A master starts as root and gives its workers their users, if there are any.
master() { # master USER CMD...
	if [ "$BELFORT_HOUSE" = none ]; then
		call_as "$@"
	else
		shift
		"$@"
	fi
}

belongs() { # belongs USER FILE...
	local user
	user=$(user_of "$1")
	shift
	[ "$(id -u)" = 0 ] || return 0
	chown -R "$user:$user" "$@"
}

# --- the database --------------------------------------------------------

pg_settings() {
	cat >"$root/pg/house.conf" <<-END
	listen_addresses = ''
	unix_socket_directories = '$root/run'
	max_connections = 60
	shared_buffers = 128MB
	jit = off
	track_commit_timestamp = on
	log_error_verbosity = terse
	log_timezone = 'Europe/Brussels'
	timezone = 'Europe/Brussels'
	END
	grep -qs house.conf "$root/pg/postgresql.conf" ||
		echo "include 'house.conf'" >>"$root/pg/postgresql.conf"
	pg_logins
}

pg_logins() {
	echo 'local all all peer map=house' >"$root/pg/pg_hba.conf"
	[ "$BELFORT_HOUSE" != none ] ||
		echo 'local all all trust' >"$root/pg/pg_hba.conf"
	cat >"$root/pg/pg_ident.conf" <<-'END'
	house root belfort
	house belfort-pg postgres
	house belfort-pg belfort
	house /^belfort-([a-z]+)$ belfort_\1
	house /^belfort-([a-z]+)$ belfort_\1_pool
	END
}

pg_make() {
	rm -rf "$root/pg"
	mkdir -m 700 "$root/pg"
	belongs belfort-pg "$root/pg"
	call_as belfort-pg initdb -D "$root/pg" -U postgres -E UTF8 \
		--locale=C.UTF-8 --locale-provider=icu --icu-locale=nl
	touch "$root/pg/made"
}

pg_database() {
	call_as belfort-pg psql -qX -h "$root/run" -U postgres -v ON_ERROR_STOP=1 <<-'END'
	create role belfort login createrole;
	create database belfort owner belfort;
	END
}

pg_has_database() {
	call_as belfort-pg psql -qXAt -h "$root/run" -U postgres \
		-c "select 1 from pg_database where datname = 'belfort'" | grep -q 1
}

pg_start() {
	[ -e "$root/pg/made" ] || pg_make
	pg_settings
	belongs belfort-pg "$root/pg"/*.conf
	call_as belfort-pg pg_ctl -D "$root/pg" -w -t 60 \
		-l "$root/log/postgresql.log" start
	# After a crash pg_ctl takes the old pid file for the new one.
	wait_until 60 pg_isready -q -h "$root/run"
	pg_has_database || pg_database
}

# --- the host ------------------------------------------------------------

ini_write() {
	mkdir -p "$root/usr/etc/belfort"
	cat >"$BELFORT_CONFIG" <<-END
	; The demo city.  Made by demo/house at every start; docs/operate.md
	; explains each key.
	[city]
	name = Gent
	url = http://localhost:$port
	phone = 09 000 00 00
	visit = Fictieve Markt 1

	[host]
	run = $root/run
	plugins = $root/usr/lib/belfort/plugins
	guests = $root/guests
	share = $root/usr/share/belfort
	$([ "$BELFORT_HOUSE" = none ] || echo "listen_group = belfort-web")

	[database]
	conninfo = host=$root/run dbname=belfort
	admin = host=$root/run dbname=belfort user=belfort

	[keys]
	folder = $root/keys

	[rules]
	folder = $(rules_folder)
	live = yes
	END
	pools_ini >>"$BELFORT_CONFIG"
	plugins_ini >>"$BELFORT_CONFIG"
	provider_ini >>"$BELFORT_CONFIG"
	key_make "$root/etc/mark.key" belfort-city
	key_make "$root/etc/noise.key" belfort-preview belfort-jobs
}

pools_ini() {
	cat <<-END

	[pool city]
	plugins = site budget benefits facts people access counter payments paper kiosk grants policy
	user = $(user_of belfort-city)
	role = belfort_city
	workers = 4

	[pool preview]
	with = city
	plugins = preview
	user = $(user_of belfort-preview)
	role = belfort_preview_pool
	workers = 2

	[pool jobs]
	plugins = budget benefits facts people access counter payments grants policy preview
	user = $(user_of belfort-jobs)
	role = belfort_jobs
	END
}

# What the provider's part goes on with stands last.
plugins_ini() {
	cat <<-END

	[plugin paper]
	address = Stad Gent, Verzonnenstraat 1, 9000 Gent

	[plugin payments]
	debtor = Demostad Gent
	iban = BE68539007547034
	bic = DEMOBEBB
	kbo = 0000000097

	[plugin grants]
	appeal_body = het Beroepscollege van de demostad (verzonnen), Verzonnenstraat 2, 9000 Gent
	contact = Stad Gent, Verzonnenstraat 1, 9000 Gent, 09 000 00 00

	[plugin counter]
	mark_key = $root/etc/mark.key

	[plugin preview]
	noise_key = $root/etc/noise.key

	[plugin facts]
	sources = $root/sources
	drop = $root/drop
	connections = $(connections)

	[plugin people]
	outbox = open
	mark_key = $root/etc/mark.key
	END
}

# What only one pool reads, or the members of GROUP too, made once.
key_make() { # key_make FILE USER [GROUP]
	mkdir -p "${1%/*}"
	[ -s "$1" ] || head -c 48 /dev/urandom | base64 >"$1"
	belongs "$2" "$1"
	chmod 400 "$1"
	[ $# = 2 ] || [ "$(id -u)" != 0 ] || { chgrp "$(user_of "$3")" "$1" && chmod 440 "$1"; }
}

# Where policy is written: in the checkout, unless HOUSE_RULES says own.
rules_folder() {
	if [ "${HOUSE_RULES:-}" = own ]; then
		echo "$root/rules"
	else
		echo "$tree/lua-rules"
	fi
}

rules_copy() {
	[ "${HOUSE_RULES:-}" = own ] || return 0
	rm -rf "$root/rules"
	mkdir "$root/rules"
	cp -R "$tree"/lua-rules/*/ "$root/rules/"
	chmod -R a+rX "$root/rules"
}

# --- the provider of identities ------------------------------------------

provider_wanted() { [ "${HOUSE_PROVIDER:-}" = yes ]; }

provider_port() { echo $((port + 1)); }

# NAME of BYTES random bytes that only the host reads.
secret_make() { # secret_make NAME BYTES
	[ -s "$root/etc/$1" ] || (umask 077 && head -c "$2" /dev/urandom | base64 >"$root/etc/$1")
	belongs belfort-city "$root/etc/$1"
}

provider_ini() {
	provider_wanted || return 0
	secret_make provider.secret 24
	cat <<-END
	provider = http://127.0.0.1:$(provider_port)
	provider_client = belfort
	provider_secret = $root/etc/provider.secret
	provider_acr = urn:demo:itsme=substantial urn:demo:eid=high
	provider_number_scope = rrn
	provider_number_claim = rrn
	END
}

port_busy() { ! port_quiet "$1"; }

provider_run() {
	node_run provider "$(provider_port)" "$tree/demo/provider/provider.mjs" \
		"$(provider_port)" "http://localhost:$port" "$root/etc/provider.secret"
}

# node_run NAME PORT SCRIPT WORD...: a server of the demo, until its PORT answers
node_run() {
	local name=$1 pid
	port_quiet "$2" || {
		echo "Port $2 is in use by something else."
		return 1
	}
	call_as belfort-city setsid node "${@:3}" >>"$root/log/$name.log" 2>&1 &
	pid=$!
	wait_until 20 port_busy "$2"
	tr -d ' ' <"/proc/$pid/task/$pid/children" >"$root/run/$name.pid"
}

# Configure once for these options, then make.
configured() {
	local options=${HOUSE_CONFIGURE:-}
	mkdir -p "$BELFORT_BUILD"
	[ -x "$tree/configure" ] || (cd "$tree" && ./bootstrap)
	cd "$BELFORT_BUILD" || return 1
	if [ ! -f Makefile ] || [ "$(cat options 2>/dev/null)" != "$options" ]; then
		# shellcheck disable=SC2086 # several words on purpose
		"$tree/configure" -q --prefix="$root/usr" \
			--sysconfdir="$root/usr/etc" --localstatedir="$root" $options
		echo "$options" >options
	fi
}

build() {
	configured
	make -s -j"$(nproc)" -C "$BELFORT_BUILD"
}

build_install() {
	build
	make -s -C "$BELFORT_BUILD" install
}

migrate() {
	ini_write
	belfort migrate
}

# Two officials, so that each can give the other a right; the first is who runs
# this.  ./quickstart staff prints a link to come in by.
staff_make() {
	if ! belfort staff list | grep @ >/dev/null; then
		belfort staff add --name 'Ann Voorbeeld' --email ann@gent.example --login "$(id -un)" --admin
		belfort staff add --name 'Bas Voorbeeld' --email bas@gent.example --login bas
	fi
	staff_give ann people.invite people.help budget.import budget.publish benefits.publish benefits.confirm \
		facts.see facts.run payments.see payments.prepare payments.cash \
		policy.write policy.stop preview.ask
	staff_give bas people.grant benefits.confirm facts.see facts.dispute payments.see payments.release \
		policy.publish policy.stop preview.ask
}

staff_give() { # staff_give NAME RIGHT...
	local right name=$1
	shift
	for right; do
		staff_had "$name@gent.example" "$right" ||
			belfort staff give "$name@gent.example" "$right" --reason 'Voor de voorbeeldstad.'
	done
}

# Also of one that was taken back since: a house of before gets what is new only.
staff_had() { # staff_had EMAIL RIGHT
	[ "$(sql_value "select count(*) from people.right_given g join people.account a on a.id = g.account
		where a.email = '$1' and g.name = '$2'")" != 0 ]
}

sql_value() { call_as belfort-pg psql -qXAt -h "$root/run" -U postgres -d belfort -c "$1"; }

# One official saved the rules about rights, which put them in force; the other
# one confirms those of the city itself and what they read.
rights_confirm() {
	local files
	[ -d "$(rules_folder)/benefits" ] || return 0
	# In a house of before nobody has that name: there people confirm on the page.
	[ "$(sql_value "select count(*) from people.account where login = 'bas'")" = 1 ] || return 0
	wait_until 20 rights_there
	files=$(rights_of_city | sed 's|^./||' | tr '\n' ' ')
	# shellcheck disable=SC2086 # several files on purpose
	rights_confirmed "$files" ||
		SUDO_USER=bas belfort rules confirm benefits "$(date -d '+1 year' +%F)" $files
}

rights_there() { belfort rules list benefits | grep -q '^[*]'; }

rights_confirmed() { # rights_confirmed FILES
	[ "$(sql_value "select count(*) from json_each_text(benefits.in_force() -> 'files')
		where key = any(string_to_array('$1', ' ')) and value is null")" = 0 ]
}

# Files of the city's own rights, of the rights that those read, and of facts.
rights_of_city() (
	cd "$(rules_folder)/benefits" || exit 1
	grep -lE '^feiten \{' ./*.lua
	own=$(grep -lE '^ *bevoegd *= *"stad"' ./*.lua)
	# shellcheck disable=SC2046,SC2086 # several files on purpose
	printf '%s\n' $own $(grep -ohE '\<recht[.][a-z0-9_]+' $own | sed 's|recht[.]\(.*\)|./\1.lua|') | sort -u
)

figures_load() { belfort import budget "$tree"/demo/gent/*.csv; }

keys_make() { belfort keys make; }

# What changed after the first day comes in as on any other day; with it come
# those whom the demo's provider of identities knows.
people_load() {
	local of=$root/people
	mkdir -p "$of"
	"$tree/demo/people/make" streets >"$of/straten.csv"
	"$tree/demo/people/make" residents >"$of/inwoners.csv"
	"$tree/demo/people/make" changes >"$of/wijzigingen.csv"
	belfort import people "$of/straten.csv" "$of/inwoners.csv" "$of/wijzigingen.csv" \
		"$tree/demo/people/aanmelden.csv"
}

# What is declared about databases is the house's own: tests change it.  A
# service that does not run is not declared, so that nobody is asked about there.
sources_copy() {
	rm -rf "$root/sources"
	mkdir -p "$root/drop"
	cp -R "$tree/demo/sources" "$root/sources"
	magda_wanted || rm "$root/sources/magda.ini"
	chmod -R a+rX "$root/sources"
	belongs belfort-jobs "$root/drop"
}

# A file is written beside its place, and then moved there: half a file is none.
fact_drop() { # fact_drop FOLDER WHAT FILE...
	local of=$root/drop/$1
	mkdir -p "$of"
	"$tree/demo/people/facts" "${@:2}" >"$of/.half"
	mv "$of/.half" "$of/$1.csv"
	belongs belfort-jobs "$of"
}

facts_load() {
	local of=$root/people files
	files="$of/inwoners.csv $of/wijzigingen.csv $tree/demo/people/aanmelden.csv"
	# shellcheck disable=SC2086 # several files on purpose
	fact_drop sociale-dienst social $files && fact_drop belastingen taxes $files &&
		fact_drop gezinsbijslag family $files
	wait_until 60 facts_taken
}

facts_taken() { ! ls "$root"/drop/*/*.csv >/dev/null 2>&1; }

host_listens() {
	[ -S "$root/run/city.sock" ] && [ -s "$root/run/master.pid" ]
}

# Pages show categories, or say why there are none.
rules_told() { # rules_told FROM: since that byte of the log
	tail -c "+$1" "$root/log/belfort.log" |
		grep -qE 'event=rules(_refused)? '
}

host_start() {
	local from
	touch "$root/log/belfort.log"
	from=$(($(stat -c %s "$root/log/belfort.log") + 1))
	master belfort-city setsid belfortd >>"$root/log/belfort.log" 2>&1 &
	wait_until 20 host_listens && wait_until 20 rules_told "$from" || {
		tail -n 5 "$root/log/belfort.log"
		return 1
	}
}

# --- the web server ------------------------------------------------------

nginx_parts() {
	local share=$root/usr/share/belfort part
	for part in belfort belfort-server belfort-fastcgi belfort-pass belfort-guest belfort-staff; do
		sed -e "s|@belfort_cache@|$root/cache/pages|; s|@belfort_run@|$root/run|" \
			-e "s|@belfort_pool@|city|; s|@pkgdatadir@|$share|" \
			"$share/nginx/$part.conf.in" >"$root/etc/$part.conf"
	done
	belfort nginx >"$root/etc/locations.conf"
}

nginx_write() {
	nginx_parts
	cat >"$root/etc/nginx.conf" <<-END
	$([ "$BELFORT_HOUSE" = none ] || echo "user belfort-web belfort-web;")
	worker_processes 2;
	pid $root/run/nginx.pid;
	error_log $root/log/nginx-error.log crit;
	events { worker_connections 4096; }
	http {
		include /etc/nginx/mime.types;
		include $root/etc/belfort.conf;
		client_body_temp_path $root/cache/body;
		proxy_temp_path $root/cache/proxy;
		fastcgi_temp_path $root/cache/fastcgi;
		uwsgi_temp_path $root/cache/uwsgi;
		scgi_temp_path $root/cache/scgi;
		access_log $root/log/nginx.log belfort;
		server {
			listen 127.0.0.1:$port backlog=4096;
			$(ip6_there && echo "listen [::1]:$port backlog=4096;")
			add_header X-Cache \$upstream_cache_status;
			include $root/etc/belfort-server.conf;
			include $root/etc/locations.conf;
		}
	}
	END
}

ip6_there() { grep -qs '^0\{31\}1 ' /proc/net/if_inet6; }

nginx_start() {
	nginx_write
	master belfort-web nginx -p "$root" -e "$root/log/nginx-error.log" \
		-c "$root/etc/nginx.conf"
	wait_until 20 healthy || {
		tail -n 5 "$root/log/nginx-error.log" "$root/log/belfort.log"
		return 1
	}
}

# GET /health through nginx, with nothing but the shell.
healthy() {
	local line
	exec 5<>"/dev/tcp/127.0.0.1/$port" || return 1
	printf 'GET /health HTTP/1.0\r\nHost: localhost\r\n\r\n' >&5
	read -r -t 10 line <&5 || return 1
	exec 5>&-
	case $line in
	*' 200 '*) ;;
	*) return 1 ;;
	esac
}

# --- all of it -----------------------------------------------------------

folders() {
	mkdir -p "$root/run" "$root/log" "$root/cache" "$root/etc"
	chmod 755 "$root" "$root/log"
	rm -f "$root"/run/*.pid
	touch "$root/log/postgresql.log" "$root/log/housing.log" "$steps_log"
	belongs belfort-pg "$root/log/postgresql.log" "$root/log/housing.log"
	# PostgreSQL and root make sockets there, nobody else.
	belongs belfort-pg "$root/run"
	chmod 755 "$root/run"
	[ "$BELFORT_HOUSE" != none ] || belongs postgres "$root/log" "$root/cache"
}

raise() {
	local mend='mend what it names, then start again' logs=$dir/log
	folders
	rules_copy
	sources_copy
	step 'Building' "$mend" build_install
	step 'Starting PostgreSQL' "look in $logs/postgresql.log" pg_start
	step 'Preparing the database' "$mend" migrate
	step 'Adding two civil servants' "$mend" staff_make
	step 'Loading the figures of Ghent' "$mend" figures_load
	step 'Making the keys' "$mend" keys_make
	step 'Starting the housing company' "look in $logs/housing.log" housing_start
	step 'Loading people who do not exist' "$mend" people_load
	step 'Starting the host' "look in $logs/belfort.log" host_start
	step 'Confirming the rights of the city' "$mend" rights_confirm
	step 'Reading what databases say of them' "look in $logs/belfort.log" facts_load
	step 'Starting the web server' "look in $logs/nginx-error.log" nginx_start
	! provider_wanted || step 'Starting the demo provider' \
		"choose another port: PORT=8090; or look in $logs/provider.log" provider_run
	! magda_wanted || step 'Starting the demo of MAGDA' \
		"choose another port: PORT=8090; or look in $logs/magda.log" magda_run
}

lives() { [ -d "/proc/$1" ]; }
left() { ! lives "$1"; }

# end SIGNAL PIDFILE: and wait until it has ended, by force if need be
end() {
	local pid
	pid=$(cat "$2" 2>/dev/null || true)
	[ -n "$pid" ] && lives "$pid" || return 0
	kill "-$1" "$pid"
	wait_until 20 left "$pid" || kill -KILL "$pid"
}

# shellcheck disable=SC2120 # tests give a mode
pg_stop() { # pg_stop [MODE]
	[ ! -e "$root/pg/postmaster.pid" ] ||
		call_as belfort-pg pg_ctl -D "$root/pg" -w -m "${1:-fast}" stop
}

host_stop() { end TERM "$root/run/master.pid"; }

# Without a namespace nobody takes along what a killed master left behind.
strays_end() {
	local each
	for each in /proc/[0-9]*; do
		case $(cat "$each/comm" 2>/dev/null) in
		nginx | belfortd | postgres)
			find "$each/fd" -lname "$root/*" 2>/dev/null | grep -q . &&
				kill -KILL "${each#/proc/}" || true
			;;
		esac
	done
}

lower() {
	end TERM "$root/run/provider.pid"
	end TERM "$root/run/magda.pid"
	end QUIT "$root/run/nginx.pid"
	host_stop
	pg_stop >/dev/null || true
	housing_stop >/dev/null || true
	[ "$BELFORT_HOUSE" != none ] || strays_end
}
