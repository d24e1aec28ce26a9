create function file_save(session text, id bigint, naam text, tekst text,
	gezien integer, opzij bigint, van text) returns json
language plpgsql
security definer set search_path = policy, ext, pg_temp
as $$
declare
	me uuid := who(file_save.session);
	done json;
begin
	if not exists (select from file_now(id, naam) f
			where f.text is not null or f.edition > 0) then
		raise exception 'not_found' using errcode = 'BF000';
	end if;
	done := file_put(id, me, naam, replace(coalesce(tekst, ''), E'\r\n', E'\n'), gezien,
		substring(van from '^[0-9a-f]{64}$'));
	if done ->> 'aside' is null then
		update aside a set settled = now()
		where a.id = opzij and a.draft = file_save.id and a.account = me
			and a.settled is null;
	end if;
	return done;
end;
$$;
comment on function file_save(text, bigint, text, text, integer, bigint, text) is
	'A writer saves a text. OPZIJ: the text beside it that this settles. VAN: SHA-256 of the text in force that they read; null: it is that of now.';
