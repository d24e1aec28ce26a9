-- Vlaamse huurpremie: voor wie huurt op de private markt en minstens vier jaar
-- wacht op een sociale woning.
--
-- De premie is 75% van de hoogste huur, min 1/55 van het inkomen van een jaar,
-- met een plafond.  In Gent ligt de hoogste huur 10% hoger.  Per persoon ten
-- laste komt er 20% bij, tot 50%.  De grenzen voor huur en inkomen zijn van
-- 2022, het plafond is van 2024: in 2024 is dus niet alles bevestigd.
--
-- Voor wie niet alleen woont, is de premie in Gent al op vóór de grens van het
-- inkomen is bereikt.

local grens = noem(als(is(feit.met_wie, "alleen"), als(feit.handicap_huurder, bedrag.handicap, bedrag.alleen),
                       bedrag.gezin + bedrag.per_persoon * feit.ten_laste_huur), {
  nl = "de grens voor uw inkomen", en = "the limit for your income", fr = "le plafond de votre revenu" })
local hoogste_huur = noem((100 + kleinste(50, 20 * feit.ten_laste_huur)) * procent(110) * bedrag.huur / 100, {
  nl = "de hoogste huur in Gent", en = "the highest rent in Ghent", fr = "le loyer maximal à Gand" })
local plafond = bedrag.plafond + bedrag.plafond_per_persoon * kleinste(4, feit.ten_laste_huur)

regel {
  code   = "huurpremie",
  titel  = { nl = "Vlaamse huurpremie", en = "Flemish rent premium", fr = "Prime flamande au loyer" },
  uitleg = { nl = "U krijgt elke maand een deel van uw huur terug. Het is voor wie huurt op de private markt, al vier jaar op de wachtlijst voor een sociale woning staat en een laag inkomen heeft.",
             en = "Each month you get a part of your rent back. It is for anyone who rents on the private market, has been on the waiting list for social housing for four years and has a low income.",
             fr = "Chaque mois, vous récupérez une partie de votre loyer. C’est pour qui loue sur le marché privé, attend un logement social depuis quatre ans et a un bas revenu." },
  hoe    = { nl = "Na vier jaar op de wachtlijst krijgt u een brief met een formulier. Kreeg u geen brief? Vraag het aan Wonen in Vlaanderen of aan de Woonwinkel.",
             en = "After four years on the waiting list you get a letter with a form. No letter? Ask Wonen in Vlaanderen or the Woonwinkel.",
             fr = "Après quatre ans sur la liste d’attente, vous recevez une lettre avec un formulaire. Pas de lettre ? Demandez à Wonen in Vlaanderen ou au Woonwinkel." },
  bron   = { "Wonen in Vlaanderen, Vlaamse huurpremie",
             "https://www.vlaanderen.be/bouwen-wonen-en-energie/huren-en-verhuren/vlaamse-huurpremie-voor-kandidaat-huurders-van-een-sociale-woning",
             zekerheid = "middel" },
  bevoegd = { naam = { nl = "Wonen in Vlaanderen", en = "Wonen in Vlaanderen", fr = "Wonen in Vlaanderen" },
              adres = "Koningin Maria Hendrikaplein 70, 9000 Gent",
              link = "https://www.vlaanderen.be/bouwen-wonen-en-energie/huren-en-verhuren/vlaamse-huurpremie-voor-kandidaat-huurders-van-een-sociale-woning" },
  per = "gezin", periode = "maand", toekenning = "doorverwijzing",
  vanaf = "2024-01-01",
  feiten = { "woonsituatie", "wachtlijst_jaren", "met_wie", "handicap_huurder", "inkomen_huur", "ten_laste_huur", "huurprijs" },
  bedragen = {
    ["2022-01-01"] = { alleen = 25850, handicap = 28015, gezin = 38773, per_persoon = 2167, huur = 639.78,
                       bevestigd_tot = "2022-12-31" },
    ["2024-01-01"] = { plafond = 195.54, plafond_per_persoon = 32.59 },
  },
  recht = alle_van {
    is(feit.woonsituatie, "huurder"),
    minstens(feit.wachtlijst_jaren, 4),
    hoogstens(feit.inkomen_huur, grens),
    hoogstens(feit.huurprijs, hoogste_huur),
  },
  bedrag = kleinste(plafond, grootste(0, afgerond(procent(75) * hoogste_huur - breuk(1, 55) * feit.inkomen_huur))),

  tests = {
    { "alleen, op de grens van het inkomen: 75% van 703,758 min 470", op = "2024-06-01",
      { woonsituatie = "huurder", wachtlijst_jaren = 4, met_wie = "alleen", handicap_huurder = nee, inkomen_huur = 25850, ten_laste_huur = 0,
        huurprijs = 650 }, { recht = ja, bedrag = 57.82 } },
    { "alleen, een cent boven de grens", op = "2024-06-01",
      { woonsituatie = "huurder", wachtlijst_jaren = 4, met_wie = "alleen", handicap_huurder = nee, inkomen_huur = 25850.01, ten_laste_huur = 0,
        huurprijs = 650 }, { recht = nee } },
    { "alleen met een handicap, op de grens", op = "2024-06-01",
      { woonsituatie = "huurder", wachtlijst_jaren = 4, met_wie = "alleen", handicap_huurder = ja, inkomen_huur = 28015, ten_laste_huur = 1,
        huurprijs = 650 }, { recht = ja, bedrag = 124.02 } },
    { "alleen met een handicap, een cent erboven", op = "2024-06-01",
      { woonsituatie = "huurder", wachtlijst_jaren = 4, met_wie = "alleen", handicap_huurder = ja, inkomen_huur = 28015.01, ten_laste_huur = 1,
        huurprijs = 650 }, { recht = nee } },
    { "met een partner: de grens is 38.773, maar dan blijft er niets van de premie over", op = "2024-06-01",
      { woonsituatie = "huurder", wachtlijst_jaren = 4, met_wie = "koppel", inkomen_huur = 38773, ten_laste_huur = 0, huurprijs = 650 },
      { recht = nee } },
    { "met drie kinderen, op de grens van 45.274", op = "2024-06-01",
      { woonsituatie = "huurder", wachtlijst_jaren = 4, met_wie = "koppel_kinderen", inkomen_huur = 45274, ten_laste_huur = 3, huurprijs = 650 },
      { recht = nee } },
    { "de eerste dag, alleen: 527,8185 min 363,6364", op = "2024-01-01",
      { woonsituatie = "huurder", wachtlijst_jaren = 4, met_wie = "alleen", handicap_huurder = nee, inkomen_huur = 20000, ten_laste_huur = 0,
        huurprijs = 650 }, { recht = ja, bedrag = 164.18 } },
    { "een koppel heeft een hogere grens dan wie alleen woont", op = "2024-06-01",
      { woonsituatie = "huurder", wachtlijst_jaren = 4, met_wie = "koppel", handicap_huurder = nee, inkomen_huur = 26000, ten_laste_huur = 0,
        huurprijs = 650 }, { recht = ja, bedrag = 55.09 } },
    { "wie met anderen woont ook", op = "2024-06-01",
      { woonsituatie = "huurder", wachtlijst_jaren = 4, met_wie = "anderen", handicap_huurder = nee, inkomen_huur = 26000, ten_laste_huur = 0,
        huurprijs = 650 }, { recht = ja, bedrag = 55.09 } },
    { "wie alleen woont met een kind ook", op = "2024-06-01",
      { woonsituatie = "huurder", wachtlijst_jaren = 4, met_wie = "alleen_kinderen", handicap_huurder = nee, inkomen_huur = 26000, ten_laste_huur = 1,
        huurprijs = 650 }, { recht = ja, bedrag = 160.65 } },
    { "een koppel met een kind ook", op = "2024-06-01",
      { woonsituatie = "huurder", wachtlijst_jaren = 4, met_wie = "koppel_kinderen", handicap_huurder = nee, inkomen_huur = 26000, ten_laste_huur = 1,
        huurprijs = 650 }, { recht = ja, bedrag = 160.65 } },
    { "een laag inkomen: het plafond", op = "2024-06-01",
      { woonsituatie = "huurder", wachtlijst_jaren = 6, met_wie = "alleen", handicap_huurder = nee, inkomen_huur = 14000, ten_laste_huur = 0,
        huurprijs = 650 }, { recht = ja, bedrag = 195.54 } },
    { "het plafond met twee kinderen: 195,54 + 2 keer 32,59", op = "2024-06-01",
      { woonsituatie = "huurder", wachtlijst_jaren = 6, met_wie = "alleen_kinderen", inkomen_huur = 18000, ten_laste_huur = 2, huurprijs = 800 },
      { recht = ja, bedrag = 260.72 } },
    { "het plafond stopt bij vier personen", op = "2024-06-01",
      { woonsituatie = "huurder", wachtlijst_jaren = 6, met_wie = "koppel_kinderen", inkomen_huur = 18000, ten_laste_huur = 6, huurprijs = 800 },
      { recht = ja, bedrag = 325.90 } },
    { "de hoogste huur, alleen: 703,75 mag", op = "2024-06-01",
      { woonsituatie = "huurder", wachtlijst_jaren = 4, met_wie = "alleen", handicap_huurder = nee, inkomen_huur = 14000, ten_laste_huur = 0,
        huurprijs = 703.75 }, { recht = ja } },
    { "703,76 is te veel", op = "2024-06-01",
      { woonsituatie = "huurder", wachtlijst_jaren = 4, met_wie = "alleen", handicap_huurder = nee, inkomen_huur = 14000, ten_laste_huur = 0,
        huurprijs = 703.76 }, { recht = nee } },
    { "met één persoon ten laste een vijfde meer: 844,50", op = "2024-06-01",
      { woonsituatie = "huurder", wachtlijst_jaren = 4, met_wie = "alleen_kinderen", inkomen_huur = 14000, ten_laste_huur = 1,
        huurprijs = 844.50 }, { recht = ja } },
    { "met vijf de helft erbij: 1.055,63 mag", op = "2024-06-01",
      { woonsituatie = "huurder", wachtlijst_jaren = 4, met_wie = "koppel_kinderen", inkomen_huur = 14000, ten_laste_huur = 5,
        huurprijs = 1055.63 }, { recht = ja } },
    { "met vijf niet meer dan de helft erbij: 1.055,64 is te veel", op = "2024-06-01",
      { woonsituatie = "huurder", wachtlijst_jaren = 4, met_wie = "koppel_kinderen", inkomen_huur = 14000, ten_laste_huur = 5,
        huurprijs = 1055.64 }, { recht = nee } },
    { "drie jaar op de wachtlijst", op = "2024-06-01", { woonsituatie = "huurder", wachtlijst_jaren = 3 }, { recht = nee } },
    { "wie al sociaal huurt", op = "2024-06-01", { woonsituatie = "sociaal" }, { recht = nee } },
    { "niets bekend: een vraag", op = "2024-06-01", {}, { recht = onbekend, vraag = "woonsituatie" } },
  },
}
