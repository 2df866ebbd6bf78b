/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * What is behind the items of a map: their papers, for the interactive page.
 *
 * Behind a concept are the papers about it, behind a person those written, behind a venue those
 * published there, behind a paper itself. Abstracts are written while all of them fit into 2 MiB;
 * beyond, the page says that they are left out, so that a map of 50,000 nodes stays small enough
 * to be sent by mail.
 */
#include "io/write/html-papers.h"

#include <string.h>

#include "io/escape.h"
#include "io/write/html-column.h"
#include "io/write/html-order.h"

#define MOST_ABSTRACT_BYTES (2u << 20)
#define MOST_PEOPLE 4

static const guint32 *
find_papers (const RhumbHtmlPapers *papers, guint32 i, gsize *n)
{
    const RhumbMapItem *item = &papers->item[i];
    *n = papers->graph != NULL;
    if (papers->graph == NULL || item->kind == RHUMB_NODE_PAPER)
        return &item->node;
    const RhumbRows rows = rhumb_graph_get_papers_of_kind (papers->graph, item->kind);
    const guint32 row = item->node - rhumb_graph_get_first_node (papers->graph, item->kind);
    *n = rows.start[row + 1] - rows.start[row];
    return rows.node + rows.start[row];
}

void
rhumb_html_papers_init (RhumbHtmlPapers *papers, const RhumbMap *map)
{
    rhumb_map_get_items (map, &papers->n_items);
    papers->item = rhumb_html_sort_items (map, &papers->item_place);
    papers->graph = rhumb_map_get_graph (map);
    papers->paper = g_array_new (FALSE, FALSE, sizeof (guint32));
    if (papers->graph == NULL)
        return;
    papers->corpus = rhumb_graph_get_corpus (papers->graph);
    const guint32 n_papers = rhumb_corpus_get_n_papers (papers->corpus);
    papers->place = g_new (guint32, MAX (n_papers, 1));
    for (guint32 p = 0; p < n_papers; p++)
        papers->place[p] = RHUMB_NONE;
    for (guint32 i = 0; i < papers->n_items; i++) {
        gsize n;
        const guint32 *paper = find_papers (papers, i, &n);
        for (gsize e = 0; e < n; e++)
            papers->place[paper[e]] = 0;
    }
    for (guint32 p = 0; p < n_papers; p++) {
        if (papers->place[p] == RHUMB_NONE)
            continue;
        papers->place[p] = papers->paper->len;
        g_array_append_val (papers->paper, p);
    }
}

void
rhumb_html_papers_clear (RhumbHtmlPapers *papers)
{
    g_free (papers->item);
    g_free (papers->item_place);
    g_free (papers->place);
    g_clear_pointer (&papers->paper, g_array_unref);
}

/* For each item how many papers it has, then each of them as the step from the one before it:
 * numbers grow within a row, so that steps are short to write. */
static void
append_rows (GString *out, const RhumbHtmlPapers *papers)
{
    rhumb_html_open (out, "about", '{');
    rhumb_html_open (out, "count", '[');
    for (guint32 i = 0; i < papers->n_items; i++) {
        gsize n;
        find_papers (papers, i, &n);
        rhumb_html_append_whole (out, (gint64)n);
    }
    rhumb_html_close (out, ']');
    rhumb_html_open (out, "step", '[');
    for (guint32 i = 0; i < papers->n_items; i++) {
        gsize n;
        const guint32 *paper = find_papers (papers, i, &n);
        gint64 before = 0;
        for (gsize e = 0; e < n; e++) {
            const gint64 place = papers->place[paper[e]];
            rhumb_html_append_whole (out, place - before);
            before = place;
        }
    }
    rhumb_html_close (out, ']');
    rhumb_html_close (out, '}');
}

static const RhumbPaper *
paper_at (gconstpointer data, guint i)
{
    const RhumbHtmlPapers *papers = data;
    return rhumb_corpus_get_paper (papers->corpus, g_array_index (papers->paper, guint32, i));
}

static void
append_id (GString *out, gconstpointer data, guint i)
{
    rhumb_html_append_text (out, paper_at (data, i)->id);
}

static void
append_title (GString *out, gconstpointer data, guint i)
{
    const RhumbPaper *paper = paper_at (data, i);
    const gboolean is_untitled = paper->title == NULL || *paper->title == '\0';
    rhumb_html_append_text (out, is_untitled ? paper->id : paper->title);
}

static void
append_year (GString *out, gconstpointer data, guint i)
{
    rhumb_html_append_whole (out, paper_at (data, i)->year);
}

static void
append_people (GString *out, gconstpointer data, guint i)
{
    const RhumbHtmlPapers *papers = data;
    const RhumbPaper *paper = paper_at (data, i);
    g_autoptr (GString) people = g_string_new (NULL);
    for (guint p = 0; p < MIN (paper->n_people, MOST_PEOPLE); p++) {
        g_string_append (people, p == 0 ? "" : ", ");
        g_string_append (people, rhumb_corpus_get_person (papers->corpus, paper->people[p])->name);
    }
    if (paper->n_people > MOST_PEOPLE)
        g_string_append_printf (people, " and %u more", paper->n_people - MOST_PEOPLE);
    rhumb_html_append_text (out, people->str);
}

static void
append_venue (GString *out, gconstpointer data, guint i)
{
    const guint32 venue = paper_at (data, i)->venue;
    rhumb_html_append_whole (out, venue == RHUMB_NONE ? -1 : (gint64)venue);
}

/* Where a paper can be read: its DOI's resolver, else its own link if that is harmless. */
static void
append_link (GString *out, gconstpointer data, guint i)
{
    const RhumbPaper *paper = paper_at (data, i);
    g_autoptr (GString) url = g_string_new (NULL);
    g_autofree char *resolver = paper->doi != NULL && *paper->doi != '\0'
                                    ? g_strconcat ("https://doi.org/", paper->doi, NULL)
                                    : NULL;
    const char *address = resolver != NULL ? resolver : paper->url;
    if (address == NULL || !rhumb_escape_url (url, address))
        g_string_truncate (url, 0);
    rhumb_html_append_text (out, url->str);
}

static void
append_abstract (GString *out, gconstpointer data, guint i)
{
    rhumb_html_append_text (out, paper_at (data, i)->abstract);
}

static gboolean
abstracts_fit (const RhumbHtmlPapers *papers)
{
    gsize n_bytes = 0;
    for (guint i = 0; i < papers->paper->len; i++) {
        const char *abstract = paper_at (papers, i)->abstract;
        n_bytes += abstract != NULL ? strlen (abstract) : 0;
    }
    return n_bytes <= MOST_ABSTRACT_BYTES;
}

static void
append_venue_name (GString *out, gconstpointer data, guint i)
{
    const RhumbHtmlPapers *papers = data;
    rhumb_html_append_text (out, rhumb_corpus_get_venue (papers->corpus, i)->name);
}

/* Writes the fields "about" (for each item its papers), "papers", "venues" and
 * "abstractsLeftOut". */
void
rhumb_html_papers_append (GString *out, const RhumbHtmlPapers *papers)
{
    const guint n = papers->paper->len;
    const gboolean has_abstracts = abstracts_fit (papers);
    append_rows (out, papers);
    rhumb_html_open (out, "papers", '{');
    rhumb_html_append_column (out, "id", append_id, papers, n);
    rhumb_html_append_column (out, "title", append_title, papers, n);
    rhumb_html_append_column (out, "year", append_year, papers, n);
    rhumb_html_append_column (out, "people", append_people, papers, n);
    rhumb_html_append_column (out, "venue", append_venue, papers, n);
    rhumb_html_append_column (out, "url", append_link, papers, n);
    rhumb_html_append_column (out, "abstract", append_abstract, papers, has_abstracts ? n : 0);
    rhumb_html_close (out, '}');
    rhumb_html_append_column (out, "venues", append_venue_name, papers,
                              papers->corpus != NULL ? rhumb_corpus_get_n_venues (papers->corpus)
                                                     : 0);
    rhumb_html_open (out, "abstractsLeftOut", ' ');
    rhumb_html_append_text (
        out, has_abstracts ? "" : "Abstracts are left out: together they are larger than 2 MiB.");
}
