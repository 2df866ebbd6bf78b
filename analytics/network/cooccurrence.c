/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Which items (concepts, keywords, people) occur together, and how often.
 *
 * Source: counting as in Perianes-Rodriguez, Waltman and van Eck (2016),
 * doi:10.1016/j.joi.2016.10.006. With a_ki = 1 if paper k has item i and n_k = Σ_i a_ki:
 *
 *   full         u_ij = Σ_k a_ki a_kj
 *   fractional   u_ij = Σ_k a_ki a_kj / (n_k − 1),   papers with n_k ≥ 2
 *
 * so with fractional counting an item's links sum to the number of its papers that it shares with
 * another item. Weights of the incidence are not used: a paper has an item or not.
 *
 * Method: the sparse product Aᵀ A, see analytics/network/product.c.
 *
 * Cost: time O(Σ_k n_k²), memory O(items + links).
 */
#include "analytics/network/cooccurrence.h"

/**
 * rhumb_count_cooccurrences:
 * @incidence: a two-mode network papers → items
 * @counting: how much a paper adds to a link
 * @error: return location for an error
 *
 * Counts how often items occur together in papers.
 *
 * Source: Perianes-Rodriguez, Waltman and van Eck (2016), doi:10.1016/j.joi.2016.10.006.
 *
 * Returns: (transfer full): an undirected network of items without self-loops; weights are
 *   papers, whole or fractional; %NULL with an error of rhumb_link_by_shared()
 *
 * Since: 0.1
 */
RhumbNetwork *
rhumb_count_cooccurrences (const RhumbNetwork *incidence, RhumbCounting counting, GError **error)
{
    RhumbProductOptions options = RHUMB_PRODUCT_DEFAULTS;
    options.counting = counting;
    return rhumb_link_by_shared (incidence, RHUMB_END_TO, &options, NULL, error);
}
