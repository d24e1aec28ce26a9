create function file_page(session text, id bigint, blad bigint, lang text) returns json
language plpgsql
security definer set search_path = payments, ext, pg_temp
as $$
declare
	f file;
	first_line integer := (coalesce(blad, 1) - 1) * 200;
	rows jsonb;
	marked bigint[];
begin
	select * into f from file t where t.id = file_page.id;
	if not found then
		return null;
	end if;
	perform access.note(file_page.session, 'payments.file', d.resident)
	from (select distinct c.resident from payment p
		join claim c on c.number = p.claim
		where p.file = f.id and p.nr > first_line and p.nr <= first_line + 200) d;
	marked := changed(f.id, coalesce(f.released, clock_timestamp()));
	select jsonb_agg(line_row(p, p.id = any (marked), file_page.lang)
		order by p.nr) into rows
	from payment p where p.file = f.id
	and p.nr > first_line and p.nr <= first_line + 200;
	return file_row(f) || jsonb_build_object('rows', rows,
		'is_order', f.kind = 'order', 'mine', f.prepared_by = staff(file_page.session),
		'may_prepare', people.holds(file_page.session, 'payments.prepare'),
		'may_release', people.holds(file_page.session, 'payments.release')
			and f.prepared_by <> staff(file_page.session),
		'sha256', encode(f.sha256, 'hex'), 'has_answers', exists (
			select from answer n where n.file = f.id), 'answers', (
			select jsonb_agg(jsonb_build_object('message', n.message,
				'status', n.status, 'paid', n.paid, 'refused', n.refused,
				'read', n.read) order by n.id) from answer n where n.file = f.id),
		'marked', cardinality(marked),
		'next', case when f.lines > first_line + 200
			then coalesce(blad, 1) + 1 end);
end;
$$;
comment on function file_page(text, bigint, bigint, text) is
	'A file with two hundred of its lines; each resident among them can see that it was looked at.';
