// SPDX-License-Identifier: GPL-3.0-or-later
// A curve that follows controls as they turn.
#pragma once

#include "Ui/Kit/CurveView.h"
#include "Ui/Kit/Live.h"
#include "Ui/Synth/ControlHand.h"

namespace athanor
{

class LiveCurve : public CurveView,
                  public Live
{
public:
    LiveCurve (ShownSynth& s, const juce::String& title, Ink curveInk, std::vector<Control> controls)
        : CurveView (title, curveInk), synth (s), watched (std::move (controls)) {}

    void refresh() override
    {
        std::vector<float> now;

        for (const auto control : watched)
            now.push_back (synth.valueNow (control));

        if (std::exchange (seen, now) != now)
            draw();
    }

protected:
    virtual void draw() = 0;

    ShownSynth& synth;

private:
    std::vector<Control> watched;
    std::vector<float> seen;
};

/** Heights from left to right as points of a curve. */
inline std::vector<CurveView::Point> pointsOf (const std::vector<float>& heights)
{
    std::vector<CurveView::Point> points;

    for (std::size_t i = 0; i < heights.size(); ++i)
        points.emplace_back (static_cast<float> (i) / static_cast<float> (heights.size() - 1), heights[i]);

    return points;
}

} // namespace athanor
