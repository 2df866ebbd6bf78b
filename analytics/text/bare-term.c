/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * What is left of a term without a last word that says only by which means: "MoE models" says no
 * more than "MoE", "dynamic programming algorithm" no more than "dynamic programming", if what is
 * left is known as a phrase that needs no word behind it, or as a short form. And what is said in
 * two ways though no rule of spelling tells: "topic modeling" is done with topic models. Cost: a
 * few look-ups a term.
 */
#include "analytics/text/bare-term.h"

#include <string.h>

#include "analytics/text/generic.h"

/* Whether the end of a key is the key of a short form's expansion. */
static gboolean
ends_with_acronym (const RhumbStrings *keys, const GArray *terms, const char *key, gsize length)
{
    for (gsize i = 0; i < length; i++) {
        const guint32 t = rhumb_strings_find (keys, key + i, length - i);
        if (t != RHUMB_NO_STRING && g_array_index (terms, RhumbTerm, t).is_acronym)
            return TRUE;
    }
    return FALSE;
}

/* "Navigable small world graphs" are NSW: what has a short form needs no word for its shape. Of
 * others "graph" is a part: "control flow" is no graph. Returns the length of what is left. */
static gsize
cut_graph (const RhumbStrings *keys, const GArray *terms, const char *key)
{
    const gsize length = strlen (key);
    if (!g_str_has_suffix (key, "graph"))
        return length;
    const gsize rest = length - strlen ("graph");
    return ends_with_acronym (keys, terms, key, rest) ? rest : length;
}

/* The term that says as much as term @t in fewer words; RHUMB_NO_STRING if there is none, or the
 * source gave @t. @keys: of the terms. @terms: of RhumbTerm. */
guint32
rhumb_find_bare_term (const RhumbStrings *keys, const GArray *terms, guint32 t)
{
    const char *key = rhumb_strings_get (keys, t);
    const gsize general = rhumb_cut_general_head (key);
    const gboolean is_graph = key[general] == '\0';
    const gsize length = is_graph ? cut_graph (keys, terms, key) : general;
    if (g_array_index (terms, RhumbTerm, t).is_given || key[length] == '\0')
        return RHUMB_NO_STRING;
    const guint32 bare = rhumb_strings_find (keys, key, length);
    if (bare == RHUMB_NO_STRING)
        return bare;
    const RhumbTerm *term = &g_array_index (terms, RhumbTerm, bare);
    return is_graph || term->ends_chunk || term->is_acronym ? bare : RHUMB_NO_STRING;
}

/* The term that says the same as term @t in other words: of "topic modeling" that is "topic model",
 * of "bibliometrics" "bibliometric analysis". RHUMB_NO_STRING if there is none. */
guint32
rhumb_find_twin_term (const RhumbStrings *keys, guint32 t)
{
    const char *key = rhumb_strings_get (keys, t);
    if (g_str_has_suffix (key, "modeling") && !g_str_equal (key, "modeling"))
        return rhumb_strings_find (keys, key, strlen (key) - strlen ("ing"));
    if (!g_str_has_suffix (key, "metric"))
        return RHUMB_NO_STRING;
    g_autofree char *analysis = g_strconcat (key, "analysis", NULL);
    return rhumb_strings_find (keys, analysis, strlen (analysis));
}
