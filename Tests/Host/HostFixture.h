// SPDX-License-Identifier: GPL-3.0-or-later
// What tests of Host share: a running message loop and waiting for something real to happen.
#pragma once

#include "Support/Files.h"

#include <gtest/gtest.h>
#include <juce_audio_devices/juce_audio_devices.h>

#include <functional>

namespace athanor
{

class HostTest : public testing::Test
{
public:
    /** Runs the message loop until the answer is yes; false when it was still no after a patience that only a fault outlasts. */
    static bool becomesTrue (const std::function<bool()>&);

    /** Runs the message loop for that long. */
    static void runFor (double seconds);

private:
    juce::ScopedJuceInitialiser_GUI juce;
};

/** A copy of what the program comes with, to be opened: an open project keeps its journal beside itself. */
std::filesystem::path copyOfTemplate (const std::string& name, const TemporaryFolder&);

} // namespace athanor
