# shellcheck shell=bash
# shellcheck disable=SC2154 # set by who includes this
# The other organisations of the demo city, none of which exists: a housing
# company with a database server of its own, and a service of another
# government that answers yes or no.

# What the host's background work reads to reach them, and nobody else does.
connections() { echo "$root/etc/connections"; }

# --- the housing company ---------------------------------------------------

housing_psql() { call_as belfort-pg psql -qXAt -h "$root/housing/run" -U postgres -v ON_ERROR_STOP=1 "$@"; }

housing_settings() {
	cat >"$root/housing/pg/house.conf" <<-END
	listen_addresses = ''
	unix_socket_directories = '$root/housing/run'
	max_connections = 12
	shared_buffers = 16MB
	password_encryption = scram-sha-256
	timezone = 'Europe/Brussels'
	END
	grep -qs house.conf "$root/housing/pg/postgresql.conf" ||
		echo "include 'house.conf'" >>"$root/housing/pg/postgresql.conf"
	cat >"$root/housing/pg/pg_hba.conf" <<-END
	local housing belfort_reads scram-sha-256
	local all postgres $([ "$BELFORT_HOUSE" = none ] && echo trust || echo peer map=house)
	END
	echo 'house belfort-pg postgres' >"$root/housing/pg/pg_ident.conf"
	belongs belfort-pg "$root/housing/run" "$root/housing/pg"/*.conf
}

housing_make() {
	rm -rf "$root/housing"
	mkdir -p "$root/housing/run"
	mkdir -m 700 "$root/housing/pg"
	belongs belfort-pg "$root/housing/pg"
	call_as belfort-pg initdb -D "$root/housing/pg" -U postgres -E UTF8 --locale=C.UTF-8 --no-sync
}

# Who of the demo's people rents from it, and the password of the one view.
housing_fill() {
	local word
	word=$(head -c 18 /dev/urandom | base64 | tr '+/' '-_')
	housing_psql -d postgres -c 'create database housing'
	{
		cat "$tree/demo/housing/housing.sql"
		echo "alter role belfort_reads password '$word';"
		echo 'copy tenant (national_number, heating, rent_cents) from stdin csv header;'
		"$tree/demo/people/make" tenants | sed 's/,eigen,/,own,/; s/,gas,/,shared gas,/'
	} | housing_psql -d housing -1 -f -
	connection_make woonmaatschappij "host=$root/housing/run dbname=housing user=belfort_reads password=$word"
	touch "$root/housing/made"
}

connection_make() { # connection_make NAME TEXT
	mkdir -p "$(connections)"
	rm -f "$(connections)/$1"
	(umask 077 && printf '%s\n' "$2" >"$(connections)/$1")
	belongs belfort-jobs "$(connections)/$1"
}

housing_start() {
	[ -e "$root/housing/made" ] || housing_make
	housing_settings
	call_as belfort-pg pg_ctl -D "$root/housing/pg" -w -t 60 -l "$root/log/housing.log" start
	[ -e "$root/housing/made" ] || housing_fill
}

housing_stop() {
	[ ! -e "$root/housing/pg/postmaster.pid" ] ||
		call_as belfort-pg pg_ctl -D "$root/housing/pg" -w stop
}

# --- the service that answers yes or no -------------------------------------

magda_wanted() { [ "${HOUSE_MAGDA:-}" = yes ]; }

magda_port() { echo $((port + 2)); }

# The city's own certificate is for the background work; the service has its.
magda_keys() {
	local of=$root/etc/magda
	"$tree/demo/magda/keys" "$of"
	belongs belfort-jobs "$of/client.key"
	belongs belfort-city "$of/server.key"
	connection_make magda "url = https://localhost:$(magda_port)/
ca = $of/ca.pem
certificate = $of/client.pem
key = $of/client.key"
}

magda_run() {
	magda_keys
	node_run magda "$(magda_port)" "$tree/demo/magda/magda.mjs" "$(magda_port)" "$root/etc/magda"
}
