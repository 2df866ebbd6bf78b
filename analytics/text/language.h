/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "analytics/text/strings.h"

G_BEGIN_DECLS

/* The languages in which papers are read; no phrases are found in a paper of any other. */
typedef enum {
    RHUMB_LANGUAGE_ENGLISH,
    RHUMB_LANGUAGE_GERMAN,
    RHUMB_LANGUAGE_FRENCH,
    RHUMB_LANGUAGE_SPANISH,
    RHUMB_LANGUAGE_ITALIAN,
    RHUMB_LANGUAGE_PORTUGUESE,
    RHUMB_LANGUAGE_DUTCH,
    RHUMB_N_LANGUAGES,
    RHUMB_LANGUAGE_OTHER = RHUMB_N_LANGUAGES, /* in Latin letters, but none of these */
} RhumbLanguage;

/* What is known of a language. Lists are words in small letters, blanks between.
 * joints: words inside phrases, never at an end of one: "de" in "réseau de neurones"
 * elisions: what an apostrophe parts from the next word: "l" in "l'apprentissage" */
typedef struct {
    const char *code;
    const char *long_code;
    const char *name;
    const char *stemmer; /* of libstemmer */
    const char *functions;
    const char *joints;
    const char *verbs;
    const char *elisions;
} RhumbLanguageWords;

/* All function words with the languages that have them; immutable. */
typedef struct _RhumbLanguageTeller RhumbLanguageTeller;

/* How many words of a text each language has among its function words; those of one letter, which
 * are symbols as well, apart. */
typedef struct {
    guint by_words[RHUMB_N_LANGUAGES];
    guint by_letters[RHUMB_N_LANGUAGES];
    guint by_words_abroad[RHUMB_N_LANGUAGES]; /* of by_words, those that English has not */
    guint n_words;                            /* in Latin letters */
} RhumbVotes;

typedef struct {
    guint8 language;     /* RhumbLanguage */
    guint8 is_mixed : 1; /* some sentence, or the title, is in another one */
} RhumbToldLanguage;

const RhumbLanguageWords *rhumb_language_get_words (RhumbLanguage language);
RhumbLanguageTeller *rhumb_language_teller_new (void);
void rhumb_language_teller_free (RhumbLanguageTeller *teller);
void rhumb_count_votes (const RhumbLanguageTeller *teller, const char *text, gsize length,
                        RhumbVotes *votes);
RhumbToldLanguage rhumb_tell_language (const RhumbLanguageTeller *teller, const char *code,
                                       const char *title, const char *abstract);
void rhumb_split_elisions (RhumbLanguage language, const char *text, GString *to);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RhumbLanguageTeller, rhumb_language_teller_free)

G_END_DECLS
