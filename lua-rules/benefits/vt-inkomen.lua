-- Verhoogde tegemoetkoming na een onderzoek van het inkomen, sinds 2024.
--
-- Er zijn twee wegen.  Het inkomen van het hele vorige jaar is laag genoeg.  Of
-- het inkomen van nu is laag genoeg, maar alleen voor wie alleen kinderen
-- opvoedt, met pensioen is, weduwe of weduwnaar is, of minstens drie maanden
-- werkloos of ziek is.  De tweede weg heeft een hogere grens.

local jaargrens = noem(bedrag.jaar_eerste + bedrag.jaar_volgende * (feit.gezinsgrootte - 1), {
  nl = "de grens voor het inkomen van een jaar", en = "the limit for the income of a year", fr = "le plafond du revenu d’un an" })
local maandgrens = noem(bedrag.nu_eerste + bedrag.nu_volgende * (feit.gezinsgrootte - 1), {
  nl = "de grens voor twaalf keer het inkomen van een maand", en = "the limit for twelve times the income of a month",
  fr = "le plafond de douze fois le revenu d’un mois" })

regel {
  code   = "vt-inkomen",
  titel  = { nl = "Verhoogde tegemoetkoming met een laag inkomen", en = "Increased reimbursement with a low income",
             fr = "Intervention majorée avec un bas revenu" },
  uitleg = { nl = "U betaalt minder bij de dokter, de apotheker en in het ziekenhuis. Gezinnen met een laag inkomen kunnen dit vragen. Daarna krijgt u ook gratis huisvuilzakken.",
             en = "You pay less at the doctor’s, the pharmacist’s and in hospital. Households with a low income can ask for it. After that you also get free waste bags.",
             fr = "Vous payez moins chez le médecin, le pharmacien et à l’hôpital. Les ménages à bas revenu peuvent la demander. Ensuite vous recevez aussi des sacs gratuits." },
  hoe    = { nl = "Ga naar uw ziekenfonds. U vult er een verklaring in over het inkomen van uw gezin. Neem uw laatste aanslagbiljet mee.",
             en = "Go to your health insurance fund. There you fill in a declaration about the income of your household. Take your last tax assessment with you.",
             fr = "Allez à votre mutualité. Vous y remplissez une déclaration sur le revenu de votre ménage. Prenez votre dernier avertissement-extrait de rôle." },
  bron   = { "RIZIV, verhoogde tegemoetkoming",
             "https://www.riziv.be/nl/themas/kost-terugbetaling/financiele-toegankelijkheid/Paginas/verhoogde-tegemoetkoming-betere-vergoeding-medische-kosten.aspx",
             zekerheid = "hoog" },
  bevoegd = { naam = { nl = "uw ziekenfonds, of voor uitleg het RIZIV", en = "your health insurance fund, or for advice the RIZIV",
                       fr = "votre mutualité, ou pour des explications l’INAMI" },
              adres = "Galileelaan 5, 1210 Brussel", link = "https://www.riziv.fgov.be/" },
  per = "gezin", toekenning = "doorverwijzing",
  feiten = { "belastbaar_jaar", "belastbaar_maand", "gezinsgrootte", "met_wie", "inkomen_veranderd" },
  bedragen = {
    -- Voor wie in 2024 vraagt: het inkomen van 2023.
    ["2024-01-01"] = { jaar_eerste = 25630.67, jaar_volgende = 4744.94, nu_eerste = 27011, nu_volgende = 5000.48,
                       bevestigd_tot = "2024-12-31" },
  },
  recht = alle_van {
    geen_van { recht.vt },
    een_van {
      hoogstens(feit.belastbaar_jaar, jaargrens),
      alle_van {
        een_van { is(feit.met_wie, "alleen_kinderen"), feit.inkomen_veranderd },
        hoogstens(noem(12 * feit.belastbaar_maand, {
          nl = "twaalf keer het inkomen van de vorige maand", en = "twelve times the income of the last month",
          fr = "douze fois le revenu du mois passé" }), maandgrens),
      },
    },
  },

  tests = {
    { "de eerste dag van deze grens", op = "2024-01-01",
      { statuut = "geen", gezinsgrootte = 1, belastbaar_jaar = 25630.67 }, { recht = ja } },
    { "een cent onder de grens, alleen", op = "2024-06-01",
      { statuut = "geen", gezinsgrootte = 1, belastbaar_jaar = 25630.66 }, { recht = ja } },
    { "op de grens, alleen", op = "2024-06-01",
      { statuut = "geen", gezinsgrootte = 1, belastbaar_jaar = 25630.67 }, { recht = ja } },
    { "een cent erboven, alleen", op = "2024-06-01",
      { statuut = "geen", gezinsgrootte = 1, belastbaar_jaar = 25630.68, met_wie = "alleen", inkomen_veranderd = nee }, { recht = nee } },
    { "met twee: 30.375,61", op = "2024-06-01",
      { statuut = "geen", gezinsgrootte = 2, belastbaar_jaar = 30375.61 }, { recht = ja } },
    { "met twee, een cent erboven", op = "2024-06-01",
      { statuut = "geen", gezinsgrootte = 2, belastbaar_jaar = 30375.62, met_wie = "koppel", inkomen_veranderd = nee }, { recht = nee } },
    { "met drie: 35.120,55", op = "2024-06-01",
      { statuut = "geen", gezinsgrootte = 3, belastbaar_jaar = 35120.55 }, { recht = ja } },
    { "met vijf: 44.610,43", op = "2024-06-01",
      { statuut = "geen", gezinsgrootte = 5, belastbaar_jaar = 44610.43 }, { recht = ja } },
    { "met vijf, een cent erboven", op = "2024-06-01",
      { statuut = "geen", gezinsgrootte = 5, belastbaar_jaar = 44610.44, met_wie = "koppel_kinderen", inkomen_veranderd = nee },
      { recht = nee } },
    { "alleen met twee kinderen: twaalf keer 3.084,33 is op de grens van 37.011,96", op = "2024-06-01",
      { statuut = "geen", gezinsgrootte = 3, belastbaar_jaar = 40000, met_wie = "alleen_kinderen", belastbaar_maand = 3084.33 },
      { recht = ja } },
    { "en een cent meer in een maand is te veel", op = "2024-06-01",
      { statuut = "geen", gezinsgrootte = 3, belastbaar_jaar = 40000, met_wie = "alleen_kinderen", belastbaar_maand = 3084.34 },
      { recht = nee } },
    { "drie maanden ziek en alleen: twaalf keer 2.250,91 is nog onder 27.011", op = "2024-06-01",
      { statuut = "geen", gezinsgrootte = 1, belastbaar_jaar = 30000, met_wie = "alleen", inkomen_veranderd = ja, belastbaar_maand = 2250.91 },
      { recht = ja } },
    { "twaalf keer 2.250,92 is erboven", op = "2024-06-01",
      { statuut = "geen", gezinsgrootte = 1, belastbaar_jaar = 30000, met_wie = "alleen", inkomen_veranderd = ja, belastbaar_maand = 2250.92 },
      { recht = nee } },
    { "met andere mensen telt alleen het inkomen van een jaar", op = "2024-06-01",
      { statuut = "geen", gezinsgrootte = 2, belastbaar_jaar = 40000, met_wie = "anderen", inkomen_veranderd = nee }, { recht = nee } },
    { "onder de laagste grens telt de grootte van het gezin niet", op = "2024-06-01",
      { statuut = "geen", belastbaar_jaar = 20000 }, { recht = ja } },
    { "wie ze al heeft, moet ze niet vragen", op = "2024-06-01", { statuut = "leefloon", belastbaar_jaar = 10000 }, { recht = nee } },
    { "het inkomen is onbekend: een vraag", op = "2024-06-01",
      { statuut = "geen", gezinsgrootte = 1, met_wie = "alleen", inkomen_veranderd = nee },
      { recht = onbekend, vraag = "belastbaar_jaar" } },
  },
}
