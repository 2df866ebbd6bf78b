/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * One author of whom some records have the ORCID is one person.
 */
#include "tests/graph/fixture.h"

static const RhumbPaper *
find (const RhumbCorpus *corpus, const char *id)
{
    const guint32 v = rhumb_corpus_find_paper (corpus, id);
    g_assert_cmpuint (v, !=, RHUMB_NONE);
    return rhumb_corpus_get_paper (corpus, v);
}

/* Records with an ORCID and without: who shares a co-author is one, by whatever spelling. A name
 * that two ORCIDs have, that has only initials, that shares nobody, or that stands beside its
 * bearer is not. */
static void
a_full_name_is_the_person_with_its_orcid (void)
{
    static const FixtureRecord RECORDS[] = {
        {.id = "1", .title = "A", .authors = "Kou, Gang#0000-0002-1825-0097|Ergu, Daji"},
        {.id = "2", .title = "B", .authors = "Gang Kou|Daji Ergu"},
        {.id = "3", .title = "C", .authors = "Gang Kou"},
        {.id = "4", .title = "D", .authors = "Li, Y#0000-0002-1694-233X|Ergu, Daji"},
        {.id = "5", .title = "E", .authors = "Li, Y|Ergu, Daji"},
        {.id = "6", .title = "F", .authors = "Bo Xu#0000-0003-1415-9269|Ann Lee"},
        {.id = "7", .title = "G", .authors = "Bo Xu|Tom Ray"},
        {.id = "8", .title = "H", .authors = "Ana Paz#0000-0001-5109-3700|Ana Paz|Tom Ray"},
        {.id = "9", .title = "I", .authors = "Jan Novak#0000-0002-9079-593X|Tom Ray"},
        {.id = "10", .title = "J", .authors = "Jan Novak#0000-0001-7323-7357|Tom Ray"},
        {.id = "11", .title = "K", .authors = "Jan Novak|Tom Ray"},
    };
    static const char *const APART[] = {"5", "7", "8", "11"};
    g_autoptr (RhumbCorpus) corpus = fixture_corpus (RECORDS, G_N_ELEMENTS (RECORDS), NULL);
    const RhumbPaper *with = find (corpus, "1");
    g_assert_cmpuint (find (corpus, "2")->people[0], ==, with->people[0]);
    g_assert_cmpuint (find (corpus, "3")->people[0], ==, with->people[0]);
    g_assert_cmpstr (rhumb_corpus_get_person (corpus, with->people[0])->name, ==, "Gang Kou");
    for (gsize i = 0; i < G_N_ELEMENTS (APART); i++) {
        const RhumbPaper *paper = find (corpus, APART[i]);
        const guint alone = g_str_equal (APART[i], "8") ? 1 : 0;
        g_assert_null (rhumb_corpus_get_person (corpus, paper->people[alone])->orcid);
    }
    g_assert_cmpuint (rhumb_corpus_get_n_people (corpus), ==, 13);
    guint64 told = 0;
    for (guint i = 0; i < rhumb_corpus_get_n_events (corpus); i++) {
        const RhumbEvent *event = rhumb_corpus_get_event (corpus, i);
        if (strstr (event->why, "a co-author in common") != NULL)
            told |= (guint64)1 << event->line;
    }
    g_assert_cmphex (told, ==, 1 << 2 | 1 << 3);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/same-people/a-full-name-is-the-person-with-its-orcid",
                     a_full_name_is_the_person_with_its_orcid);
    return g_test_run ();
}
