/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Names that papers go by: one spelling for each DOI and arXiv number, however a source writes
 * it. A DOI starts with "10." and a registrant (DOI Handbook, doi:10.1000/182); an arXiv number is
 * "YYMM.NNNNN" or "archive/YYMMNNN", both with an optional version.
 */
#include "graph/identifier.h"

#include <string.h>

#include "graph/text.h"

static inline char
to_lower (char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c + ('a' - 'A')) : c;
}

/* Whether @text begins with @prefix, which is in lower case, in any case. */
static inline gboolean
begins (const char *text, const char *prefix)
{
    for (; *prefix != '\0'; text++, prefix++)
        if (to_lower (*text) != *prefix)
            return FALSE;
    return TRUE;
}

static gboolean
starts_doi (const char *text)
{
    if (strncmp (text, "10.", 3) != 0)
        return FALSE;
    gsize n_digits = 0;
    while (g_ascii_isdigit (text[3 + n_digits]))
        n_digits++;
    return n_digits >= 4 && n_digits <= 9 && text[3 + n_digits] == '/' &&
           (guchar)text[4 + n_digits] > ' ';
}

/* Decodes percent codes, unless that would bring in bytes that clean text never has. */
static char *
decode_percent (const char *raw)
{
    g_autofree char *decoded = g_uri_unescape_string (raw, NULL);
    if (decoded == NULL || !g_utf8_validate (decoded, -1, NULL) || strchr (decoded, ' ') != NULL)
        return g_strdup (raw);
    g_autofree char *clean = rhumb_text_clean (decoded, -1);
    return g_strdup (g_str_equal (clean, decoded) ? decoded : raw);
}

/**
 * rhumb_identifier_parse_doi:
 * @text: clean text: a DOI, a DOI link, or text that holds one
 *
 * Finds a DOI in text: the first "10.", 4 to 9 digits, "/" and what follows up to a space or one
 * of `"<>|`; lower case, percent-decoded, without closing punctuation.
 *
 * Returns: (transfer full) (nullable): the bare DOI, or %NULL if there is none
 *
 * Since: 0.1
 */
char *
rhumb_identifier_parse_doi (const char *text)
{
    for (const char *p = strstr (text, "10."); p != NULL; p = strstr (p + 1, "10.")) {
        const gboolean inside_number = p > text && (g_ascii_isalnum (p[-1]) || p[-1] == '.');
        if (inside_number || !starts_doi (p))
            continue;
        const gsize length = strcspn (p, " \"<>|");
        g_autofree char *raw = g_strndup (p, length);
        g_autofree char *doi =
            memchr (raw, '%', length) != NULL ? decode_percent (raw) : g_steal_pointer (&raw);
        gsize end = 0;
        for (; doi[end] != '\0'; end++)
            doi[end] = to_lower (doi[end]);
        while (end > 0 && strchr (".,;:)]}'", doi[end - 1]) != NULL) {
            const gboolean balanced = doi[end - 1] == ')' && strchr (doi, '(') != NULL;
            if (balanced)
                break;
            end--;
        }
        doi[end] = '\0';
        if (starts_doi (doi))
            return g_steal_pointer (&doi);
    }
    return NULL;
}

static gsize
count_digits (const char *text)
{
    gsize n = 0;
    while (g_ascii_isdigit (text[n]))
        n++;
    return n;
}

/* Length of the arXiv number at the start of @text without its version, or 0. */
static gsize
arxiv_length (const char *text)
{
    gsize n = count_digits (text);
    if (n == 4 && text[4] == '.') {
        const gsize serial = count_digits (text + 5);
        return serial >= 4 && serial <= 5 ? 5 + serial : 0;
    }
    n = 0;
    while (g_ascii_isalpha (text[n]) || text[n] == '-' || text[n] == '.')
        n++;
    return n >= 2 && text[n] == '/' && count_digits (text + n + 1) == 7 ? n + 8 : 0;
}

/**
 * rhumb_identifier_parse_arxiv:
 * @text: clean text: "arXiv:1603.09320v4", a link to arxiv.org, "math.GT/0309136", …
 *
 * Reads an arXiv number that is the whole of @text, after an optional prefix.
 *
 * Returns: (transfer full) (nullable): the number without its version, or %NULL
 *
 * Since: 0.1
 */
char *
rhumb_identifier_parse_arxiv (const char *text)
{
    static const char *const PREFIXES[] = {"https://", "http://", "www.",  "arxiv.org/",
                                           "abs/",     "pdf/",    "arxiv:"};
    const char *p = text;
    for (gsize i = 0; i < G_N_ELEMENTS (PREFIXES); i++) {
        if (begins (p, PREFIXES[i]))
            p += strlen (PREFIXES[i]);
    }
    while (*p == ' ')
        p++;
    const gsize length = arxiv_length (p);
    if (length == 0)
        return NULL;
    const char *rest = p + length;
    if (*rest == 'v' && count_digits (rest + 1) > 0)
        rest += 1 + count_digits (rest + 1);
    if (g_str_equal (rest, ".pdf"))
        rest += 4;
    return *rest == '\0' ? g_strndup (p, length) : NULL;
}

/* "openalex:W1" and its link as "W1"; "PMID: 12" as "pmid:12"; anything else as it is. */
static char *
normalise_database_id (const char *text)
{
    static const char *const works[] = {"https://openalex.org/", "http://openalex.org/",
                                        "openalex:"};
    static const char *const lower[] = {"pmid:", "pmcid:", "eid:", "wos:", "lens:", "s2:"};
    for (gsize i = 0; i < G_N_ELEMENTS (works); i++)
        if (begins (text, works[i]))
            return g_strdup (text + strlen (works[i]));
    for (gsize i = 0; i < G_N_ELEMENTS (lower); i++) {
        const gsize length = strlen (lower[i]);
        if (begins (text, lower[i]))
            return g_strconcat (lower[i], text + length + strspn (text + length, " "), NULL);
    }
    return g_strdup (text);
}

/**
 * rhumb_identifier_normalise:
 * @text: clean text that names a paper
 *
 * Gives the one spelling under which a paper is looked up: "doi:…" if @text is a DOI or a DOI
 * link, "arxiv:…" if it is an arXiv number, an OpenAlex link's last part, else @text itself.
 *
 * Returns: (transfer full): the id
 *
 * Since: 0.1
 */
char *
rhumb_identifier_normalise (const char *text)
{
    static const char *const DOI_PREFIXES[] = {
        "10.",
        "doi:",
        "doi ",
        "doi.org/",
        "dx.doi.org/",
        "http://doi.org/",
        "https://doi.org/",
        "http://dx.doi.org/",
        "https://dx.doi.org/",
        "https://www.doi.org/",
    };
    for (gsize i = 0; i < G_N_ELEMENTS (DOI_PREFIXES); i++) {
        if (!begins (text, DOI_PREFIXES[i]))
            continue;
        g_autofree char *doi = rhumb_identifier_parse_doi (text);
        /* The arXiv's own DOIs are its numbers once more. */
        const char *number = doi != NULL ? strstr (doi, "10.48550/arxiv.") : NULL;
        g_autofree char *same =
            number == doi && doi != NULL
                ? rhumb_identifier_parse_arxiv (doi + strlen ("10.48550/arxiv."))
                : NULL;
        if (same != NULL)
            return g_strconcat ("arxiv:", same, NULL);
        if (doi != NULL)
            return g_strconcat ("doi:", doi, NULL);
    }
    g_autofree char *arxiv = rhumb_identifier_parse_arxiv (text);
    if (arxiv != NULL)
        return g_strconcat ("arxiv:", arxiv, NULL);
    return normalise_database_id (text);
}

/**
 * rhumb_identifier_names_paper:
 * @text: clean text of a reference
 *
 * Tells whether a reference names its paper by an id that a library could look up: a DOI, an
 * arXiv number, or an id of a database.
 *
 * Returns: whether it does
 *
 * Since: 0.2
 */
gboolean
rhumb_identifier_names_paper (const char *text)
{
    static const char *const schemes[] = {
        "pmid:", "pmcid:", "s2:", "corpusid:", "wos:", "eid:", "lens:", "dblp:", "acl:", "mag:"};
    if (text[0] == 'W' && g_ascii_isdigit (text[1]) &&
        text[1 + strspn (text + 1, "0123456789")] == '\0')
        return TRUE;
    for (gsize i = 0; i < G_N_ELEMENTS (schemes); i++)
        if (g_str_has_prefix (text, schemes[i]))
            return TRUE;
    g_autofree char *doi = rhumb_identifier_parse_doi (text);
    g_autofree char *arxiv = doi == NULL ? rhumb_identifier_parse_arxiv (text) : NULL;
    return doi != NULL || arxiv != NULL;
}

/**
 * rhumb_identifier_parse_orcid:
 * @text: clean text: an ORCID or a link to one
 *
 * Reads an ORCID and checks its last digit (ISO 7064, MOD 11-2).
 *
 * Returns: (transfer full) (nullable): "0000-0002-1825-0097", or %NULL if it is none
 *
 * Since: 0.2
 */
char *
rhumb_identifier_parse_orcid (const char *text)
{
    const char *slash = strrchr (text, '/');
    g_autofree char *orcid = g_ascii_strup (slash != NULL ? slash + 1 : text, -1);
    guint sum = 0;
    if (strlen (orcid) != 19)
        return NULL;
    for (guint i = 0; i < 19; i++) {
        const gboolean is_gap = i % 5 == 4;
        const gboolean is_last = i == 18;
        if (is_gap ? orcid[i] != '-' : !g_ascii_isdigit (orcid[i]) && !(is_last && orcid[i] == 'X'))
            return NULL;
        if (!is_gap && !is_last)
            sum = (sum + (guint)(orcid[i] - '0')) * 2;
    }
    const guint check = (12 - sum % 11) % 11;
    const char expected = check == 10 ? 'X' : (char)('0' + check);
    return orcid[18] == expected ? g_steal_pointer (&orcid) : NULL;
}
