/* Reads keys of RFC 7517 into what libgcrypt takes. */
#include "jwk.h"
#include "arena.h"
#include <belfort/crypt.h>
#include <string.h>

#define RSA_LEAST 2048
#define RSA_MOST 8192
#define E_MOST 64 /* bits: a longer one only costs time */

/* RFC 7518, 3.1: what a key must be for an algorithm. */
static const struct {
	const char *alg, *kty, *crv;
} algs[] = {
	{ "RS256", "RSA", NULL },
	{ "ES256", "EC", "P-256" },
};

static const char *
text(const json_t *key, const char *name)
{
	return json_string_value(json_object_get(key, name));
}

static bool
is(const json_t *key, const char *name, const char *value)
{
	const char *is = text(key, name);

	return is && strcmp(is, value) == 0;
}

/* A member that limits what a key is for may be absent. */
static bool
allows(const json_t *key, const char *name, const char *value)
{
	return json_object_get(key, name) == NULL || is(key, name, value);
}

bool
bf_jwk_fits(const json_t *key, const char *alg)
{
	size_t i;

	for (i = 0; i < sizeof(algs) / sizeof(algs[0]); i++)
		if (strcmp(algs[i].alg, alg) == 0)
			return is(key, "kty", algs[i].kty)
				&& (!algs[i].crv || is(key, "crv", algs[i].crv))
				&& allows(key, "use", "sig")
				&& allows(key, "alg", alg);
	return false;
}

static void
sexp_free(void *sexp)
{
	gcry_sexp_release(sexp);
}

static void
mpi_free(void *mpi)
{
	gcry_mpi_release(mpi);
}

gcry_sexp_t
bf_sexp(struct bf_arena *arena, const char *fmt, void **parts)
{
	gcry_sexp_t out = NULL;

	if (gcry_sexp_build_array(&out, NULL, fmt, parts) != 0)
		return NULL;
	bf_defer(arena, sexp_free, out);
	return out;
}

gcry_mpi_t
bf_mpi(struct bf_arena *arena, const void *data, size_t len)
{
	gcry_mpi_t out = NULL;

	if (gcry_mpi_scan(&out, GCRYMPI_FMT_USG, data, len, NULL) != 0)
		return NULL;
	bf_defer(arena, mpi_free, out);
	return out;
}

/* The bytes of member NAME, or NULL. */
static unsigned char *
bytes(struct bf_arena *arena, const json_t *key, const char *name, size_t *len)
{
	const char *value = text(key, name);

	return value && *value
		? bf_base64url_read(arena, value, strlen(value), len)
		: NULL;
}

static gcry_mpi_t
number(struct bf_arena *arena, const json_t *key, const char *name)
{
	unsigned char *data;
	size_t len;

	data = bytes(arena, key, name, &len);
	return data ? bf_mpi(arena, data, len) : NULL;
}

static gcry_sexp_t
rsa(struct bf_arena *arena, const json_t *key, bool private)
{
	gcry_mpi_t n = number(arena, key, "n"), e = number(arena, key, "e"),
		   d = private ? number(arena, key, "d") : NULL;
	void *parts[] = { &n, &e, &d };
	unsigned bits = n ? gcry_mpi_get_nbits(n) : 0;

	if (bits < RSA_LEAST || bits > RSA_MOST || e == NULL
		|| gcry_mpi_cmp_ui(e, 3) < 0 || gcry_mpi_get_nbits(e) > E_MOST
		|| !gcry_mpi_test_bit(e, 0) || (private && d == NULL))
		return NULL;
	return bf_sexp(arena,
		private ? "(private-key (rsa (n %m) (e %m) (d %m)))"
			: "(public-key (rsa (n %m) (e %m)))",
		parts);
}

/* A point that is not on the curve is no key (SP 800-56A, 5.6.2.3). */
static bool
on_curve(gcry_sexp_t key)
{
	gcry_ctx_t curve = NULL;
	gcry_mpi_point_t point;
	bool good;

	if (gcry_mpi_ec_new(&curve, key, NULL) != 0)
		return false;
	point = gcry_mpi_ec_get_point("q", curve, 1);
	good = point && gcry_mpi_ec_curve_point(point, curve);
	gcry_mpi_point_release(point);
	gcry_ctx_release(curve);
	return good;
}

/* Numbers of the curve are written in full (RFC 7518, 6.2.1.2). */
static gcry_sexp_t
ec(struct bf_arena *arena, const json_t *key, bool private)
{
	static const char *const names[] = { "x", "y", "d" };
	unsigned char *data, point[1 + 2 * BF_P256] = { 4 };
	gcry_mpi_t q, d = NULL;
	void *parts[] = { &q, &d };
	gcry_sexp_t out;
	size_t i, len;

	for (i = 0; i < (private ? 3 : 2); i++) {
		data = bytes(arena, key, names[i], &len);
		if (data == NULL || len != BF_P256)
			return NULL;
		if (i < 2)
			memcpy(point + 1 + i * BF_P256, data, len);
		else
			d = bf_mpi(arena, data, len);
	}
	q = bf_mpi(arena, point, sizeof(point));
	out = bf_sexp(arena,
		private ? "(private-key (ecc (curve \"NIST P-256\") (q %m) "
			  "(d %m)))"
			: "(public-key (ecc (curve \"NIST P-256\") (q %m)))",
		parts);
	return out && on_curve(out) ? out : NULL;
}

gcry_sexp_t
bf_jwk(struct bf_arena *arena, const json_t *key, bool private)
{
	return is(key, "kty", "RSA") ? rsa(arena, key, private)
				     : ec(arena, key, private);
}
