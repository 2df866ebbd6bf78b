/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Linked vectors as bytes, which are searched where they are: in a file that is mapped into memory
 * a search reads what it comes by and nothing else.
 *
 * What the bytes say is not trusted: at the start the header and the length of all are checked, in
 * constant time but for one byte a row; links when they are followed. What makes no sense is left
 * out, and rhumb_hnsw_check() tells of it.
 *
 * Cost: two bytes for each number, two for most links, and some 12 more a row; opening a byte a
 * row.
 */
#include <string.h>

#include "analytics/similar/hnsw-private.h"
#include "graph/error.h"
#include "graph/text.h"

#define MAGIC "RhumbVec"
#define VERSION 3
#define ORDER 0x01020304u /* tells machines of the other byte order apart */
#define ALIGNMENT 64      /* vectors begin where lines of a processor's memory do */

guint64
rhumb_hnsw_hash_header (const HnswHeader *header)
{
    guint64 hash = VERSION;
    for (gsize i = 0; i < G_STRUCT_OFFSET (HnswHeader, hash); i += sizeof (guint64)) {
        guint64 word;
        memcpy (&word, (const char *)header + i, sizeof word);
        hash = rhumb_hash_mix (hash, word);
    }
    return hash;
}

/* Where the parts stand. Returns the length of all. */
gsize
rhumb_hnsw_lay_out (const HnswHeader *h, HnswRange *part)
{
    const gsize n = h->exact ? 0 : h->n;
    const gsize n_blocks = h->exact ? 0 : h->n_blocks;
    const gsize length[HNSW_N_PARTS] = {
        [HNSW_VALUES] = (gsize)h->n * h->d * sizeof (gint16),
        [HNSW_HIDDEN] = h->n,
        [HNSW_START_0] = h->exact ? 0 : (n + 1) * sizeof (guint32),
        [HNSW_LINKS_0] = h->exact ? 0 : h->n_packed,
        [HNSW_LEVELS] = n,
        [HNSW_BLOCKS] = n * sizeof (guint32),
        [HNSW_LINKS] = n_blocks * h->m * sizeof (guint32),
        [HNSW_N_LINKS] = n_blocks * sizeof (guint16),
    };
    gsize end = sizeof (HnswHeader);
    for (guint i = 0; i < HNSW_N_PARTS; i++) {
        part[i].offset = (end + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
        part[i].length = length[i];
        end = part[i].offset + length[i];
    }
    return end;
}

/**
 * rhumb_hnsw_pack:
 * @hnsw: linked vectors
 *
 * Packs vectors and links for rhumb_hnsw_new_of_bytes(). The same bytes for the same vectors,
 * whether they were added at once or in parts; rows that were removed are packed as such.
 *
 * Returns: (transfer full): bytes
 *
 * Since: 0.2
 */
GBytes *
rhumb_hnsw_pack (const RhumbHnsw *hnsw)
{
    g_autofree guint32 *start = g_new0 (guint32, (gsize)hnsw->n + 1);
    g_autoptr (GByteArray) packed = g_byte_array_new ();
    if (!hnsw->exact && hnsw->link0 != NULL)
        rhumb_hnsw_pack_links (hnsw, start, packed);
    HnswHeader header = {.magic = MAGIC,
                         .version = VERSION,
                         .order = ORDER,
                         .n = hnsw->n,
                         .d = hnsw->d,
                         .m = hnsw->m,
                         .width = hnsw->width,
                         .min_rows = hnsw->min_rows,
                         .n_linked = hnsw->n_linked,
                         .n_blocks = hnsw->exact ? 0 : hnsw->n_blocks,
                         .entry = hnsw->entry,
                         .top = hnsw->top,
                         .exact = hnsw->exact,
                         .n_packed = hnsw->link0 != NULL ? packed->len : hnsw->n_packed,
                         .seed = hnsw->seed};
    const void *from[HNSW_N_PARTS] = {[HNSW_VALUES] = hnsw->value,
                                      [HNSW_HIDDEN] = hnsw->hidden,
                                      [HNSW_START_0] = hnsw->link0 != NULL ? start : hnsw->start0,
                                      [HNSW_LINKS_0] =
                                          hnsw->link0 != NULL ? packed->data : hnsw->packed0,
                                      [HNSW_LEVELS] = hnsw->level,
                                      [HNSW_BLOCKS] = hnsw->upper,
                                      [HNSW_LINKS] = hnsw->link,
                                      [HNSW_N_LINKS] = hnsw->n_link};
    HnswRange part[HNSW_N_PARTS];
    const gsize size = rhumb_hnsw_lay_out (&header, part);
    char *bytes = g_malloc0 (size);
    header.hash = rhumb_hnsw_hash_header (&header);
    memcpy (bytes, &header, sizeof header);
    for (guint i = 0; i < HNSW_N_PARTS; i++) {
        if (part[i].length > 0)
            memcpy (bytes + part[i].offset, from[i], part[i].length);
    }
    return g_bytes_new_take (bytes, size);
}

static const char *
find_fault (const HnswHeader *h, gsize size)
{
    HnswRange part[HNSW_N_PARTS];
    if (h->order != ORDER)
        return "made on a machine of another byte order";
    if (h->version != VERSION)
        return "of another version";
    if (h->hash != rhumb_hnsw_hash_header (h))
        return "with a damaged header";
    if (h->d < 1 || h->d > 65536 || h->m < 2 || h->m > MAX_LINKS || h->width < h->m ||
        h->width > 10000 || h->n_linked > h->n || h->n == G_MAXUINT32 || h->top > MAX_LEVEL ||
        (!h->exact && (h->entry >= h->n_linked || h->n_blocks > (guint64)h->n * MAX_LEVEL)) ||
        h->n_packed > G_MAXUINT32 ||
        (h->exact && (h->n_linked | h->n_blocks | h->entry | h->top | h->n_packed) != 0))
        return "with impossible counts";
    return rhumb_hnsw_lay_out (h, part) != size ? "cut short" : NULL;
}

static RhumbHnsw *
map (GBytes *bytes, const HnswHeader *h)
{
    HnswRange part[HNSW_N_PARTS];
    RhumbHnsw *hnsw = g_new0 (RhumbHnsw, 1);
    char *data = (char *)g_bytes_get_data (bytes, NULL);
    rhumb_hnsw_lay_out (h, part);
    hnsw->file = -1;
    hnsw->bytes = g_bytes_ref (bytes);
    hnsw->n = h->n;
    hnsw->d = h->d;
    hnsw->m = h->m;
    hnsw->width = h->width;
    hnsw->min_rows = h->min_rows;
    hnsw->n_linked = h->n_linked;
    hnsw->n_blocks = h->n_blocks;
    hnsw->entry = h->entry;
    hnsw->top = h->top;
    hnsw->exact = h->exact != 0;
    hnsw->seed = h->seed;
    hnsw->value = (gint16 *)(gpointer)(data + part[HNSW_VALUES].offset);
    hnsw->hidden = g_malloc ((gsize)h->n + 1);
    memcpy (hnsw->hidden, data + part[HNSW_HIDDEN].offset, h->n);
    for (guint32 v = 0; v < h->n; v++)
        hnsw->n_hidden += hnsw->hidden[v] != 0;
    hnsw->start0 = (const guint32 *)(gpointer)(data + part[HNSW_START_0].offset);
    hnsw->packed0 = (const guint8 *)data + part[HNSW_LINKS_0].offset;
    hnsw->n_packed = h->n_packed;
    hnsw->level = (guint8 *)(data + part[HNSW_LEVELS].offset);
    hnsw->upper = (guint32 *)(gpointer)(data + part[HNSW_BLOCKS].offset);
    hnsw->link = (guint32 *)(gpointer)(data + part[HNSW_LINKS].offset);
    hnsw->n_link = (guint16 *)(gpointer)(data + part[HNSW_N_LINKS].offset);
    return hnsw;
}

/**
 * rhumb_hnsw_new_of_bytes:
 * @bytes: what rhumb_hnsw_pack() gave, at an address that is a multiple of 8
 * @name: what messages call it
 * @error: return location for an error
 *
 * Opens packed vectors, which stay where they are.
 *
 * Returns: (transfer full): what can be searched, or %NULL with %RHUMB_ERROR_FORMAT
 *
 * Since: 0.2
 */
RhumbHnsw *
rhumb_hnsw_new_of_bytes (GBytes *bytes, const char *name, GError **error)
{
    gsize size = 0;
    HnswHeader header;
    const char *data = g_bytes_get_data (bytes, &size);
    const char *fault = "no vectors at all";
    if (size >= sizeof header && memcmp (data, MAGIC, sizeof header.magic) == 0) {
        memcpy (&header, data, sizeof header);
        fault = find_fault (&header, size);
    }
    if (fault != NULL) {
        g_set_error (error, RHUMB_ERROR, RHUMB_ERROR_FORMAT,
                     "%s: vectors %s, expected those that this rhumb packed (rhumb index)", name,
                     fault);
        return NULL;
    }
    RhumbHnsw *hnsw = map (bytes, &header);
    hnsw->name = g_strdup (name);
    return hnsw;
}

/**
 * rhumb_hnsw_check:
 * @hnsw: linked vectors
 * @error: return location for an error
 *
 * Tells whether all that was read so far was in order.
 *
 * Returns: %FALSE with %RHUMB_ERROR_FORMAT if it was not; answers are then incomplete
 *
 * Since: 0.2
 */
gboolean
rhumb_hnsw_check (const RhumbHnsw *hnsw, GError **error)
{
    if (!hnsw->damaged)
        return TRUE;
    g_set_error (error, RHUMB_ERROR, RHUMB_ERROR_FORMAT,
                 "%s: damaged: links of vectors, expected an index that rhumb index wrote",
                 hnsw->name != NULL ? hnsw->name : "memory");
    return FALSE;
}

/* Whether links of a row on a level lead to rows that are there. */
static gboolean
leads_to_rows (RhumbHnsw *hnsw, guint32 row, guint level)
{
    guint n_links;
    const guint32 *link = rhumb_hnsw_read_links (hnsw, row, level, &n_links);
    for (guint i = 0; i < n_links; i++) {
        if (link[i] >= hnsw->n || hnsw->level[link[i]] < level)
            return FALSE;
    }
    return TRUE;
}

/* What is built upon must be right everywhere, not only where a search comes by. */
static void
check_all (RhumbHnsw *hnsw)
{
    guint64 n_blocks = 0;
    for (guint32 v = 0; v < hnsw->n; v++) {
        if (hnsw->level[v] > MAX_LEVEL || hnsw->upper[v] != n_blocks)
            hnsw->damaged = TRUE;
        n_blocks += hnsw->level[v];
    }
    if (n_blocks != hnsw->n_blocks || hnsw->level[hnsw->entry] != hnsw->top)
        hnsw->damaged = TRUE;
    for (guint32 v = 0; !hnsw->damaged && v < hnsw->n; v++) {
        for (guint level = 0; level <= hnsw->level[v]; level++) {
            if (!leads_to_rows (hnsw, v, level))
                hnsw->damaged = TRUE;
        }
    }
}

/* A copy of links that can be changed. FALSE with an error if they are damaged. */
gboolean
rhumb_hnsw_unmap (RhumbHnsw *hnsw, GError **error)
{
    const gsize n = hnsw->exact ? 0 : hnsw->n;
    const gsize n_blocks = hnsw->exact ? 0 : hnsw->n_blocks;
    if (hnsw->bytes == NULL)
        return TRUE;
    if (!hnsw->exact)
        check_all (hnsw);
    if (!rhumb_hnsw_check (hnsw, error))
        return FALSE;
    const gsize n_values = (gsize)hnsw->n * hnsw->d + 1;
    const gint16 *mapped = hnsw->value;
    guint32 *link0 =
        rhumb_hnsw_grow (NULL, &hnsw->link0_size, (n + 1) * 2 * hnsw->m * sizeof *link0);
    hnsw->n_link0 = g_new0 (guint16, n + 1);
    for (guint32 v = 0; v < n; v++)
        rhumb_hnsw_unpack_links (hnsw, v, link0 + (gsize)v * 2 * hnsw->m, &hnsw->n_link0[v]);
    hnsw->link0 = link0;
    hnsw->start0 = NULL;
    hnsw->packed0 = NULL;
    hnsw->value = rhumb_hnsw_grow (NULL, &hnsw->value_size, n_values * sizeof *mapped);
    memcpy (hnsw->value, mapped, (n_values - 1) * sizeof *mapped);
    hnsw->level = g_memdup2 (hnsw->level, n);
    hnsw->upper = g_memdup2 (hnsw->upper, n * sizeof *hnsw->upper);
    hnsw->link = g_memdup2 (hnsw->link, n_blocks * hnsw->m * sizeof *hnsw->link);
    hnsw->n_link = g_memdup2 (hnsw->n_link, n_blocks * sizeof *hnsw->n_link);
    hnsw->file = -1;
    g_clear_pointer (&hnsw->bytes, g_bytes_unref);
    return TRUE;
}
