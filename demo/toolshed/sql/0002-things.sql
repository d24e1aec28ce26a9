-- What the shed begins with.
insert into thing (id, name, about)
select nr, jsonb_build_object('nl', nl, 'en', en, 'fr', fr),
	jsonb_build_object('nl', about_nl, 'en', about_en, 'fr', about_fr)
from (values
	(1, 'Ladder, 6 meter', 'Ladder, 6 metres', 'Échelle, 6 mètres',
		'In twee delen. Draag hem met twee.', 'In two parts. Carry it with two people.', 'En deux parties. À porter à deux.'),
	(2, 'Boormachine', 'Drill', 'Perceuse',
		'Met boren voor hout en steen.', 'With bits for wood and stone.', 'Avec des mèches pour bois et pierre.'),
	(3, 'Bakfiets', 'Cargo bike', 'Vélo cargo',
		'Tot 100 kilogram. Met slot.', 'Up to 100 kilograms. With a lock.', 'Jusqu’à 100 kilos. Avec cadenas.'),
	(4, 'Hogedrukreiniger', 'Pressure washer', 'Nettoyeur haute pression',
		'Werkt op gewoon kraanwater.', 'Works on ordinary tap water.', 'Fonctionne à l’eau du robinet.'),
	(5, 'Partytent', 'Party tent', 'Tonnelle',
		'3 bij 6 meter. Opzetten met vier.', '3 by 6 metres. Put it up with four people.', '3 mètres sur 6. À monter à quatre.'),
	(6, 'Naaimachine', 'Sewing machine', 'Machine à coudre',
		'Met garen en een handleiding.', 'With thread and a manual.', 'Avec du fil et un mode d’emploi.'),
	(7, 'Steekkar', 'Hand truck', 'Diable',
		'Voor kasten en wasmachines.', 'For cupboards and washing machines.', 'Pour armoires et machines à laver.'),
	(8, 'Appelpers', 'Apple press', 'Pressoir à pommes',
		'Voor 10 kilogram appels per keer.', 'For 10 kilograms of apples at a time.', 'Pour 10 kilos de pommes à la fois.')
	) t (nr, nl, en, fr, about_nl, about_en, about_fr);
