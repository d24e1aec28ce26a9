-- UiTPAS met kansentarief: een recht van de stad zelf, op vraag.
--
-- Wie de verhoogde tegemoetkoming met een laag inkomen kan vragen, krijgt hier
-- ook "ja": de pagina zegt dat die eerst moet worden gevraagd.

regel {
  code   = "uitpas",
  titel  = { nl = "UiTPAS met kansentarief", en = "UiTPAS leisure pass at a reduced rate", fr = "UiTPAS à tarif réduit" },
  uitleg = { nl = "U betaalt 80% minder voor sport, cultuur en vrije tijd. De pas is voor Gentenaars met een verhoogde tegemoetkoming, een leefloon, of hulp voor budget of schulden.",
             en = "You pay 80% less for sport, culture and leisure. The pass is for people of Ghent with an increased reimbursement, a living wage, or help with budget or debts.",
             fr = "Vous payez 80 % de moins pour le sport, la culture et les loisirs. La carte est pour les Gantois avec une intervention majorée, un revenu d’intégration, ou une aide pour leur budget ou leurs dettes." },
  hoe    = { nl = "Vraag de pas aan een UiTPAS-balie in Gent. Neem uw identiteitskaart mee. Hebt u nog geen verhoogde tegemoetkoming? Vraag die eerst aan uw ziekenfonds.",
             en = "Ask for the pass at a UiTPAS desk in Ghent. Take your identity card with you. No increased reimbursement yet? Ask your health insurance fund for it first.",
             fr = "Demandez la carte à un guichet UiTPAS à Gand. Prenez votre carte d’identité. Pas encore d’intervention majorée ? Demandez-la d’abord à votre mutualité." },
  bron   = { "Publiq, kansenstatuut op de UiTPAS in Gent",
             "https://www.publiq.be/nl/inzichten-en-praktijk/automatische-rechtentoekenning-voor-kansenstatuten-in-gent", zekerheid = "middel" },
  bevoegd = "stad",
  per = "gezin", toekenning = "op vraag",
  feiten = { "statuut", "schuldhulp" },
  recht  = een_van {
    recht.vt,
    recht["vt-inkomen"],
    is(feit.statuut, "leefloon_kort"),
    is(feit.schuldhulp, "ocmw", "attest"),
  },

  tests = {
    { "met een verhoogde tegemoetkoming", op = "2024-06-01", { statuut = "vt" }, { recht = ja } },
    { "een leefloon, nog geen drie maanden", op = "2024-06-01", { statuut = "leefloon_kort" }, { recht = ja } },
    { "met budgetbegeleiding", op = "2024-06-01", { statuut = "geen", schuldhulp = "ocmw" }, { recht = ja } },
    { "met schuldbemiddeling", op = "2024-06-01", { statuut = "geen", schuldhulp = "attest" }, { recht = ja } },
    { "een laag inkomen opent de verhoogde tegemoetkoming, en die de pas", op = "2024-06-01",
      { statuut = "geen", schuldhulp = "geen", belastbaar_jaar = 18000 }, { recht = ja } },
    { "niets van dat alles", op = "2024-06-01",
      { statuut = "geen", schuldhulp = "geen", gezinsgrootte = 1, belastbaar_jaar = 40000, met_wie = "alleen", inkomen_veranderd = nee },
      { recht = nee } },
    { "niets bekend: een vraag", op = "2024-06-01", {}, { recht = onbekend, vraag = "statuut" } },
  },
}
