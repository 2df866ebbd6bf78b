/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Records whose lines begin with a tag, as Web of Science, PubMed, RIS and EndNote export them.
 *
 * A reader of one of them tells which lines begin a field, which continue one and where a record
 * ends; this file gathers the fields and gives a dialect the moves to make a paper of them: take
 * a text, a list, a year. A field that no move has taken is kept in the paper's extra under its
 * tag, so nothing is lost. Several fields of one tag are several values.
 * Cost: linear in the text, and in the fields of a record for each move; memory for one record, at
 * most 64 MiB of text.
 */
#include "io/read/tagged.h"

#include <string.h>

#define RECORD_LIMIT ((gsize)64 << 20)

/* Makes a gatherer without an open record. @builder: where records go; borrowed; @make: makes a
 * record of the fields. Returns the gatherer. */
RhumbTagged *
rhumb_tagged_new (RhumbCorpusBuilder *builder, RhumbTaggedMake make)
{
    RhumbTagged *tagged = g_new0 (RhumbTagged, 1);
    tagged->builder = builder;
    tagged->make = make;
    tagged->record = rhumb_record_new ();
    tagged->extra = rhumb_extra_new ();
    tagged->strings = g_string_chunk_new (1 << 16);
    tagged->fields = g_array_new (FALSE, FALSE, sizeof (RhumbTaggedField));
    tagged->lines = g_array_new (FALSE, FALSE, sizeof (gsize));
    tagged->next = g_array_new (FALSE, FALSE, sizeof (guint));
    tagged->of_tag = g_hash_table_new (g_str_hash, g_str_equal);
    tagged->text = g_string_new (NULL);
    tagged->joined = g_string_new (NULL);
    return tagged;
}

/* rhumb_tagged_free: frees @tagged; an open record is not added. */
void
rhumb_tagged_free (RhumbTagged *tagged)
{
    rhumb_record_free (tagged->record);
    rhumb_extra_free (tagged->extra);
    g_string_chunk_free (tagged->strings);
    g_array_unref (tagged->fields);
    g_array_unref (tagged->lines);
    g_array_unref (tagged->next);
    g_hash_table_unref (tagged->of_tag);
    g_string_free (tagged->text, TRUE);
    g_string_free (tagged->joined, TRUE);
    g_free (tagged);
}

static void
add_line (RhumbTagged *tagged, const char *value)
{
    const gsize offset = tagged->text->len;
    gsize length = strlen (value);
    while (length > 0 && g_ascii_isspace (value[length - 1]))
        length--;
    g_string_append_len (tagged->text, value, (gssize)MIN (length, RECORD_LIMIT));
    g_string_append_c (tagged->text, '\0');
    g_array_append_val (tagged->lines, offset);
}

/* Begins a field, and a record if none is open. A record above the limit loses what is beyond it,
 * which rhumb_tagged_flush() tells. @tagged: a gatherer; @tag_length: its bytes; those beyond 7 do
 * not count; @value: text behind the tag; @line: line of the file. */
void
rhumb_tagged_add (RhumbTagged *tagged, const char *tag, gsize tag_length, const char *value,
                  guint64 line)
{
    RhumbTaggedField field = {.first = tagged->lines->len, .n_lines = 1, .line = line};
    if (tagged->text->len > RECORD_LIMIT)
        return;
    memcpy (field.tag, tag, MIN (tag_length, sizeof field.tag - 1));
    if (tagged->line == 0)
        tagged->line = line;
    g_array_append_val (tagged->fields, field);
    add_line (tagged, value);
}

/* Adds a line to the last field, within the limit too. @tagged: a gatherer with a field; @value:
 * text of a line without tag. */
void
rhumb_tagged_continue (RhumbTagged *tagged, const char *value)
{
    if (tagged->fields->len == 0 || tagged->text->len > RECORD_LIMIT)
        return;
    add_line (tagged, value);
    g_array_index (tagged->fields, RhumbTaggedField, tagged->fields->len - 1).n_lines++;
}

/* A line of @field, from 0; borrowed until the record is added. */
static const char *
get_line (const RhumbTagged *tagged, const RhumbTaggedField *field, guint line)
{
    return tagged->text->str + g_array_index (tagged->lines, gsize, field->first + line);
}

static RhumbTaggedField *
find_from (const RhumbTagged *tagged, const char *tag, guint first)
{
    for (guint i = first; i < tagged->fields->len; i++) {
        RhumbTaggedField *field = &g_array_index (tagged->fields, RhumbTaggedField, i);
        if (!field->used && field->tag[0] == tag[0] && strcmp (field->tag, tag) == 0)
            return field;
    }
    return NULL;
}

/* rhumb_tagged_find: the first field with @tag that is not used, %NULL if there is none. */
RhumbTaggedField *
rhumb_tagged_find (const RhumbTagged *tagged, const char *tag)
{
    return find_from (tagged, tag, 0);
}

/* The next one behind @field, so that a walk over many fields is linear. */
static RhumbTaggedField *
find_next (const RhumbTagged *tagged, const RhumbTaggedField *field, const char *tag)
{
    const RhumbTaggedField *fields = (const RhumbTaggedField *)(gpointer)tagged->fields->data;
    return find_from (tagged, tag, (guint)(field - fields) + 1);
}

/* rhumb_tagged_join: the lines of @field as one text, until the record is added. */
const char *
rhumb_tagged_join (RhumbTagged *tagged, const RhumbTaggedField *field)
{
    if (field->n_lines == 1)
        return get_line (tagged, field, 0);
    g_string_truncate (tagged->joined, 0);
    for (guint i = 0; i < field->n_lines; i++) {
        g_string_append (tagged->joined, get_line (tagged, field, i));
        if (i + 1 < field->n_lines)
            g_string_append_c (tagged->joined, ' ');
    }
    return g_string_chunk_insert_len (tagged->strings, tagged->joined->str,
                                      (gssize)tagged->joined->len);
}

/* Takes the text of the first field that is not empty. @tagged: a gatherer with a whole record;
 * @tags: tags, the preferred first. Returns the text, until the record is added, or %NULL. */
const char *
rhumb_tagged_take (RhumbTagged *tagged, const char *const *tags)
{
    for (; *tags != NULL; tags++) {
        for (RhumbTaggedField *field = rhumb_tagged_find (tagged, *tags); field != NULL;
             field = find_next (tagged, field, *tags)) {
            const char *text = rhumb_tagged_join (tagged, field);
            field->used = TRUE;
            if (*text != '\0')
                return text;
        }
    }
    return NULL;
}

static gboolean
is_among (const char *tag, const char *const *tags)
{
    for (; *tags != NULL; tags++)
        if (strcmp (tag, *tags) == 0)
            return TRUE;
    return FALSE;
}

static void
split_into (RhumbTagged *tagged, const char *text, GPtrArray *to)
{
    while (*text != '\0') {
        const gsize length = strcspn (text, ";");
        gsize end = length;
        gsize start = 0;
        while (start < end && g_ascii_isspace (text[start]))
            start++;
        while (end > start && g_ascii_isspace (text[end - 1]))
            end--;
        if (end > start)
            g_ptr_array_add (to, g_string_chunk_insert_len (tagged->strings, text + start,
                                                            (gssize)(end - start)));
        text += length + (text[length] == ';');
    }
}

static void
take_lines (RhumbTagged *tagged, const char *const *tags, gboolean splits, GPtrArray *to)
{
    for (guint i = 0; i < tagged->fields->len; i++) {
        RhumbTaggedField *field = &g_array_index (tagged->fields, RhumbTaggedField, i);
        if (field->used || !is_among (field->tag, tags))
            continue;
        field->used = TRUE;
        for (guint k = 0; k < field->n_lines; k++) {
            const char *item = get_line (tagged, field, k);
            if (splits)
                split_into (tagged, item, to);
            else if (*item != '\0')
                g_ptr_array_add (to, (gpointer)item);
        }
    }
}

/* Takes lists that have one item a line. @tagged: a gatherer with a whole record; @tags: tags; @to
 * (of strings): where each line of all fields with one of the tags is added. */
void
rhumb_tagged_take_lines (RhumbTagged *tagged, const char *const *tags, GPtrArray *to)
{
    take_lines (tagged, tags, FALSE, to);
}

/* The same of names: one a line, but hand-made files have several between semicolons. */
void
rhumb_tagged_take_names (RhumbTagged *tagged, const char *const *tags, GPtrArray *to)
{
    take_lines (tagged, tags, TRUE, to);
}

/* Takes lists whose items are parted by semicolons, wherever lines are broken. @tagged: a gatherer
 * with a whole record; @tags: tags; @to (of strings): where the items of all fields with one of the
 * tags are added. */
void
rhumb_tagged_take_split (RhumbTagged *tagged, const char *const *tags, GPtrArray *to)
{
    for (guint i = 0; i < tagged->fields->len; i++) {
        RhumbTaggedField *field = &g_array_index (tagged->fields, RhumbTaggedField, i);
        if (field->used || !is_among (field->tag, tags))
            continue;
        split_into (tagged, rhumb_tagged_join (tagged, field), to);
        field->used = TRUE;
    }
}

/* rhumb_tagged_keep_id: gives the record the id "scheme:value". */
void
rhumb_tagged_keep_id (RhumbTagged *tagged, const char *scheme, const char *value)
{
    const gsize n_scheme = strlen (scheme);
    g_autofree char *id = g_strconcat (scheme, value, NULL);
    if (id[n_scheme] != '\0')
        g_ptr_array_add (tagged->record->ids, g_string_chunk_insert (tagged->strings, id));
}

/* rhumb_tagged_drop: tells that the value of @field cannot be used; it stays in the extra. */
gboolean
rhumb_tagged_drop (RhumbTagged *tagged, const RhumbTaggedField *field, const char *expected,
                   GError **error)
{
    const char *text = rhumb_tagged_join (tagged, field);
    g_autofree char *found = g_strdup_printf ("%s is '%s'", field->tag, text);
    return rhumb_corpus_builder_report (tagged->builder, RHUMB_EVENT_FIELD_DROPPED, field->line,
                                        found, expected, error);
}

/* Finds of each field that no move took the next one of its tag: its number plus one, 0 = none. A
 * record may have as many tags as fields. */
static void
link_fields (RhumbTagged *tagged)
{
    g_hash_table_remove_all (tagged->of_tag);
    g_array_set_size (tagged->next, tagged->fields->len);
    for (guint i = tagged->fields->len; i-- > 0;) {
        RhumbTaggedField *field = &g_array_index (tagged->fields, RhumbTaggedField, i);
        if (field->used)
            continue;
        g_array_index (tagged->next, guint, i) =
            GPOINTER_TO_UINT (g_hash_table_lookup (tagged->of_tag, field->tag));
        g_hash_table_replace (tagged->of_tag, field->tag, GUINT_TO_POINTER (i + 1));
    }
}

/* Several fields of one tag become one list under the tag, in their order. */
static void
keep_field (RhumbTagged *tagged, guint number, GPtrArray *texts)
{
    const RhumbTaggedField *first = &g_array_index (tagged->fields, RhumbTaggedField, number);
    g_ptr_array_set_size (texts, 0);
    for (guint i = number + 1; i > 0; i = g_array_index (tagged->next, guint, i - 1)) {
        RhumbTaggedField *field = &g_array_index (tagged->fields, RhumbTaggedField, i - 1);
        const char *text = rhumb_tagged_join (tagged, field);
        field->used = TRUE;
        if (*text != '\0')
            g_ptr_array_add (texts, (gpointer)text);
    }
    if (texts->len == 1)
        rhumb_extra_add_text (tagged->extra, first->tag, texts->pdata[0]);
    else
        rhumb_extra_add_texts (tagged->extra, first->tag, (const char *const *)texts->pdata,
                               texts->len);
}

static gboolean
report_limit (RhumbTagged *tagged, GError **error)
{
    return tagged->text->len <= RECORD_LIMIT ||
           rhumb_corpus_builder_report (tagged->builder, RHUMB_EVENT_FIELD_DROPPED, tagged->line,
                                        "a record of more than 64 MiB",
                                        "expected less; what is beyond is cut off", error);
}

/* Ends the open record, if there is one, and adds it. @tagged: a gatherer. Returns %FALSE with an
 * error of the builder. */
gboolean
rhumb_tagged_flush (RhumbTagged *tagged, GError **error)
{
    if (tagged->line == 0)
        return TRUE;
    rhumb_record_clear (tagged->record);
    rhumb_extra_clear (tagged->extra);
    tagged->record->line = tagged->line;
    gboolean added = report_limit (tagged, error) && tagged->make (tagged, error);
    g_autoptr (GPtrArray) texts = g_ptr_array_new ();
    link_fields (tagged);
    for (guint i = 0; added && i < tagged->fields->len; i++)
        if (!g_array_index (tagged->fields, RhumbTaggedField, i).used)
            keep_field (tagged, i, texts);
    tagged->record->extra = rhumb_extra_get (tagged->extra);
    added = added && rhumb_corpus_builder_add (tagged->builder, tagged->record, error);
    g_array_set_size (tagged->fields, 0);
    g_array_set_size (tagged->lines, 0);
    g_string_truncate (tagged->text, 0);
    g_string_chunk_clear (tagged->strings);
    tagged->line = 0;
    return added;
}

/* Adds the record that is open, if there is one, and tells that the file ends inside it: for
 * dialects where "ER" ends each. @tagged: a gatherer whose input has ended. Returns %FALSE with an
 * error of the builder. */
gboolean
rhumb_tagged_end (RhumbTagged *tagged, GError **error)
{
    return (tagged->line == 0 ||
            rhumb_corpus_builder_report_cut (tagged->builder, tagged->line, RHUMB_TAGGED_WITHOUT_ER,
                                             error)) &&
           rhumb_tagged_flush (tagged, error);
}

/* Reads an input line by line to its end. The last record is left open. @tagged: a gatherer; @take:
 * gathers from a line. Returns %FALSE with an error of the input or of @take. */
gboolean
rhumb_tagged_read (RhumbTagged *tagged, RhumbInput *input, RhumbTaggedTake take, GError **error)
{
    GError *problem = NULL;
    RhumbLine line;
    while (rhumb_input_read_line (input, &line, &problem))
        if (!take (tagged, &line, error))
            return FALSE;
    if (problem != NULL)
        g_propagate_error (error, problem);
    return problem == NULL;
}
