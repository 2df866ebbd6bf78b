/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "analytics/text/acronyms.h"
#include "analytics/text/candidates.h"
#include "analytics/text/features.h"
#include "analytics/text/model.h"

G_BEGIN_DECLS

/* How phrases are ranked.
 * density: 0 few concepts, as authors choose them … 1 many, as indexers do; negative: by the text
 * containment: taken off the log odds of a phrase that only occurs inside a chosen longer one
 * cutoff: log odds a phrase should reach
 * n_top: how many phrases are ranked, at most; 0 = candidates are only scored
 * is_unspelled: nobody asks how a ranked phrase is spelled */
typedef struct {
    double density;
    double containment;
    double cutoff;
    guint32 n_top;
    gboolean is_unspelled;
} RhumbPhraseOptions;

#define RHUMB_PHRASE_DEFAULTS                                           \
    {                                                                   \
        .density = 0.2, .containment = 1.0, .cutoff = -1.9, .n_top = 15 \
    }

/* A ranked phrase. surface: as most often spelled, NULL if nobody asks; short_form: (nullable) its
 * acronym. */
typedef struct {
    const RhumbCandidate *candidate;
    const char *surface;
    const char *short_form;
    double score;
} RhumbPhrase;

/* A paper as read: what it was cut into and its best phrases, best first. Lives until the reader
 * reads the next one. */
typedef struct {
    RhumbTokens tokens;
    const char *tag;
    const RhumbSides *sides;
    RhumbCandidates candidates;
    RhumbKnownCandidates known; /* of a paper that is read again */
    RhumbSurvey survey;
    RhumbAcronym *acronym;
    guint32 n_acronyms;
    RhumbPhrase *phrase;
    guint32 n_phrases;
    guint32 n_chosen; /* how many of them are worth keeping: 5 … 15 where there are as many */
} RhumbPhrases;

/* Reads one paper after the other. Belongs to one thread. */
typedef struct _RhumbPhraseReader RhumbPhraseReader;

RhumbPhraseReader *rhumb_phrase_reader_new (const RhumbModel *model, const RhumbClosedClass *closed,
                                            const RhumbPhraseOptions *options);
RhumbPhraseReader *rhumb_phrase_reader_new_of_words (const RhumbModel *model, RhumbLexicon *lexicon,
                                                     const RhumbPhraseOptions *options);
void rhumb_phrase_reader_free (RhumbPhraseReader *reader);
const RhumbPhrases *rhumb_phrase_reader_read (RhumbPhraseReader *reader, const char *title,
                                              const char *abstract);
const RhumbPhrases *rhumb_phrase_reader_read_again (RhumbPhraseReader *reader, const char *title,
                                                    const char *abstract, const RhumbTokens *tokens,
                                                    const RhumbKnownCandidates *known);
RhumbReading rhumb_phrase_reader_get_reading (const RhumbPhraseReader *reader);
RhumbLexicon *rhumb_phrase_reader_get_lexicon (RhumbPhraseReader *reader);
const char *rhumb_phrase_reader_get_surface (RhumbPhraseReader *reader,
                                             const RhumbCandidate *candidate);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RhumbPhraseReader, rhumb_phrase_reader_free)

G_END_DECLS
