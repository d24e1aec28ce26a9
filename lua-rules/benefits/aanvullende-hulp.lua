-- Aanvullende financiële hulp van OCMW Gent.
--
-- Het OCMW vult een inkomen aan tot een bedrag op maat: het telt wie er woont,
-- hoe oud iedereen is, het inkomen en de huur.  Die bedragen zijn niet
-- openbaar, en dus staat hier geen bedrag.  Zonder sociaal onderzoek beslist
-- deze regel nooit "ja": dat feit heeft geen vraag, alleen het OCMW kent het.

regel {
  code   = "aanvullende-hulp",
  titel  = { nl = "Aanvullende financiële hulp van het OCMW", en = "Additional financial help from the OCMW",
             fr = "Aide financière complémentaire du CPAS" },
  uitleg = { nl = "Het OCMW vult uw inkomen aan als u te weinig hebt om menswaardig te leven. Het is voor Gentenaars die met een maatschappelijk werker naar een oplossing zoeken.",
             en = "The OCMW adds to your income when you have too little to live in dignity. It is for people of Ghent who look for a solution with a social worker.",
             fr = "Le CPAS complète votre revenu si vous avez trop peu pour vivre dignement. C’est pour les Gantois qui cherchent une solution avec un assistant social." },
  hoe    = { nl = "Maak een afspraak in het welzijnsbureau van uw buurt, of bel 09 266 99 11. Het OCMW bekijkt uw inkomen, uw huur en uw gezin.",
             en = "Make an appointment at the welfare office of your neighbourhood, or call 09 266 99 11. The OCMW looks at your income, your rent and your household.",
             fr = "Prenez rendez-vous au bureau d’aide sociale de votre quartier, ou appelez le 09 266 99 11. Le CPAS examine votre revenu, votre loyer et votre ménage." },
  bron   = { "OCMW Gent, aanvullende financiële hulp",
             "https://stad.gent/nl/samenleven-welzijn-gezondheid/ocmw-gent/wat-mag-je-verwachten-als-je-naar-het-ocmw-gaat",
             zekerheid = "middel" },
  bevoegd = "stad",
  per = "gezin", toekenning = "op vraag",
  feiten = { "begeleiding", "hulp_onderzoek" },
  recht  = alle_van { feit.begeleiding, feit.hulp_onderzoek },

  tests = {
    { "na het onderzoek, met begeleiding", op = "2024-06-01", { begeleiding = ja, hulp_onderzoek = ja }, { recht = ja } },
    { "zonder begeleiding niet", op = "2024-06-01", { begeleiding = nee }, { recht = nee } },
    { "het onderzoek vond genoeg inkomen", op = "2024-06-01", { begeleiding = ja, hulp_onderzoek = nee }, { recht = nee } },
    { "zonder onderzoek is het nooit ja", op = "2024-06-01", { begeleiding = ja }, { recht = onbekend } },
    { "niets bekend: een vraag", op = "2024-06-01", {}, { recht = onbekend, vraag = "begeleiding" } },
  },
}
