// SPDX-License-Identifier: GPL-3.0-or-later
// Where a musician writes what is wanted: Return asks for it, up and down bring back what was asked before; a hand without keys finds buttons for both.
#pragma once

#include "Ui/Kit/Buttons.h"

#include <juce_gui_basics/juce_gui_basics.h>

namespace athanor
{

class PromptField : public juce::Component,
                    private juce::TextEditor::Listener,
                    private juce::KeyListener
{
public:
    PromptField();
    ~PromptField() override;

    /** The field was left with Return and has words in it. */
    std::function<void (const juce::String&)> onAsk;

    std::function<void()> onEscape;

    /** It needs another height. */
    std::function<void()> onLayout;

    juce::String text() const { return editor.getText(); }

    void setText (const juce::String&);

    /** What stands in it while it is empty. */
    void setHint (const juce::String&);

    /** What was asked before, the last one at the end. */
    void setHistory (juce::StringArray);

    void focus();

    /** What a menu offers to ask again, the last one first. */
    juce::PopupMenu menuOfHistory();

    /** As if the key had been pressed; false where it means nothing to the field itself. */
    bool press (const juce::KeyPress&);

    int heightFor (int width) const;

    void resized() override;
    void lookAndFeelChanged() override;

private:
    void textEditorTextChanged (juce::TextEditor&) override;
    void textEditorReturnKeyPressed (juce::TextEditor&) override;
    void textEditorEscapeKeyPressed (juce::TextEditor&) override;

    bool keyPressed (const juce::KeyPress& key, juce::Component*) override { return press (key); }

    void ask();
    bool walk (int steps);
    bool isOnFirstLine() const;
    bool isOnLastLine() const;

    juce::TextEditor editor;
    IconButton earlier { Icon::chevronDown, "Asked before", Ink::ember, Ink::mute }, send { Icon::chevronRight, "Ask", Ink::ember };
    juce::String hint, draft; ///< Draft: what was being written when the history was entered.
    juce::StringArray history;
    int place = 0; ///< In the history; its size: what is being written.
    int lines = 0;
};

} // namespace athanor
