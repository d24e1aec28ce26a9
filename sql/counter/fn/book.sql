create function book(session text, service text, place text, start text,
	code text, spreek text, naam text, thuis text, email text,
	mailbox text, network text, voor text, lang text) returns json
language plpgsql
security definer set search_path = counter, ext, pg_temp
as $$
declare
	at timestamptz := moment(start);
	who record;
	v service;
	one record;
begin
	select a.*, w.kind, w.helper, case when w.helper is not null then w.name end as helped
	into who from people.actor(book.session) w
	cross join people.acting_as(book.session) a;
	if voor is distinct from helping_mark(book.session, who.helper) then
		raise exception 'helped_other' using errcode = 'BF000';
	end if;
	if who.kind is distinct from 'staff'
		and who.actor is not distinct from who.account then
		perform people.attempt_take(network, 20, interval '3 minutes');
	end if;
	if email is not null then
		perform people.attempt_take(mailbox, 5, interval '1 day');
	end if;
	select * into v from service s where s.id = book.service;
	for one in
		select f.staff from free(book.service, book.place, spreek, at::date, 1) f
		where f.start = at
		order by (select count(*) from appointment a
			where a.staff = f.staff and a.ends::date = at::date), random()
	loop
		begin
			insert into appointment (code, service, place, staff, during,
				lang, page_lang, name, home, account, actor,
				resident, email)
			values (book.code, v.id, book.place, one.staff,
				tstzrange(at, at + make_interval(mins => v.minutes)),
				coalesce(spreek, 'nl'), book.lang, nullif(trim(naam), ''),
				case when v.at_home then nullif(trim(thuis), '') end,
				case who.kind when 'resident' then who.account end,
				who.actor, who.on_behalf_of,
				case when who.kind is distinct from 'resident'
					then book.email end);
			perform book_note(book.session);
			return (found_by(book.code, book.lang)::jsonb
				|| jsonb_build_object('helped', who.helped))::json;
		exception when exclusion_violation then
			null;
		end;
	end loop;
	raise exception 'taken' using errcode = 'BF000';
end;
$$;
comment on function book(text, text, text, text, text, text, text, text, text, text, text, text, text) is
	'Makes an appointment with whoever is free then; who comes too late is told. It belongs to who is signed in as a resident, and to whom they act for; who helps them is noted. Twenty at once from one network, then one each three minutes; staff as many as they need; five a day with one e-mail address. VOOR is helping_mark() of when the form was made: a form for one resident books for no other.';
