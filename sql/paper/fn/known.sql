create function known(code text, papier text, lang text) returns json
language plpgsql stable
security definer set search_path = paper, pg_temp
as $$
declare
	one belfort.form;
	now_used belfort.form;
begin
	select * into one from belfort.form f where f.code = known.code;
	if one.code is null then
		raise exception 'no_form' using errcode = 'BF000', column = 'code';
	end if;
	select f.* into now_used from belfort.form f
	join belfort.feature e on e.name = f.feature
	where (f.feature, f.path) = (one.feature, one.path) and f.gone is null;
	if now_used.code is null then
		raise exception 'form_gone' using errcode = 'BF000', column = 'code';
	end if;
	return json_build_object('code', one.code, 'seen', one.seen,
		'title', now_used.definition -> 'titles' ->> lang,
		'page_address', now_used.definition ->> 'page',
		'signed', now_used.definition ->> 'rights' is not null,
		'old', one.code <> now_used.code, 'since', now_used.seen,
		'today', current_date, 'begun', exists (select from entry e
			where e.token = papier and e.form = one.code and e.entered is null),
		'changes', changes(one.definition, now_used.definition, lang));
end;
$$;
comment on function known(text, text, text) is
	'Which form a code stands for, where it is entered, and what differs from the one that is used now.';
