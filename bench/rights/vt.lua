regel {
  code = "vt", titel = "vt", bron = { "maat" }, bevoegd = "stad", per = "gezin", toekenning = "automatisch",
  feiten = { "leefloon_status", "igo", "handicap", "bruto_jaar", "gezinsgrootte" },
  recht = een_van {
    feit.leefloon_status, feit.igo, meer_dan(feit.handicap, 0),
    hoogstens(feit.bruto_jaar, 27024 + 5003 * (feit.gezinsgrootte - 1)),
  },
}
