/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The year in a date as sources write it: "2019", "2019-10", "c. 1920", "Oct 2019", "20191001".
 *
 * Cost: linear in the text.
 */
#include "io/scan/year.h"

#define FIRST_YEAR 1000
#define LAST_YEAR 2999

/* Whether eight digits are a year, a month and a day. */
static gboolean
is_day (int number)
{
    const int month = number / 100 % 100;
    const int day = number % 100;
    return month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

/* Finds the first number of exactly four digits from 1000 to 2999, or of eight that begin so and
 * are a day. @text: a date in any wording. Returns the year, 0 if there is none. */
int
rhumb_year_find (const char *text)
{
    while (*text != '\0') {
        int number = 0;
        guint n_digits = 0;
        for (; g_ascii_isdigit (*text); text++) {
            number = n_digits < 8 ? number * 10 + (*text - '0') : number;
            n_digits++;
        }
        if (n_digits == 8 && is_day (number)) {
            number /= 10000;
            n_digits = 4;
        }
        if (n_digits == 4 && number >= FIRST_YEAR && number <= LAST_YEAR)
            return number;
        text += n_digits == 0;
    }
    return 0;
}
