-- In welke categorie komt een beleidsveld?
--
-- Elk beleidsveld heeft een code van vier cijfers; de Vlaamse overheid legt
-- die vast voor alle steden.  Daarom kijken deze regels vooral naar de code.
-- De bovenste regel die past, beslist.

indeling {
  weergave = "domeinen",

  feiten = { "code", "naam" },

  regels = {
    { "scholen", begint_met(feit.code, "08", "0750", "0751", "0752", "0945"),
      omdat = "Onderwijs, jeugd en kinderopvang." },

    { "straten", begint_met(feit.code, "02"),
      omdat = "Zich verplaatsen en mobiliteit." },

    { "water", begint_met(feit.code, "030", "031", "038"),
      omdat = "Afval, regenwater en afvalwater." },

    { "groen", begint_met(feit.code, "03", "068", "064", "0990"),
      omdat = "Natuur, milieu, energie, parken en begraafplaatsen." },

    { "veiligheid", begint_met(feit.code, "04"),
      omdat = "Politie, brandweer en dierenwelzijn." },

    { "wonen", begint_met(feit.code, "06", "093"),
      omdat = "Wonen, sociale huisvesting en gebiedsontwikkeling." },

    { "vrije-tijd", begint_met(feit.code, "07"),
      omdat = "Cultuur, erfgoed, sport, feesten en erediensten." },

    { "zorg", begint_met(feit.code, "09"),
      omdat = "Zorg, ouderen en hulp aan mensen." },

    { "digitaal", begint_met(feit.code, "0130"),
      omdat = "Administratieve dienstverlening aan bewoners." },

    -- 0030 Financiële aangelegenheden is in het plan 2026 het portfoliobudget:
    -- dat is nog niet verdeeld, dus geen regel.
    { "gebouwen", begint_met(feit.code, "01", "05", "0050"),
      omdat = "Bestuur, gebouwen en ondernemen." },
  },

  tests = {
    { "wegen", { code = "0200", naam = "Wegen" }, "straten" },
    { "afvalwater is geen natuur", { code = "0310" }, "water" },
    { "natuur", { code = "0340" }, "groen" },
    { "een park staat bij wonen, maar is groen", { code = "0680", naam = "Groene ruimte" }, "groen" },
    { "kinderopvang staat bij zorg", { code = "0945" }, "scholen" },
    { "het portfoliobudget is niet toegewezen", { code = "0030" }, niets },
  },
}
