/* The counter: appointments in a neighbourhood house, at a desk or at home. */
#include "channels.h"
#include "own.h"

static const struct bf_mount mounts[] = {
	{ "/afspraak", NULL },
	{ "/beheer/balie", "balie" },
	{ 0 },
};

static const struct bf_query services = { "counter.services", "lang" };
static const struct bf_query slots = { "counter.slots",
	"service plaats spreek week lang" };
static const struct bf_query choice = { "counter.choice",
	"session service place start lang" };
static const struct bf_query book = { "counter.book",
	"session service place start code spreek naam thuis email mailbox "
	"network voor lang",
	.writes = true };
static const struct bf_query look = { "counter.look", "code lang" };
const struct bf_query counter_cancel = { "counter.cancel", "code lang",
	.writes = true };
static const struct bf_query today = { "counter.today",
	"session plaats dag lang", .writes = true };
static const struct bf_query arrived = { "counter.arrived", "id code",
	.writes = true };
static const struct bf_query shifts = { "counter.shifts", "session lang" };
static const struct bf_query shift_add = { "counter.shift_add",
	"session plaats dag van tot talen dienst", .writes = true };
static const struct bf_query shift_drop = { "counter.shift_drop", "session id",
	.writes = true };

static const struct bf_kind taken = { "taken", 409,
	BF_N("Somebody else just took this time. Choose another one.") };
static const struct bf_kind no_such_code = { "no_such_code", 422,
	BF_N("We find no appointment with this code.") };
static const struct bf_kind no_time = { "no_time", 422,
	BF_N("Write the time as 09:30, and the end after the beginning.") };
static const struct bf_kind no_day = { "no_day", 422,
	BF_N("Choose a day from today on, at most a year ahead.") };
static const struct bf_kind busy = { "busy", 409,
	BF_N("You are at a counter at that time already.") };
static const struct bf_kind helped_other = { "helped_other", 409,
	BF_N("You do not help that resident any more, so nothing was booked. "
	     "Help them again, and choose a time.") };
static const struct bf_kind still_booked = { "still_booked", 409,
	BF_N("Somebody has an appointment then, so it stays.") };

static const struct bf_kind *const kinds[] = { &taken, &no_such_code, &no_time,
	&no_day, &busy, &helped_other, &still_booked, &counter_not_offered,
	&counter_not_today, &counter_numbered, &counter_no_desk,
	&counter_no_desk_name, &counter_desk_taken, NULL };

static const struct bf_field week[] = {
	{ "plaats", BF_TEXT, .max = 40, .label = BF_N("Place") },
	{ "spreek", BF_CHOICE, .choices = COUNTER_SPOKEN,
		.label = BF_N("Language you want to speak") },
	{ "week", BF_INT, .min = 0, .max = 8, .label = BF_N("Week") },
	{ 0 },
};

static const struct bf_field person[] = {
	{ "naam", BF_TEXT, .max = 100, .label = BF_N("Your name"),
		.hint = BF_N(
			"So that we can call you. You may leave it empty.") },
	{ "spreek", BF_CHOICE, .choices = COUNTER_SPOKEN,
		.label = BF_N("Language you want to speak") },
	{ "thuis", BF_TEXT, .max = 200,
		.label = BF_N("Your address, if we come to your home") },
	{ "email", BF_TEXT, .max = 300, .label = BF_N("E-mail address") },
	{ "voor", BF_TEXT, .max = 16, .label = BF_N("For whom it is") },
	{ 0 },
};

static const struct bf_field code[] = {
	{ "code", BF_TEXT, .required = true, .max = 40,
		.label = BF_N("Code of your appointment") },
	{ 0 },
};

static const struct bf_field day[] = {
	{ "plaats", BF_TEXT, .max = 40, .label = BF_N("Place") },
	{ "dag", BF_DAY, .label = BF_N("Day") },
	{ 0 },
};

static const struct bf_field shift[] = {
	{ "plaats", BF_TEXT, .required = true, .max = 40,
		.label = BF_N("Place") },
	{ "dag", BF_DAY, .required = true, .label = BF_N("Day") },
	{ "van", BF_TEXT, .required = true, .max = 5, .label = BF_N("From") },
	{ "tot", BF_TEXT, .required = true, .max = 5, .label = BF_N("Until") },
	{ "talen", BF_CHOICE, .required = true, .choices = COUNTER_SPEAK,
		.label = BF_N("Languages you speak then") },
	{ "dienst", BF_TEXT, .max = 40, .label = BF_N("Only for") },
	{ 0 },
};

bool
counter_do(struct bf_req *req, const struct bf_query *query, const char *where)
{
	return bf_query(req, query, NULL)
		&& bf_see_other(req, "%s%s", bf_mount(req), where);
}

/* NAME for the queries: the mark of TEXT for that USE, under a key of a day. */
static bool
mark_set(
	struct bf_req *req, const char *name, const char *use, const char *text)
{
	const char *mark;

	if (!bf_secret_daily(req, bf_option(req, "mark_key"),
		    bf_printf(bf_arena(req), "counter-%s", use), text, &mark))
		return false;
	bf_set(req, name, mark);
	return true;
}

bool
counter_network(struct bf_req *req, const char *use)
{
	return mark_set(req, "network", use, bf_network(req));
}

/* Where to remind them, if they want that. */
static bool
email_read(struct bf_req *req)
{
	const char *given = bf_value(req, "email"), *email;

	if (given == NULL)
		return true;
	email = bf_email(bf_arena(req), given);
	if (email == NULL)
		return bf_fail_field(req, "email",
			BF_N("Write an e-mail address as name@example.org."));
	bf_set(req, "email", email);
	return mark_set(req, "mailbox", "mailbox", email);
}

/* The appointment, and the code that only this answer tells. */
static bool
make_appointment(struct bf_req *req)
{
	const char *shown = counter_code_new(req);
	struct bf_text said;
	json_t *doc;

	if (!email_read(req) || !counter_network(req, "appointment"))
		return false;
	bf_set(req, "code", counter_code_hash(req, shown));
	if (!bf_query(req, &book, &said))
		return false;
	doc = json_loadb(said.data, said.len, 0, NULL);
	json_object_set_new(doc, "code", json_string(shown));
	return bf_show_json(req, doc);
}

/* With the code of the form, which stands in no address. */
static bool
by_code(struct bf_req *req, const struct bf_query *query)
{
	const char *hash = counter_code_hash(req, bf_value(req, "code"));

	if (hash == NULL)
		return bf_fail_field(req, "code", no_such_code.text);
	bf_set(req, "code", hash);
	return bf_show(req, query);
}

static bool
find(struct bf_req *req)
{
	return by_code(req, &look);
}

static bool
call_off(struct bf_req *req)
{
	return by_code(req, &counter_cancel);
}

static bool
came(struct bf_req *req)
{
	/* Who was told at the counter finds the number on the screen. */
	bf_set(req, "code", counter_code_hash(req, counter_code_new(req)));
	return counter_do(req, &arrived, "");
}

static bool
add_shift(struct bf_req *req)
{
	return counter_do(req, &shift_add, "/uren");
}

static bool
drop_shift(struct bf_req *req)
{
	return counter_do(req, &shift_drop, "/uren");
}

static const struct bf_route routes[] = {
	{ "GET", "", .query = &services, .view = "services", .cache = 60,
		.help = BF_N("Make an appointment.") },
	{ "GET", "/bekijken", .view = "seen",
		.help = BF_N("See or cancel your appointment.") },
	{ "POST", "/bekijken", .handler = find, .fields = code, .view = "seen",
		.help = BF_N("See your appointment.") },
	{ "POST", "/afzeggen", .handler = call_off, .fields = code,
		.view = "seen", .help = BF_N("Cancel your appointment.") },
	/* the queue */
	{ "GET", "/nummer", .query = &counter_places, .view = "places",
		.cache = 1, .help = BF_N("Choose where you take a number.") },
	{ "GET", "/nummer/{place:word}", .query = &counter_numbers,
		.view = "numbers",
		.help = BF_N("Take a number, so that we can call you.") },
	{ "POST", "/nummer/{place:word}", .handler = counter_take,
		.query = &counter_numbers, .fields = counter_wishes,
		.view = "numbers",
		.help = BF_N("Take a number, so that we can call you.") },
	{ "POST", "/nummer/{place:word}/afspraak", .handler = counter_check_in,
		.query = &counter_numbers, .fields = counter_appointment_code,
		.view = "numbers",
		.help = BF_N("Say that you are here for your appointment.") },
	{ "GET", "/nummer/{place:word}/{code}", .handler = counter_ticket,
		.view = "ticket",
		.help = BF_N("See how many wait before your number.") },
	{ "GET", "/scherm/{place:word}", .handler = counter_screen,
		.fields = counter_turn, .view = "screen", .cache = 1,
		.help = BF_N("See which number is called, on a wall.") },
	/* appointments */
	{ "GET", "/afzeggen/{token}", .handler = counter_linked, .view = "seen",
		.help = BF_N("See your appointment by a link in a mail.") },
	{ "POST", "/afzeggen/{token}", .handler = counter_linked_cancel,
		.view = "seen",
		.help = BF_N("Cancel your appointment by a link in a mail.") },
	{ "GET", "/mijn", .query = &counter_mine, .view = "mine",
		.rights = "resident", .help = BF_N("See your appointments.") },
	{ "POST", "/mijn/{id:int}/afzeggen", .handler = counter_mine_cancel,
		.rights = "resident",
		.help = BF_N("Cancel one of your appointments.") },
	{ "GET", "/{service:word}", .query = &slots, .fields = week,
		.view = "slots", .help = BF_N("Choose when and where.") },
	{ "GET", "/{service:word}/{place:word}/{start}", .query = &choice,
		.view = "book", .help = BF_N("Confirm the time you chose.") },
	{ "POST", "/{service:word}/{place:word}/{start}",
		.handler = make_appointment, .query = &choice, .fields = person,
		.view = "book", .help = BF_N("Make the appointment.") },
	{ "GET", "balie:", .query = &today, .fields = day, .view = "today",
		.rights = "counter.desk",
		.help = BF_N("See who comes today.") },
	{ "POST", "balie:/{id:int}/gekomen", .handler = came,
		.rights = "counter.desk",
		.help = BF_N("Note that somebody came.") },
	{ "GET", "balie:/uren", .query = &shifts, .view = "shifts",
		.rights = "counter.desk",
		.help = BF_N("Say when you are at which counter.") },
	{ "POST", "balie:/uren", .handler = add_shift, .query = &shifts,
		.fields = shift, .view = "shifts", .rights = "counter.desk",
		.help = BF_N("Say when you are at which counter.") },
	{ "POST", "balie:/uren/{id:int}/weg", .handler = drop_shift,
		.rights = "counter.desk",
		.help = BF_N("Take back when you are at a counter.") },
	/* the desk */
	{ "GET", "balie:/loket", .query = &counter_desk, .view = "desk",
		.rights = "counter.desk",
		.help = BF_N("Call who waits to your desk.") },
	{ "POST", "balie:/loket", .handler = counter_desk_open,
		.query = &counter_desk, .fields = counter_desk_chosen,
		.view = "desk", .rights = "counter.desk",
		.help = BF_N("Say at which desk you are today.") },
	{ "POST", "balie:/loket/weg", .handler = counter_desk_leave,
		.rights = "counter.desk", .help = BF_N("Stop at your desk.") },
	{ "POST", "balie:/loket/volgende", .handler = counter_desk_next,
		.query = &counter_desk, .fields = counter_desk_who,
		.view = "desk", .rights = "counter.desk",
		.help = BF_N("Call the next one to your desk.") },
	{ "POST", "balie:/loket/{what:word}", .handler = counter_desk_does,
		.query = &counter_desk, .fields = counter_desk_what,
		.view = "desk", .rights = "counter.desk",
		.help = BF_N(
			"Call again, end, send on or put back who you called.") },
	{ 0 },
};

static const struct bf_word choices[] = {
	{ "spreek=nl", BF_N("Nederlands") },
	{ "spreek=fr", BF_N("Français") },
	{ "spreek=en", BF_N("English") },
	{ "spreek=ar", BF_N("العربية") },
	{ "spreek=tr", BF_N("Türkçe") },
	{ "spreek=bg", BF_N("Български") },
	{ "spreek=uk", BF_N("Українська") },
	{ "spreek=vgt", BF_N("Vlaamse Gebarentaal") },
	{ 0 },
};

/* On the site one follows links to a time that is free. */
static const struct bf_field wish[] = {
	{ "dienst", BF_TEXT, .required = true, .max = 120,
		.label = BF_N("What do you come for?") },
	{ "wanneer", BF_TEXT, .required = true, .max = 240,
		.label = BF_N("Which days and hours suit you?") },
	{ "waar", BF_TEXT, .max = 60,
		.label = BF_N("Which neighbourhood house, or at home?") },
	{ "bereik", BF_TEXT, .required = true, .max = 60,
		.label = BF_N("Your phone number or e-mail address"),
		.hint = BF_N("So that we can tell you when it is.") },
	{ 0 },
};

static const struct bf_paper papers[] = {
	{ "/{service:word}/{place:word}/{start}",
		.title = BF_N("Ask for an appointment"),
		.about = BF_N("You talk to somebody of the city, near you or "
			      "at home. We tell you when."),
		.page = "", .table = "counter.appointment", .also = wish },
	{ 0 },
};

static const struct bf_query *const queries[] = { &book, &look, &counter_cancel,
	&arrived, &shift_add, &shift_drop, &counter_take_it, &counter_check,
	&counter_ticket_page, &counter_screen_page, &counter_desk_opens,
	&counter_desk_leaves, &counter_desk_calls, &counter_desk_acts,
	&counter_linked_page, &counter_mine_cancels, NULL };

static const struct bf_right rights[] = {
	{ "counter.desk",
		BF_N("Work at a counter: see who comes, and say when you are there") },
	{ 0 },
};

#define COME BF_N("To know who comes when, and where to come to.")
#define CONSENT BF_N("GDPR, article 6(1)(a): you agree, and give it yourself.")
#define CALL BF_N("To call who waits, one after the other.")
#define TASK \
	BF_N("GDPR, article 6(1)(e): a task of the city in the public interest.")

#define REMIND \
	BF_N("To remind you of your appointment; the address goes as soon as that is done.")
static const struct bf_personal personal[] = {
	{ "counter.appointment", "*", COME, TASK, 30, "ends" },
	{ "counter.appointment", "email link", REMIND, CONSENT, 1, "ends" },
	{ "counter.shift", "*", BF_N("To know who works at which counter."),
		TASK, 30, "ends" },
	{ "counter.ticket", "*", CALL, TASK, 2, "made" },
	{ "counter.desk", "*", CALL, TASK, 2, "day" },
	{ "counter.roll", "*" },
	{ "counter.service", "*" },
	{ "counter.place", "*" },
	{ 0 },
};

static const struct bf_option options[] = {
	{ "mark_key", NULL },
	{ 0 },
};

static const char *const requires[] = { "people", "access", NULL };

static const struct bf_job jobs[] = {
	{ "remind", 60, counter_remind, counter_remind_queries },
	{ 0 },
};

static const struct bf_look looks[] = {
	{ "counter.today", BF_N("Saw who comes to a counter"),
		BF_N("the name you gave, for what you come and when"),
		BF_N("To receive you for your appointment.") },
	{ "counter.book",
		BF_N("Made an appointment for you, while we helped you"),
		BF_N("for what you come, when and where"),
		BF_N("To do for you what you asked us.") },
	{ 0 },
};

static const struct bf_word words[] = {
	{ "visit", BF_N("When") },
	{ "place", BF_N("Place") },
	{ "service", BF_N("What you come for") },
	{ "lang", BF_N("Language you want to speak") },
	{ "lang=nl", BF_N("Nederlands") },
	{ "lang=fr", BF_N("Français") },
	{ "lang=en", BF_N("English") },
	{ "lang=ar", BF_N("العربية") },
	{ "lang=tr", BF_N("Türkçe") },
	{ "lang=bg", BF_N("Български") },
	{ "lang=uk", BF_N("Українська") },
	{ "lang=vgt", BF_N("Vlaamse Gebarentaal") },
	{ "page_lang", BF_N("Language of the page") },
	{ "page_lang=nl", BF_N("Nederlands") },
	{ "page_lang=fr", BF_N("Français") },
	{ "page_lang=en", BF_N("English") },
	{ "name", BF_N("Your name") },
	{ "home", BF_N("Your address, if we come to your home") },
	{ "made", BF_N("Made on") },
	{ "came", BF_N("You came at") },
	{ "cancelled", BF_N("Cancelled on") },
	{ "reminded", BF_N("We reminded you on") },
	{ "number", BF_N("Your number") },
	{ "called", BF_N("You were called at") },
	{ "ends", BF_N("Until") },
	{ "langs", BF_N("Languages you speak then") },
	{ "day", BF_N("Day") },
	{ "desk", BF_N("Desk") },
	{ 0 },
};

static const struct bf_about about = { "counter.about", words };

const struct bf_plugin bf_plugin = {
	.abi = BF_ABI,
	.size = sizeof(bf_plugin),
	.name = "counter",
	.version = "1",
	.title = BF_N("Appointment"),
	.summary = BF_N("Talk to somebody of the city, near you or at home."),
	.mounts = mounts,
	.routes = routes,
	.requires = requires,
	.kinds = kinds,
	.queries = queries,
	.personal = personal,
	.rights = rights,
	.channels = counter_channels,
	.papers = papers,
	.choices = choices,
	.options = options,
	.jobs = jobs,
	.looks = looks,
	.about = &about,
};
