create function account_row(a account, of_account uuid) returns jsonb
language sql stable
set search_path = payments, ext, pg_temp
as $$
	select jsonb_build_object('iban', iban_masked(a.iban),
		'is_' || a.source, true, 'since', a.since, 'until', a.until,
		'helped', a.helped,
		'by', case when not a.helped and a.actor is distinct from of_account then (
			select n.name from people.account_named(a.actor) n) end);
$$;
comment on function account_row(account, uuid) is
	'An account as its resident sees it, and who said it if that was somebody else; a civil servant has no name there.';
