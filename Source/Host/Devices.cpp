// SPDX-License-Identifier: GPL-3.0-or-later
#include "Host/Devices.h"

#include "App/MidiHands.h"
#include "Host/MidiPorts.h"

namespace athanor
{

struct Devices::Private
{
    Private (Session& session, const std::filesystem::path& settings) : audio (session, settings / "sound.xml"), hands (session, settings / "controllers.txt")
    {}

    AudioDevice audio;
    MidiHands hands;
    MidiPorts midi { [this] (const MidiMessage& message) { hands.receive (message); } };
};

Devices::Devices (Session& session, const std::filesystem::path& settings) : self (std::make_unique<Private> (session, settings)) {}

Devices::~Devices() = default;

AudioDevice& Devices::audio() noexcept { return self->audio; }

} // namespace athanor
