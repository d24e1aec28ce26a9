-- Studietoelage voor hoger onderwijs, voor 60 studiepunten.
--
-- De toelage is het volle bedrag, maal (hoogste inkomen - inkomen) gedeeld door
-- (hoogste inkomen - laagste inkomen), en nooit onder het minimum.  De inkomens
-- die daarbij horen, kennen we voor 2022-2023 niet.  Welk deel iemand krijgt, is
-- dus een feit van de dienst Studietoelagen, zonder vraag: we tonen tussen welke
-- bedragen de toelage ligt, en de dienst rekent.

local gewoon = als(feit.op_kot, bedrag.vol_kot * feit.studie_deel, bedrag.vol * feit.studie_deel) / 100
local uitzonderlijk = als(feit.op_kot, bedrag.uitzonderlijk_kot, bedrag.uitzonderlijk)
local studeert = is(feit.leren, "hoger", "meer")

regel {
  code   = "studietoelage",
  titel  = { nl = "Studietoelage voor hoger onderwijs", en = "Study grant for higher education", fr = "Allocation d’études supérieures" },
  uitleg = { nl = "Geld voor wie studeert aan een hogeschool of universiteit, één keer per academiejaar. Het is voor studenten uit een gezin met een inkomen onder een grens.",
             en = "Money for anyone who studies at a college or university, once each academic year. It is for students from a household with an income under a limit.",
             fr = "De l’argent pour qui étudie dans une haute école ou une université, une fois par année. C’est pour les étudiants d’un ménage dont le revenu est sous un plafond." },
  hoe    = { nl = "Vraag het online, elk academiejaar opnieuw. De dienst Studietoelagen kijkt zelf uw inkomen na. Vragen kost niets. Hulp krijgt u op het gratis nummer 1700.",
             en = "Ask online, again each academic year. The study grants office looks up your income itself. Asking costs nothing. You get help at the free number 1700.",
             fr = "Demandez-la en ligne, chaque année. Le service des allocations d’études vérifie lui-même votre revenu. Demander ne coûte rien. Aide au numéro gratuit 1700." },
  bron   = { "Departement Onderwijs, bedragen van de studietoelagen 2022-2023",
             "https://www.studietoelagen.be/bedragen-studietoelagen-2021-2022", zekerheid = "hoog" },
  bevoegd = { naam = { nl = "de dienst Studietoelagen van de Vlaamse overheid", en = "the study grants office of the Flemish government",
                       fr = "le service des allocations d’études de l’Autorité flamande" },
              adres = "Koning Albert II-laan 15, 1210 Brussel", link = "https://www.studietoelagen.be/" },
  per = "persoon", periode = "jaar", toekenning = "doorverwijzing",
  feiten = { "leren", "op_kot", "studie_soort", "studie_deel" },
  bedragen = {
    ["2022-09-01"] = { minimum = 281.36, vol_kot = 4354.18, vol = 2613.35, uitzonderlijk_kot = 5862.31, uitzonderlijk = 3792.34,
                       bevestigd_tot = "2023-08-31" },
  },
  recht  = alle_van { studeert, is(feit.studie_soort, "gewoon", "uitzonderlijk") },
  bedrag = als(is(feit.studie_soort, "uitzonderlijk"), uitzonderlijk,
               grootste(bedrag.minimum, afgerond(gewoon))),

  tests = {
    { "het minimum", op = "2022-10-01",
      { leren = "hoger", op_kot = nee, studie_soort = "gewoon", studie_deel = 0 }, { recht = ja, bedrag = 281.36 } },
    { "de volle toelage op kot", op = "2022-10-01",
      { leren = "hoger", op_kot = ja, studie_soort = "gewoon", studie_deel = 100 }, { recht = ja, bedrag = 4354.18 } },
    { "de volle toelage thuis", op = "2022-10-01",
      { leren = "hoger", op_kot = nee, studie_soort = "gewoon", studie_deel = 100 }, { recht = ja, bedrag = 2613.35 } },
    { "de helft, op kot", op = "2022-10-01",
      { leren = "hoger", op_kot = ja, studie_soort = "gewoon", studie_deel = 50 }, { recht = ja, bedrag = 2177.09 } },
    { "een tiende thuis is minder dan het minimum", op = "2022-10-01",
      { leren = "hoger", op_kot = nee, studie_soort = "gewoon", studie_deel = 10 }, { recht = ja, bedrag = 281.36 } },
    { "elf procent thuis is er net boven", op = "2022-10-01",
      { leren = "hoger", op_kot = nee, studie_soort = "gewoon", studie_deel = 11 }, { recht = ja, bedrag = 287.47 } },
    { "de eerste dag", op = "2022-09-01",
      { leren = "hoger", op_kot = nee, studie_soort = "gewoon", studie_deel = 12 }, { recht = ja, bedrag = 313.60 } },
    { "uitzonderlijk op kot", op = "2022-10-01",
      { leren = "hoger", op_kot = ja, studie_soort = "uitzonderlijk" }, { recht = ja, bedrag = 5862.31 } },
    { "uitzonderlijk thuis", op = "2022-10-01",
      { leren = "hoger", op_kot = nee, studie_soort = "uitzonderlijk" }, { recht = ja, bedrag = 3792.34 } },
    { "alleen de dienst weet het: tussen deze twee", op = "2022-10-01",
      { leren = "hoger" }, { recht = onbekend, bedrag = { 0, 5862.31 } } },
    { "de dienst kende niets toe", op = "2022-10-01", { leren = "hoger", studie_soort = "geen" }, { recht = nee } },
    { "wie op school zit, niet", op = "2022-10-01", { leren = "school" }, { recht = nee } },
    { "niemand leert", op = "2022-10-01", { leren = "niemand" }, { recht = nee } },
    { "alleen kinderopvang", op = "2022-10-01", { leren = "opvang" }, { recht = nee } },
    { "school en hoger onderwijs", op = "2022-10-01", { leren = "meer", op_kot = nee, studie_soort = "gewoon", studie_deel = 100 },
      { recht = ja, bedrag = 2613.35 } },
    { "opvang en school, geen hoger onderwijs", op = "2022-10-01", { leren = "opvang_school" }, { recht = nee } },
    { "niets bekend: een vraag", op = "2022-10-01", {}, { recht = onbekend, vraag = "leren" } },
  },
}
