/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The longest whole number, its sign and the end. */
#define DIGITS_ROOM 24

const char *digits_of_integer (char room[DIGITS_ROOM], gint64 value);
void digits_append (GString *text, double value);
void digits_append_grouped (GString *text, guint64 value);

G_END_DECLS
