/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "cli/run.h"

G_BEGIN_DECLS

/* Which papers may be listed, as options say. */
typedef struct {
    int since;  /* 0 = not given */
    int until;  /* 0 = not given */
    char *file; /* of ids; NULL = not given */
} Among;

/* The number of a paper, RHUMB_NONE if there is none. */
typedef guint32 (*FindPaper) (gpointer data, const char *id);
typedef int (*GetYear) (gpointer data, guint32 paper);

gboolean among_check (const Among *among, GError **error);
gboolean among_is_given (const Among *among);
gboolean among_list (const Among *among, const Run *run, guint32 n_papers, FindPaper find,
                     GetYear get_year, gpointer data, guint8 **allowed, GError **error);
void among_clear (Among *among);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Among, among_clear)

G_END_DECLS
