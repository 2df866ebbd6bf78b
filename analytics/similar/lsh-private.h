/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "analytics/similar/lsh.h"

G_BEGIN_DECLS

/* A bucket holds two or more sets that agree in a band. */
struct _RhumbLsh {
    guint32 n_sets;
    guint n_kept;
    guint8 *signature; /* n_kept bytes of each set */
    guint32 n_buckets;
    guint32 *bucket_start; /* n_buckets + 1 offsets into … */
    guint32 *member;       /* sets of a bucket, ascending */
    guint32 *set_start;    /* n_sets + 1 offsets into … */
    guint32 *bucket;       /* buckets of a set, ascending */
};

G_END_DECLS
