/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "analytics/text/language.h"

G_BEGIN_DECLS

/* The words of grammar and of academic phrasing, in small letters; immutable. */
typedef struct _RhumbClosedClass RhumbClosedClass;

/* What a word is to the reader of phrases. */
typedef struct {
    char tag;              /* letter of its class as in tags.h, 0 = it belongs to none */
    guint8 is_break : 1;   /* no phrase runs across it */
    guint8 is_edge : 1;    /* a poor first or last word of a phrase */
    guint8 is_generic : 1; /* names nothing in particular in any field of research */
    guint8 is_opening : 1; /* a word of degree or an action that no concept begins with */
    guint8 is_degree : 1;  /* an adjective that begins concepts and chance phrases alike */
    guint8 is_naming : 1;  /* begins some names for all that: "multiple sclerosis" */
} RhumbWordRole;

RhumbClosedClass *rhumb_closed_class_new (void);
RhumbClosedClass *rhumb_closed_class_new_for (RhumbLanguage language);
void rhumb_closed_class_free (RhumbClosedClass *closed);
RhumbWordRole rhumb_closed_class_find (const RhumbClosedClass *closed, const char *word,
                                       gsize length);

gboolean rhumb_closed_class_is_english (const RhumbClosedClass *closed);
gboolean rhumb_closed_class_capitalises_nouns (const RhumbClosedClass *closed);
const char *rhumb_closed_class_get_stemmer (const RhumbClosedClass *closed);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RhumbClosedClass, rhumb_closed_class_free)

G_END_DECLS
