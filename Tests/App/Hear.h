// SPDX-License-Identifier: GPL-3.0-or-later
// Lets time pass for the sound, as a device does: for tests of layers that do not know the engine.
#pragma once

#include "App/Player.h"
#include "Engine/Engine.h"

#include <vector>

namespace athanor
{

inline void letSound (Player& player, const AudioThread& thread, int frames)
{
    std::vector<float> left (static_cast<std::size_t> (frames)), right (left);
    player.engine().process (thread, left.data(), right.data(), frames);
    player.update();
}

} // namespace athanor
