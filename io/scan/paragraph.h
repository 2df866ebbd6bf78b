/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "io/scan/input.h"

G_BEGIN_DECLS

/* Reads paragraphs: lines joined where only the width of the page divided them. */
typedef struct _RhumbParagraphs RhumbParagraphs;

RhumbParagraphs *rhumb_paragraphs_new (RhumbInput *input);
void rhumb_paragraphs_free (RhumbParagraphs *paragraphs);
gboolean rhumb_paragraphs_next (RhumbParagraphs *paragraphs, char **text, guint64 *line,
                                GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RhumbParagraphs, rhumb_paragraphs_free)

G_END_DECLS
