/* Drawings of text that phones read: QR codes, by libqrencode. */
#include <belfort/arena.h>
#include <belfort/buf.h>
#include <belfort/drawing.h>
#include <belfort/request.h>
#include <qrencode.h>

const char *
bf_drawing(struct bf_req *req, const char *text, int *size)
{
	QRcode *qr = QRcode_encodeString8bit(text, 0, QR_ECLEVEL_M);
	struct bf_buf *out = bf_buf_new(bf_arena(req), 4096);
	int i;

	*size = qr ? qr->width : 0;
	for (i = 0; i < *size * *size; i++)
		if (qr->data[i] & 1)
			bf_put_fmt(out, "M%d %dh1v1h-1z", i % *size, i / *size);
	QRcode_free(qr);
	return out->data;
}
