-- Sociaal internetaanbod: dezelfde groepen als het sociaal tarief voor energie,
-- zonder de sociale huurders.

regel {
  code   = "internet",
  titel  = { nl = "Goedkoop internet: het sociaal internetaanbod", en = "Cheap internet: the social internet offer",
             fr = "Internet bon marché : l’offre internet sociale" },
  uitleg = { nl = "U betaalt een lage prijs voor internet thuis. Het is voor gezinnen met een leefloon, een IGO, een tegemoetkoming voor een handicap of een zorgbudget. Eén abonnement per gezin.",
             en = "You pay a low price for internet at home. It is for households with a living wage, an IGO, a disability allowance or a care budget. One subscription a household.",
             fr = "Vous payez un prix bas pour internet à la maison. C’est pour les ménages avec un revenu d’intégration, une GRAPA, une allocation de handicap ou un budget de soins. Un abonnement par ménage." },
  hoe    = { nl = "Vraag het aan uw aanbieder van internet, zoals Proximus of Telenet. U krijgt het niet vanzelf. Hou uw identiteitskaart klaar.",
             en = "Ask your internet provider, such as Proximus or Telenet. You do not get it without asking. Keep your identity card ready.",
             fr = "Demandez-la à votre opérateur internet, comme Proximus ou Telenet. Vous ne la recevez pas sans demande. Préparez votre carte d’identité." },
  bron   = { "FOD Economie, sociaal internetaanbod", "https://economie.fgov.be/nl/themas/online/telecommunicatie/sociaal-internetaanbod",
             zekerheid = "hoog" },
  bevoegd = { naam = { nl = "uw aanbieder van internet", en = "your internet provider", fr = "votre opérateur internet" },
              link = "https://economie.fgov.be/nl/themas/online/telecommunicatie/sociaal-internetaanbod" },
  per = "gezin", periode = "maand", toekenning = "doorverwijzing",
  feiten = { "statuut" },
  bedragen = {
    ["2024-03-01"] = { prijs = 19, bevestigd_tot = "2024-12-31" },
  },
  recht  = is(feit.statuut, "leefloon", "leefloon_kort", "igo", "ivt", "it", "zorgbudget", "zorgtoeslag"),
  bedrag = bedrag.prijs,
  bedrag_is = "prijs",

  tests = {
    { "groep 1, de eerste dag", op = "2024-03-01", { statuut = "leefloon" }, { recht = ja, bedrag = 19 } },
    { "groep 1, een leefloon van een maand", op = "2024-06-01", { statuut = "leefloon_kort" }, { recht = ja, bedrag = 19 } },
    { "groep 2A, een integratietegemoetkoming", op = "2024-06-01", { statuut = "it" }, { recht = ja, bedrag = 19 } },
    { "groep 2A", op = "2024-06-01", { statuut = "ivt" }, { recht = ja, bedrag = 19 } },
    { "groep 2B", op = "2024-06-01", { statuut = "zorgbudget" }, { recht = ja, bedrag = 19 } },
    { "groep 2C", op = "2024-06-01", { statuut = "zorgtoeslag" }, { recht = ja, bedrag = 19 } },
    { "groep 3", op = "2024-06-01", { statuut = "igo" }, { recht = ja, bedrag = 19 } },
    { "de verhoogde tegemoetkoming volstaat niet", op = "2024-06-01", { statuut = "vt" }, { recht = nee } },
    { "een sociale woning volstaat niet", op = "2024-06-01", { statuut = "geen", woonsituatie = "sociaal_gas" }, { recht = nee } },
    { "niets bekend: een vraag", op = "2024-06-01", {}, { recht = onbekend, vraag = "statuut" } },
  },
}
