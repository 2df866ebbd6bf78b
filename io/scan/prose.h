/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The shape of a piece of text, in numbers. */
typedef struct {
    gsize n_chars;
    guint n_words;
    guint n_long_words;   /* of four letters or more */
    guint n_long_capital; /* of these, with a first letter that is not lower case */
    guint n_sentence_ends;
    gboolean ends_sentence;
    gboolean ends_exclaiming;
    gboolean ends_open; /* with a comma, colon, hyphen or a word that needs another */
} RhumbProse;

/* What a paragraph of a page is, by its shape alone. */
typedef enum {
    RHUMB_SHAPE_FURNITURE,
    RHUMB_SHAPE_TITLE,
    RHUMB_SHAPE_SENTENCE,
    RHUMB_SHAPE_TEXT,
} RhumbShape;

RhumbProse rhumb_prose_measure (const char *text);
RhumbShape rhumb_prose_tell_shape (const char *text, const char **reason);
gboolean rhumb_prose_is_name (const char *text);
gboolean rhumb_prose_is_name_list (const char *text);
gboolean rhumb_prose_is_title_alone (const char *text, gboolean between_papers);

G_END_DECLS
