/* The keys that must not be in the database: files of a folder, 64 hexadecimal
 * digits each.
 *
 *   mac       makes the MAC by which a person is known
 *   seal.pub  seals national numbers; everybody may read it
 *   seal.key  opens them again; only background work may read it
 * and mac-old and seal.key-old, between a rotation and the next file that holds
 * everybody.
 */
#ifndef CORE_KEYS_H
#define CORE_KEYS_H

#include "seal.h"
#include <stdio.h>
#include <sys/types.h>

/* What a program needs to keep national numbers: not the private key. */
struct bf_keys {
	unsigned char mac[BF_KEY], mac_old[BF_KEY], seal[BF_KEY];
	bool rotated; /* there is a key of before */
};

BF_CHECKED bool
bf_keys_read(const char *folder, struct bf_keys *out, struct bf_err *err);
/* One file of FOLDER; false with ERR filled when it is not there. */
BF_CHECKED bool bf_key_read(const char *folder, const char *name,
	unsigned char key[BF_KEY], struct bf_err *err);
bool bf_key_exists(const char *folder, const char *name);
/* The path of key NAME, in a buffer of the caller. */
const char *bf_key_path(const char *folder, const char *name, char path[4096]);

/* keys_files.c: whose files they are; (uid_t)-1, (gid_t)-1: of who makes them.
 * PAGES is the group of the pool whose pages need the MAC. */
struct bf_key_owners {
	uid_t jobs;
	gid_t pages;
};
/* Make FOLDER and its keys; *MADE is false when all were there. */
BF_CHECKED bool bf_keys_make(const char *folder,
	const struct bf_key_owners *owners, bool *made, struct bf_err *err);
/* New keys, beside which those of now hold on. */
BF_CHECKED bool bf_keys_rotate(const char *folder,
	const struct bf_key_owners *owners, struct bf_err *err);
/* Remove the keys of before. */
BF_CHECKED bool bf_keys_drop(const char *folder, struct bf_err *err);

/* The MAC of a national number of 11 digits, in 64 hexadecimal ones. */
#define BF_MAC_HEX 65
void bf_number_mac(const unsigned char key[BF_KEY], const char *digits,
	char hex[BF_MAC_HEX]);
/* That under the key of now and, after a blank, under the one of before where
 * there is one. */
void bf_keys_macs(const struct bf_keys *keys, const char *digits,
	char macs[2 * BF_MAC_HEX]);

#endif
