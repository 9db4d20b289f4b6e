// SPDX-License-Identifier: GPL-3.0-or-later
// What was dropped or approximated when a file of another program was opened: by kind, counted, to be copied.
#pragma once

#include "App/ImportRemark.h"
#include "Ui/Kit/Buttons.h"
#include "Ui/Kit/Overlay.h"

namespace athanor
{

class ImportReportSheet : public Sheet
{
public:
    ImportReportSheet (std::vector<ImportRemark>, const juce::String& fileName);
    ~ImportReportSheet() override;

    /** One sentence: "2 things are not heard, 1 is not quite the same." */
    juce::String summary() const;

    juce::Point<int> idealSize (juce::Rectangle<int> window) const override;
    juce::Component* firstFocus() override;
    void paint (juce::Graphics&) override;
    void resized() override;
    bool keyPressed (const juce::KeyPress&) override;

private:
    class Remarks;

    std::vector<ImportRemark> remarks;
    juce::String fileName;
    juce::Viewport view;
    std::unique_ptr<Remarks> content;
    PushButton copy { "Copy" }, close { "Done" };
};

} // namespace athanor
