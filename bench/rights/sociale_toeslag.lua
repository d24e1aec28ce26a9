local drie = minstens(feit.kinderen, 3)

regel {
  code = "sociale_toeslag", titel = "sociale_toeslag", bron = { "maat" }, bevoegd = "stad", per = "gezin", toekenning = "automatisch",
  feiten = { "kinderen", "bruto_jaar" },
  periode = "maand",
  bedrag = als(
    hoogstens(feit.bruto_jaar, 37560), als(drie, 88.35 * feit.kinderen, 55.21 * feit.kinderen),
    alle_van { drie, hoogstens(feit.bruto_jaar, 70650) }, 66.25 * feit.kinderen, 0),
}
