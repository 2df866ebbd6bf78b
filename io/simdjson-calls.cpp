/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * All of librhumb-json, behind the door to simdjson: the only file that includes it and the only one
 * in C++.
 *
 * The whole text is parsed and validated before the first value is given: UTF-8, surrogates,
 * numbers, nesting (at most 1024 deep). Values are places on the parser's tape, so walking over
 * them allocates nothing; strings end with a NUL there. No exception and no type of C++ leaves
 * this file.
 * Source: Langdale and Lemire 2019, Parsing gigabytes of JSON per second,
 * doi:10.1007/s00778-019-00578-5. Cost: linear; memory about twice the text.
 */
#define SIMDJSON_EXCEPTIONS 0
#include "io/simdjson-calls.h"

#include <simdjson.h>

#include <array>
#include <cstring>
#include <string>
#include <string_view>

namespace dom = simdjson::dom;

struct _RhumbJsonParser {
    dom::parser parser;
};

static_assert (sizeof (dom::element) == sizeof (RhumbJson), "a value is two words");
static_assert (sizeof (dom::array::iterator) == sizeof (RhumbJson), "so is a place in a list");
static_assert (sizeof (dom::object::iterator) == sizeof (RhumbJson), "and in an object");

/* The types are made of the same two words; copying them keeps to the language's rules. */
template <typename To, typename From>
static To
copy_words (const From &from) noexcept
{
    To to;
    std::memcpy (static_cast<void *> (&to), static_cast<const void *> (&from), sizeof to);
    return to;
}

static dom::element
as_element (RhumbJson value) noexcept
{
    return copy_words<dom::element> (value);
}

/* json_parser_new: a parser without a text. */
static RhumbJsonParser *
json_parser_new (void)
{
    return new _RhumbJsonParser;
}

/* json_parser_free: frees @parser and what it gave. */
static void
json_parser_free (RhumbJsonParser *parser)
{
    delete parser;
}

/* What simdjson says of an error, without the full stop: more follows in our messages. */
static const char *
get_message (simdjson::error_code code) noexcept
{
    static const auto messages = [] {
        std::array<std::string, simdjson::NUM_ERROR_CODES> all;
        for (std::size_t i = 0; i < all.size (); i++) {
            all[i] = simdjson::error_message (static_cast<simdjson::error_code> (i));
            if (!all[i].empty () && all[i].back () == '.')
                all[i].pop_back ();
        }
        return all;
    }();
    return messages[code].c_str ();
}

/*
 * json_parse:
 * @parser: a parser
 * @text: (array length=length): a JSON value
 * @length: its bytes, below 4 GiB
 * @value: (out): the value, until @parser parses again
 * @problem: (out): what is wrong, in words that are never freed
 *
 * Parses a text.
 *
 * Returns: %FALSE if it is not valid JSON
 */
static gboolean
json_parse (RhumbJsonParser *parser, const char *text, gsize length, RhumbJson *value,
                  const char **problem)
{
    dom::element root;
    const auto code = parser->parser.parse (text, length).get (root);
    *value = RhumbJson{nullptr, 0};
    if (code != simdjson::SUCCESS) {
        *problem = get_message (code);
        return FALSE;
    }
    *value = copy_words<RhumbJson> (root);
    return TRUE;
}

/* json_get_type: what @value is. */
static RhumbJsonType
json_get_type (RhumbJson value)
{
    if (value.document == nullptr)
        return RHUMB_JSON_NONE;
    switch (as_element (value).type ()) {
    case dom::element_type::ARRAY:
        return RHUMB_JSON_LIST;
    case dom::element_type::OBJECT:
        return RHUMB_JSON_OBJECT;
    case dom::element_type::INT64:
    case dom::element_type::UINT64:
        return RHUMB_JSON_INTEGER;
    case dom::element_type::DOUBLE:
        return RHUMB_JSON_REAL;
    case dom::element_type::STRING:
        return RHUMB_JSON_TEXT;
    case dom::element_type::BOOL:
        return RHUMB_JSON_FLAG;
    case dom::element_type::NULL_VALUE:
        break;
    }
    return RHUMB_JSON_NULL;
}

/* json_get_text: the text of @value up to the first NUL, %NULL if it is none or empty. */
static const char *
json_get_text (RhumbJson value)
{
    const char *text = nullptr;
    if (value.document == nullptr ||
        as_element (value).get_c_str ().get (text) != simdjson::SUCCESS)
        return nullptr;
    return *text != '\0' ? text : nullptr;
}

/* json_get_string: the text of @value with its length, NULs and all; %NULL if it is none. */
static const char *
json_get_string (RhumbJson value, gsize *length)
{
    const char *text = nullptr;
    if (value.document == nullptr ||
        as_element (value).get_c_str ().get (text) != simdjson::SUCCESS ||
        as_element (value).get_string_length ().get (*length) != simdjson::SUCCESS)
        return nullptr;
    return text;
}

/* json_get_integer: the integer @value, or @otherwise. */
static gint64
json_get_integer (RhumbJson value, gint64 otherwise)
{
    int64_t number = 0;
    if (value.document == nullptr ||
        as_element (value).get_int64 ().get (number) != simdjson::SUCCESS)
        return otherwise;
    return number;
}

/* json_get_real: the number @value, or @otherwise. */
static double
json_get_real (RhumbJson value, double otherwise)
{
    double number = 0;
    if (value.document == nullptr ||
        as_element (value).get_double ().get (number) != simdjson::SUCCESS)
        return otherwise;
    return number;
}

/* json_get_flag: whether @value is true. */
static gboolean
json_get_flag (RhumbJson value)
{
    bool flag = false;
    return value.document != nullptr &&
           as_element (value).get_bool ().get (flag) == simdjson::SUCCESS && flag;
}

/* json_find: the first member @name of @object; no value if there is none. Linear. */
static RhumbJson
json_find (RhumbJson object, const char *name)
{
    dom::object members;
    dom::element found;
    if (object.document == nullptr ||
        as_element (object).get_object ().get (members) != simdjson::SUCCESS ||
        members.at_key (name).get (found) != simdjson::SUCCESS)
        return RhumbJson{nullptr, 0};
    return copy_words<RhumbJson> (found);
}

/* json_iter_init: begins a walk over @value; over nothing if it is no list and no object. */
static void
json_iter_init (RhumbJsonIter *iter, RhumbJson value)
{
    dom::array list;
    dom::object members;
    *iter = RhumbJsonIter{{nullptr, 0}, {nullptr, 0}, FALSE};
    if (value.document == nullptr)
        return;
    if (as_element (value).get_array ().get (list) == simdjson::SUCCESS) {
        iter->at = copy_words<RhumbJson> (list.begin ());
        iter->end = copy_words<RhumbJson> (list.end ());
    } else if (as_element (value).get_object ().get (members) == simdjson::SUCCESS) {
        iter->at = copy_words<RhumbJson> (members.begin ());
        iter->end = copy_words<RhumbJson> (members.end ());
        iter->is_object = TRUE;
    }
}

/* json_iter_get_name_length: bytes of the next member's name, NULs and all; 0 in a list. */
static gsize
json_iter_get_name_length (const RhumbJsonIter *iter)
{
    if (!iter->is_object || iter->at.place == iter->end.place)
        return 0;
    return copy_words<dom::object::iterator> (iter->at).key_length ();
}

/*
 * json_iter_next:
 * @iter: a walk
 * @name: (out) (optional): name of the member, %NULL in a list
 * @value: (out): the value
 *
 * Goes to the next item or member, in the order of the text.
 *
 * Returns: %FALSE at the end
 */
static gboolean
json_iter_next (RhumbJsonIter *iter, const char **name, RhumbJson *value)
{
    if (iter->at.place == iter->end.place)
        return FALSE;
    if (iter->is_object) {
        auto at = copy_words<dom::object::iterator> (iter->at);
        if (name != nullptr)
            *name = at.key_c_str ();
        *value = copy_words<RhumbJson> (at.value ());
        ++at;
        iter->at = copy_words<RhumbJson> (at);
    } else {
        auto at = copy_words<dom::array::iterator> (iter->at);
        if (name != nullptr)
            *name = nullptr;
        *value = copy_words<RhumbJson> (*at);
        ++at;
        iter->at = copy_words<RhumbJson> (at);
    }
    return TRUE;
}

/* json_append: appends @value to @out as JSON without blanks. */
static void
json_append (GString *out, RhumbJson value)
{
    if (value.document == nullptr)
        return;
    const std::string text = simdjson::minify (as_element (value));
    g_string_append_len (out, text.data (), static_cast<gssize> (text.size ()));
}

/* A long word at many places is more text than any abstract. */
static const gsize longest_text = static_cast<gsize> (16) << 20;

/* Puts @word down at its positions. Returns how many are none, or too far on in @length bytes. */
static guint
place_word (std::string_view word, const dom::array &positions, guint most, gsize *length,
            GArray *words) noexcept
{
    guint n_bad = 0;
    for (const dom::element item : positions) {
        int64_t position = -1;
        if (item.get_int64 ().get (position) != simdjson::SUCCESS || position < 0 ||
            position >= most || *length + word.size () >= longest_text) {
            n_bad++;
            continue;
        }
        *length += word.size () + 1;
        if (position >= words->len)
            g_array_set_size (words, static_cast<guint> (position) + 1);
        g_array_index (words, RhumbJsonWord, position) = {word.data (), word.size ()};
    }
    return n_bad;
}

/* Writes the words that are there with a blank behind each. */
static void
write_words (const GArray *words, GString *text) noexcept
{
    gsize length = 0;
    for (guint i = 0; i < words->len; i++)
        length += g_array_index (words, RhumbJsonWord, i).length + 1;
    g_string_set_size (text, length);
    char *to = text->str;
    for (guint i = 0; i < words->len; i++) {
        const RhumbJsonWord *word = &g_array_index (words, RhumbJsonWord, i);
        if (word->text == nullptr)
            continue;
        std::memcpy (to, word->text, word->length);
        to += word->length;
        *to++ = ' ';
    }
    g_string_set_size (text, static_cast<gsize> (to - text->str));
}

/*
 * json_join_words:
 * @index: an object of words with the lists of their positions
 * @most: positions below this are good
 * @words: (element-type RhumbJsonWord): room for the words, cleared when it grows
 * @text: (out): the words in their places with a blank behind each
 *
 * Inverts an inverted index, which is half of what a work of OpenAlex holds: the walk over it is
 * here because every step through the door would cost as much as what it steps to. A value that is
 * no list has no positions; of two words in one place the last one counts. Words beyond 16 MiB of
 * text are left out.
 *
 * Returns: how many items of the lists are no positions, or of words beyond that
 */
static guint
json_join_words (RhumbJson index, guint most, GArray *words, GString *text)
{
    guint n_bad = 0;
    gsize length = 0;
    dom::object members;
    dom::array positions;
    g_array_set_size (words, 0);
    if (index.document != nullptr &&
        as_element (index).get_object ().get (members) == simdjson::SUCCESS)
        for (const dom::key_value_pair member : members)
            if (member.value.get_array ().get (positions) == simdjson::SUCCESS)
                n_bad += place_word (member.key, positions, most, &length, words);
    write_words (words, text);
    return n_bad;
}

extern "C" const RhumbJsonCalls rhumb_json_calls = {
    json_parser_new,
    json_parser_free,
    json_parse,
    json_get_type,
    json_get_text,
    json_get_string,
    json_get_integer,
    json_get_real,
    json_get_flag,
    json_find,
    json_iter_init,
    json_iter_get_name_length,
    json_iter_next,
    json_append,
    json_join_words,
};
