// SPDX-License-Identifier: GPL-3.0-or-later
// Stands in for libFuzzer where the compiler has none: gives a fuzzer each file of some folders, whole, cut short, with a few
// bytes changed, and changed by the fuzzer's own mutator where it has one. What it gives is a function of the seed.
// Replay [--variants N] [folder…], N for all files together. An input that costs twenty seconds ends the process, and so
// does more memory than any input may cost.
#include "Support/Chance.h"
#include "Support/Files.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <string_view>
#include <sys/resource.h>
#include <sys/time.h>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput (const std::uint8_t* bytes, std::size_t count);
extern "C" __attribute__ ((weak)) std::size_t LLVMFuzzerCustomMutator (std::uint8_t* bytes, std::size_t count, std::size_t most, unsigned seed);

namespace
{
using namespace athanor;
namespace fs = std::filesystem;

// Enough to meet the checks of a header, and few enough that all fuzzers together take seconds.
constexpr int variantsOfEachFile = 200;
constexpr int longestSeconds = 20;
constexpr long mostKilobytes = 1'500'000;

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

long peakKilobytes()
{
    rusage usage {};
    ::getrusage (RUSAGE_SELF, &usage);
    return usage.ru_maxrss;
}

/** Of the processor, not of the clock: other programs may be busy. Zero: never. */
void endAfter (int seconds)
{
    itimerval timer {};
    timer.it_value.tv_sec = seconds;
    ::setitimer (ITIMER_PROF, &timer, nullptr);
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

    endAfter (longestSeconds);
    LLVMFuzzerTestOneInput (reinterpret_cast<const std::uint8_t*> (bytes.data()), bytes.size());
    endAfter (0);

    if (peakKilobytes() > mostKilobytes)
    {
        std::fprintf (stderr, "more than %ld kB of memory\n", mostKilobytes);
        std::abort();
    }

    fs::remove (kept);
}

/** By the fuzzer's own mutator. */
std::string changedByFuzzer (std::string bytes, std::mt19937_64& random)
{
    const auto count = bytes.size();
    bytes.resize (2 * count + 4'096);
    bytes.resize (LLVMFuzzerCustomMutator (reinterpret_cast<std::uint8_t*> (bytes.data()), count, bytes.size(), static_cast<unsigned> (random())));
    return bytes;
}

std::string changed (std::string bytes, std::mt19937_64& random)
{
    if (LLVMFuzzerCustomMutator != nullptr && random() % 4 != 0)
        return changedByFuzzer (std::move (bytes), random);

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
    int first = 1, given = 0;
    int wanted = 0;

    if (count > 2 && arguments[1] == std::string_view ("--variants"))
    {
        wanted = std::atoi (arguments[2]);
        first = 3;
    }

    std::vector<fs::path> files;

    for (int i = first; i < count; ++i)
        for (auto& file : filesIn (arguments[i]))
            files.push_back (std::move (file));

    const auto usual = rounds (variantsOfEachFile) * static_cast<int> (files.size());

    for (const auto& file : files)
        give (readWhole (file), file);

    for (; given < (wanted > 0 ? wanted : usual) && ! files.empty(); ++given)
    {
        const auto& file = files[static_cast<std::size_t> (given) % files.size()];
        give (changed (readWhole (file), random), file);
    }

    std::printf ("%d variants of %zu files with seed %llu, at most %ld MB\n", given, files.size(), static_cast<unsigned long long> (seedForTests()), peakKilobytes() / 1'000);
}
