create function key_of(secret bytea, household text) returns bytea
language sql immutable
set search_path = preview, pg_temp
return substr(sha256(secret || convert_to(household, 'UTF8')), 1, 8);
comment on function key_of(bytea, text) is
	'The key of a household: the same every time, and nobody''s number.';
