/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "analytics/cluster/labels.h"
#include "analytics/cluster/taken-names.h"
#include "analytics/cluster/topic-terms.h"
#include "analytics/text/closed-class.h"

G_BEGIN_DECLS

/* Private to cluster. What is known while labels are given: which names are taken, and where topics
 * hang in a tree, if they do. */
typedef struct {
    const RhumbGraph *graph;
    RhumbClosedClass *closed;
    const GArray *terms;
    const guint32 *n_papers;   /* of each topic */
    const guint32 *parent;     /* of each topic; NULL = all are siblings */
    const char *const *branch; /* by parent: padded names from the top down to it */
    TakenNames taken;          /* names and parts of names */
    GArray *named;             /* which concepts name which topics */
    GArray *labels;            /* RhumbTopicLabel of each topic */
} Naming;

void rhumb_naming_init (Naming *naming, const RhumbGraph *graph, const GArray *terms,
                        const guint32 *n_papers, const guint32 *parent, const char *const *branch,
                        GArray *labels);
void rhumb_naming_clear (Naming *naming);
char *rhumb_naming_pad_words (const char *label);
const char *rhumb_naming_get_label (const Naming *naming, guint32 concept);
gboolean rhumb_naming_leads (const Naming *naming, const RhumbTopicTerm *term);
gboolean rhumb_naming_is_circumstance (const Naming *naming, const RhumbTopicTerm *term);
gboolean rhumb_naming_is_used (const Naming *naming, guint32 topic, const char *name);
gboolean rhumb_naming_is_apart (const Naming *naming, guint32 topic, const char *name);
void rhumb_naming_take (Naming *naming, guint32 topic, const char *name, guint32 concept);
void rhumb_naming_take_title (Naming *naming, const char *title);
void rhumb_naming_add_parts (Naming *naming, const guint32 *topic);

G_END_DECLS
