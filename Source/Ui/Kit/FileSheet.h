// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Ui/Kit/Buttons.h"
#include "Ui/Kit/Overlay.h"

namespace athanor
{

/** Chooses a file or a folder inside the window, because a native chooser can neither be tested nor read aloud here. A folder
    that is a project counts as a file. */
class FileSheet : public Sheet,
                  private juce::FileBrowserListener
{
public:
    enum class Purpose { open,
                         openSeveral,
                         save,
                         folder };

    struct Options
    {
        juce::String title;
        Purpose purpose = Purpose::open;
        juce::File start;
        juce::String patterns = "*"; ///< "*.wav;*.flac".
        juce::String accept = {};    ///< The word on the button; made from the purpose when empty.
    };

    FileSheet (Options, std::function<void (juce::Array<juce::File>)> onChoose);
    ~FileSheet() override;

    juce::FileBrowserComponent& browser() noexcept { return *files; }

    void accept();

    juce::Point<int> idealSize (juce::Rectangle<int> window) const override;
    juce::Component* firstFocus() override;
    void paint (juce::Graphics&) override;
    void resized() override;
    bool keyPressed (const juce::KeyPress&) override;

private:
    juce::TextEditor* nameField() const;
    void selectionChanged() override;

    void fileClicked (const juce::File&, const juce::MouseEvent&) override {}

    void fileDoubleClicked (const juce::File&) override;

    void browserRootChanged (const juce::File&) override;

    void choose (const juce::Array<juce::File>&);

    Options options;
    std::function<void (juce::Array<juce::File>)> onChoose;
    juce::WildcardFileFilter filter;
    std::unique_ptr<juce::FileBrowserComponent> files;
    PushButton acceptButton, cancelButton { "Cancel" };
};

} // namespace athanor
