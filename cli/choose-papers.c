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

/* What is searched by name: how a thing is called, NULL if it is not, and a line about it. */
typedef struct {
    gconstpointer owner;
    const char *(*get_name) (gconstpointer owner, guint32 thing);
    DescribeFunction describe;
} Register;

static char *
list_candidates (const Register *names, const GArray *found)
{
    GString *list = g_string_new (NULL);
    for (guint i = 0; i < MIN (found->len, MAX_CANDIDATES); i++) {
        g_string_append (list, "\n  ");
        names->describe (names->owner, g_array_index (found, guint32, i), list);
    }
    if (found->len > MAX_CANDIDATES)
        g_string_append_printf (list, "\n  and %u more", found->len - MAX_CANDIDATES);
    return g_string_free (list, FALSE);
}

/* Those from @first to before @end whose name is @name or, if there are none, holds it, folded. */
static GArray *
find_by_name (const Register *names, guint32 first, guint32 end, const char *name)
{
    GArray *part = g_array_new (FALSE, FALSE, sizeof (guint32));
    g_autoptr (GArray) whole = g_array_new (FALSE, FALSE, sizeof (guint32));
    g_autofree char *clean = rhumb_text_clean (name, -1);
    g_autofree char *key = rhumb_text_title_key (clean);
    if (*key == '\0')
        return part;
    for (guint32 i = first; i < end; i++) {
        const char *own = names->get_name (names->owner, i);
        g_autofree char *own_key = own != NULL ? rhumb_text_title_key (own) : NULL;
        if (own_key == NULL || strstr (own_key, key) == NULL)
            continue;
        g_array_append_val (part, i);
        if (g_str_equal (own_key, key))
            g_array_append_val (whole, i);
    }
    if (whole->len == 0)
        return part;
    g_array_unref (part);
    return g_steal_pointer (&whole);
}

static const char *
get_title (gconstpointer corpus, guint32 paper)
{
    return rhumb_corpus_get_paper (corpus, paper)->title;
}

static void
describe_paper (gconstpointer corpus, guint32 v, GString *line)
{
    const RhumbPaper *paper = rhumb_corpus_get_paper (corpus, v);
    g_string_append_printf (line, "%s\t", paper->id);
    if (paper->year != 0)
        g_string_append_printf (line, "%d\t", paper->year);
    g_string_append (line, paper->title);
}

/* Says that no title has a part, or lists those that do. */
void
fail_with_papers (const char *name, const GArray *found, DescribeFunction describe,
                  gconstpointer owner, GError **error)
{
    const Register titles = {owner, NULL, describe};
    g_autofree char *list = list_candidates (&titles, found);
    if (found->len > 1)
        g_set_error (
            error, RHUMB_ERROR, RHUMB_ERROR_NOT_FOUND,
            "“%s” is in the titles of %u papers, expected an id or a part that is in one:%s", name,
            found->len, list);
    else
        g_set_error (error, RHUMB_ERROR, RHUMB_ERROR_NOT_FOUND,
                     "no paper “%s”, expected a DOI, an arXiv id, an id or a part of a title",
                     name);
}

static guint32
find_paper (const RhumbCorpus *corpus, const char *name, GError **error)
{
    const guint32 paper = find_paper_by_id (corpus, name);
    if (paper != RHUMB_NONE)
        return paper;
    const Register titles = {corpus, get_title, describe_paper};
    g_autoptr (GArray) found = find_by_name (&titles, 0, rhumb_corpus_get_n_papers (corpus), name);
    if (found->len == 1)
        return g_array_index (found, guint32, 0);
    fail_with_papers (name, found, describe_paper, corpus, error);
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

static void
describe_concept (gconstpointer concepts, guint32 c, GString *line)
{
    const RhumbConcept *concept = rhumb_concepts_get_concept (concepts, c);
    g_string_append_printf (line, "%s\t%s", concept->id, concept->label);
}

static guint32
fail_with_concepts (const RhumbConcepts *concepts, const char *name, const GArray *found,
                    GError **error)
{
    const Register labels = {concepts, NULL, describe_concept};
    g_autofree char *list = list_candidates (&labels, found);
    if (found->len > 0)
        g_set_error (error, RHUMB_ERROR, RHUMB_ERROR_NOT_FOUND,
                     "“%s” is in the labels of %u concepts, expected one of:%s", name, found->len,
                     list);
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

static const char *
get_label (gconstpointer graph, guint32 node)
{
    return rhumb_graph_get_node_label (graph, node);
}

static void
describe_node (gconstpointer graph, guint32 node, GString *line)
{
    g_string_append_printf (line, "%s\t%s", rhumb_graph_get_node_id (graph, node),
                            rhumb_graph_get_node_label (graph, node));
}

/* The person or venue with this id, else with this name, else the only one whose name holds it;
 * RHUMB_NONE with an error. */
guint32
choose_node (const RhumbGraph *graph, RhumbNodeKind kind, const char *name, GError **error)
{
    const guint32 first = rhumb_graph_get_first_node (graph, kind);
    const guint32 end = first + rhumb_graph_get_n_nodes_of_kind (graph, kind);
    for (guint32 v = first; v < end; v++)
        if (g_str_equal (rhumb_graph_get_node_id (graph, v), name))
            return v;
    const Register labels = {graph, get_label, describe_node};
    g_autoptr (GArray) found = find_by_name (&labels, first, end, name);
    if (found->len == 1)
        return g_array_index (found, guint32, 0);
    g_autofree char *list = list_candidates (&labels, found);
    const gboolean is_person = kind == RHUMB_NODE_PERSON;
    if (found->len > 0)
        g_set_error (error, RHUMB_ERROR, RHUMB_ERROR_NOT_FOUND,
                     "“%s” is in the names of %u %s, expected one of:%s", name, found->len,
                     is_person ? "people" : "venues", list);
    else
        g_set_error (error, RHUMB_ERROR, RHUMB_ERROR_NOT_FOUND,
                     "no %s “%s”, expected an id or name from rhumb rank --of %s",
                     is_person ? "person" : "venue", name, is_person ? "people" : "venues");
    return RHUMB_NONE;
}

static const char *
get_topic_label (gconstpointer topics, guint32 topic)
{
    return rhumb_topics_get_topic (topics, topic)->label;
}

static void
describe_topic (gconstpointer topics, guint32 topic, GString *line)
{
    g_string_append_printf (line, "%u\t%s", topic, get_topic_label (topics, topic));
}

/* The topic with this number, else with this label, else the only one whose label holds it;
 * RHUMB_NONE with an error. */
guint32
choose_topic (const RhumbTopics *topics, const char *name, GError **error)
{
    const guint32 n = rhumb_topics_get_n_topics (topics);
    const Register labels = {topics, get_topic_label, describe_topic};
    guint64 number = 0;
    const gboolean is_number = g_ascii_string_to_unsigned (name, 10, 0, G_MAXUINT32, &number, NULL);
    if (is_number && number < n)
        return (guint32)number;
    g_autoptr (GArray) found = find_by_name (&labels, 0, is_number ? 0 : n, name);
    if (found->len == 1)
        return g_array_index (found, guint32, 0);
    g_autofree char *list = list_candidates (&labels, found);
    if (found->len > 0)
        g_set_error (error, RHUMB_ERROR, RHUMB_ERROR_NOT_FOUND,
                     "“%s” is in the labels of %u topics, expected one of:%s", name, found->len,
                     list);
    else
        g_set_error (error, RHUMB_ERROR, RHUMB_ERROR_NOT_FOUND,
                     "no topic “%s”, expected a number below %u or a label from rhumb topics", name,
                     n);
    return RHUMB_NONE;
}
