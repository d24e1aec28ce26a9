-- Each time that what is declared was taken over, facts and sources that were
-- there took a number too, and threw it away: 32,767 of them is all there are.
select setval(pg_get_serial_sequence('facts.fact', 'number'), (select max(number) from fact))
where exists (select from fact);
select setval(pg_get_serial_sequence('facts.source', 'id'), (select max(id) from source))
where exists (select from source);
