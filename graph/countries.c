/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Countries by their names: ISO 3166-1 codes, the usual English names, and the forms that Web of
 * Science prints. The parts of the United Kingdom count as one country.
 */
#include <string.h>

#include "graph/affiliations.h"

typedef struct {
    const char *code;
    const char *name;
    const char *others; /* separated by "|"; NULL = none */
} Country;

static const Country COUNTRIES[] = {
    {"AF", "Afghanistan", NULL},
    {"AL", "Albania", NULL},
    {"DZ", "Algeria", NULL},
    {"AD", "Andorra", NULL},
    {"AO", "Angola", NULL},
    {"AR", "Argentina", NULL},
    {"AM", "Armenia", NULL},
    {"AU", "Australia", NULL},
    {"AT", "Austria", NULL},
    {"AZ", "Azerbaijan", NULL},
    {"BH", "Bahrain", NULL},
    {"BD", "Bangladesh", NULL},
    {"BY", "Belarus", NULL},
    {"BE", "Belgium", NULL},
    {"BJ", "Benin", NULL},
    {"BO", "Bolivia", NULL},
    {"BA", "Bosnia and Herzegovina", "Bosnia & Herceg"},
    {"BW", "Botswana", NULL},
    {"BR", "Brazil", "Brasil"},
    {"BN", "Brunei", NULL},
    {"BG", "Bulgaria", NULL},
    {"BF", "Burkina Faso", NULL},
    {"BI", "Burundi", NULL},
    {"KH", "Cambodia", NULL},
    {"CM", "Cameroon", NULL},
    {"CA", "Canada", NULL},
    {"TD", "Chad", NULL},
    {"CL", "Chile", NULL},
    {"CN", "China",
     "Peoples R China|People's Republic of China|PR China|P. R. China|P.R. China|Mainland China"},
    {"CO", "Colombia", NULL},
    {"CD", "Democratic Republic of the Congo", NULL},
    {"CG", "Congo", NULL},
    {"CR", "Costa Rica", NULL},
    {"CI", "Côte d'Ivoire", "Cote Ivoire|Ivory Coast"},
    {"HR", "Croatia", NULL},
    {"CU", "Cuba", NULL},
    {"CY", "Cyprus", NULL},
    {"CZ", "Czech Republic", "Czechia"},
    {"DK", "Denmark", NULL},
    {"DO", "Dominican Republic", NULL},
    {"EC", "Ecuador", NULL},
    {"EG", "Egypt", NULL},
    {"SV", "El Salvador", NULL},
    {"EE", "Estonia", NULL},
    {"ET", "Ethiopia", NULL},
    {"FJ", "Fiji", NULL},
    {"FI", "Finland", NULL},
    {"FR", "France", NULL},
    {"GA", "Gabon", NULL},
    {"GM", "Gambia", NULL},
    {"GE", "Georgia", NULL},
    {"DE", "Germany", "Deutschland"},
    {"GH", "Ghana", NULL},
    {"GR", "Greece", NULL},
    {"GT", "Guatemala", NULL},
    {"GN", "Guinea", NULL},
    {"HN", "Honduras", NULL},
    {"HK", "Hong Kong", NULL},
    {"HU", "Hungary", NULL},
    {"IS", "Iceland", NULL},
    {"IN", "India", NULL},
    {"ID", "Indonesia", NULL},
    {"IR", "Iran", "Islamic Republic of Iran"},
    {"IQ", "Iraq", NULL},
    {"IE", "Ireland", "Republic of Ireland"},
    {"IL", "Israel", NULL},
    {"IT", "Italy", "Italia"},
    {"JM", "Jamaica", NULL},
    {"JP", "Japan", NULL},
    {"JO", "Jordan", NULL},
    {"KZ", "Kazakhstan", NULL},
    {"KE", "Kenya", NULL},
    {"KW", "Kuwait", NULL},
    {"KG", "Kyrgyzstan", NULL},
    {"LA", "Laos", NULL},
    {"LV", "Latvia", NULL},
    {"LB", "Lebanon", NULL},
    {"LY", "Libya", NULL},
    {"LI", "Liechtenstein", NULL},
    {"LT", "Lithuania", NULL},
    {"LU", "Luxembourg", NULL},
    {"MO", "Macao", "Macau"},
    {"MG", "Madagascar", NULL},
    {"MW", "Malawi", NULL},
    {"MY", "Malaysia", NULL},
    {"ML", "Mali", NULL},
    {"MT", "Malta", NULL},
    {"MU", "Mauritius", NULL},
    {"MX", "Mexico", "México"},
    {"MD", "Moldova", NULL},
    {"MC", "Monaco", NULL},
    {"MN", "Mongolia", NULL},
    {"ME", "Montenegro", NULL},
    {"MA", "Morocco", NULL},
    {"MZ", "Mozambique", NULL},
    {"MM", "Myanmar", NULL},
    {"NA", "Namibia", NULL},
    {"NP", "Nepal", NULL},
    {"NL", "Netherlands", "The Netherlands"},
    {"NZ", "New Zealand", NULL},
    {"NI", "Nicaragua", NULL},
    {"NE", "Niger", NULL},
    {"NG", "Nigeria", NULL},
    {"KP", "North Korea", NULL},
    {"MK", "North Macedonia", "Macedonia"},
    {"NO", "Norway", NULL},
    {"OM", "Oman", NULL},
    {"PK", "Pakistan", NULL},
    {"PS", "Palestine", NULL},
    {"PA", "Panama", NULL},
    {"PG", "Papua New Guinea", NULL},
    {"PY", "Paraguay", NULL},
    {"PE", "Peru", NULL},
    {"PH", "Philippines", NULL},
    {"PL", "Poland", NULL},
    {"PT", "Portugal", NULL},
    {"QA", "Qatar", NULL},
    {"RO", "Romania", NULL},
    {"RU", "Russia", "Russian Federation"},
    {"RW", "Rwanda", NULL},
    {"SA", "Saudi Arabia", NULL},
    {"SN", "Senegal", NULL},
    {"RS", "Serbia", NULL},
    {"SL", "Sierra Leone", NULL},
    {"SG", "Singapore", NULL},
    {"SK", "Slovakia", NULL},
    {"SI", "Slovenia", NULL},
    {"ZA", "South Africa", NULL},
    {"KR", "South Korea", "Republic of Korea|Korea|S. Korea"},
    {"ES", "Spain", "España"},
    {"LK", "Sri Lanka", NULL},
    {"SD", "Sudan", NULL},
    {"SE", "Sweden", NULL},
    {"CH", "Switzerland", NULL},
    {"SY", "Syria", NULL},
    {"TW", "Taiwan", NULL},
    {"TJ", "Tajikistan", NULL},
    {"TZ", "Tanzania", NULL},
    {"TH", "Thailand", NULL},
    {"TG", "Togo", NULL},
    {"TT", "Trinidad and Tobago", "Trinidad Tobago"},
    {"TN", "Tunisia", NULL},
    {"TR", "Türkiye", "Turkey|Turkiye"},
    {"UG", "Uganda", NULL},
    {"UA", "Ukraine", NULL},
    {"AE", "United Arab Emirates", "U Arab Emirates"},
    {"GB", "United Kingdom",
     "UK|U.K.|England|Scotland|Wales|North Ireland|Northern Ireland|Great Britain"},
    {"US", "United States", "USA|U.S.A.|United States of America|US"},
    {"UY", "Uruguay", NULL},
    {"UZ", "Uzbekistan", NULL},
    {"VE", "Venezuela", NULL},
    {"VN", "Vietnam", "Viet Nam"},
    {"YE", "Yemen", NULL},
    {"ZM", "Zambia", NULL},
    {"ZW", "Zimbabwe", NULL},
};

/* Whether @text is a name of @n_name bytes, or ends with it behind what can only be a state and a
 * postal code. */
static gboolean
ends_with (const char *text, const char *name, gsize n_name)
{
    const gsize n_text = strlen (text);
    if (n_text < n_name || g_ascii_strncasecmp (text + n_text - n_name, name, n_name) != 0)
        return FALSE;
    if (n_text == n_name)
        return TRUE;
    gboolean has_digit = FALSE;
    for (gsize i = 0; i < n_text - n_name; i++)
        has_digit = has_digit || g_ascii_isdigit (text[i]);
    /* "MA 02139 USA", "MA USA" */
    return text[n_text - n_name - 1] == ' ' && (has_digit || n_text - n_name == 3);
}

/* Whether @text begins with the two letters of a state of the United States. */
static gboolean
begins_with_state (const char *text)
{
    static const char states[] =
        " AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA "
        "MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD TN "
        "TX UT VT VA WA WV WI WY PR ";
    if (!g_ascii_isupper (text[0]) || !g_ascii_isupper (text[1]))
        return FALSE;
    const char state[] = {' ', text[0], text[1], ' ', '\0'};
    return strstr (states, state) != NULL;
}

/* "OH 45435": before 1998 Web of Science left USA out behind a state and its postal code. */
static gboolean
is_state_with_code (const char *text)
{
    const gsize length = strlen (text);
    return length >= 8 && begins_with_state (text) && text[2] == ' ' &&
           strspn (text + 3, "0123456789") == 5 && (length == 8 || text[8] == '-') &&
           length - 8 == strspn (text + 8, "-0123456789");
}

static gboolean
is_country (const Country *country, const char *text)
{
    if (g_str_equal (text, country->code) ||
        ends_with (text, country->name, strlen (country->name)))
        return TRUE;
    const char *other = country->others;
    while (other != NULL && *other != '\0') {
        const gsize n = strcspn (other, "|");
        if (ends_with (text, other, n))
            return TRUE;
        other += n + (other[n] == '|');
    }
    return FALSE;
}

/* The country of an address by its English name: what stands behind the last comma; %NULL = not
 * recognised. A part "Electronic address: …", as PubMed adds it, is not looked at. @affiliation: an
 * address that ends with a country, or a code or name alone. */
const char *
rhumb_find_country (const char *affiliation)
{
    g_autofree char *copy = g_strdup (affiliation);
    char *mail = strstr (copy, "Electronic address");
    if (mail != NULL)
        *mail = '\0';
    g_strstrip (copy);
    gsize length = strlen (copy);
    if (length > 4 && copy[length - 1] == '.' && copy[length - 3] != '.')
        copy[--length] = '\0';
    const char *comma = strrchr (copy, ',');
    const char *last = comma != NULL ? comma + 1 : copy;
    last += strspn (last, " ");
    /* Panama or Pennsylvania: behind a comma the letters of a state tell nothing. */
    if (comma != NULL && strlen (last) == 2 && begins_with_state (last))
        return NULL;
    for (guint i = 0; i < G_N_ELEMENTS (COUNTRIES); i++)
        if (is_country (&COUNTRIES[i], last))
            return COUNTRIES[i].name;
    return is_state_with_code (last) ? "United States" : NULL;
}
