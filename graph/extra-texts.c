/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Texts of one field of a paper's extra, which is one JSON object (RFC 8259). Only strings and
 * lists of strings are understood; everything else is stepped over. Cost: linear in the text.
 */
#include "graph/extra-texts.h"

#include <string.h>

static const char *
skip_spaces (const char *p)
{
    return p + strspn (p, " \t\r\n");
}

/* Steps over a string that begins at @p with its quote; NULL if it does not end. */
static const char *
skip_string (const char *p)
{
    for (p++; *p != '\0' && *p != '"'; p++) {
        if (*p == '\\' && p[1] != '\0')
            p++;
    }
    return *p == '"' ? p + 1 : NULL;
}

/* Steps over any value, to the comma or bracket behind it; NULL if it does not end. */
static const char *
skip_value (const char *p)
{
    guint depth = 0;
    while (p != NULL && *p != '\0') {
        if (depth == 0 && (*p == ',' || *p == '}' || *p == ']'))
            return p;
        if (*p == '"') {
            p = skip_string (p);
            continue;
        }
        if (*p == '[' || *p == '{')
            depth++;
        else if (*p == ']' || *p == '}')
            depth--;
        p++;
    }
    return NULL;
}

static char *
decode (const char *p, const char *end)
{
    GString *text = g_string_new (NULL);
    for (; p < end; p++) {
        if (*p != '\\') {
            g_string_append_c (text, *p);
            continue;
        }
        p++;
        if (*p == 'u' && end - p > 4) {
            g_autofree char *digits = g_strndup (p + 1, 4);
            const gunichar c = (gunichar)g_ascii_strtoull (digits, NULL, 16);
            g_string_append_unichar (text, g_unichar_validate (c) && c != 0 ? c : ' ');
            p += 4;
        } else {
            g_string_append_c (text, strchr ("bfnrt", *p) != NULL ? ' ' : *p);
        }
    }
    return g_string_free (text, FALSE);
}

/* Adds the strings of a value. */
static void
add_texts (GPtrArray *texts, const char *p)
{
    const gboolean is_list = *p == '[';
    p = is_list ? skip_spaces (p + 1) : p;
    while (p != NULL && *p == '"') {
        const char *end = skip_string (p);
        if (end == NULL)
            return;
        g_ptr_array_add (texts, decode (p + 1, end - 1));
        p = skip_spaces (end);
        p = is_list && *p == ',' ? skip_spaces (p + 1) : NULL;
    }
}

/* Goes to the next field of an object. @at (or %NULL): an object, or the end of one of its fields;
 * @member (out): where the next field stands; its end is %NULL if the object is broken there.
 * Returns %FALSE if there is none. */
gboolean
rhumb_extra_next_member (const char *at, RhumbExtraMember *member)
{
    const char *p = at != NULL ? skip_spaces (at) : "";
    if (*p != '{' && *p != ',')
        return FALSE;
    member->name = skip_spaces (p + 1);
    member->name_end = *member->name == '"' ? skip_string (member->name) : NULL;
    if (member->name_end == NULL)
        return FALSE;
    p = skip_spaces (member->name_end);
    if (*p != ':')
        return FALSE;
    member->value = skip_spaces (p + 1);
    member->end = skip_value (member->value);
    return TRUE;
}

/* rhumb_extra_find_member: finds the field @name of the object @extra. Returns whether it is there.
 */
gboolean
rhumb_extra_find_member (const char *extra, const char *name, RhumbExtraMember *member)
{
    for (const char *at = extra; rhumb_extra_next_member (at, member); at = member->end) {
        g_autofree char *found = decode (member->name + 1, member->name_end - 1);
        if (g_str_equal (found, name))
            return TRUE;
    }
    return FALSE;
}

static void
append_text (GString *json, const char *text)
{
    g_string_append_c (json, '"');
    for (const char *p = text; *p != '\0'; p++) {
        if ((guchar)*p < ' ') {
            g_string_append_printf (json, "\\u%04x", (guint)(guchar)*p);
            continue;
        }
        if (*p == '"' || *p == '\\')
            g_string_append_c (json, '\\');
        g_string_append_c (json, *p);
    }
    g_string_append_c (json, '"');
}

/* Adds a field behind the others. @extra: a JSON object, %NULL = one without fields; @name: name of
 * a field; @text: UTF-8. Returns the new object; %NULL if the field is there already, or if the
 * object is broken. */
char *
rhumb_extra_add_member (const char *extra, const char *name, const char *text)
{
    RhumbExtraMember member;
    const char *close = extra != NULL ? strrchr (extra, '}') : NULL;
    if ((extra != NULL && close == NULL) || rhumb_extra_find_member (extra, name, &member))
        return NULL;
    g_autoptr (GString) json = g_string_new (NULL);
    g_string_append_len (json, extra != NULL ? extra : "{", extra != NULL ? close - extra : 1);
    const gboolean is_empty = extra == NULL || !rhumb_extra_next_member (extra, &member);
    g_string_append (json, is_empty ? "" : ",");
    append_text (json, name);
    g_string_append_c (json, ':');
    append_text (json, text);
    g_string_append_c (json, '}');
    return g_strdup (json->str);
}

/* The text or texts of a field of a JSON object, none if it has no such field. */
GPtrArray *
rhumb_extra_find_texts (const char *extra, const char *name)
{
    GPtrArray *texts = g_ptr_array_new_with_free_func (g_free);
    RhumbExtraMember member;
    if (rhumb_extra_find_member (extra, name, &member))
        add_texts (texts, member.value);
    return texts;
}
