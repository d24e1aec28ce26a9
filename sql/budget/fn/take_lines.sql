create function take_lines(shape text) returns void
language plpgsql set search_path = budget, ext, pg_temp
as $$
begin
	if shape in ('actions', 'accounts', 'policyfields') then
		truncate staging_lines;
	end if;
	if shape = 'actions' then
		insert into staging_lines
		select line, nis, municipality, 'doelen',
			min(year) over (), year,
			coalesce(bd_code, ''), short_name(bd_short, bd_long, bd_code),
			coalesce(bd_long, bd_short, ''),
			coalesce(ap_code, ''), short_name(ap_short, ap_long, ap_code),
			coalesce(ap_long, ap_short, ''),
			coalesce(ac_code, ''), short_name(ac_short, ac_long, ac_code),
			coalesce(ac_long, ac_short, ''), amount
		from staging_actions;
	elsif shape = 'accounts' then
		insert into staging_lines
		select line, nis, null, 'rekeningen', plan, year,
			code_of(grp), name_of(grp), grp,
			code_of(account), name_of(account), account,
			null, null, null, amount
		from staging_accounts;
	elsif shape = 'policyfields' then
		insert into staging_lines
		select line, nis, null, 'domeinen', plan, year,
			code_of(domain), name_of(domain), domain,
			code_of(sub), name_of(sub), sub,
			code_of(field), name_of(field), field, amount
		from staging_fields;
	end if;
end;
$$;
comment on function take_lines(text) is
	'Brings each published shape to one layout: lines of a view.';
