-- De categorieën waarin de bewoner het plan ziet: hoogstens tien.
-- De pagina toont de grootste categorie eerst.
--
-- Welke regel van het plan in welke categorie komt, staat in de andere
-- bestanden van deze map: doelen.lua, domeinen.lua en rekeningen.lua.
-- De code gebruik je daar; de titel en de uitleg leest de bewoner.

categorieen {
  { code = "straten",
    titel = { nl = "Straten, fietsen en openbaar vervoer",
              en = "Streets, cycling and public transport",
              fr = "Rues, vélos et transports publics" },
    uitleg = { nl = "Wegen, bruggen, fietspaden, parkeren en veilig verkeer.",
               en = "Roads, bridges, cycle paths, parking and safe traffic.",
               fr = "Routes, ponts, pistes cyclables, stationnement et circulation sûre." } },

  { code = "scholen",
    titel = { nl = "Scholen en kinderopvang",
              en = "Schools and childcare",
              fr = "Écoles et accueil des enfants" },
    uitleg = { nl = "Schoolgebouwen, crèches, jeugdwerk en opvang na school.",
               en = "School buildings, nurseries, youth work and after-school care.",
               fr = "Bâtiments scolaires, crèches, travail de jeunesse et accueil après l’école." } },

  { code = "wonen",
    titel = { nl = "Wonen en buurten",
              en = "Housing and neighbourhoods",
              fr = "Logement et quartiers" },
    uitleg = { nl = "Sociale woningen, renovatie, nieuwe wijken en buurtwerking.",
               en = "Social housing, renovation, new districts and neighbourhood work.",
               fr = "Logements sociaux, rénovation, nouveaux quartiers et vie de quartier." } },

  { code = "groen",
    titel = { nl = "Groen, natuur en klimaat",
              en = "Green spaces, nature and climate",
              fr = "Espaces verts, nature et climat" },
    uitleg = { nl = "Parken, bossen, begraafplaatsen, energie en propere bodem.",
               en = "Parks, woods, cemeteries, energy and clean soil.",
               fr = "Parcs, bois, cimetières, énergie et sols propres." } },

  { code = "water",
    titel = { nl = "Riolen, water en afval",
              en = "Sewers, water and waste",
              fr = "Égouts, eau et déchets" },
    uitleg = { nl = "Regenwater en afvalwater, huisvuil en een nette stad.",
               en = "Rainwater and waste water, household waste and a clean city.",
               fr = "Eaux de pluie et eaux usées, ordures ménagères et ville propre." } },

  { code = "zorg",
    titel = { nl = "Zorg, gezondheid en welzijn",
              en = "Care, health and welfare",
              fr = "Soins, santé et bien-être" },
    uitleg = { nl = "Woonzorgcentra, dienstencentra, ziekenhuizen en hulp aan mensen.",
               en = "Care homes, service centres, hospitals and help for people.",
               fr = "Maisons de repos, centres de services, hôpitaux et aide aux personnes." } },

  { code = "vrije-tijd",
    titel = { nl = "Sport, cultuur en vrije tijd",
              en = "Sport, culture and leisure",
              fr = "Sport, culture et loisirs" },
    uitleg = { nl = "Zwembaden, sportvelden, musea, monumenten en feesten.",
               en = "Swimming pools, sports fields, museums, monuments and festivals.",
               fr = "Piscines, terrains de sport, musées, monuments et fêtes." } },

  { code = "veiligheid",
    titel = { nl = "Brandweer en veiligheid",
              en = "Fire service and safety",
              fr = "Pompiers et sécurité" },
    uitleg = { nl = "Brandweer, politie en hulp bij nood.",
               en = "Fire service, police and emergency help.",
               fr = "Pompiers, police et aide d’urgence." } },

  { code = "digitaal",
    titel = { nl = "Dienstverlening en digitale stad",
              en = "Services and the digital city",
              fr = "Services et ville numérique" },
    uitleg = { nl = "Loketten, computers, programma’s en netwerken.",
               en = "Counters, computers, software and networks.",
               fr = "Guichets, ordinateurs, logiciels et réseaux." } },

  { code = "gebouwen",
    titel = { nl = "Gebouwen en werking van de stad",
              en = "Buildings and running the city",
              fr = "Bâtiments et fonctionnement de la ville" },
    uitleg = { nl = "Onderhoud van stadsgebouwen, wagens, personeel en economie.",
               en = "Upkeep of city buildings, vehicles, staff and economy.",
               fr = "Entretien des bâtiments, véhicules, personnel et économie." } },
}
