// SPDX-License-Identifier: GPL-3.0-or-later
// The picture of a module on its card or box, which follows the knobs as they turn.
#pragma once

#include "App/Edits/GraphEdits.h"
#include "App/Parameters.h"
#include "App/Portrait.h"
#include "App/Session.h"
#include "Ui/Kit/CurveView.h"

namespace athanor
{

/** What a module of a graph does as it stands now, also while a hand or the song turns its knobs. */
class PortraitView : public CurveView,
                     private juce::Timer
{
public:
    PortraitView (Session&, const GraphPlace&, NodeId, const ModuleType&, Ink);

    /** Whether there is something to show; if not, it needs no place. */
    bool isWorthShowing() const { return portrait.kind != Portrait::Kind::none; }

    /** Looks at the knobs at once. */
    void update();

private:
    struct Watched
    {
        const Knob* knob;
        ParameterAddress address;
        std::string key;
        float value;
    };

    void timerCallback() override;
    bool haveKnobsMoved();
    void draw();

    Session& session;
    const ModuleType& type;
    std::vector<Watched> watched; ///< In the order in which the module declares them.
    Portrait portrait;
};

} // namespace athanor
