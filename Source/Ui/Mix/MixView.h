// SPDX-License-Identifier: GPL-3.0-or-later
// The mixer: one strip for each track from left to right, the master always in sight.
#pragma once

#include "Ui/Mix/MixStrip.h"

namespace athanor
{

class MixView : public juce::Component
{
public:
    explicit MixView (Deeds&);

    void paint (juce::Graphics&) override;
    void resized() override;

private:
    void update();
    std::vector<TrackId> wanted() const;

    Deeds& deeds;
    juce::Viewport scroller;
    juce::Component row;
    std::vector<std::unique_ptr<MixStrip>> strips;
    std::unique_ptr<MixStrip> master;
    Subscription project, selection;
};

} // namespace athanor
