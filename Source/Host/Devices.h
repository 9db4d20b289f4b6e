// SPDX-License-Identifier: GPL-3.0-or-later
// Everything that is plugged in, opened together once the window is there and closed together before it goes.
#pragma once

#include "Host/AudioDevice.h"

#include <memory>

namespace athanor
{

class Devices
{
public:
    /** Opens what there is. What the musician chooses is remembered in the folder. */
    Devices (Session&, const std::filesystem::path& settings);
    ~Devices();

    AudioDevice& audio() noexcept;

private:
    struct Private;
    std::unique_ptr<Private> self;
};

} // namespace athanor
