/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * All of librhumb-graphviz: where the functions of libgvc are. See graph/by-need.c.
 */
#include "io/graphviz-calls.h"

extern const RhumbGraphvizCalls rhumb_graphviz_calls;

const RhumbGraphvizCalls rhumb_graphviz_calls = {
    .context = gvContext,
    .layout = gvLayout,
    .free_layout = gvFreeLayout,
};
