/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "analytics/text/kept-tokens.h"

G_BEGIN_DECLS

/* One thread's words, forgotten @n_reliefs times so far. @kept holds what was found in papers until
 * it has been taken, @own whatever its user made for it. */
typedef struct {
    RhumbLexicon *lexicon;
    guint n_reliefs;
    RhumbArena paper;
    RhumbArena kept;
    GString *key; /* room to build strings in */
    gpointer own;
} RhumbTokenReader;

/* What is done with each paper's tokens, which are good until it returns; the spellings in them are
 * until what it found has been taken. Called from several threads at a time, each with its own
 * @reader; writes to that alone, and gives what it found. */
typedef gpointer (*RhumbTokensVerb) (RhumbTokenReader *reader, const RhumbPaper *paper,
                                     const RhumbTokens *tokens, gpointer data);

/* What is done with what was found in paper @v. Called paper by paper, in their order. */
typedef void (*RhumbFoundVerb) (guint32 v, gpointer found, gpointer data);

/* As many readers as there are threads. */
typedef struct {
    const RhumbCorpus *corpus;
    RhumbKeptTokens *kept; /* own the lexicons */
    RhumbTokenReader *reader;
    guint n_readers;
} RhumbTokenReaders;

RhumbTokenReaders *rhumb_token_readers_new (const RhumbCorpus *corpus);
void rhumb_token_readers_free (RhumbTokenReaders *readers);
void rhumb_token_readers_leave (RhumbTokenReaders *readers);
void rhumb_token_readers_read (RhumbTokenReaders *readers, RhumbTokensVerb find,
                               RhumbFoundVerb take, gpointer data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RhumbTokenReaders, rhumb_token_readers_free)

G_END_DECLS
