/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "analytics/text/capitals.h"
#include "analytics/text/kept-tokens.h"
#include "analytics/text/language.h"
#include "analytics/text/phrases.h"

G_BEGIN_DECLS

/* What is kept for a while. */
typedef enum {
    RHUMB_PASSING_TERMS,
    RHUMB_PASSING_KNOWN,
    RHUMB_N_PASSING,
} RhumbPassing;

/* One thread's readers with their memory: @reader is that of the language of the paper at hand,
 * @arena keeps what is found until the readers are freed, @passing until
 * rhumb_readers_forget(), @paper until the next paper; @surface holds each spelling of a phrase
 * once, as long as @arena;
 * @key is room to build keys in, @capitals counts words. */
typedef struct {
    RhumbPhraseReader *reader;
    RhumbPhraseReader *of_language[RHUMB_N_LANGUAGES];
    GString *title; /* room for texts that are made ready */
    GString *abstract;
    GString *own; /* what of an abstract is in its paper's language */
    RhumbArena arena;
    RhumbArena passing[RHUMB_N_PASSING];
    RhumbArena paper;
    RhumbStrings *surface;
    GString *key;
    RhumbCapitals *capitals;
} RhumbWorker;

/* What is done with each paper once it is read. Called from several threads at a time, each with
 * its own @worker; may write to what belongs to paper @v only. */
typedef void (*RhumbPaperVerb) (RhumbWorker *worker, guint32 v, const RhumbPaper *paper,
                                const RhumbPhrases *phrases, gpointer data);

/* As many readers as there are threads. */
typedef struct _RhumbReaders RhumbReaders;

RhumbReaders *rhumb_readers_new (RhumbKeptTokens *kept, const RhumbPhraseOptions *options);
void rhumb_readers_free (RhumbReaders *readers);
void rhumb_readers_read (RhumbReaders *readers, const RhumbCorpus *corpus, RhumbPaperVerb verb,
                         gpointer data);
void rhumb_readers_read_again (RhumbReaders *readers, const RhumbCorpus *corpus,
                               const RhumbKnownCandidates *known, RhumbPaperVerb verb,
                               gpointer data);

void rhumb_readers_forget (RhumbReaders *readers, RhumbPassing what);
RhumbCapitals *rhumb_readers_count_capitals (const RhumbReaders *readers);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RhumbReaders, rhumb_readers_free)

G_END_DECLS
