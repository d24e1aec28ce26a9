create function draft_say(session text, id bigint, titel text, waarom text,
	besluit text, besluit_url text, enveloppe bigint, gezien integer)
returns json
language plpgsql
security definer set search_path = policy, ext, pg_temp
as $$
declare
	d draft := take(draft_say.id,
		'{draft,offered,waiting,done,conflict,failed,withdrawn}');
	me uuid := who(draft_say.session);
	nr integer;
begin
	if state_of(d) <> 'draft' then
		raise exception 'not_now' using errcode = 'BF000', column = 'waarom';
	end if;
	perform hand_put(d.id, me, 'writer');
	if d.said <> gezien then
		raise exception 'said_meanwhile' using errcode = 'BF000', column = 'waarom';
	elsif besluit_url !~ '^https://\S+$' then
		raise exception 'no_address' using errcode = 'BF000', column = 'besluit_url';
	end if;
	update draft t set title = btrim(titel), why = coalesce(btrim(waarom), ''),
		council = nullif(btrim(besluit), ''), council_url = besluit_url,
		envelope = enveloppe, said = said + 1
	where t.id = d.id;
	if d.offered is not null then
		nr := edition_put(d.id, me, '[]');
		update preview p set edition = nr
		where p.draft = d.id and p.edition = d.edition;
	end if;
	return '{}';
end;
$$;
comment on function draft_say(text, bigint, text, text, text, text, bigint, integer) is
	'A writer says what a draft is for, on which decision it rests and what it may cost. GEZIEN: how often that was said when they read it. Of what was offered before it is another edition, so that nobody puts in force what they did not read.';
