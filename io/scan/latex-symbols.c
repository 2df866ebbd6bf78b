/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What TeX commands without arguments stand for, and the accents.
 *
 * The letters and signs of plain TeX and LaTeX's text mode, the text symbols of textcomp and the
 * Greek letters, which titles use outside of mathematics too. Accents map to the combining
 * character that follows the letter; composing is left to normalisation.
 * Source: D. E. Knuth, The TeXbook, 1984, chapter 9; LaTeX2e font guide, encoding T1.
 * Cost: a binary search.
 */
#include "io/scan/latex-symbols.h"

#include <stdlib.h>
#include <string.h>

typedef struct {
    const char *name;
    const char *text;
} Symbol;

/* Ascending by name in byte order, for the binary search. */
static const Symbol symbols[] = {
    {"AA", "Å"},
    {"AE", "Æ"},
    {"DH", "Ð"},
    {"DJ", "Đ"},
    {"Delta", "Δ"},
    {"Gamma", "Γ"},
    {"L", "Ł"},
    {"LaTeX", "LaTeX"},
    {"Lambda", "Λ"},
    {"NG", "Ŋ"},
    {"O", "Ø"},
    {"OE", "Œ"},
    {"Omega", "Ω"},
    {"P", "¶"},
    {"Phi", "Φ"},
    {"Pi", "Π"},
    {"Psi", "Ψ"},
    {"S", "§"},
    {"SS", "ẞ"},
    {"Sigma", "Σ"},
    {"TH", "Þ"},
    {"TeX", "TeX"},
    {"Theta", "Θ"},
    {"Xi", "Ξ"},
    {"aa", "å"},
    {"ae", "æ"},
    {"alpha", "α"},
    {"approx", "≈"},
    {"ast", "∗"},
    {"beta", "β"},
    {"bullet", "•"},
    {"cdot", "·"},
    {"cdots", "⋯"},
    {"cf", "cf."},
    {"chi", "χ"},
    {"circ", "°"},
    {"copyright", "©"},
    {"dag", "†"},
    {"ddag", "‡"},
    {"deg", "°"},
    {"degree", "°"},
    {"delta", "δ"},
    {"dh", "ð"},
    {"dj", "đ"},
    {"dots", "…"},
    {"eg", "e.g."},
    {"ell", "ℓ"},
    {"epsilon", "ε"},
    {"eta", "η"},
    {"etal", "et al."},
    {"etc", "etc."},
    {"euro", "€"},
    {"gamma", "γ"},
    {"ge", "≥"},
    {"geq", "≥"},
    {"gg", "≫"},
    {"i", "ı"},
    {"ie", "i.e."},
    {"in", "∈"},
    {"infty", "∞"},
    {"iota", "ι"},
    {"j", "ȷ"},
    {"kappa", "κ"},
    {"l", "ł"},
    {"lambda", "λ"},
    {"ldots", "…"},
    {"le", "≤"},
    {"leq", "≤"},
    {"lesssim", "≲"},
    {"ll", "≪"},
    {"mu", "μ"},
    {"nabla", "∇"},
    {"ng", "ŋ"},
    {"nu", "ν"},
    {"o", "ø"},
    {"oe", "œ"},
    {"omega", "ω"},
    {"pagebreak", ""},
    {"partial", "∂"},
    {"phi", "φ"},
    {"pi", "π"},
    {"pm", "±"},
    {"pounds", "£"},
    {"prime", "′"},
    {"propto", "∝"},
    {"psi", "ψ"},
    {"qquad", " "},
    {"quad", " "},
    {"relax", ""},
    {"rho", "ρ"},
    {"rightarrow", "→"},
    {"sigma", "σ"},
    {"sim", "∼"},
    {"slash", "/"},
    {"ss", "ß"},
    {"tau", "τ"},
    {"textasciicircum", "^"},
    {"textasciitilde", "~"},
    {"textbackslash", "\\"},
    {"textbar", "|"},
    {"textbullet", "•"},
    {"textcopyright", "©"},
    {"textdegree", "°"},
    {"textdollar", "$"},
    {"textellipsis", "…"},
    {"textemdash", "—"},
    {"textendash", "–"},
    {"texteuro", "€"},
    {"textexclamdown", "¡"},
    {"textgreater", ">"},
    {"textless", "<"},
    {"textmu", "µ"},
    {"textperiodcentered", "·"},
    {"textquestiondown", "¿"},
    {"textquotedblleft", "“"},
    {"textquotedblright", "”"},
    {"textquoteleft", "‘"},
    {"textquoteright", "’"},
    {"textquotesingle", "'"},
    {"textregistered", "®"},
    {"texttrademark", "™"},
    {"textunderscore", "_"},
    {"th", "þ"},
    {"theta", "θ"},
    {"times", "×"},
    {"to", "→"},
    {"upsilon", "υ"},
    {"varepsilon", "ε"},
    {"varphi", "φ"},
    {"wrt", "w.r.t."},
    {"xi", "ξ"},
    {"zeta", "ζ"},
};

typedef struct {
    char name;
    guint16 combining;
} Accent;

static const Accent accents[] = {
    {'`', 0x0300}, {'\'', 0x0301}, {'^', 0x0302}, {'~', 0x0303}, {'=', 0x0304}, {'u', 0x0306},
    {'.', 0x0307}, {'"', 0x0308},  {'r', 0x030A}, {'H', 0x030B}, {'v', 0x030C}, {'d', 0x0323},
    {'c', 0x0327}, {'k', 0x0328},  {'b', 0x0331}, {'G', 0x030F}, {'f', 0x0311}, {'h', 0x0309},
};

typedef struct {
    const char *text;
    gsize length;
} Name;

static int
compare_name (const void *a, const void *b)
{
    const Name *name = a;
    const char *known = ((const Symbol *)b)->name;
    const int order = strncmp (name->text, known, name->length);
    return order != 0 ? order : -(int)(strlen (known) > name->length);
}

/* Finds the text of a command that takes no argument. @name: name of a command without the
 * backslash; @length: length of the name in bytes. Returns the text, %NULL if the command is not
 * known. */
const char *
rhumb_latex_symbol (const char *name, gsize length)
{
    const Name key = {name, length};
    const Symbol *symbol =
        bsearch (&key, symbols, G_N_ELEMENTS (symbols), sizeof *symbols, compare_name);
    return symbol != NULL ? symbol->text : NULL;
}

/* Finds the accent that a command puts on its argument. @name: name of a command without the
 * backslash; @length: length of the name in bytes. Returns the combining character, 0 if the
 * command is no accent. */
gunichar
rhumb_latex_accent (const char *name, gsize length)
{
    for (gsize i = 0; length == 1 && i < G_N_ELEMENTS (accents); i++)
        if (accents[i].name == name[0])
            return accents[i].combining;
    return 0;
}
