create function challenge_take(challenge text, for_account uuid) returns boolean
language sql
set search_path = people, ext, pg_temp
as $$
	with taken as (delete from challenge c where c.id = challenge
		and c.ends > now() and c.account is not distinct from for_account
		returning 1)
	select exists (select from taken);
$$;
comment on function challenge_take(text, uuid) is
	'Whether that was asked, for that purpose, in the last five minutes and not answered yet.';
