/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * What a paper has beyond the usual fields, as far as RIS has tags for it.
 *
 * Addresses go to AD and names of institutions to C3, which is where the reader finds them; subject
 * headings and index terms are keywords; publisher, place, editors and notes have tags of their
 * own, and what Scopus puts into a note goes there with its name. A field that came from RIS goes
 * back under its tag. What is left has no place; its name is told.
 * Source: RIS Format Specifications, Research Information Systems, 2011; files of Scopus, Web of
 * Science, Zotero and EndNote for the custom tags.
 * Cost: linear, and fields times known names.
 */
#include "io/write/ris-extra.h"

#include <jansson.h>
#include <string.h>

typedef struct {
    GString *out;
    gboolean is_ris;
    RhumbRisAdd add;
    const char *addresses; /* name of the field that holds them, NULL = none */
    GHashTable *keywords;  /* folded, so that each is written once */
} Writer;

/* Fields with addresses, the first that a paper has is written: the same as for its countries. */
static const char *const address_fields[] = {
    "affiliations", "Affiliations", "affiliation", "C1", "c1", "AD", "Author Affiliations", NULL};

static const char *const keyword_fields[] = {"keywords_plus", "index_keywords", "mesh_terms",
                                             "keywords field", NULL};

static const struct {
    const char *name;
    const char *tag;
    const char *prefix; /* what a note begins with */
} places[] = {
    {"Publisher", "PB", ""},
    {"PU", "PB", ""},
    {"publisher", "PB", ""},
    {"PI", "CY", ""},
    {"place", "CY", ""},
    {"Place", "CY", ""},
    {"address", "CY", ""},
    {"publisher-place", "CY", ""},
    {"CL", "CY", ""},
    {"editor", "ED", ""},
    {"editors", "ED", ""},
    {"Editors", "ED", ""},
    {"BE", "ED", ""},
    {"edition", "ET", ""},
    {"Edition", "ET", ""},
    {"series", "T3", ""},
    {"Series", "T3", ""},
    {"shorttitle", "ST", ""},
    {"Short Title", "ST", ""},
    {"TT", "TT", ""},
    {"chapter", "SE", ""},
    {"EI", "SN", ""},
    {"eissn", "SN", ""},
    {"file", "L1", ""},
    {"citation_key", "ID", ""},
    {"C3", "C3", ""},
    {"c3", "C3", ""},
    {"institutions", "C3", ""},
    {"note", "N1", ""},
    {"Note", "N1", ""},
    {"Notes", "N1", ""},
    {"notes", "N1", ""},
    {"annote", "N1", ""},
    {"Correspondence Address", "N1", "Correspondence Address: "},
    {"RP", "N1", "Correspondence Address: "},
    {"CODEN", "N1", "CODEN: "},
};

static gboolean
is_tag (const char *name)
{
    return g_ascii_isupper (name[0]) && (g_ascii_isupper (name[1]) || g_ascii_isdigit (name[1])) &&
           name[2] == '\0';
}

/* Adds a text, or each text of a list. Returns whether there was any. */
static gboolean
add_texts (const Writer *writer, const char *tag, const char *prefix, const json_t *value)
{
    const gsize n = json_is_array (value) ? json_array_size (value) : 1;
    gboolean any = FALSE;
    for (gsize i = 0; i < n; i++) {
        const char *text =
            json_string_value (json_is_array (value) ? json_array_get (value, i) : value);
        g_autofree char *line = text != NULL ? g_strconcat (prefix, text, NULL) : NULL;
        writer->add (writer->out, tag, line);
        any = any || text != NULL;
    }
    return any;
}

static gboolean
add_keywords (const Writer *writer, const json_t *value)
{
    for (gsize i = 0; json_is_array (value) && i < json_array_size (value); i++) {
        const char *keyword = json_string_value (json_array_get (value, i));
        if (keyword != NULL && g_hash_table_add (writer->keywords, g_utf8_casefold (keyword, -1)))
            writer->add (writer->out, "KW", keyword);
    }
    return json_is_array (value);
}

/* A list of institutions is one field of Web of Science. */
static gboolean
add_institutions (const Writer *writer, const json_t *value)
{
    g_autoptr (GString) names = g_string_new (NULL);
    for (gsize i = 0; i < json_array_size (value); i++) {
        const char *name = json_string_value (json_array_get (value, i));
        if (name != NULL)
            g_string_append_printf (names, "%s%s", names->len > 0 ? "; " : "", name);
    }
    writer->add (writer->out, "C3", names->len > 0 ? names->str : NULL);
    return TRUE;
}

static gboolean
write_known (const Writer *writer, const char *name, const json_t *value)
{
    if (g_str_equal (name, "institutions") && json_is_array (value))
        return add_institutions (writer, value);
    for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
        if (g_str_equal (name, places[i].name))
            return add_texts (writer, places[i].tag, places[i].prefix, value);
    return FALSE;
}

/* Writes a field. Returns whether it has a place. */
static gboolean
write_field (const Writer *writer, const char *name, const json_t *value)
{
    if (writer->is_ris && is_tag (name))
        return add_texts (writer, name, "", value);
    if (writer->addresses != NULL && g_str_equal (name, writer->addresses))
        return add_texts (writer, "AD", "", value);
    /* Where nothing else tells the countries they are addresses of one word. */
    if (g_str_equal (name, "countries") && writer->addresses == NULL)
        return add_texts (writer, "AD", "", value);
    if (g_strv_contains (keyword_fields, name) && json_is_array (value))
        return add_keywords (writer, value);
    return write_known (writer, name, value);
}

static const char *
find_addresses (const json_t *extra)
{
    for (gsize i = 0; address_fields[i] != NULL; i++)
        if (json_object_get (extra, address_fields[i]) != NULL)
            return address_fields[i];
    return NULL;
}

/* Whether a note of RIS tells the count of citations already. */
static gboolean
tells_count (const json_t *note)
{
    g_autofree char *lower =
        json_is_string (note) ? g_ascii_strdown (json_string_value (note), -1) : NULL;
    gboolean found = lower != NULL &&
                     (strstr (lower, "cited by") != NULL || strstr (lower, "times cited") != NULL);
    for (gsize i = 0; !found && json_is_array (note) && i < json_array_size (note); i++)
        found = tells_count (json_array_get (note, i));
    return found;
}

/* Adds the lines of the fields that a paper has beyond the usual ones. @out: where to add; @is_ris:
 * whether its fields are those of RIS; @add: adds a line; @unplaced (or %NULL): set to which names
 * of fields without a place are added. Returns whether one of them tells how often the paper is
 * cited. */
gboolean
rhumb_ris_write_extra (GString *out, const RhumbPaper *paper, gboolean is_ris, RhumbRisAdd add,
                       GHashTable *unplaced)
{
    json_t *extra = paper->extra != NULL ? json_loads (paper->extra, JSON_ALLOW_NUL, NULL) : NULL;
    g_autoptr (GHashTable) keywords = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    for (gsize i = 0; paper->keywords != NULL && paper->keywords[i] != NULL; i++)
        g_hash_table_add (keywords, g_utf8_casefold (paper->keywords[i], -1));
    const Writer writer = {.out = out,
                           .is_ris = is_ris,
                           .add = add,
                           .addresses = find_addresses (extra),
                           .keywords = keywords};
    const gboolean counted = is_ris && tells_count (json_object_get (extra, "N1"));
    const char *name;
    json_t *value;
    json_object_foreach (extra, name, value)
    {
        if (!write_field (&writer, name, value) && unplaced != NULL)
            g_hash_table_add (unplaced, g_strdup (name));
    }
    json_decref (extra);
    return counted;
}
