create function appeal_put(body text, days text, answer_days text, contact text,
	invite_most text, since text) returns json
language sql
security definer set search_path = grants, ext, pg_temp
as $$
	update appeal a set body = appeal_put.body, days = appeal_put.days::integer,
		answer_days = appeal_put.answer_days::integer,
		contact = appeal_put.contact,
		invite_most = appeal_put.invite_most::integer,
		since = coalesce(appeal_put.since::date, a.since)
	where (a.body, a.days, a.answer_days, a.contact, a.invite_most, a.since)
		is distinct from (appeal_put.body, appeal_put.days::integer,
			appeal_put.answer_days::integer, appeal_put.contact,
			appeal_put.invite_most::integer,
			coalesce(appeal_put.since::date, a.since));
	select '{}'::json;
$$;
comment on function appeal_put(text, text, text, text, text, text) is
	'What the configuration says, for letters.';
