/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "analytics/text/token-readers.h"

G_BEGIN_DECLS

/* The names that papers of a corpus gave to what they made, numbered. */
typedef struct {
    RhumbStrings *text;
    GArray *owner;            /* of guint32, one a name: the paper, RHUMB_NONE = nobody's */
    RhumbStrings *first_word; /* of names that have an owner */
    RhumbStrings *small;      /* small letters of those that look like words … */
    GArray *of_small;         /* … and of guint32: the name of each */
} RhumbKnownNames;

RhumbKnownNames *rhumb_known_names_new (RhumbTokenReaders *readers);
void rhumb_known_names_free (RhumbKnownNames *names);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RhumbKnownNames, rhumb_known_names_free)

G_END_DECLS
