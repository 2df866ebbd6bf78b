/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "io/format.h"

/* A paper as another program read it from the same file; NULL and 0 = it says nothing. */
typedef struct {
    const char *title;
    const char *authors; /* "Family, Given; …" */
    int year;
    const char *doi;
    const char *venue;
    const char *pages;
} ExpectedPaper;

RhumbCorpus *test_load_shared (const char *name);
void test_assert_papers (const RhumbCorpus *corpus, const ExpectedPaper *expected, guint n);
const RhumbPaper *test_get_paper (const RhumbCorpus *corpus, const char *title);
