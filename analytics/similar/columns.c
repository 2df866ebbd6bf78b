/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * What iterations on a few vectors of all nodes need: products of columns with each other, and
 * making them orthonormal.
 *
 * Source: two passes of Gram and Schmidt: Giraud, Langou, Rozložník (2005),
 * doi:10.1016/j.camwa.2005.08.009; diagonals of small matrices: Jacobi's rotations, Golub and Van
 * Loan, Matrix Computations, 8.5.
 *
 * Sums are taken in blocks of rows, and blocks added in their order: the same bits for any number
 * of threads.
 *
 * Cost: rows × columns² for all products of columns; columns³ for a diagonal, some ten times.
 */
#include "analytics/similar/columns.h"

#include <math.h>
#include <string.h>

#include "graph/large-array.h"

#define BLOCK 4096

/* A column that others leave less of is made of them, but for rounding. */
#define NOTHING 1e-12

/* What two rows tell that differ by rounding only. */
#define EQUAL 1e-6

#define MOST_JACOBI_SWEEPS 100

void
rhumb_columns_init (Columns *columns, guint32 n_rows, guint n_columns)
{
    const gsize n = (gsize)n_rows * n_columns;
    *columns = (Columns){rhumb_large_array_new (n + 1, sizeof (double)), n_rows, n_columns};
    memset (columns->value, 0, n * sizeof (double));
}

void
rhumb_columns_clear (Columns *columns)
{
    g_free (columns->value);
}

static void
add_block (const Columns *a, guint first_a, guint n_a, const Columns *b, guint32 block, double *sum)
{
    const guint32 end = (guint32)MIN ((guint64)block * BLOCK + BLOCK, a->n_rows);
    for (guint32 v = block * BLOCK; v < end; v++) {
        const double *of_a = a->value + (gsize)v * a->n_columns + first_a;
        const double *of_b = b->value + (gsize)v * b->n_columns;
        for (guint i = 0; i < n_a; i++)
            for (guint k = 0; k < b->n_columns; k++)
                sum[i * b->n_columns + k] += of_a[i] * of_b[k];
    }
}

/* Products of columns @first_a … of @a with all of @b: n_a × b->n_columns. */
static void
multiply_some (const Columns *a, guint first_a, guint n_a, const Columns *b, double *product)
{
    const guint n = n_a * b->n_columns;
    const guint32 n_blocks = a->n_rows / BLOCK + 1;
    g_autofree double *sum = g_new0 (double, (gsize)n_blocks *n + 1);
#pragma omp parallel for schedule(static) if (n_blocks > 1)
    for (guint32 block = 0; block < n_blocks; block++)
        add_block (a, first_a, n_a, b, block, sum + (gsize)block * n);
    memset (product, 0, n * sizeof *product);
    for (guint32 block = 0; block < n_blocks; block++)
        for (guint i = 0; i < n; i++)
            product[i] += sum[(gsize)block * n + i];
}

/* AᵀB: what each column of @a and each of @b have in common, a->n_columns × b->n_columns. */
void
rhumb_columns_multiply (const Columns *a, const Columns *b, double *product)
{
    multiply_some (a, 0, a->n_columns, b, product);
}

/* Each row times a square matrix, columns × columns. */
void
rhumb_columns_rotate (Columns *columns, const double *matrix)
{
    const guint n = columns->n_columns;
#pragma omp parallel for schedule(static) if (columns->n_rows > BLOCK)
    for (guint32 v = 0; v < columns->n_rows; v++) {
        double row[COLUMNS_MOST] = {0};
        double *here = columns->value + (gsize)v * n;
        for (guint i = 0; i < n; i++)
            for (guint k = 0; k < n; k++)
                row[k] += here[i] * matrix[i * n + k];
        memcpy (here, row, n * sizeof *row);
    }
}

/* Takes from a column what it has in common with those before it. */
static void
subtract (Columns *columns, guint column, const double *common)
{
    const guint n = columns->n_columns;
#pragma omp parallel for schedule(static) if (columns->n_rows > BLOCK)
    for (guint32 v = 0; v < columns->n_rows; v++) {
        double *row = columns->value + (gsize)v * n;
        double sum = 0;
        for (guint k = 0; k < column; k++)
            sum += common[k] * row[k];
        row[column] -= sum;
    }
}

static void
scale (Columns *columns, guint column, double factor)
{
    for (guint32 v = 0; v < columns->n_rows; v++)
        columns->value[(gsize)v * columns->n_columns + column] *= factor;
}

/* Makes a column of length 1 and orthogonal to those before it, which are so already. FALSE if it
 * is made of them. */
gboolean
rhumb_columns_make_orthonormal (Columns *columns, guint column)
{
    g_autofree double *common = g_new (double, columns->n_columns);
    multiply_some (columns, column, 1, columns, common);
    const double before = sqrt (common[column]);
    for (guint pass = 0; pass < 2; pass++) {
        subtract (columns, column, common);
        multiply_some (columns, column, 1, columns, common);
    }
    const double left = sqrt (common[column]);
    if (!(left > NOTHING * before))
        return FALSE;
    scale (columns, column, 1 / left);
    return TRUE;
}

/* How much row @v of columns @first … @end − 1 tells: its length, squared. */
static double
measure_row (const Columns *columns, guint32 v, guint first, guint end)
{
    double squares = 0;
    for (guint k = first; k < end; k++)
        squares += columns->value[(gsize)v * columns->n_columns + k] *
                   columns->value[(gsize)v * columns->n_columns + k];
    return squares;
}

/* Turns columns @first … @end − 1 so that the row that tells most has a positive number in the
 * first of them and 0 in the others, by one
 * reflection; of rows that tell as much, the first. */
void
rhumb_columns_turn_to_row (Columns *columns, guint first, guint end)
{
    const guint n = end - first;
    guint32 best = 0;
    double most = 0;
    for (guint32 v = 0; v < columns->n_rows; v++) {
        const double here = measure_row (columns, v, first, end);
        if (here > most * (1 + EQUAL)) {
            most = here;
            best = v;
        }
    }
    g_autofree double *mirror = g_new (double, n);
    memcpy (mirror, columns->value + (gsize)best * columns->n_columns + first, n * sizeof *mirror);
    const double sign = mirror[0] > 0 ? 1 : -1;
    mirror[0] += sign * sqrt (most);
    double squares = 0;
    for (guint k = 0; k < n; k++)
        squares += mirror[k] * mirror[k];
    /* Mirrored, the row is −sign × its length, then zeros: one more sign makes it positive. */
    for (guint32 v = 0; v < columns->n_rows && squares > 0; v++) {
        double *row = columns->value + (gsize)v * columns->n_columns + first;
        double product = 0;
        for (guint k = 0; k < n; k++)
            product += row[k] * mirror[k];
        for (guint k = 0; k < n; k++)
            row[k] -= 2 * product / squares * mirror[k];
        row[0] *= -sign;
    }
}

/* Turns rows and columns p and q so that what they have in common vanishes. */
static void
turn (double *matrix, double *vector, guint n, guint p, guint q)
{
    const double both = matrix[p * n + q];
    const double theta = (matrix[q * n + q] - matrix[p * n + p]) / (2 * both);
    const double t = (theta >= 0 ? 1 : -1) / (fabs (theta) + sqrt (theta * theta + 1));
    const double c = 1 / sqrt (t * t + 1);
    const double s = t * c;
    for (guint i = 0; i < n; i++) {
        const double a = matrix[i * n + p];
        const double b = matrix[i * n + q];
        matrix[i * n + p] = c * a - s * b;
        matrix[i * n + q] = s * a + c * b;
    }
    for (guint i = 0; i < n; i++) {
        const double a = matrix[p * n + i];
        const double b = matrix[q * n + i];
        matrix[p * n + i] = c * a - s * b;
        matrix[q * n + i] = s * a + c * b;
        const double x = vector[i * n + p];
        const double y = vector[i * n + q];
        vector[i * n + p] = c * x - s * y;
        vector[i * n + q] = s * x + c * y;
    }
}

/* Numbers of @value from the largest on; equal ones as they stand. */
static void
list_largest_first (const double *value, guint n, guint *order)
{
    for (guint i = 0; i < n; i++) {
        guint place = i;
        for (; place > 0 && value[order[place - 1]] < value[i]; place--)
            order[place] = order[place - 1];
        order[place] = i;
    }
}

/* Eigenvalues of a symmetric matrix, the largest first, and its eigenvectors in the columns of
 * @vector; n × n. @matrix is used up. */
void
rhumb_symmetric_diagonalise (double *matrix, guint n, double *value, double *vector)
{
    const gsize size = (gsize)n * n;
    g_autofree double *found = g_new0 (double, size + 1);
    g_autofree double *diagonal = g_new (double, (gsize)n + 1);
    g_autofree guint *order = g_new (guint, (gsize)n + 1);
    for (guint i = 0; i < n; i++)
        found[i * n + i] = 1;
    for (guint sweep = 0, n_turned = 1; n_turned > 0 && sweep < MOST_JACOBI_SWEEPS; sweep++) {
        n_turned = 0;
        for (guint p = 0; p < n; p++) {
            for (guint q = p + 1; q < n; q++) {
                if (!(fabs (matrix[p * n + q]) >
                      1e-15 * (fabs (matrix[p * n + p]) + fabs (matrix[q * n + q]) + 1e-300)))
                    continue;
                turn (matrix, found, n, p, q);
                n_turned++;
            }
        }
    }
    for (guint i = 0; i < n; i++)
        diagonal[i] = matrix[i * n + i];
    list_largest_first (diagonal, n, order);
    for (guint k = 0; k < n; k++) {
        value[k] = diagonal[order[k]];
        for (guint i = 0; i < n; i++)
            vector[i * n + k] = found[i * n + order[k]];
    }
}
