-- In welke rubriek komt een bericht?  De bovenste regel die past, beslist.
-- Past er geen, dan staat het bericht achteraan.

indeling {
  weergave = "berichten",
  feiten = { "tekst" },

  regels = {
    { "gezocht", woord(feit.tekst, "gezocht", "zoek*", "wie heeft"),
      omdat = "Wie iets zoekt, biedt niets aan." },

    { "te-leen", woord(feit.tekst, "leen", "lenen", "geef", "weggeven", "gratis") },
  },

  tests = {
    { "een ladder lenen", { tekst = "Ladder te leen" }, "te-leen" },
    { "iets zoeken", { tekst = "Ik zoek een ladder om te lenen" }, "gezocht" },
    { "iets anders", { tekst = "Zondag is er buurtfeest" }, niets },
  },
}
