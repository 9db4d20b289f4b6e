// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Modules/Module.h"

namespace athanor
{

/** The sound of another track, as a sidechain needs it. The engine writes its output; there is nothing to compute. */
template <typename S>
class TrackListen final : public ModuleOf<S>
{
public:
    static constexpr Module::About about { "track.listen", "Listen to track", "Track",
                                           "The sound of another track, for a compressor that ducks or a vocoder that speaks." };

    TrackListen() : ModuleOf<S> (about) {}

    Output out { *this, "out", "What the other track plays, after its devices and before its fader." };

    void process (const Block<S>&) noexcept override {}
};

} // namespace athanor
