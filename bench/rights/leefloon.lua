local hoogst = als(meer_dan(feit.kinderen, 0), 1776.07, is(feit.volwassenen, 1), 1314.20, 876.13)

regel {
  code = "leefloon", titel = "leefloon", bron = { "maat" }, bevoegd = "stad", per = "gezin", toekenning = "automatisch",
  feiten = { "netto_maand", "kinderen", "volwassenen" },
  periode = "maand",
  bedrag = als(minder_dan(feit.netto_maand, hoogst), hoogst - feit.netto_maand, 0),
}
