/* Kernels of rights: loops that a compiler turns into vectors, each for what
 * the processor has.
 */
#include "rights_kernel.h"
#include "rights_own.h"

/* What the loops are compiled for beside the processor that everybody has; a
 * measurement may say otherwise. */
#ifndef BF_RIGHT_CLONES
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__) \
	&& !defined(__SANITIZE_ADDRESS__)
#define BF_RIGHT_CLONES \
	__attribute__((target_clones("default", "avx2", "arch=x86-64-v4")))
#else
#define BF_RIGHT_CLONES
#endif
#endif
#ifdef __clang__
#define FAST
#else
#define FAST __attribute__((optimize("O3", "unroll-loops")))
#endif

#define N BF_RIGHT_BLOCK
#define COLUMN(of) __builtin_assume_aligned(columns[call->of], BF_RIGHT_LINE)

/* A kernel NAME whose loop fills OUT; X, Y, Z and the constants are there, of
 * these types. */
#define KERNEL(name, to, of_x, of_y, loop) \
	BF_RIGHT_CLONES FAST static void run_##name( \
		const struct bf_right_call *call, void *const *columns) \
	{ \
		to *restrict out = COLUMN(out); \
		const of_x *restrict x = COLUMN(in[0]); \
		const of_y *restrict y = COLUMN(in[1]); \
		const of_y *restrict z = COLUMN(in[2]); \
		const to c = (to)call->c, d = (to)call->d; \
		const __typeof__((to)0 + (of_x)0) k = call->k; \
		(void)x, (void)y, (void)z, (void)c, (void)d, (void)k; \
		for (int i = 0; i < N; i++) \
			loop; \
	} \
	struct bf_right_call
#define NARROW_KERNEL(name, loop) KERNEL(name, int32_t, int32_t, int32_t, loop)
#define WIDE_KERNEL(name, loop) KERNEL(name, int64_t, int64_t, int64_t, loop)
#define TO(value) out[i] = (value)

NARROW_KERNEL(FILL, TO(k));
WIDE_KERNEL(FILL_WIDE, TO(k));
KERNEL(WIDEN, int64_t, int32_t, int32_t, TO(x[i]));
KERNEL(NARROW, int32_t, int64_t, int64_t, TO((int32_t)x[i]));
NARROW_KERNEL(ADD, TO(x[i] + k));
NARROW_KERNEL(SCALE, TO(x[i] * c + k));
NARROW_KERNEL(SUM3, TO(x[i] + y[i] + z[i]));
NARROW_KERNEL(SUM, TO(x[i] + y[i] + k));
NARROW_KERNEL(DIFFERENCE, TO(x[i] - y[i] + k));
NARROW_KERNEL(SUM_SCALED, TO(x[i] + d * y[i] + k));
NARROW_KERNEL(SCALED_LESS, TO(y[i] * d - x[i] + k));
NARROW_KERNEL(SCALED, TO(x[i] * c + y[i] * d + k));
NARROW_KERNEL(MORE, TO(-(x[i] > k)));
NARROW_KERNEL(LESS, TO(-(x[i] < k)));
NARROW_KERNEL(SAME, TO(-(x[i] == k)));
NARROW_KERNEL(OTHER, TO(-(x[i] != k)));
NARROW_KERNEL(SUM_MORE, TO(-(x[i] + y[i] > k)));
NARROW_KERNEL(DIFFERENCE_MORE, TO(-(x[i] - y[i] > k)));
NARROW_KERNEL(SUM_SCALED_MORE, TO(-(x[i] + d * y[i] > k)));
NARROW_KERNEL(SCALED_LESS_MORE, TO(-(y[i] * d - x[i] > k)));
NARROW_KERNEL(SCALED_MORE, TO(-(x[i] * c + y[i] * d > k)));
KERNEL(MORE_WIDE, int32_t, int64_t, int64_t, TO(-(int32_t)(x[i] > k)));
KERNEL(LESS_WIDE, int32_t, int64_t, int64_t, TO(-(int32_t)(x[i] < k)));
KERNEL(SAME_WIDE, int32_t, int64_t, int64_t, TO(-(int32_t)(x[i] == k)));
KERNEL(OTHER_WIDE, int32_t, int64_t, int64_t, TO(-(int32_t)(x[i] != k)));
NARROW_KERNEL(ALL, TO(x[i] & y[i]));
NARROW_KERNEL(ALL3, TO(x[i] & y[i] & z[i]));
NARROW_KERNEL(ANY, TO(x[i] | y[i]));
NARROW_KERNEL(ANY3, TO(x[i] | y[i] | z[i]));
NARROW_KERNEL(BUT, TO(x[i] & ~y[i]));
NARROW_KERNEL(LEAST, TO(x[i] < y[i] ? x[i] : y[i]));
NARROW_KERNEL(MOST, TO(x[i] > y[i] ? x[i] : y[i]));
NARROW_KERNEL(LEAST_K, TO(x[i] < k ? x[i] : k));
NARROW_KERNEL(MOST_K, TO(x[i] > k ? x[i] : k));
WIDE_KERNEL(LEAST_WIDE, TO(x[i] < y[i] ? x[i] : y[i]));
WIDE_KERNEL(MOST_WIDE, TO(x[i] > y[i] ? x[i] : y[i]));
NARROW_KERNEL(IF, TO((x[i] & y[i]) | (~x[i] & z[i])));
NARROW_KERNEL(IF_EITHER, TO(k + (x[i] & (d - k))));
NARROW_KERNEL(IF_ELSE, TO(k ^ (x[i] & (y[i] ^ k))));
NARROW_KERNEL(IF_THEN, TO(y[i] ^ (x[i] & (y[i] ^ k))));
NARROW_KERNEL(IF_ZERO, TO(x[i] & y[i]));
NARROW_KERNEL(ZERO_IF, TO(~x[i] & y[i]));

/* Of 64 bits, with columns of 32 beside. */
KERNEL(SCALE_WIDE, int64_t, int32_t, int32_t, TO(x[i] * c + k));
KERNEL(SCALED_WIDE, int64_t, int64_t, int32_t, TO(x[i] + d * y[i] + k));
WIDE_KERNEL(ADD_WIDE, TO(x[i] + d * y[i] + k));
KERNEL(IF_WIDE, int64_t, int32_t, int64_t, TO(x[i] ? y[i] : z[i]));

/* The condition is certain in x, possible in y; its branches are z and w: what
 * is the least, or the most, that comes out. */
#define BETWEEN_KERNEL(name, type, chosen) \
	BF_RIGHT_CLONES FAST static void run_##name( \
		const struct bf_right_call *call, void *const *columns) \
	{ \
		type *restrict out = COLUMN(out); \
		const int32_t *restrict x = COLUMN(in[0]); \
		const int32_t *restrict y = COLUMN(in[1]); \
		const type *restrict z = COLUMN(in[2]); \
		const type *restrict w = COLUMN(in[3]); \
		for (int i = 0; i < N; i++) { \
			type yes = z[i], no = w[i]; \
			type open = yes chosen no ? yes : no; \
			out[i] = x[i] ? yes : y[i] ? open : no; \
		} \
	} \
	struct bf_right_call

BETWEEN_KERNEL(IF_LEAST, int32_t, <);
BETWEEN_KERNEL(IF_MOST, int32_t, >);
BETWEEN_KERNEL(IF_LEAST_WIDE, int64_t, <);
BETWEEN_KERNEL(IF_MOST_WIDE, int64_t, >);

/* --- lists ---------------------------------------------------------------- */

#define TABLE_KERNEL(name, type) \
	static void run_##name( \
		const struct bf_right_call *call, void *const *columns) \
	{ \
		type *restrict out = COLUMN(out); \
		const int32_t *restrict x = COLUMN(in[0]); \
		const type *table = call->table; \
		const int32_t k = (int32_t)call->k; \
		for (int i = 0; i < N; i++) \
			out[i] = table[x[i] - k]; \
	} \
	struct bf_right_call
#define TABLE_RANGE_KERNEL(name, type, chosen) \
	static void run_##name( \
		const struct bf_right_call *call, void *const *columns) \
	{ \
		type *restrict out = COLUMN(out); \
		const int32_t *restrict x = COLUMN(in[0]); \
		const int32_t *restrict y = COLUMN(in[1]); \
		const type *table = call->table; \
		const int32_t k = (int32_t)call->k; \
		for (int i = 0; i < N; i++) { \
			type best = table[x[i] - k]; \
			for (int32_t at = x[i] + 1 - k; at <= y[i] - k; at++) \
				if (table[at] chosen best) \
					best = table[at]; \
			out[i] = best; \
		} \
	} \
	struct bf_right_call

TABLE_KERNEL(TABLE, int32_t);
TABLE_KERNEL(TABLE_WIDE, int64_t);
TABLE_RANGE_KERNEL(TABLE_LEAST, int32_t, <);
TABLE_RANGE_KERNEL(TABLE_MOST, int32_t, >);
TABLE_RANGE_KERNEL(TABLE_LEAST_WIDE, int64_t, <);
TABLE_RANGE_KERNEL(TABLE_MOST_WIDE, int64_t, >);

/* --- division ------------------------------------------------------------- */

/* By a factor instead (Granlund and Montgomery, "Division by invariant integers
 * using multiplication", 1994): x + k is from 0 to 2^31. */
BF_RIGHT_CLONES FAST static void
run_DIVIDE(const struct bf_right_call *call, void *const *columns)
{
	int32_t *restrict out = COLUMN(out);
	const int32_t *restrict x = COLUMN(in[0]);
	const uint32_t factor = (uint32_t)call->factor;
	const uint32_t k = (uint32_t)call->k;
	const int32_t c = (int32_t)call->c;
	const int shift = call->shift;

	for (int i = 0; i < N; i++)
		out[i] = (int32_t)(((uint64_t)((uint32_t)x[i] + k) * factor)
				 >> shift)
			+ c;
}

static void
run_DIVIDE_WIDE(const struct bf_right_call *call, void *const *columns)
{
	int64_t *restrict out = COLUMN(out);
	const int64_t *restrict x = COLUMN(in[0]);

	for (int i = 0; i < N; i++)
		out[i] = bf_right_floor(x[i] + call->k, call->d);
}

/* --- lines and ages ------------------------------------------------------- */

/* The columns of a line; households for which it is not needed get LEAST. */
#define LINE_KERNEL(name, from, to) \
	static void run_##name( \
		const struct bf_right_call *call, void *const *columns) \
	{ \
		to *restrict out = COLUMN(out); \
		const from *restrict x = COLUMN(in[0]); \
		const from *x1 = COLUMN(in[1]); \
		const from *y1 = COLUMN(in[2]); \
		const from *x2 = COLUMN(in[3]); \
		const from *y2 = COLUMN(in[4]); \
		const int32_t *needed = call->in[5] < 0 ? NULL \
							: COLUMN(in[5]); \
		for (int i = 0; i < N; i++) { \
			if (needed && i % 8 == 0 && !any(needed + i)) { \
				for (int k = 0; k < 8; k++) \
					out[i + k] = (to)call->least; \
				i += 7; \
				continue; \
			} \
			out[i] = (to)call->least; \
			if (needed == NULL || needed[i]) \
				out[i] = (to)bf_right_line_at(x[i], x1[i], \
					y1[i], x2[i], y2[i], call->k, call->d, \
					call->high); \
		} \
	} \
	struct bf_right_call

/* Whether any of eight is needed. */
static inline bool
any(const int32_t *needed)
{
	int32_t out = 0;

	for (int i = 0; i < 8; i++)
		out |= needed[i];
	return out != 0;
}

LINE_KERNEL(LINE, int32_t, int32_t);
LINE_KERNEL(LINE_TO_WIDE, int32_t, int64_t);
LINE_KERNEL(LINE_WIDE, int64_t, int64_t);

static void
run_AGE(const struct bf_right_call *call, void *const *columns)
{
	int32_t *restrict out = COLUMN(out);
	const int32_t *restrict from = COLUMN(in[0]);
	const int32_t *restrict to = COLUMN(in[1]);

	for (int i = 0; i < N; i++)
		out[i] = bf_right_age(from[i], to[i]);
}

bf_right_kernel *const bf_right_kernels[] = {
#define RUN(name) run_##name,
	BF_RIGHT_KERNELS(RUN)
#undef RUN
};
