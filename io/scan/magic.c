/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The name of a file that is no text, told by its first bytes.
 *
 * Only for messages: who passes an image instead of papers wants to read "PNG image", not
 * "invalid byte". Signatures are those the formats' own specifications give.
 * Cost: constant.
 */
#include "io/scan/magic.h"

#include <string.h>

/* POSIX pax, "ustar Interchange Format": behind the name, the mode and the times. */
#define TAR_MAGIC_AT 257

typedef struct {
    const char *name;
    const char *bytes;
    gsize length;
} Signature;

static const Signature containers[] = {
    {"PNG image", "\x89PNG\r\n\x1a\n", 8},
    {"JPEG image", "\xff\xd8\xff", 3},
    {"GIF image", "GIF8", 4},
    {"TIFF image", "II*\0", 4},
    {"TIFF image", "MM\0*", 4},
    {"WebP or other RIFF file", "RIFF", 4},
    {"PDF document", "%PDF-", 5},
    {"PostScript document", "%!PS", 4},
    {"ZIP archive (unpack it; of .xlsx, .odt or .docx save the table as CSV)", "PK\x03\x04", 4},
    {"empty ZIP archive", "PK\x05\x06", 4},
    {"7z archive", "7z\xbc\xaf\x27\x1c", 6},
    {"RAR archive", "Rar!\x1a\x07", 6},
    {"SQLite database", "SQLite format 3", 16},
    {"program (ELF)",
     "\x7f"
     "ELF",
     4},
    {"office document (OLE)", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 8},
    {"NumPy array", "\x93NUMPY", 6},
    {"HDF5 file", "\x89HDF\r\n\x1a\n", 8},
    {"Parquet table", "PAR1", 4},
    {"MATLAB file", "MATLAB 5.0 MAT-file", 19},
};

static const Signature compressions[] = {
    {"gzip", "\x1f\x8b", 2},
    {"zstd", "\x28\xb5\x2f\xfd", 4},
    {"xz",
     "\xfd"
     "7zXZ\0",
     6},
    {"bzip2", "BZh", 3},
};

static const char *
find_signature (const Signature *signatures, gsize n, const char *head, gsize length)
{
    for (gsize i = 0; i < n; i++) {
        const Signature *signature = &signatures[i];
        if (length >= signature->length && memcmp (head, signature->bytes, signature->length) == 0)
            return signature->name;
    }
    return NULL;
}

static gboolean
has_control_bytes (const char *head, gsize length)
{
    gsize n_control = 0;
    for (gsize i = 0; i < length; i++) {
        const guint8 byte = (guint8)head[i];
        n_control += byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r' && byte != '\f';
    }
    /* Text has stray control bytes now and then, data has many. */
    return n_control > 8 + length / 50;
}

/* Names what a file is if it is no text. @head: first bytes of a file; @length: how many there are.
 * Returns words for a message, %NULL for text. */
const char *
rhumb_magic_name (const char *head, gsize length)
{
    const char *name = find_signature (containers, G_N_ELEMENTS (containers), head, length);
    if (name != NULL)
        return name;
    if (length >= TAR_MAGIC_AT + 5 && memcmp (head + TAR_MAGIC_AT, "ustar", 5) == 0)
        return "tar archive (unpack it)";
    return has_control_bytes (head, length) ? "binary data" : NULL;
}

/* Names the compression of a file. @head: first bytes of a file; @length: how many there are.
 * Returns its name, %NULL if it is not compressed. */
const char *
rhumb_magic_compression (const char *head, gsize length)
{
    return find_signature (compressions, G_N_ELEMENTS (compressions), head, length);
}
