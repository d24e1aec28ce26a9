-- What residents are told of their rights.
insert into message_kind (name, mail, letter, box) values
	('granted', 'notice', 'instead', true),
	('right_ends', 'notice', 'instead', true),
	('right_stays', 'notice', 'instead', true),
	('right_corrected', 'notice', 'instead', true),
	('rights_ask', 'notice', 'instead', true),
	('objection', 'notice', 'instead', true),
	('objection_decided', 'notice', 'instead', true),
	('review_decided', 'notice', 'instead', true);
