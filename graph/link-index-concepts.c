/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Concepts and mentions that an index of links keeps (graph/concepts-pack.c), as whoever finds them
 * in the texts gets them, to the last bit.
 *
 * What the bytes say is not trusted. Numbers are checked before they are used, texts where they
 * end; the first thing that makes no sense ends the reading with an error.
 *
 * Cost: O(links); memory 16 bytes a link beside the result.
 */
#include <string.h>

#include "graph/concepts-private.h"
#include "graph/error.h"
#include "graph/link-index-private.h"

typedef struct {
    RhumbLinkIndex *index;
    RhumbConceptsBuilder *builder;
    const guint8 *at; /* in PART_CONCEPTS */
    const guint8 *end;
    const guint8 *weight; /* in PART_WEIGHTS */
    const guint8 *weight_end;
    guint32 *paper;    /* room for the papers of a concept */
    double *weight_of; /* and for a weight of each */
    GArray *narrower;
    GArray *broader;
} Reader;

/* NULL if it does not end, or is no UTF-8. */
static const char *
read_text (Reader *reader)
{
    const char *text = (const char *)reader->at;
    const guint8 *stop = memchr (reader->at, 0, (gsize)(reader->end - reader->at));
    if (stop == NULL || !g_utf8_validate (text, (const char *)stop - text, NULL))
        return NULL;
    reader->at = stop + 1;
    return text;
}

/* Adds concept @c with all its names. */
static gboolean
read_names (Reader *reader, guint32 c, guint32 *flags)
{
    const guint32 node = reader->index->header.n_papers + c;
    const char *label = rhumb_link_index_get_label (reader->index, node);
    const char *id = NULL;
    const char *acronym = NULL;
    guint32 n_others = 0;
    g_autoptr (GPtrArray) variants = g_ptr_array_new ();
    if (*label == '\0' || !read_step (&reader->at, reader->end, flags) ||
        *flags > PACKED_CONCEPT_FLAGS ||
        ((*flags & PACKED_ID) != 0 && (id = read_text (reader)) == NULL) ||
        ((*flags & PACKED_ACRONYM) != 0 && (acronym = read_text (reader)) == NULL) ||
        !read_step (&reader->at, reader->end, &n_others))
        return FALSE;
    if ((*flags & PACKED_AS_LABEL) != 0)
        g_ptr_array_add (variants, (gpointer)label);
    for (guint32 i = 0; i < n_others; i++) {
        const char *variant = read_text (reader);
        if (variant == NULL)
            return FALSE;
        g_ptr_array_add (variants, (gpointer)variant);
    }
    g_ptr_array_add (variants, NULL);
    rhumb_concepts_builder_add (reader->builder, label, acronym,
                                (const char *const *)(gpointer)variants->pdata);
    if (id != NULL)
        rhumb_concepts_builder_set_id (reader->builder, c, id);
    return TRUE;
}

/* Those that are broader than @c; they may have to be added yet. */
static gboolean
read_broader (Reader *reader, guint32 c)
{
    guint32 n = 0;
    guint32 step = 0;
    guint64 last = 0;
    if (!read_step (&reader->at, reader->end, &n))
        return FALSE;
    for (guint32 i = 0; i < n; i++) {
        if (!read_step (&reader->at, reader->end, &step) || (step == 0 && i > 0))
            return FALSE;
        last += step;
        if (last >= reader->index->header.n_concepts || last == c)
            return FALSE;
        const guint32 broad = (guint32)last;
        g_array_append_val (reader->narrower, c);
        g_array_append_val (reader->broader, broad);
    }
    return TRUE;
}

/* The papers of a concept, ascending. */
static gboolean
read_papers (Reader *reader, guint32 c, guint32 flags, guint32 *n)
{
    const guint32 n_papers = reader->index->header.n_papers;
    guint64 last = 0;
    if ((flags & PACKED_IN_ROW) != 0) {
        *n = rhumb_link_index_read_row (reader->index, n_papers + c, 1, reader->paper,
                                        reader->weight_of);
        return *n == 0 || reader->paper[*n - 1] < n_papers;
    }
    if (!read_step (&reader->at, reader->end, n) || *n > n_papers)
        return FALSE;
    for (guint32 i = 0; i < *n; i++) {
        guint32 step = 0;
        if (!read_step (&reader->at, reader->end, &step) || (step == 0 && i > 0))
            return FALSE;
        last += step;
        if (last >= n_papers)
            return FALSE;
        reader->paper[i] = (guint32)last;
    }
    return TRUE;
}

static gboolean
read_weight (Reader *reader, double *weight)
{
    const gsize width = reader->index->header.weight_width;
    guint64 lack = 0;
    if ((gsize)(reader->weight_end - reader->weight) < width)
        return FALSE;
    memcpy (&lack, reader->weight, width);
    lack = GUINT64_FROM_LE (lack);
    reader->weight += width;
    if (lack >= BITS_OF_ONE)
        return FALSE;
    const guint64 bits = BITS_OF_ONE - lack;
    memcpy (weight, &bits, sizeof *weight);
    return TRUE;
}

/* The next of those papers that are known otherwise than by their text. */
typedef struct {
    guint32 n_left;
    guint64 place;
    guint flags;
} Mark;

static gboolean
read_mark (Reader *reader, gboolean is_first, Mark *mark)
{
    guint32 step = 0;
    if (mark->n_left == 0) {
        mark->place = G_MAXUINT64;
        return TRUE;
    }
    if (!read_step (&reader->at, reader->end, &step) || reader->at == reader->end ||
        (step == 0 && !is_first))
        return FALSE;
    mark->n_left--;
    mark->place += step;
    mark->flags = *reader->at++;
    const guint known = RHUMB_LINK_GIVEN | RHUMB_LINK_INFERRED;
    return (mark->flags & known) != 0 && (mark->flags & ~(known | PACKED_WHOLE)) == 0;
}

/* Links a concept with its papers. */
static gboolean
read_links (Reader *reader, guint32 c, guint32 n)
{
    Mark mark = {0};
    if (!read_step (&reader->at, reader->end, &mark.n_left) || mark.n_left > n ||
        !read_mark (reader, TRUE, &mark))
        return FALSE;
    for (guint32 i = 0; i < n; i++) {
        const gboolean is_marked = mark.place == i;
        reader->weight_of[i] = 1;
        if (!(is_marked && (mark.flags & PACKED_WHOLE) != 0) &&
            !read_weight (reader, &reader->weight_of[i]))
            return FALSE;
        if (!is_marked)
            continue;
        rhumb_concepts_builder_mark (reader->builder, reader->paper[i], c,
                                     mark.flags & ~PACKED_WHOLE);
        if (!read_mark (reader, FALSE, &mark))
            return FALSE;
    }
    rhumb_concepts_builder_link_all (reader->builder, c, reader->paper, reader->weight_of, n);
    return mark.place == G_MAXUINT64;
}

static gboolean
read_concept (Reader *reader, guint32 c)
{
    guint32 flags = 0;
    guint32 n = 0;
    return read_names (reader, c, &flags) && read_broader (reader, c) &&
           read_papers (reader, c, flags, &n) && read_links (reader, c, n);
}

static gboolean
read_all (Reader *reader)
{
    const guint32 n_concepts = reader->index->header.n_concepts;
    guint32 c = 0;
    while (c < n_concepts && read_concept (reader, c))
        c++;
    if (c < n_concepts || reader->at != reader->end || reader->weight != reader->weight_end)
        rhumb_link_index_complain (reader->index, "concept", reader->index->header.n_papers + c);
    for (guint i = 0; c == n_concepts && i < reader->narrower->len; i++)
        rhumb_concepts_builder_add_broader (reader->builder,
                                            g_array_index (reader->narrower, guint32, i),
                                            g_array_index (reader->broader, guint32, i));
    return rhumb_link_index_check (reader->index, NULL);
}

/**
 * rhumb_link_index_read_concepts:
 * @index: an index
 * @error: return location for an error
 *
 * Reads the concepts that the papers are about, with all that was known of them when they were
 * packed. O(links of papers and concepts).
 *
 * Returns: (transfer full): concepts, or %NULL with %RHUMB_ERROR_FORMAT if they are damaged
 *
 * Since: 0.2
 */
RhumbConcepts *
rhumb_link_index_read_concepts (RhumbLinkIndex *index, GError **error)
{
    const IndexHeader *h = &index->header;
    const gsize n_room = (gsize)MAX (h->n_papers, h->most_links) + 1;
    g_autoptr (RhumbConceptsBuilder) builder = rhumb_concepts_builder_new (h->n_papers);
    g_autoptr (GArray) narrower = g_array_new (FALSE, FALSE, sizeof (guint32));
    g_autoptr (GArray) broader = g_array_new (FALSE, FALSE, sizeof (guint32));
    g_autofree guint32 *paper = g_new (guint32, n_room);
    g_autofree double *weight_of = g_new (double, n_room);
    const guint8 *concepts = index->part[PART_CONCEPTS];
    const guint8 *weights = index->part[PART_WEIGHTS];
    Reader reader = {.index = index,
                     .builder = builder,
                     .at = concepts,
                     .end = concepts + h->part[PART_CONCEPTS].length,
                     .weight = weights,
                     .weight_end = weights + h->part[PART_WEIGHTS].length,
                     .paper = paper,
                     .weight_of = weight_of,
                     .narrower = narrower,
                     .broader = broader};
    rhumb_link_index_set_file (index, -1); /* all rows: from memory */
    if (read_all (&reader))
        return rhumb_concepts_builder_freeze (builder, error);
    rhumb_link_index_check (index, error);
    return NULL;
}

/* Papers that @v names in its text. FALSE if they are damaged. */
static gboolean
read_named (RhumbLinkIndex *index, guint32 v, GArray *from, GArray *to)
{
    const guint8 *at = NULL;
    const guint8 *end = NULL;
    guint32 step = 0;
    guint32 n_cited = 0;
    guint64 last = 0;
    if (!rhumb_link_index_find (index, PART_CITES_START, PART_CITES, v, &at, &end) ||
        !read_step (&at, end, &n_cited))
        return FALSE;
    for (guint32 i = 0; i < n_cited; i++) {
        if (!read_step (&at, end, &step))
            return FALSE;
    }
    while (at < end) {
        if (!read_step (&at, end, &step))
            return FALSE;
        last += step;
        if (last >= index->header.n_papers)
            return FALSE;
        const guint32 named = (guint32)last;
        g_array_append_val (from, v);
        g_array_append_val (to, named);
    }
    return TRUE;
}

/**
 * rhumb_link_index_read_mentions:
 * @index: an index
 * @error: return location for an error
 *
 * Reads which papers name the systems of others. O(papers + citations).
 *
 * Returns: (transfer full): a directed network of papers without weights, or %NULL with
 *   %RHUMB_ERROR_FORMAT if it is damaged
 *
 * Since: 0.2
 */
RhumbNetwork *
rhumb_link_index_read_mentions (RhumbLinkIndex *index, GError **error)
{
    const guint32 n = index->header.n_papers;
    g_autoptr (GArray) from = g_array_new (FALSE, FALSE, sizeof (guint32));
    g_autoptr (GArray) to = g_array_new (FALSE, FALSE, sizeof (guint32));
    for (guint32 v = 0; v < n; v++) {
        if (!read_named (index, v, from, to))
            rhumb_link_index_complain (index, "mentions", v);
    }
    if (!rhumb_link_index_check (index, error))
        return NULL;
    return rhumb_network_new (RHUMB_NETWORK_DIRECTED, n, n, (const guint32 *)(gpointer)from->data,
                              (const guint32 *)(gpointer)to->data, NULL, from->len, error);
}
