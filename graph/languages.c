/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Languages by their codes and English names: databases write en (OpenAlex), eng (PubMed) and
 * English (Web of Science, Scopus) for one language. ISO 639-1 and ISO 639-2, both forms of the
 * latter, for the languages in which papers are written.
 */
#include "graph/languages.h"

#include <string.h>

#include "graph/word-list.h"

static const struct {
    const char *code;
    const char *names; /* separated by "|" */
} LANGUAGES[] = {
    {"af", "afr|afrikaans"},
    {"ar", "ara|arabic"},
    {"az", "aze|azerbaijani"},
    {"be", "bel|belarusian|byelorussian"},
    {"bg", "bul|bulgarian"},
    {"bs", "bos|bosnian"},
    {"ca", "cat|catalan"},
    {"cs", "cze|ces|czech"},
    {"cy", "wel|cym|welsh"},
    {"da", "dan|danish"},
    {"de", "ger|deu|german|ngerman"},
    {"el", "gre|ell|greek"},
    {"en", "eng|english|american|british|usenglish|ukenglish"},
    {"es", "spa|spanish|castilian"},
    {"et", "est|estonian"},
    {"eu", "baq|eus|basque"},
    {"fa", "per|fas|persian|farsi"},
    {"fi", "fin|finnish"},
    {"fr", "fre|fra|french"},
    {"gl", "glg|galician"},
    {"he", "heb|hebrew"},
    {"hi", "hin|hindi"},
    {"hr", "hrv|croatian"},
    {"hu", "hun|hungarian"},
    {"hy", "arm|hye|armenian"},
    {"id", "ind|indonesian"},
    {"is", "ice|isl|icelandic"},
    {"it", "ita|italian"},
    {"ja", "jpn|japanese"},
    {"ka", "geo|kat|georgian"},
    {"kk", "kaz|kazakh"},
    {"ko", "kor|korean"},
    {"la", "lat|latin"},
    {"lt", "lit|lithuanian"},
    {"lv", "lav|latvian"},
    {"mk", "mac|mkd|macedonian"},
    {"ms", "may|msa|malay"},
    {"nl", "dut|nld|dutch|flemish"},
    {"no", "nor|norwegian|nb|nob|nn|nno"},
    {"pl", "pol|polish"},
    {"pt", "por|portuguese"},
    {"ro", "rum|ron|romanian"},
    {"ru", "rus|russian"},
    {"sk", "slo|slk|slovak"},
    {"sl", "slv|slovenian"},
    {"sq", "alb|sqi|albanian"},
    {"sr", "srp|serbian"},
    {"sv", "swe|swedish"},
    {"th", "tha|thai"},
    {"tr", "tur|turkish"},
    {"uk", "ukr|ukrainian"},
    {"ur", "urd|urdu"},
    {"uz", "uzb|uzbek"},
    {"vi", "vie|vietnamese"},
    {"zh", "chi|zho|chinese"},
};

/* The ISO 639-1 code of a language, whatever the case of the letters; %NULL if it is not known.
 * @name: a code of two or three letters, with or without a region ("en-GB"), or an English name. */
const char *
rhumb_language_get_code (const char *name)
{
    const gsize length = strcspn (name, "-_|");
    if (length == 0 || name[length] == '|')
        return NULL;
    for (gsize i = 0; i < G_N_ELEMENTS (LANGUAGES); i++)
        if (rhumb_word_list_has (LANGUAGES[i].code, name, length) ||
            rhumb_word_list_has (LANGUAGES[i].names, name, length))
            return LANGUAGES[i].code;
    return NULL;
}
