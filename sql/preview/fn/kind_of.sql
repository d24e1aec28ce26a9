create function kind_of(roles text[]) returns smallint
language sql immutable
set search_path = preview, pg_temp
return (case when roles && '{familie,ander}' then 4
	when roles && '{partner}' then 2 else 0 end
	+ case when roles && '{familie,ander}' then 0
		when roles && '{kind}' then 1 else 0 end)::smallint;
comment on function kind_of(text[]) is
	'Which kind of household these roles make, as home.kind tells.';
