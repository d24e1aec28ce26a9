create function with_whom(roles text[]) returns text
language sql immutable
set search_path = facts, ext, pg_temp
return case
	when 'familie' = any (roles) or 'ander' = any (roles) then 'others'
	when 'partner' = any (roles) and 'kind' = any (roles) then 'couple_children'
	when 'partner' = any (roles) then 'couple'
	when 'kind' = any (roles) then 'children'
	when cardinality(roles) = 1 then 'alone'
	else 'others' end;
comment on function with_whom(text[]) is
	'With whom people live, by the roles that the register gives the members.';
