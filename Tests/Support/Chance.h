// SPDX-License-Identifier: GPL-3.0-or-later
// Chance that can be repeated: the seed and the number of tries of every random test, from the environment.
#pragma once

#include <cstdint>
#include <random>

namespace athanor
{

/** The seed of this process: 1, or the number in ATHANOR_SEED, or a new one each time when that says "random". A test
    program that has asked for it prints it after a failure. */
std::uint64_t seedForTests();

/** How often a random test tries: `usual` times, or ATHANOR_ROUNDS times as often in a soak. */
int rounds (int usual);

/** The random numbers of one test. Two tests with different numbers are independent. */
std::mt19937_64 chance (std::uint64_t ofTest = 0);

} // namespace athanor
