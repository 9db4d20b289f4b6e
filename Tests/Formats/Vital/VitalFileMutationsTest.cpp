// SPDX-License-Identifier: GPL-3.0-or-later
// Presets that are still JSON, but wrong somewhere: parts missing, of another type, too many, too large.
#include "Formats/Json.h"
#include "Formats/Vital/VitalFile.h"
#include "Support/Chance.h"
#include "Support/Files.h"
#include "Support/Fuzz/MutatedValue.h"

#include <gtest/gtest.h>

namespace athanor
{

namespace
{

class VitalFileMutationsTest : public testing::TestWithParam<const char*>
{};

TEST_P (VitalFileMutationsTest, AreRefusedWithASentenceOrRepairedWithoutAFault)
{
    const auto original = parseJson (readWhole (repositoryRoot() / "Tests/Corpus/Patch" / GetParam()));
    ASSERT_TRUE (original);
    auto random = chance (7);

    for (int round = 0; round < rounds (400); ++round)
    {
        auto preset = *original;

        for (auto times = 1 + random() % 4; times > 0; --times)
            mutateValue (preset, random);

        const auto text = formatJson (preset, JsonLayout::oneLine);
        const auto read = readVital (text);

        if (! read)
        {
            ASSERT_TRUE (read.failure().message.ends_with ('.')) << text;
            continue;
        }

        ASSERT_TRUE (faultsOf (read->patch).empty()) << faultsOf (read->patch)[0].path << " " << faultsOf (read->patch)[0].sentence << "\n"
                                                     << text;
        const auto again = readVital (*writeVital (read->patch));
        ASSERT_TRUE (again) << text;
        ASSERT_TRUE (again->patch == read->patch) << text;
    }
}

INSTANTIATE_TEST_SUITE_P (Of, VitalFileMutationsTest, testing::Values ("full.vital", "old.vital"), [] (const auto& file) {
    return std::string (file.param).substr (0, std::string_view (file.param).find ('.'));
});

} // namespace

} // namespace athanor
