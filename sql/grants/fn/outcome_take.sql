create function outcome_take(o jsonb) returns void
language plpgsql
set search_path = grants, ext, pg_temp
as $$
begin
	if o ->> 'granting' = 'automatic' and (o ->> 'stands')::boolean then
		case o ->> 'state'
			when 'yes' then perform yes_take(o);
			when 'no' then perform no_take(o);
			else null;
		end case;
	end if;
	if (o ->> 'day')::date < current_date then
		return;
	end if;
	if given_in(o, period_of(o ->> 'period', current_date)) is null
		and (o ->> 'state' = 'open'
			or (o ->> 'state' = 'yes' and o ->> 'granting' = 'request')) then
		-- Nobody is asked anything for a rule that nobody confirmed.
		if (o ->> 'stands')::boolean then
			perform open_put(o);
		end if;
	else
		perform open_end(o);
	end if;
end;
$$;
comment on function outcome_take(jsonb) is
	'What follows from one outcome.  STANDS: two people stand by the rule, for today; else it decides nothing, and nobody is asked anything for it.';
