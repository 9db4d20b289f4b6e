// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Ui/Synth/LiveCurve.h"

namespace athanor
{

/** An envelope from delay to release. Its points turn attack, decay with sustain, and release; its rings the delay, the hold and how
    each stage is bent. */
class EnvelopeView : public LiveCurve
{
public:
    /** @param number  From 0. */
    EnvelopeView (ShownSynth&, int number);

    void refresh() override;

    /** The handles in their order. */
    enum { attackPoint,
           decayPoint,
           releasePoint,
           delayRing,
           holdRing,
           attackBend,
           decayBend,
           releaseBend };

protected:
    void draw() override;

private:
    Control of (Control first) const { return member (first, number); }

    void drag (int handle, Point to);
    void bend (Control power, float from, float to, float height);
    void showHandles (float end);
    void addBend (int which, float from, float fromHeight, float to, float toHeight, Control power);
    std::optional<Point> markNow() const;
    void addStage (std::vector<Point>&, float width, float to, Control power) const;

    const int number;
    ControlHand hand;
    float span = 1;       ///< Of stored numbers from left to right.
    bool isTaken = false; ///< The span stays while a hand drags.
    Point peak, knee;     ///< Where attack and decay end.
    std::vector<Handle> dots;
    std::vector<int> kinds; ///< Which handle each dot is.
    float rise = 0;         ///< Where the attack begins.
};

} // namespace athanor
