/* The master: generations of workers over sockets that never close. */
#ifndef CORE_MASTER_H
#define CORE_MASTER_H

#include "settings.h"

/* Serve until SIGTERM or SIGINT; owns SETTINGS from now on.  Returns an exit
 * status. */
int bf_master_run(struct bf_settings *settings);

#endif
