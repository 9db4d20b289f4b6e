// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Ui/Kit/Card.h"
#include "Ui/Kit/KnobView.h"
#include "Ui/ParameterTurnable.h"
#include "Ui/Synth/SourceHandle.h"
#include "Ui/Synth/SynthPanel.h"

namespace athanor
{

/** The eight knobs that a musician plays. Below each is a number that is dragged onto whatever it shall turn; a right-click names it. */
class MacroPanel : public Card,
                   public SynthPart
{
public:
    explicit MacroPanel (ShownSynth&);

    int heightFor (int width) const override;
    void update() override;
    void resized() override;

    /** @param number  From 0. */
    void rename (int number, const std::string& name);

private:
    struct Part
    {
        std::unique_ptr<ParameterTurnable> value;
        std::unique_ptr<KnobView> knob;
        std::unique_ptr<SourceHandle> handle;
    };

    void askForName (int number);
    std::vector<std::string> names() const;
    int columnsFor (int width) const;

    ShownSynth& synth;
    std::vector<Part> parts;
    std::vector<std::string> shownNames;
};

} // namespace athanor
