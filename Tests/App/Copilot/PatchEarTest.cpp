// SPDX-License-Identifier: GPL-3.0-or-later
// What is promised of every patch that is made from words, heard. ATHANOR_SEEDS makes the exam longer: 50 is the whole of it.
#include "App/Copilot/PatchEar.h"

#include "App/Copilot/PatchExam.h"
#include "Compose/Intent/OfflinePlanner.h"
#include "Compose/Sound/Chance.h"
#include "Compose/Sound/TimbreScale.h"
#include "Formats/Patch/PatchFile.h"

#include <gtest/gtest.h>

#include <cstdio>
#include <map>

namespace athanor
{

namespace
{
constexpr std::array<const char*, 7> kinds { "pad", "lead", "bass", "keys", "strings", "brass", "pluck" };
constexpr std::array<const char*, 3> slowKinds { "pad", "strings", "lead" }; ///< What begins at once cannot begin sooner.

/** A word, and where it has to move the sound. */
struct Contract
{
    const char* words; ///< With a % where the kind of sound stands, it is a prompt of its own; without, a change of the sound that is there.
    TimbreAxis axis;
    int side;
};

constexpr Contract contracts[] {
    { "brighter", TimbreAxis::brightness, 1 },
    { "a bit darker", TimbreAxis::brightness, -1 },
    { "much duller", TimbreAxis::brightness, -1 },
    { "warmer", TimbreAxis::warmth, 1 },
    { "colder", TimbreAxis::warmth, -1 },
    { "softer attack", TimbreAxis::attack, -1 },
    { "punchier", TimbreAxis::attack, 1 },
    { "shorter", TimbreAxis::decay, -1 },
    { "longer", TimbreAxis::decay, 1 },
    { "noisier", TimbreAxis::noise, 1 },
    { "cleaner", TimbreAxis::roughness, -1 },
    { "wider", TimbreAxis::width, 1 },
    { "narrower", TimbreAxis::width, -1 },
    { "more movement", TimbreAxis::movement, 1 },
    { "less movement", TimbreAxis::movement, -1 },
    { "rougher", TimbreAxis::roughness, 1 },
    { "smoother", TimbreAxis::roughness, -1 },
    { "deeper", TimbreAxis::sub, 1 },
    { "less sub", TimbreAxis::sub, -1 },
    { "bright %", TimbreAxis::brightness, 1 },
    { "dark %", TimbreAxis::brightness, -1 },
    { "muffled %", TimbreAxis::brightness, -1 },
    { "warm %", TimbreAxis::warmth, 1 },
    { "cold %", TimbreAxis::warmth, -1 },
    { "% with a slow attack", TimbreAxis::attack, -1 },
    { "percussive %", TimbreAxis::attack, 1 },
    { "short %", TimbreAxis::decay, -1 },
    { "sustained %", TimbreAxis::decay, 1 },
    { "noisy %", TimbreAxis::noise, 1 },
    { "breathy %", TimbreAxis::noise, 1 },
    { "wide %", TimbreAxis::width, 1 },
    { "narrow %", TimbreAxis::width, -1 },
    { "restless %", TimbreAxis::movement, 1 },
    { "static %", TimbreAxis::movement, -1 },
    { "gritty %", TimbreAxis::roughness, 1 },
    { "smooth %", TimbreAxis::roughness, -1 },
    { "sub-heavy %", TimbreAxis::sub, 1 },
    { "thin %", TimbreAxis::sub, -1 },
};

struct Twins
{
    Timbre without, with;
};

/** A patch and how it sounds. */
struct Heard
{
    MadePatch patch;
    Timbre timbre;
};

/** What several contracts begin with is made once. */
const Heard& plainOf (const std::string& kind, std::uint64_t seed)
{
    static std::map<std::pair<std::string, std::uint64_t>, Heard> all;
    const auto [found, isNew] = all.try_emplace ({ kind, seed });

    if (isNew)
    {
        found->second.patch = made (kind, seed);
        found->second.timbre = heard (found->second.patch);
    }

    return found->second;
}

/** Whether a sound can go any further that way: none of nothing can be taken away. */
bool hasRoom (const Timbre& timbre, TimbreAxis axis, int side)
{
    switch (axis)
    {
        case TimbreAxis::sub:
            return side > 0 ? timbre.sub < 0.95 : timbre.sub > 0.02;
        case TimbreAxis::width:
            return side > 0 ? timbre.width < 0.45 : timbre.width > 0.002;
        case TimbreAxis::roughness:
            return side > 0 || timbre.roughness > 0.01;
        case TimbreAxis::movement:
            return side > 0 || timbre.movement > 0.5;
        case TimbreAxis::warmth:
            return side > 0 ? timbre.warmth < 0.95 : timbre.warmth > 0.03;
        case TimbreAxis::attack:
            return side < 0 ? timbre.attack < 0.9 : timbre.attack > 0.04; // The note is let go after a second and a half.
        case TimbreAxis::decay:
            return side < 0 || (timbre.sustain < 0.8 && timbre.decay < 1.5);
        default:
            return true;
    }
}

Twins twinsOf (const Contract& contract, std::uint64_t seed)
{
    const auto isOfSlowOnes = contract.axis == TimbreAxis::attack && contract.side > 0;
    const auto dice = chanceBits (seed, contract.words);
    const std::string kind = isOfSlowOnes ? slowKinds[dice % slowKinds.size()] : kinds[dice % kinds.size()], words = contract.words;
    const auto& [plain, without] = plainOf (kind, seed);

    if (const auto place = words.find ('%'); place != std::string::npos)
        return { without, heard (made (words.substr (0, place) + kind + words.substr (place + 1), seed)) };

    const auto changed = changePatch (plain, { words, planSound (words, &plain.origin.intent), "offline", seed, {}, {} }, examShelf(), patchEar());
    EXPECT_TRUE (changed) << words;
    return { without, changed ? heard (*changed) : Timbre() };
}
} // namespace

TEST (PatchEar, wordsMoveWhatTheyPromiseToMove)
{
    const auto seeds = sizeOfExam ("ATHANOR_SEEDS", 1);
    int kept = 0, all = 0, wordsKept = 0;

    for (const auto& contract : contracts)
    {
        int right = 0;
        double way = 0;
        std::string missed;

        for (int seed = 1, asked = 0; asked < seeds; ++seed)
        {
            const auto [without, with] = twinsOf (contract, static_cast<std::uint64_t> (seed));

            if (! hasRoom (without, contract.axis, contract.side))
                continue;

            ++asked;
            const auto moved = contract.side * (*standingOf (contract.axis, with) - *standingOf (contract.axis, without)) / examShelf().spread (contract.axis);
            way += moved / seeds;
            right += moved > 0;

            if (! (moved > 0))
                missed += " " + std::to_string (seed);
        }

        kept += right;
        all += seeds;
        std::printf ("%-24s %-11s %+d: %3d of %d, %.2f spreads%s%s\n", contract.words, std::string (nameOf (contract.axis)).c_str(), contract.side, right, seeds, way, missed.empty() ? "" : ", not with", missed.c_str());

        wordsKept += right >= 0.95 * seeds;
        EXPECT_TRUE (seeds < 20 || right >= 0.85 * seeds) << contract.words << ": not with the seeds" << missed;
        std::fflush (stdout);
    }

    std::printf ("together %d of %d; %d of %d words with 95 %% or more\n", kept, all, wordsKept, static_cast<int> (std::size (contracts)));
    EXPECT_TRUE (seeds < 20 || wordsKept >= 30) << wordsKept;
    EXPECT_GE (kept, 0.85 * all);
}

TEST (PatchEar, theSameRequestGivesTheSamePatch)
{
    for (const auto* prompt : { "warm pad that slowly opens, no reverb", "gritty bass with a fast wobble" })
        EXPECT_EQ (writePatch (made (prompt, 5).patch), writePatch (made (prompt, 5).patch)) << prompt;

    EXPECT_NE (writePatch (made ("warm pad", 5).patch), writePatch (made ("warm pad", 6).patch));
}

} // namespace athanor
