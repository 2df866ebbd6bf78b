/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Names of columns as people and spreadsheets spell them: "Année", "ANNEE", "Publication_Year".
 *
 * Names agree if they are the same but for case, accents, dashes, dots and underscores.
 * Cost: linear in the name; cells of a line times known names where cells are short.
 */
#include "io/read/table-names.h"

#include <string.h>

#define LONGEST_NAME 60
#define LONGEST_LINE 8192 /* of what may be a header */
#define BETWEEN_WORDS " _-.\t\r\v\f"

/* Folds a name. @name: a name of a column; what is not UTF-8 is taken as Windows-1252. Returns
 * small letters of ASCII, words parted by one blank. */
char *
rhumb_table_fold_name (const char *name)
{
    g_autofree char *text = g_utf8_validate (name, -1, NULL)
                                ? g_strdup (name)
                                : g_convert (name, -1, "UTF-8", "WINDOWS-1252", NULL, NULL, NULL);
    g_autofree char *ascii = g_str_to_ascii (text != NULL ? text : "", "C");
    GString *folded = g_string_new (NULL);
    for (const char *p = ascii; *p != '\0'; p++) {
        if (strchr (BETWEEN_WORDS, *p) == NULL)
            g_string_append_c (folded, g_ascii_tolower (*p));
        else if (folded->len > 0 && folded->str[folded->len - 1] != ' ')
            g_string_append_c (folded, ' ');
    }
    if (folded->len > 0 && folded->str[folded->len - 1] == ' ')
        g_string_truncate (folded, folded->len - 1);
    return g_string_free (folded, FALSE);
}

/* rhumb_table_names_agree: whether a folded name is @name, which is in small letters of ASCII. */
gboolean
rhumb_table_names_agree (const char *folded, const char *name)
{
    while (*folded != '\0' && (*folded == *name ||
                               (*folded == ' ' && *name != '\0' && strchr ("_-", *name) != NULL))) {
        folded++;
        name++;
    }
    return *folded == '\0' && *name == '\0';
}

/* rhumb_table_is_title: whether a column fills the title. */
gboolean
rhumb_table_is_title (const RhumbColumn *column)
{
    return column->take == rhumb_take_text &&
           column->offset == G_STRUCT_OFFSET (RhumbRecord, title);
}

/* Whether @dialect knows the name from @start to @end. */
static const RhumbColumn *
find_column (const RhumbDialect *dialect, const char *start, const char *end)
{
    while (start < end && strchr (BETWEEN_WORDS "\"", *start) != NULL)
        start++;
    while (end > start && strchr (BETWEEN_WORDS "\"", end[-1]) != NULL)
        end--;
    if (end == start || end - start > LONGEST_NAME)
        return NULL;
    g_autofree char *name = g_strndup (start, (gsize)(end - start));
    g_autofree char *folded = rhumb_table_fold_name (name);
    for (gsize i = 0; i < dialect->n_columns; i++)
        if (rhumb_table_names_agree (folded, dialect->columns[i].name))
            return &dialect->columns[i];
    return NULL;
}

/* Tells whether a line names a column of titles, as a whole cell. @line: a line that may name
 * columns; @dialect: known names, folded; @n_known (out): how many cells of the line are known
 * names. */
gboolean
rhumb_table_knows_columns (const char *line, const RhumbDialect *dialect, guint *n_known)
{
    const char *mark = "\xef\xbb\xbf";
    line += g_str_has_prefix (line, mark) ? strlen (mark) : 0;
    const gsize length = strlen (line);
    *n_known = 0;
    if (length > LONGEST_LINE)
        return FALSE;
    const char delimiter = rhumb_csv_find_delimiter (line, length);
    gboolean has_title = FALSE;
    for (const char *start = line; start != NULL;) {
        const char *end = strchr (start, delimiter);
        const RhumbColumn *column = find_column (dialect, start, end != NULL ? end : line + length);
        *n_known += column != NULL;
        has_title = has_title || (column != NULL && rhumb_table_is_title (column));
        start = end != NULL ? end + 1 : NULL;
    }
    return has_title;
}
