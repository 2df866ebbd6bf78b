/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * gzip and zstd, as databases hand out their snapshots: piece by piece, several members or frames
 * one after the other. zlib and libzstd do the work; GIO's converter stops after the first member.
 * Source: RFC 1952, RFC 8878. Memory: the window of the compression, for zstd at most 128 MiB.
 */
#include "io/scan/decompress.h"

#include <string.h>
#include <zlib.h>
#include <zstd.h>

#define GZIP_WINDOW (15 + 16) /* the largest window; with a gzip header */

struct _RhumbDecompressor {
    ZSTD_DStream *zstd; /* NULL = gzip */
    z_stream gzip;
    gboolean is_between; /* whether no member or frame is open */
};

/* Makes a decompressor. @compression: "gzip" or "zstd", as rhumb_magic_compression() says. Returns
 * the decompressor, %NULL if the compression is another. */
RhumbDecompressor *
rhumb_decompressor_new (const char *compression)
{
    g_autofree RhumbDecompressor *decompressor = g_new0 (RhumbDecompressor, 1);
    decompressor->is_between = TRUE;
    if (strcmp (compression, "zstd") == 0)
        decompressor->zstd = ZSTD_createDStream ();
    else if (strcmp (compression, "gzip") != 0 ||
             inflateInit2 (&decompressor->gzip, GZIP_WINDOW) != Z_OK)
        return NULL;
    return g_steal_pointer (&decompressor);
}

/* rhumb_decompressor_free: frees @decompressor. */
void
rhumb_decompressor_free (RhumbDecompressor *decompressor)
{
    if (decompressor->zstd != NULL)
        ZSTD_freeDStream (decompressor->zstd);
    else
        inflateEnd (&decompressor->gzip);
    g_free (decompressor);
}

/* rhumb_decompressor_is_between: whether the input may end here: no member or frame is open. */
gboolean
rhumb_decompressor_is_between (const RhumbDecompressor *decompressor)
{
    return decompressor->is_between;
}

static char *
step_zstd (RhumbDecompressor *decompressor, const guint8 **from, gsize *n_from, guint8 *to,
           gsize room, gsize *n_made)
{
    ZSTD_inBuffer in = {*from, *n_from, 0};
    ZSTD_outBuffer out = {to, room, 0};
    const size_t code = ZSTD_decompressStream (decompressor->zstd, &out, &in);
    if (ZSTD_isError (code))
        return g_strconcat ("broken zstd data: ", ZSTD_getErrorName (code), NULL);
    *from += in.pos;
    *n_from -= in.pos;
    *n_made = out.pos;
    decompressor->is_between = code == 0;
    return NULL;
}

static char *
step_gzip (RhumbDecompressor *decompressor, const guint8 **from, gsize *n_from, guint8 *to,
           gsize room, gsize *n_made)
{
    z_stream *gzip = &decompressor->gzip;
    if (decompressor->is_between && *n_from > 0) {
        inflateReset (gzip);
        decompressor->is_between = FALSE;
    }
    gzip->next_in = (Bytef *)*from;
    gzip->avail_in = (uInt)MIN (*n_from, G_MAXINT);
    gzip->next_out = to;
    gzip->avail_out = (uInt)MIN (room, G_MAXINT);
    const int code = inflate (gzip, Z_NO_FLUSH);
    *n_made = (gsize)(gzip->next_out - to);
    /* What is before a fault is given first; the fault comes again. */
    if (code != Z_OK && code != Z_STREAM_END && code != Z_BUF_ERROR && *n_made == 0)
        return g_strconcat ("broken gzip data: ", gzip->msg != NULL ? gzip->msg : "no valid member",
                            NULL);
    *n_from -= (gsize)(gzip->next_in - *from);
    *from = gzip->next_in;
    decompressor->is_between = code == Z_STREAM_END;
    return NULL;
}

/* Decompresses as much as there is input and room for. @from (in and out): compressed bytes; moved
 * behind what was used; @n_from (in and out): how many; @to: where to put what they hold; @room:
 * how many bytes fit there, at least 1; @n_made (out): how many were put. Returns %NULL, or what is
 * broken in the data, in words that the caller frees. */
char *
rhumb_decompressor_step (RhumbDecompressor *decompressor, const guint8 **from, gsize *n_from,
                         guint8 *to, gsize room, gsize *n_made)
{
    return decompressor->zstd != NULL ? step_zstd (decompressor, from, n_from, to, room, n_made)
                                      : step_gzip (decompressor, from, n_from, to, room, n_made);
}
