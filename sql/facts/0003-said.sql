-- What residents say of themselves, once a civil servant has seen that it is so.
alter table source drop constraint source_kind_check,
	add check (kind in ('register', 'file', 'postgres', 'http', 'said'));
insert into source (name, kind, title, purpose, basis, freshness, retention, good)
values ('said', 'said',
	'{"nl": "wat u zelf zei, en een medewerker nakeek", "en": "what you said, and a civil servant checked", "fr": "ce que vous avez dit, et qu’un agent a vérifié"}',
	'{"nl": "Om u te geven waar u recht op hebt, ook als geen databank het weet.", "en": "To give you what you have a right to, also when no database knows.", "fr": "Vous donner ce à quoi vous avez droit, même si aucune base de données ne le sait."}',
	'{"nl": "AVG, artikel 6, lid 1, e): een taak van de stad in het algemeen belang.", "en": "GDPR, article 6(1)(e): a task of the city in the public interest.", "fr": "RGPD, article 6, paragraphe 1, e) : une mission d’intérêt public de la ville."}',
	3650, 730, now());
