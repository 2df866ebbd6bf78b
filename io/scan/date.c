/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Dates as databases write them, for formats that want them in one form: "2016-03-05",
 * "2016 Mar 5", "2016 Mar-Apr", "March 2016", "2016/03/05/".
 *
 * A text that says more, a season or a span of days, is not whole: only its year, and the month if
 * it is clear, can be told in such a form. Source: ISO 8601-1:2019 for the form that is written.
 * Cost: linear in the text.
 */
#include "io/scan/date.h"

#include <string.h>

#include "io/scan/year.h"

#define FEWEST_LETTERS 3

/* The number of the month that begins with @length letters of @word, 0 = none. */
static int
find_month (const char *word, gsize length)
{
    static const char *const months[] = {"january",   "february", "march",    "april",
                                         "may",       "june",     "july",     "august",
                                         "september", "october",  "november", "december"};
    for (guint i = 0; length >= FEWEST_LETTERS && i < G_N_ELEMENTS (months); i++)
        if (g_ascii_strncasecmp (months[i], word, length) == 0)
            return (int)i + 1;
    return 0;
}

/* Takes a word of a date. Returns whether it is understood. */
static gboolean
take_word (RhumbDate *date, const char *word, gsize length)
{
    const int month = find_month (word, length);
    if (month == 0 || date->last_month != 0 || (date->month != 0 && month <= date->month) ||
        (date->month != 0 && date->day != 0))
        return FALSE;
    if (date->month == 0)
        date->month = month;
    else
        date->last_month = month;
    return TRUE;
}

/* Takes a number: a month where there are numbers only and none is known, else a day. Among words
 * a number between year and month is neither for sure. */
static gboolean
take_number (RhumbDate *date, const char *digits, gsize length, gboolean is_numeric,
             gboolean seen_year)
{
    const int number = length <= 2 ? (int)g_ascii_strtoull (digits, NULL, 10) : 0;
    if (is_numeric && date->month == 0 && number >= 1 && number <= 12) {
        date->month = number;
        return TRUE;
    }
    const gboolean has_room = date->day == 0 && date->last_month == 0;
    if (!has_room || number < 1 || number > 31 || (date->month == 0 && (is_numeric || seen_year)))
        return FALSE;
    date->day = number;
    return TRUE;
}

/* Reads a date. In one of numbers alone the year stands first. @text: a date in any wording.
 * Returns what is known of it, all 0 if there is no year. */
RhumbDate
rhumb_date_parse (const char *text)
{
    RhumbDate date = {.year = rhumb_year_find (text), .is_whole = TRUE};
    gboolean is_numeric = TRUE;
    gboolean seen_year = FALSE;
    if (date.year == 0)
        return (RhumbDate){0};
    for (const char *p = text; *p != '\0'; p++)
        is_numeric = is_numeric && !g_ascii_isalpha (*p);
    for (const char *p = text; *p != '\0';) {
        gsize length = 0;
        gboolean known = TRUE;
        if (g_ascii_isdigit (*p)) {
            while (g_ascii_isdigit (p[length]))
                length++;
            const gboolean is_year =
                length == 4 && !seen_year && (int)g_ascii_strtoull (p, NULL, 10) == date.year;
            known = is_year || ((seen_year || !is_numeric) &&
                                take_number (&date, p, length, is_numeric, seen_year));
            seen_year |= is_year;
        } else if (g_ascii_isalpha (*p)) {
            while (g_ascii_isalpha (p[length]))
                length++;
            known = take_word (&date, p, length);
        } else {
            known = strchr (" -/,.", *p) != NULL;
            length = 1;
        }
        date.is_whole = date.is_whole && known;
        p += length;
    }
    if (date.day != 0 && date.month == 0)
        date.is_whole = FALSE;
    if (date.day != 0 && (date.month == 0 || date.last_month != 0))
        date.day = 0;
    return date;
}

/* Writes a date, or a span of months, in the form of ISO 8601. @date: a date with a year. Returns
 * "2016", "2016-03", "2016-03-05" or "2016-03/2016-04". */
char *
rhumb_date_format_iso (const RhumbDate *date)
{
    if (date->month == 0)
        return g_strdup_printf ("%04d", date->year);
    if (date->last_month != 0)
        return g_strdup_printf ("%04d-%02d/%04d-%02d", date->year, date->month, date->year,
                                date->last_month);
    if (date->day == 0)
        return g_strdup_printf ("%04d-%02d", date->year, date->month);
    return g_strdup_printf ("%04d-%02d-%02d", date->year, date->month, date->day);
}

/* The end of "2016", "2016-03" or "2016-03-05"; NULL if @text begins with none. */
static const char *
skip_iso (const char *text)
{
    if (strspn (text, "0123456789") != 4)
        return NULL;
    const char *p = text + 4;
    for (guint i = 0; i < 2 && *p == '-'; i++, p += 3)
        if (strspn (p + 1, "0123456789") != 2)
            return NULL;
    return p;
}

/* Tells whether a date, or a span of dates, is written as ISO 8601 has it. @text: a date. */
gboolean
rhumb_date_is_iso (const char *text)
{
    const char *end = skip_iso (text);
    if (end != NULL && *end == '/')
        end = skip_iso (end + 1);
    return end != NULL && *end == '\0';
}
