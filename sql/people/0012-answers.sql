-- What residents are told of their answers about their rights.
insert into message_kind (name, mail, letter, box) values
	('answers_kept', 'notice', 'instead', true),
	('answers_checked', 'notice', 'instead', true);
