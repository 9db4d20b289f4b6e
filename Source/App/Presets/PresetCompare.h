// SPDX-License-Identifier: GPL-3.0-or-later
// Two patches of one instrument, heard in turn.
#pragma once

#include "Patch/PatchSpec.h"

#include <memory>

namespace athanor
{

using SharedPatch = std::shared_ptr<const PatchSpec>;

/** Remembers what the patch of one instrument can be compared with. A patch that was turned is compared with itself as it was
    loaded; one that was not, with what the instrument played before. Then the two are heard in turn, with all that is done to either. */
class PresetCompare
{
public:
    /** Another preset was loaded. `before` null: the instrument was no synth. */
    void loaded (SharedPatch before, SharedPatch now)
    {
        previous = std::move (before);
        original = std::move (now);
        other = nullptr;
        isOther = false;
    }

    /** What is to be heard instead of `now`; null: there is nothing else. */
    SharedPatch counterpart (const PatchSpec& now) const
    {
        for (const auto& one : { other, original, previous })
            if (one != nullptr && ! (*one == now))
                return one;

        return nullptr;
    }

    /** That one is heard now, and this one has left the stage. */
    void swapped (SharedPatch left)
    {
        other = std::move (left);
        isOther = ! isOther;
    }

    /** Whether the other one of the two is on stage. */
    bool isAway() const noexcept { return isOther; }

    bool knowsSomething() const noexcept { return original != nullptr; }

private:
    SharedPatch original, previous, other;
    bool isOther = false;
};

} // namespace athanor
