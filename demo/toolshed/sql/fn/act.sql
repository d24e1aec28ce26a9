create function act(code text, what text) returns json
language plpgsql
security definer set search_path = toolshed, pg_temp
as $$
declare
	r reservation;
	done boolean := false;
begin
	select * into r from reservation
	where reservation.code = lower(act.code) for update;
	if r.id is null then
		raise 'not_found' using errcode = 'BF000';
	elsif what = 'annuleren' then
		delete from reservation where id = r.id
		and upper(during) > current_date
		and not exists (select from loan where reservation = r.id);
		done := found;
	elsif what = 'meenemen' and r.during @> current_date then
		insert into loan (reservation, thing) values (r.id, r.thing)
		on conflict (reservation) do nothing;
		done := found;
	elsif what = 'terugbrengen' then
		update loan set brought_back = now()
		where reservation = r.id and brought_back is null;
		done := found;
		-- The days that are left are free again.
		update reservation set during = daterange(lower(during),
			greatest(current_date, lower(during)), '[]')
		where id = r.id and last_day > current_date and done;
	end if;
	if not done then
		raise 'not_now' using errcode = 'BF000';
	end if;
	return '{}';
exception when unique_violation then
	raise 'still_out' using errcode = 'BF000';
end
$$;
comment on function act(text, text) is
	'Takes a thing away (meenemen), brings it back (terugbrengen) or cancels (annuleren).';
