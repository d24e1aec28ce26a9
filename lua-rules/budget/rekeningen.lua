-- In welke categorie komt een rekening?
--
-- Een rekening zegt wat de stad koopt, niet waarvoor: "gebouwen" kan een
-- school zijn of een zwembad.  Alleen wat zeker is, krijgt hier een categorie;
-- de rest is niet toegewezen, en de pagina zegt dat ook.

indeling {
  weergave = "rekeningen",

  feiten = { "code", "naam" },

  regels = {
    { "straten", begint_met(feit.code, "REK224", "REK225"),
      omdat = "Wegen en wat erbij hoort." },

    { "water", woord(feit.naam, "waterlopen", "rioleringen", "riolering"),
      omdat = "Riolen en waterlopen." },

    { "digitaal", begint_met(feit.code, "REK211"),
      omdat = "Programma’s en licenties." },

    { "vrije-tijd",
      een_van {
        begint_met(feit.code, "REK27"),
        woord(feit.naam, "erfgoed", "kunstwerken"),
      },
      omdat = "Monumenten en kunst." },

    { "gebouwen",
      begint_met(feit.code, "REK221", "REK2291", "REK250", "REK23", "REK24", "REK252"),
      omdat = "Gebouwen, machines, meubels en wagens." },
  },

  tests = {
    { "wegen", { code = "REK224-0", naam = "Wegen - aanschaffingswaarde" }, "straten" },
    { "gebouwen", { code = "REK221-0" }, "gebouwen" },
    { "een licentie is digitaal", { code = "REK211-0" }, "digitaal" },
    { "een monument", { code = "REK270-0", naam = "Onroerend erfgoed" }, "vrije-tijd" },
    { "een toelage zegt niet waarvoor", { code = "REK664", naam = "Toegestane investeringssubsidies" }, niets },
  },
}
