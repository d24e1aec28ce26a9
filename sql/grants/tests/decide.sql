-- What follows from an outcome: granted once, corrected, announced, taken back,
-- opened, and looked at by another person.
begin;
select plan(65);
set local search_path = grants, people, ext, tap, public;

-- --- a family, and civil servants ------------------------------------------
create function pg_temp.who(n integer) returns uuid language sql as
	$$ select ('00000000-0000-0000-0000-0000000000' || lpad(n::text, 2, '0'))::uuid $$;
insert into resident (id, born, since) values
	(pg_temp.who(1), '1980-02-03', '2020-01-01'), (pg_temp.who(2), '1982-02-03', '2020-01-01'),
	(pg_temp.who(3), current_date - 10, current_date - 10);
insert into household_member (resident, household, role, from_day) values
	(pg_temp.who(1), 'T1', 'referentiepersoon', '2020-01-01'),
	(pg_temp.who(2), 'T1', 'partner', '2020-01-01'), (pg_temp.who(3), 'T1', 'kind', current_date - 10);
insert into account (id, kind, name, resident, email) values
	(pg_temp.who(11), 'resident', 'Een', pg_temp.who(1), 'een@example.org');
insert into account (id, kind, name, login) values
	(pg_temp.who(21), 'staff', 'Ann', 'ann_t'), (pg_temp.who(22), 'staff', 'Bas', 'bas_t');
create function pg_temp.s(name text) returns text language sql as $$ select encode(sha256(name::bytea), 'hex') $$;
insert into session (id, account, level, method, ends) values
	(pg_temp.s('een'), pg_temp.who(11), 'high', 'test', now() + interval '1 hour'),
	(pg_temp.s('ann'), pg_temp.who(21), 'high', 'test', now() + interval '1 hour'),
	(pg_temp.s('bas'), pg_temp.who(22), 'high', 'test', now() + interval '1 hour');
update appeal set since = '2020-01-01';

create function pg_temp.o(rule text, state text, more jsonb default '{}') returns void language sql as $$
	select grants.outcome_take(jsonb_build_object('household', 'T1', 'rule', rule, 'day', current_date,
		'state', state, 'granting', 'automatic', 'cents', 5000, 'stands', true, 'period', 'year',
		'payment', 'transfer', 'title', '{"nl": "P", "en": "P", "fr": "P"}'::jsonb, 'lacks', '[]'::jsonb,
		'version', 1, 'motivation', '{"nl": "w", "en": "w", "fr": "w"}'::jsonb,
		'facts', '[{"fact": "x", "low": 1, "high": 1}]'::jsonb) || more);
$$;
create function pg_temp.g(of_rule text) returns text language sql as $$
	select string_agg(format('%s %s', state, cents), ', ' order by period) from grants.granted where rule = of_rule and household = 'T1';
$$;
create function pg_temp.mails() returns text language sql as $$
	select string_agg(kind || ' ' || n, ', ' order by kind) from (select kind, count(*) n from people.message group by kind) t;
$$;
create function pg_temp.number(of_rule text) returns text language sql as $$
	select d.number from grants.decision d join grants.granted g on g.decision = d.id where g.rule = of_rule and g.household = 'T1'
	order by g.period desc limit 1;
$$;

create temp view look as select r.*, d.rule from grants.review r join grants.decision d on d.id = r.decision where d.household = 'T1';

-- --- granted once ---------------------------------------------------------------
select pg_temp.o('een', 'yes');
select is(pg_temp.g('een'), 'granted 5000', 'who has a right gets it');
select is(pg_temp.mails(), 'account_wanted 1, granted 1', 'is told, and asked where to pay');
select is((select array[cents, 0] from payments.claim where number = pg_temp.number('een')), array[5000, 0]::bigint[], 'and is owed it, under the number of the decision');
select is((select addressee from granted where rule = 'een'), pg_temp.who(1), 'the reference person of the household');
select pg_temp.o('een', 'yes');
select is((select count(*) from decision where rule = 'een'), 1::bigint, 'the same again is nothing');
select is(period_of('year', current_date), (select period from granted where rule = 'een'), 'for the calendar year');
select pg_temp.o('los', 'yes', '{"stands": false}');
select is(pg_temp.g('los'), null, 'a rule that nobody stands by decides nothing');
select pg_temp.o('kind', 'yes', jsonb_build_object('subject', pg_temp.who(3), 'period', 'once'));
select is((select addressee from granted where rule = 'kind'), pg_temp.who(1), 'for a child the reference person is told and paid');
select pg_temp.o('kind', 'no', jsonb_build_object('subject', pg_temp.who(3), 'period', 'once', 'day', current_date + 0));
select is((select state from granted where rule = 'kind'), 'granted', 'what comes once is not ended');
select is((select cents from look where rule = 'kind'), 0::bigint, 'but a person looks at what should not have been granted');

-- --- more or less than was known ----------------------------------------------
select pg_temp.o('een', 'yes', '{"cents": 8000}');
select is(pg_temp.g('een'), 'granted 8000', 'who was granted too little gets more');
select is((select array_agg(kind || ' ' || cents order by id) from decision where rule = 'een'), array['grant 5000', 'correct 8000'], 'by a new decision');
select is((select b.number from decision d join decision b on b.id = d.before where d.rule = 'een' and d.household = 'T1'),
	(select number from decision where rule = 'een' and kind = 'grant' and household = 'T1'), 'that refers to the one before');
select is((select sum(cents) from payments.claim where number in (select number from decision where rule = 'een')), 8000::numeric, 'and the difference is owed');
select pg_temp.o('een', 'yes', '{"cents": 3000}');
select is(pg_temp.g('een'), 'granted 8000', 'who was granted too much keeps it');
select is((select array[cents, due - current_date] from look where rule = 'een'), array[3000, 30]::bigint[], 'until a person looked at it');
select pg_temp.o('een', 'yes', '{"cents": 2000}');
select is((select count(*) from look where rule = 'een'), 1::bigint, 'once');
select lives_ok($$select review_decide(pg_temp.s('ann'), (select id::text from look where decided is null and rule = 'een'), 'ja', 'Het was minder.')$$, 'who decides that it is less');
select is(pg_temp.g('een'), 'granted 2000', 'makes it less');
select is((select sum(cents) from payments.claim where payments.state_of(number) <> 'withdrawn' and number in (select number from decision where rule = 'een')),
	2000::numeric, 'and what did not leave yet is held back');
select pg_temp.o('een', 'yes', '{"cents": 9000}');
select is(pg_temp.g('een'), 'granted 2000', 'what a person decided the rules do not change');

-- --- losing a right -------------------------------------------------------------
select pg_temp.o('maand', 'yes', '{"period": "month"}');
select pg_temp.o('maand', 'open', '{"period": "month"}');
select is(pg_temp.g('maand'), 'granted 5000', 'a fact that became unknown ends nothing');
select pg_temp.o('maand', 'no', '{"period": "month", "facts": []}');
select ok((select max(ends) >= current_date + 30 from granted where rule = 'maand'), 'who loses a right hears it thirty days ahead');
select is((select max(ends) from granted where rule = 'maand'), ends_on('month', period_of('month', current_date)), 'and it ends with a period');
select ok((select range_agg(period) = multirange(daterange(date_trunc('month', current_date)::date,
	ends_on('month', period_of('month', current_date)) + 1)) from granted where rule = 'maand'), 'until which it is granted');
select is((select count(*) from message where kind = 'right_ends'), 1::bigint, 'told once');
select pg_temp.o('maand', 'no', '{"period": "month"}');
select is((select count(*) from message where kind = 'right_ends'), 1::bigint, 'also when it is looked at again');
select pg_temp.o('maand', 'yes', '{"period": "month"}');
select ok((select bool_and(state = 'granted' and ends is null) from granted where rule = 'maand'), 'who has it again before that keeps it');
select is((select count(*) from message where kind = 'right_stays'), 1::bigint, 'and is told');
select pg_temp.o('kaart', 'yes', '{"period": "none", "cents": 0, "payment": null}');
select pg_temp.o('kaart', 'no', '{"period": "none", "cents": 0, "payment": null}');
select is((select period from granted where rule = 'kaart'), daterange(current_date, current_date + 31), 'what is open ends thirty days on');

-- --- nobody lives there any more ------------------------------------------------
insert into resident (id, born, since) select pg_temp.who(30 + n), '1950-02-03', '2020-01-01' from generate_series(1, 4) n;
insert into household_member (resident, household, role, from_day) select pg_temp.who(30 + n), 'L' || n, 'referentiepersoon', '2020-01-01' from generate_series(1, 4) n;
create function pg_temp.l(n integer, state text) returns void language sql as $$
	select grants.settle_home(jsonb_build_object('household', 'L' || n, 'questions', '[]'::jsonb, 'ran', '[]'::jsonb, 'marks', '{}'::jsonb,
		'outcomes', jsonb_build_array(jsonb_build_object('rule', 'pas', 'day', current_date, 'state', state, 'granting', 'automatic', 'cents', 0,
		'stands', true, 'period', 'none', 'title', '{"nl": "P", "en": "P", "fr": "P"}'::jsonb, 'lacks', '[]'::jsonb,
		'motivation', '{"nl": "w", "en": "w", "fr": "w"}'::jsonb, 'facts', '[{"fact": "x"}]'::jsonb))), 1);
$$;
do $$ begin perform pg_temp.l(n, 'yes') from generate_series(1, 4) n; end $$;
update granted set period = daterange(current_date - 100, null) where rule = 'pas';
update household_member set until = current_date - 3 where household in ('L1', 'L2', 'L3');
update resident set until = current_date - 3, ended = 'overleden' where id = pg_temp.who(31);
insert into household_member (resident, household, role, from_day) values
	(pg_temp.who(32), 'L5', 'referentiepersoon', current_date - 3), (pg_temp.who(33), 'L4', 'ander', current_date - 3);
do $$ begin perform pg_temp.l(n, 'yes') from generate_series(1, 4) n; end $$;
create function pg_temp.pas(n integer) returns text language sql as $$
	select concat_ws(' ', state, ends - current_date) from grants.granted where rule = 'pas' and household = 'L' || n;
$$;
select is(pg_temp.pas(1), 'ended -4', 'what was of a household of which everybody died ends with it');
select is(pg_temp.pas(2), 'granted', 'who moved, and leads another household, takes it along');
select is(pg_temp.pas(3), 'ending 30', 'who moved in with others hears it thirty days ahead');
select is((select count(*) from paper where kind = 'right_ends' and data ->> 'resident' = pg_temp.who(33)::text
	and data -> 'motivation' ->> 'nl' like '%woont niemand meer%'), 1::bigint, 'with the reason');
select is(pg_temp.pas(4), 'granted', 'and where somebody lives it stays');
do $$ begin perform pg_temp.l(n, 'yes') from generate_series(1, 4) n; end $$;
select is(array[pg_temp.pas(1), pg_temp.pas(2), pg_temp.pas(3)], array['ended -4', 'granted', 'ending 30'], 'that is so once');
select is((select count(*) from remake() r where r ->> 'rule' = 'pas' and r ->> 'state' = 'no'), 0::bigint, 'no rule said it, so none has to say it again');

-- --- open ---------------------------------------------------------------------------
create function pg_temp.rules(text text) returns void language sql as $$
	select benefits.rules_publish(json_build_object('sha256', benefits.hash_of(text), 'by', 'Ann', 'force', true,
		'files', json_build_array(json_build_object('name', 'vraag.lua', 'text', text, 'login', 'ann_t', 'diff', '[]'::json)),
		'rights', json_build_array(json_build_object('code', 'vraag', 'file', 'vraag.lua', 'title', json_build_object('nl', 'P'),
			'city', true, 'granting', 'automatic'))));
$$;
select pg_temp.o('vraag', 'open', '{"lacks": ["x"], "stands": false}');
select pg_temp.o('vraag', 'yes', '{"granting": "request", "stands": false}');
select is((select count(*) from open_right where household = 'T1'), 0::bigint, 'nobody is asked for what nobody confirmed');
select pg_temp.o('vraag', 'open', '{"lacks": ["x"]}');
select is((select lacks from open_right where household = 'T1' and rule = 'vraag'), '{x}', 'what nobody knows is open');
select invite('{"household": "T1", "questions": ["x"]}');
select invite('{"household": "T1", "questions": ["x", "y"]}');
select is((select array_agg(facts::text) from invitation where household = 'T1'), array['{x,y}'], 'one invitation, with the questions of now');
delete from invitation where household <> 'T1';
select is(invitations_send() ->> 'sent', '0', 'it is not sent while no such rule is in force');
select pg_temp.rules('een');
select is(invitations_send() ->> 'sent', '0', 'nor while nobody confirmed it');
select benefits.confirm_parts(pg_temp.who(22), array['vraag.lua'], current_date);
select pg_temp.rules('twee');
select is(invitations_send() ->> 'sent', '0', 'nor when it changed since');
select pg_temp.rules('een');
select is(invitations_send() ->> 'sent', '1', 'it is sent');
select is((select data -> 'rights' from people.message where kind = 'rights_ask'), '[{"title": {"en": "P", "fr": "P", "nl": "P"}}]'::jsonb, 'with what it is about');
select invite('{"household": "T1", "questions": ["z"]}');
select is((select array_agg(facts::text) from invitation where household = 'T1'), array['{x,y}'], 'and none within ninety days');
select pg_temp.o('vraag', 'no');
select is((select count(*) from open_right where household = 'T1'), 0::bigint, 'until it is known');
select invite('{"household": "T1", "questions": []}');
select ok((select ended is not null from invitation where household = 'T1'), 'then the invitation is over');

-- --- people's hands -----------------------------------------------------------------
select throws_ok($$select decline(pg_temp.s('bas'), pg_temp.number('maand'))$$, 'BF000', 'not_found', 'nobody declines for another');
select lives_ok($$select decline(pg_temp.s('een'), pg_temp.number('maand'))$$, 'a resident does not want it');
select pg_temp.o('maand', 'yes', jsonb_build_object('period', 'month', 'day',
	(select first_day(id) from granted where rule = 'maand' and state = 'declined')));
select ok((select count(*) = 1 from granted where rule = 'maand' and state = 'declined'), 'and it stays so for that period');
select is((select (object(pg_temp.s('een'), pg_temp.number('kaart'), 'Ik woon hier nog.') ->> 'due')::date), current_date + 30, 'an objection has a term');
select throws_ok($$select object(pg_temp.s('een'), pg_temp.number('kaart'), 'Nog eens')$$, 'BF000', 'objected', 'one at a time');
select throws_ok($$update objection set decided = now(), decided_by = (involved || pg_temp.who(21))[1], upheld = false, reason = 'x',
	involved = array[pg_temp.who(21)]$$, '23514', null, 'who had a part in it does not decide, the table says');
select lives_ok($$select objection_decide(pg_temp.s('bas'), (select id::text from objection), 'ja', 'U hebt gelijk.')$$, 'another person decides');
select is((select state || ' ' || upper_inf(period) from granted where rule = 'kaart'), 'granted true', 'who was right keeps it');
select lives_ok($$select review_ask(pg_temp.s('een'), pg_temp.number('kaart'), null)$$, 'somebody wants a person to look');
select throws_ok($$select review_decide(pg_temp.s('bas'), (select id::text from look where decided is null and rule = 'kaart'), 'nee', 'Klopt.')$$,
	'BF000', 'involved', 'not the one who decided before');
select lives_ok($$select review_decide(pg_temp.s('ann'), (select id::text from look where decided is null and rule = 'kaart'), 'nee', 'Klopt.')$$, 'but another one');

-- Declined while somebody looks at it: whatever they decide, it stays declined.
select pg_temp.o('weg', 'yes');
select pg_temp.o('weg', 'no');
select object(pg_temp.s('een'), pg_temp.number('weg'), 'Ik heb er wel recht op.');
select decline(pg_temp.s('een'), pg_temp.number('weg'));
select lives_ok($$select objection_decide(pg_temp.s('bas'), (select max(id)::text from objection), 'ja', 'U hebt gelijk.', '9000')$$,
	'an objection against what was declined since is answered');
select is(pg_temp.g('weg'), 'declined 9000', 'and it stays declined');
select is((select sum(cents) from payments.claim where payments.state_of(number) <> 'withdrawn'
	and number in (select number from decision where rule = 'weg')), null, 'so nothing is owed');
select review_ask(pg_temp.s('een'), (select number from decision where rule = 'weg' order by id limit 1), null);
select lives_ok($$select review_decide(pg_temp.s('ann'), (select max(id)::text from review), 'ja', 'Nooit recht gehad.', '0')$$, 'somebody takes it back');
select is((select state || coalesce(actor::text, '') from granted where rule = 'weg' and household = 'T1'), 'withdrawn', 'and then it is withdrawn');

select throws_ok($$select take(-1, 1)$$, '40001', null, 'nobody is taken for a version that is not in force');

select * from finish();
rollback;
