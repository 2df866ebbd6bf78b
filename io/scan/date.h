/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What is known of a date; 0 = unknown. */
typedef struct {
    int year;
    int month;
    int day;
    int last_month;    /* of a span of months within the year */
    gboolean is_whole; /* whether this is all that the text says */
} RhumbDate;

RhumbDate rhumb_date_parse (const char *text);
gboolean rhumb_date_is_iso (const char *text);
char *rhumb_date_format_iso (const RhumbDate *date);

G_END_DECLS
