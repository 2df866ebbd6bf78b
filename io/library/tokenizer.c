/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * The words of SQLite's tokenizer unicode61, sooner.
 *
 * The table search names unicode61, so every SQLite can read it; a connection of ours puts this
 * tokenizer in its place, which gives the same words at the same places. Between two separators
 * of ASCII the words of unicode61 do not depend on what is outside. A stretch that is ASCII as a
 * whole is one word and only its letters are folded, by a table; any other stretch, and one that
 * is very long, is handed to unicode61 itself, as is all text if the table asks for other
 * separators. tests/io/library/test-tokenizer.c compares both over all of Unicode.
 * Source: sqlite.org/fts5.html, "Unicode61 Tokenizer" and "Custom Tokenizers".
 * Cost: linear; a third of unicode61's on English.
 */
#include "io/library/tokenizer.h"

#include <string.h>

#include "graph/error.h"

#define LONGEST_WORD 128

/* What a byte does: 0 ends a word, WIDE is part of a wider character, others are the letter. */
#define WIDE 1

typedef int (*TakeWord) (void *context, int flags, const char *word, int length, int start,
                         int end);

/* What belongs to a connection: the tokenizer that is hastened. */
typedef struct {
    fts5_tokenizer original;
    void *context;
    guchar bytes[256];
} Module;

/* One table's tokenizer. */
typedef struct {
    const Module *module;
    Fts5Tokenizer *original;
    gboolean is_plain; /* whether the separators are those of Unicode */
} Tokenizer;

/* Words of a stretch inside a text, which begins at @start. */
typedef struct {
    void *context;
    TakeWord take;
    int start;
    int code; /* what the last call gave: unicode61 keeps an early end to itself */
} Shift;

static Module *
module_new (const fts5_tokenizer *original, void *context)
{
    Module *module = g_new0 (Module, 1);
    module->original = *original;
    module->context = context;
    for (guint byte = 0; byte < 256; byte++)
        module->bytes[byte] = byte >= 0x80             ? WIDE
                              : g_ascii_isalnum (byte) ? (guchar)g_ascii_tolower ((gchar)byte)
                                                       : 0;
    return module;
}

static void
delete_tokenizer (Fts5Tokenizer *opaque)
{
    Tokenizer *tokenizer = (Tokenizer *)opaque;
    tokenizer->module->original.xDelete (tokenizer->original);
    g_free (tokenizer);
}

static int
create_tokenizer (void *context, const char **arguments, int n_arguments, Fts5Tokenizer **made)
{
    const Module *module = context;
    Fts5Tokenizer *original = NULL;
    gboolean is_plain = TRUE;
    for (int i = 0; i < n_arguments; i += 2)
        is_plain &= g_ascii_strcasecmp (arguments[i], "remove_diacritics") == 0;
    const int code = module->original.xCreate (module->context, arguments, n_arguments, &original);
    if (code != SQLITE_OK)
        return code;
    Tokenizer *tokenizer = g_new0 (Tokenizer, 1);
    *tokenizer = (Tokenizer){module, original, is_plain};
    *made = (Fts5Tokenizer *)tokenizer;
    return SQLITE_OK;
}

static int
take_shifted (void *context, int flags, const char *word, int length, int start, int end)
{
    Shift *shift = context;
    shift->code =
        shift->take (shift->context, flags, word, length, shift->start + start, shift->start + end);
    return shift->code;
}

/* The end of the stretch without ASCII separators; whether all of it is ASCII. */
static int
find_end (const guchar *bytes, const char *text, int start, int length, gboolean *is_ascii)
{
    guint n_wide = 0;
    int end = start;
    for (; end < length && bytes[(guchar)text[end]] != 0; end++)
        n_wide += bytes[(guchar)text[end]] == WIDE;
    *is_ascii = n_wide == 0;
    return end;
}

static int
tokenize (Fts5Tokenizer *opaque, void *context, int flags, const char *text, int length,
          TakeWord take)
{
    const Tokenizer *tokenizer = (const Tokenizer *)opaque;
    const fts5_tokenizer *original = &tokenizer->module->original;
    if (!tokenizer->is_plain)
        return original->xTokenize (tokenizer->original, context, flags, text, length, take);
    const guchar *bytes = tokenizer->module->bytes;
    char word[LONGEST_WORD];
    int code = SQLITE_OK;
    for (int start = 0, end; code == SQLITE_OK && start < length; start = end + 1) {
        gboolean is_ascii;
        end = find_end (bytes, text, start, length, &is_ascii);
        if (end == start)
            continue;
        if (!is_ascii || end - start > LONGEST_WORD) {
            Shift shift = {context, take, start, SQLITE_OK};
            code = original->xTokenize (tokenizer->original, &shift, flags, text + start,
                                        end - start, take_shifted);
            code = shift.code != SQLITE_OK ? shift.code : code;
            continue;
        }
        for (int i = start; i < end; i++)
            word[i - start] = (char)bytes[(guchar)text[i]];
        code = take (context, 0, word, end - start, start, end);
    }
    /* Who takes words may have enough of them. */
    return code == SQLITE_DONE ? SQLITE_OK : code;
}

static fts5_api *
get_api (RhumbDatabase *database, GError **error)
{
    fts5_api *api = NULL;
    g_autoptr (sqlite3_stmt) statement =
        rhumb_database_prepare (database, "SELECT fts5(?1)", error);
    gboolean row;
    if (statement == NULL)
        return NULL;
    sqlite3_bind_pointer (statement, 1, &api, "fts5_api_ptr", NULL);
    if (!rhumb_database_step (database, statement, &row, error))
        return NULL;
    if (api == NULL)
        g_set_error (error, RHUMB_ERROR, RHUMB_ERROR_LIBRARY, "%s: SQLite: no FTS5, expected it",
                     database->name);
    return api;
}

/*
 * rhumb_library_hasten_words:
 * @database: a database whose index of words is not in use yet
 * @error: return location for an error
 *
 * Puts the faster unicode61 in the place of SQLite's, for this connection alone.
 *
 * Returns: %FALSE with %RHUMB_ERROR_LIBRARY
 */
gboolean
rhumb_library_hasten_words (RhumbDatabase *database, GError **error)
{
    static const char name[] = "unicode61";
    fts5_tokenizer original;
    void *context = NULL;
    fts5_api *api = get_api (database, error);
    if (api == NULL)
        return FALSE;
    if (api->xFindTokenizer (api, name, &context, &original) != SQLITE_OK)
        return rhumb_database_set_error (database, error);
    fts5_tokenizer ours = {create_tokenizer, delete_tokenizer, tokenize};
    return api->xCreateTokenizer (api, name, module_new (&original, context), &ours, g_free) ==
               SQLITE_OK ||
           rhumb_database_set_error (database, error);
}
