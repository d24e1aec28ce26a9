-- Een advocaat die niets of weinig kost (pro deo).
--
-- Van het netto inkomen van een maand gaat per persoon ten laste 20% van het
-- leefloon voor een gezin af.  Onder de eerste grens betaalt u niets, onder de
-- tweede een bijdrage die het bureau bepaalt.  Een leefloon, een
-- IGO of een inkomensvervangende tegemoetkoming volstaat om niets te betalen.

local inkomen = noem(feit.netto_maand - feit.ten_laste_prodeo * procent(20) * bedrag.leefloon_gezin, {
  nl = "uw netto inkomen, na de aftrek voor personen ten laste", en = "your net income, after what is taken off for dependants",
  fr = "votre revenu net, après déduction pour les personnes à charge" })
local alleen = is(feit.met_wie, "alleen")
local grens_gratis = noem(als(alleen, bedrag.alleen_gratis, bedrag.gezin_gratis), {
  nl = "de grens voor een gratis advocaat", en = "the limit for a free lawyer", fr = "le plafond pour un avocat gratuit" })
local grens = noem(als(alleen, bedrag.alleen, bedrag.gezin), {
  nl = "de grens voor een advocaat die weinig kost", en = "the limit for a lawyer who costs little", fr = "le plafond pour un avocat peu cher" })
local statuut = is(feit.statuut, "leefloon", "leefloon_kort", "igo", "ivt")

regel {
  code   = "pro-deo",
  titel  = { nl = "Gratis of goedkope advocaat (pro deo)", en = "Free or cheap lawyer (pro deo)", fr = "Avocat gratuit ou peu cher (pro deo)" },
  uitleg = { nl = "Een advocaat helpt u, en u betaalt niets of een kleine bijdrage voor uw dossier. Het is voor wie een leefloon, een IGO of een inkomensvervangende tegemoetkoming krijgt, of een laag netto inkomen heeft.",
             en = "A lawyer helps you, and you pay nothing or a small contribution for your case. It is for anyone who gets a living wage, an IGO or an income replacement allowance, or has a low net income.",
             fr = "Un avocat vous aide, et vous ne payez rien ou une petite contribution pour votre dossier. C’est pour qui reçoit un revenu d’intégration, une GRAPA ou une allocation de remplacement de revenus, ou a un bas revenu net." },
  hoe    = { nl = "Ga naar een zitdag van het pro-Deobureau. Neem uw identiteitskaart en een bewijs van uw inkomen mee. U mag het ook aan een advocaat van uw keuze vragen.",
             en = "Go to a session of the pro Deo office. Take your identity card and proof of your income. You may also ask a lawyer of your choice.",
             fr = "Allez à une permanence du bureau pro deo. Prenez votre carte d’identité et une preuve de vos revenus. Vous pouvez aussi demander à un avocat de votre choix." },
  bron   = { "Bureau voor Juridische Bijstand, balie Gent",
             "https://baliegent.be/burgerzone/waarmee-kan-de-balie-jou-helpen/bijstand-van-een-pro-deo-advocaat/", zekerheid = "hoog" },
  bevoegd = { naam = { nl = "het Bureau voor Juridische Bijstand in Gent", en = "the legal aid office in Ghent",
                       fr = "le Bureau d’aide juridique à Gand" },
              adres = "Gerechtsgebouw, Opgeëistenlaan 401, 9000 Gent",
              link = "https://baliegent.be/burgerzone/waarmee-kan-de-balie-jou-helpen/bijstand-van-een-pro-deo-advocaat/" },
  per = "gezin", periode = "eenmalig", toekenning = "doorverwijzing",
  vanaf = "2025-09-01",
  feiten = { "statuut", "met_wie", "netto_maand", "ten_laste_prodeo", "prodeo_bijdrage" },
  bedragen = {
    ["2025-02-01"] = { leefloon_gezin = 1776.07, bevestigd_tot = "2025-02-28",
                       bron = { "POD Maatschappelijke Integratie, bedragen van het leefloon",
                                "https://primabook.mi-is.be/nl/recht-op-maatschappelijke-integratie/bedragen-leefloon",
                                zekerheid = "hoog" } },
    ["2025-09-01"] = { alleen_gratis = 1612, alleen = 1920, gezin_gratis = 1920, gezin = 2226, bevestigd_tot = "2025-12-31" },
  },
  recht = een_van { statuut, hoogstens(inkomen, grens) },
  bedrag = als(een_van { statuut, hoogstens(inkomen, grens_gratis) }, 0, feit.prodeo_bijdrage),
  bedrag_is = "prijs",

  tests = {
    { "alleen, op de grens voor gratis", op = "2025-09-01",
      { statuut = "geen", met_wie = "alleen", netto_maand = 1612, ten_laste_prodeo = 0 }, { recht = ja, bedrag = 0 } },
    { "alleen, een cent erboven: een bijdrage", op = "2025-09-01",
      { statuut = "geen", met_wie = "alleen", netto_maand = 1612.01, ten_laste_prodeo = 0 }, { recht = ja, bedrag = { 25, 125 } } },
    { "alleen, op de tweede grens", op = "2025-10-01",
      { statuut = "geen", met_wie = "alleen", netto_maand = 1920, ten_laste_prodeo = 0, prodeo_bijdrage = 50 },
      { recht = ja, bedrag = 50 } },
    { "alleen, een cent boven de tweede grens", op = "2025-10-01",
      { statuut = "geen", met_wie = "alleen", netto_maand = 1920.01, ten_laste_prodeo = 0 }, { recht = nee } },
    { "een koppel, op de grens voor gratis", op = "2025-10-01",
      { statuut = "geen", met_wie = "koppel", netto_maand = 1920, ten_laste_prodeo = 0 }, { recht = ja, bedrag = 0 } },
    { "een koppel, een cent erboven", op = "2025-10-01",
      { statuut = "geen", met_wie = "koppel", netto_maand = 1920.01, ten_laste_prodeo = 0 }, { recht = ja, bedrag = { 25, 125 } } },
    { "een koppel, op de tweede grens", op = "2025-10-01",
      { statuut = "geen", met_wie = "koppel", netto_maand = 2226, ten_laste_prodeo = 0 }, { recht = ja, bedrag = { 25, 125 } } },
    { "een koppel, een cent boven de tweede grens", op = "2025-10-01",
      { statuut = "geen", met_wie = "koppel", netto_maand = 2226.01, ten_laste_prodeo = 0 }, { recht = nee } },
    { "wie met anderen woont, heeft de grens van een gezin", op = "2025-10-01",
      { statuut = "geen", met_wie = "anderen", netto_maand = 1920, ten_laste_prodeo = 0 }, { recht = ja, bedrag = 0 } },
    { "alleen met twee kinderen: 2.630,42 min 2 keer 355,214 is nog gratis", op = "2025-10-01",
      { statuut = "geen", met_wie = "alleen_kinderen", netto_maand = 2630.42, ten_laste_prodeo = 2 }, { recht = ja, bedrag = 0 } },
    { "een cent meer niet", op = "2025-10-01",
      { statuut = "geen", met_wie = "alleen_kinderen", netto_maand = 2630.43, ten_laste_prodeo = 2 },
      { recht = ja, bedrag = { 25, 125 } } },
    { "met vijf personen ten laste gaat er één leefloon af: 4.002,07", op = "2025-10-01",
      { statuut = "geen", met_wie = "koppel_kinderen", netto_maand = 4002.07, ten_laste_prodeo = 5 }, { recht = ja } },
    { "met vijf, een cent meer", op = "2025-10-01",
      { statuut = "geen", met_wie = "koppel_kinderen", netto_maand = 4002.08, ten_laste_prodeo = 5 }, { recht = nee } },
    { "een leefloon volstaat", op = "2025-10-01", { statuut = "leefloon" }, { recht = ja, bedrag = 0 } },
    { "een leefloon van een maand ook", op = "2025-10-01", { statuut = "leefloon_kort" }, { recht = ja, bedrag = 0 } },
    { "een inkomensvervangende tegemoetkoming ook", op = "2025-10-01", { statuut = "ivt" }, { recht = ja, bedrag = 0 } },
    { "een IGO ook", op = "2025-10-01", { statuut = "igo" }, { recht = ja, bedrag = 0 } },
    { "de verhoogde tegemoetkoming niet", op = "2025-10-01",
      { statuut = "vt", met_wie = "alleen", netto_maand = 2000, ten_laste_prodeo = 0 }, { recht = nee } },
    { "een integratietegemoetkoming niet", op = "2025-10-01",
      { statuut = "it", met_wie = "alleen", netto_maand = 2000, ten_laste_prodeo = 0 }, { recht = nee } },
    { "een zorgbudget niet", op = "2025-10-01",
      { statuut = "zorgbudget", met_wie = "alleen", netto_maand = 2000, ten_laste_prodeo = 0 }, { recht = nee } },
    { "een zorgtoeslag niet", op = "2025-10-01",
      { statuut = "zorgtoeslag", met_wie = "alleen", netto_maand = 2000, ten_laste_prodeo = 0 }, { recht = nee } },
    { "een wezentoeslag niet", op = "2025-10-01",
      { statuut = "wees", met_wie = "alleen", netto_maand = 2000, ten_laste_prodeo = 0 }, { recht = nee } },
    { "met een heel laag inkomen hoeven we de rest niet te kennen", op = "2025-10-01",
      { statuut = "vt", netto_maand = 1500 }, { recht = ja, bedrag = 0 } },
    { "het inkomen is onbekend: een vraag", op = "2025-10-01", { statuut = "vt", met_wie = "alleen", ten_laste_prodeo = 0 },
      { recht = onbekend, vraag = "netto_maand" } },
  },
}
