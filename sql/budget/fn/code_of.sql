create function code_of(heading text) returns text
language sql immutable set search_path = budget, ext, pg_temp
as $$ select split_part(heading, ' ', 1); $$;
comment on function code_of(text) is '"0200 Wegen": 0200.';
