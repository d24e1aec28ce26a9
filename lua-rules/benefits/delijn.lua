-- De Lijn: een abonnement van een jaar aan een lage prijs.
--
-- Met een tegemoetkoming voor een handicap of een zorgbudget is het gratis.  Alle
-- prijzen vonden we zonder datum.  Ze tellen hier vanaf 2024 en zijn nergens
-- bevestigd.

local leefloon = is(feit.statuut, "leefloon", "leefloon_kort", "igo")

regel {
  code   = "delijn",
  titel  = { nl = "Goedkoop abonnement van De Lijn", en = "Cheap season ticket of De Lijn", fr = "Abonnement De Lijn bon marché" },
  uitleg = { nl = "U rijdt een jaar met tram en bus aan een lage prijs. Het is voor wie een leefloon, een IGO of een verhoogde tegemoetkoming heeft. Met een tegemoetkoming voor een handicap of een zorgbudget rijdt u gratis.",
             en = "You travel by tram and bus for a year at a low price. It is for anyone who has a living wage, an IGO or an increased reimbursement. With a disability allowance or a care budget you travel for free.",
             fr = "Vous prenez tram et bus pendant un an à bas prix. C’est pour qui a un revenu d’intégration, une GRAPA ou une intervention majorée. Avec une allocation de handicap ou un budget de soins, c’est gratuit." },
  hoe    = { nl = "Met een leefloon stuurt De Lijn u een brief om te betalen. Anders gaat u naar een Lijnwinkel of naar de website. Neem uw identiteitskaart mee. Hebt u nog geen verhoogde tegemoetkoming? Vraag die eerst aan uw ziekenfonds.",
             en = "With a living wage De Lijn sends you a letter to pay. Otherwise go to a Lijnwinkel or the website. Take your identity card with you. No increased reimbursement yet? Ask your health insurance fund first.",
             fr = "Avec un revenu d’intégration, De Lijn vous envoie une lettre pour payer. Sinon, allez dans un Lijnwinkel ou sur le site. Prenez votre carte d’identité. Pas encore d’intervention majorée ? Demandez-la d’abord à votre mutualité." },
  bron   = { "Vlaamse overheid, Vervoergarantie van De Lijn", "https://www.vlaanderen.be/buzzy-pazz-of-omnipas-vervoergarantie-vg",
             zekerheid = "middel" },
  bevoegd = { naam = { nl = "De Lijn", en = "De Lijn", fr = "De Lijn" },
              adres = "Motstraat 20, 2800 Mechelen", link = "https://www.delijn.be/" },
  per = "persoon", periode = "jaar", toekenning = "doorverwijzing",
  feiten = { "statuut" },
  bedragen = {
    ["2024-01-01"] = { leefloon = 46, vt = 55 },
  },
  recht  = een_van {
    leefloon,
    recht.vt,
    recht["vt-inkomen"],
  },
  bedrag = als(leefloon, bedrag.leefloon,
               is(feit.statuut, "ivt", "it", "zorgbudget"), 0,
               bedrag.vt),
  bedrag_is = "prijs",

  tests = {
    { "met een leefloon, de eerste dag", op = "2024-01-01", { statuut = "leefloon" }, { recht = ja, bedrag = 46 } },
    { "met een leefloon van een maand", op = "2024-06-01", { statuut = "leefloon_kort" }, { recht = ja, bedrag = 46 } },
    { "met de inkomensgarantie voor ouderen", op = "2024-06-01", { statuut = "igo" }, { recht = ja, bedrag = 46 } },
    { "met een inkomensvervangende tegemoetkoming: gratis", op = "2024-06-01", { statuut = "ivt" }, { recht = ja, bedrag = 0 } },
    { "met een integratietegemoetkoming: gratis", op = "2024-06-01", { statuut = "it" }, { recht = ja, bedrag = 0 } },
    { "met een zorgbudget: gratis", op = "2024-06-01", { statuut = "zorgbudget" }, { recht = ja, bedrag = 0 } },
    { "met een zorgtoeslag voor een kind", op = "2024-06-01", { statuut = "zorgtoeslag" }, { recht = ja, bedrag = 55 } },
    { "met een wezentoeslag", op = "2024-06-01", { statuut = "wees" }, { recht = ja, bedrag = 55 } },
    { "met een verhoogde tegemoetkoming", op = "2024-06-01", { statuut = "vt" }, { recht = ja, bedrag = 55 } },
    { "met een laag inkomen: na de verhoogde tegemoetkoming", op = "2024-06-01",
      { statuut = "geen", belastbaar_jaar = 18000 }, { recht = ja, bedrag = 55 } },
    { "met een hoog inkomen", op = "2024-06-01",
      { statuut = "geen", gezinsgrootte = 1, belastbaar_jaar = 40000, met_wie = "alleen", inkomen_veranderd = nee }, { recht = nee } },
    { "niets bekend: een vraag", op = "2024-06-01", {}, { recht = onbekend, vraag = "statuut" } },
  },
}
