-- Zorgbudget voor ouderen met een zorgnood (vroeger: hulp aan bejaarden).
--
-- Een arts geeft punten voor de zorgnood, van 0 tot 18; er zijn er minstens 7
-- nodig.  Die vraag stellen we niet: ze gaat over gezondheid, en het antwoord
-- kent alleen de arts.  Van inkomen en vermogen telt een deel niet mee (de
-- vrijstelling).  Wie meer heeft, krijgt minder; hoeveel, weet de zorgkas.
-- Deze regel zegt dus nooit vanzelf "ja".  De cijfers vonden we zonder datum.

local vrijstelling = noem(als(is(feit.met_wie, "alleen", "alleen_kinderen"), bedrag.alleen, bedrag.samen), {
  nl = "het deel dat niet meetelt", en = "the part that does not count", fr = "la partie qui ne compte pas" })

regel {
  code   = "zorgbudget",
  titel  = { nl = "Zorgbudget voor ouderen met een zorgnood", en = "Care budget for older people",
             fr = "Budget de soins pour personnes âgées" },
  uitleg = { nl = "U krijgt elke maand geld om hulp te betalen. Het is voor wie 65 jaar of ouder is, veel hulp nodig heeft en een laag inkomen en weinig vermogen heeft.",
             en = "Each month you get money to pay for help. It is for anyone who is 65 or older, needs much help and has a low income and few assets.",
             fr = "Chaque mois, vous recevez de l’argent pour payer de l’aide. C’est pour qui a 65 ans ou plus, a besoin de beaucoup d’aide et a un bas revenu et peu de biens." },
  hoe    = { nl = "Vraag het aan uw zorgkas of aan uw ziekenfonds. Een arts bekijkt hoeveel hulp u nodig hebt.",
             en = "Ask your care fund or your health insurance fund. A doctor looks at how much help you need.",
             fr = "Demandez-le à votre caisse de soins ou à votre mutualité. Un médecin examine de quelle aide vous avez besoin." },
  bron   = { "Vlaamse sociale bescherming, zorgbudget voor ouderen", "https://www.vlaamsesocialebescherming.be/", zekerheid = "middel" },
  bevoegd = { naam = { nl = "uw zorgkas, of voor uitleg de Vlaamse sociale bescherming",
                       en = "your care fund, or for advice the Vlaamse sociale bescherming",
                       fr = "votre caisse de soins, ou pour des explications la Vlaamse sociale bescherming" },
              adres = "Koning Albert II-laan 35, 1030 Brussel", link = "https://www.vlaamsesocialebescherming.be/" },
  per = "persoon", toekenning = "doorverwijzing",
  feiten = { "iemand_65", "zorgpunten", "met_wie", "middelen_zorg", "zorgkas_berekend" },
  bedragen = {
    ["2024-01-01"] = { alleen = 17248.56, samen = 21553.53 },
  },
  recht = alle_van {
    feit.iemand_65,
    minstens(feit.zorgpunten, 7),
    een_van { hoogstens(feit.middelen_zorg, vrijstelling), feit.zorgkas_berekend },
  },

  tests = {
    { "alleen, 7 punten, op de vrijstelling", op = "2024-06-01",
      { iemand_65 = ja, zorgpunten = 7, met_wie = "alleen", middelen_zorg = 17248.56 }, { recht = ja } },
    { "alleen, een cent erboven: de zorgkas weet het", op = "2024-06-01",
      { iemand_65 = ja, zorgpunten = 7, met_wie = "alleen", middelen_zorg = 17248.57 }, { recht = onbekend } },
    { "alleen met een kind, een cent boven de vrijstelling", op = "2024-06-01",
      { iemand_65 = ja, zorgpunten = 7, met_wie = "alleen_kinderen", middelen_zorg = 17248.57 }, { recht = onbekend } },
    { "samen, op de vrijstelling", op = "2024-06-01",
      { iemand_65 = ja, zorgpunten = 12, met_wie = "koppel", middelen_zorg = 21553.53 }, { recht = ja } },
    { "samen, een cent erboven", op = "2024-06-01",
      { iemand_65 = ja, zorgpunten = 12, met_wie = "koppel", middelen_zorg = 21553.54 }, { recht = onbekend } },
    { "met een partner en kinderen, op de vrijstelling, de eerste dag", op = "2024-01-01",
      { iemand_65 = ja, zorgpunten = 12, met_wie = "koppel_kinderen", middelen_zorg = 21553.53 }, { recht = ja } },
    { "met andere mensen, op de vrijstelling", op = "2024-06-01",
      { iemand_65 = ja, zorgpunten = 12, met_wie = "anderen", middelen_zorg = 21553.53 }, { recht = ja } },
    { "de zorgkas berekende dat het te veel is", op = "2024-06-01",
      { iemand_65 = ja, zorgpunten = 12, met_wie = "koppel", middelen_zorg = 60000, zorgkas_berekend = nee }, { recht = nee } },
    { "6 punten", op = "2024-06-01", { iemand_65 = ja, zorgpunten = 6, met_wie = "alleen", middelen_zorg = 10000 }, { recht = nee } },
    { "niemand van 65", op = "2024-06-01", { iemand_65 = nee }, { recht = nee } },
    { "zonder arts nooit vanzelf", op = "2024-06-01", { iemand_65 = ja, met_wie = "alleen", middelen_zorg = 10000 }, { recht = onbekend } },
    { "niets bekend: een vraag", op = "2024-06-01", {}, { recht = onbekend, vraag = "iemand_65" } },
  },
}
