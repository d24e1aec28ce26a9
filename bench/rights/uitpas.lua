regel {
  code = "uitpas", titel = "uitpas", bron = { "maat" }, bevoegd = "stad", per = "gezin", toekenning = "automatisch",
  feiten = { "schuldbemiddeling", "netto_maand", "volwassenen", "kinderen" },
  recht = een_van {
    recht.vt, feit.schuldbemiddeling,
    hoogstens(feit.netto_maand, 1450 + 725 * (feit.volwassenen - 1) + 435 * feit.kinderen),
  },
}
