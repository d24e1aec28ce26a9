/* How somebody reads elsewhere what the city decided about rules. */
#include "channels.h"

const struct bf_channel policy_channels[] = {
	{ "policy.read", "/ /{code} /voorstel/{id:int}",
		BF_N("Read the rules, and who changed them"), &bf_same_pages,
		&bf_told, &bf_printed },
	{ "policy.desk",
		"beleid: beleid:/nieuw beleid:/{id:int} beleid:/{id:int}/waarom "
		"beleid:/{id:int}/euro beleid:/{id:int}/tekst/{naam} beleid:/{id:int}/bestand/{naam} "
		"beleid:/{id:int}/bedragen/{naam} beleid:/{id:int}/gezin/{naam} "
		"beleid:/{id:int}/opzij/{nr:int} beleid:/{id:int}/uitgave/{nr:int} "
		"beleid:/{id:int}/opmerking beleid:/{id:int}/tekst/{naam}/opmerking "
		"beleid:/{id:int}/opmerking/{nr:int}/weg "
		"beleid:/{id:int}/aanbieden beleid:/{id:int}/terug "
		"beleid:/{id:int}/terugsturen beleid:/{id:int}/weg "
		"beleid:/{id:int}/publiceren beleid:/{id:int}/intrekken "
		"beleid:/{id:int}/stoppen beleid:/{id:int}/intrekken/akkoord "
		"beleid:/{id:int}/stoppen/akkoord beleid:/{id:int}/intrekken/niet "
		"beleid:/{id:int}/opnieuw beleid:/{id:int}/omkeren "
		"beleid:/{id:int}/verder",
		BF_N("Change the rules of the city"), BF_EACH(bf_for_staff) },
	{ "policy.stop",
		"beleid:/stop beleid:/stop/{code} beleid:/stop/{code}/verder",
		BF_N("Stop a rule in an emergency"), BF_EACH(bf_for_staff) },
	{ 0 },
};
