/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * AMiner's citation network as text: "#*" title, "#@" authors, "#t" year, "#c" venue, "#index" id,
 * "#%" reference, "#!" abstract.
 *
 * Records begin with #index or #*, whichever the edition of the file puts first, and are parted by
 * blank lines. References are ids of the same file.
 * Source: Tang et al. 2008, ArnetMiner (doi:10.1145/1401890.1402008), versions 1 to 9.
 * Cost: one pass; memory for one record.
 */
#include "io/formats.h"

#include <string.h>

#include "io/read/tagged.h"

typedef const char *const Tags[];

/* The length of the tag at the start of a line, 0 = none. */
static gsize
measure_tag (const char *text)
{
    static const char *const words[] = {"#index", "#conf", "#citation", "#arnetid", "#year"};
    if (text[0] != '#')
        return 0;
    for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
        if (g_str_has_prefix (text, words[i]))
            return strlen (words[i]);
    return text[1] != '\0' && strchr ("*@tc%!", text[1]) != NULL ? 2 : 0;
}

static void
take_references (RhumbTagged *tagged)
{
    g_autoptr (GPtrArray) ids = g_ptr_array_new ();
    rhumb_tagged_take_lines (tagged, (Tags){"#%", NULL}, ids);
    for (guint i = 0; i < ids->len; i++) {
        g_autofree char *id = g_strconcat ("aminer:", ids->pdata[i], NULL);
        g_ptr_array_add (tagged->record->references, g_string_chunk_insert (tagged->strings, id));
    }
}

static void
take_authors (RhumbTagged *tagged)
{
    RhumbTaggedField *field = rhumb_tagged_find (tagged, "#@");
    const char *text = field != NULL ? rhumb_tagged_join (tagged, field) : "";
    /* Later editions part authors by semicolons, the first ones by commas. */
    if (strchr (text, ';') != NULL || strchr (text, ',') == NULL) {
        rhumb_tagged_take_split (tagged, (Tags){"#@", NULL}, tagged->record->author_names);
        return;
    }
    g_auto (GStrv) names = g_strsplit (text, ",", -1);
    for (guint i = 0; names[i] != NULL; i++)
        g_ptr_array_add (tagged->record->author_names,
                         g_string_chunk_insert (tagged->strings, g_strstrip (names[i])));
    field->used = TRUE;
}

static gboolean
make_record (RhumbTagged *tagged, GError **error)
{
    RhumbRecord *record = tagged->record;
    const char *index = rhumb_tagged_take (tagged, (Tags){"#index", NULL});
    if (index != NULL)
        rhumb_tagged_keep_id (tagged, "aminer:", index);
    take_authors (tagged);
    take_references (tagged);
    record->title = rhumb_tagged_take (tagged, (Tags){"#*", NULL});
    record->abstract = rhumb_tagged_take (tagged, (Tags){"#!", NULL});
    record->venue = rhumb_tagged_take (tagged, (Tags){"#c", "#conf", NULL});
    record->n_cited_reported = rhumb_tagged_take_count (tagged, (Tags){"#citatio", NULL});
    return rhumb_tagged_take_year (tagged, (Tags){"#t", "#year", NULL}, error);
}

static gboolean
read_line (RhumbTagged *tagged, const RhumbLine *line, GError **error)
{
    const char *text = line->text + strspn (line->text, " \t");
    const gsize n_tag = measure_tag (text);
    if (*text == '\0')
        return rhumb_tagged_flush (tagged, error);
    /* The first editions open with the number of papers alone on a line. */
    if (line->number == 1 && text[strspn (text, "0123456789")] == '\0')
        return TRUE;
    if (n_tag == 0)
        return rhumb_corpus_builder_report (tagged->builder, RHUMB_EVENT_LINE_SKIPPED, line->number,
                                            text, "expected a tag: #*, #@, #index …", error);
    g_autofree char *tag = g_strndup (text, MIN (n_tag, 7));
    const gboolean opens = g_str_equal (tag, "#*") || g_str_equal (tag, "#index");
    if (opens && rhumb_tagged_find (tagged, tag) != NULL && !rhumb_tagged_flush (tagged, error))
        return FALSE;
    const char *value = text + n_tag;
    rhumb_tagged_add (tagged, tag, strlen (tag), value + strspn (value, " \t"), line->number);
    return TRUE;
}

static gboolean
read_aminer (RhumbInput *input, RhumbCorpusBuilder *builder, GError **error)
{
    g_autoptr (RhumbTagged) tagged = rhumb_tagged_new (builder, make_record);
    return rhumb_tagged_read (tagged, input, read_line, error) &&
           rhumb_tagged_flush (tagged, error);
}

static guint
sniff (const char *head, gsize length)
{
    g_autofree char *text = g_strndup (head, MIN (length, 8192));
    const gboolean titles = g_str_has_prefix (text, "#*") || strstr (text, "\n#*") != NULL;
    const gboolean ids = g_str_has_prefix (text, "#index") || strstr (text, "\n#index") != NULL;
    return titles && ids ? 92 : 0;
}

static const char *const suffixes[] = {NULL};

const RhumbFormat rhumb_format_aminer = {
    .name = "aminer",
    .suffixes = suffixes,
    .summary = "AMiner citation network, text with # tags",
    .sniff = sniff,
    .read = read_aminer,
};
