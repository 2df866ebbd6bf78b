/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "io/format.h"

/* What a test of a reader needs: text in, a corpus or a message out. */
RhumbCorpus *test_load_bytes (const char *name, const char *bytes, gsize length, gboolean strict,
                              GError **error);
RhumbCorpus *test_load_text (const char *name, const char *text);
char *test_save_text (const RhumbCorpus *corpus);
const RhumbEvent *test_find_event (const RhumbCorpus *corpus, RhumbEventKind kind, guint64 line);
guint test_count_events (const RhumbCorpus *corpus, RhumbEventKind kind);
void test_remove_folder (const char *folder);

/* A fixture: a folder of its own and a path in it. */
typedef struct {
    char *folder;
    char *path;
} TestPlace;

void test_place_set_up (TestPlace *place, const char *name);
void test_place_tear_down (TestPlace *place, gconstpointer data);
