/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

/* For the files of the door only: it shows the types of Graphviz's engines. */

#include <glib.h>
#include <graphviz/gvc.h>

G_BEGIN_DECLS

/* What we call of libgvc, which is opened when it is needed first: it looks for plugins and brings
 * a dozen libraries along. */
typedef struct {
    __typeof__ (gvContext) *context;
    __typeof__ (gvLayout) *layout;
    __typeof__ (gvFreeLayout) *free_layout;
} RhumbGraphvizCalls;

G_END_DECLS
