create function announce_tell(of_draft bigint, who uuid, kind text,
	rights jsonb) returns void
language sql
set search_path = policy, ext, pg_temp
as $$
	select people.message_put(p.account, null, announce_tell.kind,
		jsonb_strip_nulls(letter_data(d, announce_tell.rights)
			|| jsonb_build_object('resident', announce_tell.who,
				'lang', p.lang)))
	from draft d cross join people.payee(announce_tell.who) p
	where d.id = announce_tell.of_draft;
$$;
comment on function announce_tell(bigint, uuid, text, jsonb) is
	'Tells somebody that a rule changes, or does not.';
