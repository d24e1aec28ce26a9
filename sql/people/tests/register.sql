-- What becomes of the files of the register, from the first on.
begin;
set local search_path = people, ext, tap, public;
set local client_min_messages = warning;
select plan(48);

create function hash(text) returns text language sql
as $$ select encode(sha256(convert_to($1, 'UTF8')), 'hex') $$;
-- The MAC of somebody, as no key makes it.
create function mac(text) returns bytea language sql
as $$ select sha256(convert_to($1, 'UTF8')) $$;
create function whole(serial integer, line integer, who text, family text,
	given text, born date, street text, house text, since date,
	household text, role text default 'referentiepersoon') returns void
language sql as $$
	insert into staging_residents (serial, line, number, number_sealed, family,
		given, born, street, house, postal, address_since, household, role, since)
	values (serial, line, mac(who), '\x01', family, given, born, street, house,
		'9000', since, household, role, since)
$$;
create function fault_of(answer json) returns text language sql
as $$ select concat_ws(' ', answer #>> '{result}', answer #>> '{faults,0,line}',
	answer #>> '{faults,0,column}', answer #>> '{faults,0,text}') $$;
create function finish_with(shape text, word text) returns json language sql
as $$ select import_finish(shape, word || '.csv', hash(word)) $$;
-- A file that is refused is not taken over, and its rows are gone with it.
create function refused(shape text, word text) returns text language plpgsql
as $$ begin return fault_of(finish_with(shape, word)); end $$;

truncate resident, register_file, street, neighbourhood cascade;

-- Streets.
insert into staging_streets values
	(2, 'Nergensstraat', '9000', 1, 99, 'even', 1, 'Hier'),
	(3, 'Nergensstraat', '9000', 1, 99, 'oneven', 2, 'Daar'),
	(4, 'Nooitlaan', '9000', 1, 9, 'alle', 1, 'Hier');
select is(finish_with('streets', 's') ->> 'result', 'loaded', 'streets are loaded');
select is(place('Nergensstraat', '9000', 12), 1, 'the even side is in one neighbourhood');
select is(place('Nergensstraat', '9000', 13), 2, 'the odd side in another');
select is(place('Nooitlaan', '9000', 10), null, 'a house after the last one in none');
select throws_ok($$insert into street values ('Nooitlaan', '9000', 0, 8, 20, 1)$$,
	'23P01', null, 'no house is in two neighbourhoods');
insert into staging_streets values
	(2, 'Nooitlaan', '9000', 1, 9, 'alle', 1, 'Hier'),
	(3, 'Nooitlaan', '9000', 9, 20, 'oneven', 1, 'Hier');
select is(refused('streets', 's2'),
	'refused 3 van some of these houses stand in line 2 too: write each house once',
	'a house that stands twice is named');
select staging_empty();

-- A first register: two people with one name and birth date.
select whole(4, 2, 'a', 'Vranel-Mond', 'Zoë', '1980-02-03', 'Nergensstraat', '12A', '2001-01-01', 'G1');
select whole(4, 3, 'b', 'Vranel-Mond', 'Zoë', '1980-02-03', 'Nergensstraat', '13', '2001-01-01', 'G2');
select whole(4, 4, 'c', 'Quistel', 'Ruvin Ana', '2010-05-06', 'Nergensstraat', '12A', '2010-05-06', 'G1', 'kind');
update staging_residents set reference = 'ja', iban = 'XX63000000000001' where line = 3;
select is(finish_with('residents', 'r4')::jsonb - 'keys',
	'{"result": "loaded", "rows": 3, "new": 3, "gone": 0, "left": 0, "moved": 0, "renamed": 0, "regrouped": 0, "without_neighbourhood": 0}',
	'a register is loaded');
select is((select count(*) from staging_residents), 0::bigint, 'nothing is left of what came in');
select is((select count(*) from incoming), 0::bigint, 'nor of what was made of it');
select results_eq($$select called, address, former from residents_find('zoe vranel mond', '1980-02-03')$$,
	$$values ('Zoë Vranel-Mond', 'Nergensstraat 12A, 9000', false), ('Zoë Vranel-Mond', 'Nergensstraat 13, 9000', false)$$,
	'two people with one name and birth date stay two, found without accents');
select is_empty($$select residents_find('zoe vranel mond', '1980-02-04')$$, 'not on another day');
select is_empty($$select residents_find('zoe quistel', '1980-02-03')$$, 'nor by another name');
select is_empty($$select residents_find(' - ', '1980-02-03')$$, 'nor by none');

create function the(who text) returns uuid language sql
as $$ select resident_by_number(encode(mac(who), 'hex')) $$;
select is(resident_by_number(encode(mac('x'), 'hex') || ' ' || encode(mac('a'), 'hex')), the('a'),
	'somebody is known by either key');
select is(resident_by_number(encode(mac('x'), 'hex')), null, 'nobody by another number');
select is(neighbourhood_of(the('a')), 1, 'the neighbourhood of an even house');
select is(neighbourhood_of(the('b')), 2, 'and of an odd one');
select is((select reference from address where resident = the('b')), true, 'a reference address is one');
select bag_eq($$select resident_name(member), role from household_of(the('a'))$$,
	$$values ('Zoë Vranel-Mond', 'referentiepersoon'), ('Ruvin Ana Quistel', 'kind')$$, 'a household');

-- Changes, one after the other.
create function change(serial integer, line integer, who text, kind text, day date) returns void
language sql as $$
	insert into staging_delta (serial, line, number, number_sealed, kind, day)
	values (serial, line, mac(who), '\x02', kind, day)
$$;
select change(6, 2, 'a', 'geen_rekening', '2020-01-01');
select is(refused('residents_delta', 'd6'),
	'refused 2 volgnummer the last file that was read is 4: import file 5 first', 'a file too early');
update staging_delta set serial = 4;
select is(refused('residents_delta', 'd4'),
	'refused 2 volgnummer changes up to file 4 were read: file 4 comes too late, leave it out', 'a file too late');
select staging_empty();
select change(5, 2, 'x', 'wijziging', '2020-01-01');
select change(5, 3, 'a', 'nieuw', '2020-01-01');
select change(5, 4, 'b', 'einde', '2020-01-01');
select change(5, 5, 'c', 'wijziging', '2020-01-01');
update staging_delta set household = '85.72.07-001.41', role = 'kind' where line = 5;
select results_eq($$select f ->> 'line', f ->> 'column', f ->> 'text'
	from json_array_elements(finish_with('residents_delta', 'd5x') -> 'faults') f$$,
	$$values ('2', 'rijksregisternummer', 'nobody in the register has this number: look at it once more, or write nieuw'),
		('3', 'rijksregisternummer', 'this person is in the register already: write wijziging'),
		('3', 'soort', 'for nieuw all but rekening is needed: naam, geboortedatum, straat, huisnummer, postcode, gezin, gezinsrol'),
		('4', 'einde_reden', 'say why: overleden, vertrokken or afgevoerd'),
		('5', 'gezin', 'this looks like a national number: give each household a number of its own')$$,
	'each row that is not right is named with what to do');
select staging_empty();

select change(5, 2, 'a', 'wijziging', '2020-01-01');
select change(5, 3, 'b', 'geen_rekening', '2020-01-01');
select change(5, 4, 'd', 'nieuw', '2020-01-01');
select change(5, 5, 'c', 'einde', '2020-01-01');
update staging_delta set family = 'Dorvij', street = 'Elders', house = '5', postal = '9000'
where line = 2;
update staging_delta set family = 'Nieuw', born = '2020-01-01', street = 'Nergensstraat',
	house = '13', postal = '9000', household = 'G2', role = 'kind' where line = 4;
update staging_delta set ended = 'vertrokken' where line = 5;
select is(finish_with('residents_delta', 'd5')::jsonb - 'keys',
	'{"result": "loaded", "rows": 4, "new": 1, "left": 1, "moved": 1, "renamed": 1, "regrouped": 0, "without_neighbourhood": 1}',
	'changes are taken over');
select is(resident_name(the('a')), 'Dorvij', 'a new name is the name');
select results_eq($$select called, former from residents_find('Zoë Vranel-Mond', '1980-02-03') order by 1$$,
	$$values ('Dorvij', true), ('Zoë Vranel-Mond', false)$$, 'the former name is found too');
select results_eq($$select street, from_day, until from address where resident = the('a') order by from_day$$,
	$$values ('Nergensstraat', '2001-01-01'::date, '2020-01-01'::date), ('Elders', '2020-01-01', null)$$,
	'who moved has two addresses, one at a time');
select is(neighbourhood_of(the('a')), null, 'a street that is not in the list is in no neighbourhood');
select is((select iban from resident where id = the('b')), null, 'an account can be taken back');
select is(the('c'), null, 'who left is not there');
select is((select until || ended from resident where mac = mac('c')), '2020-01-01vertrokken', 'but it is known that they were');
select throws_ok($$insert into address (resident, street, house, postal, from_day)
	values (the('a'), 'Ook', '1', '9000', '2024-01-01')$$, '23P01', null, 'nobody lives at two addresses');
select throws_ok($$insert into address (resident, street, house, postal, from_day, until)
	values (the('a'), 'Ook', '1', '9000', '2003-01-01', '2004-01-01')$$, '23P01', null, 'nor did');
select throws_ok($$insert into person_name (resident, family, from_day)
	values (the('a'), 'Ook', '2024-01-01')$$, '23505', null, 'nobody has two names');
select throws_ok($$insert into person_name (resident, family, from_day, until)
	values (the('a'), 'Ook', '2003-01-01', '2004-01-01')$$, '23P01', null, 'nor had');
select is(finish_with('residents_delta', 'd5') ->> 'result', 'unchanged', 'the same file again changes nothing');

-- Somebody comes back, and gets another number.
select change(6, 2, 'c2', 'nieuw', '2021-01-01');
update staging_delta set former = mac('c'), family = 'Quistel', born = '2010-05-06', street = 'Nooitlaan',
	house = '1', postal = '9000', household = 'G3', role = 'ander';
select is(finish_with('residents_delta', 'd6') ->> 'new', '0', 'who comes back is not new');
select is((select count(*) from address where resident = the('c2')), 2::bigint, 'and is who they were, by the new number');
select is((select sealed from resident where id = the('c2')), '\x02', 'which is sealed');

-- A whole register again, after a rotation of keys.
do $$begin perform set_config('my.a', the('a')::text, true); end$$;
select whole(7, 2, 'a+', 'Dorvij', null, '1980-02-03', 'Elders', '5', '2020-01-01', 'G1');
select whole(7, 3, 'b+', 'Vranel-Mond', 'Zoë', '1980-02-03', 'Nergensstraat', '13', '2001-01-01', 'G2');
select whole(7, 4, 'd+', 'Nieuw', null, '2020-01-01', 'Nergensstraat', '13', '2020-01-01', 'G2', 'kind');
update staging_residents set number_old = mac(case line when 2 then 'a' when 3 then 'b' else 'd' end),
	number_sealed = '\x03';
select is(finish_with('residents', 'r7')::jsonb,
	'{"result": "loaded", "rows": 3, "keys": "new", "new": 0, "gone": 1, "left": 1, "moved": 0, "renamed": 0, "regrouped": 0, "without_neighbourhood": 1}',
	'nothing changed but the keys, and who is not in it has gone');
select is(the('a+')::text, current_setting('my.a'), 'who was known by the old key is known by the new one');
select is(the('a'), null, 'and by the old one no more');
select is((select sealed from resident where id = the('a+')), '\x03', 'the number is sealed anew');
select whole(7, 2, 'a+', 'Dorvij', null, '1980-02-03', 'Elders', '5', '2020-01-01', 'G1');
select is(finish_with('residents', 'r7') ->> 'result', 'unchanged', 'once more changes nothing');
select whole(7, 2, 'a++', 'Dorvij', null, '1980-02-03', 'Elders', '5', '2020-01-01', 'G1');
update staging_residents set number_old = mac('a+');
select is(finish_with('residents', 'r7') ->> 'result', 'loaded', 'but for keys that were rotated again');
select whole(6, 2, 'a', 'Dorvij', null, '1980-02-03', 'Elders', '5', '2020-01-01', 'G1');
select is(refused('residents', 'r6'),
	'refused 2 volgnummer file 6 is older than file 7, which was read: import a newer one', 'an older register is refused');
select staging_empty();

-- With the wrong keys all would go, and come as strangers.
insert into resident (mac, sealed) select mac('many' || n), '\x00' from generate_series(1, 100) n;
select whole(8, 2, 'stranger', 'Dorvij', null, '1980-02-03', 'Elders', '5', '2020-01-01', 'G1');
select is(refused('residents', 'r8'),
	'refused 101 of the 101 residents of now are not in it: is it whole, and are the keys those of before? Nobody was taken out of the register',
	'a register without those who live here is refused');
select staging_empty();

-- What a row can have wrong.
truncate resident cascade;
select whole(9, 2, 'a', 'Een', null, current_date + 1, 'Elders', '5', current_date + 1, 'G1');
select whole(9, 3, 'b', 'Twee', null, '2000-01-01', 'Elders', '5', '1999-01-01', 'G1');
select whole(10, 4, 'c', 'Drie', null, '2000-01-01', 'Elders', '5', '2001-01-01', 'G1');
select whole(9, 5, 'c', 'Drie', null, '2000-01-01', 'Elders', '5', '2001-01-01', 'G1');
update staging_residents set until = '2000-06-06', ended = 'overleden' where line = 5;
select results_eq($$select f ->> 'line', f ->> 'column'
	from json_array_elements(finish_with('residents', 'r9') -> 'faults') f$$,
	$$values ('2', 'geboortedatum'), ('3', 'inwoner_sinds'), ('4', 'volgnummer'), ('5', 'einde'), ('5', 'rijksregisternummer')$$,
	'each thing that cannot be is named');
select ok(looks_national('00650700278') and looks_national('85.72.07-001.41')
	and not looks_national('85720700142') and not looks_national('G1'), 'a national number is recognised');

select * from finish();
rollback;
