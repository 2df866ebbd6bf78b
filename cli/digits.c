/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Numbers with 8 significant digits and a decimal point in every locale: what "%.8g" prints, in a
 * tenth of the time, for tables of millions of them.
 *
 * Method: the number times the power of ten that makes it a whole one of 8 digits, in long double,
 * is off by a few units in its last place. If that cannot change how it is rounded, its digits are
 * right. Else, about once in 10⁹ numbers where long double has 64 bits, and for exact halves, very
 * large and very small numbers, the C library is asked.
 */
#include "cli/digits.h"

#include <float.h>
#include <math.h>

#define N_DIGITS 8

/* Powers of ten up to here are exact in 64 bits. */
#define MOST_POWER 27

/* The digits of a positive number as a whole number of 8 of them, and its decimal exponent.
 * FALSE: they are not sure. */
static gboolean
find_digits (double value, guint32 *digits, int *exponent)
{
    static const long double POWERS[MOST_POWER + 1] = {
        1e0L,  1e1L,  1e2L,  1e3L,  1e4L,  1e5L,  1e6L,  1e7L,  1e8L,  1e9L,
        1e10L, 1e11L, 1e12L, 1e13L, 1e14L, 1e15L, 1e16L, 1e17L, 1e18L, 1e19L,
        1e20L, 1e21L, 1e22L, 1e23L, 1e24L, 1e25L, 1e26L, 1e27L,
    };
    int binary;
    frexp (value, &binary);
    /* log10 (2) is 0.30103; one too small at most, which shows below. */
    int power = N_DIGITS - 1 - (int)floor ((binary - 1) * 0.30103);
    if (power > MOST_POWER || power < 1 - MOST_POWER)
        return FALSE;
    long double scaled = power >= 0 ? value * POWERS[power] : value / POWERS[-power];
    if (scaled >= POWERS[N_DIGITS]) {
        power--;
        scaled = power >= 0 ? value * POWERS[power] : value / POWERS[-power];
    }
    const guint32 whole = (guint32)scaled;
    const long double half = scaled - whole - 0.5L;
    if (fabsl (half) <= 4 * LDBL_EPSILON * scaled || scaled < POWERS[N_DIGITS - 1] ||
        scaled >= POWERS[N_DIGITS])
        return FALSE;
    *digits = whole + (half > 0);
    *exponent = N_DIGITS - 1 - power;
    if (*digits == 100000000) {
        *digits = 10000000;
        ++*exponent;
    }
    return TRUE;
}

/* Writes a whole number to the end of @room. Returns where it begins. */
const char *
digits_of_integer (char room[DIGITS_ROOM], gint64 value)
{
    char *at = &room[DIGITS_ROOM - 1];
    guint64 rest = value < 0 ? -(guint64)value : (guint64)value;
    *at = '\0';
    do
        *--at = (char)('0' + rest % 10);
    while ((rest /= 10) > 0);
    if (value < 0)
        *--at = '-';
    return at;
}

/* As "%g" puts them: fixed from 0.0001 to eight digits before the point, else with an exponent;
 * no zeros at the end. */
static void
put_digits (GString *text, guint32 digits, int exponent)
{
    char shown[N_DIGITS];
    guint n = N_DIGITS;
    for (guint i = N_DIGITS; i-- > 0; digits /= 10)
        shown[i] = (char)('0' + digits % 10);
    while (n > 1 && shown[n - 1] == '0')
        n--;
    const gboolean is_fixed = exponent >= -4 && exponent < N_DIGITS;
    if (is_fixed && exponent < 0) {
        g_string_append_len (text, "0.000", 1 - exponent);
        g_string_append_len (text, shown, n);
        return;
    }
    const guint n_before = is_fixed ? (guint)exponent + 1 : 1;
    g_string_append_len (text, shown, n_before);
    if (n > n_before) {
        g_string_append_c (text, '.');
        g_string_append_len (text, shown + n_before, n - n_before);
    }
    if (!is_fixed) {
        char room[DIGITS_ROOM];
        g_string_append (text, exponent < 0 ? "e-" : "e+");
        if (ABS (exponent) < 10)
            g_string_append_c (text, '0');
        g_string_append (text, digits_of_integer (room, ABS (exponent)));
    }
}

/* Appends a number; "inf" and "nan" as C has them. */
void
digits_append (GString *text, double value)
{
    guint32 digits = 0;
    int exponent = 0;
    if (value == 0 || !isfinite (value) || !find_digits (fabs (value), &digits, &exponent)) {
        char buffer[G_ASCII_DTOSTR_BUF_SIZE];
        g_string_append (text, g_ascii_formatd (buffer, sizeof buffer, "%.8g", value));
        return;
    }
    if (value < 0)
        g_string_append_c (text, '-');
    put_digits (text, digits, exponent);
}

/* For people: 1234567 as "1,234,567". */
void
digits_append_grouped (GString *text, guint64 value)
{
    const gsize start = text->len;
    g_string_append_printf (text, "%" G_GUINT64_FORMAT, value);
    for (gsize end = text->len; end > start + 3; end -= 3)
        g_string_insert_c (text, (gssize)end - 3, ',');
}
