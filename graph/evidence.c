/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * What a link, label or rank rests on, row by row. Kinds stand in the order in which each was first
 * added; within one, the largest weight comes first, then the smallest node.
 */
#include "graph/evidence.h"

typedef struct {
    RhumbEvidenceRow row;
    guint kind;  /* number of its kind */
    guint place; /* when it was added */
} Row;

struct _RhumbEvidence {
    GArray *rows;
    GStringChunk *strings;
};

struct _RhumbEvidenceBuilder {
    RhumbEvidence *evidence;
    GPtrArray *kinds; /* each once, borrowed from the strings */
};

G_DEFINE_BOXED_TYPE (RhumbEvidence, rhumb_evidence, rhumb_evidence_ref, rhumb_evidence_unref)

/**
 * rhumb_evidence_builder_new:
 *
 * Makes a builder without rows.
 *
 * Returns: (transfer full): a builder
 *
 * Since: 0.2
 */
RhumbEvidenceBuilder *
rhumb_evidence_builder_new (void)
{
    RhumbEvidenceBuilder *builder = g_new0 (RhumbEvidenceBuilder, 1);
    builder->evidence = g_atomic_rc_box_new0 (RhumbEvidence);
    builder->evidence->rows = g_array_new (FALSE, FALSE, sizeof (Row));
    builder->evidence->strings = g_string_chunk_new (4096);
    builder->kinds = g_ptr_array_new ();
    return builder;
}

/**
 * rhumb_evidence_builder_free:
 * @builder: (transfer full) (nullable): a builder
 *
 * Frees a builder, frozen or not.
 *
 * Since: 0.2
 */
void
rhumb_evidence_builder_free (RhumbEvidenceBuilder *builder)
{
    if (builder == NULL)
        return;
    g_clear_pointer (&builder->evidence, rhumb_evidence_unref);
    g_ptr_array_unref (builder->kinds);
    g_free (builder);
}

/**
 * rhumb_evidence_builder_add:
 * @builder: a builder
 * @kind: what the node has to do with it
 * @node: node of the graph, %RHUMB_NONE = none
 * @weight: how much it tells
 * @why: the reason in words
 *
 * Adds a row.
 *
 * Since: 0.2
 */
void
rhumb_evidence_builder_add (RhumbEvidenceBuilder *builder, const char *kind, guint32 node,
                            double weight, const char *why)
{
    RhumbEvidence *evidence = builder->evidence;
    Row row = {.row = {.kind = g_string_chunk_insert_const (evidence->strings, kind),
                       .node = node,
                       .weight = weight,
                       .why = g_string_chunk_insert_const (evidence->strings, why)},
               .place = evidence->rows->len};
    if (!g_ptr_array_find (builder->kinds, row.row.kind, &row.kind)) {
        row.kind = builder->kinds->len;
        g_ptr_array_add (builder->kinds, (gpointer)row.row.kind);
    }
    g_array_append_val (evidence->rows, row);
}

static int
compare_rows (gconstpointer a, gconstpointer b)
{
    const Row *first = a;
    const Row *second = b;
    if (first->kind != second->kind)
        return first->kind < second->kind ? -1 : 1;
    if (first->row.weight != second->row.weight)
        return first->row.weight > second->row.weight ? -1 : 1;
    if (first->row.node != second->row.node)
        return first->row.node < second->row.node ? -1 : 1;
    return (first->place > second->place) - (first->place < second->place);
}

/**
 * rhumb_evidence_builder_freeze:
 * @builder: a builder; it can only be freed after this
 *
 * Orders the rows and gives the evidence.
 *
 * Returns: (transfer full): the evidence
 *
 * Since: 0.2
 */
RhumbEvidence *
rhumb_evidence_builder_freeze (RhumbEvidenceBuilder *builder)
{
    g_return_val_if_fail (builder->evidence != NULL, NULL);
    g_array_sort (builder->evidence->rows, compare_rows);
    return g_steal_pointer (&builder->evidence);
}

/**
 * rhumb_evidence_ref:
 * @evidence: evidence
 *
 * Takes a reference.
 *
 * Returns: (transfer full): @evidence
 *
 * Since: 0.2
 */
RhumbEvidence *
rhumb_evidence_ref (RhumbEvidence *evidence)
{
    return g_atomic_rc_box_acquire (evidence);
}

static void
clear (gpointer data)
{
    RhumbEvidence *evidence = data;
    g_array_unref (evidence->rows);
    g_string_chunk_free (evidence->strings);
}

/**
 * rhumb_evidence_unref:
 * @evidence: (transfer full): evidence
 *
 * Gives a reference back.
 *
 * Since: 0.2
 */
void
rhumb_evidence_unref (RhumbEvidence *evidence)
{
    g_atomic_rc_box_release_full (evidence, clear);
}

/**
 * rhumb_evidence_get_n_rows:
 * @evidence: evidence
 *
 * Gets the number of rows.
 *
 * Returns: rows
 *
 * Since: 0.2
 */
guint
rhumb_evidence_get_n_rows (const RhumbEvidence *evidence)
{
    return evidence->rows->len;
}

/**
 * rhumb_evidence_get_row:
 * @evidence: evidence
 * @row: number of a row
 *
 * Gets a row.
 *
 * Returns: (transfer none): the row
 *
 * Since: 0.2
 */
const RhumbEvidenceRow *
rhumb_evidence_get_row (const RhumbEvidence *evidence, guint row)
{
    g_return_val_if_fail (row < evidence->rows->len, NULL);
    return &g_array_index (evidence->rows, Row, row).row;
}
