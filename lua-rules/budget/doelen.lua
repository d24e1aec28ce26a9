-- In welke categorie komt een actie uit het meerjarenplan?
--
-- Hoe lees je dit?  Onder "regels" staat telkens de code van een categorie en
-- een voorwaarde.  De bovenste regel die past, beslist.  Past geen enkele
-- regel, dan is de actie "niet toegewezen" en toont de pagina dat ook zo.
--
-- De woorden die je kunt gebruiken staan in docs/rules.md.  Hoofdletters en
-- accenten tellen niet.  Een * staat voor een deel van een woord:
-- "school*" past op schoolgebouw, "*onderwijs" op basisonderwijs.
--
-- Na elke wijziging: sla op, en kijk op de pagina "Regels" of alles klopt.

indeling {
  weergave = "doelen",

  -- Alleen deze gegevens van een actie gebruikt dit bestand.
  feiten = { "naam", "officieel", "groep", "hoofdgroepcode" },

  regels = {
    -- Eerst de uitzonderingen: woorden die overal hetzelfde betekenen.

    { "scholen",
      woord(feit.naam, "kdv", "stibo", "*school*", "*onderwijs", "kinderopvang",
            "klasunit", "dbfm", "jeugd", "jeugd*"),
      omdat = "Scholen, crèches en jeugd, ook hun gebouwen." },

    { "water",
      woord(feit.naam, "ivago", "afvalwater", "netheid"),
      omdat = "Riolen en huisvuil staan in het plan bij ruimte en veiligheid." },

    { "zorg",
      woord(feit.naam, "welzijn", "wzc", "ldc"),
      omdat = "Gebouwen voor zorg en welzijn." },

    { "wonen",
      woord(feit.naam, "sogent"),
      omdat = "sogent bouwt nieuwe wijken en woningen." },

    { "vrije-tijd",
      woord(feit.naam, "restauratie", "vleeshuis", "kerken", "buurthuis"),
      omdat = "Monumenten, kerken en buurthuizen." },

    { "groen",
      woord(feit.naam, "elektriciteitsvoorziening"),
      omdat = "Investeringen in het energienet." },

    { "straten",
      alle_van {
        begint_met(feit.hoofdgroepcode, "SD20001"),
        bevat(feit.naam, "openbaar domein"),
      },
      omdat = "Straten en pleinen rond sociale woningen." },

    -- Dan per doelstelling van de stad.

    { "wonen",
      begint_met(feit.hoofdgroepcode, "SD20001"),
      omdat = "Doelstelling wonen." },

    { "wonen",
      alle_van {
        begint_met(feit.hoofdgroepcode, "SD20002"),
        woord(feit.groep, "ruimtelijke", "publieke"),
      },
      omdat = "Nieuwe wijken en de publieke ruimte." },

    { "straten",
      begint_met(feit.hoofdgroepcode, "SD20002", "SD20003"),
      omdat = "Wegen, bruggen en mobiliteit." },

    { "vrije-tijd",
      bevat(feit.naam, "ICC/Floralienhall"),
      omdat = "Het congres- en evenementengebouw in het Citadelpark." },

    { "groen",
      begint_met(feit.hoofdgroepcode, "SD20004"),
      omdat = "Doelstelling klimaat en natuur." },

    { "zorg",
      begint_met(feit.hoofdgroepcode, "SD20006"),
      omdat = "Doelstelling welzijn, gezondheid en zorg." },

    { "scholen",
      begint_met(feit.hoofdgroepcode, "SD20007"),
      omdat = "Doelstelling leren en groeien." },

    { "wonen",
      begint_met(feit.hoofdgroepcode, "SD20008", "SD20009"),
      omdat = "Buurtprojecten en gelijke kansen." },

    { "vrije-tijd",
      begint_met(feit.hoofdgroepcode, "SD20010"),
      omdat = "Doelstelling sport, cultuur en vrije tijd." },

    { "veiligheid",
      begint_met(feit.hoofdgroepcode, "SD20012"),
      omdat = "Brandweer en politie." },

    { "digitaal",
      begint_met(feit.hoofdgroepcode, "SD20013"),
      omdat = "Doelstelling dienstverlening." },

    -- Wat nog niet verdeeld is, blijft niet toegewezen: het portfoliobudget
    -- en de lijnen "niet verdeeld".
    { "gebouwen",
      alle_van {
        begint_met(feit.hoofdgroepcode, "SD20011", "SD20014"),
        geen_van { bevat(feit.naam, "portfolio", "niet verdeeld") },
      },
      omdat = "Economie, en de eigen werking van de stad." },
  },

  tests = {
    { "een crèche hoort bij kinderopvang",
      { naam = "KDV Dampoort", hoofdgroepcode = "SD20007" }, "scholen" },
    { "onderhoud van scholen ook, al staat het bij de organisatie",
      { naam = "Onderhoud MOK/niet-MOK FM Onderwijs", hoofdgroepcode = "SD20014" }, "scholen" },
    { "een huis in een park is wonen",
      { naam = "Renovatie directeurswoning Wolterspark", hoofdgroepcode = "SD20008" }, "wonen" },
    { "huisvuil is geen veiligheid",
      { naam = "Ivago - Ophalen en verwerken van huishoudelijk afval", hoofdgroepcode = "SD20012" }, "water" },
    { "een plein bij sociale woningen is straat",
      { naam = "Ferrerlaan openbaar domein", hoofdgroepcode = "SD20001" }, "straten" },
    { "het portfoliobudget is niet toegewezen",
      { naam = "portfolio Stad", hoofdgroepcode = "SD20014" }, niets },
    { "niet verdeeld is niet toegewezen",
      { naam = "niet verdeeld BD 106", hoofdgroepcode = "SD20014" }, niets },
  },
}
