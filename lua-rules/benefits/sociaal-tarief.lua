-- Sociaal tarief voor gas en elektriciteit.
--
-- Vijf groepen met een uitkering krijgen het vanzelf; sociale huurders in een
-- gebouw met één verwarming op gas krijgen het via de beheerder.  De verhoogde
-- tegemoetkoming alleen telt niet meer sinds 1 juli 2023; van vroeger zegt deze
-- regel niets.

regel {
  code   = "sociaal-tarief",
  titel  = { nl = "Sociaal tarief voor gas en elektriciteit", en = "Social tariff for gas and electricity",
             fr = "Tarif social pour le gaz et l’électricité" },
  uitleg = { nl = "U betaalt een lage prijs voor gas en elektriciteit. Het is voor gezinnen met een leefloon, een IGO, een tegemoetkoming voor een handicap of een zorgbudget, en voor sommige sociale huurders.",
             en = "You pay a low price for gas and electricity. It is for households with a living wage, an IGO, a disability allowance or a care budget, and for some tenants of social housing.",
             fr = "Vous payez un prix bas pour le gaz et l’électricité. C’est pour les ménages avec un revenu d’intégration, une GRAPA, une allocation de handicap ou un budget de soins, et pour certains locataires sociaux." },
  hoe    = { nl = "U hoeft meestal niets te doen: het begint op de eerste dag van het kwartaal. Huurt u een sociale woning met één verwarming voor het gebouw? Vraag het aan de beheerder. Twijfelt u? Bel 0800 120 33.",
             en = "Mostly you need not do anything: it begins on the first day of the quarter. Do you rent social housing with one heating for the building? Ask the manager. In doubt? Call 0800 120 33.",
             fr = "Le plus souvent vous ne devez rien faire : il commence le premier jour du trimestre. Vous louez un logement social avec un seul chauffage pour l’immeuble ? Demandez au gestionnaire. Un doute ? Appelez le 0800 120 33." },
  bron   = { "FOD Economie, sociaal tarief voor energie",
             "https://economie.fgov.be/nl/themas/energie/energieprijzen/sociaal-tarief-voor-energie", zekerheid = "hoog" },
  bevoegd = { naam = { nl = "FOD Economie", en = "the Federal Public Service Economy", fr = "le SPF Économie" },
              adres = "Vooruitgangstraat 50, 1210 Brussel",
              link = "https://economie.fgov.be/nl/themas/energie/energieprijzen/sociaal-tarief-voor-energie" },
  per = "gezin", toekenning = "doorverwijzing",
  vanaf = "2023-07-01",
  feiten = { "statuut", "woonsituatie" },
  recht  = een_van {
    is(feit.statuut, "leefloon", "leefloon_kort", "igo", "ivt", "it", "zorgbudget", "zorgtoeslag"),
    is(feit.woonsituatie, "sociaal_gas"),
  },

  tests = {
    { "groep 1: een leefloon", op = "2023-07-01", { statuut = "leefloon" }, { recht = ja } },
    { "groep 1: een leefloon van een maand", op = "2024-06-01", { statuut = "leefloon_kort" }, { recht = ja } },
    { "groep 2A: een tegemoetkoming voor een handicap", op = "2024-06-01", { statuut = "it" }, { recht = ja } },
    { "groep 2A: een inkomensvervangende tegemoetkoming", op = "2024-06-01", { statuut = "ivt" }, { recht = ja } },
    { "groep 2B: een zorgbudget", op = "2024-06-01", { statuut = "zorgbudget" }, { recht = ja } },
    { "groep 2C: een kind met 4 punten", op = "2024-06-01", { statuut = "zorgtoeslag" }, { recht = ja } },
    { "groep 3: de inkomensgarantie voor ouderen", op = "2024-06-01", { statuut = "igo" }, { recht = ja } },
    { "groep 4: een sociale huurder met gas voor het gebouw", op = "2024-06-01",
      { statuut = "geen", woonsituatie = "sociaal_gas" }, { recht = ja } },
    { "een sociale huurder met een eigen ketel", op = "2024-06-01", { statuut = "geen", woonsituatie = "sociaal" }, { recht = nee } },
    { "de verhoogde tegemoetkoming alleen volstaat niet", op = "2023-07-01",
      { statuut = "vt", woonsituatie = "huurder" }, { recht = nee } },
    { "een wezentoeslag volstaat niet", op = "2024-06-01", { statuut = "wees", woonsituatie = "huurder" }, { recht = nee } },
    { "een eigenaar zonder statuut", op = "2024-06-01", { statuut = "geen", woonsituatie = "eigenaar" }, { recht = nee } },
    { "wie bij familie woont, zonder statuut", op = "2024-06-01", { statuut = "geen", woonsituatie = "anders" }, { recht = nee } },
    { "zonder statuut hangt het af van de woning", op = "2024-06-01", { statuut = "geen" }, { recht = onbekend, vraag = "woonsituatie" } },
    { "niets bekend: een vraag", op = "2024-06-01", {}, { recht = onbekend, vraag = "statuut" } },
  },
}
