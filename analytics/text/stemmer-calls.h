/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include <glib.h>
#include <libstemmer.h>

/* What stems.c calls of libstemmer, which is opened when the first word is stemmed: its tables of
 * all languages are half of what a program would have to set right when it starts. */
typedef struct {
    __typeof__ (sb_stemmer_new) *make;
    __typeof__ (sb_stemmer_delete) *destroy;
    __typeof__ (sb_stemmer_stem) *stem;
    __typeof__ (sb_stemmer_length) *get_length;
} RhumbStemmerCalls;
