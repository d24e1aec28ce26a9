/* What a bank says of orders: none, or one whose names are all there. */
#include "../../plugins/payments/pain002.h"
#include "fuzz.h"

static void
named(json_t *object, const char *name)
{
	const char *text = json_string_value(json_object_get(object, name));

	must(text && strlen(text) <= 140);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	json_t *report = payments_pain002((const char *)data, size);
	json_t *group, *payment;
	size_t i, n;

	if (report == NULL)
		return 0;
	named(report, "message");
	named(report, "original");
	json_array_foreach (json_object_get(report, "groups"), i, group) {
		named(group, "id");
		json_array_foreach (
			json_object_get(group, "payments"), n, payment)
			named(payment, "id");
	}
	json_decref(report);
	return 0;
}
