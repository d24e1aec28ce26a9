-- Sociale toeslag in het Groeipakket: een lage grens voor elk gezin, een hogere
-- voor wie drie kinderen of meer heeft, waarvan één met de nieuwe bedragen: dat
-- is een kind dat in 2019 of later geboren is.  Het bedrag van de toeslag kennen
-- we niet zeker en staat er dus niet.

local grens = noem(als(alle_van { minstens(feit.kinderen, 3), feit.kind_sinds_2019 }, bedrag.drie_kinderen, bedrag.grens), {
  nl = "de grens voor het inkomen van uw gezin", en = "the limit for the income of your household",
  fr = "le plafond de revenu de votre ménage" })

regel {
  code   = "groeipakket",
  titel  = { nl = "Sociale toeslag in het Groeipakket", en = "Social supplement in the Groeipakket",
             fr = "Supplément social du Groeipakket" },
  uitleg = { nl = "U krijgt elke maand meer geld voor uw kinderen. Het is voor gezinnen met kinderen en een laag inkomen. Met drie kinderen of meer is de grens vaak hoger.",
             en = "You get more money for your children each month. It is for households with children and a low income. With three children or more the limit is often higher.",
             fr = "Vous recevez chaque mois plus d’argent pour vos enfants. C’est pour les ménages avec enfants et un bas revenu. Avec trois enfants ou plus, le plafond est souvent plus élevé." },
  hoe    = { nl = "Meestal krijgt u dit vanzelf, na uw aanslagbiljet. Is uw inkomen gedaald? Vraag het dan aan wie uw Groeipakket betaalt.",
             en = "Mostly you get this without asking, after your tax assessment. Has your income gone down? Then ask whoever pays your Groeipakket.",
             fr = "Le plus souvent vous le recevez sans demande, après votre avertissement-extrait de rôle. Votre revenu a baissé ? Demandez-le à l’organisme qui paie votre Groeipakket." },
  bron   = { "FONS, sociale toeslag in het Groeipakket",
             "https://www.fons.be/faq/voorwaarden/ik-heb-een-laag-inkomen-heb-ik-recht-op-een-sociale-toeslag", zekerheid = "hoog" },
  bevoegd = { naam = { nl = "de uitbetaler van uw Groeipakket, zoals FONS", en = "the payer of your Groeipakket, such as FONS",
                       fr = "l’organisme qui paie votre Groeipakket, comme FONS" },
              adres = "Koningin Maria Hendrikaplein 70, 9000 Gent", link = "https://www.groeipakket.be/" },
  per = "gezin", toekenning = "doorverwijzing",
  feiten = { "belastbaar_jaar", "kinderen", "kind_sinds_2019", "leren" },
  bedragen = {
    -- Een jaar van het Groeipakket loopt van september tot en met augustus.
    ["2023-09-01"] = { grens = 36325.76, drie_kinderen = 68329.61, bevestigd_tot = "2024-08-31" },
  },
  recht = alle_van {
    -- Wie een kind in de opvang of op school heeft, heeft een kind.
    een_van { minstens(feit.kinderen, 1), is(feit.leren, "opvang", "school", "opvang_school", "meer") },
    hoogstens(feit.belastbaar_jaar, grens),
  },

  tests = {
    { "één kind, een cent onder de grens", op = "2023-09-01", { kinderen = 1, belastbaar_jaar = 36325.75 }, { recht = ja } },
    { "één kind, op de grens", op = "2024-06-01", { kinderen = 1, belastbaar_jaar = 36325.76 }, { recht = ja } },
    { "één kind, een cent erboven", op = "2024-06-01", { kinderen = 1, belastbaar_jaar = 36325.77 }, { recht = nee } },
    { "twee kinderen, een cent boven de eerste grens", op = "2024-06-01", { kinderen = 2, belastbaar_jaar = 36325.77 }, { recht = nee } },
    { "drie kinderen, op de tweede grens", op = "2024-06-01",
      { kinderen = 3, kind_sinds_2019 = ja, belastbaar_jaar = 68329.61 }, { recht = ja } },
    { "drie kinderen, een cent erboven", op = "2024-06-01",
      { kinderen = 3, kind_sinds_2019 = ja, belastbaar_jaar = 68329.62 }, { recht = nee } },
    { "drie kinderen van voor 2019: de eerste grens", op = "2024-06-01",
      { kinderen = 3, kind_sinds_2019 = nee, belastbaar_jaar = 36325.77 }, { recht = nee } },
    { "twee kinderen, ook van na 2019: de eerste grens", op = "2024-06-01",
      { kinderen = 2, kind_sinds_2019 = ja, belastbaar_jaar = 36325.77 }, { recht = nee } },
    { "drie kinderen, tussen de grenzen: een vraag", op = "2024-06-01",
      { kinderen = 3, belastbaar_jaar = 50000 }, { recht = onbekend, vraag = "kind_sinds_2019" } },
    { "geen kinderen", op = "2024-06-01", { kinderen = 0, leren = "niemand", belastbaar_jaar = 10000 }, { recht = nee } },
    { "een kind op school en een laag inkomen: het aantal hoeft niet", op = "2024-06-01",
      { leren = "school", belastbaar_jaar = 22000 }, { recht = ja } },
    { "een kind in de opvang ook", op = "2024-06-01", { leren = "opvang", belastbaar_jaar = 22000 }, { recht = ja } },
    { "een kind op school en een student ook", op = "2024-06-01", { leren = "meer", belastbaar_jaar = 22000 }, { recht = ja } },
    { "alleen een student: het aantal telt", op = "2024-06-01",
      { leren = "hoger", belastbaar_jaar = 22000 }, { recht = onbekend, vraag = "kinderen" } },
    { "tussen de twee grenzen telt wanneer de kinderen geboren zijn", op = "2024-06-01",
      { leren = "school", belastbaar_jaar = 50000 }, { recht = onbekend, vraag = "kind_sinds_2019" } },
    { "en dan hoeveel het er zijn", op = "2024-06-01",
      { leren = "school", kind_sinds_2019 = ja, belastbaar_jaar = 50000 }, { recht = onbekend, vraag = "kinderen" } },
    { "het inkomen is onbekend: een vraag", op = "2024-06-01", { kinderen = 2 }, { recht = onbekend, vraag = "belastbaar_jaar" } },
  },
}
