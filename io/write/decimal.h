/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Room for any real number as a text. */
#define RHUMB_REAL_ROOM G_ASCII_DTOSTR_BUF_SIZE

void rhumb_append_decimal (GString *out, double value, guint n_digits);
const char *rhumb_format_real (char *room, double value);

G_END_DECLS
