// SPDX-License-Identifier: GPL-3.0-or-later
#include "Support/Chance.h"

#include "Core/Id.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <string_view>

namespace athanor
{

namespace
{
/** Says after a failed test how to see it again. */
class SeedPrinter : public testing::EmptyTestEventListener
{
public:
    explicit SeedPrinter (std::uint64_t s) : seed (s) {}

private:
    void OnTestEnd (const testing::TestInfo& test) override
    {
        if (test.result()->Failed())
            std::printf ("repeat with ATHANOR_SEED=%llu\n", static_cast<unsigned long long> (seed));
    }

    std::uint64_t seed;
};

std::uint64_t readSeed()
{
    const auto* text = std::getenv ("ATHANOR_SEED");
    const auto seed = text == nullptr ? 1 : text == std::string_view ("random") ? randomBits()
                                                                                : std::strtoull (text, nullptr, 10);
    testing::UnitTest::GetInstance()->listeners().Append (new SeedPrinter (seed));
    return seed;
}
} // namespace

std::uint64_t seedForTests()
{
    static const auto seed = readSeed();
    return seed;
}

int rounds (int usual)
{
    static const auto* text = std::getenv ("ATHANOR_ROUNDS");
    return text ? usual * std::max (1, std::atoi (text)) : usual;
}

std::mt19937_64 chance (std::uint64_t ofTest) { return std::mt19937_64 (mixBits (seedForTests(), ofTest)); }

} // namespace athanor
