/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a word is by its letters alone; one bit each. The first eight are of that one word. */
typedef enum {
    RHUMB_FORM_OF = 1 << 0,
    RHUMB_FORM_TO = 1 << 1,
    RHUMB_FORM_BASED = 1 << 2,
    RHUMB_FORM_AND = 1 << 3,
    RHUMB_FORM_OR = 1 << 4,
    RHUMB_FORM_THE = 1 << 5,
    RHUMB_FORM_COLON = 1 << 6,
    RHUMB_FORM_COMMA = 1 << 7,
    RHUMB_FORM_COUNT = 1 << 8,         /* a number with or without what it counts */
    RHUMB_FORM_FINITE_VERB = 1 << 9,   /* a verb of the third person */
    RHUMB_FORM_ATES = 1 << 10,         /* ends so: a verb, if it begins a phrase */
    RHUMB_FORM_MODIFIER = 1 << 11,     /* says what kind something is, not what it is */
    RHUMB_FORM_PREFIX = 1 << 12,       /* makes such a modifier of the next word */
    RHUMB_FORM_ACTION = 1 << 13,       /* has the ending of a noun of action or quality */
    RHUMB_FORM_TORN = 1 << 14,         /* second word of a Latin pair */
    RHUMB_FORM_POSSESSIVE = 1 << 15,   /* ends with 's */
    RHUMB_FORM_TIED_ARTICLE = 1 << 16, /* begins with d' */
    RHUMB_FORM_NOUN_TOO = 1 << 17,     /* a noun as often as a verb: "crop yield" */
    RHUMB_FORM_PLURAL = 1 << 18,       /* has the ending of one */
    RHUMB_FORM_ADJECTIVE = 1 << 19,    /* is, or has behind its last hyphen, no noun for sure */
    RHUMB_FORM_TYING = 1 << 20,        /* a verb that ties nouns: "patients receiving placebo" */
} RhumbForm;

guint32 rhumb_find_forms (const char *word, guint32 length, guint32 n_chars);

G_END_DECLS
