/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Papers as RIS, for reference managers.
 *
 * One tag a line. Ids stand in AN as "scheme:value"; references, for which RIS has no tag, in CR,
 * one a line, which other readers ignore. Fields of the source beyond the schema are not written:
 * RIS has no place for them (jsonl, csv and bib do).
 * Source: RIS Format Specifications, Research Information Systems, 2011. Cost: linear.
 */
#include "io/write/ris.h"

#include <string.h>

#include "graph/person-name.h"
#include "io/escape.h"
#include "io/scan/date.h"
#include "io/write/ris-extra.h"

static void
add (GString *out, const char *tag, const char *text)
{
    if (text == NULL)
        return;
    g_autofree char *harmless = rhumb_escape_plain (text);
    /* A line break would end the field. */
    g_strdelimit (harmless, "\n", ' ');
    g_string_append_printf (out, "%s  - ", tag);
    g_string_append (out, harmless);
    g_string_append_c (out, '\n');
}

static void
add_texts (GString *out, const char *tag, const char *const *texts)
{
    for (gsize i = 0; texts != NULL && texts[i] != NULL; i++)
        add (out, tag, texts[i]);
}

/* The type of reference by what the source calls it. */
static const char *
choose_type (const RhumbPaper *paper)
{
    static const struct {
        const char *word;
        const char *type;
    } types[] = {
        {"jour", "JOUR"},     {"article", "JOUR"},      {"conf", "CONF"},   {"proceeding", "CONF"},
        {"chapter", "CHAP"},  {"incollection", "CHAP"}, {"inbook", "CHAP"}, {"book", "BOOK"},
        {"thesis", "THES"},   {"report", "RPRT"},       {"patent", "PAT"},  {"dataset", "DATA"},
        {"preprint", "UNPB"},
    };
    g_autofree char *lower = g_ascii_strdown (paper->type != NULL ? paper->type : "", -1);
    for (gsize i = 0; i < G_N_ELEMENTS (types); i++)
        if (strstr (lower, types[i].word) != NULL)
            return types[i].type;
    return paper->venue != RHUMB_NONE ? "JOUR" : "GEN";
}

/* The dash between two pages, with the blanks around it: "-", "--", en dash or em dash. NULL if
 * there is none or more than one, as in "S1-S4, S9-S12". */
static const char *
find_dash (const char *pages, const char **end)
{
    static const char *const dashes[] = {"--", "-", "\xe2\x80\x93", "\xe2\x80\x94"};
    const char *start = NULL;
    for (const char *p = pages; *p != '\0';) {
        gsize length = 0;
        for (gsize i = 0; length == 0 && i < G_N_ELEMENTS (dashes); i++)
            length = g_str_has_prefix (p, dashes[i]) ? strlen (dashes[i]) : 0;
        if (length > 0 && start != NULL)
            return NULL;
        start = length > 0 ? p : start;
        *end = length > 0 ? p + length : *end;
        p += length > 0 ? length : 1;
    }
    while (start != NULL && start > pages && start[-1] == ' ')
        start--;
    if (start != NULL)
        *end += strspn (*end, " ");
    return start;
}

static void
add_pages (GString *out, const char *pages)
{
    const char *last = "";
    const char *dash = pages != NULL ? find_dash (pages, &last) : NULL;
    if (dash == NULL || dash == pages || *last == '\0') {
        add (out, "SP", pages);
        return;
    }
    g_autofree char *first = g_strndup (pages, (gsize)(dash - pages));
    add (out, "SP", first);
    add (out, "EP", last);
}

static void
add_ids (GString *out, const RhumbPaper *paper)
{
    for (gsize i = 0; paper->ids[i] != NULL; i++)
        if (!g_str_has_prefix (paper->ids[i], "doi:") && !g_str_has_prefix (paper->ids[i], "key:"))
            add (out, "AN", paper->ids[i]);
}

/* RIS wants "Family, Given, Jr"; a name without a comma does not say which is which. */
static void
add_author (GString *out, const char *name)
{
    g_autofree char *family = NULL;
    g_autofree char *given = NULL;
    g_autofree char *suffix = NULL;
    g_autofree char *whole = rhumb_person_name_split_suffix (name, &family, &given, &suffix)
                                 ? g_strjoin (", ", family, given, suffix, NULL)
                                 : NULL;
    add (out, "AU", whole != NULL ? whole : name);
}

/* "year/month/day/other": what a date says beyond them, and a span of months, is the other. */
static void
add_date (GString *out, const char *text)
{
    const RhumbDate date = rhumb_date_parse (text != NULL ? text : "");
    if (date.year == 0) {
        add (out, "DA", text);
        return;
    }
    const gboolean says_more = !date.is_whole || date.last_month != 0;
    g_autoptr (GString) line = g_string_new (NULL);
    g_string_append_printf (line, "%04d/", date.year);
    if (date.month != 0)
        g_string_append_printf (line, "%02d", date.month);
    g_string_append_c (line, '/');
    if (date.day != 0)
        g_string_append_printf (line, "%02d", date.day);
    g_string_append_printf (line, "/%s", says_more ? text : "");
    add (out, "DA", line->str);
}

/* The kind of work in the words of the source, if TY does not say it. */
static void
add_type (GString *out, const RhumbPaper *paper)
{
    if (paper->type != NULL && !g_str_equal (paper->type, choose_type (paper)))
        add (out, "M3", paper->type);
}

static gboolean
is_from_ris (const RhumbCorpus *corpus, const RhumbPaper *paper)
{
    return g_str_equal (rhumb_corpus_get_source (corpus, paper->source)->format, "ris");
}

static void
write_paper (GString *out, const RhumbCorpus *corpus, const RhumbPaper *paper)
{
    add (out, "TY", choose_type (paper));
    add (out, "TI", paper->title);
    for (guint i = 0; i < paper->n_people; i++)
        add_author (out, rhumb_corpus_get_person (corpus, paper->people[i])->name);
    if (paper->year != 0)
        g_string_append_printf (out, "PY  - %d\n", paper->year);
    add_date (out, paper->date);
    add (out, "AB", paper->abstract);
    if (paper->venue != RHUMB_NONE)
        add (out, "T2", rhumb_corpus_get_venue (corpus, paper->venue)->name);
    add (out, "J2", paper->venue_short);
    add (out, "VL", paper->volume);
    add (out, "IS", paper->issue);
    add_pages (out, paper->pages);
    add (out, "SN", paper->issn);
    add_texts (out, "KW", paper->keywords);
    add (out, "DO", paper->doi);
    add (out, "UR", paper->url);
    add_ids (out, paper);
    add (out, "LA", paper->language);
    add_type (out, paper);
    const gboolean counted =
        rhumb_ris_write_extra (out, paper, is_from_ris (corpus, paper), add, NULL);
    if (paper->n_cited_reported >= 0 && !counted)
        g_string_append_printf (out, "N1  - Cited By :%d\n", paper->n_cited_reported);
    add_texts (out, "CR", paper->references);
    g_string_append (out, "ER  - \n\n");
}

/* Lists what papers have and RIS has no place for. Returns names of fields, sorted. */
GPtrArray *
rhumb_ris_list_unplaced (const RhumbCorpus *corpus)
{
    g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    g_autoptr (GString) out = g_string_new (NULL);
    for (guint32 v = 0; v < rhumb_corpus_get_n_papers (corpus); v++) {
        const RhumbPaper *paper = rhumb_corpus_get_paper (corpus, v);
        g_string_truncate (out, 0);
        rhumb_ris_write_extra (out, paper, is_from_ris (corpus, paper), add, names);
        if (paper->n_references_reported >= 0)
            g_hash_table_add (names, g_strdup ("number of references"));
        for (guint i = 0; i < paper->n_people; i++) {
            const RhumbPerson *person = rhumb_corpus_get_person (corpus, paper->people[i]);
            if (person->orcid != NULL)
                g_hash_table_add (names, g_strdup ("ORCIDs"));
            if (rhumb_person_get_database_id (person) != NULL)
                g_hash_table_add (names, g_strdup ("ids of authors"));
        }
    }
    g_autoptr (GList) sorted = g_list_sort (g_hash_table_get_keys (names), (GCompareFunc)strcmp);
    GPtrArray *list = g_ptr_array_new_with_free_func (g_free);
    for (const GList *at = sorted; at != NULL; at = at->next)
        g_ptr_array_add (list, g_strdup (at->data));
    return list;
}

/* Writes each paper as one record, in the order of the corpus. @stream: where to write. Returns
 * %FALSE with a #GIOError. */
gboolean
rhumb_ris_write_corpus (const RhumbCorpus *corpus, GOutputStream *stream, GError **error)
{
    g_autoptr (GString) out = g_string_new (NULL);
    for (guint32 v = 0; v < rhumb_corpus_get_n_papers (corpus); v++) {
        g_string_truncate (out, 0);
        write_paper (out, corpus, rhumb_corpus_get_paper (corpus, v));
        if (!g_output_stream_write_all (stream, out->str, out->len, NULL, NULL, error))
            return FALSE;
    }
    return TRUE;
}
