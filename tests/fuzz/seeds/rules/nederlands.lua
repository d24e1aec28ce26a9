indeling { weergave = "doelen", feiten = { "naam", "bedrag" },
regels = {
  { "groen", woord(feit.naam, "*park", "boom"), omdat = "Groen." },
  { "straat", een_van { begint_met(feit.naam, "weg"), alle_van {
    bevat(feit.naam, "plein"), geen_van { is(feit.naam, "x") } } } },
  { "groen", meer_dan(feit.bedrag + feit.bedrag - 1, 12.50) },
},
tests = { { "een park", { naam = "Wijkpark" }, "groen" },
  { "niets", { naam = "q", bedrag = 1 }, niets } } }
