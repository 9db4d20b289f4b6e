// SPDX-License-Identifier: GPL-3.0-or-later
// Presets that are still JSON, but wrong somewhere: parts missing, of another type, too many, too large.
#include "Formats/Json.h"
#include "Formats/Vital/VitalFile.h"
#include "Support/Chance.h"
#include "Support/Files.h"

#include <gtest/gtest.h>

#include <array>

namespace athanor
{

namespace
{

/** All values within one, itself first. */
void collect (Value& value, std::vector<Value*>& all)
{
    all.push_back (&value);

    if (auto* list = std::get_if<Value::List> (&value.content))
        for (auto& each : *list)
            collect (each, all);

    if (auto* parts = std::get_if<Value::Parts> (&value.content))
        for (auto& [name, each] : *parts)
            collect (each, all);
}

Value strange (std::mt19937_64& random)
{
    static const std::array<Value, 14> values { Value(), true, -1, 0, 1'000'000'000, std::int64_t { 1 } << 62, 1e300, -1e-300, 0.5, "", "abc\xff", std::string (600, 'A'), Value::List { 1, "x" }, Value::Parts { { "points", 1 } } };
    return values[random() % values.size()];
}

void mutate (Value& preset, std::mt19937_64& random)
{
    std::vector<Value*> all;
    collect (preset, all);
    auto& victim = *all[random() % all.size()];

    auto* list = std::get_if<Value::List> (&victim.content);
    auto* parts = std::get_if<Value::Parts> (&victim.content);
    auto* text = std::get_if<std::string> (&victim.content);

    if (list != nullptr && ! list->empty() && random() % 2 == 0)
        list->resize (random() % 4 == 0 ? list->size() * 40 : random() % list->size(), list->front());
    else if (parts != nullptr && ! parts->empty() && random() % 2 == 0)
        parts->erase (std::next (parts->begin(), static_cast<std::ptrdiff_t> (random() % parts->size())));
    else if (text != nullptr && random() % 2 == 0)
        text->resize (random() % (text->size() + 8), 'Q');
    else if (&victim != &preset)
        victim = strange (random);
}

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
            mutate (preset, random);

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
