-- Verhoogde tegemoetkoming zonder aanvraag: wie ze al heeft, of een statuut
-- heeft dat ze vanzelf meebrengt.  Wie ze met een laag inkomen kan vragen, staat
-- in vt-inkomen.lua.  Er zijn geen bedragen: een statuut volstaat.

regel {
  code   = "vt",
  titel  = { nl = "Verhoogde tegemoetkoming door uw statuut", en = "Increased reimbursement by your status",
             fr = "Intervention majorée par votre statut" },
  uitleg = { nl = "U betaalt minder bij de dokter, de apotheker en in het ziekenhuis. Wie een leefloon, een IGO of een andere uitkering van de lijst krijgt, krijgt dit vanzelf.",
             en = "You pay less at the doctor’s, the pharmacist’s and in hospital. Anyone who gets a living wage, an IGO or another benefit on the list gets this without asking.",
             fr = "Vous payez moins chez le médecin, le pharmacien et à l’hôpital. Qui reçoit un revenu d’intégration, une GRAPA ou une autre allocation de la liste, l’obtient sans demande." },
  hoe    = { nl = "U hoeft niets te doen. Staat er nog geen 1 op het einde van de drie cijfers op uw kleefbriefje? Vraag het aan uw ziekenfonds.",
             en = "You need not do anything. Do the three digits on your sticker not end in 1 yet? Ask your health insurance fund.",
             fr = "Vous ne devez rien faire. Les trois chiffres de votre vignette ne finissent pas encore par 1 ? Demandez à votre mutualité." },
  bron   = { "RIZIV, verhoogde tegemoetkoming",
             "https://www.riziv.be/nl/themas/kost-terugbetaling/financiele-toegankelijkheid/Paginas/verhoogde-tegemoetkoming-betere-vergoeding-medische-kosten.aspx",
             zekerheid = "hoog" },
  bevoegd = { naam = { nl = "uw ziekenfonds, of voor uitleg het RIZIV", en = "your health insurance fund, or for advice the RIZIV",
                       fr = "votre mutualité, ou pour des explications l’INAMI" },
              adres = "Galileelaan 5, 1210 Brussel", link = "https://www.riziv.fgov.be/" },
  per = "gezin", toekenning = "doorverwijzing",
  feiten = { "statuut" },
  recht  = is(feit.statuut, "vt", "leefloon", "igo", "ivt", "it", "zorgbudget", "zorgtoeslag", "wees"),

  tests = {
    { "wie ze al heeft", op = "2024-06-01", { statuut = "vt" }, { recht = ja } },
    { "een leefloon, al drie maanden", op = "2024-06-01", { statuut = "leefloon" }, { recht = ja } },
    { "een leefloon, nog geen drie maanden", op = "2024-06-01", { statuut = "leefloon_kort" }, { recht = nee } },
    { "de inkomensgarantie voor ouderen", op = "2024-06-01", { statuut = "igo" }, { recht = ja } },
    { "een tegemoetkoming voor een handicap", op = "2024-06-01", { statuut = "ivt" }, { recht = ja } },
    { "een integratietegemoetkoming", op = "2024-06-01", { statuut = "it" }, { recht = ja } },
    { "een zorgbudget voor ouderen", op = "2024-06-01", { statuut = "zorgbudget" }, { recht = ja } },
    { "een kind met een handicap van 66%", op = "2024-06-01", { statuut = "zorgtoeslag" }, { recht = ja } },
    { "een wees", op = "2024-06-01", { statuut = "wees" }, { recht = ja } },
    { "geen statuut", op = "2024-06-01", { statuut = "geen" }, { recht = nee } },
    { "niets bekend: een vraag", op = "2024-06-01", {}, { recht = onbekend, vraag = "statuut" } },
  },
}
