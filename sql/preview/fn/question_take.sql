create function question_take(account uuid, hash text, points integer, what text)
returns json
language plpgsql
set search_path = preview, pg_temp
as $$
declare
	held snapshot;
	before question;
begin
	select * into held from snapshot s order by s.id desc limit 1;
	-- One after the other, so that two together take no more than is left.
	perform pg_advisory_xact_lock(hashtext('preview.question'),
		hashtext(question_take.account::text));
	select * into before from question q where q.account = question_take.account
	and q.day = current_date and q.hash = question_take.hash;
	if before.hash is null then
		if left_of(question_take.account) < question_take.points then
			raise exception 'spent' using errcode = 'BF000';
		end if;
		insert into question (account, hash, snapshot, points, what)
		values (question_take.account, question_take.hash, held.id,
			question_take.points, question_take.what);
	end if;
	return json_build_object('points', points, 'left', left_of(question_take.account),
		'again', before.hash is not null, 'document', before.document);
end;
$$;
comment on function question_take(uuid, text, integer, text) is
	'Takes a question: within what a civil servant may ask in a day. The same one again takes nothing, and gives what came out.';
