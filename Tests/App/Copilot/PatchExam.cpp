// SPDX-License-Identifier: GPL-3.0-or-later
#include "App/Copilot/PatchExam.h"

#include "App/Copilot/ShelfFile.h"
#include "Compose/Intent/OfflinePlanner.h"
#include "Compose/Sound/Chance.h"
#include "Support/Files.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>

namespace athanor
{

int sizeOfExam (const char* variable, int usual)
{
    const auto* text = std::getenv (variable);
    return text != nullptr ? std::max (1, std::atoi (text)) : usual;
}

const SoundShelf& examShelf()
{
    static const auto loaded = loadShelf ({ repositoryRoot() / "Presets", repositoryRoot() / "Templates" / "macros", repositoryRoot() / "Templates" / "heard.json" });
    EXPECT_TRUE (loaded) << loaded.failure().message << loaded.failure().detail;
    return **loaded;
}

MadePatch made (const std::string& prompt, std::uint64_t seed, bool isRefined)
{
    const auto result = makePatch ({ prompt, planSound (prompt), "offline", seed, {}, {} }, examShelf(), isRefined ? patchEar() : hastyEar());
    EXPECT_TRUE (result) << prompt << ": " << result.failure().message << result.failure().detail;
    return result ? *result : MadePatch();
}

Timbre heard (const MadePatch& patch) { return patchEar().listen (std::span (&patch.patch, 1)).front(); }

std::vector<std::string> examPrompts (std::size_t count)
{
    constexpr std::array<const char*, 30> manners { "warm", "dark", "bright", "noisy", "wide", "metallic", "soft", "aggressive", "slow", "hollow", "dusty", "airy", "deep", "plucky", "evolving", "resonant", "detuned", "distorted", "glassy", "short", "long", "mono", "rough", "smooth", "vintage", "huge", "thin", "wobbling", "punchy", "vocal" };
    constexpr std::array<const char*, 13> kinds { "pad", "bass", "lead", "keys", "pluck", "bell", "strings", "brass", "kick", "snare", "riser", "drone", "arp" };
    constexpr std::array<const char*, 12> ends { "", "", " with reverb", " with delay", ", no reverb", " with chorus", " that slowly opens", ", very low", " an octave higher", " with vibrato", " and a long release", " with distortion" };
    std::vector<std::string> prompts;
    std::ifstream file (repositoryRoot() / "Tests" / "Compose" / "Intent" / "Prompts.tsv");

    for (std::string line; prompts.size() < count / 2 && std::getline (file, line);)
        if (const auto prompt = line.substr (0, line.find ('\t')); ! prompt.empty() && prompt.front() != '#' && ! planSound (prompt).isRefinement)
            prompts.push_back (prompt);

    for (std::uint64_t i = 0; prompts.size() < count; ++i)
    {
        const auto pick = [i] (const auto& words, const char* question) { return std::string (words[chanceBits (i, question) % words.size()]); };
        prompts.push_back (pick (manners, "one") + " " + pick (manners, "two") + " " + pick (kinds, "kind") + pick (ends, "end"));
    }

    return prompts;
}

} // namespace athanor
