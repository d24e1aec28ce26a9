-- What residents are told of rules that change.
insert into message_kind (name, mail, letter, box) values
	('policy_change', 'notice', 'instead', true),
	('policy_stays', 'notice', 'instead', true);
