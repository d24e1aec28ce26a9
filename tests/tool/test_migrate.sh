#!/bin/bash
# belfort migrate: what it makes, what it refuses, what survives a kill.
. "$(dirname "$0")/tap.bash"
. "$(dirname "$0")/cluster.bash"
cluster_make && belfort_make || bail_out "no PostgreSQL, or no probe"
new=$work/share/probe/sql

applied() { sql "select count(*) from belfort.migration"; }
refused() { [[ $(sql "$1" "$2") == *"permission denied"* ]]; }

out=$(belfort migrate --dry-run)
is $? 0 "a dry run on an empty database"
like "$out" "would apply 0001-tables.sql" "names what it would do"
is "$(sql "select count(*) from pg_namespace where nspname = 'belfort'")" 0 \
	"and does nothing"

out=$(belfort check)
is $? 1 "check before the first migration"
like "$out" "run belfort migrate" "says what to do"

out=$(belfort migrate)
is $? 0 "the first migration" || echo "# $out"
like "$out" "probe: 0001-tables.sql" "names what it does"
is "$(sql "select nspowner::regrole from pg_namespace where nspname = 'probe'")" \
	belfort_probe "the schema belongs to the feature's own role"
is "$(sql "select rolcanlogin from pg_roles where rolname = 'belfort_probe'")" f \
	"which cannot log in"
out=$(belfort migrate)
is $? 0 "a second one"
like "$out" "0 new migrations" "has nothing to do"
out=$(belfort check)
is $? 0 "check after it" || echo "# $out"

# The pool's role reaches what is declared, and nothing else.
like "$(sql "select probe.hello(name => 'x', lang => 'nl')" probe_pool)" '"x"' \
	"the pool executes a declared query"
like "$(sql "select count(*) from probe.open_row" probe_pool)" 0 \
	"and reads a published view"
refused "select * from probe.row" probe_pool
ok "but no table"
refused "select probe.counted()" probe_pool
ok "no function that is not declared"
refused "select probe.import_finish('', '', '')" probe_pool
ok "and not that of imports"
refused "select * from belfort.migration" probe_pool
ok "nothing of the host's own"
refused "create table public.x (a int)" probe_pool
ok "it makes no table"
refused "create temp table x (a int)" probe_pool
ok "not even a temporary one"
sql "create role stranger login" >/dev/null
[[ $(sql "select 1" stranger) == *"permission denied for database"* ]]
ok "a stranger does not get in"

# Rights that somebody gave by hand, or that a plugin no longer declares.
sql "grant select on probe.row to probe_pool; grant usage on schema probe to public;
	grant select (name) on probe.kept to probe_pool" >/dev/null
belfort migrate >/dev/null
refused "select * from probe.row" probe_pool
ok "a right given by hand is taken back"
refused "select name from probe.kept" probe_pool
ok "also one on a column"
is "$(sql "select count(*) from pg_namespace n, aclexplode(n.nspacl) a
	where nspname = 'probe' and a.grantee = 0")" 0 "and one of everybody"

# A feature asks another one, of what that one publishes.
plugin_make asker
sed -i 's/plugins = probe$/plugins = probe asker/' "$BELFORT_CONFIG"
out=$(belfort migrate)
is $? 0 "a feature that requires another" || echo "# $out"
like "$(sql "select asker.ask()" probe_pool)" '"told"' "calls what that one publishes"
refused "set role belfort_asker; select probe.counted()"
ok "and nothing else of it"
refused "set role belfort_asker; select * from probe.row"
ok "least of all its tables"
refused "select probe.told()" probe_pool
ok "a pool does not call that"
belfort migrate >/dev/null
like "$(sql "select asker.ask()" probe_pool)" '"told"' "so it stays"
sql "insert into belfort.channel (name, feature, nr, title, sign_in)
	values ('asker.ask', 'asker', 1, '{}', false), ('probe.here', 'probe', 99, '{}', false)" >/dev/null
sed -i 's/ asker$//' "$BELFORT_CONFIG"
belfort migrate >/dev/null
is "$(sql "select count(*) from belfort.channel where feature = 'asker'")" 0 \
	"where to go for it is told no more"
refused "set role belfort_asker; select probe.told()"
ok "without the plugin the right is gone"

# Functions are replaced as a whole.
cat >"$new/fn/extra.sql" <<'SQL'
create or replace function probe.extra(a text) returns text language sql
set search_path = pg_temp as $$ select a $$;
SQL
belfort migrate >/dev/null
is "$(sql "select probe.extra('x')")" x "a new function is loaded"
sed -i 's/a text/b text/; s/select a/select b/' "$new/fn/extra.sql"
out=$(belfort migrate)
is $? 0 "its argument gets another name" || echo "# $out"
is "$(sql "select probe.extra(b => 'x')")" x "and has it"
sql "create view probe.needs as select probe.extra('y') as a;
	alter view probe.needs owner to belfort_probe" >/dev/null
out=$(belfort migrate)
is $? 0 "a function that a view needs is replaced in place" || echo "# $out"
mv "$new/fn/extra.sql" "$work/"
out=$(belfort migrate)
is $? 1 "its file goes while the view needs it"
like "$out" "probe.extra(text) has no file any more" "that is said"
sql "drop view probe.needs" >/dev/null
belfort migrate >/dev/null
is "$(sql "select to_regprocedure('probe.extra(text)') is null")" t \
	"a function without a file is dropped"

# A mistake changes nothing.
printf -- '-- \303\251\ncreate or replace funktion probe.hello()\n' \
	>"$new/fn/broken.sql"
out=$(belfort migrate)
is $? 1 "a function that cannot be read"
like "$out" "fn/broken.sql:2: " "is named with file and line"
like "$(sql "select probe.hello(name => 'x', lang => 'nl')" probe_pool)" '"x"' \
	"the old functions still work, for the pool too"
cat >"$new/fn/broken.sql" <<'SQL'
create or replace function probe.broken() returns integer language sql
set search_path = probe as $$ select wrong from row $$;
SQL
out=$(belfort migrate)
is $? 1 "a body that names a column that is not there"
like "$out" 'probe.broken(): column "wrong" does not exist' "is named"
rm "$new/fn/broken.sql"

printf 'create table more (name text);\n' >"$new/0002-more.sql"
before=$(applied)
out=$(belfort migrate)
is $? 1 "a table that the plugin does not declare"
like "$out" "plugin probe: probe.more.name is not declared" "is named"
is "$(applied)" "$before" "its migration counts as not applied"
is "$(sql "select to_regclass('probe.more') is null")" t "and left nothing"
rm "$new/0002-more.sql"

mv "$new/fn/keep.sql" "$work/"
out=$(belfort migrate)
is $? 1 "a declared query without a function"
like "$out" "probe.keep, which is no function" "is named"
mv "$work/keep.sql" "$new/fn/"

# Whatever step fails, it is told, and what was there serves.
fails_at() # FUNCTION of the schema belfort: raises from now on, also loaded anew
{
	cat >>"$work/share/core/sql/fn/$1.sql" <<-SQL
	do \$do\$ declare def text; begin
		select pg_get_functiondef(oid) into strict def from pg_proc
		where proname = '$1' and pronamespace = 'belfort'::regnamespace;
		execute regexp_replace(regexp_replace(def, 'LANGUAGE sql', 'LANGUAGE plpgsql'),
			'\\\$function\\\$.*\\\$function\\\$', \$x\$\$function\$ begin raise exception 'not today, $1'; end \$function\$\$x\$);
	end \$do\$;
	SQL
}
cat >"$BELFORT_CONFIG.jobs" <<INI
$(cat "$BELFORT_CONFIG")
[pool jobs]
plugins = probe
role = probe_jobs
user = $user
INI
out=$(belfort migrate -c "$BELFORT_CONFIG.jobs")
is $? 0 "with background work" || echo "# $out"
is "$(sql "select rolcanlogin from pg_roles where rolname = 'probe_jobs'")" t "which has a role"
for name in pool_prepare jobs_grant feature_prepare routines_clear routines_record \
	routines_validate feature_close pool_grant feature_declare; do
	cp "$work/share/core/sql/fn/$name.sql" "$work/kept.sql"
	fails_at $name
	out=$(belfort migrate -c "$BELFORT_CONFIG.jobs")
	is $? 1 "where $name fails"
	like "$out" "not today, $name" "it is told"
	like "$(sql "select probe.hello(name => 'x', lang => 'nl')" probe_pool)" '"x"' "and all serves"
	mv "$work/kept.sql" "$work/share/core/sql/fn/$name.sql"
done
out=$(belfort migrate)
is $? 0 "mended, it goes on" || echo "# $out"
core=$work/share/core/sql
for file in 0099-broken.sql fn/zz_broken.sql; do
	echo 'select 1 / 0;' >"$core/$file"
	out=$(belfort migrate)
	is $? 1 "a mistake in the core's own $file"
	like "$out" "$file: division by zero" "is told"
	rm "$core/$file"
done
mv "$new/fn" "$work/functions"
echo 'no folder' >"$new/fn"
out=$(belfort migrate)
is $? 1 "a file where the functions belong"
like "$out" "probe/sql/fn: " "is told"
rm "$new/fn"
mv "$work/functions" "$new/fn"
echo dblink >"$new/extensions"
out=$(belfort migrate)
like "$out" "dblink" "an extension that is not to be had is named"
rm "$new/extensions"
mkdir "$new/0009-folder.sql"
out=$(belfort migrate)
is $? 1 "a migration that is no file"
like "$out" "0009-folder.sql" "is named"
rmdir "$new/0009-folder.sql"

# What was released stays as it is.
cp "$new/0001-tables.sql" "$work/"
echo "-- a word more" >>"$new/0001-tables.sql"
out=$(belfort migrate)
is $? 1 "a migration that changed after it was applied"
like "$out" "0001-tables.sql was changed after it was applied on" "is refused"
mv "$work/0001-tables.sql" "$new/"
printf 'create table probe.half (a integer);\nselect 1 / 0;\n' \
	>"$new/0002-fails.sql"
out=$(belfort migrate)
is $? 1 "a migration that fails"
like "$out" "0002-fails.sql: division by zero" "is named"
is "$(sql "select to_regclass('probe.half') is null")" t "and leaves nothing"
printf 'create table probe.half (a integer);\ncommit;\n' >"$new/0002-fails.sql"
out=$(belfort migrate)
like "$out" "ends its own transaction" "one that commits by itself is refused"
sql "drop table probe.half" >/dev/null
rm "$new/0002-fails.sql"

# Killed half-way.
sleeping="select 1 / count(*) from pg_stat_activity where wait_event = 'PgSleep'"
awake="select 1 / (count(*) = 0)::int from pg_stat_activity where application_name = 'belfort'"
printf 'create view probe.slow as select 1 as a; select pg_sleep(600);\n' \
	>"$new/0002-slow.sql"
before=$(applied)
"$prefix/bin/belfort" migrate >/dev/null 2>&1 &
pid=$!
wait_for sql "$sleeping"
ok "a migration is under way"
kill -9 $pid
wait $pid 2>/dev/null
wait_for sql "$awake"
ok "the server notices that it was killed"
is "$(applied)" "$before" "nothing was written down"
is "$(sql "select to_regclass('probe.slow') is null")" t "nor made"
sed -i 's/ select pg_sleep(600);//' "$new/0002-slow.sql"
out=$(belfort migrate)
is $? 0 "and the next one succeeds" || echo "# $out"
is "$(sql "select to_regclass('probe.slow') is null")" f "wholly"

# Two at once: the second waits for the first.
printf 'select pg_sleep(600);\n' >"$new/0003-wait.sql"
"$prefix/bin/belfort" migrate >"$work/first" 2>&1 &
first=$!
wait_for sql "$sleeping"
printf 'select 1;\n' >"$new/0003-wait.sql"
"$prefix/bin/belfort" migrate >"$work/second" 2>&1 &
second=$!
wait_for grep -q "waiting" "$work/second"
ok "the second says that it waits"
sql "select pg_cancel_backend(pid) from pg_stat_activity where wait_event = 'PgSleep'" >/dev/null
wait $first
is $? 1 "the first was cancelled"
wait $second
is $? 0 "then the second does the work"
is "$(sql "select count(*) from belfort.migration where name = '0003-wait.sql'")" 1 \
	"once"

rm "$new/0003-wait.sql"
out=$(belfort migrate)
is $? 1 "an installation older than its database"
like "$out" "install the newer version" "is refused"
done_testing
