-- What residents say themselves is called as databases are: with a capital.
update source set title = '{"nl": "Wat u zelf zei, en een medewerker nakeek", "en": "What you said, and a civil servant checked", "fr": "Ce que vous avez dit, et qu’un agent a vérifié"}'
where kind = 'said';
