/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Lists of texts as JSON arrays, in the columns of a library.
 *
 * Written here is the plainest form: no blanks, and only quotation marks, backslashes and control
 * characters escaped. That form is read in one pass; anything else that is JSON, such as what a
 * user's own script put there, by jansson.
 * Source: RFC 8259. Cost: linear.
 */
#include "io/library/json-texts.h"

#include <jansson.h>
#include <string.h>

struct _RhumbJsonTexts {
    GStringChunk *strings;
};

/*
 * rhumb_json_texts_append:
 * @json: what is written so far
 * @texts: (array length=n_texts): texts in UTF-8
 * @n_texts: how many
 *
 * Appends an array of texts.
 */
void
rhumb_json_texts_append (GString *json, const char *const *texts, guint n_texts)
{
    g_string_append_c (json, '[');
    for (guint i = 0; i < n_texts; i++) {
        g_string_append (json, i > 0 ? ",\"" : "\"");
        const char *plain = texts[i];
        for (const char *p = plain;; p++) {
            const guint8 byte = (guint8)*p;
            if (byte >= 0x20 && byte != '"' && byte != '\\')
                continue;
            g_string_append_len (json, plain, p - plain);
            plain = p + 1;
            if (byte == '\0')
                break;
            if (byte < 0x20)
                g_string_append_printf (json, "\\u%04x", byte);
            else
                g_string_append_printf (json, "\\%c", byte);
        }
        g_string_append_c (json, '"');
    }
    g_string_append_c (json, ']');
}

/* rhumb_json_texts_new: makes room for texts. */
RhumbJsonTexts *
rhumb_json_texts_new (void)
{
    RhumbJsonTexts *texts = g_new0 (RhumbJsonTexts, 1);
    texts->strings = g_string_chunk_new (1 << 14);
    return texts;
}

/* rhumb_json_texts_free: frees @texts with what was parsed. */
void
rhumb_json_texts_free (RhumbJsonTexts *texts)
{
    g_string_chunk_free (texts->strings);
    g_free (texts);
}

/* rhumb_json_texts_clear: forgets what was parsed. */
void
rhumb_json_texts_clear (RhumbJsonTexts *texts)
{
    g_string_chunk_clear (texts->strings);
}

static gboolean
parse_any (RhumbJsonTexts *texts, const char *json, GPtrArray *list)
{
    json_t *array = json_loads (json, 0, NULL);
    gboolean ok = json_is_array (array);
    for (gsize i = 0; ok && i < json_array_size (array); i++) {
        const char *text = json_string_value (json_array_get (array, i));
        ok = text != NULL;
        if (ok)
            g_ptr_array_add (list, g_string_chunk_insert (texts->strings, text));
    }
    json_decref (array);
    return ok;
}

/* Reads one text from behind its quotation mark into the same place; gives what follows it, or
 * NULL if it is not in the plain form. */
static char *
parse_text (char *from)
{
    char *to = from;
    while (*from != '"') {
        if (*from == '\\' && (from[1] == '"' || from[1] == '\\'))
            from++;
        else if ((guint8)*from < 0x20 || *from == '\\')
            return NULL;
        *to++ = *from++;
    }
    *to = '\0';
    return from + 1;
}

/*
 * rhumb_json_texts_parse:
 * @texts: where the texts live until they are cleared
 * @json: a column's value
 * @list: (element-type utf8): the texts are appended
 *
 * Reads an array of texts.
 *
 * Returns: %FALSE if @json is something else; @list may then have grown
 */
gboolean
rhumb_json_texts_parse (RhumbJsonTexts *texts, const char *json, GPtrArray *list)
{
    const guint n_before = list->len;
    char *p = g_string_chunk_insert (texts->strings, json);
    if (strcmp (p, "[]") == 0)
        return TRUE;
    for (char before = '['; p != NULL && *p == before && p[1] == '"'; before = ',') {
        g_ptr_array_add (list, p + 2);
        p = parse_text (p + 2);
        if (p != NULL && p[0] == ']' && p[1] == '\0')
            return TRUE;
    }
    g_ptr_array_set_size (list, (int)n_before);
    return parse_any (texts, json, list);
}
