create function comes_again(period text) returns boolean
language sql immutable
set search_path = grants, pg_temp
return period in ('day', 'week', 'month', 'quarter', 'year');
comment on function comes_again(text) is 'Whether a period is followed by another one.';
