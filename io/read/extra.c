/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * What a record has beyond the schema, kept as a JSON object in the order of adding. Written as
 * text at once: most records have some such fields, and a tree of values for each would cost more
 * than reading them.
 * Source: RFC 8259. Cost: linear.
 */
#include "io/read/extra.h"

#include "io/escape.h"

static const char *const schema[] = {
    "id",         "title", "abstract", "year",       "date",        "venue",    "authors",
    "keywords",   "doi",   "url",      "references", "cited_by",    "language", "type",
    "volume",     "issue", "pages",    "issn",       "venue_short", "ids",      "reference_count",
    "keyphrases", NULL,
};

struct _RhumbExtra {
    GString *object;
    gboolean is_closed;
};

/* rhumb_extra_new: makes an empty object. */
RhumbExtra *
rhumb_extra_new (void)
{
    RhumbExtra *extra = g_new0 (RhumbExtra, 1);
    extra->object = g_string_new ("{");
    return extra;
}

/* rhumb_extra_free: frees @extra. */
void
rhumb_extra_free (RhumbExtra *extra)
{
    g_string_free (extra->object, TRUE);
    g_free (extra);
}

/* rhumb_extra_clear: empties @extra for the next record. */
void
rhumb_extra_clear (RhumbExtra *extra)
{
    g_string_assign (extra->object, "{");
    extra->is_closed = FALSE;
}

/* rhumb_extra_is_of_schema: whether a field of that name has its own place in JSON Lines. */
gboolean
rhumb_extra_is_of_schema (const char *name)
{
    for (gsize i = 0; schema[i] != NULL; i++)
        if (schema[i][0] == name[0] && g_str_equal (schema[i], name))
            return TRUE;
    return FALSE;
}

/* A field of the schema has its own place in JSON Lines: one of the source that is only called
 * like it gets another name, or writing and reading would take it for that. */
static void
add_name (RhumbExtra *extra, const char *name)
{
    if (extra->object->len > 1)
        g_string_append_c (extra->object, ',');
    g_autofree char *other =
        rhumb_extra_is_of_schema (name) ? g_strconcat (name, " field", NULL) : NULL;
    rhumb_escape_json (extra->object, other != NULL ? other : name);
    g_string_append_c (extra->object, ':');
}

/* Adds a text. @extra: an object; @name: a name that it does not have yet; @text (or %NULL): any
 * bytes; nothing is added without text. */
void
rhumb_extra_add_text (RhumbExtra *extra, const char *name, const char *text)
{
    if (text == NULL || *text == '\0')
        return;
    add_name (extra, name);
    rhumb_escape_json (extra->object, text);
}

/* Adds a list of texts. @extra: an object; @name: a name that it does not have yet; @texts: any
 * bytes; @n_texts: how many; nothing is added if there are none. */
void
rhumb_extra_add_texts (RhumbExtra *extra, const char *name, const char *const *texts, gsize n_texts)
{
    if (n_texts == 0)
        return;
    add_name (extra, name);
    for (gsize i = 0; i < n_texts; i++) {
        g_string_append_c (extra->object, i == 0 ? '[' : ',');
        rhumb_escape_json (extra->object, texts[i]);
    }
    g_string_append_c (extra->object, ']');
}

/* Adds a value that is JSON already. @extra: an object; @name: a name that it does not have yet;
 * @json: a JSON value; @length: its bytes. */
void
rhumb_extra_add_json (RhumbExtra *extra, const char *name, const char *json, gsize length)
{
    add_name (extra, name);
    g_string_append_len (extra->object, json, (gssize)length);
}

/* Gets the object. @extra: an object to which nothing more is added before it is cleared. Returns
 * JSON, %NULL if nothing was added. */
const char *
rhumb_extra_get (RhumbExtra *extra)
{
    if (extra->object->len == 1)
        return NULL;
    if (!extra->is_closed)
        g_string_append_c (extra->object, '}');
    extra->is_closed = TRUE;
    return extra->object->str;
}
