// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "App/Edits/WavetableEdits.h"
#include "Ui/Kit/Buttons.h"
#include "Ui/Kit/Card.h"
#include "Ui/Kit/KnobView.h"
#include "Ui/Kit/RangeTurnable.h"
#include "Ui/Synth/WaveNumbers.h"

#include <juce_gui_basics/juce_gui_basics.h>

namespace athanor
{

/** The chosen component of a wavetable with its knobs: those of the whole component, and in teal those of its keyframe at the position. */
class ComponentPanel : public Card
{
public:
    ComponentPanel();

    /** @param position  Where the numbers of keyframes are read, and turned. */
    void show (const WavetableSpec&, int group, int component, int position);

    std::function<void (std::string_view name, double value, bool ofKeyframe)> onSet;
    std::function<void (juce::Component& beside)> onAdd;
    std::function<void()> onRemove, onEarlier, onLater;

    /** The knob of a number; null: there is none. */
    KnobView* knobOf (std::string_view name) const;

    IconButton add { Icon::plus, "Add a modifier or a group" }, remove { Icon::trash, "Remove this component or group" }, earlier { Icon::chevronUp, "Earlier" }, later { Icon::chevronDown, "Later" };

    int heightFor (int width) const;
    void resized() override;

private:
    struct Knob
    {
        WaveKnob about;
        bool ofKeyframe;
        std::unique_ptr<RangeTurnable> value;
        std::unique_ptr<KnobView> view;
    };

    void build (const WavePart*, std::size_t samples);

    std::vector<Knob> knobs;
    std::string type;
    std::size_t length = 0;
    const WaveComponent* component = nullptr;
    std::map<std::string, double> now; ///< Of the keyframe at the position.
};

} // namespace athanor
