-- Verwarmingstoelage van het Sociaal Verwarmingsfonds, via het OCMW.
--
-- Alleen voor stookolie, petroleum en propaan in een tank.  Drie wegen: een
-- verhoogde tegemoetkoming, een laag inkomen, of schulden en een factuur die te
-- zwaar is.  Dat laatste vindt het OCMW: dat feit heeft geen vraag.
--
-- De toelage per liter hangt af van de prijs op de factuur: 14 tot 20 cent.

local grens = noem(bedrag.eerste + bedrag.per_persoon * feit.ten_laste_verwarming, {
  nl = "de grens voor het inkomen van uw gezin", en = "the limit for the income of your household",
  fr = "le plafond de revenu de votre ménage" })

regel {
  code   = "verwarmingstoelage",
  titel  = { nl = "Verwarmingstoelage", en = "Heating allowance", fr = "Allocation de chauffage" },
  uitleg = { nl = "U krijgt een deel van de kosten voor stookolie, petroleum of propaan terug. Het is voor wie een verhoogde tegemoetkoming of een laag inkomen heeft, of schulden en een te zware factuur.",
             en = "You get a part of the cost of heating oil, paraffin or propane back. It is for who has an increased reimbursement or a low income, or debts and a bill that is too heavy.",
             fr = "Vous récupérez une partie du coût du mazout, du pétrole ou du propane. C’est pour qui a une intervention majorée ou un bas revenu, ou des dettes et une facture trop lourde." },
  hoe    = { nl = "Ga binnen 60 dagen na de levering naar het OCMW. Neem de factuur, uw identiteitskaart en uw rekeningnummer mee.",
             en = "Go to the OCMW within 60 days of the delivery. Take the invoice, your identity card and your account number.",
             fr = "Allez au CPAS dans les 60 jours après la livraison. Prenez la facture, votre carte d’identité et votre numéro de compte." },
  bron   = { "POD Maatschappelijke Integratie, verwarmingstoelage", "https://www.mi-is.be/", zekerheid = "hoog" },
  bevoegd = { naam = { nl = "OCMW Gent", en = "OCMW Gent", fr = "le CPAS de Gand" },
              link = "https://stad.gent/zoekjewelzijnsbureau" },
  per = "gezin", periode = "jaar", toekenning = "doorverwijzing",
  feiten = { "verwarming", "liters", "cent_per_liter", "belastbaar_jaar", "ten_laste_verwarming", "schuldhulp", "factuur_te_zwaar" },
  bedragen = {
    ["2025-02-01"] = { eerste = 24814.75, per_persoon = 4591.85, pomp = 210, bevestigd_tot = "2025-02-28" },
  },
  recht = alle_van {
    is(feit.verwarming, "tank", "pomp"),
    een_van {
      recht.vt,
      hoogstens(feit.belastbaar_jaar, grens),
      alle_van { is(feit.schuldhulp, "ocmw", "attest"), feit.factuur_te_zwaar },
    },
  },
  bedrag = als(is(feit.verwarming, "pomp"), bedrag.pomp,
               is(feit.cent_per_liter, 14), 0.14 * feit.liters,
               is(feit.cent_per_liter, 15), 0.15 * feit.liters,
               is(feit.cent_per_liter, 16), 0.16 * feit.liters,
               is(feit.cent_per_liter, 17), 0.17 * feit.liters,
               is(feit.cent_per_liter, 18), 0.18 * feit.liters,
               is(feit.cent_per_liter, 19), 0.19 * feit.liters,
               0.20 * feit.liters),

  tests = {
    { "stookolie van de pomp, op de grens", op = "2025-02-01",
      { statuut = "geen", schuldhulp = "geen", verwarming = "pomp", belastbaar_jaar = 24814.75, ten_laste_verwarming = 0 },
      { recht = ja, bedrag = 210 } },
    { "een cent boven de grens", op = "2025-02-01",
      { statuut = "geen", schuldhulp = "geen", verwarming = "pomp", belastbaar_jaar = 24814.76, ten_laste_verwarming = 0 }, { recht = nee } },
    { "met twee personen ten laste: 33.998,45", op = "2025-02-01",
      { statuut = "geen", schuldhulp = "geen", verwarming = "pomp", belastbaar_jaar = 33998.45, ten_laste_verwarming = 2 }, { recht = ja } },
    { "met twee, een cent erboven", op = "2025-02-01",
      { statuut = "geen", schuldhulp = "geen", verwarming = "pomp", belastbaar_jaar = 33998.46, ten_laste_verwarming = 2 }, { recht = nee } },
    { "een tank van 1.000 liter: 140 tot 200 euro", op = "2025-02-01",
      { statuut = "vt", verwarming = "tank", liters = 1000 }, { recht = ja, bedrag = { 140, 200 } } },
    { "met de laagste toelage per liter", op = "2025-02-01",
      { statuut = "vt", verwarming = "tank", liters = 1000, cent_per_liter = 14 }, { bedrag = 140 } },
    { "met 17 cent", op = "2025-02-01", { statuut = "vt", verwarming = "tank", liters = 750, cent_per_liter = 17 }, { bedrag = 127.50 } },
    { "met 15 cent", op = "2025-02-01", { statuut = "vt", verwarming = "tank", liters = 1000, cent_per_liter = 15 }, { bedrag = 150 } },
    { "met 16 cent", op = "2025-02-01", { statuut = "vt", verwarming = "tank", liters = 1000, cent_per_liter = 16 }, { bedrag = 160 } },
    { "met 18 cent", op = "2025-02-01", { statuut = "vt", verwarming = "tank", liters = 1000, cent_per_liter = 18 }, { bedrag = 180 } },
    { "met 19 cent", op = "2025-02-01", { statuut = "vt", verwarming = "tank", liters = 1000, cent_per_liter = 19 }, { bedrag = 190 } },
    { "met de hoogste", op = "2025-02-01", { statuut = "vt", verwarming = "tank", liters = 1500, cent_per_liter = 20 }, { bedrag = 300 } },
    { "schulden, en het OCMW vindt de factuur te zwaar", op = "2025-02-01",
      { statuut = "geen", schuldhulp = "ocmw", factuur_te_zwaar = ja, belastbaar_jaar = 60000, ten_laste_verwarming = 0, verwarming = "pomp" },
      { recht = ja, bedrag = 210 } },
    { "een attest van de schuldenregeling telt ook", op = "2025-02-01",
      { statuut = "geen", schuldhulp = "attest", factuur_te_zwaar = ja, belastbaar_jaar = 60000, ten_laste_verwarming = 0, verwarming = "pomp" },
      { recht = ja } },
    { "schulden alleen: het OCMW moet de factuur bekijken", op = "2025-02-01",
      { statuut = "geen", schuldhulp = "ocmw", belastbaar_jaar = 60000, ten_laste_verwarming = 0, verwarming = "pomp" },
      { recht = onbekend } },
    { "het OCMW vindt de factuur niet te zwaar", op = "2025-02-01",
      { statuut = "geen", schuldhulp = "ocmw", factuur_te_zwaar = nee, belastbaar_jaar = 60000, ten_laste_verwarming = 0,
        verwarming = "pomp" }, { recht = nee } },
    { "aardgas telt niet", op = "2025-02-01", { statuut = "vt", verwarming = "anders" }, { recht = nee } },
    { "niets bekend: een vraag", op = "2025-02-01", {}, { recht = onbekend, vraag = "verwarming" } },
  },
}
