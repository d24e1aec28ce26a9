-- Verhoogde tegemoetkoming na een onderzoek van het inkomen, in 2022 en 2023.
--
-- De grens voor het inkomen van een maand kennen we voor die jaren niet.  Wie
-- alleen kinderen opvoedt, of wiens inkomen veranderde, kan dus recht gehad
-- hebben, ook met een hoger jaarinkomen: dat weet alleen het ziekenfonds.
-- Het cijfer van 2023 kennen we evenmin: in 2023 zegt de pagina dat het cijfer
-- van 2022 niet bevestigd is.

local grens = noem(bedrag.eerste + bedrag.volgende * (feit.gezinsgrootte - 1), {
  nl = "de grens voor het inkomen van een jaar", en = "the limit for the income of a year", fr = "le plafond du revenu d’un an" })

regel {
  code   = "vt-inkomen",
  titel  = { nl = "Verhoogde tegemoetkoming met een laag inkomen", en = "Increased reimbursement with a low income",
             fr = "Intervention majorée avec un bas revenu" },
  uitleg = { nl = "U betaalt minder bij de dokter, de apotheker en in het ziekenhuis. Gezinnen met een laag inkomen kunnen dit vragen.",
             en = "You pay less at the doctor’s, the pharmacist’s and in hospital. Households with a low income can ask for it.",
             fr = "Vous payez moins chez le médecin, le pharmacien et à l’hôpital. Les ménages à bas revenu peuvent la demander." },
  hoe    = { nl = "Ga naar uw ziekenfonds.", en = "Go to your health insurance fund.", fr = "Allez à votre mutualité." },
  bron   = { "RIZIV, verhoogde tegemoetkoming",
             "https://www.riziv.be/nl/themas/kost-terugbetaling/financiele-toegankelijkheid/Paginas/verhoogde-tegemoetkoming-betere-vergoeding-medische-kosten.aspx",
             zekerheid = "hoog" },
  bevoegd = { naam = { nl = "uw ziekenfonds, of voor uitleg het RIZIV", en = "your health insurance fund, or for advice the RIZIV",
                       fr = "votre mutualité, ou pour des explications l’INAMI" },
              adres = "Galileelaan 5, 1210 Brussel", link = "https://www.riziv.fgov.be/" },
  per = "gezin", toekenning = "doorverwijzing",
  tot = "2023-12-31",
  feiten = { "belastbaar_jaar", "gezinsgrootte", "met_wie", "inkomen_veranderd", "inkomen_laag_nu" },
  bedragen = {
    ["2022-01-01"] = { eerste = 20763.88, volgende = 3843.96, bevestigd_tot = "2022-12-31" },
  },
  recht = alle_van {
    geen_van { recht.vt },
    een_van {
      hoogstens(feit.belastbaar_jaar, grens),
      alle_van {
        een_van { is(feit.met_wie, "alleen_kinderen"), feit.inkomen_veranderd },
        feit.inkomen_laag_nu,
      },
    },
  },

  tests = {
    { "op de grens, alleen, de eerste dag", op = "2022-01-01",
      { statuut = "geen", gezinsgrootte = 1, belastbaar_jaar = 20763.88 }, { recht = ja } },
    { "een cent erboven, alleen", op = "2022-06-01",
      { statuut = "geen", gezinsgrootte = 1, belastbaar_jaar = 20763.89, met_wie = "alleen", inkomen_veranderd = nee }, { recht = nee } },
    { "met vier: 32.295,76", op = "2022-06-01",
      { statuut = "geen", gezinsgrootte = 4, belastbaar_jaar = 32295.76 }, { recht = ja } },
    { "met vier, een cent erboven", op = "2022-06-01",
      { statuut = "geen", gezinsgrootte = 4, belastbaar_jaar = 32295.77, met_wie = "koppel_kinderen", inkomen_veranderd = nee },
      { recht = nee } },
    { "alleen met kinderen en te veel in een jaar: het ziekenfonds weet het", op = "2022-06-01",
      { statuut = "geen", gezinsgrootte = 2, belastbaar_jaar = 30000, met_wie = "alleen_kinderen",
        inkomen_veranderd = nee }, { recht = onbekend } },
    { "met een partner kan dat niet", op = "2022-06-01",
      { statuut = "geen", gezinsgrootte = 2, belastbaar_jaar = 30000, met_wie = "koppel", inkomen_veranderd = nee }, { recht = nee } },
    { "met andere mensen ook niet", op = "2022-06-01",
      { statuut = "geen", gezinsgrootte = 2, belastbaar_jaar = 30000, met_wie = "anderen", inkomen_veranderd = nee }, { recht = nee } },
    { "het ziekenfonds vond het inkomen van nu laag genoeg", op = "2022-06-01",
      { statuut = "geen", gezinsgrootte = 1, belastbaar_jaar = 30000, met_wie = "alleen", inkomen_veranderd = ja, inkomen_laag_nu = ja },
      { recht = ja } },
    { "wie ze al heeft, moet ze niet vragen", op = "2022-06-01", { statuut = "vt", belastbaar_jaar = 10000 }, { recht = nee } },
    { "de dag voor de nieuwe grens", op = "2023-12-31",
      { statuut = "geen", gezinsgrootte = 1, belastbaar_jaar = 25630.67, met_wie = "alleen", inkomen_veranderd = nee }, { recht = nee } },
  },
}
