create function entered(papier text, form text) returns json
language plpgsql
security definer set search_path = paper, pg_temp
as $$
begin
	update entry e set entered = now()
	from belfort.form was, belfort.form taken
	where e.token = papier and e.entered is null
	and e.begun > now() - interval '12 hours'
	and was.code = e.form and taken.code = entered.form
	and (was.feature, was.path) = (taken.feature, taken.path);
	return json_build_object('done', found);
end;
$$;
comment on function entered(text, text) is
	'The form that was being entered from paper was taken; done is false: it was another form.';
