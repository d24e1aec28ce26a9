regel {
  code = "energie", titel = "energie", bron = { "maat" }, bevoegd = "stad", per = "gezin", toekenning = "automatisch",
  feiten = { "leefloon_status", "igo", "handicap" },
  recht = een_van { feit.leefloon_status, feit.igo, meer_dan(feit.handicap, 0) },
}
