create function answer_take(session text, answer text, mark text) returns json
language plpgsql
security definer set search_path = payments, ext, pg_temp
as $$
declare
	said jsonb := answer_take.answer;
	f file;
	at timestamptz;
	paid_now integer;
	refused_now integer;
begin
	perform turn();
	at := clock_timestamp();
	f := answer_file(said, mark);
	with ended as (
		update payment p set outcome = w.outcome, told = at,
			told_by = staff(answer_take.session),
			reason = case w.outcome when 'refused' then w.reason end
		from answer_lines(said, f.id) w
		where p.id = w.payment and p.outcome is distinct from w.outcome
		and (p.outcome is null or (p.outcome = 'paid' and w.outcome = 'refused'))
		returning p.claim, p.outcome, p.reason
	), back as (
		update claim c set ended = null from ended e
		where c.number = e.claim and e.outcome = 'refused'
	)
	select count(*) filter (where outcome = 'paid'),
		count(*) filter (where outcome = 'refused')
	into paid_now, refused_now from ended;
	insert into answer (file, message, sha256, status, paid, refused, read_by)
	values (f.id, said ->> 'message', decode(mark, 'hex'), said ->> 'status',
		paid_now, refused_now, staff(answer_take.session));
	perform refused_told(p.claim, p.reason) from payment p
	where p.file = f.id and p.outcome = 'refused' and p.told = at
	and state_of(p.claim) = 'refused';
	perform waiting_told(array(select p.claim from payment p
		where p.file = f.id and p.outcome = 'refused' and p.told = at));
	return json_build_object('id', f.id);
end;
$$;
comment on function answer_take(text, text, text) is
	'Takes over what the bank said of a file: ANSWER as the reader of pain.002 gives it, MARK the SHA-256 of its text. All of it or nothing.';
