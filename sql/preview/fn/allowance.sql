create function allowance() returns integer
language sql immutable
set search_path = preview, pg_temp
return 600;
comment on function allowance() is
	'Points that a civil servant has in a day: docs/preview.md tells what a question takes, and what all of them together can tell of one household.';
