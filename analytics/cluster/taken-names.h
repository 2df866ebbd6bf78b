/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Private to cluster. Names that are taken, in groups of siblings. Names come padded: one space
 * between words and around them. */
typedef struct {
    GHashTable *names;   /* all of them */
    GHashTable *members; /* by group: those that others of the group must not contain */
    GHashTable *phrases; /* by group: what those contain, themselves too */
} TakenNames;

void rhumb_taken_names_init (TakenNames *taken);
void rhumb_taken_names_clear (TakenNames *taken);
void rhumb_taken_names_add (TakenNames *taken, guint32 group, const char *name);
void rhumb_taken_names_add_title (TakenNames *taken, const char *title);
gboolean rhumb_taken_names_has (const TakenNames *taken, const char *name);
gboolean rhumb_taken_names_is_apart (const TakenNames *taken, guint32 group, const char *name);

G_END_DECLS
