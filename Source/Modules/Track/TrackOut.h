// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Modules/Module.h"

namespace athanor
{

/** Where the sound of a track leaves its devices. The engine reads its input; there is nothing to compute. */
template <typename S>
class TrackOut final : public ModuleOf<S>
{
public:
    static constexpr Module::About about { "track.out", "Track output", "Track", "What goes on to the fader." };

    TrackOut() : ModuleOf<S> (about) {}

    Input in { *this, "in", "The sound to send to the fader." };

    void process (const Block<S>&) noexcept override {}
};

} // namespace athanor
