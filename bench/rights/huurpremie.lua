local d = feit.ten_laste
local grens = als(
  alle_van { is(feit.volwassenen, 1), is(d, 0) }, als(meer_dan(feit.handicap, 0), 31987, 29515),
  44270 + 2475 * d)

regel {
  code = "huurpremie", titel = "huurpremie", bron = { "maat" }, bevoegd = "stad", per = "gezin", toekenning = "automatisch",
  feiten = { "huurder", "wachtjaren", "bruto_jaar", "volwassenen", "ten_laste", "handicap", "huur" },
  periode = "maand",
  recht = alle_van {
    feit.huurder, minstens(feit.wachtjaren, 4), hoogstens(feit.bruto_jaar, grens),
    hoogstens(feit.huur, 760 * (1 + kleinste(0.2 * d, 0.5))),
  },
  bedrag = afgerond(kleinste(164 + 27.5 * kleinste(d, 4), feit.huur / 3)),
}
