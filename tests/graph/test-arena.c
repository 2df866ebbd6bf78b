/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "graph/arena.h"

#include <stdint.h>
#include <string.h>

static void
test_pieces (void)
{
    g_auto (RhumbArena) arena = {0};
    char *piece[500];
    for (guint i = 0; i < 500; i++) {
        piece[i] = rhumb_arena_take (&arena, i + 1, 7);
        g_assert_cmpuint ((uintptr_t)piece[i] % _Alignof(max_align_t), ==, 0);
        for (guint b = 0; b < (i + 1) * 7; b++)
            g_assert_cmpint (piece[i][b], ==, 0);
        memset (piece[i], (int)(i % 100) + 1, (i + 1) * 7);
    }
    for (guint i = 0; i < 500; i++)
        for (guint b = 0; b < (i + 1) * 7; b++)
            g_assert_cmpint (piece[i][b], ==, (int)(i % 100) + 1);
}

static void
test_reset (void)
{
    g_auto (RhumbArena) arena = {0};
    char *first = rhumb_arena_copy (&arena, "mussel", 6);
    g_assert_cmpstr (first, ==, "mussel");
    rhumb_arena_take (&arena, 300000, 1);
    rhumb_arena_reset (&arena);
    char *again = rhumb_arena_take (&arena, 6, 1);
    g_assert_true (again == first);
    g_assert_cmpint (again[0], ==, 0);
    rhumb_arena_take (&arena, 1000000, 1);
    g_assert_cmpstr (rhumb_arena_copy (&arena, "", 0), ==, "");
}

/* Raw room is what is left over, and the room behind it is another's. */
static void
test_raw (void)
{
    g_auto (RhumbArena) arena = {0};
    char *first = rhumb_arena_take_raw (&arena, 5, 3);
    memset (first, 'x', 15);
    char *second = rhumb_arena_take_raw (&arena, 1, 1);
    g_assert_true (second >= first + 15);
    rhumb_arena_reset (&arena);
    g_assert_true (RHUMB_ARENA_ROOM (&arena, char, 15) == first);
    g_assert_cmpint (first[14], ==, 'x');
    g_assert_cmpstr (rhumb_arena_copy (&arena, "eel", 3), ==, "eel");
}

/* What is large goes on in larger blocks. */
static void
test_large (void)
{
    enum { N = 3000, SIZE = 20000 };
    g_auto (RhumbArena) arena = {0};
    for (guint round = 0; round < 2; round++) {
        g_autofree guint8 **piece = g_new (guint8 *, N);
        for (guint i = 0; i < N; i++) {
            piece[i] = rhumb_arena_take_raw (&arena, SIZE, 1);
            memset (piece[i], (int)(i + round) % 251, SIZE);
        }
        for (guint i = 0; i < N; i++) {
            g_assert_cmpuint (piece[i][0], ==, (i + round) % 251);
            g_assert_cmpuint (piece[i][SIZE - 1], ==, (i + round) % 251);
        }
        const gsize n_bytes = arena.n_bytes;
        rhumb_arena_reset (&arena);
        g_assert_cmpuint (arena.n_bytes, ==, n_bytes);
    }
    rhumb_arena_clear (&arena);
    g_assert_cmpuint (arena.n_bytes, ==, 0);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/arena/pieces-are-zeroed-aligned-and-apart", test_pieces);
    g_test_add_func ("/arena/reset-gives-the-same-room-again", test_reset);
    g_test_add_func ("/arena/raw-room-is-left-as-it-was", test_raw);
    g_test_add_func ("/arena/large-ones-keep-what-they-hold", test_large);
    return g_test_run ();
}
