/* The files of the register: what their columns are called, and may hold. */
#include "own.h"

#define TEXT(column, heading, most) \
	{ \
		column, BF_TEXT, .required = true, .max = most, \
				 .label = heading \
	}
#define SOME(column, heading, most) \
	{ \
		column, BF_TEXT, .max = most, .label = heading \
	}
#define DAY(column, heading) \
	{ \
		column, BF_DAY, .required = true, .label = heading \
	}
#define ONE_OF(column, heading, words) \
	{ \
		column, BF_CHOICE, .choices = words, .label = heading \
	}
#define SERIAL \
	{ \
		"serial", BF_INT, .required = true, .min = 1, \
				  .max = 1000000000, .label = "volgnummer" \
	}
#define NUMBER \
	{ \
		"number", BF_NATIONAL, .required = true, \
				       .label = "rijksregisternummer" \
	}
#define IBAN \
	{ \
		"iban", BF_IBAN, .label = "rekening" \
	}
#define ROLES "referentiepersoon partner kind familie ander"
#define REASONS "overleden vertrokken afgevoerd"
#define YES "ja nee"

/* Everybody: who is in it lives here, who is not has gone. */
static const struct bf_field residents[] = {
	SERIAL,
	NUMBER,
	TEXT("family", "naam", 200),
	SOME("given", "voornamen", 200),
	{ "born", BF_DAY, .label = "geboortedatum" },
	TEXT("street", "straat", 200),
	TEXT("house", "huisnummer", 20),
	SOME("box", "bus", 20),
	TEXT("postal", "postcode", 10),
	DAY("address_since", "adres_sinds"),
	ONE_OF("reference", "referentieadres", YES),
	TEXT("household", "gezin", 40),
	{ "role", BF_CHOICE, .required = true, .choices = ROLES,
		.label = "gezinsrol" },
	DAY("since", "inwoner_sinds"),
	IBAN,
	{ "until", BF_DAY, .label = "einde" },
	ONE_OF("ended", "einde_reden", REASONS),
	{ 0 },
};

/* What changed since the file before: a cell that is empty did not. */
static const struct bf_field changes[] = {
	SERIAL,
	{ "kind", BF_CHOICE, .required = true,
		.choices = "nieuw wijziging geen_rekening einde",
		.label = "soort" },
	DAY("day", "datum"),
	NUMBER,
	{ "former", BF_NATIONAL, .label = "vorig_nummer" },
	SOME("family", "naam", 200),
	SOME("given", "voornamen", 200),
	{ "born", BF_DAY, .label = "geboortedatum" },
	SOME("street", "straat", 200),
	SOME("house", "huisnummer", 20),
	SOME("box", "bus", 20),
	SOME("postal", "postcode", 10),
	ONE_OF("reference", "referentieadres", YES),
	SOME("household", "gezin", 40),
	ONE_OF("role", "gezinsrol", ROLES),
	IBAN,
	ONE_OF("ended", "einde_reden", REASONS),
	{ 0 },
};

/* In which neighbourhood the houses from VAN to TOT are. */
static const struct bf_field streets[] = {
	TEXT("name", "straat", 200),
	TEXT("postal", "postcode", 10),
	{ "low", BF_INT, .required = true, .max = 999999, .label = "van" },
	{ "high", BF_INT, .required = true, .max = 999999, .label = "tot" },
	{ "side", BF_CHOICE, .required = true, .choices = "even oneven alle",
		.label = "kant" },
	{ "neighbourhood", BF_INT, .required = true, .min = 1, .max = 999,
		.label = "wijk" },
	TEXT("neighbourhood_name", "wijknaam", 200),
	{ 0 },
};

const struct bf_import people_imports[] = {
	{ "residents", "people.staging_residents", residents },
	{ "residents_delta", "people.staging_delta", changes },
	{ "streets", "people.staging_streets", streets },
	{ 0 },
};
