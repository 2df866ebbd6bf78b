/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Writes a map as an interactive page: one file that needs no network.
 *
 * Template, style and script are files of io/html/, built into the library; the parts of the script
 * are joined in the order of their names. The map is JSON in a data block, deflated and in base64,
 * which the browser inflates itself: of a map of 50,000 papers that leaves a third. The page's
 * content security policy allows the one script and the one style by their SHA-256 and nothing
 * else, so words that slipped through as markup could still do nothing.
 */
#include "io/formats.h"

#include <string.h>

#include "io/escape.h"
#include "io/write/html-data.h"

#define FOLDER "/org/rhumb/page/"
#define DEFLATE_LEVEL 6

static GBytes *
look_up (const char *name)
{
    g_autofree char *path = g_strconcat (FOLDER, name, NULL);
    g_autoptr (GError) error = NULL;
    GBytes *bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
    if (bytes == NULL)
        g_error ("%s", error->message); /* the library was built without a part of itself */
    return bytes;
}

static void
append_resource (GString *out, const char *name)
{
    g_autoptr (GBytes) bytes = look_up (name);
    gsize length;
    const char *text = g_bytes_get_data (bytes, &length);
    g_string_append_len (out, text, (gssize)length);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
    return strcmp (*(char *const *)a, *(char *const *)b);
}

static GString *
join_script (void)
{
    GString *script = g_string_new ("(async () => {\n\"use strict\";\n");
    g_auto (GStrv) parts =
        g_resources_enumerate_children (FOLDER "script", G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
    const guint n_parts = parts != NULL ? g_strv_length (parts) : 0;
    if (n_parts > 0)
        qsort (parts, n_parts, sizeof *parts, compare_names);
    for (guint i = 0; i < n_parts; i++) {
        g_autofree char *name = g_strconcat ("script/", parts[i], NULL);
        append_resource (script, name);
    }
    return g_string_append (script, "})();\n");
}

/* The source expression of a content security policy that allows just this text. */
static char *
hash_source (const GString *text)
{
    g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
    g_checksum_update (checksum, (const guchar *)text->str, (gssize)text->len);
    guint8 digest[32];
    gsize length = sizeof digest;
    g_checksum_get_digest (checksum, digest, &length);
    g_autofree char *base64 = g_base64_encode (digest, length);
    return g_strconcat ("sha256-", base64, NULL);
}

/* Raw deflate (RFC 1951) in base64; the level is fixed, so that the same map gives the same bytes.
 */
static char *
pack (const GString *text, GError **error)
{
    g_autoptr (GConverter) deflate =
        G_CONVERTER (g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_RAW, DEFLATE_LEVEL));
    g_autoptr (GOutputStream) bytes = g_memory_output_stream_new_resizable ();
    g_autoptr (GOutputStream) stream = g_converter_output_stream_new (bytes, deflate);
    if (!g_output_stream_write_all (stream, text->str, text->len, NULL, NULL, error) ||
        !g_output_stream_close (stream, NULL, error))
        return NULL;
    return g_base64_encode (g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (bytes)),
                            g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (bytes)));
}

static void
append_value (GString *page, const RhumbMap *map, const char *data, const char *marker,
              gsize length)
{
    g_autoptr (GString) script = join_script ();
    g_autoptr (GString) style = g_string_new (NULL);
    append_resource (style, "page.css");
    const char *const names[] = {"@SCRIPT_HASH@", "@STYLE_HASH@", "@TITLE@",
                                 "@STYLE@",       "@DATA@",       "@SCRIPT@"};
    guint which = 0;
    while (which < G_N_ELEMENTS (names) &&
           (strlen (names[which]) != length || strncmp (names[which], marker, length) != 0))
        which++;
    g_autofree char *hash = which < 2 ? hash_source (which == 0 ? script : style) : NULL;
    const char *title = rhumb_map_get_title (map);
    switch (which) {
    case 0:
    case 1:
        g_string_append (page, hash);
        break;
    case 2:
        rhumb_escape_xml (page, title != NULL ? title : "");
        break;
    case 3:
        g_string_append_len (page, style->str, (gssize)style->len);
        break;
    case 4:
        g_string_append (page, data);
        break;
    case 5:
        g_string_append_len (page, script->str, (gssize)script->len);
        break;
    default:
        g_assert_not_reached ();
    }
}

/* The template with each @NAME@ replaced; what replaces it is not looked at again. */
static GString *
fill_template (const RhumbMap *map, const char *data)
{
    g_autoptr (GBytes) bytes = look_up ("page.html");
    g_autofree char *template =
        g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
    GString *page = g_string_new (NULL);
    const char *rest = template;
    for (const char *at; (at = strchr (rest, '@')) != NULL;) {
        const char *end = strchr (at + 1, '@');
        g_assert (end != NULL);
        g_string_append_len (page, rest, at - rest);
        append_value (page, map, data, at, (gsize)(end + 1 - at));
        rest = end + 1;
    }
    return g_string_append (page, rest);
}

static gboolean
write_html (const RhumbMap *map, GOutputStream *stream, GError **error)
{
    g_autoptr (GString) json = g_string_new (NULL);
    rhumb_html_append_data (json, map);
    g_autofree char *data = pack (json, error);
    if (data == NULL)
        return FALSE;
    g_autoptr (GString) page = fill_template (map, data);
    return g_output_stream_write_all (stream, page->str, page->len, NULL, NULL, error);
}

static const char *const suffixes[] = {"html", "htm", NULL};

const RhumbFormat rhumb_format_html = {
    .name = "html",
    .suffixes = suffixes,
    .summary = "interactive map: one page that works offline (HTML)",
    .write_map = write_html,
};
