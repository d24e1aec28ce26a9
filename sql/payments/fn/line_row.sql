create function line_row(p payment, changed boolean, lang text) returns jsonb
language sql stable
set search_path = payments, pg_temp
as $$
	select jsonb_build_object('nr', p.nr, 'reference', p.reference,
		'name', p.name, 'iban', iban_masked(p.iban), 'address', p.address,
		'text', p.text, 'cents', p.cents, 'outcome', p.outcome,
		'is_' || coalesce(p.outcome, 'open'), true, 'told', p.told, 'code', p.reason,
		'why', (select in_language(r.text, line_row.lang) from reason r
			where r.code = p.reason),
		'changed', line_row.changed);
$$;
comment on function line_row(payment, boolean, text) is 'A line of a file, as civil servants see it.';
