/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What may mean something to TeX in a field: text without any of them is plain. */
#define RHUMB_LATEX_SPECIAL "\\{}$~-`'"

/* How much of a text is meant for TeX. */
typedef enum {
    RHUMB_LATEX_FIELD, /* a field of BibTeX: braces protect, ~ is a blank, -- a dash */
    RHUMB_LATEX_PROSE, /* plain text in which some commands were left behind */
} RhumbLatexMode;

char *rhumb_latex_decode (const char *text, RhumbLatexMode mode);

G_END_DECLS
