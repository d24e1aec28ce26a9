-- Schooltoeslag: geld voor wie naar de kleuterschool, de lagere of de
-- middelbare school gaat.
--
-- Een gezin krijgt punten, van 0 tot 10.  Bij elk aantal hoort een hoogste
-- inkomen.  We kennen die grenzen alleen voor 0, 2, 5 en 10 punten, en alleen
-- van het schooljaar 2017-2018.  Voor de punten ertussen is het zeker "ja" onder
-- de grens van het aantal eronder, en zeker "nee" boven die van het aantal
-- erboven.  Daartussen weet alleen de uitbetaler het.
--
-- Hoeveel iemand krijgt, zegt deze regel niet: de bedragen kennen we niet.  Wel
-- weten we hoe het gaat.  Onder het laagste inkomen is de toeslag volledig; van
-- daar tot het hoogste wordt ze in een rechte lijn kleiner; met hoogstens een
-- tiende van het hoogste inkomen is ze uitzonderlijk hoog.  De laagste inkomens
-- van 2017-2018 waren 7.952,95 (0 punten), 16.619,19 (2), 20.779,96 (5) en
-- 26.426,63 (10).

local punten = feit.gezinspunten
local zeker = noem(als(hoogstens(punten, 1), bedrag.punten_0, hoogstens(punten, 4), bedrag.punten_2,
                       hoogstens(punten, 9), bedrag.punten_5, bedrag.punten_10), {
  nl = "de grens die zeker geldt", en = "the limit that holds for certain", fr = "le plafond certain" })
local hoogste = noem(als(hoogstens(punten, 0), bedrag.punten_0, hoogstens(punten, 2), bedrag.punten_2,
                         hoogstens(punten, 5), bedrag.punten_5, bedrag.punten_10), {
  nl = "de hoogste grens die kan gelden", en = "the highest limit that can hold", fr = "le plafond le plus élevé possible" })

regel {
  code   = "schooltoeslag",
  titel  = { nl = "Schooltoeslag", en = "School supplement", fr = "Supplément scolaire" },
  uitleg = { nl = "U krijgt één keer per schooljaar geld voor de kosten van de school. Het is voor gezinnen met een kind op de kleuterschool, de lagere of de middelbare school, en een inkomen onder een grens.",
             en = "Once each school year you get money for the cost of school. It is for households with a child at nursery, primary or secondary school, and an income under a limit.",
             fr = "Une fois par année scolaire, vous recevez de l’argent pour les frais d’école. C’est pour les ménages avec un enfant à l’école maternelle, primaire ou secondaire, et un revenu sous un plafond." },
  hoe    = { nl = "Meestal krijgt u dit vanzelf, samen met het Groeipakket. Kreeg u niets? Vraag het aan wie uw Groeipakket betaalt.",
             en = "Mostly you get this without asking, together with the Groeipakket. You got nothing? Ask whoever pays your Groeipakket.",
             fr = "Le plus souvent vous le recevez sans demande, avec le Groeipakket. Vous n’avez rien reçu ? Demandez-le à l’organisme qui paie votre Groeipakket." },
  bron   = { "Groeipakket, schooltoeslag", "https://www.groeipakket.be/", zekerheid = "laag" },
  bevoegd = { naam = { nl = "de uitbetaler van uw Groeipakket", en = "the payer of your Groeipakket", fr = "l’organisme qui paie votre Groeipakket" },
              link = "https://www.groeipakket.be/" },
  per = "gezin", toekenning = "doorverwijzing",
  feiten = { "leren", "op_school", "inkomen_school", "gezinspunten", "schooltoeslag_berekend" },
  bedragen = {
    ["2017-09-01"] = { punten_0 = 17530.32, punten_2 = 32435.44, punten_5 = 50310.68, punten_10 = 65435.86,
                       bevestigd_tot = "2018-08-31" },
  },
  recht = alle_van {
    een_van { is(feit.leren, "school"), alle_van { is(feit.leren, "meer"), feit.op_school } },
    een_van {
      hoogstens(feit.inkomen_school, zeker),
      alle_van { hoogstens(feit.inkomen_school, hoogste), feit.schooltoeslag_berekend },
    },
  },

  tests = {
    { "0 punten, op de grens", op = "2017-10-01", { leren = "school", gezinspunten = 0, inkomen_school = 17530.32 }, { recht = ja } },
    { "0 punten, een cent erboven", op = "2017-10-01", { leren = "school", gezinspunten = 0, inkomen_school = 17530.33 }, { recht = nee } },
    { "2 punten, op de grens", op = "2017-10-01", { leren = "school", gezinspunten = 2, inkomen_school = 32435.44 }, { recht = ja } },
    { "2 punten, een cent erboven", op = "2017-10-01", { leren = "school", gezinspunten = 2, inkomen_school = 32435.45 }, { recht = nee } },
    { "5 punten, op de grens", op = "2017-10-01", { leren = "school", gezinspunten = 5, inkomen_school = 50310.68 }, { recht = ja } },
    { "5 punten, een cent erboven", op = "2017-10-01", { leren = "school", gezinspunten = 5, inkomen_school = 50310.69 }, { recht = nee } },
    { "10 punten, op de grens", op = "2017-10-01", { leren = "school", gezinspunten = 10, inkomen_school = 65435.86 }, { recht = ja } },
    { "10 punten, een cent erboven", op = "2017-10-01", { leren = "school", gezinspunten = 10, inkomen_school = 65435.87 }, { recht = nee } },
    { "1 punt: zeker onder de grens van 0 punten", op = "2017-10-01",
      { leren = "school", gezinspunten = 1, inkomen_school = 17530.32 }, { recht = ja } },
    { "1 punt: een cent erboven weten we het niet", op = "2017-10-01",
      { leren = "school", gezinspunten = 1, inkomen_school = 17530.33 }, { recht = onbekend } },
    { "1 punt: zeker niet boven de grens van 2 punten", op = "2017-10-01",
      { leren = "school", gezinspunten = 1, inkomen_school = 32435.45 }, { recht = nee } },
    { "3 punten: tussen de twee grenzen weten we het niet", op = "2017-10-01",
      { leren = "school", gezinspunten = 3, inkomen_school = 40000 }, { recht = onbekend } },
    { "3 punten: de uitbetaler weet het", op = "2017-10-01",
      { leren = "school", gezinspunten = 3, inkomen_school = 40000, schooltoeslag_berekend = ja }, { recht = ja } },
    { "4 punten: nog zeker onder de grens van 2", op = "2017-10-01",
      { leren = "school", gezinspunten = 4, inkomen_school = 32435.44 }, { recht = ja } },
    { "4 punten: een cent erboven weten we het niet", op = "2017-10-01",
      { leren = "school", gezinspunten = 4, inkomen_school = 32435.45 }, { recht = onbekend } },
    { "4 punten: op de grens van 5 kan het nog", op = "2017-10-01",
      { leren = "school", gezinspunten = 4, inkomen_school = 50310.68, schooltoeslag_berekend = ja }, { recht = ja } },
    { "6 punten: hoger dan de grens van 5 kan nog", op = "2017-10-01",
      { leren = "school", gezinspunten = 6, inkomen_school = 50310.69 }, { recht = onbekend } },
    { "9 punten: nog zeker onder de grens van 5", op = "2017-10-01",
      { leren = "school", gezinspunten = 9, inkomen_school = 50310.68 }, { recht = ja } },
    { "9 punten: een cent erboven weten we het niet", op = "2017-10-01",
      { leren = "school", gezinspunten = 9, inkomen_school = 50310.69 }, { recht = onbekend } },
    { "met een heel laag inkomen hoeven we de punten niet te kennen", op = "2017-10-01",
      { leren = "school", inkomen_school = 12000 }, { recht = ja } },
    { "niemand op school", op = "2017-10-01", { leren = "opvang", inkomen_school = 12000 }, { recht = nee } },
    { "school en opvang samen", op = "2017-10-01", { leren = "meer", op_school = ja, inkomen_school = 12000 }, { recht = ja } },
    { "het inkomen is onbekend: een vraag", op = "2017-10-01", { leren = "school" }, { recht = onbekend, vraag = "inkomen_school" } },
  },
}
