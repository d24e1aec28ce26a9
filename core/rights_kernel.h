/* Kernels: each does one step for a block of households, column by column.
 *
 * A column holds BF_RIGHT_BLOCK numbers of 32 bits, or of 64 where the ranges
 * of facts do not prove that 32 are enough; a condition is 0 or -1 in 32 bits.
 */
#ifndef CORE_RIGHTS_KERNEL_H
#define CORE_RIGHTS_KERNEL_H

#include <belfort/rights.h>

/* X, Y and Z are the columns that are read; C and D are factors, K is added or
 * compared with. */
#define BF_RIGHT_KERNELS(_) \
	_(FILL) /* k */ \
	_(FILL_WIDE) \
	_(WIDEN)       /* x, from 32 bits */ \
	_(NARROW)      /* x, to 32 bits */ \
	_(ADD)         /* x + k */ \
	_(SCALE)       /* c * x + k */ \
	_(SUM3)        /* x + y + z */ \
	_(SUM)         /* x + y + k */ \
	_(DIFFERENCE)  /* x - y + k */ \
	_(SUM_SCALED)  /* x + d * y + k */ \
	_(SCALED_LESS) /* d * y - x + k */ \
	_(SCALED)      /* c * x + d * y + k */ \
	_(SCALE_WIDE) \
	_(SCALED_WIDE)      /* x + d * y + k, of 64 bits; y of 32 */ \
	_(ADD_WIDE)         /* x + d * y + k, of 64 bits */ \
	_(MORE)             /* x > k */ \
	_(LESS)             /* x < k */ \
	_(SAME)             /* x == k */ \
	_(OTHER)            /* x != k */ \
	_(SUM_MORE)         /* x + y > k */ \
	_(DIFFERENCE_MORE)  /* x - y > k */ \
	_(SUM_SCALED_MORE)  /* x + d * y > k */ \
	_(SCALED_LESS_MORE) /* d * y - x > k */ \
	_(SCALED_MORE)      /* c * x + d * y > k */ \
	_(MORE_WIDE) \
	_(LESS_WIDE) \
	_(SAME_WIDE) \
	_(OTHER_WIDE) \
	_(ALL)  /* x and y */ \
	_(ALL3) /* x and y and z */ \
	_(ANY) \
	_(ANY3) \
	_(BUT)   /* x and not y */ \
	_(LEAST) /* of x and y */ \
	_(MOST) \
	_(LEAST_K) /* of x and k */ \
	_(MOST_K) \
	_(LEAST_WIDE) \
	_(MOST_WIDE) \
	_(IF)        /* y where x, else z */ \
	_(IF_EITHER) /* d where x, else k */ \
	_(IF_ELSE)   /* y where x, else k */ \
	_(IF_THEN)   /* k where x, else y */ \
	_(IF_ZERO)   /* y where x, else 0 */ \
	_(ZERO_IF)   /* 0 where x, else y */ \
	_(IF_WIDE) \
	_(IF_LEAST) /* the least that y or z can be: see below */ \
	_(IF_MOST) \
	_(IF_LEAST_WIDE) \
	_(IF_MOST_WIDE) \
	_(TABLE) /* table[x - k] */ \
	_(TABLE_WIDE) \
	_(TABLE_LEAST) /* the least of table[x - k] to table[y - k] */ \
	_(TABLE_MOST) \
	_(TABLE_LEAST_WIDE) \
	_(TABLE_MOST_WIDE) \
	_(DIVIDE) /* (x + k) / d, downwards: see bf_right_magic */ \
	_(DIVIDE_WIDE) \
	_(LINE) /* at x[0] on the line of x[1] to x[4], where x[5] */ \
	_(LINE_TO_WIDE) \
	_(LINE_WIDE) \
	_(AGE) /* from x to y */

/* Each column begins where the processor fetches a line of its memory. */
#define BF_RIGHT_LINE 64

enum bf_right_kernel {
#define NAME(name) KERNEL_##name,
	BF_RIGHT_KERNELS(NAME)
#undef NAME
};

/* One call of a kernel; columns by their number. */
struct bf_right_call {
	enum bf_right_kernel kernel;
	int out;
	int in[6]; /* of a line the last: where it is needed; -1: everywhere */
	int64_t c, d, k;
	int64_t high;    /* of a line: from its high end */
	uint64_t factor; /* of a division */
	int shift;
	int64_t least;     /* where there is no need of a value */
	const void *table; /* of 32 or 64 bits, as the column out */
};

typedef void
bf_right_kernel(const struct bf_right_call *call, void *const *columns);
extern bf_right_kernel *const bf_right_kernels[];

#endif
