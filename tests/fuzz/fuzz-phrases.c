/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Any bytes as a title, a line end, and an abstract. What must hold: the list is at most as long
 * as asked for, best first where no phrase lost for being part of another, all UTF-8 and finite;
 * and the same when the text is read again.
 */
#include "tests/fuzz/fuzz.h"

#include "analytics/text/phrases.h"
#include "graph/text.h"

#include <math.h>
#include <string.h>

static char *
read_list (RhumbPhraseReader *reader, const char *title, const char *abstract)
{
    const RhumbPhrases *phrases = rhumb_phrase_reader_read (reader, title, abstract);
    GString *list = g_string_new (NULL);
    g_assert_cmpuint (phrases->n_phrases, <=, 15);
    g_assert_cmpuint (phrases->n_chosen, <=, phrases->n_phrases);
    for (guint32 i = 0; i < phrases->n_phrases; i++) {
        const RhumbPhrase *phrase = &phrases->phrase[i];
        g_assert_true (isfinite (phrase->score));
        g_assert_true (*phrase->surface != '\0' && g_utf8_validate (phrase->surface, -1, NULL));
        g_assert_cmpfloat (phrase->score, >, -90);
        g_string_append_printf (list, "%s\t%.17g\n", phrase->surface, phrase->score);
    }
    return g_string_free (list, FALSE);
}

int
LLVMFuzzerTestOneInput (const guint8 *bytes, gsize length)
{
    static RhumbModel *model;
    static RhumbClosedClass *closed;
    static RhumbPhraseReader *reader;
    if (model == NULL) {
        RhumbPhraseOptions options = RHUMB_PHRASE_DEFAULTS;
        options.density = -1;
        model = rhumb_model_new ();
        closed = rhumb_closed_class_new ();
        reader = rhumb_phrase_reader_new (model, closed, &options);
    }
    const guint8 *end = length > 0 ? memchr (bytes, '\n', length) : NULL;
    const gsize n_title = end != NULL ? (gsize)(end - bytes) : length;
    g_autofree char *title = rhumb_text_clean ((const char *)bytes, (gssize)n_title);
    g_autofree char *abstract =
        rhumb_text_clean ((const char *)bytes + n_title, (gssize)(length - n_title));
    g_autofree char *once = read_list (reader, title, abstract);
    g_autofree char *twice = read_list (reader, title, abstract);
    g_assert_cmpstr (once, ==, twice);
    return 0;
}
