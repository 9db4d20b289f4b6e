// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "App/SynthPictures.h"
#include "Ui/Synth/LiveCurve.h"

namespace athanor
{

/** What a filter lets through, as it stands. A drag moves cutoff and resonance. */
class FilterCurve : public LiveCurve
{
public:
    /** @param number  0 or 1; 2 is that among the effects. */
    FilterCurve (ShownSynth&, int number);

    void refresh() override;

protected:
    void draw() override;

private:
    static std::vector<Control> watchedBy (int number);

    const int number;
    FilterPicture bench;
    ControlHand hand;
};

} // namespace athanor
