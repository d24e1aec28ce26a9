create function answer_file(said jsonb, mark text) returns file
language plpgsql stable
set search_path = payments, pg_temp
as $$
declare
	f file;
begin
	select * into f from file t
	where t.message = said ->> 'original' and t.kind = 'transfer'
	and t.released is not null;
	if not found then
		raise exception 'answer_unknown' using errcode = 'BF000', column = 'antwoord';
	elsif exists (select from answer n where n.sha256 = decode(mark, 'hex')
		or (n.file = f.id and n.message = said ->> 'message')) then
		raise exception 'answer_twice' using errcode = 'BF000', column = 'antwoord';
	elsif exists (select from jsonb_array_elements(said -> 'groups') g
		left join jsonb_array_elements(g -> 'payments') t on true
		where g ->> 'id' <> f.message or (t ->> 'id') not in (
			select p.reference from payment p where p.file = f.id)) then
		raise exception 'answer_other' using errcode = 'BF000', column = 'antwoord';
	end if;
	return f;
end;
$$;
comment on function answer_file(jsonb, text) is
	'The file that an answer is about; an error when there is none, when it was read already, or when it speaks of what is not in that file.';
