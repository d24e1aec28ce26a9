-- Mijn VerbouwPremie voor de laagste inkomens.  Wie net boven deze grens zit,
-- staat in verbouwpremie-midden.lua.
--
-- Wie alleen woont met iemand ten laste, heeft dezelfde grens als een koppel
-- zonder; pas vanaf de volgende persoon komt er iets bij.

local grens = noem(als(is(feit.met_wie, "alleen"), bedrag.alleen,
                       is(feit.met_wie, "koppel", "koppel_kinderen"), bedrag.samen + bedrag.per_persoon * feit.ten_laste_verbouw,
                       minstens(feit.ten_laste_verbouw, 1), bedrag.samen + bedrag.per_persoon * (feit.ten_laste_verbouw - 1),
                       bedrag.alleen), {
  nl = "de grens voor de laagste inkomens", en = "the limit for the lowest incomes", fr = "le plafond des revenus les plus bas" })

regel {
  code   = "verbouwpremie",
  titel  = { nl = "Mijn VerbouwPremie, hoogste premie", en = "Mijn VerbouwPremie, highest premium", fr = "Mijn VerbouwPremie, prime la plus élevée" },
  uitleg = { nl = "U krijgt een premie als u uw woning isoleert of vernieuwt. De hoogste premie is voor eigenaars met een laag inkomen, in een woning van minstens 15 jaar oud.",
             en = "You get a premium when you insulate or renew your home. The highest is for owners with a low income, in a home of at least 15 years old.",
             fr = "Vous recevez une prime si vous isolez ou rénovez votre logement. La plus élevée est pour les propriétaires à bas revenu, dans un logement d’au moins 15 ans." },
  hoe    = { nl = "Vraag de premie online, na de werken. Bewaar de facturen. De Energiecentrale van de stad helpt u gratis.",
             en = "Ask for the premium online, after the works. Keep the invoices. The Energiecentrale of the city helps you for free.",
             fr = "Demandez la prime en ligne, après les travaux. Gardez les factures. L’Energiecentrale de la ville vous aide gratuitement." },
  bron   = { "Wonen in Vlaanderen, Mijn VerbouwPremie", "https://www.vlaanderen.be/mijn-verbouwpremie", zekerheid = "hoog" },
  bevoegd = { naam = { nl = "Wonen in Vlaanderen en Fluvius", en = "Wonen in Vlaanderen and Fluvius", fr = "Wonen in Vlaanderen et Fluvius" },
              adres = "Koningin Maria Hendrikaplein 70, 9000 Gent", link = "https://www.vlaanderen.be/mijn-verbouwpremie" },
  per = "gezin", toekenning = "doorverwijzing",
  feiten = { "woonsituatie", "woning_15_jaar", "met_wie", "inkomen_verbouw", "ten_laste_verbouw" },
  bedragen = {
    ["2022-10-01"] = { alleen = 36278, samen = 50787, per_persoon = 3700, bevestigd_tot = "2024-12-31" },
  },
  recht = alle_van {
    is(feit.woonsituatie, "eigenaar"),
    feit.woning_15_jaar,
    hoogstens(feit.inkomen_verbouw, grens),
  },

  tests = {
    { "alleen, op de grens", op = "2022-10-01",
      { woonsituatie = "eigenaar", woning_15_jaar = ja, met_wie = "alleen", inkomen_verbouw = 36278 }, { recht = ja } },
    { "alleen, een cent erboven", op = "2023-06-01",
      { woonsituatie = "eigenaar", woning_15_jaar = ja, met_wie = "alleen", inkomen_verbouw = 36278.01 }, { recht = nee } },
    { "alleen met één kind: 50.787", op = "2023-06-01",
      { woonsituatie = "eigenaar", woning_15_jaar = ja, met_wie = "alleen_kinderen", ten_laste_verbouw = 1, inkomen_verbouw = 50787 },
      { recht = ja } },
    { "alleen met één kind, een cent erboven", op = "2023-06-01",
      { woonsituatie = "eigenaar", woning_15_jaar = ja, met_wie = "alleen_kinderen", ten_laste_verbouw = 1, inkomen_verbouw = 50787.01 },
      { recht = nee } },
    { "alleen met drie kinderen: 58.187", op = "2023-06-01",
      { woonsituatie = "eigenaar", woning_15_jaar = ja, met_wie = "alleen_kinderen", ten_laste_verbouw = 3, inkomen_verbouw = 58187 },
      { recht = ja } },
    { "een koppel: 50.787", op = "2023-06-01",
      { woonsituatie = "eigenaar", woning_15_jaar = ja, met_wie = "koppel", ten_laste_verbouw = 0, inkomen_verbouw = 50787 }, { recht = ja } },
    { "een koppel met twee kinderen: 58.187", op = "2023-06-01",
      { woonsituatie = "eigenaar", woning_15_jaar = ja, met_wie = "koppel_kinderen", ten_laste_verbouw = 2, inkomen_verbouw = 58187 },
      { recht = ja } },
    { "een koppel met twee kinderen, een cent erboven", op = "2023-06-01",
      { woonsituatie = "eigenaar", woning_15_jaar = ja, met_wie = "koppel_kinderen", ten_laste_verbouw = 2, inkomen_verbouw = 58187.01 },
      { recht = nee } },
    { "alleen met een kind dat niet ten laste is: de grens van alleen", op = "2023-06-01",
      { woonsituatie = "eigenaar", woning_15_jaar = ja, met_wie = "alleen_kinderen", ten_laste_verbouw = 0, inkomen_verbouw = 36278.01 }, { recht = nee } },
    { "met anderen en niemand ten laste: de grens van alleen", op = "2023-06-01",
      { woonsituatie = "eigenaar", woning_15_jaar = ja, met_wie = "anderen", ten_laste_verbouw = 0, inkomen_verbouw = 36278.01 }, { recht = nee } },
    { "met anderen en één ten laste: 50.787", op = "2023-06-01",
      { woonsituatie = "eigenaar", woning_15_jaar = ja, met_wie = "anderen", ten_laste_verbouw = 1, inkomen_verbouw = 50787 }, { recht = ja } },
    { "met anderen en één ten laste, een cent erboven", op = "2023-06-01",
      { woonsituatie = "eigenaar", woning_15_jaar = ja, met_wie = "anderen", ten_laste_verbouw = 1, inkomen_verbouw = 50787.01 }, { recht = nee } },
    { "een woning van tien jaar oud", op = "2023-06-01", { woonsituatie = "eigenaar", woning_15_jaar = nee }, { recht = nee } },
    { "een huurder", op = "2023-06-01", { woonsituatie = "huurder" }, { recht = nee } },
    { "niets bekend: een vraag", op = "2023-06-01", {}, { recht = onbekend, vraag = "woonsituatie" } },
  },
}
