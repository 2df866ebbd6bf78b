/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "tests/analytics/text/phrase-reading.h"

void
phrase_reading_set_up (PhraseReading *reading, gconstpointer data G_GNUC_UNUSED)
{
    reading->model = rhumb_model_new ();
    reading->closed = rhumb_closed_class_new ();
    reading->reader = rhumb_phrase_reader_new (reading->model, reading->closed, NULL);
}

void
phrase_reading_tear_down (PhraseReading *reading, gconstpointer data G_GNUC_UNUSED)
{
    rhumb_phrase_reader_free (reading->reader);
    rhumb_closed_class_free (reading->closed);
    rhumb_model_free (reading->model);
}
