/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Turtle, and with it N-Triples: a vocabulary as statements "subject predicate object .".
 *
 * Source: RDF 1.1 Turtle, W3C Recommendation 2014. Prefixes, base, lists of objects and of
 * predicates, blank nodes in brackets, collections, all kinds of quotes and escapes are read; what
 * a number or a typed value says is of no use here and passed over. An IRI is taken as it stands:
 * base is put before one without a colon. Cost: linear; memory for the file, at most 4 GiB.
 */
#include "io/vocabulary/readers.h"

#include <string.h>

#include "graph/error.h"
#include "io/vocabulary/statements.h"
#include "io/vocabulary/turtle-terms.h"

#define FILE_LIMIT ((gsize)4 << 30)
#define MAX_DEPTH 64

static guint
sniff_turtle (const char *head, gsize length)
{
    const char *p = head;
    const char *end = head + length;
    while (p < end && (g_ascii_isspace (*p) || *p == '#')) {
        const char *next = *p == '#' ? memchr (p, '\n', (gsize)(end - p)) : p + 1;
        p = next != NULL ? next : end;
    }
    const gsize n = (gsize)(end - p);
    if ((n > 7 && g_ascii_strncasecmp (p, "@prefix", 7) == 0) ||
        (n > 7 && g_ascii_strncasecmp (p, "PREFIX ", 7) == 0) ||
        (n > 5 && g_ascii_strncasecmp (p, "@base", 5) == 0) ||
        (n > 5 && g_ascii_strncasecmp (p, "BASE ", 5) == 0))
        return 90;
    const char *stop = n > 0 && *p == '<' ? memchr (p, '>', n) : NULL;
    return stop != NULL && memchr (p, ':', (gsize)(stop - p)) != NULL &&
                   memchr (p, '\n', (gsize)(stop - p)) == NULL &&
                   (stop + 1 >= end || g_ascii_isspace (stop[1]))
               ? 85
               : 0;
}

static gboolean read_predicates (RhumbTurtle *turtle, RhumbVocabularyBuilder *builder,
                                 const char *subject, guint depth);

/* Reads "[ … ]" behind its bracket; @id becomes a name that no other node has. */
static gboolean
read_blank (RhumbTurtle *turtle, RhumbVocabularyBuilder *builder, guint depth, char **id)
{
    *id = rhumb_turtle_name_blank (turtle);
    if (rhumb_turtle_accept (turtle, ']'))
        return TRUE;
    return read_predicates (turtle, builder, *id, depth + 1) && rhumb_turtle_expect (turtle, ']');
}

static gboolean read_object (RhumbTurtle *turtle, RhumbVocabularyBuilder *builder,
                             RhumbTurtleTerm *term, guint depth);

static gboolean
read_collection (RhumbTurtle *turtle, RhumbVocabularyBuilder *builder, guint depth)
{
    while (!rhumb_turtle_accept (turtle, ')')) {
        g_auto (RhumbTurtleTerm) item = {0};
        if (!read_object (turtle, builder, &item, depth + 1))
            return FALSE;
    }
    return TRUE;
}

/* Reads any object; @term is empty if it says nothing. */
static gboolean
read_object (RhumbTurtle *turtle, RhumbVocabularyBuilder *builder, RhumbTurtleTerm *term,
             guint depth)
{
    if (depth > MAX_DEPTH)
        return rhumb_turtle_fail (turtle, "brackets nested deeper than 64, expected fewer");
    if (rhumb_turtle_accept (turtle, '['))
        return read_blank (turtle, builder, depth, &term->text);
    if (rhumb_turtle_accept (turtle, '('))
        return read_collection (turtle, builder, depth);
    return rhumb_turtle_read_term (turtle, term);
}

static gboolean
read_objects (RhumbTurtle *turtle, RhumbVocabularyBuilder *builder, const char *subject,
              const char *predicate, guint depth)
{
    do {
        g_auto (RhumbTurtleTerm) object = {0};
        if (!read_object (turtle, builder, &object, depth))
            return FALSE;
        const RhumbStatement statement = {subject, predicate, object.text, object.is_text,
                                          object.language};
        if (object.text != NULL)
            rhumb_vocabulary_take_statement (builder, &statement);
    } while (rhumb_turtle_accept (turtle, ','));
    return TRUE;
}

static gboolean
read_predicates (RhumbTurtle *turtle, RhumbVocabularyBuilder *builder, const char *subject,
                 guint depth)
{
    do {
        while (rhumb_turtle_accept (turtle, ';'))
            continue;
        if (rhumb_turtle_sees (turtle, '.') || rhumb_turtle_sees (turtle, ']'))
            return TRUE;
        g_auto (RhumbTurtleTerm) predicate = {0};
        if (!rhumb_turtle_read_term (turtle, &predicate))
            return FALSE;
        if (predicate.is_text || predicate.text == NULL)
            return rhumb_turtle_fail (turtle, "a value, expected a predicate");
        if (!read_objects (turtle, builder, subject, predicate.text, depth))
            return FALSE;
    } while (rhumb_turtle_accept (turtle, ';'));
    return TRUE;
}

static gboolean
read_statement (RhumbTurtle *turtle, RhumbVocabularyBuilder *builder)
{
    gboolean was_directive = FALSE;
    if (!rhumb_turtle_read_directive (turtle, &was_directive))
        return FALSE;
    if (was_directive)
        return TRUE;
    g_auto (RhumbTurtleTerm) subject = {0};
    const gboolean is_blank = rhumb_turtle_sees (turtle, '[');
    if (!read_object (turtle, builder, &subject, 0))
        return FALSE;
    if (subject.is_text || subject.text == NULL)
        return rhumb_turtle_fail (turtle, "a value, expected a subject");
    if (is_blank && rhumb_turtle_accept (turtle, '.'))
        return TRUE;
    return read_predicates (turtle, builder, subject.text, 0) && rhumb_turtle_expect (turtle, '.');
}

static gboolean
read_turtle (RhumbInput *input, RhumbVocabularyBuilder *builder, GError **error)
{
    g_autoptr (GString) text = rhumb_input_read_all (input, FILE_LIMIT, error);
    if (text == NULL)
        return FALSE;
    g_autoptr (RhumbTurtle) turtle = rhumb_turtle_new (text->str, text->len);
    while (!rhumb_turtle_is_at_end (turtle))
        if (!read_statement (turtle, builder)) {
            rhumb_input_set_error (input, error, RHUMB_ERROR_FORMAT, rhumb_turtle_get_line (turtle),
                                   NULL, "%s", rhumb_turtle_get_problem (turtle));
            return FALSE;
        }
    return TRUE;
}

const RhumbVocabularyFormat rhumb_vocabulary_turtle = {"turtle", sniff_turtle, read_turtle};
