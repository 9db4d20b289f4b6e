// SPDX-License-Identifier: GPL-3.0-or-later
// What a project of each older schema needs to become one of the next.
#pragma once

#include "Model/Value.h"

#include <span>

namespace athanor
{

/** Turns the Value of a project of schema `from` into one of schema `from + 1`. */
struct Migration
{
    int from = 0;
    void (*migrate) (Value::Parts& project) = nullptr;
};

/** Oldest first, one for each schema before the present one. */
std::span<const Migration> migrations();

/** Applies each of `steps` that a project of schema `from` still needs, in order; returns the schema it arrives at. */
int migrate (Value::Parts& project, int from, std::span<const Migration> steps);

} // namespace athanor
