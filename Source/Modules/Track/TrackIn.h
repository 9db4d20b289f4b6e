// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Modules/Module.h"

namespace athanor
{

/** Where the sound of a track enters its devices. The engine writes its output; there is nothing to compute. */
template <typename S>
class TrackIn final : public ModuleOf<S>
{
public:
    static constexpr Module::About about { "track.in", "Track input", "Track", "What the track plays, before its devices." };

    TrackIn() : ModuleOf<S> (about) {}

    Output out { *this, "out", "The sound of the track's notes and recordings, or of the tracks that are sent here." };

    void process (const Block<S>&) noexcept override {}
};

} // namespace athanor
