/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Distinct strings as small numbers, so that words are compared and stored as integers.
 *
 * Open addressing with linear probing, at most half full; the numbers follow the order of
 * arrival and so depend on the input alone, never on the hash. Cost: one hash and, nearly
 * always, one comparison a look-up.
 */
#include "analytics/text/strings.h"

#include "graph/arena.h"
#include "graph/bytes-hash.h"
#include "graph/large-array.h"

#include <string.h>

typedef struct {
    const char *bytes;
    guint32 length;
} Entry;

/* So many strings are looked up together. */
#define BATCH 32u

/* Half of the hash stands beside the number, so that a slot of another string is told without a
 * look at its entry, and in a larger table each finds its new slot without one. */
typedef struct {
    guint32 number; /* of a string + 1, 0 = free */
    guint32 hash;
} Slot;

struct _RhumbStrings {
    RhumbArena arena;
    GArray *entry;
    Slot *slot;
    gsize n_slots;
    guint64 lengths[256]; /* by first byte: a bit a length that a string has, the last for more */
};

/* Creates an empty set of strings. */
RhumbStrings *
rhumb_strings_new (void)
{
    RhumbStrings *strings = g_new0 (RhumbStrings, 1);
    strings->entry = g_array_new (FALSE, FALSE, sizeof (Entry));
    strings->n_slots = 256;
    strings->slot = rhumb_clear_pages_new (strings->n_slots * sizeof (Slot));
    return strings;
}

/* Frees the strings. */
void
rhumb_strings_free (RhumbStrings *strings)
{
    rhumb_arena_clear (&strings->arena);
    g_array_unref (strings->entry);
    rhumb_clear_pages_free (strings->slot, strings->n_slots * sizeof (Slot));
    g_free (strings);
}

static guint32
hash_of (const char *bytes, gsize length)
{
    return (guint32)(rhumb_bytes_hash (bytes, length) >> 32);
}

/* The slot that holds the string, or the free one where it belongs. */
static gsize
find_slot (const RhumbStrings *strings, const char *bytes, gsize length, guint32 hash)
{
    gsize s = hash & (strings->n_slots - 1);
    for (; strings->slot[s].number != 0; s = (s + 1) & (strings->n_slots - 1)) {
        if (strings->slot[s].hash != hash)
            continue;
        const Entry *entry = &g_array_index (strings->entry, Entry, strings->slot[s].number - 1);
        if (entry->length == length && rhumb_bytes_equal (entry->bytes, bytes, length))
            break;
    }
    return s;
}

static void
double_slots (RhumbStrings *strings)
{
    const gsize n_old = strings->n_slots;
    Slot *old = strings->slot;
    strings->n_slots *= 2;
    strings->slot = rhumb_clear_pages_new (strings->n_slots * sizeof (Slot));
    for (gsize i = 0; i < n_old; i++) {
        gsize s = old[i].hash & (strings->n_slots - 1);
        if (old[i].number == 0)
            continue;
        while (strings->slot[s].number != 0)
            s = (s + 1) & (strings->n_slots - 1);
        strings->slot[s] = old[i];
    }
    rhumb_clear_pages_free (old, n_old * sizeof (Slot));
}

static guint8
first_byte (const char *bytes, gsize length)
{
    return length > 0 ? (guint8)*bytes : 0;
}

static guint64
length_bit (gsize length)
{
    return (guint64)1 << MIN (length, 63);
}

static guint32
add_hashed (RhumbStrings *strings, const char *bytes, gsize length, guint32 hash)
{
    g_assert (length < G_MAXUINT32 && strings->entry->len < RHUMB_NO_STRING - 1);
    gsize s = find_slot (strings, bytes, length, hash);
    if (strings->slot[s].number != 0)
        return strings->slot[s].number - 1;
    if ((gsize)strings->entry->len * 2 >= strings->n_slots) {
        double_slots (strings);
        s = find_slot (strings, bytes, length, hash);
    }
    const Entry entry = {rhumb_arena_copy (&strings->arena, bytes, length), (guint32)length};
    g_array_append_val (strings->entry, entry);
    strings->slot[s] = (Slot){strings->entry->len, hash};
    strings->lengths[first_byte (bytes, length)] |= length_bit (length);
    return strings->entry->len - 1;
}

/* Gives the number of the string, a new one if it is new. */
guint32
rhumb_strings_add (RhumbStrings *strings, const char *bytes, gsize length)
{
    return add_hashed (strings, bytes, length, hash_of (bytes, length));
}

static guint32
find_hashed (const RhumbStrings *strings, const char *bytes, gsize length, guint32 hash)
{
    const guint32 found = strings->slot[find_slot (strings, bytes, length, hash)].number;
    return found == 0 ? RHUMB_NO_STRING : found - 1;
}

/* Gives the number of the string, or RHUMB_NO_STRING. In a small set most others are told by their
 * first byte and length. */
guint32
rhumb_strings_find (const RhumbStrings *strings, const char *bytes, gsize length)
{
    if ((strings->lengths[first_byte (bytes, length)] & length_bit (length)) == 0)
        return RHUMB_NO_STRING;
    return find_hashed (strings, bytes, length, hash_of (bytes, length));
}

/* Hashes some strings and asks memory for where they probably are: slot, entry and bytes of all of
 * them one after the other, so that nobody waits for each. */
static void
fetch (const RhumbStrings *strings, const RhumbSlice *slice, guint32 n, guint32 *hash)
{
    const Entry *entry = (const Entry *)(void *)strings->entry->data;
    const gsize mask = strings->n_slots - 1;
    for (guint32 i = 0; i < n; i++) {
        hash[i] = hash_of (slice[i].text, slice[i].length);
        __builtin_prefetch (&strings->slot[hash[i] & mask]);
    }
    for (guint32 i = 0; i < n; i++) {
        const Slot slot = strings->slot[hash[i] & mask];
        if (slot.number != 0 && slot.hash == hash[i])
            __builtin_prefetch (&entry[slot.number - 1]);
    }
    for (guint32 i = 0; i < n; i++) {
        const Slot slot = strings->slot[hash[i] & mask];
        if (slot.number != 0 && slot.hash == hash[i])
            __builtin_prefetch (entry[slot.number - 1].bytes);
    }
}

/* Gives the numbers of @n strings, new ones to those that are new. */
void
rhumb_strings_add_all (RhumbStrings *strings, const RhumbSlice *slice, guint32 n, guint32 *number)
{
    guint32 hash[BATCH];
    for (guint32 first = 0; first < n; first += BATCH) {
        const guint32 end = MIN (first + BATCH, n);
        fetch (strings, slice + first, end - first, hash);
        for (guint32 i = first; i < end; i++)
            number[i] = add_hashed (strings, slice[i].text, slice[i].length, hash[i - first]);
    }
}

/* Gives the numbers of @n strings, RHUMB_NO_STRING for those that are not there. */
void
rhumb_strings_find_all (const RhumbStrings *strings, const RhumbSlice *slice, guint32 n,
                        guint32 *number)
{
    guint32 hash[BATCH];
    for (guint32 first = 0; first < n; first += BATCH) {
        const guint32 end = MIN (first + BATCH, n);
        fetch (strings, slice + first, end - first, hash);
        for (guint32 i = first; i < end; i++)
            number[i] = find_hashed (strings, slice[i].text, slice[i].length, hash[i - first]);
    }
}

/* The bytes of a string, ended by a zero byte. */
const char *
rhumb_strings_get (const RhumbStrings *strings, guint32 number)
{
    return g_array_index (strings->entry, Entry, number).bytes;
}

/* The length of a string in bytes. */
guint32
rhumb_strings_get_length (const RhumbStrings *strings, guint32 number)
{
    return g_array_index (strings->entry, Entry, number).length;
}

/* How many strings there are. */
guint32
rhumb_strings_get_n (const RhumbStrings *strings)
{
    return strings->entry->len;
}
