/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Writes a synthetic corpus as JSON Lines: papers of a number of fields, each field with phrases
 * of its own, with people, years and references to earlier papers, mostly of the same field. For
 * measuring speed and memory; the words make English noun phrases but no sense.
 *
 * Usage: generate-papers N [SEED [REFERENCES]] > papers.jsonl
 */
#include <stdio.h>
#include <string.h>

#include "rhumb.h"

#define PAPERS_PER_FIELD 500
#define PHRASES_PER_FIELD 40
#define N_SENTENCES 9
#define N_REFERENCES 10 /* of a paper, unless told */

static const char *const MODIFIERS[] = {
    "adaptive",    "anomalous",   "bayesian",  "cellular",  "chaotic",   "coastal",
    "cognitive",   "coherent",    "composite", "convex",    "cortical",  "cryogenic",
    "dielectric",  "discrete",    "elastic",   "embedded",  "enzymatic", "ferrous",
    "financial",   "fluorescent", "galactic",  "genomic",   "glacial",   "harmonic",
    "holographic", "hydraulic",   "immune",    "inertial",  "lattice",   "linguistic",
    "magnetic",    "maternal",    "metabolic", "microbial", "molecular", "neural",
    "nonlinear",   "oceanic",     "optical",   "orbital",   "organic",   "parallel",
    "perceptual",  "photonic",    "plasma",    "polymer",   "quantum",   "renal",
    "seismic",     "semantic",    "social",    "sparse",    "spectral",  "stochastic",
    "thermal",     "topological", "tropical",  "turbulent", "vascular",  "wireless",
};

static const char *const NOUNS[] = {
    "absorption", "alloy",     "antenna",   "attention",   "auction",        "biopsy",
    "boundary",   "calcium",   "canopy",    "catalyst",    "channel",        "cluster",
    "corrosion",  "crystal",   "diffusion", "discourse",   "electrode",      "embryo",
    "emission",   "entropy",   "erosion",   "fatigue",     "fermentation",   "filter",
    "fracture",   "friction",  "gene",      "grammar",     "graph",          "hormone",
    "imaging",    "inflation", "infection", "insulin",     "interferometer", "kernel",
    "laser",      "ligand",    "liquidity", "lymphocyte",  "membrane",       "migration",
    "mixture",    "monsoon",   "nebula",    "neuron",      "nucleation",     "oscillator",
    "packet",     "pathogen",  "peptide",   "percolation", "pollen",         "porosity",
    "protein",    "resonator", "rotor",     "routing",     "scattering",     "sediment",
    "sensor",     "shear",     "soliton",   "spindle",     "stroke",         "superconductor",
    "synapse",    "tariff",    "tensor",    "tissue",      "transistor",     "tumor",
    "vaccine",    "vertex",    "viscosity", "vortex",      "wavelet",
};

static const char *const TEMPLATES[] = {
    "We study the %s of %s under changing conditions.",
    "The role of %s in %s is measured with a new instrument.",
    "Earlier work on %s could not explain %s.",
    "A comparison of %s with %s shows large differences between sites.",
    "We find that %s depends on %s more than was assumed.",
    "This makes %s useful wherever %s matters.",
    "Simulations of %s agree with observations of %s.",
    "In contrast to %s, the effect of %s is small.",
};

typedef struct {
    guint64 n_papers;
    guint64 n_fields;
    guint64 n_references; /* of a paper, fewer for the first of a field */
    guint64 seed;
} Wanted;

typedef struct {
    guint64 seed;
    guint64 paper;
    guint64 step;
} Chance;

static guint
draw (Chance *chance, guint n)
{
    return (guint)(rhumb_hash_mix (rhumb_hash_mix (chance->seed, chance->paper), chance->step++) %
                   n);
}

/* The phrase number @i of a field; every field has its own. */
static char *
make_phrase (guint64 field, guint i)
{
    Chance chance = {7, field * PHRASES_PER_FIELD + i, 0};
    const char *modifier = MODIFIERS[draw (&chance, G_N_ELEMENTS (MODIFIERS))];
    const char *first = NOUNS[draw (&chance, G_N_ELEMENTS (NOUNS))];
    const char *second = NOUNS[draw (&chance, G_N_ELEMENTS (NOUNS))];
    return i % 3 == 0 ? g_strdup_printf ("%s %s %s", modifier, first, second)
                      : g_strdup_printf ("%s %s", modifier, first);
}

/* Small numbers are drawn more often, so that a field has well and little known phrases; one
 * phrase in ten is of another field. */
static char *
draw_phrase (Chance *chance, guint64 field, guint64 n_fields)
{
    const guint64 from = draw (chance, 10) == 0 ? draw (chance, (guint)n_fields) : field;
    const guint rank = MIN (draw (chance, PHRASES_PER_FIELD), draw (chance, PHRASES_PER_FIELD));
    return make_phrase (from, rank);
}

static void
write_references (Chance *chance, guint64 paper, const Wanted *wanted)
{
    const guint64 n_fields = wanted->n_fields;
    fputs ("\"references\":[", stdout);
    const guint64 n = MIN (paper / n_fields, wanted->n_references);
    for (guint64 i = 0; i < n; i++) {
        const guint64 back = 1 + draw (chance, (guint)(paper / n_fields));
        guint64 cited = paper - back * n_fields;
        if (draw (chance, 5) == 0)
            cited = draw (chance, (guint)paper);
        printf ("%s\"S%" G_GUINT64_FORMAT "\"", i > 0 ? "," : "", cited);
    }
    fputs ("]", stdout);
}

static void
write_paper (guint64 paper, const Wanted *wanted)
{
    Chance chance = {wanted->seed, paper, 0};
    const guint64 n_fields = wanted->n_fields;
    const guint64 field = paper % n_fields;
    g_autofree char *subject = draw_phrase (&chance, field, n_fields);
    g_autofree char *means = draw_phrase (&chance, field, n_fields);
    printf ("{\"id\":\"S%" G_GUINT64_FORMAT "\",\"title\":\"On %s and %s, part %" G_GUINT64_FORMAT
            "\",\"abstract\":\"",
            paper, subject, means, paper);
    for (guint i = 0; i < N_SENTENCES; i++) {
        g_autofree char *a = draw_phrase (&chance, field, n_fields);
        g_autofree char *b = draw_phrase (&chance, field, n_fields);
        const char *template = TEMPLATES[draw (&chance, G_N_ELEMENTS (TEMPLATES))];
        const char *gap = strstr (template, "%s");
        const char *second = strstr (gap + 2, "%s");
        printf ("%s%.*s%s%.*s%s%s", i > 0 ? " " : "", (int)(gap - template), template, a,
                (int)(second - gap - 2), gap + 2, b, second + 2);
    }
    printf ("\",\"year\":%" G_GUINT64_FORMAT ",\"authors\":[{\"name\":\"Ada Author%u\"},{\"name\":"
            "\"Ben Builder%u\"}],\"venue\":\"Journal %" G_GUINT64_FORMAT "\",",
            1990 + paper * 35 / wanted->n_papers, draw (&chance, 5000), draw (&chance, 5000),
            field % 30);
    write_references (&chance, paper, wanted);
    fputs ("}\n", stdout);
}

static gboolean
read_number (int argc, char **argv, int i, guint64 least, guint64 most, guint64 *number)
{
    return i >= argc || g_ascii_string_to_unsigned (argv[i], 10, least, most, number, NULL);
}

int
main (int argc, char **argv)
{
    Wanted wanted = {.seed = 1, .n_references = N_REFERENCES};
    if (argc < 2 || argc > 4 || !read_number (argc, argv, 1, 1, 100000000, &wanted.n_papers) ||
        !read_number (argc, argv, 2, 0, G_MAXUINT64, &wanted.seed) ||
        !read_number (argc, argv, 3, 0, 1000, &wanted.n_references)) {
        fputs ("usage: generate-papers N [SEED [REFERENCES]] > papers.jsonl\n", stderr);
        return 2;
    }
    wanted.n_fields = MAX (1, wanted.n_papers / PAPERS_PER_FIELD);
    for (guint64 paper = 0; paper < wanted.n_papers; paper++)
        write_paper (paper, &wanted);
    return 0;
}
