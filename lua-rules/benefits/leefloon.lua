-- Leefloon: het bedrag van de categorie, min de bestaansmiddelen.
--
-- Een leefloon vraagt altijd een sociaal onderzoek.  Dat feit heeft geen vraag:
-- zonder onderzoek zegt deze regel nooit "ja", ook niet aan wie niets heeft.
-- Wie al een leefloon krijgt, krijgt ook zeker meer dan niets.

local categorie = noem(als(is(feit.met_wie, "alleen"), bedrag.alleen,
                           is(feit.met_wie, "alleen_kinderen", "koppel_kinderen"), bedrag.gezin,
                           bedrag.samenwonend), {
  nl = "het bedrag voor uw situatie", en = "the amount for your situation", fr = "le montant pour votre situation" })
local krijgt = is(feit.statuut, "leefloon", "leefloon_kort")
local verschil = categorie - feit.bestaansmiddelen

regel {
  code   = "leefloon",
  titel  = { nl = "Leefloon", en = "Living wage", fr = "Revenu d’intégration" },
  uitleg = { nl = "Een inkomen van het OCMW voor wie te weinig heeft om van te leven. U hebt geen of te weinig andere middelen, en u bent bereid om te werken als dat kan.",
             en = "An income from the OCMW for anyone who has too little to live on. You have no or too few other means, and you are willing to work if you can.",
             fr = "Un revenu du CPAS pour qui a trop peu pour vivre. Vous n’avez pas ou trop peu d’autres ressources, et vous êtes prêt à travailler si vous le pouvez." },
  hoe    = { nl = "Maak een afspraak in het welzijnsbureau van uw buurt, of bel 09 266 99 11. Een maatschappelijk werker bekijkt uw situatie. Neem uw identiteitskaart mee.",
             en = "Make an appointment at the welfare office of your neighbourhood, or call 09 266 99 11. A social worker looks at your situation. Take your identity card with you.",
             fr = "Prenez rendez-vous au bureau d’aide sociale de votre quartier, ou appelez le 09 266 99 11. Un assistant social examine votre situation. Prenez votre carte d’identité." },
  bron   = { "POD Maatschappelijke Integratie, bedragen van het leefloon",
             "https://primabook.mi-is.be/nl/recht-op-maatschappelijke-integratie/bedragen-leefloon", zekerheid = "hoog" },
  bevoegd = { naam = { nl = "OCMW Gent", en = "OCMW Gent", fr = "le CPAS de Gand" },
              adres = "Onderbergen 86, 9000 Gent", link = "https://stad.gent/zoekjewelzijnsbureau" },
  per = "gezin", periode = "maand", toekenning = "doorverwijzing",
  feiten = { "statuut", "met_wie", "bestaansmiddelen", "leefloon_onderzoek" },
  bedragen = {
    -- Een leefloon kan in elke maand stijgen.  We kennen alleen deze dagen, en
    -- bevestigen dus niet meer dan die maand.
    ["2023-01-01"] = { samenwonend = 809.42, alleen = 1214.13, gezin = 1640.83, bevestigd_tot = "2023-01-31" },
    ["2024-05-01"] = { samenwonend = 858.97, alleen = 1288.46, gezin = 1741.29, bevestigd_tot = "2024-05-31" },
    ["2025-02-01"] = { samenwonend = 876.13, alleen = 1314.20, gezin = 1776.07, bevestigd_tot = "2025-02-28" },
  },
  recht  = een_van { krijgt, alle_van { feit.leefloon_onderzoek, minder_dan(feit.bestaansmiddelen, categorie) } },
  bedrag = als(krijgt, grootste(1, verschil), grootste(0, verschil)),

  tests = {
    { "samenwonend, in 2023", op = "2023-01-01", { leefloon_onderzoek = ja, met_wie = "koppel", bestaansmiddelen = 0 },
      { recht = ja, bedrag = 809.42 } },
    { "alleen, in 2023", op = "2023-01-01", { leefloon_onderzoek = ja, met_wie = "alleen", bestaansmiddelen = 0 },
      { recht = ja, bedrag = 1214.13 } },
    { "met kinderen, in 2023", op = "2023-01-01", { leefloon_onderzoek = ja, met_wie = "alleen_kinderen", bestaansmiddelen = 0 },
      { recht = ja, bedrag = 1640.83 } },
    { "de laatste dag van dat bedrag", op = "2024-04-30", { statuut = "leefloon", met_wie = "alleen", bestaansmiddelen = 0 },
      { bedrag = 1214.13 } },
    { "alleen, vanaf mei 2024", op = "2024-05-01", { statuut = "leefloon", met_wie = "alleen", bestaansmiddelen = 0 },
      { bedrag = 1288.46 } },
    { "samenwonend, vanaf mei 2024", op = "2024-05-01", { statuut = "leefloon", met_wie = "anderen", bestaansmiddelen = 0 },
      { bedrag = 858.97 } },
    { "met kinderen, vanaf mei 2024", op = "2024-05-01", { statuut = "leefloon", met_wie = "koppel_kinderen", bestaansmiddelen = 0 },
      { bedrag = 1741.29 } },
    { "de laatste dag voor februari 2025", op = "2025-01-31", { statuut = "leefloon", met_wie = "alleen", bestaansmiddelen = 0 },
      { bedrag = 1288.46 } },
    { "samenwonend, vanaf februari 2025", op = "2025-02-01", { statuut = "leefloon", met_wie = "koppel", bestaansmiddelen = 0 },
      { bedrag = 876.13 } },
    { "alleen, vanaf februari 2025", op = "2025-02-01", { statuut = "leefloon", met_wie = "alleen", bestaansmiddelen = 0 },
      { bedrag = 1314.20 } },
    { "met kinderen, vanaf februari 2025", op = "2025-02-01", { statuut = "leefloon", met_wie = "alleen_kinderen", bestaansmiddelen = 0 },
      { bedrag = 1776.07 } },
    { "de middelen gaan eraf", op = "2025-02-01", { statuut = "geen", leefloon_onderzoek = ja, met_wie = "alleen", bestaansmiddelen = 1000 },
      { recht = ja, bedrag = 314.20 } },
    { "een cent onder het bedrag", op = "2025-02-01",
      { statuut = "geen", leefloon_onderzoek = ja, met_wie = "alleen", bestaansmiddelen = 1314.19 }, { recht = ja, bedrag = 0.01 } },
    { "met evenveel middelen niet", op = "2025-02-01",
      { statuut = "geen", leefloon_onderzoek = ja, met_wie = "alleen", bestaansmiddelen = 1314.20 }, { recht = nee } },
    { "zonder onderzoek is het nooit ja, ook niet met niets", op = "2025-02-01",
      { statuut = "geen", met_wie = "alleen", bestaansmiddelen = 0 }, { recht = onbekend } },
    { "wie het al krijgt, heeft er recht op", op = "2025-02-01", { statuut = "leefloon" }, { recht = ja, bedrag = { 1, 1776.07 } } },
    { "ook wie het nog geen drie maanden krijgt", op = "2025-02-01", { statuut = "leefloon_kort" }, { recht = ja } },
    { "een inkomensgarantie voor ouderen is geen leefloon", op = "2025-02-01",
      { statuut = "igo", leefloon_onderzoek = nee }, { recht = nee } },
    { "een inkomensvervangende tegemoetkoming is geen leefloon", op = "2025-02-01",
      { statuut = "ivt", leefloon_onderzoek = nee }, { recht = nee } },
    { "een integratietegemoetkoming is geen leefloon", op = "2025-02-01", { statuut = "it", leefloon_onderzoek = nee }, { recht = nee } },
    { "een zorgbudget is geen leefloon", op = "2025-02-01", { statuut = "zorgbudget", leefloon_onderzoek = nee }, { recht = nee } },
    { "een zorgtoeslag is geen leefloon", op = "2025-02-01", { statuut = "zorgtoeslag", leefloon_onderzoek = nee }, { recht = nee } },
    { "een wezentoeslag is geen leefloon", op = "2025-02-01", { statuut = "wees", leefloon_onderzoek = nee }, { recht = nee } },
    { "een verhoogde tegemoetkoming is geen leefloon", op = "2025-02-01", { statuut = "vt", leefloon_onderzoek = nee }, { recht = nee } },
    { "niets bekend: een vraag", op = "2025-02-01", {}, { recht = onbekend, vraag = "statuut" } },
  },
}
