// SPDX-License-Identifier: GPL-3.0-or-later
// A card of the synth's view: a picture and, below it, knobs and choices that flow to its width.
#pragma once

#include "Ui/Kit/Buttons.h"
#include "Ui/Kit/Card.h"
#include "Ui/Kit/KnobView.h"
#include "Ui/Synth/ChoiceView.h"
#include "Ui/Synth/ControlTurnable.h"
#include "Ui/Synth/ScaleView.h"

namespace athanor
{

/** What the page lays out: it says how high it wants to be, and is told when the patch has changed. */
struct SynthPart
{
    virtual ~SynthPart() = default;
    virtual int heightFor (int width) const = 0;
    virtual void update() = 0;
};

/** A knob of the synth on which sources of modulation can be dropped. */
class ControlKnob
{
public:
    ControlKnob (ShownSynth&, Control, const std::string& label, Ink, int diameter = 28);

private:
    ControlTurnable value;

public:
    KnobView view;
};

class SynthPanel : public Card,
                   public SynthPart
{
public:
    SynthPanel (ShownSynth&, const juce::String& title, Ink);

    int heightFor (int width) const override;
    void update() override;
    void resized() override;

    /** The knob of a control; null: there is none here. */
    KnobView* knobOf (Control) const;
    ChoiceView* choiceOf (Control) const;

    /** The power switch of the panel; null: it has none. */
    IconButton* power() const { return isOn.get(); }

    /** What turns a control here, unfolded where it is seldom turned; where there is none, the panel itself. */
    juce::Component* reveal (Control);

    /** What the power switch turns. */
    std::optional<Control> switched() const { return switchedBy; }

    /** Shows, and folds away again, what is seldom turned. */
    IconButton& foldButton() noexcept { return fold; }

protected:
    using Condition = std::function<bool()>;

    /** As a knob, or as a choice where it is one of several names. */
    void add (Control, const std::string& label, Condition = {});
    void addKnob (Control, const std::string& label, Condition = {});
    void addChoice (std::unique_ptr<ChoiceView>, Condition = {});
    void addScale (Control, const std::string& label);
    void addSwitch (Control);

    /** What is added from now on is seldom turned: it is folded away until it is asked for. */
    void addMore() { isAddingMore = true; }

    void setPicture (juce::Component&, int height);

    /** Room at the right of the title that belongs to others. */
    int reservedRight = 0;

    ShownSynth& synth;
    const Ink ink;

private:
    struct Item
    {
        Control control;
        std::unique_ptr<ControlKnob> knob; ///< Null: a choice.
        std::unique_ptr<ChoiceView> choice;
        Condition condition;
        bool isMore = false;

        juce::Component* component() const { return knob != nullptr ? static_cast<juce::Component*> (&knob->view) : choice.get(); }

        bool isWanted() const { return ! condition || condition(); }
    };

    std::vector<std::pair<juce::Component*, int>> flow() const;

    bool isUnfolded() const;

    std::vector<Item> items;
    bool isAddingMore = false;
    IconButton fold { Icon::more, "More", Ink::ember, Ink::mute };
    std::unique_ptr<IconButton> isOn;
    std::optional<Control> switchedBy;
    juce::Component* picture = nullptr;
    int pictureHeight = 0;
};

} // namespace athanor
