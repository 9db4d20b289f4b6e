// SPDX-License-Identifier: GPL-3.0-or-later
// Stands in for libFuzzer where the compiler has none: gives a fuzzer each file of some folders, whole, cut short and with
// a few bytes changed. What it gives is a function of the seed. Replay [folder…]
#include "Support/Chance.h"
#include "Support/Files.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <string>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput (const std::uint8_t* bytes, std::size_t count);

namespace
{
using namespace athanor;
namespace fs = std::filesystem;

// Enough to meet the checks of a header, and few enough that all fuzzers together take seconds.
constexpr int variantsOfEachFile = 200;

std::vector<fs::path> filesIn (const fs::path& folder)
{
    std::vector<fs::path> files;

    if (fs::is_directory (folder))
        for (auto& entry : fs::recursive_directory_iterator (folder))
            if (entry.is_regular_file())
                files.push_back (entry.path());

    std::sort (files.begin(), files.end());
    return files;
}

/** What was given last stays behind when the process dies of it. */
void give (const std::string& bytes, const fs::path& from)
{
    static const auto kept = fs::temp_directory_path() / ("athanor-fuzz-" + from.stem().string());

    if (auto* file = std::fopen (kept.c_str(), "wb"))
    {
        std::fwrite (bytes.data(), 1, bytes.size(), file);
        std::fclose (file);
    }

    LLVMFuzzerTestOneInput (reinterpret_cast<const std::uint8_t*> (bytes.data()), bytes.size());
    fs::remove (kept);
}

std::string changed (std::string bytes, std::mt19937_64& random)
{
    if (random() % 3 == 0)
        bytes.resize (random() % (bytes.size() + 1));

    for (auto times = random() % 8; times > 0 && ! bytes.empty(); --times)
        bytes[random() % bytes.size()] = static_cast<char> (random());

    return bytes;
}
} // namespace

int main (int count, char** arguments)
{
    auto random = chance (1);
    int given = 0;

    for (int i = 1; i < count; ++i)
        for (auto& file : filesIn (arguments[i]))
        {
            const auto whole = readWhole (file);
            give (whole, file);

            for (int variant = 0; variant < rounds (variantsOfEachFile); ++variant, ++given)
                give (changed (whole, random), file);
        }

    std::printf ("%d variants with seed %llu\n", given, static_cast<unsigned long long> (seedForTests()));
}
