// SPDX-License-Identifier: GPL-3.0-or-later
// The whole song at a glance: the steps of the sequence from left to right, the tracks from top to bottom, a clip where they meet.
#pragma once

#include "Ui/Deeds.h"
#include "Ui/Kit/Live.h"

#include <vector>

namespace athanor
{

class ArrangeView : public juce::Component,
                    public juce::SettableTooltipClient,
                    public Live
{
public:
    explicit ArrangeView (Deeds&);

    void refresh() override;
    void paint (juce::Graphics&) override;
    void mouseDown (const juce::MouseEvent&) override;
    void mouseDoubleClick (const juce::MouseEvent&) override;
    void mouseWheelMove (const juce::MouseEvent&, const juce::MouseWheelDetails&) override;
    void mouseMove (const juce::MouseEvent&) override;
    void resized() override;

private:
    struct Column
    {
        SlotId slot;
        PatternId pattern;
        std::int64_t start = 0, length = 0; ///< Ticks of the song.
    };

    struct Place
    {
        const Column* column = nullptr;
        TrackId track;
        std::int64_t ticks = 0; ///< Within the step.
    };

    void update();
    float xOf (std::int64_t ticks) const;
    juce::Rectangle<float> cellArea (const Column&, std::size_t row) const;
    Place placeAt (juce::Point<float>) const;
    void paintHeads (juce::Graphics&) const;
    void paintClip (juce::Graphics&, const Column&, std::size_t row) const;
    float playX() const;

    Deeds& deeds;
    std::vector<Column> columns;
    std::vector<TrackId> rows;
    double pixelsPerBeat = 14, scrolled = 0;
    float lastPlayX = -1;
    Subscription project, selection;
};

} // namespace athanor
