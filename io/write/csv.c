/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Papers as a table, one row a paper, all that the corpus knows.
 *
 * The items of a list are parted by "; "; an item that holds a semicolon or begins with a quote
 * stands in quotes of its own, doubled inside, before the cell is quoted for the table. Cells are
 * written as they are, also those that a spreadsheet would take for a formula ("=…", "+…", "-…",
 * "@…"): changing them would change the data. Import the file as text if it comes from elsewhere.
 * Source: RFC 4180. Cost: linear.
 */
#include "io/write/csv.h"

#include <string.h>

#include "io/author-list.h"
#include "io/escape.h"

static void
add_cell (GString *row, const char *text)
{
    if (row->len > 0)
        g_string_append_c (row, ',');
    if (text != NULL)
        rhumb_escape_csv (row, text);
}

static void
add_count (GString *row, int count)
{
    char digits[16] = "";
    if (count >= 0)
        g_snprintf (digits, sizeof digits, "%d", count);
    g_string_append_c (row, ',');
    g_string_append (row, digits);
}

/* Adds an item, in quotes where it holds one of @separators. */
static void
append_item (GString *list, const char *item, const char *separators)
{
    if (list->len > 0)
        g_string_append (list, "; ");
    if (item == NULL || (strpbrk (item, separators) == NULL && item[0] != '"' && item[0] != '[')) {
        g_string_append (list, item != NULL ? item : "");
        return;
    }
    g_string_append_c (list, '"');
    for (const char *p = item; *p != '\0'; p++) {
        if (*p == '"')
            g_string_append_c (list, '"');
        g_string_append_c (list, *p);
    }
    g_string_append_c (list, '"');
}

static void
add_list (GString *row, const char *const *items, const char *separators)
{
    g_autoptr (GString) list = g_string_new (NULL);
    for (gsize i = 0; items != NULL && items[i] != NULL; i++)
        append_item (list, items[i], separators);
    add_cell (row, list->str);
}

static void
add_other_ids (GString *row, const RhumbPaper *paper)
{
    g_autoptr (GPtrArray) others = g_ptr_array_new ();
    for (gsize i = 0; paper->ids[i] != NULL; i++) {
        const char *id = paper->ids[i];
        const gboolean is_doi = paper->doi != NULL && g_str_has_prefix (id, "doi:") &&
                                g_str_equal (id + strlen ("doi:"), paper->doi);
        if (!is_doi && !g_str_equal (id, paper->id))
            g_ptr_array_add (others, (gpointer)id);
    }
    g_ptr_array_add (others, NULL);
    add_list (row, (const char *const *)others->pdata, ";");
}

/* What an item may not hold outside of quotes: in the name of an only author also what would make a
 * list of it, as the "and" of an institution. */
static const char *
get_separators (const RhumbPaper *paper, const char *name)
{
    return paper->n_people == 1 && name != NULL && rhumb_author_list_is (name) ? "; ," : ";";
}

/* A list with a gap for each author of whom it knows nothing. */
static void
add_about_authors (GString *row, const RhumbCorpus *corpus, const RhumbPaper *paper,
                   const char *(*get) (const RhumbPerson *person))
{
    g_autoptr (GString) list = g_string_new (NULL);
    gboolean any = FALSE;
    for (guint i = 0; i < paper->n_people; i++) {
        const char *text = get (rhumb_corpus_get_person (corpus, paper->people[i]));
        g_string_append (list, i > 0 ? "; " : "");
        g_autoptr (GString) item = g_string_new (NULL);
        append_item (item, text, get_separators (paper, text));
        g_string_append (list, item->str);
        any |= text != NULL;
    }
    add_cell (row, any ? list->str : "");
}

static const char *
get_name (const RhumbPerson *person)
{
    return person->name;
}

static const char *
get_orcid (const RhumbPerson *person)
{
    return person->orcid;
}

static void
write_paper (GString *row, const RhumbCorpus *corpus, const RhumbPaper *paper)
{
    add_cell (row, paper->id);
    add_cell (row, paper->title);
    add_about_authors (row, corpus, paper, get_name);
    add_about_authors (row, corpus, paper, get_orcid);
    add_about_authors (row, corpus, paper, rhumb_person_get_database_id);
    add_count (row, paper->year != 0 ? paper->year : -1);
    add_cell (row, paper->date);
    add_cell (row, paper->venue != RHUMB_NONE ? rhumb_corpus_get_venue (corpus, paper->venue)->name
                                              : NULL);
    add_cell (row, paper->venue_short);
    add_cell (row, paper->volume);
    add_cell (row, paper->issue);
    add_cell (row, paper->pages);
    add_cell (row, paper->issn);
    add_cell (row, paper->type);
    add_cell (row, paper->language);
    add_cell (row, paper->doi);
    add_cell (row, paper->url);
    add_other_ids (row, paper);
    add_list (row, paper->keywords, ";,");
    add_cell (row, paper->abstract);
    add_count (row, paper->n_cited_reported);
    add_count (row, paper->n_references_reported);
    add_list (row, paper->references, ";");
    add_cell (row, paper->extra);
    g_string_append (row, "\r\n");
}

/* Writes a header and each paper as one row, in the order of the corpus. @stream: where to write.
 * Returns %FALSE with a #GIOError. */
gboolean
rhumb_csv_write_corpus (const RhumbCorpus *corpus, GOutputStream *stream, GError **error)
{
    static const char header[] =
        "id,title,authors,orcids,author_ids,year,date,venue,venue_short,volume,issue,pages,issn,"
        "type,language,"
        "doi,url,ids,keywords,abstract,cited_by,reference_count,references,extra\r\n";
    g_autoptr (GString) row = g_string_new (NULL);
    if (!g_output_stream_write_all (stream, header, strlen (header), NULL, NULL, error))
        return FALSE;
    for (guint32 v = 0; v < rhumb_corpus_get_n_papers (corpus); v++) {
        g_string_truncate (row, 0);
        write_paper (row, corpus, rhumb_corpus_get_paper (corpus, v));
        if (!g_output_stream_write_all (stream, row->str, row->len, NULL, NULL, error))
            return FALSE;
    }
    return TRUE;
}
