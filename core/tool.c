/* belfort: the operator's tool, a table of subcommands. */
#include "tool.h"
#include "arena.h"
#include "crypt.h"
#include "programs.h"
#include <getopt.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#define EXIT_USAGE 2

static const struct bf_command commands[] = {
	{ "migrate", "", "bring the database up to date",
		"Applies new migrations of the core and of every plugin in "
		"the configuration,\nloads their functions again, and gives "
		"each pool's role the right to execute\nwhat its plugins "
		"declare, and no other. It may be repeated; a second one\n"
		"waits for the first. --dry-run only says what would be "
		"done.\n",
		0, 0, "dry-run", false, bf_tool_migrate },
	{ "import", "WORD FILE...", "read files into a feature",
		"WORD is a feature, or the shapes of one that it names: "
		"residents. Reads CSV\nfiles (also .gz) in those shapes. All "
		"files are one transaction: a bad row is\nnamed with its line "
		"and column, and then nothing is changed. The same file\n"
		"twice changes nothing.\n",
		2, -1, "", false, bf_tool_import },
	{ "keys", "ACT", "the keys that are not in the database",
		"The acts:\n"
		"  make      make them, for the users of the pools, before "
		"residents are imported\n"
		"  rotate    make new ones; those of before hold too, until "
		"the next file that\n"
		"            holds all residents\n"
		"Keep a copy of the folder, apart from those of the "
		"database.\n",
		1, 1, "", false, bf_tool_keys },
	{ "routes", "", "list every address",
		"Prints method, address, feature, view, forms, rights, cache "
		"seconds and what a\nvisitor does there.\n",
		0, 0, "", false, bf_tool_routes },
	{ "openapi", "", "print the OpenAPI 3.1 description",
		"Describes every address from the tables of the plugins.\n", 0,
		0, "", false, bf_tool_openapi },
	{ "nginx", "", "print the locations for the web server",
		"Prints a location for each mount, the longest first, with "
		"the pool that serves it.\nThe server block of nginx includes "
		"what is printed.\n",
		0, 0, "", false, bf_tool_nginx },
	{ "check", "", "say whether everything fits together",
		"Loads the configuration, plugins, templates and translations "
		"as each pool's user,\nand compares the declared queries with "
		"the database. Says every fault.\n",
		0, 0, "", false, bf_tool_check },
	{ "doctor", "", "say whether this machine can serve",
		"Looks at users, folders, sockets, database, disk, clock and "
		"kernel. Each line says\nok, warn or fail, and what to do.\n",
		0, 0, "", false, bf_tool_doctor },
	{ "describe", "", "what the plugins declare, as JSON",
		"Prints an array with one object for each pool: features, "
		"routes, queries,\nfields, imports, personal data.\n",
		0, 0, "", false, bf_tool_describe },
	{ "mail", "bounced", "hear which mail did not arrive",
		"Reads what came back to the address of [mail] from on "
		"standard input, as the\nmail server hands it to a program. "
		"When it says that a mail of ours did not\narrive, its address "
		"is marked, and who it is gets letters.\n",
		1, 1, "", false, bf_tool_mail },
	{ "plugin", "ACT [WORD...]", "add code that others wrote",
		"The acts, in the order of a plugin's life:\n"
		"  new NAME      a folder NAME to begin with\n"
		"  check DIR     is what was built there good?\n"
		"  add DIR       deploy it, or a newer version: first for staff "
		"with --staging,\n"
		"                without it for everybody\n"
		"  open NAME     from staff to everybody\n"
		"  back NAME     to the version before\n"
		"  list          what is there\n"
		"  remove NAME   take it away; its data stays behind as files\n"
		"What changes something says what it will do and asks; --yes "
		"answers.\n",
		1, 2, "yes staging", true, bf_tool_plugin },
	{ "rules", "ACT [FEATURE] [WORD...]", "look at policy, put it in force",
		"The acts, in the order of a change:\n"
		"  check            are the files of the folder good?\n"
		"  test             run the tests in the files, one by one\n"
		"  explain WORD     which rule decides on the lines with this "
		"word or code?\n"
		"  diff [OLD [NEW]] which lines and euros would move? Against "
		"the version in\n"
		"                   force; or between versions that are kept\n"
		"  stage            keep the files as a version, not in force\n"
		"  publish [NUMBER] put the files, or a kept version, in "
		"force\n"
		"  publish --from DAY   offer the files that changed to a "
		"second person\n"
		"  publish DRAFT.EDITION --from DAY [--until DAY]  as that "
		"person, put what a\n"
		"                   colleague offered in force; the figures "
		"are right until then\n"
		"  preview [DRAFT]  what the files of the folder, or a draft, "
		"do: rights to the\n"
		"                   whole city (--from DAY: as on that day), the "
		"budget to lines\n"
		"                   and euros\n"
		"  confirm DAY [FILE...]  say as a second person that the "
		"figures are right until\n"
		"                   DAY; of rights only\n"
		"  list             the versions that are kept\n"
		"  bench [LINES]    how long deciding takes\n"
		"  remake           do decisions about rights come out again? "
		"They stand on\n"
		"                   standard input, a line of JSON each\n"
		"For a feature with files about rights (feiten.lua), check, "
		"test and bench are\nthe same, and explain says who is "
		"entitled to what:\n"
		"  explain FEATURE [op=DAY] [FACT=VALUE...]\n"
		"It speaks Dutch, or what LANG or --lang says.\n",
		1, -1, "folder by reason from until lang", false,
		bf_tool_rules },
	{ "access", "ACT [FILE [HEADS]]", "check the log of who looked",
		"The acts:\n"
		"  export               print every record with its link\n"
		"  verify FILE [HEADS]  does each link fit, and each published "
		"head?\n"
		"  expire               drop the months whose days are over; "
		"their heads stay\n"
		"HEADS is the CSV of /inzage/koppen as somebody kept it. "
		"What does not fit is named\nwith its line: a record that was "
		"changed, is missing, or stands elsewhere.\n",
		1, 3, "dry-run", true, bf_tool_access },
	{ "staff", "ACT [EMAIL [RIGHT]]", "civil servants who can sign in",
		"The acts:\n"
		"  add          somebody new, with --name and --email: prints a "
		"link to come in by;\n"
		"               --login their user on this machine, --admin "
		"may give rights\n"
		"  link EMAIL   another link, for who lost every key\n"
		"  give EMAIL RIGHT  a right, with --reason: where no "
		"colleague can give it\n"
		"  list         who there is\n"
		"  close EMAIL  who left: no keys, sessions and rights "
		"any more\n",
		1, 3, "name email login admin reason", false, bf_tool_staff },
	{ "texts", "FILE...", "collect the texts of templates, as a .pot",
		"Prints what the sections {{#_}} of the templates hold, for "
		"msgmerge.\n",
		1, -1, "", true, bf_tool_texts },
	{ "render", "FEATURE/VIEW DOCUMENT [LANGUAGE]", "try a template",
		"Prints the page that a template makes of a JSON document, "
		"without a database\nand without a server. The language is "
		"nl, en or fr.\n",
		2, 3, "", false, bf_tool_render },
};

/* Options that some commands know. */
static const struct known {
	struct option option;
	const char *value; /* what follows it, in the usage line */
	size_t place;      /* in struct bf_tool */
} known[] = {
	{ { "dry-run", no_argument, NULL, 'n' }, NULL,
		offsetof(struct bf_tool, dry_run) },
	{ { "yes", no_argument, NULL, 'y' }, NULL,
		offsetof(struct bf_tool, yes) },
	{ { "staging", no_argument, NULL, 's' }, NULL,
		offsetof(struct bf_tool, staging) },
	{ { "folder", required_argument, NULL, 'f' }, "DIR",
		offsetof(struct bf_tool, folder) },
	{ { "by", required_argument, NULL, 'b' }, "NAME",
		offsetof(struct bf_tool, by) },
	{ { "reason", required_argument, NULL, 'r' }, "TEXT",
		offsetof(struct bf_tool, reason) },
	{ { "from", required_argument, NULL, 'F' }, "DAY",
		offsetof(struct bf_tool, from) },
	{ { "until", required_argument, NULL, 'U' }, "DAY",
		offsetof(struct bf_tool, until) },
	{ { "lang", required_argument, NULL, 'l' }, "LANGUAGE",
		offsetof(struct bf_tool, lang) },
	{ { "name", required_argument, NULL, 'N' }, "NAME",
		offsetof(struct bf_tool, name) },
	{ { "email", required_argument, NULL, 'e' }, "ADDRESS",
		offsetof(struct bf_tool, email) },
	{ { "login", required_argument, NULL, 'L' }, "USER",
		offsetof(struct bf_tool, login) },
	{ { "admin", no_argument, NULL, 'a' }, NULL,
		offsetof(struct bf_tool, admin) },
	{ { 0 }, NULL, 0 },
};

#define KNOWN (sizeof(known) / sizeof(known[0]))

bool
bf_has_word(const char *list, const char *word)
{
	size_t len = strlen(word);
	const char *at = list;

	while ((at = strstr(at, word))) {
		if ((at == list || at[-1] == ' ')
			&& (at[len] == ' ' || at[len] == '\0'))
			return true;
		at += len;
	}
	return false;
}

#define COMMANDS (sizeof(commands) / sizeof(commands[0]))

static void
usage(FILE *to)
{
	size_t i;

	fputs("Usage: belfort COMMAND [-c FILE] ...\n"
	      "Operates Belfort.\n\n",
		to);
	for (i = 0; i < COMMANDS; i++)
		fprintf(to, "  %-10s %s\n", commands[i].name,
			commands[i].summary);
	fputs("\n  -c FILE    the configuration, instead of "
	      "$BELFORT_CONFIG or\n"
	      "             " BF_SYSCONFDIR "/belfort/belfort.ini\n\n"
	      "belfort COMMAND --help says more.\n",
		to);
}

static int
help(const struct bf_command *c)
{
	const struct known *k = known;

	printf("Usage: belfort %s [-c FILE]", c->name);
	for (; k->option.name; k++)
		if (bf_has_word(c->options, k->option.name))
			printf(" [--%s%s%s]", k->option.name,
				k->value ? " " : "", k->value ? k->value : "");
	printf("%s%s\n%c%s.\n\n%s", *c->operands ? " " : "", c->operands,
		c->summary[0] - 'a' + 'A', c->summary + 1, c->help);
	return 0;
}

static const struct bf_command *
command_find(const char *name)
{
	size_t i;

	for (i = 0; i < COMMANDS; i++)
		if (strcmp(commands[i].name, name) == 0)
			return &commands[i];
	return NULL;
}

static int
say(const struct bf_command *c, const struct bf_err *err)
{
	fflush(stdout);
	fprintf(stderr, "belfort %s: %s\n", c->name, err->text);
	return 1;
}

static int
run(const struct bf_command *c, struct bf_tool *tool)
{
	struct bf_settings *settings = NULL;
	struct bf_err err = { 0 };
	bool good;

	if (!c->bare
		&& !bf_settings_load(
			bf_settings_path(tool->config), &settings, &err))
		return say(c, &err);
	bf_crypt_start();
	bf_json_start();
	tool->arena = bf_arena_new();
	tool->settings = settings;
	good = c->run(tool, &err);
	bf_arena_free(tool->arena);
	bf_settings_free(settings);
	if (!good)
		return say(c, &err);
	return fflush(stdout) == 0 ? 0 : 1;
}

static int
wrong(const struct bf_command *c, const char *what)
{
	fprintf(stderr, "belfort %s: %s; see belfort %s --help\n", c->name,
		what, c->name);
	return EXIT_USAGE;
}

/* Whether OPTION is one that C knows; its value goes to TOOL. */
static bool
option_take(const struct bf_command *c, struct bf_tool *tool, int option)
{
	const struct known *k = known;

	while (k->option.name && k->option.val != option)
		k++;
	if (k->option.name == NULL || !bf_has_word(c->options, k->option.name))
		return false;
	if (k->value)
		*(const char **)((char *)tool + k->place) = optarg;
	else
		*(bool *)((char *)tool + k->place) = true;
	return true;
}

static int
command_main(const struct bf_command *c, int argc, char **argv)
{
	struct option options[KNOWN + 1] = {
		{ "help", no_argument, NULL, 'h' },
	};
	struct bf_tool tool = { 0 };
	int option;
	size_t i;

	for (i = 0; i < KNOWN; i++)
		options[i + 1] = known[i].option;
	while ((option = getopt_long(argc, argv, "c:", options, NULL)) != -1) {
		if (option == 'h')
			return help(c);
		if (option == 'c')
			tool.config = optarg;
		else if (!option_take(c, &tool, option))
			return wrong(c, "an option it does not know");
	}
	tool.operands = argv + optind;
	if (argc - optind < c->least)
		return wrong(c, "something is missing");
	if (c->most >= 0 && argc - optind > c->most)
		return wrong(c, "too many words");
	return run(c, &tool);
}

int
bf_tool_main(int argc, char **argv)
{
	const struct bf_command *c;

	if (argc < 2) {
		usage(stderr);
		return EXIT_USAGE;
	}
	if (strcmp(argv[1], "help") == 0 || strcmp(argv[1], "--help") == 0) {
		c = argc > 2 ? command_find(argv[2]) : NULL;
		if (c)
			return help(c);
		usage(stdout);
		return 0;
	}
	c = command_find(argv[1]);
	if (c == NULL) {
		fprintf(stderr, "belfort: no command %s; see belfort help\n",
			argv[1]);
		return EXIT_USAGE;
	}
	return command_main(c, argc - 1, argv + 1);
}
