local hoogst, laagst = uit_tabel(bedrag.hoogst, feit.ten_laste), uit_tabel(bedrag.laagst, feit.ten_laste)
local vol = 121.55 * feit.kleuters + 218 * feit.lager + 880 * feit.secundair
local minst = 121.55 * feit.kleuters + 136 * feit.lager + 170 * feit.secundair

regel {
  code = "schooltoeslag", titel = "schooltoeslag", bron = { "maat" }, bevoegd = "stad", per = "gezin", toekenning = "automatisch",
  feiten = { "kleuters", "lager", "secundair", "ten_laste", "bruto_jaar", "ki" },
  periode = "jaar",
  bedragen = { ["2024-01-01"] = {
    hoogst = { 20500, 30300, 37900, 44000, 50700, 58800, 64400, 67300, 70300, 73300, 76500 },
    laagst = { 9300, 16800, 19450, 21650, 23000, 24300, 25600, 26950, 28250, 29600, 30900 },
  } },
  recht = alle_van {
    meer_dan(feit.kleuters + feit.lager + feit.secundair, 0), hoogstens(feit.bruto_jaar, hoogst),
    geen_van { alle_van { meer_dan(feit.ki, 0), meer_dan(2.2 * feit.ki, 0.2 * feit.bruto_jaar) } },
  },
  bedrag = als(
    hoogstens(10 * feit.bruto_jaar, hoogst), afgerond(1.33 * vol),
    hoogstens(feit.bruto_jaar, laagst), vol,
    op_lijn(feit.bruto_jaar, laagst, vol, hoogst, minst)),
}
