// SPDX-License-Identifier: GPL-3.0-or-later
// What holds for every patch that is made from words, whatever they were. ATHANOR_PATCHES says how many are made: 2000 is the whole exam.
#include "App/Copilot/PatchExam.h"
#include "App/PresetRender.h"
#include "Compose/Intent/OfflinePlanner.h"
#include "Compose/Sound/Aims.h"
#include "Compose/Sound/Chance.h"
#include "Compose/Sound/Levers.h"
#include "Compose/Sound/MacroDress.h"
#include "Compose/Sound/PatchMend.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <map>
#include <mutex>
#include <thread>

namespace athanor
{

namespace
{
double decibels (double x) { return 20 * std::log10 (std::max (x, 1e-9)); }

/** One patch under the loupe. */
struct Findings
{
    double loudest = 0, middle = 0, last = 0, cents = 0, loudness = 0;
    bool isPitched = false;
};

Findings lookAt (const MadePatch& patch)
{
    constexpr double held = 1.5, afterwards = 10, window = 0.5, rate = 44'100;
    const auto sound = renderPreset (patch.patch, { { 48, 0, held, 127 } }, { .seconds = held + afterwards + window, .settling = 0 });
    Findings found;
    double left = 0, right = 0;

    for (std::size_t i = 0; i < sound.frames.size(); ++i)
    {
        const auto seconds = static_cast<double> (i) / rate;
        const auto& [l, r] = sound.frames[i];
        const auto peak = static_cast<double> (std::max (std::abs (l), std::abs (r)));
        found.loudest = std::max (found.loudest, peak);

        if (seconds < held)
        {
            left += l;
            right += r;
        }
        else if (seconds >= held + afterwards)
            found.last = std::max (found.last, peak);
    }

    found.middle = std::max (std::abs (left), std::abs (right)) / (held * rate);
    const auto played = patchEar().play (patch.patch, patch.category);
    found.loudest = std::max (found.loudest, std::pow (10, played.peak / 20));
    found.loudness = played.loudness;
    const auto timbre = heard (patch);
    found.isPitched = timbre.tuning.has_value() && patch.category != SoundCategory::drums && patch.category != SoundCategory::effects;
    found.cents = timbre.tuning.value_or (0);
    return found;
}

/** Whether the controls say it: a sidechain or an arpeggio is a modulation as any other. */
bool canBeSeen (SoundFeature feature)
{
    using enum SoundFeature;
    return feature != sidechain && feature != arpeggio && feature != modulation && feature != stereo && feature != notch && feature != sample;
}

struct Tally
{
    std::mutex mutex;
    int silent = 0, loud = 0, offset = 0, ringing = 0, detuned = 0, offLevel = 0, pitched = 0;

    void add (const std::string& prompt, std::uint64_t seed, const MadePatch& patch, const Findings& found)
    {
        const std::lock_guard guard (mutex);
        const auto count = [&] (bool isWrong, int& number, const char* what, double figure) {
            number += isWrong;

            if (isWrong)
                std::printf ("%s: \"%s\", seed %d, from %s: %.2f\n", what, prompt.c_str(), static_cast<int> (seed), patch.origin.base.c_str(), figure);
        };

        count (decibels (found.loudest) < -50 || ! std::isfinite (found.loudest), silent, "silent", decibels (found.loudest));
        count (decibels (found.loudest) >= -1, loud, "loud", decibels (found.loudest));
        count (decibels (found.middle) >= -60, offset, "offset", decibels (found.middle));
        count (decibels (found.last) >= -70, ringing, "rings on", decibels (found.last));
        count (found.isPitched && std::abs (found.cents) > 20, detuned, "out of tune", found.cents);
        const auto wish = patch.origin.intent.wished (TimbreAxis::level) + patch.origin.intent.wished (TimbreAxis::level, true);
        const auto tolerance = patch.category == SoundCategory::drums ? 7 : 4; // Short strokes reach their peak before they are loud.
        count (std::abs (found.loudness - (wantedLoudness + 3 * wish)) > tolerance, offLevel, "off its level", found.loudness);
        pitched += found.isPitched;
    }
};
} // namespace

TEST (PatchEar, everyPatchSoundsInTuneWithinItsLevelAndEnds)
{
    const auto prompts = examPrompts (static_cast<std::size_t> (sizeOfExam ("ATHANOR_PATCHES", 24)));
    std::atomic<std::size_t> next { 0 };
    Tally tally;
    const auto work = [&] {
        for (auto i = next++; i < prompts.size(); i = next++)
        {
            const auto patch = made (prompts[i], i);
            tally.add (prompts[i], i, patch, lookAt (patch));
        }
    };

    {
        std::jthread other (work);
        work();
    }

    const auto all = static_cast<int> (prompts.size());
    std::printf ("of %d patches: %d silent, %d over -1 dBFS, %d with an offset over -60 dB, %d ringing after 10 s; of %d with a pitch %d off by more than 20 cents; %d more than 4 dB off their level\n", all, tally.silent, tally.loud, tally.offset, tally.ringing, tally.pitched, tally.detuned, tally.offLevel);
    EXPECT_EQ (tally.silent + tally.loud + tally.offset + tally.ringing + tally.detuned, 0);
    EXPECT_LE (tally.offLevel, 0.02 * all);
}

TEST (PatchEar, isNearerToWhatWasAskedForThanRetrievalAloneAndThanChance)
{
    const auto& shelf = examShelf();
    std::array<double, 4> errors {};
    std::map<TimbreAxis, std::array<double, 5>> byAxis;
    int aims = 0, outright = 0, keptByEngine = 0, keptByRetrieval = 0;
    const auto kept = [] (const SoundIntent& intent, const PatchSpec& patch) {
        const auto features = featuresHeard (patch);
        const auto has = [&] (SoundFeature feature) { return features.contains (feature); };
        return static_cast<int> (std::count_if (intent.features.begin(), intent.features.end(), [&] (SoundFeature f) { return canBeSeen (f) && ! intent.excludes (f) && has (f); }) + std::count_if (intent.exclusions.begin(), intent.exclusions.end(), [&] (SoundFeature f) { return canBeSeen (f) && ! has (f); }));
    };

    const auto add = [&] (std::size_t who, const SoundIntent& intent, SoundCategory category, const Timbre& timbre) {
        for (const auto axis : measuredAxes)
            if (const auto wish = intent.wished (axis); wish != 0)
            {
                const auto error = std::min (4.0, std::abs (*standingOf (axis, timbre) - shelf.usual (category, axis) - 1.4 * wish * shelf.spread (axis)) / shelf.spread (axis));
                errors[who] += error;
                byAxis[axis][who] += error;
                byAxis[axis][4] += who == 0;
            }
    };

    std::uint64_t seed = 0;

    for (const auto& prompt : examPrompts (static_cast<std::size_t> (sizeOfExam ("ATHANOR_PATCHES", 40))))
    {
        const auto intent = planSound (prompt);
        const auto wished = std::ranges::count_if (measuredAxes, [&] (TimbreAxis axis) { return intent.wished (axis) != 0; });

        // All are heard on one key: what plays higher or lower cannot be held against the usual sound there.
        if (wished == 0 || ! intent.category() || intent.octaves != 0 || intent.note)
            continue;

        ++seed;
        aims += static_cast<int> (wished);
        const auto category = *intent.category();
        const auto& best = shelf.bases()[shelf.find (intent, {}).front().base];
        const auto& any = shelf.bases()[chanceBits (seed, prompt) % shelf.bases().size()];
        PatchHand hand (*shelf.load (any));

        for (const auto axis : measuredAxes)
            pull (hand, axis, 1.5 * chanceAround (seed, nameOf (axis)), {});

        const auto random = hand.patch();
        const auto ours = made (prompt, seed);
        outright += static_cast<int> (std::count_if (intent.features.begin(), intent.features.end(), [&] (SoundFeature f) { return canBeSeen (f) && ! intent.excludes (f); }) + std::count_if (intent.exclusions.begin(), intent.exclusions.end(), canBeSeen));
        keptByEngine += kept (intent, ours.patch);
        keptByRetrieval += kept (intent, *shelf.load (best));
        add (0, intent, category, heard (ours));
        add (1, intent, category, heard (made (prompt, seed, false)));
        add (2, intent, category, best.timbre);
        add (3, intent, category, patchEar().listen (std::span (&random, 1)).front());
    }

    for (const auto& [axis, sums] : byAxis)
        std::printf ("%-11s %3.0f aims: engine %.2f, at once %.2f, retrieval %.2f, random %.2f\n", std::string (nameOf (axis)).c_str(), sums[4], sums[0] / sums[4], sums[1] / sums[4], sums[2] / sums[4], sums[3] / sums[4]);

    for (auto& error : errors)
        error /= std::max (1, aims);

    std::printf ("mean error of %d aims, in spreads: the engine %.3f, without listening %.3f, retrieval alone %.3f, a random patch %.3f\n", aims, errors[0], errors[1], errors[2], errors[3]);
    std::printf ("of %d things to be there or not, outright: the engine %d, retrieval alone %d\n", outright, keptByEngine, keptByRetrieval);
    EXPECT_LT (errors[0], errors[2]);
    EXPECT_LT (errors[0], 0.5 * errors[3]);
    EXPECT_LT (errors[1], 0.6 * errors[3]);
    EXPECT_GE (keptByEngine, 0.95 * outright);
}

/** Told, not judged: machines are busy. */
TEST (PatchEar, isToldHowLongAPatchTakes)
{
    const auto prompts = examPrompts (24);
    std::vector<double> quick, refined;
    const auto time = [] (const auto& make) {
        const auto begin = std::chrono::steady_clock::now();
        make();
        return std::chrono::duration<double, std::milli> (std::chrono::steady_clock::now() - begin).count();
    };

    examShelf();

    for (const auto& prompt : prompts)
    {
        quick.push_back (time ([&] { made (prompt, 1, false); }));
        refined.push_back (time ([&] { made (prompt, 1); }));
    }

    std::ranges::sort (quick);
    std::ranges::sort (refined);
    std::printf ("at once: median %.1f ms, longest %.1f; with listening: median %.0f ms, longest %.0f\n", quick[quick.size() / 2], quick.back(), refined[refined.size() / 2], refined.back());
}

} // namespace athanor
