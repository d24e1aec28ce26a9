-- What is told to whom, in which way; and what becomes of mail.
begin;
set local search_path = people, ext, tap, public;
select plan(32);

truncate mail, paper, address_dead;
insert into resident (id, born) values
	('00000000-0000-0000-0000-0000000000a1', '1980-01-01'),
	('00000000-0000-0000-0000-0000000000a2', '1950-01-01');
insert into person_name (resident, given, family, from_day) values
	('00000000-0000-0000-0000-0000000000a1', 'Roos', 'Proef', '2000-01-01'),
	('00000000-0000-0000-0000-0000000000a2', 'Moeder', 'Proef', '2000-01-01');
insert into account (id, kind, resident, name, email, lang) values
	('00000000-0000-0000-0000-0000000000b1', 'resident', '00000000-0000-0000-0000-0000000000a1', 'Roos', 'Roos@example.be', 'fr'),
	('00000000-0000-0000-0000-0000000000b2', 'resident', null, 'Los', null, 'nl'),
	('00000000-0000-0000-0000-0000000000b3', 'staff', null, 'Bas', 'bas@example.be', 'nl');
create function told(account text, kind text, data jsonb default '{}', email text default null) returns text
language plpgsql as $$
declare from_mail integer := coalesce((select max(id) from mail), 0);
	from_box bigint := coalesce((select max(id) from message), 0);
	from_paper bigint := coalesce((select max(id) from paper), 0);
begin
	perform message_put(('00000000-0000-0000-0000-0000000000' || account)::uuid, email, kind, data);
	return concat_ws(' ', (select 'mail:' || m.kind || ':' || m.lang || ':' || m.email from mail m where id > from_mail),
		(select 'box' from message where id > from_box),
		(select 'paper:' || p.lang from paper p where id > from_paper));
end $$;

select is(told('b1', 'password_changed'), 'mail:password_changed:fr:Roos@example.be box', 'a mail in their language, and the box');
select is(told('b1', 'correction', '{"answer": "x"}'), 'mail:notice:fr:Roos@example.be box', 'of what is private only that it is there');
select is((select data from mail order by id desc limit 1), '{}'::jsonb, 'so that mail does not hold it');
select is(told('b3', 'password_changed'), 'mail:password_changed:nl:bas@example.be', 'a civil servant has no box');
select is(told('b1', 'email_changed', '{}', 'oud@example.be'), 'mail:email_changed:fr:oud@example.be box', 'another address may be told');
select is(told(null, 'account_confirm', '{"lang": "en"}', 'wie@example.be'), 'mail:account_confirm:en:wie@example.be', 'nobody yet, in the language of the page');
select is(told('b2', 'correction'), 'box', 'who has no mail and is not known gets no letter');
select is(told(null, 'letter_code', '{"resident": "00000000-0000-0000-0000-0000000000a2", "lang": "nl"}'), 'paper:nl', 'a letter needs no account');
select is(told(null, 'letter_code', '{"resident": "00000000-0000-0000-0000-0000000000a1", "lang": "nl"}'), 'paper:fr', 'and is in the language of the account, where there is one');
select throws_ok($$select told('b1', 'nothing')$$, 'P0002', null, 'what is told has a kind');
insert into preference (account, by_letter) values ('00000000-0000-0000-0000-0000000000b1', true);
select is(told('b1', 'correction'), 'box paper:fr', 'who asks for letters gets letters');
select is(told('b1', 'password_changed'), 'box', 'and no mail');
delete from preference;

-- Mail, step by step.
delete from mail;
select is(mail_take()::text, '{}', 'nothing waits');
select told('b1', 'password_changed', '{"x": 1}');
select is(mail_take() ->> 'kind', 'password_changed', 'what waits is taken');
select is(mail_take()::text, '{}', 'once');
select results_eq('select state, tries, unsure, next > now() from mail', $$values ('handing', 1, 0, true)$$, 'it is being handed over');
select mail_tell((select id from mail), 'later', '451');
select results_eq('select state, tries, unsure, status, next between now() + interval ''50 seconds'' and now() + interval ''70 seconds'' from mail',
	$$values ('waiting', 1, 0, '451', true)$$, 'it waits a minute');
update mail set next = now() - interval '1 second';
select mail_take();
select results_eq('select tries, next > now() + interval ''110 seconds'' from mail', $$values (2, true)$$, 'then two');
update mail set next = now() - interval '1 second';
select mail_take();
select results_eq('select state, tries, unsure from mail', $$values ('handing', 3, 1)$$, 'one whose taker is gone comes again, and is marked');
select mail_tell((select id from mail), 'unsure', '354');
select is((select unsure from mail), 2, 'so is one whose answer never came');
update mail set next = now() - interval '1 second';
select mail_take();
select mail_tell((select id from mail), 'nowhere', 'x');
select is((select tries from mail), 3, 'a server that is away costs no try');
update mail set next = now() - interval '1 second', made = now() - interval '5 days';
select mail_take();
select mail_tell((select id from mail), 'later', '451');
select results_eq('select state, data from mail', $$values ('given_up', '{}'::jsonb)$$, 'after four days it is given up, and empty');
select is(mail_delay(1), interval '1 minute', 'the first pause');
select is(mail_delay(99), interval '4 hours', 'the longest');

delete from mail;
select told('b1', 'password_changed');
select mail_take();
select mail_tell((select id from mail), 'nobody', '550 5.1.1');
select is((select string_agg(email || ' ' || status, ',') from address_dead), 'roos@example.be 550 5.1.1', 'an address where nobody is, is marked');
select is(email_usable('00000000-0000-0000-0000-0000000000b1'), null, 'and not used');
select is((select kind from message order by id desc limit 1), 'unreachable', 'it is told in the box');
select is((select string_agg(kind, ',') from paper where account is not null and kind = 'unreachable'), 'unreachable', 'and by letter');
select email_alive('ROOS@example.be');
select is(email_usable('00000000-0000-0000-0000-0000000000b1'), 'Roos@example.be', 'until mail arrives there again');
select throws_ok($$update mail set state = 'sent'; update mail set data = '{"code": 1}'$$, '23514', null, 'a secret does not outlive its mail');

-- Who acts for whom.
insert into mandate (actor, on_behalf, kind, from_day, to_day, proof) values
	('00000000-0000-0000-0000-0000000000a1', '00000000-0000-0000-0000-0000000000a2', 'mandate', '2020-01-01', '2020-12-31', 'x');
select throws_ok($$insert into mandate (actor, on_behalf, kind, from_day, proof) values
	('00000000-0000-0000-0000-0000000000a1', '00000000-0000-0000-0000-0000000000a2', 'parent', '2020-12-31', 'x')$$,
	'23P01', null, 'one mandate at a time for two people');
select throws_ok($$insert into mandate (actor, on_behalf, kind, proof) values
	('00000000-0000-0000-0000-0000000000a1', '00000000-0000-0000-0000-0000000000a1', 'parent', 'x')$$,
	'23514', null, 'nobody acts for themselves by a mandate');

select * from finish();
rollback;
