create function ask(session text, hash text, points integer, what text) returns json
language plpgsql
security definer set search_path = preview, pg_temp
as $$
declare
	me uuid := (select a.actor from people.acting_as(ask.session) a);
	held snapshot;
	before question;
begin
	select * into held from snapshot s order by s.id desc limit 1;
	-- One after the other, so that two together take no more than is left.
	perform pg_advisory_xact_lock(hashtext('preview.question'), hashtext(me::text));
	select * into before from question q where q.account = me
	and q.day = current_date and q.hash = ask.hash;
	if before.hash is null then
		if left_of(me) < ask.points then
			raise exception 'spent' using errcode = 'BF000';
		end if;
		insert into question (account, hash, snapshot, points, what)
		values (me, ask.hash, held.id, ask.points, ask.what);
	end if;
	perform access.note(ask.session, 'preview.city', null, ask.what);
	return json_build_object('points', ask.points, 'left', left_of(me),
		'again', before.hash is not null, 'document', before.document);
end;
$$;
comment on function ask(text, text, integer, text) is
	'Takes a question: within what a civil servant may ask in a day, with a record in the log. The same one again takes nothing, and gives what came out.';
