-- Geboortegeschenk: verzonnen voor de demostad.  Geen enkele stad geeft dit.
--
-- Het toont hoe een recht vanzelf ontstaat: een kind komt in het register, en
-- de stad kent het toe zonder dat iemand iets vraagt of invult.  Het is van
-- het kind, dus per persoon, en één keer.  De brief gaat naar wie het gezin in
-- het register vertegenwoordigt.
--
-- Wie nog geen jaar geleden geboren is, heeft de leeftijd 0.  Jonger dan
-- hoeveel jaar, staat bij de bedragen: zo kan het gewijzigd worden zonder Lua.

regel {
  code   = "geboortegeschenk",
  titel  = { nl = "Geboortegeschenk (verzonnen voor de demostad)", en = "Birth gift (made up for the demo city)",
             fr = "Cadeau de naissance (inventé pour la ville de démonstration)" },
  uitleg = { nl = "Dit recht bestaat niet echt: het is verzonnen om te tonen wat er gebeurt als er een kind geboren wordt. Een kind dat jonger is dan een jaar krijgt één keer een geschenk van de stad.",
             en = "This right does not really exist: it is made up to show what happens when a child is born. A child younger than one year gets a gift from the city, once.",
             fr = "Ce droit n’existe pas vraiment : il est inventé pour montrer ce qui se passe à la naissance d’un enfant. Un enfant de moins d’un an reçoit une fois un cadeau de la ville." },
  hoe    = { nl = "U hoeft niets te doen. De stad ziet in het register dat uw kind geboren is, en schrijft u.",
             en = "You need not do anything. The city sees in the register that your child was born, and writes to you.",
             fr = "Vous ne devez rien faire. La ville voit dans le registre que votre enfant est né, et vous écrit." },
  bron   = { "Verzonnen voor de demostad, geen echt recht", "https://example.org/", zekerheid = "laag" },
  bevoegd = "stad",
  per = "persoon", periode = "eenmalig", toekenning = "automatisch", betaling = "overschrijving",
  feiten = { "geboortedatum" },
  bedragen = {
    -- Verzonnen.
    ["2020-01-01"] = { geschenk = 75, jonger_dan = 1, bevestigd_tot = "2027-12-31" },
    ["2026-01-01"] = { geschenk = 100, bevestigd_tot = "2027-12-31" },
  },
  recht  = minder_dan(leeftijd(feit.geboortedatum), bedrag.jonger_dan),
  bedrag = bedrag.geschenk,

  tests = {
    { "op de dag van de geboorte", op = "2026-06-01", { geboortedatum = "2026-06-01" }, { recht = ja, bedrag = 100 } },
    { "de laatste dag voor de eerste verjaardag", op = "2025-05-31", { geboortedatum = "2024-06-01" }, { recht = ja } },
    { "op de eerste verjaardag niet meer", op = "2025-06-01", { geboortedatum = "2024-06-01" }, { recht = nee } },
    { "het oude bedrag", op = "2025-12-31", { geboortedatum = "2025-12-01" }, { recht = ja, bedrag = 75 } },
    { "een volwassene", op = "2026-06-01", { geboortedatum = "1980-01-01" }, { recht = nee, bedrag = 0 } },
    { "de eerste dag van het eerste bedrag", op = "2020-01-01", { geboortedatum = "2020-01-01" }, { recht = ja, bedrag = 75 } },
    { "de eerste dag van het nieuwe bedrag", op = "2026-01-01", { geboortedatum = "2025-12-31" }, { recht = ja, bedrag = 100 } },
    { "niets bekend: geen vraag, want dit staat in het register", op = "2026-06-01", {}, { recht = onbekend } },
  },
}
