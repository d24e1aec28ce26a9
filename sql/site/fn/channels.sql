create function channels(lang text) returns json
language sql stable
security definer set search_path = site, pg_temp
as $$
	with part as (
		select name as feature, title ->> lang as part, mount, guest
		from belfort.feature where mount not like '/proef/%'),
	worded as (
		select p.*, c.nr, c.name, c.title ->> lang as service, c.address,
			c.sign_in,
			c.counter #>> array['how', lang] as counter,
			c.counter #>> array['without', lang] as counter_not,
			c.phone #>> array['how', lang] as phone,
			c.phone #>> array['without', lang] as phone_not,
			c.paper #>> array['how', lang] as paper,
			c.paper #>> array['without', lang] as paper_not
		from belfort.channel c join part p using (feature)),
	said as (
		select *, coalesce(counter, phone, paper) is null as only_here
		from worded),
	alike as (
		select guest, feature, part, sign_in, counter, counter_not, phone,
			phone_not, paper, paper_not, min(nr) as nr,
			json_agg(json_build_object('name', name, 'service', service,
				'address', address) order by nr) as services
		from said where not only_here
		group by guest, feature, part, sign_in, counter, counter_not, phone,
			phone_not, paper, paper_not),
	marked as (
		select *, row_number() over (partition by feature order by nr) = 1
			as begins
		from alike),
	here as (
		select counter_not, phone_not, paper_not,
			counter_not = phone_not and phone_not = paper_not as alike,
			json_agg(json_build_object('name', name, 'service', service,
				'part', part) order by guest, feature, nr) as services
		from said where only_here group by counter_not, phone_not, paper_not),
	silent as (
		select part, mount as address from part p
		where guest and not exists (select from belfort.channel c
			where c.feature = p.feature))
	select json_build_object(
		'rows', (select json_agg(s order by only_here, guest, feature, nr)
			from said s),
		'elsewhere', (select json_agg(m order by guest, feature, nr)
			from marked m),
		'only_here', (select json_agg(h order by counter_not) from here h),
		'has_silent', exists (select from silent),
		'silent', (select json_agg(s order by part) from silent s));
$$;
comment on function channels(text) is
	'How each service is done at the counter, by phone and on paper, or why not; those alike together; and who did not say.';
