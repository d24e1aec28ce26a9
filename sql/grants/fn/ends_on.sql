create function ends_on(period text, during daterange) returns date
language sql stable
set search_path = grants, pg_temp
as $$
	select case
	when period = 'none' then greatest(current_date + 30, lower(during))
	when period = 'year' then upper(during) - 1
	else upper(period_of(period, greatest(current_date + 30, lower(during)))) - 1
	end;
$$;
comment on function ends_on(text, daterange) is
	'The last day of a right that is lost today: thirty days on, at the end of the period that that day is in. What comes once a year ends with its year.';
