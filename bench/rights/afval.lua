regel {
  code = "afval", titel = "afval", bron = { "maat" }, bevoegd = "stad", per = "gezin", toekenning = "automatisch",
  feiten = { "schuldbemiddeling", "ten_laste" },
  periode = "jaar",
  bedragen = { ["2024-01-01"] = { krediet = { 42, 63, 84, 105, 105, 126 } } },
  recht = een_van { recht.vt, feit.schuldbemiddeling },
  bedrag = uit_tabel(bedrag.krediet, feit.ten_laste),
}
