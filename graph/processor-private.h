/* SPDX-License-Identifier: GPL-2.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Private to the library: functions for processors that can do more than all of their kind, with
 * AVX2 or the foundation of AVX-512, beside plain ones with the same bits for all others. Where
 * WITH_AVX2 is not defined, no function for either can be compiled; tests define WITHOUT_AVX2 to
 * run the plain ones, WITHOUT_AVX512 to run those for AVX2. */
#if defined(__x86_64__) && defined(__GNUC__) && !defined(WITHOUT_AVX2)
#define WITH_AVX2
#define AVX2 __attribute__ ((target ("avx2"))) static
#define AVX512 __attribute__ ((target ("avx512f"))) static
#include <immintrin.h>
#endif

/* Whether the processor that runs this has AVX2. */
static inline gboolean
rhumb_has_avx2 (void)
{
#ifdef WITH_AVX2
    return __builtin_cpu_supports ("avx2");
#else
    return FALSE;
#endif
}

/* Whether it has AVX-512 too. */
static inline gboolean
rhumb_has_avx512 (void)
{
#if defined(WITH_AVX2) && !defined(WITHOUT_AVX512)
    return __builtin_cpu_supports ("avx512f");
#else
    return FALSE;
#endif
}

G_END_DECLS
