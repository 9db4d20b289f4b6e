// SPDX-License-Identifier: GPL-3.0-or-later
#include "Compose/Sound/PatchSearch.h"

#include "Compose/Sound/Beginnings.h"
#include "Compose/Sound/Levers.h"
#include "Compose/Sound/TimbreScale.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>
#include <utility>

namespace athanor
{

namespace
{
constexpr double near = 0.15, nearEnough = 0.3; ///< Spreads: where one sound stops, and where no other one is asked.

class PatchSearch
{
public:
    PatchSearch (const SoundIntent& w, std::uint64_t s, const SoundShelf& b, const Ear& e) : wanted (w), seed (s), shelf (b), ear (e) {}

    PatchDraft nearestOf (std::vector<PatchDraft> drafts) const
    {
        constexpr std::size_t mostTried = 2;

        if (! ear.listen || (drafts.size() == 1 && drafts.front().aims.empty()))
            return drafts.front();

        hear (drafts);
        std::ranges::stable_sort (drafts, {}, [&] (const PatchDraft& draft) { return draft.distance - whimOf (seed, draft.base); });
        drafts.resize (std::min (drafts.size(), mostTried));
        std::optional<PatchDraft> best;

        for (const auto& draft : drafts)
            if (! best || ! isWithin (nearEnough, *best))
                if (auto nearer = approach (draft); ! best || nearer.distance < best->distance)
                    best = std::move (nearer);

        return *best;
    }

private:
    bool isCancelled() const { return ear.isCancelled && ear.isCancelled(); }

    void say (double progress) const
    {
        if (ear.progress)
            ear.progress (progress);
    }

    void hear (std::vector<PatchDraft>& drafts) const
    {
        std::vector<PatchSpec> patches;

        for (const auto& draft : drafts)
            patches.push_back (draft.made);

        const auto heard = ear.listen (patches);

        for (std::size_t i = 0; i < drafts.size(); ++i)
        {
            drafts[i].heard = heard[i];
            drafts[i].distance = distanceFrom (drafts[i].aims, heard[i], drafts[i].category, shelf);
        }
    }

    bool isWithin (double spreads, const PatchDraft& draft) const { return farthestOff (draft.aims, draft.heard, shelf) <= spreads; }

    /** Goes towards its aims, in two strides of different lengths at a time: the secant method on each axis, with the usual gain where two points say
        nothing. Where neither helps, shorter ones are tried. */
    PatchDraft approach (PatchDraft best) const
    {
        constexpr int mostRounds = 6;
        constexpr double shortest = 0.2;
        auto before = best;
        auto length = 1.0;
        auto timesStuck = 0;

        for (auto& aim : before.aims)
            aim.far = 0;

        before.heard = best.begun;

        for (int round = 0; round < mostRounds && length > shortest && ! isWithin (near, best) && ! isCancelled(); ++round)
        {
            say (0.3 + 0.08 * round);
            std::vector<PatchDraft> strides { best, best };

            if (timesStuck > 0)
            {
                push (strides[0], timesStuck);
                giveWay (strides[1], before, length);
            }
            else
            {
                stride (strides[0], before, length);
                round == 0 ? ease (strides[1]) : stride (strides[1], before, 0.5 * length);
            }

            hear (strides);
            const auto& better = *std::ranges::min_element (strides, {}, &PatchDraft::distance);

            if (better.distance < best.distance)
            {
                before = std::exchange (best, better);
                timesStuck = 0;
            }
            else
            {
                length *= 0.45;
                ++timesStuck;
            }
        }

        return best;
    }

    /** Pulls less everywhere: where one aim cannot be reached, the others are not to suffer from it. */
    void ease (PatchDraft& draft) const
    {
        for (auto& aim : draft.aims)
            aim.far *= aim.target ? 0.35 : 1;

        build (draft, wanted, seed);
    }

    /** Pulls the aim that is missed most further by whole means, whatever it answered: many a lever is felt only from its second means on, or goes
        the wrong way at first. */
    void push (PatchDraft& draft, int times) const
    {
        constexpr double step = 0.8;
        const auto farthest = std::ranges::max_element (draft.aims, {}, [&] (const Aim& aim) { return shortOf (aim, draft.heard, shelf); });

        // What nobody measures is never short.
        if (farthest == draft.aims.end() || shortOf (*farthest, draft.heard, shelf) <= 0)
            return;

        farthest->far = std::clamp (farthest->far + std::copysign (step * times, farthest->wish), -farthestPull, farthestPull);
        build (draft, wanted, seed);
    }

    /** A stride, but the aim that is nearest lets go by half: it may be in the way of one that is not. */
    void giveWay (PatchDraft& draft, const PatchDraft& before, double length) const
    {
        const auto was = draft.aims;
        const auto offOf = [&] (const Aim& aim) { return aim.target && aim.far != 0 ? shortOf (aim, draft.heard, shelf) : std::numeric_limits<double>::infinity(); };
        const auto nearest = std::ranges::min_element (was, {}, offOf);
        const auto isThereOne = nearest != was.end() && std::isfinite (offOf (*nearest));
        stride (draft, before, std::sqrt (length));

        if (! isThereOne)
            return;

        draft.aims[static_cast<std::size_t> (nearest - was.begin())].far = 0.5 * nearest->far;
        build (draft, wanted, seed);
    }

    void stride (PatchDraft& draft, const PatchDraft& before, double length) const
    {
        constexpr double deaf = 0.04;

        for (auto& aim : draft.aims)
        {
            if (! aim.target)
                continue;

            const auto last = std::ranges::find (before.aims, aim.axis, &Aim::axis);
            const auto usual = usualGain (aim.axis);
            const auto now = *standingOf (aim.axis, draft.heard);
            auto gain = usual;

            if (const auto moved = last != before.aims.end() ? aim.far - last->far : 0; std::abs (moved) > 0.05)
            {
                gain = (now - *standingOf (aim.axis, before.heard)) / moved;

                // What does not answer is not pulled any harder.
                if (std::abs (moved) > 0.3 && std::abs (gain) < deaf * usual)
                    continue;

                gain = std::clamp (gain, 0.25 * usual, 3 * usual);
            }

            const auto step = std::clamp (length * (*aim.target - now) / gain, -1.2, 1.2);
            aim.far = std::clamp (aim.far + step, aim.wish > 0 ? 0.0 : -farthestPull, aim.wish > 0 ? farthestPull : 0.0);
        }

        build (draft, wanted, seed);
    }

    const SoundIntent& wanted;
    std::uint64_t seed;
    const SoundShelf& shelf;
    const Ear& ear;
};
} // namespace

PatchDraft nearestOf (std::vector<PatchDraft> drafts, const SoundIntent& wanted, std::uint64_t seed, const SoundShelf& shelf, const Ear& ear)
{
    return PatchSearch (wanted, seed, shelf, ear).nearestOf (std::move (drafts));
}

} // namespace athanor
