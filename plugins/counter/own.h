/* What the files of this plugin share. */
#ifndef COUNTER_OWN_H
#define COUNTER_OWN_H

#include "code.h"

/* Languages that somebody at a counter may speak. */
#define COUNTER_SPOKEN "nl fr en ar tr bg uk vgt"
/* What one civil servant speaks. */
#define COUNTER_SPEAK "nl nl+en nl+fr nl+en+fr nl+ar nl+tr nl+bg nl+uk nl+vgt"

/* counter.c: run QUERY, which writes, then to WHERE below this mount. */
BF_CHECKED bool
counter_do(struct bf_req *req, const struct bf_query *query, const char *where);
extern const struct bf_query counter_cancel;
/* Set `network`, where the visitor is as a mark of today, for a USE. */
BF_CHECKED bool counter_network(struct bf_req *req, const char *use);

/* queue.c: numbers for who waits, and the screen where they are called. */
bf_handler counter_take, counter_check_in, counter_ticket, counter_screen;
extern const struct bf_query counter_places, counter_numbers, counter_take_it,
	counter_check, counter_ticket_page, counter_screen_page;
extern const struct bf_field counter_wishes[], counter_appointment_code[],
	counter_turn[];
extern const struct bf_kind counter_not_offered, counter_not_today,
	counter_numbered;

/* desk.c: who calls them. */
bf_handler counter_desk_open, counter_desk_leave, counter_desk_next,
	counter_desk_does;
extern const struct bf_query counter_desk, counter_desk_opens,
	counter_desk_leaves, counter_desk_calls, counter_desk_acts;
extern const struct bf_field counter_desk_chosen[], counter_desk_who[],
	counter_desk_what[];
extern const struct bf_kind counter_no_desk, counter_no_desk_name,
	counter_desk_taken;

/* reminder.c: a mail or letter before it, and what can be done from there. */
bf_handler counter_remind, counter_linked, counter_linked_cancel,
	counter_mine_cancel;
extern const struct bf_query counter_linked_page, counter_mine,
	counter_mine_cancels;
extern const struct bf_query *const counter_remind_queries[];

#endif
