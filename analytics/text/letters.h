/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean rhumb_letter_is_alnum (gunichar c);
gboolean rhumb_letter_is_alpha (gunichar c);
gboolean rhumb_letter_is_digit (gunichar c);
gboolean rhumb_letter_is_upper (gunichar c);
gboolean rhumb_letter_is_space (gunichar c);
gunichar rhumb_letter_to_lower (gunichar c);
char *rhumb_letters_to_lower (const char *text, gsize length, gsize *lower_length);

G_END_DECLS
