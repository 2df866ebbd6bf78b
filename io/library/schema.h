/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include "io/sqlite-door.h"

G_BEGIN_DECLS

#define RHUMB_LIBRARY_APPLICATION 0x52686d62 /* "Rhmb" */
#define RHUMB_LIBRARY_VERSION 1

/* The columns that papers and records share. */
#define RHUMB_LIBRARY_FIELDS                                                                 \
    "title, year, date, type, volume, issue, pages, issn, venue_short, language, doi, url, " \
    "cited_by, reference_count, source, line, keywords, \"references\", extra, abstract"

/* What turns version i into version i + 1, where i is its place. */
typedef struct {
    const char *const *steps; /* SQL of each, from version 0 on */
    int version;              /* how many there are */
} RhumbMigrations;

extern const RhumbMigrations rhumb_library_migrations;
extern const char *const rhumb_library_indexes;
extern const char *const rhumb_library_search_table;

gboolean rhumb_library_migrate (RhumbDatabase *database, const RhumbMigrations *migrations,
                                GError **error);
RhumbDatabase *rhumb_library_open (const char *path, const char *name,
                                   const RhumbMigrations *migrations, GError **error);
gboolean rhumb_library_has_index (RhumbDatabase *database);
gboolean rhumb_library_is_head (const char *head, gsize length);

G_END_DECLS
