-- Vlaamse huursubsidie: voor wie verhuisde uit een slechte woning.
--
-- De grenzen voor het inkomen zijn die van de huurpremie; het plafond is van
-- 2021.  Hoe het bedrag onder dat plafond wordt berekend, weten we niet zeker:
-- Wonen in Vlaanderen rekent het uit, en wij tonen hoogstens het plafond.

local grens = noem(als(is(feit.met_wie, "alleen"), als(feit.handicap_huurder, bedrag.handicap, bedrag.alleen),
                       bedrag.gezin + bedrag.per_persoon * feit.ten_laste_huur), {
  nl = "de grens voor uw inkomen", en = "the limit for your income", fr = "le plafond de votre revenu" })

regel {
  code   = "huursubsidie",
  titel  = { nl = "Vlaamse huursubsidie", en = "Flemish rent subsidy", fr = "Subvention-loyer flamande" },
  uitleg = { nl = "U krijgt elke maand geld voor uw huur, hoogstens negen jaar. Het is voor wie verhuisde uit een slechte, te kleine of onaangepaste woning, of dakloos was, en een laag inkomen heeft.",
             en = "Each month you get money for your rent, for at most nine years. It is for anyone who moved out of a home that was bad, too small or unsuitable, or was homeless, and has a low income.",
             fr = "Chaque mois, vous recevez de l’argent pour votre loyer, neuf ans au plus. C’est pour qui a quitté un logement mauvais, trop petit ou inadapté, ou était sans abri, et a un bas revenu." },
  hoe    = { nl = "Vraag de subsidie aan Wonen in Vlaanderen, ten laatste negen maanden na uw verhuis. De Woonwinkel helpt u.",
             en = "Ask Wonen in Vlaanderen for the subsidy, at the latest nine months after your move. The Woonwinkel helps you.",
             fr = "Demandez la subvention à Wonen in Vlaanderen, au plus tard neuf mois après votre déménagement. Le Woonwinkel vous aide." },
  bron   = { "Wonen in Vlaanderen, Vlaamse huursubsidie", "https://www.vlaanderen.be/de-vlaamse-huursubsidie", zekerheid = "middel" },
  bevoegd = { naam = { nl = "Wonen in Vlaanderen", en = "Wonen in Vlaanderen", fr = "Wonen in Vlaanderen" },
              adres = "Koningin Maria Hendrikaplein 70, 9000 Gent", link = "https://www.vlaanderen.be/de-vlaamse-huursubsidie" },
  per = "gezin", periode = "maand", toekenning = "doorverwijzing",
  vanaf = "2022-01-01",
  feiten = { "woonsituatie", "verhuisd", "subsidie_jaren", "subsidie_berekend", "met_wie", "handicap_huurder", "inkomen_huur",
             "ten_laste_huur" },
  bedragen = {
    ["2021-01-01"] = { plafond = 152.28, plafond_per_persoon = 25.43, bevestigd_tot = "2021-12-31" },
    ["2022-01-01"] = { alleen = 25850, handicap = 28015, gezin = 38773, per_persoon = 2167 },
  },
  recht = alle_van {
    is(feit.woonsituatie, "huurder"),
    feit.verhuisd,
    minder_dan(feit.subsidie_jaren, 9),
    hoogstens(feit.inkomen_huur, grens),
  },
  bedrag = kleinste(bedrag.plafond + bedrag.plafond_per_persoon * feit.ten_laste_huur, feit.subsidie_berekend),

  tests = {
    { "alleen, op de grens", op = "2022-06-01",
      { woonsituatie = "huurder", verhuisd = ja, subsidie_jaren = 0, met_wie = "alleen", handicap_huurder = nee, inkomen_huur = 25850,
        ten_laste_huur = 0 }, { recht = ja, bedrag = { 1, 152.28 } } },
    { "alleen, een cent erboven", op = "2022-06-01",
      { woonsituatie = "huurder", verhuisd = ja, subsidie_jaren = 0, met_wie = "alleen", handicap_huurder = nee, inkomen_huur = 25850.01 },
      { recht = nee } },
    { "alleen met een handicap, op de grens", op = "2022-06-01",
      { woonsituatie = "huurder", verhuisd = ja, subsidie_jaren = 0, met_wie = "alleen", handicap_huurder = ja, inkomen_huur = 28015 },
      { recht = ja } },
    { "alleen met een handicap, een cent erboven", op = "2022-06-01",
      { woonsituatie = "huurder", verhuisd = ja, subsidie_jaren = 0, met_wie = "alleen", handicap_huurder = ja, inkomen_huur = 28015.01 },
      { recht = nee } },
    { "de eerste dag, een koppel heeft een hogere grens dan wie alleen woont", op = "2022-01-01",
      { woonsituatie = "huurder", verhuisd = ja, subsidie_jaren = 0, met_wie = "koppel", handicap_huurder = nee, inkomen_huur = 38773,
        ten_laste_huur = 0 }, { recht = ja } },
    { "een koppel, een cent erboven", op = "2022-06-01",
      { woonsituatie = "huurder", verhuisd = ja, subsidie_jaren = 0, met_wie = "koppel", handicap_huurder = nee, inkomen_huur = 38773.01,
        ten_laste_huur = 0 }, { recht = nee } },
    { "wie met anderen woont, op dezelfde grens", op = "2022-06-01",
      { woonsituatie = "huurder", verhuisd = ja, subsidie_jaren = 0, met_wie = "anderen", handicap_huurder = nee, inkomen_huur = 38773,
        ten_laste_huur = 0 }, { recht = ja } },
    { "een koppel met een kind, op de grens van 40.940", op = "2022-06-01",
      { woonsituatie = "huurder", verhuisd = ja, subsidie_jaren = 0, met_wie = "koppel_kinderen", handicap_huurder = nee, inkomen_huur = 40940,
        ten_laste_huur = 1 }, { recht = ja } },
    { "met twee kinderen, op de grens van 43.107: hoogstens 152,28 + 2 keer 25,43", op = "2022-06-01",
      { woonsituatie = "huurder", verhuisd = ja, subsidie_jaren = 8, met_wie = "alleen_kinderen", inkomen_huur = 43107, ten_laste_huur = 2,
        subsidie_berekend = 400 }, { recht = ja, bedrag = 203.14 } },
    { "met twee kinderen, een cent erboven", op = "2022-06-01",
      { woonsituatie = "huurder", verhuisd = ja, subsidie_jaren = 8, met_wie = "alleen_kinderen", inkomen_huur = 43107.01, ten_laste_huur = 2 },
      { recht = nee } },
    { "wat Wonen in Vlaanderen berekent, telt onder het plafond", op = "2022-06-01",
      { woonsituatie = "huurder", verhuisd = ja, subsidie_jaren = 0, met_wie = "koppel", inkomen_huur = 20000, ten_laste_huur = 0,
        subsidie_berekend = 98.50 }, { recht = ja, bedrag = 98.50 } },
    { "na negen jaar stopt het", op = "2022-06-01", { woonsituatie = "huurder", verhuisd = ja, subsidie_jaren = 9 }, { recht = nee } },
    { "niet verhuisd", op = "2022-06-01", { woonsituatie = "huurder", verhuisd = nee }, { recht = nee } },
    { "een sociale woning", op = "2022-06-01", { woonsituatie = "sociaal_gas" }, { recht = nee } },
    { "niets bekend: een vraag", op = "2022-06-01", {}, { recht = onbekend, vraag = "woonsituatie" } },
  },
}
