// SPDX-License-Identifier: GPL-3.0-or-later
// What every test of a component needs: JUCE running, the look in place, and ways to press, drag, type and take pictures.
#pragma once

#include "Ui/Kit/Look.h"

#include <gtest/gtest.h>

namespace athanor
{

/** A test with JUCE started once for the program and a look of its own. Works without a display. */
class KitTest : public testing::Test
{
public:
    Look look;

    /** Lets messages pass until there are none or some milliseconds are over; never waits for a fixed time. */
    static void deliverMessages();

    /** Presses, drags and lets go, with positions inside the component. */
    static void drag (juce::Component&, juce::Point<float> from, juce::Point<float> to, juce::ModifierKeys = {});
    static void click (juce::Component&, juce::Point<float> at, juce::ModifierKeys = {});

    static juce::MouseEvent eventAt (juce::Component&, juce::Point<float>, juce::ModifierKeys = {});

    static juce::Image picture (juce::Component&, float scale = 1);

    /** Writes a picture into the folder `gallery` beside the test program. */
    static void save (const juce::Image&, const juce::String& name);
};

} // namespace athanor
