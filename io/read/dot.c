/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * DOT, the language of Graphviz: networks are read and written, maps are written.
 *
 * cgraph reads the text, which is therefore held as a whole (limit 1 GiB); of several graphs the
 * first counts. A map is written completely placed: `neato -n2 -Tsvg map.dot` draws the same
 * picture as our SVG, except the halo around words and the spacing of letters, which DOT cannot
 * say.
 * Source: the grammar at graphviz.org/doc/info/lang.html. Cost: linear.
 */
#include "io/formats.h"

#include <string.h>

#include "io/graphviz-door.h"
#include "io/scan/input.h"
#include "io/write/dot.h"

#define TEXT_LIMIT ((gsize)1 << 30)

static gboolean
tell (RhumbCorpusBuilder *builder, guint64 n, const char *what, const char *why, GError **error)
{
    if (n == 0)
        return TRUE;
    g_autofree char *found = g_strdup_printf ("%" G_GUINT64_FORMAT " %s", n, what);
    return rhumb_corpus_builder_report (builder, RHUMB_EVENT_NOTE, 0, found, why, error);
}

static gboolean
read_dot (RhumbInput *input, RhumbAttributedNetwork *network, RhumbCorpusBuilder *builder,
          GError **error)
{
    g_autoptr (GString) text = rhumb_input_read_all (input, TEXT_LIMIT, error);
    if (text == NULL)
        return FALSE;
    g_autoptr (RhumbNetworkDraft) draft = rhumb_network_draft_new ();
    RhumbGraphvizCounts counts;
    g_autofree char *title =
        rhumb_graphviz_parse (text->str, text->len, input, draft, &counts, error);
    if (title == NULL)
        return FALSE;
    if (*title != '\0')
        rhumb_attributed_network_set_title (network, title);
    return rhumb_network_draft_fill (draft, network, builder, error) &&
           tell (builder, counts.n_graphs - 1, "graphs behind the first", "left out", error) &&
           tell (builder, counts.n_subgraphs, "subgraphs that are no clusters",
                 "their nodes and edges are kept, the subgraphs are not", error) &&
           tell (builder, counts.n_too_deep, "subgraphs deeper than 64 levels", "left out", error);
}

/* Behind comments, "strict" or nothing: "graph" or "digraph", perhaps a name, and a brace. */
static guint
sniff (const char *head, gsize length)
{
    g_autofree char *text = g_strndup (head, MIN (length, 8192));
    const char *p = text;
    for (;;) {
        p += strspn (p, " \t\r\n");
        const char *end = NULL;
        if (g_str_has_prefix (p, "/*"))
            end = strstr (p, "*/");
        else if (g_str_has_prefix (p, "//") || *p == '#')
            end = strpbrk (p, "\r\n");
        else
            break;
        if (end == NULL)
            return 0;
        p = end + (*end == '*' ? 2 : 1);
    }
    g_autofree char *start = g_ascii_strdown (p, 200);
    const char *word = start;
    if (g_str_has_prefix (word, "strict"))
        word += 6 + strspn (word + 6, " \t\r\n");
    const gsize skip = g_str_has_prefix (word, "digraph") ? 7
                       : g_str_has_prefix (word, "graph") ? 5
                                                          : 0;
    if (skip == 0)
        return 0;
    word += skip + strspn (word + skip, " \t\r\n");
    const char *brace = strchr (word, '{');
    const char *other = strpbrk (word, "[=;");
    return brace != NULL && (other == NULL || other > brace || *word == '"') ? 95 : 0;
}

static const char *const suffixes[] = {"dot", "gv", NULL};

const RhumbFormat rhumb_format_dot = {
    .name = "dot",
    .suffixes = suffixes,
    .summary = "Graphviz: networks, and maps that neato -n2 draws as they are placed",
    .sniff = sniff,
    .read_network = read_dot,
    .write_map = rhumb_dot_write_map,
    .write_network = rhumb_dot_write_network,
};
