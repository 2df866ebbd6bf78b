/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * What was worked out of the papers of a corpus, left with it for whoever wants it next: it belongs
 * to who takes it, so threads that ask at the same time never share it.
 */
#include "graph/corpus-private.h"

/* rhumb_left_free: frees what was left, if anything was. */
void
rhumb_left_free (RhumbLeft *left)
{
    if (left == NULL)
        return;
    left->free (left->what);
    g_free (left);
}

/* rhumb_corpus_leave: leaves with the corpus what was worked out of its papers, until somebody
 * takes it or the corpus goes. What was left before goes. Papers stay as they are, so a corpus that
 * is lent takes it too. */
void
rhumb_corpus_leave (const RhumbCorpus *corpus, gpointer what, GDestroyNotify free)
{
    RhumbLeft *left = g_new (RhumbLeft, 1);
    *left = (RhumbLeft){what, free};
    rhumb_left_free (g_atomic_pointer_exchange (&((RhumbCorpus *)corpus)->left, left));
}

/* rhumb_corpus_take_left: takes what was left, NULL if nothing is there: also while another thread
 * has it. */
gpointer
rhumb_corpus_take_left (const RhumbCorpus *corpus)
{
    g_autofree RhumbLeft *left =
        g_atomic_pointer_exchange (&((RhumbCorpus *)corpus)->left, (gpointer)NULL);
    return left != NULL ? left->what : NULL;
}
