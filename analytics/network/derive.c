/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Every network that follows from a knowledge graph, in one table: its name, what it tells, and
 * how it is made.
 *
 * Sources: bibliographic coupling, Kessler (1963), doi:10.1002/asi.5090140103; co-citation, Small
 * (1973), doi:10.1002/asi.4630240406; extended direct citation, Waltman, Boyack, Colavizza and van
 * Eck (2020), doi:10.1162/qss_a_00035; author coupling: author-coupling.c; the rest are
 * co-occurrences, Perianes-Rodriguez, Waltman and van Eck (2016), doi:10.1016/j.joi.2016.10.006.
 *
 * Works outside the corpus count if at least two papers cite them: one citation links nothing.
 * Cost: that of the product (product.c).
 */
#include "analytics/network/derive-private.h"

#include "analytics/network/author-coupling.h"
#include "analytics/network/hybrid.h"
#include "analytics/network/strongest.h"
#include "graph/affiliations.h"
#include "graph/error.h"
#include "graph/outside-references.h"
#include "graph/set-error.h"

typedef struct {
    const RhumbGraph *graph;
    const RhumbDeriveOptions *options;
    RhumbProductReport *report;
} Task;

typedef RhumbDerivedNetwork *(*Derive) (const Task *task, GError **error);

typedef struct {
    const char *name;
    const char *title;
    const char *summary;
    Derive derive;
    gboolean counts; /* takes counting, normalisation, top links and least weight */
    gboolean needs_concepts;
} Derivation;

/* Takes @network and @names; %NULL stays %NULL. */
static RhumbDerivedNetwork *
wrap (RhumbNetwork *network, RhumbNodeKind kind, GPtrArray *names, const char *names_kind)
{
    if (network == NULL) {
        g_clear_pointer (&names, g_ptr_array_unref);
        return NULL;
    }
    const guint32 n_names = names != NULL ? names->len : 0;
    return rhumb_derived_network_new (network, kind, rhumb_network_get_n_from (network) - n_names,
                                      names, names_kind);
}

/* The same with which papers have each node. */
static RhumbDerivedNetwork *
wrap_with_papers (RhumbNetwork *network, RhumbNodeKind kind, GPtrArray *names,
                  const char *names_kind, RhumbNetwork *papers)
{
    RhumbDerivedNetwork *derived = wrap (network, kind, names, names_kind);
    if (derived != NULL)
        derived->papers = rhumb_network_ref (papers);
    return derived;
}

static RhumbNetwork *
multiply (const Task *task, const RhumbNetwork *incidence, RhumbEnd end, GError **error)
{
    return rhumb_link_by_shared (incidence, end, &task->options->product, task->report, error);
}

static RhumbNetwork *
list_works (const Task *task, GPtrArray **names, GError **error)
{
    return rhumb_list_cited_works (rhumb_graph_get_corpus (task->graph), RHUMB_DERIVE_MIN_CITED,
                                   names, error);
}

static RhumbDerivedNetwork *
derive_cites (const Task *task, GError **error)
{
    (void)error;
    return wrap (rhumb_network_ref (rhumb_graph_get_relation (task->graph, RHUMB_RELATION_CITES)),
                 RHUMB_NODE_PAPER, NULL, NULL);
}

/* The node that each edge leads from. */
static guint32 *
list_from (const RhumbRows *rows, gsize n_edges)
{
    guint32 *from = g_new (guint32, n_edges + 1);
    for (guint32 v = 0; v < rows->n_rows; v++)
        for (gsize i = rows->start[v]; i < rows->start[v + 1]; i++)
            from[i] = v;
    return from;
}

/* The works as nodes of one kind: edges of the incidence with room for the works outside. */
static RhumbDerivedNetwork *
derive_extended (const Task *task, GError **error)
{
    GPtrArray *names = NULL;
    g_autoptr (RhumbNetwork) works = list_works (task, &names, error);
    if (works == NULL)
        return NULL;
    const RhumbRows rows = rhumb_network_get_out_rows (works);
    const guint32 n = rhumb_network_get_n_to (works);
    const gsize n_edges = rhumb_network_get_n_edges (works);
    g_autofree guint32 *from = list_from (&rows, n_edges);
    return wrap_with_papers (
        rhumb_network_new (RHUMB_NETWORK_DIRECTED, n, n, from, rows.node, NULL, n_edges, error),
        RHUMB_NODE_PAPER, names, "reference", works);
}

static RhumbDerivedNetwork *
derive_cocitation (const Task *task, GError **error)
{
    GPtrArray *names = NULL;
    g_autoptr (RhumbNetwork) works = list_works (task, &names, error);
    return works == NULL ? NULL
                         : wrap_with_papers (multiply (task, works, RHUMB_END_TO, error),
                                             RHUMB_NODE_PAPER, names, "reference", works);
}

static RhumbNetwork *
couple_papers (const Task *task, GError **error)
{
    g_autoptr (GPtrArray) names = NULL;
    g_autoptr (RhumbNetwork) works = list_works (task, &names, error);
    return works != NULL ? multiply (task, works, RHUMB_END_FROM, error) : NULL;
}

static RhumbDerivedNetwork *
derive_coupling (const Task *task, GError **error)
{
    return wrap (couple_papers (task, error), RHUMB_NODE_PAPER, NULL, NULL);
}

static RhumbDerivedNetwork *
derive_cooccurrence (const Task *task, GError **error)
{
    return wrap (multiply (task, rhumb_graph_get_relation (task->graph, RHUMB_RELATION_ABOUT),
                           RHUMB_END_TO, error),
                 RHUMB_NODE_CONCEPT, NULL, NULL);
}

static RhumbDerivedNetwork *
derive_coauthorship (const Task *task, GError **error)
{
    return wrap (multiply (task, rhumb_graph_get_relation (task->graph, RHUMB_RELATION_WROTE),
                           RHUMB_END_FROM, error),
                 RHUMB_NODE_PERSON, NULL, NULL);
}

typedef RhumbNetwork *(*ListNames) (const RhumbCorpus *corpus, GPtrArray **names, GError **error);

static RhumbDerivedNetwork *
derive_names (const Task *task, ListNames list, const char *kind, GError **error)
{
    GPtrArray *names = NULL;
    g_autoptr (RhumbNetwork) incidence = list (rhumb_graph_get_corpus (task->graph), &names, error);
    return incidence == NULL ? NULL
                             : wrap_with_papers (multiply (task, incidence, RHUMB_END_TO, error),
                                                 RHUMB_N_NODE_KINDS, names, kind, incidence);
}

static RhumbDerivedNetwork *
derive_keywords (const Task *task, GError **error)
{
    return derive_names (task, rhumb_list_keywords, "keyword", error);
}

static RhumbDerivedNetwork *
derive_institutions (const Task *task, GError **error)
{
    return derive_names (task, rhumb_list_institutions, "institution", error);
}

static RhumbDerivedNetwork *
derive_countries (const Task *task, GError **error)
{
    return derive_names (task, rhumb_list_countries, "country", error);
}

static RhumbDerivedNetwork *
derive_author_coupling (const Task *task, GError **error)
{
    g_autoptr (GPtrArray) names = NULL;
    g_autoptr (RhumbNetwork) works = list_works (task, &names, error);
    if (works == NULL)
        return NULL;
    return wrap (rhumb_couple_authors (rhumb_graph_get_relation (task->graph, RHUMB_RELATION_WROTE),
                                       works, &task->options->product, task->report, error),
                 RHUMB_NODE_PERSON, NULL, NULL);
}

static RhumbDerivedNetwork *
derive_hybrid (const Task *task, GError **error)
{
    const RhumbProductOptions *product = &task->options->product;
    RhumbDeriveOptions by_citations = *task->options;
    by_citations.product.normalisation = RHUMB_NORMALISATION_SALTON;
    by_citations.product.top_links =
        product->top_links > 0 ? product->top_links : RHUMB_HYBRID_NEIGHBOURS;
    by_citations.product.min_weight = 0;
    const Task half = {task->graph, &by_citations, task->report};
    g_autoptr (RhumbNetwork) coupled = couple_papers (&half, error);
    g_autoptr (RhumbNetwork) mixed =
        coupled != NULL ? rhumb_mix_text (task->graph, coupled, task->options->text_share,
                                          by_citations.product.top_links, error)
                        : NULL;
    return mixed != NULL ? wrap (rhumb_keep_links (mixed, product->top_links, product->min_weight),
                                 RHUMB_NODE_PAPER, NULL, NULL)
                         : NULL;
}

static const Derivation DERIVATIONS[] = {
    {"cites", "Citation network", "papers that cite papers", derive_cites, FALSE, FALSE},
    {"extended", "Extended citation network",
     "papers that cite papers, and works outside that two of them cite", derive_extended, FALSE,
     FALSE},
    {"co-citation", "Co-citation network", "works that the same papers cite", derive_cocitation,
     TRUE, FALSE},
    {"coupling", "Bibliographic coupling network", "papers that cite the same works",
     derive_coupling, TRUE, FALSE},
    {"co-occurrence", "Co-occurrence network of concepts", "concepts of the same papers",
     derive_cooccurrence, TRUE, TRUE},
    {"keywords", "Co-occurrence network of keywords", "keywords of the same papers",
     derive_keywords, TRUE, FALSE},
    {"co-authorship", "Co-authorship network", "people who wrote together", derive_coauthorship,
     TRUE, FALSE},
    {"institutions", "Co-authorship network of institutions", "institutions of the same papers",
     derive_institutions, TRUE, FALSE},
    {"countries", "Co-authorship network of countries", "countries of the same papers",
     derive_countries, TRUE, FALSE},
    {"author-coupling", "Bibliographic coupling network of authors",
     "people who cite the same works", derive_author_coupling, TRUE, FALSE},
    {"hybrid", "Network of citations and text", "papers alike in text and references",
     derive_hybrid, TRUE, TRUE},
};

/**
 * rhumb_derivation_get_n:
 *
 * Counts the networks that can be derived.
 *
 * Returns: how many
 *
 * Since: 0.2
 */
guint
rhumb_derivation_get_n (void)
{
    return G_N_ELEMENTS (DERIVATIONS);
}

/**
 * rhumb_derivation_get_name:
 * @derivation: number, below rhumb_derivation_get_n()
 *
 * Gets the name of a network that can be derived.
 *
 * Returns: (transfer none): e.g. "co-citation"
 *
 * Since: 0.2
 */
const char *
rhumb_derivation_get_name (guint derivation)
{
    g_return_val_if_fail (derivation < G_N_ELEMENTS (DERIVATIONS), NULL);
    return DERIVATIONS[derivation].name;
}

/**
 * rhumb_derivation_get_summary:
 * @derivation: number, below rhumb_derivation_get_n()
 *
 * Gets what is linked in it.
 *
 * Returns: (transfer none): a few words
 *
 * Since: 0.2
 */
const char *
rhumb_derivation_get_summary (guint derivation)
{
    g_return_val_if_fail (derivation < G_N_ELEMENTS (DERIVATIONS), NULL);
    return DERIVATIONS[derivation].summary;
}

static const Derivation *
find (const char *name)
{
    for (guint i = 0; i < G_N_ELEMENTS (DERIVATIONS); i++)
        if (g_str_equal (DERIVATIONS[i].name, name))
            return &DERIVATIONS[i];
    return NULL;
}

/* rhumb_derivation_needs_concepts: whether a network follows from what papers are about. */
gboolean
rhumb_derivation_needs_concepts (const char *name)
{
    const Derivation *found = find (name);
    return found != NULL && found->needs_concepts;
}

/* rhumb_derivation_check: whether a network can be derived with these options. */
gboolean
rhumb_derivation_check (const char *name, const RhumbDeriveOptions *options, GError **error)
{
    const Derivation *derivation = find (name);
    const RhumbProductOptions *product = &options->product;
    const gboolean plain = product->normalisation == RHUMB_NORMALISATION_NONE;
    const gboolean counted = product->counting != RHUMB_COUNTING_FULL || product->hub_cap > 0;
    const gboolean chosen = product->top_links > 0 || product->min_weight > 0;
    if (derivation == NULL)
        g_set_error (error, RHUMB_ERROR, RHUMB_ERROR_NOT_FOUND, "no network is called “%s”", name);
    else if (!(options->text_share >= 0 && options->text_share <= 1))
        rhumb_set_error (error, RHUMB_ERROR_INVALID, "share of the text is %g, expected 0 to 1",
                         options->text_share);
    else if (derivation->derive == derive_hybrid && !plain)
        g_set_error (error, RHUMB_ERROR, RHUMB_ERROR_INVALID,
                     "hybrid links are normalised already, expected normalisation none");
    else if (!derivation->counts && counted)
        g_set_error (error, RHUMB_ERROR, RHUMB_ERROR_INVALID,
                     "links of %s are not counted, expected full counting and no hub cap",
                     derivation->name);
    else if (!derivation->counts && plain && chosen)
        g_set_error (error, RHUMB_ERROR, RHUMB_ERROR_INVALID,
                     "links of %s all weigh 1, expected a normalisation to choose them by",
                     derivation->name);
    else
        return TRUE;
    return FALSE;
}

/* Citations without their direction, c_ij = 1 if either cites the other, normalised and thinned. */
static RhumbDerivedNetwork *
normalise_citations (RhumbDerivedNetwork *derived, const RhumbProductOptions *options,
                     GError **error)
{
    const guint32 n = rhumb_network_get_n_from (derived->network);
    const gsize n_edges = rhumb_network_get_n_edges (derived->network);
    const RhumbRows rows = rhumb_network_get_out_rows (derived->network);
    g_autofree guint32 *from = list_from (&rows, n_edges);
    g_autoptr (RhumbNetwork) both =
        rhumb_network_new (RHUMB_NETWORK_UNDIRECTED, n, n, from, rows.node, NULL, n_edges, error);
    g_autoptr (RhumbNetwork) normal =
        both != NULL ? rhumb_normalise (both, options->normalisation, NULL, error) : NULL;
    if (normal == NULL) {
        rhumb_derived_network_free (derived);
        return NULL;
    }
    rhumb_network_unref (derived->network);
    derived->network = rhumb_keep_links (normal, options->top_links, options->min_weight);
    return derived;
}

/**
 * rhumb_derive_network:
 * @graph: a knowledge graph
 * @name: name of the network, see rhumb_derivation_get_name()
 * @options: (nullable): options, %NULL = defaults
 * @report: (out) (nullable): what it cost and left out
 * @error: return location for an error
 *
 * Derives a network. Citations are directed unless they are normalised; all else is undirected.
 *
 * Returns: (transfer full): the network, or %NULL with %RHUMB_ERROR_NOT_FOUND (no such name),
 *   %RHUMB_ERROR_INVALID (options that do not fit) or %RHUMB_ERROR_LIMIT (too large)
 *
 * Since: 0.2
 */
RhumbDerivedNetwork *
rhumb_derive_network (const RhumbGraph *graph, const char *name, const RhumbDeriveOptions *options,
                      RhumbProductReport *report, GError **error)
{
    static const RhumbDeriveOptions DEFAULTS = RHUMB_DERIVE_DEFAULTS;
    const RhumbDeriveOptions *used = options != NULL ? options : &DEFAULTS;
    const Task task = {graph, used, report};
    const Derivation *found = find (name);
    if (!rhumb_derivation_check (name, used, error))
        return NULL;
    RhumbDerivedNetwork *derived = found->derive (&task, error);
    if (derived != NULL && !found->counts &&
        used->product.normalisation != RHUMB_NORMALISATION_NONE)
        derived = normalise_citations (derived, &used->product, error);
    if (derived != NULL) {
        derived->title = found->title;
        derived->summary = found->summary;
    }
    return derived;
}
