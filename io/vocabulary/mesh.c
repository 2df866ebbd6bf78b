/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * The Medical Subject Headings in the ASCII form of the National Library of Medicine.
 *
 * Records begin with *NEWRECORD and hold lines "NAME = value". MH (or the name of a supplementary
 * record, NM) is the heading, ENTRY, PRINT ENTRY and SY (up to the first |) are other names, UI is
 * the id. MN is a place in the tree, "C01.069": the heading at the place without the last part is
 * broader. Cost: linear; memory for all headings.
 */
#include "io/vocabulary/readers.h"

#include <string.h>

#include "graph/error.h"

/* What is read of the record at hand. */
typedef struct {
    RhumbVocabularyBuilder *builder;
    GHashTable *id_at;  /* place in the tree -> id */
    GPtrArray *heading; /* names of the record; the first is the heading if there is one */
    GPtrArray *place;
    char *id;
    gboolean has_heading;
} Reading;

static guint
sniff_mesh (const char *head, gsize length)
{
    static const char mark[] = "*NEWRECORD";
    const gsize n = strlen (mark);
    return length >= n && memcmp (head, mark, n) == 0 ? 100 : 0;
}

static void
end_record (Reading *reading)
{
    const char *id = reading->id;
    if (id == NULL && reading->heading->len > 0)
        id = reading->heading->pdata[0];
    for (guint i = 0; id != NULL && i < reading->heading->len; i++) {
        const char *name = reading->heading->pdata[i];
        if (i == 0 && reading->has_heading)
            rhumb_vocabulary_builder_set_label (reading->builder, id, name, TRUE);
        else
            rhumb_vocabulary_builder_add_alternative (reading->builder, id, name);
    }
    for (guint i = 0; id != NULL && i < reading->place->len; i++)
        g_hash_table_insert (reading->id_at, g_strdup (reading->place->pdata[i]), g_strdup (id));
    g_ptr_array_set_size (reading->heading, 0);
    g_ptr_array_set_size (reading->place, 0);
    g_clear_pointer (&reading->id, g_free);
    reading->has_heading = FALSE;
}

static void
take_field (Reading *reading, const char *name, const char *value)
{
    static const char *const others[] = {"ENTRY", "PRINT ENTRY", "SY", NULL};
    if (strcmp (name, "MH") == 0 || strcmp (name, "NM") == 0) {
        g_ptr_array_insert (reading->heading, 0, g_strdup (value));
        reading->has_heading = TRUE;
    } else if (g_strv_contains (others, name)) {
        g_ptr_array_add (reading->heading, g_strndup (value, strcspn (value, "|")));
    } else if (strcmp (name, "MN") == 0) {
        g_ptr_array_add (reading->place, g_strdup (value));
    } else if (strcmp (name, "UI") == 0) {
        g_free (reading->id);
        reading->id = g_strdup (value);
    }
}

static void
link_places (const Reading *reading)
{
    GHashTableIter iter;
    gpointer place;
    gpointer id;
    g_hash_table_iter_init (&iter, reading->id_at);
    while (g_hash_table_iter_next (&iter, &place, &id)) {
        const char *dot = strrchr (place, '.');
        g_autofree char *above =
            dot != NULL ? g_strndup (place, (gsize)(dot - (char *)place)) : NULL;
        const char *broader = above != NULL ? g_hash_table_lookup (reading->id_at, above) : NULL;
        if (broader != NULL)
            rhumb_vocabulary_builder_add_broader (reading->builder, id, broader);
    }
}

static gboolean
take_line (Reading *reading, RhumbInput *input, const RhumbLine *line, GError **error)
{
    g_autofree char *text = g_strndup (line->text, line->length);
    if (*g_strstrip (text) == '\0')
        return TRUE;
    if (strcmp (text, "*NEWRECORD") == 0) {
        end_record (reading);
        return TRUE;
    }
    char *sign = strchr (text, '=');
    if (sign == NULL) {
        rhumb_input_set_error (input, error, RHUMB_ERROR_FORMAT, line->number,
                               "NAME = value or *NEWRECORD", "found “%.40s”", text);
        return FALSE;
    }
    *sign = '\0';
    take_field (reading, g_strstrip (text), g_strstrip (sign + 1));
    return TRUE;
}

static gboolean
read_mesh (RhumbInput *input, RhumbVocabularyBuilder *builder, GError **error)
{
    g_autoptr (GHashTable) id_at = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
    g_autoptr (GPtrArray) heading = g_ptr_array_new_with_free_func (g_free);
    g_autoptr (GPtrArray) place = g_ptr_array_new_with_free_func (g_free);
    Reading reading = {builder, id_at, heading, place, NULL, FALSE};
    g_autoptr (GError) failed = NULL;
    RhumbLine line;
    while (rhumb_input_read_line (input, &line, &failed) &&
           take_line (&reading, input, &line, &failed))
        continue;
    end_record (&reading);
    if (failed != NULL) {
        g_propagate_error (error, g_steal_pointer (&failed));
        return FALSE;
    }
    link_places (&reading);
    return TRUE;
}

const RhumbVocabularyFormat rhumb_vocabulary_mesh = {"mesh", sniff_mesh, read_mesh};
