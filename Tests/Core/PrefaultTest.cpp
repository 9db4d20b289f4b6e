// SPDX-License-Identifier: GPL-3.0-or-later
#include "Core/Prefault.h"

#include <gtest/gtest.h>

#include <vector>

namespace athanor
{

TEST (Prefault, LeavesWhatIsThere)
{
    for (const std::size_t count : { std::size_t { 0 }, std::size_t { 10 }, std::size_t { 1'025 }, std::size_t { 3'000'000 } })
    {
        std::vector<float> numbers (count, 1.5f);
        prefault (numbers.data(), numbers.size() * sizeof (float));
        EXPECT_EQ (numbers, std::vector<float> (count, 1.5f));
    }
}

} // namespace athanor
