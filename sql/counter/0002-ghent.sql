-- What the demo city begins with: services, and counters in neighbourhoods.
insert into service (id, name, about, bring, minutes, at_home, position)
select id, jsonb_build_object('nl', nl, 'en', en, 'fr', fr),
	jsonb_build_object('nl', about_nl, 'en', about_en, 'fr', about_fr),
	jsonb_build_object('nl', bring_nl, 'en', bring_en, 'fr', bring_fr),
	minutes, at_home, row_number() over ()
from (values
	('steun', 30, true,
		'Recht op steun', 'Support you are entitled to', 'Droit à une aide',
		'We zoeken samen waar u recht op hebt en vullen het met u in.',
		'We find out together what you are entitled to, and fill it in with you.',
		'Nous cherchons ensemble à quoi vous avez droit et le remplissons avec vous.',
		'Uw identiteitskaart, en brieven die u niet begrijpt.',
		'Your identity card, and letters that you do not understand.',
		'Votre carte d''identité, et les lettres que vous ne comprenez pas.'),
	('wonen', 30, true,
		'Huren en wonen', 'Renting and living', 'Louer et habiter',
		'Vragen over uw huurcontract, uw woning of een premie.',
		'Questions about your lease, your dwelling or a grant.',
		'Questions sur votre bail, votre logement ou une prime.',
		'Uw huurcontract en foto''s als er iets stuk is.',
		'Your lease, and pictures if something is broken.',
		'Votre bail, et des photos si quelque chose est cassé.'),
	('digitaal', 20, false,
		'Hulp met de computer', 'Help with the computer', 'Aide avec l''ordinateur',
		'We tonen hoe u zich aanmeldt en doen het samen met u.',
		'We show how to sign in, and do it together with you.',
		'Nous montrons comment se connecter et le faisons avec vous.',
		'Uw telefoon of laptop, uw identiteitskaart en haar code.',
		'Your phone or laptop, your identity card and its code.',
		'Votre téléphone ou ordinateur, votre carte d''identité et son code.'),
	('adres', 15, false,
		'Verhuizen en adres', 'Moving and address', 'Déménager et adresse',
		'U verhuist, of u hebt geen adres.',
		'You move, or you have no address.',
		'Vous déménagez, ou vous n''avez pas d''adresse.',
		'Uw identiteitskaart en uw nieuwe adres.',
		'Your identity card and your new address.',
		'Votre carte d''identité et votre nouvelle adresse.'))
	t (id, minutes, at_home, nl, en, fr, about_nl, about_en, about_fr,
		bring_nl, bring_en, bring_fr);

insert into place (id, name, address, neighbourhood) values
	('binnenstad', 'Voorbeeldbalie Binnenstad', 'Fictieve Markt 1', 1),
	('brugse-poort', 'Voorbeeldhuis Brugse Poort', 'Fictieve Bevrijdingslaan 2', 4),
	('ledeberg', 'Voorbeeldhuis Ledeberg', 'Fictieve Standaert 3', 18),
	('nieuw-gent', 'Voorbeeldhuis Nieuw Gent', 'Fictief Rerum 4', 20);
