-- Mijn VerbouwPremie voor de middelste inkomens: boven de grens van
-- verbouwpremie.lua, en tot deze grens.

local grens = noem(als(is(feit.met_wie, "alleen"), bedrag.alleen,
                       is(feit.met_wie, "koppel", "koppel_kinderen"), bedrag.samen + bedrag.per_persoon * feit.ten_laste_verbouw,
                       minstens(feit.ten_laste_verbouw, 1), bedrag.samen + bedrag.per_persoon * (feit.ten_laste_verbouw - 1),
                       bedrag.alleen), {
  nl = "de grens voor de middelste inkomens", en = "the limit for the middle incomes", fr = "le plafond des revenus moyens" })

regel {
  code   = "verbouwpremie-midden",
  titel  = { nl = "Mijn VerbouwPremie, gewone premie", en = "Mijn VerbouwPremie, ordinary premium", fr = "Mijn VerbouwPremie, prime ordinaire" },
  uitleg = { nl = "U krijgt een premie als u uw woning isoleert of vernieuwt. De gewone premie is voor eigenaars met een gemiddeld inkomen, in een woning van minstens 15 jaar oud.",
             en = "You get a premium when you insulate or renew your home. The ordinary one is for owners with an average income, in a home of at least 15 years old.",
             fr = "Vous recevez une prime si vous isolez ou rénovez votre logement. L’ordinaire est pour les propriétaires à revenu moyen, dans un logement d’au moins 15 ans." },
  hoe    = { nl = "Vraag de premie online, na de werken. Bewaar de facturen. De Energiecentrale van de stad helpt u gratis.",
             en = "Ask for the premium online, after the works. Keep the invoices. The Energiecentrale of the city helps you for free.",
             fr = "Demandez la prime en ligne, après les travaux. Gardez les factures. L’Energiecentrale de la ville vous aide gratuitement." },
  bron   = { "Wonen in Vlaanderen, Mijn VerbouwPremie", "https://www.vlaanderen.be/mijn-verbouwpremie", zekerheid = "hoog" },
  bevoegd = { naam = { nl = "Wonen in Vlaanderen en Fluvius", en = "Wonen in Vlaanderen and Fluvius", fr = "Wonen in Vlaanderen et Fluvius" },
              adres = "Koningin Maria Hendrikaplein 70, 9000 Gent", link = "https://www.vlaanderen.be/mijn-verbouwpremie" },
  per = "gezin", toekenning = "doorverwijzing",
  feiten = { "woonsituatie", "woning_15_jaar", "met_wie", "inkomen_verbouw", "ten_laste_verbouw" },
  bedragen = {
    ["2022-10-01"] = { alleen = 46170, samen = 65960, per_persoon = 3700, bevestigd_tot = "2024-12-31" },
  },
  recht = alle_van {
    geen_van { recht.verbouwpremie },
    is(feit.woonsituatie, "eigenaar"),
    feit.woning_15_jaar,
    hoogstens(feit.inkomen_verbouw, grens),
  },

  tests = {
    { "alleen, onder de laagste grens: de hoogste premie", op = "2023-06-01",
      { woonsituatie = "eigenaar", woning_15_jaar = ja, met_wie = "alleen", inkomen_verbouw = 36278 }, { recht = nee } },
    { "alleen, een cent boven de laagste grens", op = "2023-06-01",
      { woonsituatie = "eigenaar", woning_15_jaar = ja, met_wie = "alleen", inkomen_verbouw = 36278.01 }, { recht = ja } },
    { "alleen, op de grens", op = "2023-06-01",
      { woonsituatie = "eigenaar", woning_15_jaar = ja, met_wie = "alleen", inkomen_verbouw = 46170 }, { recht = ja } },
    { "alleen, een cent erboven", op = "2023-06-01",
      { woonsituatie = "eigenaar", woning_15_jaar = ja, met_wie = "alleen", inkomen_verbouw = 46170.01 }, { recht = nee } },
    { "alleen met één kind: 65.960", op = "2023-06-01",
      { woonsituatie = "eigenaar", woning_15_jaar = ja, met_wie = "alleen_kinderen", ten_laste_verbouw = 1, inkomen_verbouw = 65960 },
      { recht = ja } },
    { "een koppel met twee kinderen: 73.360", op = "2023-06-01",
      { woonsituatie = "eigenaar", woning_15_jaar = ja, met_wie = "koppel_kinderen", ten_laste_verbouw = 2, inkomen_verbouw = 73360 },
      { recht = ja } },
    { "een koppel met twee kinderen, een cent erboven", op = "2023-06-01",
      { woonsituatie = "eigenaar", woning_15_jaar = ja, met_wie = "koppel_kinderen", ten_laste_verbouw = 2, inkomen_verbouw = 73360.01 },
      { recht = nee } },
    { "een koppel zonder kinderen: 65.960", op = "2023-06-01",
      { woonsituatie = "eigenaar", woning_15_jaar = ja, met_wie = "koppel", ten_laste_verbouw = 0, inkomen_verbouw = 65960 }, { recht = ja } },
    { "een woning van tien jaar oud", op = "2023-06-01",
      { woonsituatie = "eigenaar", woning_15_jaar = nee, met_wie = "alleen", inkomen_verbouw = 40000 }, { recht = nee } },
    { "een huurder", op = "2023-06-01", { woonsituatie = "sociaal" }, { recht = nee } },
    { "niets bekend: een vraag", op = "2023-06-01", {}, { recht = onbekend, vraag = "woonsituatie" } },
  },
}
