/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Which paper of the corpus a reference means.
 *
 * A reference that names an id, or among others a DOI of the corpus, is looked up. Other text is
 * read as a cited reference (cited-reference.c) and compared with the papers of the same first
 * author and year only: it means the one with its volume and first page, else the one whose title
 * is most like a part of it (title-similarity.c), by nine letters in ten. A block of more than 64
 * papers is left alone where volume and page do not decide, and two papers that fit as well are
 * none.
 * Papers are listed when the first reference that is no id asks for them.
 * Cost: linear in the references; at most 64 comparisons of titles for each.
 */
#include "graph/reference-index-private.h"

#include <string.h>

#include "graph/cited-reference.h"
#include "graph/identifier.h"
#include "graph/text.h"
#include "graph/title-similarity.h"

#define LARGEST_BLOCK 64

typedef struct {
    char *block; /* family and year */
    guint32 paper;
    char *title;
    char *page;
} Entry;

struct _RhumbReferenceIndex {
    const RhumbCorpus *corpus;
    GArray *entries; /* sorted by block, then paper */
    gboolean is_listed;
    GHashTable *first; /* block -> number of its first entry + 1 */
};

static void
entry_clear (gpointer data)
{
    Entry *entry = data;
    g_free (entry->block);
    g_free (entry->title);
    g_free (entry->page);
}

static int
compare_entries (gconstpointer a, gconstpointer b)
{
    const Entry *first = a;
    const Entry *second = b;
    const int order = strcmp (first->block, second->block);
    return order != 0 ? order : (first->paper > second->paper) - (first->paper < second->paper);
}

static char *
make_block (const char *family, int year)
{
    return g_strdup_printf ("%s %d", family, year);
}

static void
add_paper (RhumbReferenceIndex *index, guint32 v)
{
    const RhumbPaper *paper = &g_array_index (index->corpus->papers, RhumbPaper, v);
    if (paper->n_people == 0 || paper->year == 0)
        return;
    const RhumbPerson *person =
        &g_array_index (index->corpus->people, RhumbPerson, paper->people[0]);
    g_autofree char *family = rhumb_cited_reference_fold_family (person->name);
    if (*family == '\0')
        return;
    const Entry entry = {make_block (family, paper->year), v,
                         rhumb_text_title_key (paper->title != NULL ? paper->title : ""),
                         rhumb_cited_reference_first_page (paper->pages)};
    g_array_append_val (index->entries, entry);
}

static void
list_papers (RhumbReferenceIndex *index)
{
    index->is_listed = TRUE;
    for (guint32 v = 0; v < index->corpus->papers->len; v++)
        add_paper (index, v);
    g_array_sort (index->entries, compare_entries);
    for (guint i = 0; i < index->entries->len; i++) {
        char *block = g_array_index (index->entries, Entry, i).block;
        if (i == 0 || strcmp (block, g_array_index (index->entries, Entry, i - 1).block) != 0)
            g_hash_table_insert (index->first, block, GUINT_TO_POINTER (i + 1));
    }
}

/* Makes an index. @corpus: a corpus whose papers, people and ids are complete; borrowed. Returns
 * the index. */
RhumbReferenceIndex *
rhumb_reference_index_new (const RhumbCorpus *corpus)
{
    RhumbReferenceIndex *index = g_new0 (RhumbReferenceIndex, 1);
    index->corpus = corpus;
    index->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
    g_array_set_clear_func (index->entries, entry_clear);
    index->first = g_hash_table_new (g_str_hash, g_str_equal);
    return index;
}

/* rhumb_reference_index_free: frees @index. */
void
rhumb_reference_index_free (RhumbReferenceIndex *index)
{
    g_hash_table_unref (index->first);
    g_array_unref (index->entries);
    g_free (index);
}

static gboolean
has_place (const RhumbReferenceIndex *index, const Entry *entry, const RhumbCitedReference *cited)
{
    const RhumbPaper *paper = &g_array_index (index->corpus->papers, RhumbPaper, entry->paper);
    return *cited->volume != '\0' && *cited->page != '\0' && paper->volume != NULL &&
           g_ascii_strcasecmp (paper->volume, cited->volume) == 0 &&
           strcmp (entry->page, cited->page) == 0;
}

/* The only entry of the block that fits; titles are looked at where no place fits. */
static guint32
choose (const RhumbReferenceIndex *index, guint first, const RhumbCitedReference *cited,
        const char *text)
{
    const Entry *entries = (const Entry *)(gconstpointer)index->entries->data;
    const char *block = entries[first].block;
    guint32 by_place = RHUMB_NONE;
    guint32 by_title = RHUMB_NONE;
    guint n_places = 0;
    guint n_titles = 0;
    double best = RHUMB_TITLES_ALIKE;
    g_autofree char *folded = rhumb_text_title_key (text);
    for (guint i = first; i < index->entries->len && strcmp (entries[i].block, block) == 0; i++) {
        if (i - first >= LARGEST_BLOCK)
            return n_places == 1 ? by_place : RHUMB_NONE;
        if (has_place (index, &entries[i], cited)) {
            by_place = entries[i].paper;
            n_places++;
        }
        const double similarity = rhumb_title_similarity (entries[i].title, folded);
        if (similarity >= best) {
            n_titles = similarity > best ? 1 : n_titles + 1;
            best = similarity;
            by_title = entries[i].paper;
        }
    }
    if (n_places > 0)
        return n_places == 1 ? by_place : RHUMB_NONE;
    return n_titles == 1 ? by_title : RHUMB_NONE;
}

/* Web of Science gives a reference several DOIs, "DOI [10.X, 10.x]": any may be the paper's. */
static guint32
find_by_dois (const RhumbReferenceIndex *index, const char *reference)
{
    guint32 paper = RHUMB_NONE;
    for (const char *p = strstr (reference, "10."); p != NULL && paper == RHUMB_NONE;
         p = strstr (p + 1, "10.")) {
        if (p > reference && (g_ascii_isalnum (p[-1]) || p[-1] == '.'))
            continue;
        g_autofree char *doi = rhumb_identifier_parse_doi (p);
        g_autofree char *key = doi != NULL ? g_strconcat ("doi:", doi, NULL) : NULL;
        paper = key != NULL ? rhumb_corpus_find_paper (index->corpus, key) : RHUMB_NONE;
    }
    return paper;
}

/* Finds the paper that a reference means. @reference: clean text of a reference. Returns its
 * number, or %RHUMB_NONE. */
guint32
rhumb_reference_index_find (RhumbReferenceIndex *index, const char *reference)
{
    return rhumb_reference_index_find_on (index, reference,
                                          rhumb_corpus_find_paper (index->corpus, reference));
}

/* rhumb_reference_index_find_on: the same if it is known which @paper has the whole of @reference
 * as an id, if any. */
guint32
rhumb_reference_index_find_on (RhumbReferenceIndex *index, const char *reference, guint32 paper)
{
    const gboolean is_word = strchr (reference, ' ') == NULL;
    if (paper != RHUMB_NONE || (is_word && reference[0] == 'W'))
        return paper;
    g_autofree char *id = rhumb_identifier_normalise (reference);
    paper = rhumb_corpus_find_paper (index->corpus, id);
    if (paper == RHUMB_NONE)
        paper = find_by_dois (index, reference);
    if (paper != RHUMB_NONE || is_word)
        return paper;
    g_auto (RhumbCitedReference) cited = {0};
    rhumb_cited_reference_parse (&cited, reference);
    if (*cited.family == '\0' || cited.year == 0)
        return RHUMB_NONE;
    if (!index->is_listed)
        list_papers (index);
    g_autofree char *block = make_block (cited.family, cited.year);
    gpointer first = g_hash_table_lookup (index->first, block);
    return first != NULL ? choose (index, GPOINTER_TO_UINT (first) - 1, &cited, reference)
                         : RHUMB_NONE;
}
