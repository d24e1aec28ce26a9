create function due_most(kind text) returns date
language sql stable
set search_path = payments, pg_temp
as $$
	select case due_most.kind when 'transfer' then banking_day(current_date)
		else current_date end;
$$;
comment on function due_most(text) is
	'Until which day what is due may leave today: the bank pays on the next day on which it works, a partner at once.';
