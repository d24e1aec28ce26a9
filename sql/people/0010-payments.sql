-- What residents are told of their payments.
insert into message_kind (name, mail, letter, box) values
	('account_wanted', 'notice', 'instead', true),
	('account_changed', 'notice', 'instead', true),
	('payment_refused', 'notice', 'instead', true),
	('cash_order', null, 'always', false);
