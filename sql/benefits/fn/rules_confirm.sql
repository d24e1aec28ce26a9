create function rules_confirm(document json) returns integer
language plpgsql
set search_path = benefits, ext, pg_temp
as $$
declare
	who uuid := people.staff_at(document ->> 'login');
	names text[] := array(select json_array_elements_text(document -> 'files'));
begin
	if who is null then
		raise exception 'the user % is no civil servant', document ->> 'login'
			using hint = 'belfort staff add --login makes one';
	end if;
	if names = '{}' then
		names := array(select name from part where version = belfort.benefits_rules_now());
	end if;
	return confirm_parts(who, names, (document ->> 'until')::date);
exception when sqlstate 'BF000' then
	raise exception '%', case sqlerrm
		when 'your_own' then 'one of these files was saved by you: somebody else confirms it'
		when 'saved_by_nobody' then 'nobody known saved one of these files: publish it as yourself, then somebody else can confirm it'
		when 'no_such_day' then 'the day must be from today on, at most two years ahead'
		else 'one of these files is not in force: belfort rules publish puts it there' end;
end;
$$;
comment on function rules_confirm(json) is
	'What a user of the machine confirms: "login", "until", "files" (none: all).';
