/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * A record is cleaned once; merging drafts is commutative and associative.
 */
#include "graph/corpus-draft-private.h"
#include "tests/oracle.h"

typedef struct {
    const char *id;
    const char *title;
    const char *doi;
    const char *extra;
    int year;
    int n_cited;
    const char *author;
    const char *orcid;
    const char *keyword;
} Fields;

static RhumbDraft *
make_draft (const Fields *fields, const RhumbPools *pools)
{
    g_autoptr (RhumbRecord) record = rhumb_record_new ();
    record->id = fields->id;
    record->title = fields->title;
    record->doi = fields->doi;
    record->extra = fields->extra;
    record->year = fields->year;
    record->n_cited_reported = fields->n_cited;
    if (fields->author != NULL) {
        g_ptr_array_add (record->author_names, (gpointer)fields->author);
        g_ptr_array_add (record->author_orcids, (gpointer)fields->orcid);
    }
    if (fields->keyword != NULL)
        g_ptr_array_add (record->keywords, (gpointer)fields->keyword);
    return rhumb_draft_new (record, pools, 0);
}

static void
every_field_is_cleaned (void)
{
    static const Fields FIELDS = {.id = " W1\n",
                                  .title = "A\ttitle\xc2\xad",
                                  .doi = "DOI 10.1/x",
                                  .author = " Ada \xe2\x80\xae"
                                            "Byron ",
                                  .keyword = "e\xcc\x81tude"};
    g_autoptr (RhumbPools) pools = rhumb_pools_new ();
    RhumbDraft *draft = make_draft (&FIELDS, pools);
    g_assert_cmpstr (draft->paper.id, ==, "W1");
    g_assert_cmpstr (draft->paper.title, ==, "A title");
    g_assert_null (draft->paper.doi);
    g_assert_cmpstr (draft->authors[0], ==, "Ada Byron");
    g_assert_cmpstr (draft->paper.keywords[0], ==, "\xc3\xa9tude");
    g_assert_cmpstr (draft->title_key, ==, "atitle");
}

static void
empty_values_vanish (void)
{
    static const Fields FIELDS = {
        .id = "W1", .title = " ", .author = "\xe2\x80\x8b", .keyword = ""};
    g_autoptr (RhumbPools) pools = rhumb_pools_new ();
    RhumbDraft *draft = make_draft (&FIELDS, pools);
    g_assert_null (draft->paper.title);
    g_assert_cmpuint (draft->n_authors, ==, 0);
    g_assert_null (draft->paper.keywords[0]);
}

static void
the_sources_own_id_comes_first (void)
{
    static const struct {
        Fields fields;
        const char *id;
        guint n_keys;
    } CASES[] = {
        {{.id = "W1", .title = "A", .doi = "10.1000/X"}, "W1", 2},
        {{.title = "A", .doi = "10.1000/X"}, "doi:10.1000/x", 1},
        {{.id = "https://doi.org/10.1000/X", .doi = "10.1000/x"}, "doi:10.1000/x", 1},
        {{.id = "arXiv:1706.03762v1", .title = "A"}, "arxiv:1706.03762", 1},
        {{.id = "unit:"}, "unit:", 1},
    };
    g_autoptr (RhumbPools) pools = rhumb_pools_new ();
    for (gsize i = 0; i < G_N_ELEMENTS (CASES); i++) {
        RhumbDraft *draft = make_draft (&CASES[i].fields, pools);
        g_assert_cmpstr (draft->paper.id, ==, CASES[i].id);
        g_assert_cmpstr (draft->keys[0], ==, CASES[i].id);
        g_assert_cmpuint (g_strv_length ((char **)draft->keys), ==, CASES[i].n_keys);
    }
}

static void
a_title_id_depends_on_title_and_year_alone (void)
{
    static const Fields FIELDS[] = {{.title = "Maps of a science", .year = 2001, .author = "A"},
                                    {.title = "MAPS of a Science!", .year = 2001},
                                    {.title = "Maps of a science", .year = 2002},
                                    {.title = "\xe2\x80\xa6", .year = 2001},
                                    {.title = "???", .year = 2001}};
    const char *id[G_N_ELEMENTS (FIELDS)];
    g_autoptr (RhumbPools) pools = rhumb_pools_new ();
    for (gsize i = 0; i < G_N_ELEMENTS (FIELDS); i++) {
        RhumbDraft *draft = make_draft (&FIELDS[i], pools);
        id[i] = draft->paper.id;
    }
    g_assert_cmpstr (id[0], ==, id[1]);
    g_assert_cmpstr (id[0], !=, id[2]);
    g_assert_cmpstr (id[3], !=, id[4]);
}

/* Every journal prints one. */
static void
a_common_title_needs_its_author_too (void)
{
    static const Fields FIELDS[] = {{.title = "Preface", .year = 2001, .author = "Ada Byron"},
                                    {.title = "Preface", .year = 2001, .author = "Bo Li"},
                                    {.title = "Preface", .year = 2001, .author = "Ada Byron"}};
    const char *id[G_N_ELEMENTS (FIELDS)];
    g_autoptr (RhumbPools) pools = rhumb_pools_new ();
    for (gsize i = 0; i < G_N_ELEMENTS (FIELDS); i++) {
        RhumbDraft *draft = make_draft (&FIELDS[i], pools);
        id[i] = draft->paper.id;
    }
    g_assert_cmpstr (id[0], !=, id[1]);
    g_assert_cmpstr (id[0], ==, id[2]);
}

static const Fields PARTS[] = {
    {.id = "W2", .title = "Maps", .year = 2002, .n_cited = 4, .author = "Bo Li", .keyword = "b"},
    {.id = "W1",
     .title = "Spam",
     .year = 2001,
     .n_cited = -1,
     .author = "Bo Li",
     .orcid = "0000-0002-1825-0097",
     .keyword = "a"},
    {.title = "Maps of", .n_cited = 9, .extra = "{\"x\":1}", .author = "Al Li"},
    {.id = "W3", .doi = "10.1000/x", .year = 2003, .n_cited = -1, .extra = "{\"x\":2}"},
};

static char *
describe (const RhumbDraft *draft)
{
    const RhumbPaper *paper = &draft->paper;
    return g_strdup_printf ("%s|%s|%s|%s|%s|%d|%d|%s|%s|%u", paper->id, draft->title_key,
                            paper->title, paper->doi, paper->extra, paper->year,
                            paper->n_cited_reported, draft->authors[0], draft->orcids[0],
                            g_strv_length ((char **)paper->keywords));
}

/* Merges in a random order and along a random tree. */
static char *
merge_in_order (guint64 seed, const RhumbPools *pools)
{
    g_autoptr (GPtrArray) drafts = g_ptr_array_new ();
    g_autofree guint32 *order = oracle_random_order (G_N_ELEMENTS (PARTS), seed);
    for (gsize i = 0; i < G_N_ELEMENTS (PARTS); i++)
        g_ptr_array_add (drafts, make_draft (&PARTS[order[i]], pools));
    while (drafts->len > 1) {
        const guint32 a = oracle_random_below (drafts->len - 1, seed, drafts->len);
        rhumb_draft_merge (drafts->pdata[a], drafts->pdata[a + 1], pools->lasting);
        g_ptr_array_remove_index (drafts, a + 1);
    }
    return describe (drafts->pdata[0]);
}

static void
merging_is_commutative_and_associative (void)
{
    g_autoptr (RhumbPools) pools = rhumb_pools_new ();
    for (guint64 seed = 0; seed < 200; seed++) {
        g_autofree char *merged = merge_in_order (seed, pools);
        g_assert_cmpstr (merged, ==, "W1|mapsof|Maps of|10.1000/x|{\"x\":1}|2001|9|Al Li||2");
    }
}

static void
an_orcid_survives_merging (void)
{
    static const Fields WITH = {.id = "1", .author = "Bo Li", .orcid = "0000-0002-1825-0097"};
    static const Fields WITHOUT = {.id = "1", .author = "Bo Li"};
    g_autoptr (RhumbPools) pools = rhumb_pools_new ();
    for (guint way = 0; way < 2; way++) {
        RhumbDraft *a = make_draft (way == 0 ? &WITH : &WITHOUT, pools);
        RhumbDraft *b = make_draft (way == 0 ? &WITHOUT : &WITH, pools);
        rhumb_draft_merge (a, b, pools->lasting);
        g_assert_cmpstr (a->orcids[0], ==, "0000-0002-1825-0097");
    }
}

/* Each source knows something of the same people. */
static void
the_fullest_name_and_every_id_of_a_person_stay (void)
{
    static const Fields SHORT = {.id = "1", .author = "He K", .orcid = "0000-0002-1825-0097"};
    static const Fields FULL = {.id = "1", .author = "He, Kaiming"};
    static const Fields OTHER = {.id = "1", .author = "Hu, Kai"};
    g_autoptr (RhumbPools) pools = rhumb_pools_new ();
    for (guint way = 0; way < 2; way++) {
        RhumbDraft *a = make_draft (way == 0 ? &SHORT : &FULL, pools);
        RhumbDraft *b = make_draft (way == 0 ? &FULL : &SHORT, pools);
        rhumb_draft_merge (a, b, pools->lasting);
        g_assert_cmpstr (a->authors[0], ==, "He, Kaiming");
        g_assert_cmpstr (a->orcids[0], ==, "0000-0002-1825-0097");
        RhumbDraft *c = make_draft (&OTHER, pools);
        rhumb_draft_merge (c, a, pools->lasting);
        g_assert_cmpstr (c->authors[0], ==, "He, Kaiming");
    }
}

static void
fields_of_all_sources_stay (void)
{
    static const Fields A = {.id = "1", .extra = "{\"b\":[1,2],\"a\":\"x\"}"};
    static const Fields B = {.id = "1", .extra = "{\"c\":{\"d\":\"}\"},\"a\":\"long\"}"};
    static const Fields BROKEN = {.id = "1", .extra = "{\"c\":"};
    g_autoptr (RhumbPools) pools = rhumb_pools_new ();
    for (guint way = 0; way < 2; way++) {
        RhumbDraft *a = make_draft (way == 0 ? &A : &B, pools);
        RhumbDraft *b = make_draft (way == 0 ? &B : &A, pools);
        rhumb_draft_merge (a, b, pools->lasting);
        g_assert_cmpstr (a->paper.extra, ==, "{\"a\":\"long\",\"b\":[1,2],\"c\":{\"d\":\"}\"}}");
        rhumb_draft_merge (a, make_draft (&BROKEN, pools), pools->lasting);
        g_assert_cmpstr (a->paper.extra, ==, "{\"a\":\"long\",\"b\":[1,2],\"c\":{\"d\":\"}\"}}");
    }
}

static void
a_title_id_gives_way_to_any_other (void)
{
    static const Fields UNNAMED = {.title = "Maps"};
    static const Fields NAMED = {.id = "zz", .title = "Maps"};
    g_autoptr (RhumbPools) pools = rhumb_pools_new ();
    for (guint way = 0; way < 2; way++) {
        RhumbDraft *a = make_draft (way == 0 ? &NAMED : &UNNAMED, pools);
        RhumbDraft *b = make_draft (way == 0 ? &UNNAMED : &NAMED, pools);
        rhumb_draft_merge (a, b, pools->lasting);
        g_assert_cmpstr (a->paper.id, ==, "zz");
        g_assert_cmpuint (g_strv_length ((char **)a->keys), ==, 1);
    }
}

static void
a_disowned_key_leaves_the_title (void)
{
    static const Fields BARE = {.title = "Maps", .doi = "10.1000/x"};
    static const Fields NAMED = {.id = "W1", .title = "Maps", .doi = "10.1000/x"};
    g_autoptr (RhumbPools) pools = rhumb_pools_new ();
    RhumbDraft *bare = make_draft (&BARE, pools);
    RhumbDraft *named = make_draft (&NAMED, pools);
    rhumb_draft_disown_key (bare, "doi:10.1000/x", pools->lasting);
    rhumb_draft_disown_key (named, "doi:10.1000/x", pools->lasting);
    g_assert_true (g_str_has_prefix (bare->paper.id, "key:"));
    g_assert_cmpstr (bare->keys[0], ==, bare->paper.id);
    g_assert_cmpstr (named->paper.id, ==, "W1");
    g_assert_cmpuint (g_strv_length ((char **)named->keys), ==, 1);
    g_assert_cmpstr (bare->paper.doi, ==, "10.1000/x");
}

/* PubMed's ids are numbers: without a title or another id such a record is nobody's. */
static void
a_record_that_nothing_names_is_none (void)
{
    g_autoptr (RhumbPools) pools = rhumb_pools_new ();
    g_autoptr (RhumbRecord) record = rhumb_record_new ();
    g_ptr_array_add (record->ids, (gpointer) "pmid:none");
    g_assert_null (rhumb_draft_new (record, pools, 0));
    record->title = "A title";
    g_assert_nonnull (rhumb_draft_new (record, pools, 0));
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/corpus-draft/every-field-is-cleaned", every_field_is_cleaned);
    g_test_add_func ("/corpus-draft/empty-values-vanish", empty_values_vanish);
    g_test_add_func ("/corpus-draft/the-sources-own-id-comes-first",
                     the_sources_own_id_comes_first);
    g_test_add_func ("/corpus-draft/a-title-id-depends-on-title-and-year-alone",
                     a_title_id_depends_on_title_and_year_alone);
    g_test_add_func ("/corpus-draft/a-common-title-needs-its-author-too",
                     a_common_title_needs_its_author_too);
    g_test_add_func ("/corpus-draft/merging-is-commutative-and-associative",
                     merging_is_commutative_and_associative);
    g_test_add_func ("/corpus-draft/the-fullest-name-and-every-id-of-a-person-stay",
                     the_fullest_name_and_every_id_of_a_person_stay);
    g_test_add_func ("/corpus-draft/fields-of-all-sources-stay", fields_of_all_sources_stay);
    g_test_add_func ("/corpus-draft/an-orcid-survives-merging", an_orcid_survives_merging);
    g_test_add_func ("/corpus-draft/a-title-id-gives-way-to-any-other",
                     a_title_id_gives_way_to_any_other);
    g_test_add_func ("/corpus-draft/a-disowned-key-leaves-the-title",
                     a_disowned_key_leaves_the_title);
    g_test_add_func ("/corpus-draft/a-record-that-nothing-names-is-none",
                     a_record_that_nothing_names_is_none);
    return g_test_run ();
}
