/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define RHUMB_NO_STRING G_MAXUINT32

/* A piece of text: @length bytes. */
typedef struct {
    const char *text;
    gsize length;
} RhumbSlice;

/* Distinct strings numbered 0, 1, 2 … in the order in which they first came. */
typedef struct _RhumbStrings RhumbStrings;

RhumbStrings *rhumb_strings_new (void);
void rhumb_strings_free (RhumbStrings *strings);
guint32 rhumb_strings_add (RhumbStrings *strings, const char *bytes, gsize length);
guint32 rhumb_strings_find (const RhumbStrings *strings, const char *bytes, gsize length);
void rhumb_strings_add_all (RhumbStrings *strings, const RhumbSlice *slice, guint32 n,
                            guint32 *number);
void rhumb_strings_find_all (const RhumbStrings *strings, const RhumbSlice *slice, guint32 n,
                             guint32 *number);
const char *rhumb_strings_get (const RhumbStrings *strings, guint32 number);
guint32 rhumb_strings_get_length (const RhumbStrings *strings, guint32 number);
guint32 rhumb_strings_get_n (const RhumbStrings *strings);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RhumbStrings, rhumb_strings_free)

G_END_DECLS
