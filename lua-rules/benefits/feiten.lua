-- Wat we van een gezin kunnen weten, één keer voor alle regels.
--
-- Hoe lees je dit?  Elk feit heeft een naam in het bestand (links), een soort,
-- een naam voor de lezer, de bron, en als we het mogen vragen: een vraag.
--
-- Een inkomen is niet overal hetzelfde.  Het ene recht telt het bruto inkomen
-- van een jaar, het andere het netto inkomen van een maand.  Daarom heeft elk
-- begrip een eigen feit, met een eigen naam.  Hetzelfde geldt voor "personen
-- ten laste".  Voeg ze niet samen: dan beslist een regel met het verkeerde
-- getal.
--
-- Vraag nooit meer dan een regel nodig heeft.  Een feit zonder vraag kent
-- alleen de dienst die erover beslist.
--
-- De woorden staan in docs/rechten.md.

feiten {
  -- Eén vraag die bij veel rechten telt ---------------------------------------

  statuut = {
    soort = "keuze",
    naam  = { nl = "de uitkering of het statuut in uw gezin",
              en = "the benefit or status in your household",
              fr = "l’allocation ou le statut dans votre ménage" },
    bron  = "MAGDA, sociale statuten",
    -- Van boven naar onder: wie bovenaan past, heeft ook de rechten van "vt".
    -- Alleen "leefloon_kort" heeft die nog niet.
    keuzes = {
      { "leefloon", nl = "een leefloon (al drie maanden)", en = "a living wage (for three months)",
                    fr = "un revenu d’intégration (depuis trois mois)" },
      { "igo", nl = "een inkomensgarantie voor ouderen (IGO)", en = "an income guarantee for older people (IGO)",
               fr = "une garantie de revenus aux personnes âgées (GRAPA)" },
      { "ivt", nl = "een inkomensvervangende tegemoetkoming", en = "an income replacement allowance",
               fr = "une allocation de remplacement de revenus" },
      { "it", nl = "een integratietegemoetkoming", en = "an integration allowance", fr = "une allocation d’intégration" },
      { "zorgbudget", nl = "een zorgbudget voor ouderen", en = "a care budget for older people",
                      fr = "un budget de soins pour personnes âgées" },
      { "zorgtoeslag", nl = "een zorgtoeslag voor een kind (minstens 4 punten in pijler 1)",
                       en = "a care supplement for a child (at least 4 points in pillar 1)",
                       fr = "un supplément de soins pour un enfant (au moins 4 points au pilier 1)" },
      { "wees", nl = "een wezentoeslag voor een kind", en = "an orphan’s supplement for a child",
                fr = "un supplément d’orphelin pour un enfant" },
      { "vt", nl = "een verhoogde tegemoetkoming", en = "an increased reimbursement", fr = "une intervention majorée" },
      { "leefloon_kort", nl = "een leefloon (nog geen drie maanden)", en = "a living wage (for less than three months)",
                         fr = "un revenu d’intégration (depuis moins de trois mois)" },
      { "geen", nl = "iets anders of niets", en = "something else or nothing", fr = "autre chose ou rien" },
    },
    vraag = { nl = "Krijgt iemand in uw gezin iets van deze lijst? Kies het eerste dat past.",
              en = "Does anybody in your household get something on this list? Choose the first that fits.",
              fr = "Quelqu’un de votre ménage reçoit-il quelque chose de cette liste ? Choisissez la première réponse qui convient." },
    uitleg = { nl = "Een leefloon is ook hulp van het OCMW die even hoog is. De twee tegemoetkomingen van de lijst zijn voor wie een handicap heeft. U hebt een verhoogde tegemoetkoming als de drie cijfers linksonder op uw kleefbriefje van het ziekenfonds eindigen op 1.",
               en = "A living wage is also help of the same amount from the OCMW. The two allowances on the list are for anyone who has a disability. You have an increased reimbursement when the three digits at the bottom left of your sticker from the health insurance fund end in 1.",
               fr = "Un revenu d’intégration est aussi une aide équivalente du CPAS. Les deux allocations de la liste sont pour qui a un handicap. Vous avez une intervention majorée si les trois chiffres en bas à gauche de votre vignette de mutualité finissent par 1." },
  },

  schuldhulp = {
    soort = "keuze",
    naam  = { nl = "de hulp die u krijgt voor uw budget of schulden",
              en = "the help that you get with your budget or debts",
              fr = "l’aide que vous recevez pour votre budget ou vos dettes" },
    bron  = "OCMW Gent, budgetbeheer en schuldhulp",
    keuzes = {
      { "geen", nl = "geen", en = "none", fr = "aucune" },
      { "ocmw", nl = "budgetbegeleiding of budgetbeheer bij het OCMW",
                en = "budget guidance or budget management by the OCMW",
                fr = "une guidance ou une gestion budgétaire au CPAS" },
      { "attest", nl = "een schuldbemiddeling of collectieve schuldenregeling, met een attest",
                  en = "debt mediation or collective debt settlement, with a certificate",
                  fr = "une médiation de dettes ou un règlement collectif de dettes, avec une attestation" },
    },
    vraag = { nl = "Krijgt u hulp voor uw budget of uw schulden?",
              en = "Do you get help with your budget or your debts?",
              fr = "Recevez-vous une aide pour votre budget ou vos dettes ?" },
    uitleg = { nl = "Een attest krijgt u van wie de schulden regelt: een advocaat, een OCMW of een CAW.",
               en = "A certificate comes from whoever settles the debts: a lawyer, an OCMW or a CAW.",
               fr = "L’attestation vient de la personne qui règle les dettes : un avocat, un CPAS ou un CAW." },
  },

  -- Hoe en met wie u woont ----------------------------------------------------

  woonsituatie = {
    soort = "keuze",
    naam  = { nl = "uw woonsituatie", en = "your housing", fr = "votre logement" },
    bron  = "Rijksregister en Wonen in Vlaanderen",
    keuzes = {
      { "sociaal_gas", nl = "een sociale woning met één gasverwarming voor het hele gebouw",
                       en = "social housing with one gas heating for the whole building",
                       fr = "un logement social avec un seul chauffage au gaz pour tout l’immeuble" },
      { "sociaal", nl = "een sociale woning met een eigen verwarming", en = "social housing with a heating of your own",
                   fr = "un logement social avec votre propre chauffage" },
      { "huurder", nl = "een woning die u huurt van iemand anders", en = "a home that you rent from somebody else",
                   fr = "un logement que vous louez à quelqu’un d’autre" },
      { "eigenaar", nl = "een woning die van u is", en = "a home that you own", fr = "un logement qui est à vous" },
      { "anders", nl = "iets anders, zoals bij familie of in een voorziening",
                  en = "something else, such as with family or in an institution",
                  fr = "autre chose, par exemple en famille ou dans une institution" },
    },
    vraag = { nl = "Hoe woont u?", en = "What kind of home do you live in?", fr = "Comment êtes-vous logé ?" },
    uitleg = { nl = "Een sociale woning huurt u van een woonmaatschappij, zoals Thuispunt Gent.",
               en = "Social housing is rented from a housing company, such as Thuispunt Gent.",
               fr = "Un logement social se loue à une société de logement, comme Thuispunt Gent." },
  },

  met_wie = {
    soort = "keuze",
    naam  = { nl = "uw gezinssituatie", en = "your family situation", fr = "votre situation familiale" },
    bron  = "Rijksregister, gezin",
    keuzes = {
      { "alleen", nl = "alleen wonen", en = "living alone", fr = "vivre seul" },
      { "alleen_kinderen", nl = "alleen wonen met kinderen", en = "living alone with children", fr = "vivre seul avec des enfants" },
      { "koppel", nl = "wonen met een partner, zonder kinderen", en = "living with a partner, without children",
                  fr = "vivre avec un partenaire, sans enfants" },
      { "koppel_kinderen", nl = "wonen met een partner en kinderen", en = "living with a partner and children",
                           fr = "vivre avec un partenaire et des enfants" },
      { "anderen", nl = "wonen met andere mensen", en = "living with other people", fr = "vivre avec d’autres personnes" },
    },
    vraag = { nl = "Met wie woont u?", en = "Whom do you live with?", fr = "Avec qui vivez-vous ?" },
  },

  gezinsgrootte = {
    soort = "aantal 1..20",
    naam  = { nl = "het aantal mensen in uw gezin", en = "the number of people in your household",
              fr = "le nombre de personnes dans votre ménage" },
    bron  = "Rijksregister, gezin",
    vraag = { nl = "Met hoeveel mensen woont u samen, uzelf meegeteld?",
              en = "How many people live together with you, yourself included?",
              fr = "Combien de personnes vivent ensemble chez vous, vous compris ?" },
  },

  iemand_65 = {
    soort = "ja/nee",
    naam  = { nl = "iemand in uw gezin is 65 jaar of ouder", en = "somebody in your household is 65 or older",
              fr = "quelqu’un dans votre ménage a 65 ans ou plus" },
    bron  = "Rijksregister, gezin",
    vraag = { nl = "Is iemand in uw gezin 65 jaar of ouder?", en = "Is anybody in your household 65 or older?",
              fr = "Quelqu’un dans votre ménage a-t-il 65 ans ou plus ?" },
  },

  -- Zonder vraag: het register weet het van iedereen, en niemand moet het voor
  -- iemand anders invullen.
  geboortedatum = {
    soort = "datum 1900-01-01..2099-12-31", per = "persoon",
    naam  = { nl = "de geboortedatum", en = "the date of birth", fr = "la date de naissance" },
    bron  = "Rijksregister",
  },

  -- Kinderen, opvang en school ------------------------------------------------

  kinderen = {
    soort = "aantal 0..15",
    naam  = { nl = "het aantal kinderen met Groeipakket", en = "the number of children with Groeipakket",
              fr = "le nombre d’enfants avec Groeipakket" },
    bron  = "VUTG, Groeipakket",
    vraag = { nl = "Voor hoeveel kinderen krijgt uw gezin het Groeipakket?",
              en = "For how many children does your household get the Groeipakket?",
              fr = "Pour combien d’enfants votre ménage reçoit-il le Groeipakket ?" },
    uitleg = { nl = "Het Groeipakket is het geld dat u elke maand voor een kind krijgt. Vroeger heette dat kinderbijslag.",
               en = "The Groeipakket is the money that you get for a child each month. It used to be called child benefit.",
               fr = "Le Groeipakket est l’argent que vous recevez chaque mois pour un enfant. C’étaient les allocations familiales." },
  },

  kind_sinds_2019 = {
    soort = "ja/nee",
    naam  = { nl = "een van uw kinderen is in 2019 of later geboren", en = "one of your children was born in 2019 or later",
              fr = "un de vos enfants est né en 2019 ou après" },
    bron  = "Rijksregister, gezin",
    vraag = { nl = "Hebt u een kind dat in 2019 of later geboren is?", en = "Do you have a child who was born in 2019 or later?",
              fr = "Avez-vous un enfant né en 2019 ou après ?" },
  },

  leren = {
    soort = "keuze",
    naam  = { nl = "de school of opvang van uw gezin", en = "the school or childcare of your household",
              fr = "l’école ou la crèche de votre ménage" },
    bron  = "Opgroeien en Departement Onderwijs, inschrijvingen",
    keuzes = {
      { "niemand", nl = "geen school en geen opvang", en = "no school and no childcare", fr = "ni école ni crèche" },
      { "opvang", nl = "alleen kinderopvang", en = "only childcare", fr = "seulement la crèche" },
      { "school", nl = "alleen de kleuterschool, de lagere of de middelbare school",
                  en = "only nursery, primary or secondary school",
                  fr = "seulement l’école maternelle, primaire ou secondaire" },
      { "opvang_school", nl = "kinderopvang en school, maar geen hogere studies",
                         en = "childcare and school, but no higher education",
                         fr = "la crèche et l’école, mais pas d’études supérieures" },
      { "hoger", nl = "alleen een hogeschool of universiteit", en = "only a college or university",
                 fr = "seulement une haute école ou une université" },
      { "meer", nl = "hogere studies, en ook kinderopvang of school", en = "higher education, and also childcare or school",
                fr = "des études supérieures, et aussi la crèche ou l’école" },
    },
    vraag = { nl = "Gaat iemand in uw gezin naar de kinderopvang, naar school of naar hogere studies?",
              en = "Does anybody in your household go to childcare, to school or to higher education?",
              fr = "Quelqu’un dans votre ménage va-t-il à la crèche, à l’école ou aux études supérieures ?" },
    uitleg = { nl = "School is de kleuterschool, de lagere of de middelbare school. Een hogeschool of universiteit is hogere studies.",
               en = "School is nursery, primary or secondary school. A college or university is higher education.",
               fr = "L’école est la maternelle, la primaire ou la secondaire. Une haute école ou une université, ce sont des études supérieures." },
  },

  in_opvang = {
    soort = "ja/nee",
    naam  = { nl = "een kind van uw gezin gaat naar de kinderopvang", en = "a child of your household goes to childcare",
              fr = "un enfant de votre ménage va à la crèche" },
    bron  = "Opgroeien, inschrijvingen",
    vraag = { nl = "Gaat een kind van uw gezin naar de kinderopvang?", en = "Does a child of your household go to childcare?",
              fr = "Un enfant de votre ménage va-t-il à la crèche ?" },
  },

  op_school = {
    soort = "ja/nee",
    naam  = { nl = "iemand in uw gezin gaat naar school",
              en = "somebody in your household goes to school",
              fr = "quelqu’un dans votre ménage va à l’école" },
    bron  = "Departement Onderwijs, inschrijvingen",
    vraag = { nl = "Gaat iemand in uw gezin naar de kleuterschool, de lagere of de middelbare school?",
              en = "Does anybody in your household go to nursery, primary or secondary school?",
              fr = "Quelqu’un dans votre ménage va-t-il à l’école maternelle, primaire ou secondaire ?" },
  },

  op_kot = {
    soort = "ja/nee",
    naam  = { nl = "de student woont op kot", en = "the student lives in lodgings", fr = "l’étudiant vit en kot" },
    bron  = "Departement Onderwijs, aanvraag",
    vraag = { nl = "Woont de student op kot?", en = "Does the student live in lodgings?", fr = "L’étudiant vit-il en kot ?" },
    uitleg = { nl = "Op kot: in een kamer dicht bij de school, niet bij de ouders.",
               en = "In lodgings: in a room near the school, not with the parents.",
               fr = "En kot : dans une chambre près de l’école, pas chez les parents." },
  },

  studie_soort = {
    soort = "keuze",
    naam  = { nl = "de studietoelage volgens de dienst Studietoelagen",
              en = "the study grant as the study grants office finds it",
              fr = "l’allocation d’études selon le service des allocations d’études" },
    bron  = "Departement Onderwijs, Studietoelagen",
    keuzes = {
      { "geen", nl = "geen", en = "none", fr = "aucune" },
      { "gewoon", nl = "een gewone toelage", en = "an ordinary grant", fr = "une allocation ordinaire" },
      { "uitzonderlijk", nl = "een uitzonderlijke toelage", en = "an exceptional grant", fr = "une allocation exceptionnelle" },
    },
  },

  studie_deel = {
    soort = "aantal 0..100",
    naam  = { nl = "het percent van de volle toelage waar uw inkomen recht op geeft",
              en = "the per cent of the full grant that your income gives",
              fr = "le pourcentage de l’allocation complète que donne votre revenu" },
    bron  = "Departement Onderwijs, Studietoelagen",
  },

  gezinspunten = {
    soort = "aantal 0..10",
    naam  = { nl = "het aantal punten van uw gezin voor de schooltoeslag",
              en = "the number of points of your household for the school supplement",
              fr = "le nombre de points de votre ménage pour le supplément scolaire" },
    bron  = "VUTG, schooltoeslag",
  },

  school_soort = {
    soort = "keuze",
    naam  = { nl = "de soort school van uw kind", en = "the kind of school of your child", fr = "le type d’école de votre enfant" },
    bron  = "Departement Onderwijs, inschrijvingen",
    keuzes = {
      { "kleuter", nl = "de kleuterschool", en = "nursery school", fr = "l’école maternelle" },
      { "lager", nl = "de lagere school", en = "primary school", fr = "l’école primaire" },
      { "middelbaar", nl = "de middelbare school", en = "secondary school", fr = "l’école secondaire" },
    },
    vraag = { nl = "Naar welke school gaat uw kind?", en = "Which school does your child go to?", fr = "Quelle école votre enfant fréquente-t-il ?" },
    uitleg = { nl = "Gaan er meer kinderen naar school? Kies dan voor één van hen: het bedrag is dat van één kind.",
               en = "Do more children go to school? Then choose for one of them: the amount is for one child.",
               fr = "Plusieurs enfants vont à l’école ? Choisissez pour l’un d’eux : le montant est celui d’un enfant." },
  },

  schooltoeslag_uitzonderlijk = {
    soort = "ja/nee",
    naam  = { nl = "u leeft vooral van een uitkering of onderhoudsgeld, volgens de uitbetaler van het Groeipakket",
              en = "you live mostly on benefits or maintenance, as the payer of the Groeipakket finds",
              fr = "vous vivez surtout d’allocations ou d’une pension alimentaire, selon le payeur du Groeipakket" },
    bron  = "VUTG, schooltoeslag",
  },

  -- Rond het laagste bedrag van een middelbare school dat we kennen (113,95 in
  -- 2018-2019) en het hoogste (3.720,75 in 2020-2021).
  schooltoeslag_bedrag = {
    soort = "euro 113..3721",
    naam  = { nl = "de schooltoeslag volgens de uitbetaler van het Groeipakket",
              en = "the school supplement as the payer of the Groeipakket finds it",
              fr = "le supplément scolaire selon le payeur du Groeipakket" },
    bron  = "VUTG, schooltoeslag",
  },

  -- Prijs van de kinderopvang -------------------------------------------------

  opvang_tarief = {
    soort = "keuze",
    naam  = { nl = "het tarief op uw attest voor de kinderopvang", en = "the rate on your childcare certificate",
              fr = "le tarif sur votre attestation de crèche" },
    bron  = "Opgroeien, attest inkomenstarief",
    keuzes = {
      { "inkomen", nl = "volgens het inkomen", en = "by income", fr = "selon le revenu" },
      { "uitzonderlijk", nl = "uitzonderlijk verminderd", en = "exceptionally reduced", fr = "exceptionnellement réduit" },
      { "laagste", nl = "het laagste", en = "the lowest", fr = "le plus bas" },
    },
  },

  opvang_dagprijs = {
    soort = "euro 0..200",
    naam  = { nl = "de dagprijs volgens uw inkomen zonder kortingen",
              en = "the price a day by your income without discounts",
              fr = "le prix par jour selon votre revenu sans réductions" },
    bron  = "Opgroeien, attest inkomenstarief",
  },

  opvang_kortingen = {
    soort = "aantal 0..10",
    naam  = { nl = "het aantal kinderen waarvoor u korting krijgt in de kinderopvang",
              en = "the number of children that give you a childcare discount",
              fr = "le nombre d’enfants qui vous donnent une réduction à la crèche" },
    bron  = "Opgroeien, attest inkomenstarief",
  },

  opvang_uren = {
    soort = "aantal 1..24",
    naam  = { nl = "het aantal volle uren in de kinderopvang op een dag", en = "the number of full hours in childcare on a day",
              fr = "le nombre d’heures pleines à la crèche par jour" },
    bron  = "de kinderopvang, aanwezigheden",
    vraag = { nl = "Hoeveel volle uren is uw kind op een dag in de opvang?",
              en = "How many full hours is your child in childcare on a day?",
              fr = "Combien d’heures pleines votre enfant passe-t-il à la crèche par jour ?" },
  },

  -- Inkomens: elk begrip apart ------------------------------------------------

  belastbaar_jaar = {
    soort = "euro 0..500000",
    naam  = { nl = "het bruto belastbaar inkomen van uw gezin in een jaar",
              en = "the gross taxable income of your household in a year",
              fr = "le revenu brut imposable de votre ménage par an" },
    bron  = "FOD Financiën, laatste aanslagbiljet",
    vraag = { nl = "Hoeveel verdiende uw gezin in het laatste jaar, vóór belastingen?",
              en = "How much did your household earn in the last year, before taxes?",
              fr = "Combien votre ménage a-t-il gagné l’année passée, avant impôts ?" },
    uitleg = { nl = "Een bedrag van een heel jaar, niet van een maand. Tel de lonen en uitkeringen van iedereen samen. U vindt ze op het laatste aanslagbiljet van de belastingen. Het Groeipakket telt niet mee.",
               en = "An amount of a whole year, not of a month. Add the wages and benefits of everybody. You find them on the last tax assessment. The Groeipakket does not count.",
               fr = "Un montant pour toute une année, pas pour un mois. Additionnez les salaires et allocations de chacun. Ils figurent sur le dernier avertissement-extrait de rôle. Le Groeipakket ne compte pas." },
  },

  belastbaar_maand = {
    soort = "euro 0..40000",
    naam  = { nl = "het bruto belastbaar inkomen van uw gezin in de vorige maand",
              en = "the gross taxable income of your household in the last month",
              fr = "le revenu brut imposable de votre ménage le mois passé" },
    bron  = "verklaring op erewoord bij het ziekenfonds",
    vraag = { nl = "Hoeveel verdiende uw gezin in de vorige maand, vóór belastingen?",
              en = "How much did your household earn in the last month, before taxes?",
              fr = "Combien votre ménage a-t-il gagné le mois passé, avant impôts ?" },
    uitleg = { nl = "Op een loonbrief staat het bij “belastbaar”. Tel de uitkeringen van die maand erbij, ook die van uw huisgenoten.",
               en = "On a payslip it stands at “belastbaar” (taxable). Add the benefits of that month, also those of the people you live with.",
               fr = "Sur une fiche de paie, c’est l’« imposable ». Ajoutez les allocations de ce mois, aussi celles des personnes qui vivent avec vous." },
  },

  inkomen_veranderd = {
    soort = "ja/nee",
    naam  = { nl = "iemand in uw gezin is met pensioen of weduwe of weduwnaar of drie maanden werkloos of ziek",
              en = "somebody in your household is retired or widowed or out of work or ill for three months",
              fr = "quelqu’un dans votre ménage est pensionné ou veuf ou sans travail ou malade depuis trois mois" },
    bron  = "Kruispuntbank van de Sociale Zekerheid",
    vraag = { nl = "Is iemand in uw gezin met pensioen, weduwe of weduwnaar, of minstens drie maanden werkloos of ziek?",
              en = "Is anybody in your household a pensioner, a widow or widower, or out of work or ill for at least three months?",
              fr = "Quelqu’un dans votre ménage est-il pensionné, veuf, ou sans travail ou malade depuis au moins trois mois ?" },
  },

  inkomen_laag_nu = {
    soort = "ja/nee",
    naam  = { nl = "uw ziekenfonds vindt uw inkomen van nu laag genoeg",
              en = "your health insurance fund finds your present income low enough",
              fr = "votre mutualité trouve votre revenu actuel assez bas" },
    bron  = "het ziekenfonds, onderzoek van het inkomen",
  },

  inkomen_school = {
    soort = "euro 0..500000",
    naam  = { nl = "het inkomen van uw gezin voor de schooltoeslag", en = "the income of your household for the school supplement",
              fr = "le revenu de votre ménage pour le supplément scolaire" },
    bron  = "FOD Financiën, referentie-inkomen",
    vraag = { nl = "Hoeveel was het belastbaar inkomen van uw gezin, twee jaar geleden?",
              en = "What was the taxable income of your household, two years ago?",
              fr = "Quel était le revenu imposable de votre ménage, il y a deux ans ?" },
    uitleg = { nl = "Een bedrag van een heel jaar. Op het aanslagbiljet van dat jaar staat het bij “gezamenlijk belastbaar inkomen”. Tel er het onderhoudsgeld bij dat u krijgt.",
               en = "An amount of a whole year. On the tax assessment of that year it stands at “gezamenlijk belastbaar inkomen” (joint taxable income). Add the maintenance that you get.",
               fr = "Un montant pour toute une année. Sur l’avertissement-extrait de rôle de cette année-là, c’est le « revenu imposable globalement ». Ajoutez la pension alimentaire que vous recevez." },
  },

  inkomen_huur = {
    soort = "euro 0..500000",
    naam  = { nl = "het geïndexeerd gezamenlijk inkomen voor de huurpremie of de huursubsidie",
              en = "the indexed joint income for the rent premium or the rent subsidy",
              fr = "le revenu commun indexé pour la prime au loyer ou la subvention-loyer" },
    bron  = "Wonen in Vlaanderen, gezamenlijk belastbaar inkomen, leefloon en tegemoetkomingen",
    vraag = { nl = "Hoeveel verdienden u en uw huisgenoten samen, volgens het laatste aanslagbiljet?",
              en = "How much did you and the people you live with earn together, by the last tax assessment?",
              fr = "Combien avez-vous gagné avec les personnes sous votre toit, selon le dernier avertissement-extrait de rôle ?" },
    uitleg = { nl = "Een bedrag van een heel jaar: “gezamenlijk belastbaar inkomen” op het aanslagbiljet. Tel er een leefloon of een tegemoetkoming voor een handicap bij.",
               en = "An amount of a whole year: “gezamenlijk belastbaar inkomen” (joint taxable income) on the tax assessment. Add a living wage or a disability allowance.",
               fr = "Un montant pour toute une année : le « revenu imposable globalement » sur l’avertissement-extrait de rôle. Ajoutez un revenu d’intégration ou une allocation de handicap." },
  },

  inkomen_verbouw = {
    soort = "euro 0..500000",
    naam  = { nl = "het gezamenlijk belastbaar inkomen van de bewoners", en = "the joint taxable income of the residents",
              fr = "le revenu imposable commun des habitants" },
    bron  = "FOD Financiën, laatste aanslagbiljet van elke eigenaar-bewoner",
    vraag = { nl = "Wat is het gezamenlijk belastbaar inkomen van u en uw partner?",
              en = "What is the joint taxable income of you and your partner?",
              fr = "Quel est le revenu imposable globalement de vous et de votre partenaire ?" },
    uitleg = { nl = "Een bedrag van een heel jaar. U vindt het op uw laatste aanslagbiljet van de belastingen.",
               en = "An amount of a whole year. You find it on your last tax assessment.",
               fr = "Un montant pour toute une année. Il figure sur votre dernier avertissement-extrait de rôle." },
  },

  netto_maand = {
    soort = "euro 0..40000",
    naam  = { nl = "het netto inkomen van uw gezin in een maand", en = "the net income of your household in a month",
              fr = "le revenu net de votre ménage par mois" },
    bron  = "loonbrieven en uitkeringen",
    vraag = { nl = "Hoeveel geld krijgt uw gezin elke maand op de rekening?",
              en = "How much money does your household get in the bank each month?",
              fr = "Combien d’argent votre ménage reçoit-il chaque mois sur le compte ?" },
    uitleg = { nl = "Tel de lonen en uitkeringen samen. U vindt ze op de uittreksels van uw bank. Is het elke maand anders? Neem het gemiddelde van drie maanden. Het Groeipakket telt niet mee.",
               en = "Add wages and benefits. You find them on your bank statements. Is it different each month? Take the average of three months. The Groeipakket does not count.",
               fr = "Additionnez salaires et allocations. Ils figurent sur vos extraits de compte. C’est différent chaque mois ? Prenez la moyenne de trois mois. Le Groeipakket ne compte pas." },
  },

  bestaansmiddelen = {
    soort = "euro 0..40000",
    naam  = { nl = "het totaal van uw bestaansmiddelen in een maand", en = "the total of your means in a month",
              fr = "le total de vos ressources par mois" },
    bron  = "OCMW Gent, sociaal onderzoek",
  },

  middelen_zorg = {
    soort = "euro 0..500000",
    naam  = { nl = "het totaal van uw inkomen en vermogen in een jaar voor het zorgbudget",
              en = "the total of your income and assets in a year for the care budget",
              fr = "le total de vos revenus et biens par an pour le budget de soins" },
    bron  = "zorgkas, onderzoek van inkomen en vermogen",
  },

  -- Personen ten laste: elk begrip apart --------------------------------------

  ten_laste_huisvuil = {
    soort = "aantal 0..12",
    naam  = { nl = "het aantal personen ten laste van de referentiepersoon", en = "the number of dependants of the reference person",
              fr = "le nombre de personnes à charge de la personne de référence" },
    bron  = "Rijksregister, gezin op 1 januari",
    vraag = { nl = "Hoeveel mensen woonden op 1 januari bij u, uzelf niet meegeteld?",
              en = "How many people lived with you on 1 January, yourself not included?",
              fr = "Combien de personnes vivaient avec vous au 1er janvier, sans vous compter ?" },
  },

  ten_laste_huur = {
    soort = "aantal 0..12",
    naam  = { nl = "het aantal personen ten laste voor de huurpremie of de huursubsidie",
              en = "the number of dependants for the rent premium or the rent subsidy",
              fr = "le nombre de personnes à charge pour la prime au loyer ou la subvention-loyer" },
    bron  = "Wonen in Vlaanderen",
    vraag = { nl = "Hoeveel kinderen wonen bij u, samen met wie een erkende handicap heeft?",
              en = "How many children live with you, together with those who have a recognised disability?",
              fr = "Combien d’enfants vivent chez vous, avec les personnes qui ont un handicap reconnu ?" },
    uitleg = { nl = "Een kind telt mee als het jonger is dan 18 of nog Groeipakket krijgt. Uzelf telt u mee als u een erkende handicap hebt.",
               en = "A child counts when under 18 or still with Groeipakket. Count yourself when you have a recognised disability.",
               fr = "Un enfant compte s’il a moins de 18 ans ou reçoit encore le Groeipakket. Comptez-vous si vous avez un handicap reconnu." },
  },

  ten_laste_verbouw = {
    soort = "aantal 0..12",
    naam  = { nl = "het aantal personen fiscaal ten laste", en = "the number of dependants for taxes",
              fr = "le nombre de personnes fiscalement à charge" },
    bron  = "FOD Financiën, laatste aanslagbiljet",
    vraag = { nl = "Hoeveel mensen hebt u ten laste voor de belastingen?", en = "How many dependants do you have for taxes?",
              fr = "Combien de personnes avez-vous à charge pour les impôts ?" },
    uitleg = { nl = "Vaak zijn dat uw kinderen. Het aantal staat op uw aanslagbiljet.",
               en = "Mostly these are your children. The number is on your tax assessment.",
               fr = "Ce sont le plus souvent vos enfants. Le nombre figure sur l’avertissement-extrait de rôle." },
  },

  ten_laste_prodeo = {
    soort = "aantal 0..12",
    naam  = { nl = "het aantal mensen die van uw inkomen leven", en = "the number of people who live on your income",
              fr = "le nombre de personnes qui vivent de votre revenu" },
    bron  = "Bureau voor Juridische Bijstand, samenstelling van het gezin",
    vraag = { nl = "Hoeveel mensen leven van uw inkomen, uzelf en uw partner niet meegeteld?",
              en = "How many people live on your income, you and your partner not included?",
              fr = "Combien de personnes vivent de votre revenu, sans vous ni votre partenaire ?" },
  },

  ten_laste_verwarming = {
    soort = "aantal 0..12",
    naam  = { nl = "het aantal personen ten laste voor de verwarmingstoelage", en = "the number of dependants for the heating allowance",
              fr = "le nombre de personnes à charge pour l’allocation de chauffage" },
    bron  = "POD Maatschappelijke Integratie, inkomen van elke huisgenoot",
    vraag = { nl = "Hoeveel mensen in uw huis hebben bijna geen eigen inkomen?",
              en = "How many people in your home have almost no income of their own?",
              fr = "Combien de personnes chez vous n’ont presque pas de revenu propre ?" },
    uitleg = { nl = "Vaak zijn dat de kinderen. Het Groeipakket en onderhoudsgeld voor kinderen tellen niet als inkomen.",
               en = "Mostly these are the children. Groeipakket and maintenance for children do not count as income.",
               fr = "Ce sont le plus souvent les enfants. Le Groeipakket et la pension alimentaire des enfants ne comptent pas." },
  },

  -- Huren ---------------------------------------------------------------------

  wachtlijst_jaren = {
    soort = "aantal 0..60",
    naam  = { nl = "het aantal jaren dat u zonder onderbreking op de wachtlijst voor een sociale woning staat",
              en = "the number of years that you have been on the waiting list for social housing without a break",
              fr = "le nombre d’années sans interruption sur la liste d’attente d’un logement social" },
    bron  = "Wonen in Vlaanderen, centraal inschrijvingsregister",
    vraag = { nl = "Hoeveel volle jaren staat u al op de wachtlijst voor een sociale woning?",
              en = "How many full years have you been on the waiting list for social housing?",
              fr = "Depuis combien d’années complètes êtes-vous sur la liste d’attente d’un logement social ?" },
    uitleg = { nl = "Staat u niet op de lijst? Vul 0 in.", en = "Not on the list? Fill in 0.",
               fr = "Vous n’êtes pas sur la liste ? Indiquez 0." },
  },

  huurprijs = {
    soort = "euro 0..10000",
    naam  = { nl = "uw huur in een maand", en = "your rent a month", fr = "votre loyer par mois" },
    bron  = "geregistreerd huurcontract",
    vraag = { nl = "Hoeveel huur betaalt u in een maand?", en = "How much rent do you pay a month?",
              fr = "Quel loyer payez-vous par mois ?" },
    uitleg = { nl = "U vindt dit bedrag in uw huurcontract. Zonder de kosten voor water, energie en het gebouw.",
               en = "You find this amount in your lease. Without the cost of water, energy and the building.",
               fr = "Ce montant figure dans votre bail. Sans les frais d’eau, d’énergie et d’immeuble." },
  },

  handicap_huurder = {
    soort = "ja/nee",
    naam  = { nl = "u hebt een erkende handicap", en = "you have a recognised disability", fr = "vous avez un handicap reconnu" },
    bron  = "FOD Sociale Zekerheid, erkenning",
    vraag = { nl = "Hebt u een erkende handicap?", en = "Do you have a recognised disability?", fr = "Avez-vous un handicap reconnu ?" },
    uitleg = { nl = "We vragen dit omdat de grens voor het inkomen dan hoger is.",
               en = "We ask because the limit for the income is then higher.",
               fr = "Nous le demandons parce que le plafond de revenu est alors plus élevé." },
  },

  verhuisd = {
    soort = "ja/nee",
    naam  = { nl = "u verhuisde uit een slechte of te kleine of onaangepaste woning of was dakloos",
              en = "you moved out of a home that was bad or too small or unsuitable or were homeless",
              fr = "vous avez quitté un logement mauvais ou trop petit ou inadapté ou étiez sans abri" },
    bron  = "Wonen in Vlaanderen, aanvraag",
    vraag = { nl = "Bent u verhuisd uit een slechte, te kleine of onaangepaste woning, of was u dakloos?",
              en = "Did you move out of a home that was bad, too small or unsuitable, or were you homeless?",
              fr = "Avez-vous quitté un logement mauvais, trop petit ou inadapté, ou étiez-vous sans abri ?" },
    uitleg = { nl = "Slecht: de gemeente verklaarde de woning ongeschikt of onbewoonbaar. Onaangepast: te moeilijk voor uw leeftijd of handicap.",
               en = "Bad: the municipality declared the home unfit. Unsuitable: too difficult for your age or disability.",
               fr = "Mauvais : la commune l’a déclaré inadapté ou inhabitable. Inadapté : trop difficile pour votre âge ou handicap." },
  },

  subsidie_jaren = {
    soort = "aantal 0..60",
    naam  = { nl = "het aantal jaren dat u de huursubsidie al kreeg", en = "the number of years that you already got the rent subsidy",
              fr = "le nombre d’années de subvention-loyer déjà reçues" },
    bron  = "Wonen in Vlaanderen, dossier",
    vraag = { nl = "Hoeveel jaar kreeg u de Vlaamse huursubsidie al?", en = "For how many years have you had the Flemish rent subsidy?",
              fr = "Depuis combien d’années recevez-vous la subvention-loyer flamande ?" },
    uitleg = { nl = "Kreeg u ze nog nooit? Vul 0 in.", en = "Never? Fill in 0.", fr = "Jamais ? Indiquez 0." },
  },

  subsidie_berekend = {
    soort = "euro 1..1000",
    naam  = { nl = "de huursubsidie volgens uw huur en inkomen", en = "the rent subsidy by your rent and income",
              fr = "la subvention-loyer selon votre loyer et votre revenu" },
    bron  = "Wonen in Vlaanderen, berekening",
  },

  -- Verbouwen en verwarmen ----------------------------------------------------

  woning_15_jaar = {
    soort = "ja/nee",
    naam  = { nl = "uw woning is minstens 15 jaar oud", en = "your home is at least 15 years old", fr = "votre logement a au moins 15 ans" },
    bron  = "FOD Financiën, kadaster",
    vraag = { nl = "Is uw woning minstens 15 jaar oud?", en = "Is your home at least 15 years old?", fr = "Votre logement a-t-il au moins 15 ans ?" },
  },

  verwarming = {
    soort = "keuze",
    naam  = { nl = "waarmee u uw woning verwarmt", en = "what you heat your home with", fr = "le chauffage de votre logement" },
    bron  = "factuur van de brandstof",
    keuzes = {
      { "anders", nl = "aardgas, elektriciteit, hout of iets anders", en = "natural gas, electricity, wood or something else",
                  fr = "gaz naturel, électricité, bois ou autre chose" },
      { "tank", nl = "stookolie of propaan in een grote tank", en = "heating oil or propane in a large tank",
                fr = "mazout ou propane dans une grande citerne" },
      { "pomp", nl = "stookolie of petroleum van de pomp", en = "heating oil or paraffin from the pump",
                fr = "mazout ou pétrole à la pompe" },
    },
    vraag = { nl = "Waarmee verwarmt u uw woning?", en = "What do you heat your home with?", fr = "Comment chauffez-vous votre logement ?" },
  },

  liters = {
    soort = "aantal 0..1500",
    naam  = { nl = "het aantal liter dat telt", en = "the number of litres that count", fr = "le nombre de litres qui compte" },
    bron  = "factuur van de brandstof; hoogstens 1500 liter telt",
    vraag = { nl = "Hoeveel liter kocht u dit jaar?", en = "How many litres did you buy this year?", fr = "Combien de litres avez-vous achetés cette année ?" },
    uitleg = { nl = "U vindt het op de facturen van de leverancier. Meer dan 1500 liter? Vul 1500 in.",
               en = "You find it on the invoices of the supplier. More than 1500 litres? Fill in 1500.",
               fr = "C’est sur les factures du fournisseur. Plus de 1500 litres ? Indiquez 1500." },
  },

  cent_per_liter = {
    soort = "aantal 14..20",
    naam  = { nl = "het aantal cent toelage per liter",
              en = "the number of cents of allowance per litre",
              fr = "le nombre de cents d’allocation par litre" },
    bron  = "POD Maatschappelijke Integratie, volgens de prijs op de factuur",
  },

  factuur_te_zwaar = {
    soort = "ja/nee",
    naam  = { nl = "het OCMW vindt de factuur voor uw verwarming te zwaar",
              en = "the OCMW finds your heating bill too heavy",
              fr = "le CPAS trouve votre facture de chauffage trop lourde" },
    bron  = "OCMW Gent, sociaal onderzoek",
  },

  -- Wat een dienst of een arts onderzoekt --------------------------------------

  leefloon_onderzoek = {
    soort = "ja/nee",
    naam  = { nl = "het OCMW vindt dat u voldoet aan alle voorwaarden voor een leefloon",
              en = "the OCMW finds that you meet all conditions for a living wage",
              fr = "le CPAS trouve que vous remplissez toutes les conditions du revenu d’intégration" },
    bron  = "OCMW Gent, sociaal onderzoek",
  },

  begeleiding = {
    soort = "ja/nee",
    naam  = { nl = "u wilt begeleiding van een maatschappelijk werker", en = "you want guidance from a social worker",
              fr = "vous voulez être accompagné par un assistant social" },
    bron  = "OCMW Gent, gesprek",
    vraag = { nl = "Wilt u begeleiding van een maatschappelijk werker?", en = "Do you want guidance from a social worker?",
              fr = "Voulez-vous être accompagné par un assistant social ?" },
    uitleg = { nl = "Een maatschappelijk werker van het OCMW zoekt samen met u een oplossing.",
               en = "A social worker of the OCMW looks for a solution together with you.",
               fr = "Un assistant social du CPAS cherche une solution avec vous." },
  },

  hulp_onderzoek = {
    soort = "ja/nee",
    naam  = { nl = "het OCMW vindt dat u te weinig hebt om menswaardig te leven",
              en = "the OCMW finds that you have too little to live in dignity",
              fr = "le CPAS trouve que vous avez trop peu pour vivre dignement" },
    bron  = "OCMW Gent, sociaal onderzoek",
  },

  prodeo_bijdrage = {
    soort = "euro 25..125",
    naam  = { nl = "uw bijdrage voor een pro-Deoadvocaat", en = "your contribution for a pro Deo lawyer",
              fr = "votre contribution pour un avocat pro deo" },
    bron  = "Bureau voor Juridische Bijstand, berekening",
  },

  zorgpunten = {
    soort = "aantal 0..18",
    naam  = { nl = "het aantal punten voor uw zorgnood", en = "the number of points for the care that you need",
              fr = "le nombre de points pour votre besoin de soins" },
    bron  = "arts van de zorgkas",
  },

  zorgkas_berekend = {
    soort = "ja/nee",
    naam  = { nl = "uw zorgkas vindt uw middelen laag genoeg",
              en = "your care fund finds your means low enough",
              fr = "votre caisse de soins trouve vos moyens assez bas" },
    bron  = "zorgkas, onderzoek van inkomen en vermogen",
  },
}
