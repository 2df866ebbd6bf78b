/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Any bytes as the form of a vocabulary that is asked for. What must hold: an error is set
 * exactly if the reading fails; what comes out is UTF-8, named, and leads nowhere outside.
 */
#include <string.h>

#include "io/vocabulary/readers.h"
#include "tests/fuzz/fuzz.h"

static const RhumbVocabularyFormat *
find_format (void)
{
    const char *name = strchr (fuzzed_format, '-') + 1;
    const RhumbVocabularyFormat *const *format = rhumb_vocabulary_list_formats ();
    while (*format != NULL && strcmp ((*format)->name, name) != 0)
        format++;
    g_assert_nonnull (*format);
    return *format;
}

static void
check_vocabulary (RhumbVocabularyBuilder *builder)
{
    g_autoptr (RhumbVocabulary) vocabulary = rhumb_vocabulary_builder_freeze (builder, NULL);
    g_assert_nonnull (vocabulary);
    for (guint32 e = 0; e < rhumb_vocabulary_get_n_entries (vocabulary); e++) {
        const RhumbVocabularyEntry *entry = rhumb_vocabulary_get_entry (vocabulary, e);
        g_assert_true (*entry->label != '\0' && g_utf8_validate (entry->label, -1, NULL));
        g_assert_cmpuint (rhumb_vocabulary_find (vocabulary, entry->id), ==, e);
        for (gsize i = 0; entry->alternatives[i] != NULL; i++)
            g_assert_true (g_utf8_validate (entry->alternatives[i], -1, NULL));
    }
}

int
LLVMFuzzerTestOneInput (const guint8 *bytes, gsize length)
{
    const RhumbVocabularyFormat *format = find_format ();
    g_autoptr (RhumbInput) input =
        rhumb_input_new_for_memory ("fuzz", (const char *)bytes, length, NULL);
    if (input == NULL)
        return 0;
    gsize head_length;
    const char *head = rhumb_input_get_head (input, &head_length);
    g_assert_cmpuint (format->sniff (head, head_length), <=, 100);
    g_autoptr (GError) error = NULL;
    g_autoptr (RhumbVocabularyBuilder) builder = rhumb_vocabulary_builder_new ();
    const gboolean read = format->read (input, builder, &error);
    g_assert_true (read == (error == NULL));
    if (read)
        check_vocabulary (builder);
    return 0;
}
