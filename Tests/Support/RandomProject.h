// SPDX-License-Identifier: GPL-3.0-or-later
// Projects and edits by chance, within the ranges the model documents, for properties that hold for every project.
#pragma once

#include "Model/Project.h"
#include "Support/Dice.h"

#include <iterator>
#include <string>

namespace athanor
{

/** How much there is in a random project. */
struct RandomProjectOptions
{
    int tracks = 6, instruments = 4, patterns = 4, nodes = 5;
    bool hasUnknown = true; ///< Fields and modules that this version does not know.
};

namespace random
{

std::string text (Dice& dice);

double number (Dice& dice, double low, double high);

Value value (Dice& dice, int depth = 3);

template <typename Tables>
auto keyIn (Dice& dice, const Tables& table)
{
    using Key = typename Tables::KeyType;
    return table.empty() ? Key {} : Key (std::next (table.begin(), dice.below (static_cast<int> (table.size())))->first);
}

std::string hash (Dice& dice);

Graph graph (Dice& dice, const RandomProjectOptions& options);

void fillMacros (Dice& dice, Table<int, Macro>& macros, const Graph& graph);

Zone zone (Dice& dice, const Project& project);

Instrument instrument (Dice& dice, const Project& project, const RandomProjectOptions& options);

Cell cell (Dice& dice, const Project& project);

Effect effect (Dice& dice);

Clip clip (Dice& dice, const Project& project, const RandomProjectOptions& options);

Track track (Dice& dice, const Project& project, const RandomProjectOptions& options);

Pattern pattern (Dice& dice, const Project& project);

} // namespace random

/** A project that is in order: what sanitise() leaves as it is. */
Project randomProject (std::uint64_t seed, const RandomProjectOptions& options = {});

/** Changes one thing somewhere, as a musician might. */
void editAtRandom (Project& project, Dice& dice, const RandomProjectOptions& options = {});

} // namespace athanor
