/* Rules about rights for tests: three rights over five facts, small enough to
 * know by heart.  They take the place of what the house has, and give it back.
 */
import fs from 'node:fs';
import {ask, sql, until, unseen} from './lib.mjs';

const folder = `${process.env.BELFORT_DIR}/rules/benefits`;

export const files = {
	'feiten.lua': `-- Feiten voor de tests.
feiten {
  statuut = {
    soort = "keuze",
    naam  = { nl = "uw statuut", en = "your status", fr = "votre statut" }, bron = "MAGDA sociaal statuut",
    keuzes = {
      { "geen",     nl = "geen", en = "none", fr = "aucun" },
      { "leefloon", nl = "leefloon", en = "living wage", fr = "revenu d’intégration" },
      { "igo",      nl = "inkomensgarantie voor ouderen", en = "income guarantee", fr = "garantie de revenus" },
    },
    vraag = { nl = "Krijgt u een van deze uitkeringen?", en = "Do you get one of these benefits?", fr = "Recevez-vous une de ces allocations ?" },
  },
  schuldhulp = {
    soort = "ja/nee",
    naam  = { nl = "u bent in schuldhulp", en = "you are in debt counselling", fr = "vous êtes en médiation de dettes" }, bron = "OCMW Gent",
    vraag = { nl = "Bent u in budgetbeheer of schuldhulp?", en = "Do you get help with your budget or your debts?", fr = "Êtes-vous en gestion budgétaire ?" },
    uitleg = { nl = "Bijvoorbeeld bij het OCMW.", en = "For example with the OCMW.", fr = "Par exemple au CPAS." },
  },
  ten_laste = {
    soort = "aantal 0..12",
    naam  = { nl = "het aantal personen ten laste", en = "the number of dependants", fr = "le nombre de personnes à charge" }, bron = "Rijksregister",
    vraag = { nl = "Hoeveel personen hebt u ten laste?", en = "How many dependants do you have?", fr = "Combien de personnes avez-vous à charge ?" },
  },
  bruto_jaar = {
    soort = "euro 0..500000",
    naam  = { nl = "het belastbaar jaarinkomen van uw gezin", en = "the taxable yearly income of your household", fr = "le revenu annuel imposable de votre ménage" },
    bron  = "FOD Financiën",
    vraag = { nl = "Hoeveel verdient uw gezin in een jaar?", en = "How much does your household earn a year?", fr = "Combien gagne votre ménage par an ?" },
  },
  geboren = {
    soort = "datum 1900-01-01..2026-12-31", per = "persoon",
    naam  = { nl = "uw geboortedatum", en = "your date of birth", fr = "votre date de naissance" }, bron = "Rijksregister",
    vraag = { nl = "Wanneer bent u geboren?", en = "When were you born?", fr = "Quand êtes-vous né ?" },
  },
  onderzoek = {
    soort = "ja/nee",
    naam = { nl = "het sociaal onderzoek", en = "the social inquiry", fr = "l’enquête sociale" }, bron = "OCMW Gent",
  },
}
`,
	'vt.lua': `regel {
  code   = "vt",
  titel  = { nl = "Verhoogde tegemoetkoming", en = "Increased reimbursement", fr = "Intervention majorée" },
  uitleg = { nl = "U betaalt minder bij de dokter.", en = "You pay less at the doctor’s.", fr = "Vous payez moins chez le médecin." },
  bron   = { "RIZIV, verhoogde tegemoetkoming", "https://www.riziv.fgov.be/", zekerheid = "hoog" },
  bevoegd = { naam = { nl = "uw ziekenfonds", en = "your health insurance fund", fr = "votre mutualité" },
              adres = "Galileelaan 5, 1210 Brussel", link = "https://www.riziv.fgov.be/" },
  per = "gezin", toekenning = "doorverwijzing",
  feiten = { "bruto_jaar", "statuut" },
  bedragen = { ["2024-01-01"] = { grens = 25630.67, zekerheid = "hoog", bevestigd_tot = "2024-12-31" } },
  recht = een_van { is(feit.statuut, "leefloon", "igo"), hoogstens(feit.bruto_jaar, bedrag.grens) },
}
`,
	'huisvuil.lua': `regel {
  code   = "huisvuil",
  titel  = { nl = "Gratis huisvuilzakken", en = "Free waste bags", fr = "Sacs gratuits" },
  uitleg = { nl = "U krijgt gratis zakken.", en = "You get free bags.", fr = "Vous recevez des sacs gratuits." },
  bron   = { "Stad Gent, huisvuilzakken", "https://stad.gent/", zekerheid = "hoog" },
  bevoegd = "stad",
  per = "gezin", periode = "jaar", toekenning = "automatisch",
  feiten = { "schuldhulp", "statuut", "ten_laste" },
  bedragen = { ["2023-01-01"] = { krediet = { 63, 94.50, 126, 157.50, 157.50, 189 }, bevestigd_tot = "2099-12-31" } },
  recht  = een_van { is(feit.statuut, "leefloon", "igo"), feit.schuldhulp },
  bedrag = uit_tabel(bedrag.krediet, feit.ten_laste),
}
`,
	'toeslag65.lua': `regel {
  code   = "toeslag65",
  titel  = { nl = "Toeslag voor wie 65 is", en = "Supplement for who is 65", fr = "Supplément à 65 ans" },
  hoe    = { nl = "Breng uw kaart mee.", en = "Bring your card.", fr = "Apportez votre carte." },
  bron   = { "Stad Gent", "https://stad.gent/" },
  bevoegd = "stad",
  per = "persoon", periode = "maand", toekenning = "op vraag",
  feiten = { "geboren" },
  bedragen = { ["2023-01-01"] = { toeslag = 25, bevestigd_tot = "2099-12-31" } },
  recht  = minstens(leeftijd(feit.geboren), 65),
  bedrag = bedrag.toeslag,
}
`,
};

/* As an editor does: a new file, put in the place of the old one.  OWNER is the
 * number of who saves it, MODE who else may. */
export function save(name, text, owner = process.getuid(), mode = 0o644) {
	fs.writeFileSync(`${folder}/.${name}.new`, text);
	fs.chownSync(`${folder}/.${name}.new`, owner, owner);
	fs.chmodSync(`${folder}/.${name}.new`, mode);
	fs.renameSync(`${folder}/.${name}.new`, `${folder}/${name}`);
}

export const state = async () => (await ask(`/rechten/regels.json?q=${unseen()}`)).json;
export const version = async () => (await state()).version;

/* Whether the files on disk are those in force. */
async function stands() {
	const {files: kept, fault} = await state();
	const disk = fs.readdirSync(folder).filter((name) => name.endsWith('.lua') && !name.startsWith('.'));
	return fault === null && kept?.length === disk.length && kept.every(({name, lines}) =>
		lines.map(({text}) => text).join('\n') === fs.readFileSync(`${folder}/${name}`, 'utf8').trimEnd());
}
export const settled = () => until(stands, 'the files are in force');

let before = null;

export async function begin() {
	fs.mkdirSync(folder, {recursive: true, mode: 0o755});
	before = Object.fromEntries(fs.readdirSync(folder).map((name) => [name, fs.readFileSync(`${folder}/${name}`)]));
	Object.keys(before).forEach((name) => fs.rmSync(`${folder}/${name}`));
	Object.entries(files).forEach(([name, text]) => save(name, text));
	await settled();
}

/* What was there; a house without rules about rights keeps those of the tests. */
export async function end() {
	if (Object.keys(before).length === 0)
		return;
	Object.keys(files).forEach((name) => fs.rmSync(`${folder}/${name}`));
	Object.entries(before).forEach(([name, text]) => save(name, text));
	await settled();
}

/* Two civil servants stand by NAMES until a day: Ann, who saved them, and WHO. */
export const confirm = (who, names, day = "current_date + 30") => sql(`select benefits.confirm_parts('${who.account}',
	array[${names.map((name) => `'${name}'`)}], ${day})`);
