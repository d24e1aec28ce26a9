-- Kinderopvang: de prijs van een dag volgens het inkomen.
--
-- Hoe Opgroeien de prijs uit het inkomen berekent, weten we niet genoeg om het
-- na te doen.  De prijs op het attest is dus een feit zonder vraag.  Zonder
-- attest tonen we tussen welke bedragen de prijs ligt.

local dagprijs = als(is(feit.opvang_tarief, "laagste"), bedrag.laagste,
                     is(feit.opvang_tarief, "uitzonderlijk"), bedrag.uitzonderlijk,
                     kleinste(bedrag.hoogste,
                              grootste(bedrag.minimum, feit.opvang_dagprijs - bedrag.korting * feit.opvang_kortingen)))

regel {
  code   = "kinderopvang",
  titel  = { nl = "Kinderopvang volgens uw inkomen", en = "Childcare by your income", fr = "Crèche selon votre revenu" },
  uitleg = { nl = "U betaalt voor een dag opvang een prijs volgens uw inkomen. Het is voor ouders met een kind in een opvang die met dit tarief werkt.",
             en = "For a day of childcare you pay a price by your income. It is for parents with a child in a place that works with this rate.",
             fr = "Pour un jour de crèche, vous payez un prix selon votre revenu. C’est pour les parents d’un enfant dans une crèche à ce tarif." },
  hoe    = { nl = "Vraag een attest inkomenstarief op Mijn Kind en Gezin, in de maand voor uw kind begint. Hebt u het moeilijk? Vraag daar ook een verminderd tarief.",
             en = "Ask for an income rate certificate at Mijn Kind en Gezin, in the month before your child starts. Is it hard to pay? Ask for a reduced rate there too.",
             fr = "Demandez une attestation de tarif sur Mijn Kind en Gezin, le mois avant l’entrée de votre enfant. C’est difficile ? Demandez-y aussi un tarif réduit." },
  bron   = { "Opgroeien, inkomenstarief kinderopvang", "https://www.kindengezin.be/", zekerheid = "hoog" },
  bevoegd = { naam = { nl = "Opgroeien (Kind en Gezin)", en = "Opgroeien (Kind en Gezin)", fr = "Opgroeien (Kind en Gezin)" },
              link = "https://www.kindengezin.be/" },
  per = "gezin", periode = "dag", toekenning = "doorverwijzing",
  feiten = { "leren", "in_opvang", "opvang_tarief", "opvang_dagprijs", "opvang_kortingen", "opvang_uren" },
  bedragen = {
    ["2024-01-01"] = { minimum = 6.24, uitzonderlijk = 3.74, laagste = 1.97, hoogste = 34.64, korting = 3.91,
                       bevestigd_tot = "2024-12-31" },
  },
  recht  = een_van { is(feit.leren, "opvang"), alle_van { is(feit.leren, "meer"), feit.in_opvang } },
  bedrag = afgerond(als(minder_dan(feit.opvang_uren, 3), procent(40) * dagprijs,
                        minder_dan(feit.opvang_uren, 5), procent(60) * dagprijs,
                        hoogstens(feit.opvang_uren, 12), dagprijs,
                        procent(120) * dagprijs)),
  bedrag_is = "prijs",

  tests = {
    { "het minimum", op = "2024-06-01",
      { leren = "opvang", opvang_tarief = "inkomen", opvang_dagprijs = 4, opvang_kortingen = 0, opvang_uren = 8 }, { recht = ja, bedrag = 6.24 } },
    { "een prijs ertussen", op = "2024-06-01",
      { leren = "opvang", opvang_tarief = "inkomen", opvang_dagprijs = 20, opvang_kortingen = 0, opvang_uren = 8 }, { bedrag = 20 } },
    { "het hoogste", op = "2024-06-01",
      { leren = "opvang", opvang_tarief = "inkomen", opvang_dagprijs = 60, opvang_kortingen = 0, opvang_uren = 8 }, { bedrag = 34.64 } },
    { "twee kortingen van 3,91", op = "2024-06-01",
      { leren = "opvang", opvang_tarief = "inkomen", opvang_dagprijs = 20, opvang_kortingen = 2, opvang_uren = 8 }, { bedrag = 12.18 } },
    { "uitzonderlijk verminderd", op = "2024-06-01", { leren = "opvang", opvang_tarief = "uitzonderlijk", opvang_uren = 8 }, { bedrag = 3.74 } },
    { "het laagste", op = "2024-06-01", { leren = "opvang", opvang_tarief = "laagste", opvang_uren = 8 }, { bedrag = 1.97 } },
    { "de eerste dag van deze prijzen", op = "2024-01-01", { leren = "opvang", opvang_tarief = "laagste", opvang_uren = 8 }, { bedrag = 1.97 } },
    { "minder dan drie uur: 40%", op = "2024-06-01", { leren = "opvang", opvang_tarief = "laagste", opvang_uren = 2 }, { bedrag = 0.79 } },
    { "drie uur: 60%", op = "2024-06-01", { leren = "opvang", opvang_tarief = "uitzonderlijk", opvang_uren = 3 }, { bedrag = 2.24 } },
    { "vier uur: nog 60%", op = "2024-06-01", { leren = "opvang", opvang_tarief = "uitzonderlijk", opvang_uren = 4 }, { bedrag = 2.24 } },
    { "vijf uur: een hele dag", op = "2024-06-01", { leren = "opvang", opvang_tarief = "uitzonderlijk", opvang_uren = 5 }, { bedrag = 3.74 } },
    { "twaalf uur: nog een hele dag", op = "2024-06-01", { leren = "opvang", opvang_tarief = "uitzonderlijk", opvang_uren = 12 }, { bedrag = 3.74 } },
    { "meer dan twaalf uur: 120%", op = "2024-06-01", { leren = "opvang", opvang_tarief = "uitzonderlijk", opvang_uren = 13 }, { bedrag = 4.49 } },
    { "zonder attest: ergens tussen", op = "2024-06-01", { leren = "opvang", opvang_uren = 8 }, { recht = ja, bedrag = { 1.97, 34.64 } } },
    { "naar school, niet naar de opvang", op = "2024-06-01", { leren = "school" }, { recht = nee } },
    { "alleen hogere studies", op = "2024-06-01", { leren = "hoger" }, { recht = nee } },
    { "geen school en geen opvang", op = "2024-06-01", { leren = "niemand" }, { recht = nee } },
    { "naar beide", op = "2024-06-01", { leren = "meer", in_opvang = ja, opvang_tarief = "laagste", opvang_uren = 8 }, { recht = ja, bedrag = 1.97 } },
    { "naar meer dan één: een vraag", op = "2024-06-01", { leren = "meer" }, { recht = onbekend, vraag = "in_opvang" } },
    { "niets bekend: een vraag", op = "2024-06-01", {}, { recht = onbekend, vraag = "leren" } },
  },
}
