/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct Hnswlib Hnswlib;

Hnswlib *hnswlib_new (const float *value, size_t n, size_t d, size_t m, size_t width);
size_t hnswlib_search (Hnswlib *all, const float *query, size_t k, size_t width, unsigned *found);
size_t hnswlib_count (Hnswlib *all, const float *query, size_t k, size_t width);
void hnswlib_free (Hnswlib *all);

#ifdef __cplusplus
}
#endif
