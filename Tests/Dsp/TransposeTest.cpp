// SPDX-License-Identifier: GPL-3.0-or-later
#include "Dsp/Transpose.h"

#include <gtest/gtest.h>

namespace athanor::dsp
{

TEST (Transpose, TurnsRowsIntoColumns)
{
    std::array<Voices, 8> rows;

    for (int i = 0; i < 8; ++i)
        for (int k = 0; k < 8; ++k)
            rows[static_cast<std::size_t> (i)].set (k, static_cast<float> (10 * i + k));

    const auto columns = transposed (rows);

    for (int i = 0; i < 8; ++i)
        for (int k = 0; k < 8; ++k)
            EXPECT_EQ (columns[static_cast<std::size_t> (k)][i], static_cast<float> (10 * i + k));
}

} // namespace athanor::dsp
