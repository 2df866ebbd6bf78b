/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * How many digits jansson writes of real numbers: 15 where each is read back as the same, so that
 * 0.1 stays "0.1", and 17, which are always enough, where one is not.
 * Cost: linear in values.
 */
#include "io/write/json-reals.h"

#define FEW_DIGITS 15

static gboolean is_short (const json_t *value);

static gboolean
are_members_short (const json_t *object)
{
    const char *name;
    json_t *member;
    gboolean all = TRUE;
    json_object_foreach ((json_t *)object, name, member)
    {
        all = all && is_short (member);
    }
    return all;
}

static gboolean
is_short (const json_t *value)
{
    char digits[G_ASCII_DTOSTR_BUF_SIZE];
    if (json_is_object (value))
        return are_members_short (value);
    for (size_t i = 0; i < json_array_size (value); i++)
        if (!is_short (json_array_get (value, i)))
            return FALSE;
    if (!json_is_real (value))
        return TRUE;
    g_ascii_formatd (digits, sizeof digits, "%.15g", json_real_value (value));
    return g_ascii_strtod (digits, NULL) == json_real_value (value);
}

/* Chooses with how many digits real numbers are written. @value: what is written. Returns flags for
 * json_dumps(). */
size_t
rhumb_json_choose_precision (const json_t *value)
{
    return is_short (value) ? JSON_REAL_PRECISION (FEW_DIGITS) : 0;
}
