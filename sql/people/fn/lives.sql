create function lives(street text, house text) returns setof uuid
language sql stable
security definer set search_path = people, ext, pg_temp
as $$
	select a.resident from address a
	where fold(a.street) = fold(lives.street)
	and fold(a.house) = fold(lives.house) and a.until is null;
$$;
comment on function lives(text, text) is
	'For other features: who lives, or gets letters, at an address.';
