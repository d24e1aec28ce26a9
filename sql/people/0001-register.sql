-- The people of the city, as the register tells them.
create table resident (
	id uuid primary key default gen_random_uuid()
);
comment on table resident is 'Somebody in the register of the city.';
