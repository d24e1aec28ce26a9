-- De rubrieken van het prikbord, in de volgorde waarin ze op de pagina staan.
-- Welk bericht in welke rubriek komt, staat in berichten.lua.

categorieen {
  { code = "te-leen",
    titel = { nl = "Te leen of te geef", en = "To lend or give away", fr = "À prêter ou à donner" } },

  { code = "gezocht",
    titel = { nl = "Gezocht", en = "Wanted", fr = "Recherché" } },
}
