/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * What the statements of an RDF vocabulary mean.
 *
 * A predicate counts by what follows its last # or /, so that SKOS, the RDF of the MeSH and the
 * Computer Science Ontology are read alike: names (prefLabel, label, altLabel, hiddenLabel), kinds
 * (broader and narrower with their Generic, Instantial and Descriptor forms, superTopicOf) and
 * identity (exactMatch, sameAs, relatedEquivalent, preferentialEquivalent). All else is left out.
 * An English name, or one without a language, is preferred; the others find concepts too.
 *
 * Sources: A. Miles, S. Bechhofer, SKOS Reference, W3C Recommendation 2009; A. A. Salatino et al.,
 * The Computer Science Ontology, ISWC 2018, doi:10.1007/978-3-030-00668-6_12.
 */
#include "io/vocabulary/statements.h"

#include <string.h>

typedef enum {
    LABEL,
    ALTERNATIVE,
    BROADER,
    NARROWER,
    SAME,
    PREFERRED,
} Meaning;

static const struct {
    const char *name;
    Meaning meaning;
} meanings[] = {
    {"prefLabel", LABEL},
    {"label", LABEL},
    {"altLabel", ALTERNATIVE},
    {"hiddenLabel", ALTERNATIVE},
    {"broader", BROADER},
    {"broaderGeneric", BROADER},
    {"broaderInstantial", BROADER},
    {"broaderDescriptor", BROADER},
    {"broaderConcept", BROADER},
    {"narrower", NARROWER},
    {"narrowerGeneric", NARROWER},
    {"narrowerInstantial", NARROWER},
    {"superTopicOf", NARROWER},
    {"exactMatch", SAME},
    {"sameAs", SAME},
    {"relatedEquivalent", SAME},
    {"preferentialEquivalent", PREFERRED},
};

static const char *
get_local_name (const char *iri)
{
    const char *hash = strrchr (iri, '#');
    const char *slash = strrchr (iri, '/');
    return hash != NULL ? hash + 1 : slash != NULL ? slash + 1 : iri;
}

static gboolean
is_first_choice (const char *language)
{
    return language == NULL || g_ascii_strncasecmp (language, "en", 2) == 0;
}

static void
take (RhumbVocabularyBuilder *builder, const RhumbStatement *s, Meaning meaning)
{
    if (meaning == LABEL)
        rhumb_vocabulary_builder_set_label (builder, s->subject, s->object,
                                            is_first_choice (s->language));
    else if (meaning == ALTERNATIVE)
        rhumb_vocabulary_builder_add_alternative (builder, s->subject, s->object);
    else if (meaning == BROADER)
        rhumb_vocabulary_builder_add_broader (builder, s->subject, s->object);
    else if (meaning == NARROWER)
        rhumb_vocabulary_builder_add_broader (builder, s->object, s->subject);
    else
        rhumb_vocabulary_builder_unite (builder, s->subject, s->object, meaning == PREFERRED);
}

/* Tells a builder what a statement says, if it says anything that matters here. */
void
rhumb_vocabulary_take_statement (RhumbVocabularyBuilder *builder, const RhumbStatement *statement)
{
    if (*statement->subject == '\0' || *statement->object == '\0')
        return;
    const char *name = get_local_name (statement->predicate);
    for (gsize i = 0; i < G_N_ELEMENTS (meanings); i++) {
        const gboolean wants_text = meanings[i].meaning <= ALTERNATIVE;
        if (strcmp (name, meanings[i].name) == 0 && wants_text == statement->is_text)
            take (builder, statement, meanings[i].meaning);
    }
}
