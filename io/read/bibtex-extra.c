/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * What an entry of BibTeX has beyond the fields of a paper, as one JSON object with sorted names,
 * and the numbers of its authors.
 *
 * A file that rhumb wrote tells what a field was before (io/write/bibtex-extra.c): its name, and
 * whether it was a list or a value of JSON. ORCIDs stand behind the whole names of authors, as in
 * Web of Science; those of other people are kept.
 * Cost: linear in the entry; numbers times authors.
 */
#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "graph/text.h"
#include "io/bibtex-marks.h"
#include "io/read/bibtex-lists.h"
#include "io/read/bibtex-record-private.h"
#include "io/read/wos-addresses.h"
#include "io/scan/bibtex-names.h"

/* Gives each author the number that stands behind the name in a field, "Family, Given/number". */
static void
take_numbers (RhumbBibtexMaker *maker, const RhumbBibtexEntry *entry, const char *name,
              GPtrArray *numbers, const char *others_name)
{
    RhumbBibtexField *field = rhumb_bibtex_entry_find (entry, name);
    const GPtrArray *authors = maker->record->author_names;
    if (field == NULL)
        return;
    field->used = TRUE;
    g_autoptr (GPtrArray) others = g_ptr_array_new ();
    g_autoptr (GPtrArray) pairs = rhumb_bibtex_split_references (field->value);
    g_ptr_array_set_size (numbers, (int)authors->len);
    for (guint i = 0; i < pairs->len; i++) {
        const char *pair = pairs->pdata[i];
        gboolean found = FALSE;
        for (guint a = 0; a < authors->len; a++) {
            const gsize length = strlen (authors->pdata[a]);
            if (g_ascii_strncasecmp (pair, authors->pdata[a], length) != 0 || pair[length] != '/')
                continue;
            /* Numbers of one file would make one person of several. */
            if (numbers == maker->record->author_ids && strchr (pair + length, ':') == NULL)
                continue;
            numbers->pdata[a] = g_string_chunk_insert (maker->strings, pair + length + 1);
            found = TRUE;
        }
        if (!found)
            g_ptr_array_add (others, (gpointer)pair);
    }
    rhumb_extra_add_texts (maker->extra, others_name, (const char *const *)others->pdata,
                           others->len);
}

static int
compare_fields (gconstpointer a, gconstpointer b)
{
    return strcmp ((*(const RhumbBibtexField *const *)a)->name,
                   (*(const RhumbBibtexField *const *)b)->name);
}

/* A field of the extra as text. Web of Science, whose entries have a Unique-ID, writes one address
 * a line, behind its authors. */
static const char *
keep_extra (RhumbBibtexMaker *maker, const RhumbBibtexEntry *entry, const RhumbBibtexField *field)
{
    if (rhumb_bibtex_name_is_verbatim (field->name))
        return rhumb_bibtex_keep_verbatim (maker, field->value);
    if (!g_str_equal (field->name, "affiliation") ||
        rhumb_bibtex_entry_find (entry, "unique-id") == NULL)
        return rhumb_bibtex_keep_decoded (maker, field->value);
    g_autoptr (GPtrArray) lines = rhumb_bibtex_split_lines (field->value);
    g_autofree char *addresses = rhumb_wos_join_addresses (lines, maker->record->author_names);
    return g_string_chunk_insert (maker->strings, addresses);
}

/* A value of JSON; a text if it is none. */
static void
add_json (RhumbBibtexMaker *maker, const char *name, const char *text)
{
    json_t *value = json_loads (text, JSON_DECODE_ANY | JSON_ALLOW_NUL, NULL);
    char *json = value != NULL ? json_dumps (value, JSON_ENCODE_ANY | JSON_COMPACT) : NULL;
    if (json != NULL)
        rhumb_extra_add_json (maker->extra, name, json, strlen (json));
    else
        rhumb_extra_add_text (maker->extra, name, text);
    free (json);
    json_decref (value);
}

static void
add_field (RhumbBibtexMaker *maker, const RhumbBibtexEntry *entry, const RhumbBibtexField *field,
           const RhumbBibtexMark *mark)
{
    if (mark != NULL && mark->kind == 'l') {
        g_autoptr (GPtrArray) items = rhumb_bibtex_split_semicolons (field->value);
        rhumb_extra_add_texts (maker->extra, mark->name, (const char *const *)items->pdata,
                               items->len);
    } else if (mark != NULL && mark->kind == 'j') {
        add_json (maker, mark->name, rhumb_bibtex_keep_decoded (maker, field->value));
    } else {
        rhumb_extra_add_text (maker->extra, mark != NULL ? mark->name : field->name,
                              keep_extra (maker, entry, field));
    }
}

/* Whether a field was the date or the type of the paper. */
static gboolean
take_own (RhumbBibtexMaker *maker, const RhumbBibtexField *field, const RhumbBibtexMark *mark)
{
    const gboolean is_date = mark != NULL && g_str_equal (mark->name, RHUMB_BIBTEX_MARK_DATE);
    const gboolean is_type = mark != NULL && g_str_equal (mark->name, RHUMB_BIBTEX_MARK_TYPE);
    if (is_date)
        maker->record->date = rhumb_bibtex_keep_decoded (maker, field->value);
    if (is_type)
        maker->record->type = rhumb_bibtex_keep_decoded (maker, field->value);
    return is_date || is_type;
}

static GHashTable *
find_marks (const RhumbBibtexEntry *entry)
{
    RhumbBibtexField *field = rhumb_bibtex_entry_find (entry, RHUMB_BIBTEX_MARKS);
    if (field == NULL)
        return NULL;
    field->used = TRUE;
    g_autoptr (GPtrArray) items = rhumb_bibtex_split_semicolons (field->value);
    return rhumb_bibtex_parse_marks (items);
}

/* Marks may give a field a name that another one has: the first of them counts. */
static gboolean
is_claimed (GHashTable *marks, const RhumbBibtexField *field)
{
    GHashTableIter iter;
    gpointer mark;
    g_hash_table_iter_init (&iter, marks);
    while (g_hash_table_iter_next (&iter, NULL, &mark))
        if (g_str_equal (((const RhumbBibtexMark *)mark)->name, field->name))
            return TRUE;
    return FALSE;
}

/* rhumb_bibtex_make_extra: takes the numbers of authors and all fields without a place of their
 * own, sorted by name. */
void
rhumb_bibtex_make_extra (RhumbBibtexMaker *maker, const RhumbBibtexEntry *entry)
{
    g_autoptr (GHashTable) marks = find_marks (entry);
    rhumb_extra_clear (maker->extra);
    const gboolean is_clean = rhumb_text_is_clean (entry->key, strlen (entry->key));
    g_autofree char *key = is_clean ? NULL : rhumb_text_clean (entry->key, -1);
    rhumb_extra_add_text (maker->extra, "citation_key", is_clean ? entry->key : key);
    take_numbers (maker, entry, RHUMB_BIBTEX_ORCIDS, maker->record->author_orcids, "orcids");
    take_numbers (maker, entry, RHUMB_BIBTEX_AUTHOR_IDS, maker->record->author_ids,
                  RHUMB_BIBTEX_AUTHOR_IDS);
    g_autoptr (GPtrArray) rest = g_ptr_array_new ();
    for (guint i = 0; i < entry->fields->len; i++) {
        if (!((RhumbBibtexField *)entry->fields->pdata[i])->used)
            g_ptr_array_add (rest, entry->fields->pdata[i]);
    }
    g_ptr_array_sort (rest, compare_fields);
    for (guint i = 0; i < rest->len; i++) {
        const RhumbBibtexField *field = rest->pdata[i];
        const RhumbBibtexMark *mark =
            marks != NULL ? g_hash_table_lookup (marks, field->name) : NULL;
        const gboolean is_twice = marks != NULL && mark == NULL && is_claimed (marks, field);
        if (!is_twice && !take_own (maker, field, mark))
            add_field (maker, entry, field, mark);
    }
    maker->record->extra = rhumb_extra_get (maker->extra);
}
