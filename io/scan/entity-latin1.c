/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * The entities of Latin-1 as HTML and the DTDs of bibliographies (dblp.dtd) name them.
 *
 * Accents in names of people come this way; without them two spellings make two people.
 * Source: HTML 4, HTMLlat1. Cost: one look over 96 names.
 */
#include "io/scan/entity-latin1.h"

#include <string.h>

/* clang-format off: the names of U+00A0 to U+00FF in their order */
static const struct {
    const char *name;
    const char *text;
} entities[] = {
    {"nbsp", " "},   {"iexcl", "¡"},  {"cent", "¢"},   {"pound", "£"},  {"curren", "¤"},
    {"yen", "¥"},    {"brvbar", "¦"}, {"sect", "§"},   {"uml", "¨"},    {"copy", "©"},
    {"ordf", "ª"},   {"laquo", "«"},  {"not", "¬"},    {"shy", ""},     {"reg", "®"},
    {"macr", "¯"},   {"deg", "°"},    {"plusmn", "±"}, {"sup2", "²"},   {"sup3", "³"},
    {"acute", "´"},  {"micro", "µ"},  {"para", "¶"},   {"middot", "·"}, {"cedil", "¸"},
    {"sup1", "¹"},   {"ordm", "º"},   {"raquo", "»"},  {"frac14", "¼"}, {"frac12", "½"},
    {"frac34", "¾"}, {"iquest", "¿"}, {"Agrave", "À"}, {"Aacute", "Á"}, {"Acirc", "Â"},
    {"Atilde", "Ã"}, {"Auml", "Ä"},   {"Aring", "Å"},  {"AElig", "Æ"},  {"Ccedil", "Ç"},
    {"Egrave", "È"}, {"Eacute", "É"}, {"Ecirc", "Ê"},  {"Euml", "Ë"},   {"Igrave", "Ì"},
    {"Iacute", "Í"}, {"Icirc", "Î"},  {"Iuml", "Ï"},   {"ETH", "Ð"},    {"Ntilde", "Ñ"},
    {"Ograve", "Ò"}, {"Oacute", "Ó"}, {"Ocirc", "Ô"},  {"Otilde", "Õ"}, {"Ouml", "Ö"},
    {"times", "×"},  {"Oslash", "Ø"}, {"Ugrave", "Ù"}, {"Uacute", "Ú"}, {"Ucirc", "Û"},
    {"Uuml", "Ü"},   {"Yacute", "Ý"}, {"THORN", "Þ"},  {"szlig", "ß"},  {"agrave", "à"},
    {"aacute", "á"}, {"acirc", "â"},  {"atilde", "ã"}, {"auml", "ä"},   {"aring", "å"},
    {"aelig", "æ"},  {"ccedil", "ç"}, {"egrave", "è"}, {"eacute", "é"}, {"ecirc", "ê"},
    {"euml", "ë"},   {"igrave", "ì"}, {"iacute", "í"}, {"icirc", "î"},  {"iuml", "ï"},
    {"eth", "ð"},    {"ntilde", "ñ"}, {"ograve", "ò"}, {"oacute", "ó"}, {"ocirc", "ô"},
    {"otilde", "õ"}, {"ouml", "ö"},   {"divide", "÷"}, {"oslash", "ø"}, {"ugrave", "ù"},
    {"uacute", "ú"}, {"ucirc", "û"},  {"uuml", "ü"},   {"yacute", "ý"}, {"thorn", "þ"},
    {"yuml", "ÿ"},
};
/* clang-format on */

/* Finds what a Latin-1 entity stands for; a hard space is a space, a soft hyphen nothing. @name:
 * name of an entity, without '&' and ';'. Returns UTF-8, %NULL if the name is not known here. */
const char *
rhumb_entity_find_latin1 (const char *name)
{
    for (gsize i = 0; i < G_N_ELEMENTS (entities); i++)
        if (strcmp (entities[i].name, name) == 0)
            return entities[i].text;
    return NULL;
}
