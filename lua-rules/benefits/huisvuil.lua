-- Gratis huisvuilzakken of ophaalkrediet: een recht van de stad zelf.
--
-- De stad kent dit toe zonder aanvraag aan wie op 1 januari een verhoogde
-- tegemoetkoming heeft, of budgetbegeleiding bij het OCMW.  Wie een
-- schuldenregeling heeft, brengt een attest.  Eén keer in een kalenderjaar.
--
-- De lijst begint bij 0 personen ten laste.  Drie en vier krijgen evenveel;
-- de laatste waarde geldt ook voor meer.

regel {
  code   = "huisvuil",
  titel  = { nl = "Gratis huisvuilzakken of ophaalkrediet", en = "Free waste bags or collection credit",
             fr = "Sacs-poubelle gratuits ou crédit de collecte" },
  uitleg = { nl = "U krijgt één keer in een jaar huisvuilzakken of krediet bij IVAGO. Het is voor Gentse gezinnen met een verhoogde tegemoetkoming, en voor wie hulp krijgt voor budget of schulden.",
             en = "Once a year you get waste bags or credit at IVAGO. It is for households in Ghent with an increased reimbursement, and for anyone who gets help with budget or debts.",
             fr = "Une fois par an, vous recevez des sacs ou un crédit chez IVAGO. C’est pour les ménages gantois avec une intervention majorée, et pour qui est aidé pour son budget ou ses dettes." },
  hoe    = { nl = "U hoeft niets te doen: IVAGO stuurt u een brief. Hebt u een schuldenregeling? Bezorg de stad dan uw attest.",
             en = "You need not do anything: IVAGO sends you a letter. Do you have a debt settlement? Then give the city your certificate.",
             fr = "Vous ne devez rien faire : IVAGO vous envoie une lettre. Vous avez un règlement de dettes ? Remettez votre attestation à la ville." },
  bron   = { "Stad Gent, tegemoetkoming voor gratis vuilniszakken en ophaalkrediet",
             "https://stad.gent/nl/samenleven-welzijn-gezondheid/afval-sorteren-en-recycleren/tegemoetkoming-voor-gratis-vuilniszakken-en-ophaalkrediet",
             zekerheid = "hoog" },
  bevoegd = "stad",
  per = "gezin", periode = "jaar", toekenning = "automatisch", betaling = "bestelling",
  feiten = { "schuldhulp", "ten_laste_huisvuil" },
  bedragen = {
    ["2017-01-01"] = { krediet = { 42, 63, 84, 105, 105, 126 }, bevestigd_tot = "2022-12-31" },
    -- Sinds 2023 komt de helft erbovenop.  In de demostad hebben twee
    -- medewerkers deze bedragen nagekeken; een andere stad doet dat zelf.
    ["2023-01-01"] = { krediet = { 63, 94.50, 126, 157.50, 157.50, 189 }, bevestigd_tot = "2027-12-31" },
  },
  recht  = een_van { recht.vt, is(feit.schuldhulp, "ocmw", "attest") },
  bedrag = uit_tabel(bedrag.krediet, feit.ten_laste_huisvuil),

  tests = {
    { "alleen, in 2022", op = "2022-06-01", { statuut = "vt", ten_laste_huisvuil = 0 }, { recht = ja, bedrag = 42 } },
    { "met één, in 2022", op = "2022-06-01", { statuut = "vt", ten_laste_huisvuil = 1 }, { recht = ja, bedrag = 63 } },
    { "met twee, in 2022", op = "2022-06-01", { statuut = "vt", ten_laste_huisvuil = 2 }, { recht = ja, bedrag = 84 } },
    { "met drie, in 2022", op = "2022-06-01", { statuut = "vt", ten_laste_huisvuil = 3 }, { recht = ja, bedrag = 105 } },
    { "met vier, in 2022", op = "2022-06-01", { statuut = "vt", ten_laste_huisvuil = 4 }, { recht = ja, bedrag = 105 } },
    { "met vijf, in 2022", op = "2022-06-01", { statuut = "vt", ten_laste_huisvuil = 5 }, { recht = ja, bedrag = 126 } },
    { "met acht, in 2022", op = "2022-06-01", { statuut = "vt", ten_laste_huisvuil = 8 }, { recht = ja, bedrag = 126 } },
    { "de eerste dag van de eerste bedragen", op = "2017-01-01", { statuut = "vt", ten_laste_huisvuil = 0 }, { bedrag = 42 } },
    { "de laatste dag van het oude bedrag", op = "2022-12-31", { statuut = "vt", ten_laste_huisvuil = 0 }, { bedrag = 42 } },
    { "de eerste dag van het nieuwe", op = "2023-01-01", { statuut = "vt", ten_laste_huisvuil = 0 }, { bedrag = 63 } },
    { "met één, sinds 2023", op = "2024-06-01", { statuut = "vt", ten_laste_huisvuil = 1 }, { bedrag = 94.50 } },
    { "met twee, sinds 2023", op = "2024-06-01", { statuut = "vt", ten_laste_huisvuil = 2 }, { bedrag = 126 } },
    { "met drie, sinds 2023", op = "2024-06-01", { statuut = "vt", ten_laste_huisvuil = 3 }, { bedrag = 157.50 } },
    { "met vier, sinds 2023", op = "2024-06-01", { statuut = "vt", ten_laste_huisvuil = 4 }, { bedrag = 157.50 } },
    { "met zes, sinds 2023", op = "2024-06-01", { statuut = "vt", ten_laste_huisvuil = 6 }, { bedrag = 189 } },
    { "budgetbegeleiding volstaat", op = "2024-06-01",
      { statuut = "geen", schuldhulp = "ocmw", ten_laste_huisvuil = 0 }, { recht = ja, bedrag = 63 } },
    { "een attest van de schuldenregeling ook", op = "2024-06-01",
      { statuut = "geen", schuldhulp = "attest", ten_laste_huisvuil = 0 }, { recht = ja, bedrag = 63 } },
    { "niets van dat alles", op = "2024-06-01", { statuut = "geen", schuldhulp = "geen", ten_laste_huisvuil = 2 }, { recht = nee } },
    { "een laag inkomen alleen volstaat niet: eerst de verhoogde tegemoetkoming", op = "2024-06-01",
      { statuut = "geen", schuldhulp = "geen", belastbaar_jaar = 10000 }, { recht = nee } },
    { "het aantal is onbekend", op = "2024-06-01", { statuut = "vt" }, { recht = ja, bedrag = { 63, 189 } } },
    { "niets bekend: een vraag", op = "2024-06-01", {}, { recht = onbekend, vraag = "statuut" } },
  },
}
