/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a cited-reference string tells of the paper; texts are parts of it or folded copies. */
typedef struct {
    char *family; /* folded last word of the first author's family name, "" = unknown */
    int year;     /* 0 = unknown */
    char *volume; /* "" = unknown */
    char *page;   /* first page, "" = unknown */
} RhumbCitedReference;

void rhumb_cited_reference_parse (RhumbCitedReference *reference, const char *text);
void rhumb_cited_reference_clear (RhumbCitedReference *reference);
char *rhumb_cited_reference_fold_family (const char *name);
char *rhumb_cited_reference_first_page (const char *pages);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (RhumbCitedReference, rhumb_cited_reference_clear)

G_END_DECLS
