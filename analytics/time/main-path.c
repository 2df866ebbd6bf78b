/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Along which papers did a field develop? Each way from a paper that cites nothing inside the set
 * to one that is not cited is a path of ideas. The search path count (SPC) of a citation is how
 * many of all these paths use it; the main path follows the most used ones.
 *
 * Source: Hummon and Doreian (1989), doi:10.1016/0378-8733(89)90017-8; SPC: Batagelj (2003),
 * arXiv:cs/0309023; searches: Liu and Lu (2012), doi:10.1002/asi.21692; longest paths: Price and
 * Evans (2025), arXiv:2512.12355. Arcs lead from cited u to citing v:
 *
 *   SPC(u, v) = N⁻(u) N⁺(v)
 *
 * N⁻(u) counts paths from any first paper to u, N⁺(v) those from v to any last paper; one pass in
 * the order of time each. The weight of an arc is its share of all paths, SPC / N, N being their
 * number: a flow of 1 that splits and joins.
 *
 * Local: the arc of largest weight out of the first papers, then always the largest one out of
 * where it leads, equal ones all. Global: the path with the largest sum, ties to papers that come
 * first. Key route: the k heaviest arcs, ties to papers that come first, each followed to both ends
 * by local search.
 * Longest: see longest-paths.c.
 *
 * Method: counts overflow any number, so logarithms are kept and added as ln Σ exp. Cycles: see
 * citation-flow.c; all papers of a circle are one node, and where a path crosses it, the shortest
 * way of citations inside is shown, with the weight of what passes the circle. Departure: citations
 * that a circle has in parallel count as separate paths.
 *
 * Cost: O(papers + citations), key routes at worst O(citations × k).
 */
#include "analytics/time/main-path.h"

#include <math.h>

#include "analytics/time/longest-paths.h"
#include "analytics/time/path-crossing.h"
#include "graph/error.h"

/* Logarithms of equal counts differ by less than this. */
#define EQUAL 1e-9

typedef struct {
    const RhumbCitationFlow *flow;
    RhumbRows out;
    RhumbRows in;
    const guint32 *component; /* of each node */
    double *log_before;       /* of each component: ln N⁻ */
    double *log_after;        /* ln N⁺ */
    guint8 *has_in;           /* whether something outside it leads there */
    guint8 *has_out;
    double log_total;
    guint8 *seen_forward;
    guint8 *seen_backward;
    RhumbPathArcs *arcs;
} Search;

/* ln(e^a + e^b). */
static double
add_logs (double a, double b)
{
    const double high = MAX (a, b);
    return isinf (high) ? high : high + log1p (exp (MIN (a, b) - high));
}

static void
search_init (Search *search, const RhumbCitationFlow *flow, RhumbPathArcs *arcs)
{
    const guint32 n = flow->order->n_components;
    *search = (Search){
        .flow = flow,
        .out = rhumb_network_get_out_rows (flow->network),
        .in = rhumb_network_get_in_rows (flow->network),
        .component = flow->order->component,
        .log_before = g_new (double, n),
        .log_after = g_new (double, n),
        .has_in = g_new0 (guint8, n),
        .has_out = g_new0 (guint8, n),
        .seen_forward = g_new0 (guint8, n),
        .seen_backward = g_new0 (guint8, n),
        .arcs = arcs,
    };
}

static void
search_clear (Search *search)
{
    g_free (search->log_before);
    g_free (search->log_after);
    g_free (search->has_in);
    g_free (search->has_out);
    g_free (search->seen_forward);
    g_free (search->seen_backward);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Search, search_clear)

/* ln of the paths through a component seen from one side: the sum over all arcs of @rows that lead
 * out of it, or 0 (one path) if there are none. */
static double
sum_component (const Search *search, RhumbRows rows, const double *log_count, guint32 c,
               guint8 *has_arcs)
{
    const RhumbStrongOrder *order = search->flow->order;
    double sum = -INFINITY;
    for (gsize k = order->start[c]; k < order->start[c + 1]; k++) {
        const guint32 v = order->node[k];
        for (gsize i = rows.start[v]; i < rows.start[v + 1]; i++) {
            const guint32 next = search->component[rows.node[i]];
            if (next != c)
                sum = add_logs (sum, log_count[next]);
        }
    }
    *has_arcs = (guint8)!isinf (sum);
    return isinf (sum) ? 0 : sum;
}

static void
count_paths (Search *search)
{
    const guint32 n = search->flow->order->n_components;
    for (guint32 c = 0; c < n; c++)
        search->log_before[c] =
            sum_component (search, search->in, search->log_before, c, &search->has_in[c]);
    search->log_total = -INFINITY;
    for (guint32 c = n; c-- > 0;) {
        search->log_after[c] =
            sum_component (search, search->out, search->log_after, c, &search->has_out[c]);
        if (!search->has_in[c] && search->has_out[c])
            search->log_total = add_logs (search->log_total, search->log_after[c]);
    }
}

static double
get_log_weight (const Search *search, guint32 u, guint32 v)
{
    return search->log_before[search->component[u]] + search->log_after[search->component[v]] -
           search->log_total;
}

static void
add_arc (Search *search, guint32 u, guint32 v)
{
    rhumb_path_arcs_add (search->arcs, u, v, exp (get_log_weight (search, u, v)));
}

/* The largest logarithm of a weight among the arcs that lead out of @c along @rows. */
static double
find_heaviest (const Search *search, guint32 c, gboolean forward)
{
    const RhumbStrongOrder *order = search->flow->order;
    const RhumbRows rows = forward ? search->out : search->in;
    double best = -INFINITY;
    for (gsize k = order->start[c]; k < order->start[c + 1]; k++) {
        const guint32 v = order->node[k];
        for (gsize i = rows.start[v]; i < rows.start[v + 1]; i++) {
            if (search->component[rows.node[i]] == c)
                continue;
            const double weight = forward ? get_log_weight (search, v, rows.node[i])
                                          : get_log_weight (search, rows.node[i], v);
            best = MAX (best, weight);
        }
    }
    return best;
}

/* Adds the arcs out of @c that weigh @weight and puts where they lead on the stack. */
static void
step (Search *search, guint32 c, gboolean forward, double weight, GArray *stack)
{
    const RhumbStrongOrder *order = search->flow->order;
    const RhumbRows rows = forward ? search->out : search->in;
    for (gsize k = order->start[c]; k < order->start[c + 1]; k++) {
        const guint32 v = order->node[k];
        for (gsize i = rows.start[v]; i < rows.start[v + 1]; i++) {
            const guint32 u = rows.node[i];
            const guint32 from = forward ? v : u;
            const guint32 to = forward ? u : v;
            if (search->component[u] == c || get_log_weight (search, from, to) < weight - EQUAL)
                continue;
            add_arc (search, from, to);
            g_array_append_val (stack, search->component[u]);
        }
    }
}

/* Follows the heaviest arcs from all components on the stack to the end. */
static void
follow (Search *search, gboolean forward, GArray *stack)
{
    guint8 *seen = forward ? search->seen_forward : search->seen_backward;
    while (stack->len > 0) {
        const guint32 c = g_array_index (stack, guint32, stack->len - 1);
        g_array_set_size (stack, stack->len - 1);
        if (seen[c])
            continue;
        seen[c] = TRUE;
        const double best = find_heaviest (search, c, forward);
        if (!isinf (best))
            step (search, c, forward, best, stack);
    }
}

static void
search_locally (Search *search)
{
    g_autoptr (GArray) stack = g_array_new (FALSE, FALSE, sizeof (guint32));
    double best = -INFINITY;
    for (guint32 c = 0; c < search->flow->order->n_components; c++) {
        if (!search->has_in[c])
            best = MAX (best, find_heaviest (search, c, TRUE));
    }
    for (guint32 c = 0; c < search->flow->order->n_components; c++) {
        if (!search->has_in[c] && search->has_out[c] &&
            find_heaviest (search, c, TRUE) >= best - EQUAL) {
            g_array_append_val (stack, c);
        }
    }
    follow (search, TRUE, stack);
}

/* The arc out of @c with which the sum of weights to the end is largest; where it leads, or none.
 */
static guint32
find_best_arc (const Search *search, const double *sum, guint32 c, guint32 *from, double *best)
{
    const RhumbStrongOrder *order = search->flow->order;
    guint32 to = RHUMB_NO_COMPONENT;
    *best = 0;
    for (gsize k = order->start[c]; k < order->start[c + 1]; k++) {
        const guint32 v = order->node[k];
        for (gsize i = search->out.start[v]; i < search->out.start[v + 1]; i++) {
            const guint32 u = search->out.node[i];
            if (search->component[u] == c)
                continue;
            const double here = exp (get_log_weight (search, v, u)) + sum[search->component[u]];
            const gboolean equal = to != RHUMB_NO_COMPONENT && fabs (here - *best) <= EQUAL * *best;
            if (to != RHUMB_NO_COMPONENT &&
                (equal ? u > to || (u == to && v > *from) : here < *best))
                continue;
            *best = here;
            *from = v;
            to = u;
        }
    }
    return to;
}

static void
search_globally (Search *search)
{
    const guint32 n = search->flow->order->n_components;
    g_autofree double *sum = g_new0 (double, n);
    guint32 from = 0;
    guint32 first = RHUMB_NO_COMPONENT;
    for (guint32 c = n; c-- > 0;)
        find_best_arc (search, sum, c, &from, &sum[c]);
    /* In the order of papers, so that ties go to the first one. */
    for (guint32 v = 0; v < search->out.n_rows; v++) {
        const guint32 c = search->component[v];
        if (!search->has_in[c] && search->has_out[c] &&
            (first == RHUMB_NO_COMPONENT || sum[c] > sum[first] * (1 + EQUAL)))
            first = c;
    }
    for (guint32 c = first; c != RHUMB_NO_COMPONENT && search->has_out[c];) {
        double best = 0;
        const guint32 to = find_best_arc (search, sum, c, &from, &best);
        add_arc (search, from, to);
        c = search->component[to];
    }
}

/* Keeps the @k heaviest arcs, heaviest first; equal ones in the order of papers. */
static void
keep_heaviest (GArray *best, guint k, RhumbPathArc arc)
{
    guint place = best->len;
    while (place > 0 && arc.weight > g_array_index (best, RhumbPathArc, place - 1).weight + EQUAL)
        place--;
    if (place >= k)
        return;
    g_array_insert_val (best, place, arc);
    if (best->len > k)
        g_array_set_size (best, k);
}

static void
search_key_routes (Search *search, guint n_routes)
{
    g_autoptr (GArray) best = g_array_new (FALSE, FALSE, sizeof (RhumbPathArc));
    for (guint32 v = 0; v < search->out.n_rows; v++) {
        for (gsize i = search->out.start[v]; i < search->out.start[v + 1]; i++) {
            const guint32 u = search->out.node[i];
            if (search->component[u] != search->component[v])
                keep_heaviest (best, n_routes, (RhumbPathArc){v, u, get_log_weight (search, v, u)});
        }
    }
    g_autoptr (GArray) stack = g_array_new (FALSE, FALSE, sizeof (guint32));
    for (guint i = 0; i < best->len; i++) {
        const RhumbPathArc *arc = &g_array_index (best, RhumbPathArc, i);
        add_arc (search, arc->from, arc->to);
        g_array_append_val (stack, search->component[arc->to]);
        follow (search, TRUE, stack);
        g_array_append_val (stack, search->component[arc->from]);
        follow (search, FALSE, stack);
    }
}

static void
find_path (Search *search, const RhumbMainPathOptions *options)
{
    switch (options->search) {
    case RHUMB_MAIN_PATH_LOCAL:
        search_locally (search);
        break;
    case RHUMB_MAIN_PATH_GLOBAL:
        search_globally (search);
        break;
    case RHUMB_MAIN_PATH_KEY_ROUTE:
        search_key_routes (search, options->n_routes);
        break;
    case RHUMB_MAIN_PATH_LONGEST:
        break;
    }
}

/**
 * rhumb_find_main_path:
 * @cites: a directed network, citing → cited
 * @year: (nullable): a year for each node, 0 = unknown; %NULL = all unknown
 * @options: (nullable): options, %NULL = defaults
 * @counts: (out) (optional): what was met on the way
 * @error: return location for an error
 *
 * Finds the main path of a citation network.
 *
 * Source: Batagelj (2003), arXiv:cs/0309023; Liu and Lu (2012), doi:10.1002/asi.21692; Price and
 * Evans (2025), arXiv:2512.12355.
 *
 * Returns: (transfer full): a directed network of the same nodes that holds the path's arcs, cited
 * → citing; their weight is the share of all paths that use them, for %RHUMB_MAIN_PATH_LONGEST the
 * length in citations of the longest path that does. Without edges if @cites has none. Or %NULL
 * with %RHUMB_ERROR_INVALID
 *
 * Since: 0.2
 */
RhumbNetwork *
rhumb_find_main_path (const RhumbNetwork *cites, const int *year,
                      const RhumbMainPathOptions *options, RhumbMainPathCounts *counts,
                      GError **error)
{
    static const RhumbMainPathOptions DEFAULTS = RHUMB_MAIN_PATH_DEFAULTS;
    g_return_val_if_fail (rhumb_network_get_mode (cites) == RHUMB_NETWORK_DIRECTED, NULL);
    const RhumbMainPathOptions *used = options != NULL ? options : &DEFAULTS;
    if (used->n_routes == 0) {
        g_set_error_literal (error, RHUMB_ERROR, RHUMB_ERROR_INVALID,
                             "0 key routes, expected at least 1");
        return NULL;
    }
    g_autoptr (RhumbCitationFlow) flow = rhumb_citation_flow_new (cites, year, error);
    if (flow == NULL)
        return NULL;
    g_autoptr (RhumbPathArcs) arcs = rhumb_path_arcs_new ();
    g_auto (Search) search = {0};
    search_init (&search, flow, arcs);
    count_paths (&search);
    find_path (&search, used);
    guint32 longest = 0;
    rhumb_find_longest_paths (flow, used->search == RHUMB_MAIN_PATH_LONGEST ? arcs : NULL,
                              used->slack, &longest);
    if (counts != NULL)
        *counts = (RhumbMainPathCounts){flow->n_against_date, flow->n_in_cycles, search.log_total,
                                        longest};
    return rhumb_path_arcs_finish (arcs, flow, error);
}
