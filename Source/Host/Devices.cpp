// SPDX-License-Identifier: GPL-3.0-or-later
#include "Host/Devices.h"

namespace athanor
{

namespace
{
std::filesystem::path settingsFolder()
{
    return juce::File::getSpecialLocation (juce::File::userApplicationDataDirectory).getChildFile ("athanor").getFullPathName().toStdString();
}
} // namespace

struct Devices::Private
{
    explicit Private (Session& session) : audio (session, settingsFolder() / "sound.xml") {}

    AudioDevice audio;
};

Devices::Devices (Session& session) : self (std::make_unique<Private> (session)) {}

Devices::~Devices() = default;

AudioDevice& Devices::audio() noexcept { return self->audio; }

} // namespace athanor
