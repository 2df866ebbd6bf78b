/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * What the user means by the name of a paper, concept or topic. A paper is named by an id of any of
 * its records, a DOI or arXiv number in any form, its title, or a part of its title that no other
 * one has; case, accents and punctuation do not matter. A name that fits several lists them:
 * nothing is guessed.
 */
#include "cli/choose-papers.h"

#include <string.h>

void
named_clear (Named *named)
{
    g_strfreev (named->ids);
    g_strfreev (named->concepts);
    g_free (named->person);
    g_free (named->venue);
    g_free (named->topic);
}

#define MAX_CANDIDATES 10

/* By its id, a DOI or an arXiv id; RHUMB_NONE if there is none. */
guint32
find_paper_by_id (const RhumbCorpus *corpus, const char *name)
{
    guint32 paper = rhumb_corpus_find_paper (corpus, name);
    if (paper != RHUMB_NONE)
        return paper;
    g_autofree char *clean = rhumb_text_clean (name, -1);
    g_autofree char *id = rhumb_identifier_normalise (clean);
    paper = rhumb_corpus_find_paper (corpus, id);
    if (paper != RHUMB_NONE)
        return paper;
    g_autofree char *number = rhumb_identifier_parse_arxiv (clean);
    g_autofree char *arxiv = number != NULL ? g_strconcat ("arxiv:", number, NULL) : NULL;
    return arxiv != NULL ? rhumb_corpus_find_paper (corpus, arxiv) : RHUMB_NONE;
}

static void
fail_with_candidates (const RhumbCorpus *corpus, const char *name, const GArray *found,
                      GError **error)
{
    g_autoptr (GString) list = g_string_new (NULL);
    for (guint i = 0; i < MIN (found->len, MAX_CANDIDATES); i++) {
        const RhumbPaper *paper =
            rhumb_corpus_get_paper (corpus, g_array_index (found, guint32, i));
        g_string_append_printf (list, "\n  %s\t", paper->id);
        if (paper->year != 0)
            g_string_append_printf (list, "%d\t", paper->year);
        g_string_append (list, paper->title);
    }
    if (found->len > MAX_CANDIDATES)
        g_string_append_printf (list, "\n  and %u more", found->len - MAX_CANDIDATES);
    g_set_error (error, RHUMB_ERROR, RHUMB_ERROR_NOT_FOUND,
                 "“%s” is in the titles of %u papers, expected an id or a part that is in one:%s",
                 name, found->len, list->str);
}

/* Papers whose title is @name or else holds it, folded. */
static GArray *
find_by_title (const RhumbCorpus *corpus, const char *name)
{
    GArray *part = g_array_new (FALSE, FALSE, sizeof (guint32));
    g_autoptr (GArray) whole = g_array_new (FALSE, FALSE, sizeof (guint32));
    g_autofree char *clean = rhumb_text_clean (name, -1);
    g_autofree char *key = rhumb_text_title_key (clean);
    if (*key == '\0')
        return part;
    for (guint32 p = 0; p < rhumb_corpus_get_n_papers (corpus); p++) {
        const char *title = rhumb_corpus_get_paper (corpus, p)->title;
        g_autofree char *title_key = title != NULL ? rhumb_text_title_key (title) : NULL;
        if (title_key == NULL || strstr (title_key, key) == NULL)
            continue;
        g_array_append_val (part, p);
        if (g_str_equal (title_key, key))
            g_array_append_val (whole, p);
    }
    if (whole->len == 0)
        return part;
    g_array_unref (part);
    return g_steal_pointer (&whole);
}

static guint32
find_paper (const RhumbCorpus *corpus, const char *name, GError **error)
{
    const guint32 paper = find_paper_by_id (corpus, name);
    if (paper != RHUMB_NONE)
        return paper;
    g_autoptr (GArray) found = find_by_title (corpus, name);
    if (found->len == 1)
        return g_array_index (found, guint32, 0);
    if (found->len > 1)
        fail_with_candidates (corpus, name, found, error);
    else
        g_set_error (error, RHUMB_ERROR, RHUMB_ERROR_NOT_FOUND,
                     "no paper “%s”, expected a DOI, an arXiv id, an id or a part of a title",
                     name);
    return RHUMB_NONE;
}

guint32 *
choose_papers (const RhumbCorpus *corpus, const char *const *ids, guint *n_papers, GError **error)
{
    g_autofree guint32 *paper = g_new (guint32, g_strv_length ((char **)ids) + 1);
    *n_papers = 0;
    for (guint i = 0; ids[i] != NULL; i++) {
        const guint32 found = find_paper (corpus, ids[i], error);
        gboolean known = FALSE;
        if (found == RHUMB_NONE)
            return NULL;
        for (guint k = 0; k < *n_papers; k++)
            known = known || paper[k] == found;
        if (!known)
            paper[(*n_papers)++] = found;
    }
    return g_steal_pointer (&paper);
}

static gboolean
is_called (const RhumbConcept *concept, const char *key)
{
    g_autofree char *label = rhumb_text_title_key (concept->label);
    if (g_str_equal (label, key))
        return TRUE;
    for (guint i = 0; concept->variants[i] != NULL; i++) {
        g_autofree char *variant = rhumb_text_title_key (concept->variants[i]);
        if (g_str_equal (variant, key))
            return TRUE;
    }
    g_autofree char *acronym =
        concept->acronym != NULL ? rhumb_text_title_key (concept->acronym) : g_strdup ("");
    return g_str_equal (acronym, key);
}

/* Concepts that have this name, or whose label holds it. */
static GArray *
find_concepts (const RhumbConcepts *concepts, const char *key, gboolean whole)
{
    GArray *found = g_array_new (FALSE, FALSE, sizeof (guint32));
    for (guint32 c = 0; *key != '\0' && c < rhumb_concepts_get_n_concepts (concepts); c++) {
        const RhumbConcept *concept = rhumb_concepts_get_concept (concepts, c);
        g_autofree char *label = rhumb_text_title_key (concept->label);
        if (whole ? is_called (concept, key) : strstr (label, key) != NULL)
            g_array_append_val (found, c);
    }
    return found;
}

static guint32
fail_with_concepts (const RhumbConcepts *concepts, const char *name, const GArray *found,
                    GError **error)
{
    g_autoptr (GString) list = g_string_new (NULL);
    for (guint i = 0; i < MIN (found->len, MAX_CANDIDATES); i++) {
        const RhumbConcept *concept =
            rhumb_concepts_get_concept (concepts, g_array_index (found, guint32, i));
        g_string_append_printf (list, "\n  %s\t%s", concept->id, concept->label);
    }
    if (found->len > MAX_CANDIDATES)
        g_string_append_printf (list, "\n  and %u more", found->len - MAX_CANDIDATES);
    if (found->len > 0)
        g_set_error (error, RHUMB_ERROR, RHUMB_ERROR_NOT_FOUND,
                     "“%s” is in the labels of %u concepts, expected one of:%s", name, found->len,
                     list->str);
    else
        g_set_error (error, RHUMB_ERROR, RHUMB_ERROR_NOT_FOUND,
                     "no concept “%s”, expected a label or variant from rhumb concepts", name);
    return RHUMB_NONE;
}

/* The concept with this id or label, else the one that is called so, or so in the plural, in
 * any of its spellings, else
 * the only one whose label holds it; RHUMB_NONE with an error. */
guint32
choose_concept (const RhumbConcepts *concepts, const char *name, GError **error)
{
    for (guint32 c = 0; c < rhumb_concepts_get_n_concepts (concepts); c++) {
        const RhumbConcept *concept = rhumb_concepts_get_concept (concepts, c);
        if (g_str_equal (concept->id, name) || g_str_equal (concept->label, name))
            return c;
    }
    g_autofree char *clean = rhumb_text_clean (name, -1);
    g_autofree char *key = rhumb_text_title_key (clean);
    g_autofree char *plural = g_strconcat (key, "s", NULL);
    g_autoptr (GArray) found = find_concepts (concepts, key, TRUE);
    for (guint i = 0; i < 2 && found->len == 0; i++) {
        g_array_unref (found);
        found = find_concepts (concepts, i == 0 ? plural : key, i == 0);
    }
    return found->len == 1 ? g_array_index (found, guint32, 0)
                           : fail_with_concepts (concepts, name, found, error);
}

static gboolean
is_label (const RhumbGraph *graph, guint32 v, const char *key, gboolean whole)
{
    g_autofree char *label = rhumb_text_title_key (rhumb_graph_get_node_label (graph, v));
    return whole ? g_str_equal (label, key) : strstr (label, key) != NULL;
}

/* The nodes of a kind with this label, or, if there are none, with a label that holds it. */
static GArray *
find_nodes (const RhumbGraph *graph, RhumbNodeKind kind, const char *key)
{
    const guint32 first = rhumb_graph_get_first_node (graph, kind);
    const guint32 n = rhumb_graph_get_n_nodes_of_kind (graph, kind);
    GArray *found = g_array_new (FALSE, FALSE, sizeof (guint32));
    for (guint round = 0; round < 2 && found->len == 0 && *key != '\0'; round++) {
        for (guint32 v = first; v < first + n; v++)
            if (is_label (graph, v, key, round == 0))
                g_array_append_val (found, v);
    }
    return found;
}

/* The person or venue with this id, else with this name, else the only one whose name holds it;
 * RHUMB_NONE with an error. */
guint32
choose_node (const RhumbGraph *graph, RhumbNodeKind kind, const char *name, GError **error)
{
    const guint32 first = rhumb_graph_get_first_node (graph, kind);
    const guint32 n = rhumb_graph_get_n_nodes_of_kind (graph, kind);
    for (guint32 v = first; v < first + n; v++)
        if (g_str_equal (rhumb_graph_get_node_id (graph, v), name))
            return v;
    g_autofree char *clean = rhumb_text_clean (name, -1);
    g_autofree char *key = rhumb_text_title_key (clean);
    g_autoptr (GArray) found = find_nodes (graph, kind, key);
    if (found->len == 1)
        return g_array_index (found, guint32, 0);
    g_autoptr (GString) list = g_string_new (NULL);
    for (guint i = 0; i < MIN (found->len, MAX_CANDIDATES); i++) {
        const guint32 v = g_array_index (found, guint32, i);
        g_string_append_printf (list, "\n  %s\t%s", rhumb_graph_get_node_id (graph, v),
                                rhumb_graph_get_node_label (graph, v));
    }
    const gboolean is_person = kind == RHUMB_NODE_PERSON;
    if (found->len > 0)
        g_set_error (error, RHUMB_ERROR, RHUMB_ERROR_NOT_FOUND,
                     "“%s” is in the names of %u %s, expected one of:%s", name, found->len,
                     is_person ? "people" : "venues", list->str);
    else
        g_set_error (error, RHUMB_ERROR, RHUMB_ERROR_NOT_FOUND,
                     "no %s “%s”, expected an id or name from rhumb rank --of %s",
                     is_person ? "person" : "venue", name, is_person ? "people" : "venues");
    return RHUMB_NONE;
}

/* The topic with this number or label; RHUMB_NONE with an error. */
guint32
choose_topic (const RhumbTopics *topics, const char *name, GError **error)
{
    const guint32 n = rhumb_topics_get_n_topics (topics);
    guint64 number = 0;
    if (g_ascii_string_to_unsigned (name, 10, 0, G_MAXUINT32, &number, NULL) && number < n)
        return (guint32)number;
    for (guint32 t = 0; t < n; t++) {
        if (g_str_equal (rhumb_topics_get_topic (topics, t)->label, name))
            return t;
    }
    g_set_error (error, RHUMB_ERROR, RHUMB_ERROR_NOT_FOUND,
                 "no topic “%s”, expected a number below %u or a label from rhumb topics", name, n);
    return RHUMB_NONE;
}
