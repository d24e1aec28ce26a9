-- What anyone may take: the only relations that a pool may read as they are.

create view open_acties as
select a.plan, a.year as jaar, o.code as doelstelling_code,
	o.name as doelstelling, p.code as actieplan_code, p.name as actieplan,
	n.code as actie_code, n.official as actie,
	replace(to_char(a.cents / 100.0, 'FM999999999990.00'), '.', ',') as bedrag
from node n join city using (nis)
join node p on p.id = n.parent join node o on o.id = p.parent
join amount a on a.node = n.id
where n.view = 'doelen' and n.level = 3
order by a.plan, a.year, n.path;
comment on view open_acties is 'Open data: amounts of actions by year.';

create view open_beleidsvelden as
select a.plan, a.year as jaar, d.code as domein_code, d.name as domein,
	s.code as subdomein_code, s.name as subdomein,
	n.code as beleidsveld_code, n.name as beleidsveld,
	replace(to_char(a.cents / 100.0, 'FM999999999990.00'), '.', ',') as bedrag
from node n join city using (nis)
join node s on s.id = n.parent join node d on d.id = s.parent
join amount a on a.node = n.id
where n.view = 'domeinen' and n.level = 3
order by a.plan, a.year, n.path;
comment on view open_beleidsvelden is
	'Open data: amounts of policy fields by year.';

create view open_rekeningen as
select a.plan, a.year as jaar, g.code as groep_code, g.name as groep,
	n.code as rekening_code, n.name as rekening,
	replace(to_char(a.cents / 100.0, 'FM999999999990.00'), '.', ',') as bedrag
from node n join city using (nis)
join node g on g.id = n.parent
join amount a on a.node = n.id
where n.view = 'rekeningen' and n.level = 2
order by a.plan, a.year, n.path;
comment on view open_rekeningen is 'Open data: amounts of accounts by year.';
