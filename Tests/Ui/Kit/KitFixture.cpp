// SPDX-License-Identifier: GPL-3.0-or-later
#include "Ui/Kit/KitFixture.h"

namespace athanor
{

namespace
{

class RunningJuce : public testing::Environment
{
public:
    void SetUp() override { juce = std::make_unique<juce::ScopedJuceInitialiser_GUI>(); }

    void TearDown() override { juce = nullptr; }

private:
    std::unique_ptr<juce::ScopedJuceInitialiser_GUI> juce;
};

[[maybe_unused]] auto* const environment = testing::AddGlobalTestEnvironment (new RunningJuce);

juce::MouseEvent makeEvent (juce::Component& component, juce::Point<float> at, juce::Point<float> start, juce::ModifierKeys keys)
{
    return { juce::Desktop::getInstance().getMainMouseSource(), at, keys, juce::MouseInputSource::defaultPressure, 0, 0, 0, 0, &component, &component, juce::Time(), start, juce::Time(), 1, at != start };
}

} // namespace

void KitTest::deliverMessages()
{
    // A marker posted now comes back after everything posted before it; what that posts in turn has its own round.
    for (int round = 0; round < 3; ++round)
    {
        auto isDelivered = std::make_shared<bool> (false);
        juce::MessageManager::callAsync ([isDelivered] { *isDelivered = true; });

        for (int patience = 0; patience < 1000 && ! *isDelivered; ++patience)
            juce::MessageManager::getInstance()->runDispatchLoopUntil (1);
    }
}

void KitTest::drag (juce::Component& component, juce::Point<float> from, juce::Point<float> to, juce::ModifierKeys keys)
{
    const auto held = keys.withFlags (juce::ModifierKeys::leftButtonModifier);
    component.mouseDown (makeEvent (component, from, from, held));

    for (int step = 1; step <= 10; ++step)
        component.mouseDrag (makeEvent (component, from + (to - from) * (static_cast<float> (step) / 10), from, held));

    component.mouseUp (makeEvent (component, to, from, keys));
}

void KitTest::click (juce::Component& component, juce::Point<float> at, juce::ModifierKeys keys)
{
    component.mouseDown (makeEvent (component, at, at, keys.withFlags (juce::ModifierKeys::leftButtonModifier)));
    component.mouseUp (makeEvent (component, at, at, keys));
}

juce::MouseEvent KitTest::eventAt (juce::Component& component, juce::Point<float> at, juce::ModifierKeys keys) { return makeEvent (component, at, at, keys); }

juce::Image KitTest::picture (juce::Component& component, float scale) { return component.createComponentSnapshot (component.getLocalBounds(), false, scale); }

void KitTest::save (const juce::Image& image, const juce::String& name)
{
    const auto folder = juce::File::getSpecialLocation (juce::File::currentExecutableFile).getSiblingFile ("gallery");
    folder.createDirectory();

    const auto file = folder.getChildFile (name + ".png");
    file.deleteFile();
    juce::FileOutputStream out (file);
    juce::PNGImageFormat().writeImageToStream (image, out);
}

} // namespace athanor
