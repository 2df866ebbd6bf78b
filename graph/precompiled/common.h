/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * What nearly every file includes of others, read by the compiler once. It stands in for no
 * include: .ci/run builds once without it (-Db_pch=false). #pragma once is refused in a header
 * that is compiled by itself.
 */
#ifndef RHUMB_PRECOMPILED_COMMON_H
#define RHUMB_PRECOMPILED_COMMON_H

#include <gio/gio.h>
#include <math.h>
#include <string.h>

#endif
