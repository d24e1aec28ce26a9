/* Telling systemd how a service is doing (sd_notify(3)). */
#ifndef CORE_NOTIFY_H
#define CORE_NOTIFY_H

/* Send STATE to $NOTIFY_SOCKET; nothing where there is none. */
void bf_notify(const char *state);

#endif
