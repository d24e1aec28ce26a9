local d = feit.ten_laste
local alleen = alle_van { is(feit.volwassenen, 1), is(d, 0) }

regel {
  code = "prodeo", titel = "prodeo", bron = { "maat" }, bevoegd = "stad", per = "gezin", toekenning = "automatisch",
  feiten = { "netto_maand", "volwassenen", "ten_laste" },
  periode = "eenmalig",
  -- 2: wholly free, 1: partly.
  bedrag = als(
    hoogstens(feit.netto_maand, als(alleen, 1582, 1873 + 355.21 * d)), 2,
    hoogstens(feit.netto_maand, als(alleen, 1873, 2163 + 355.21 * d)), 1, 0),
}
