local nodig = 690 + 430 * (feit.volwassenen - 1) + 240 * (feit.babys + feit.kleuters + feit.lager)
  + 330 * feit.secundair + 260 * feit.studenten + kleinste(feit.huur, 850)
local tekort = nodig - (feit.netto_maand + bedrag_van.leefloon + bedrag_van.sociale_toeslag + bedrag_van.huurpremie)

regel {
  code = "afh", titel = "afh", bron = { "maat" }, bevoegd = "stad", per = "gezin", toekenning = "automatisch",
  feiten = { "volwassenen", "babys", "kleuters", "lager", "secundair", "studenten", "huur", "netto_maand" },
  periode = "maand",
  bedrag = als(meer_dan(tekort, 10), kleinste(tekort, 600), 0),
}
