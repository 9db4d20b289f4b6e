// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Ui/Kit/Buttons.h"

namespace athanor
{

/** A text field with a lens, a hint and a cross that empties it. Arrow keys and Return go on to whoever shows the results. */
class SearchField : public juce::Component,
                    private juce::TextEditor::Listener,
                    private juce::KeyListener
{
public:
    explicit SearchField (const juce::String& hint);
    ~SearchField() override;

    std::function<void (const juce::String&)> onChange;
    std::function<void()> onReturn, onEscape;

    /** Up and down (-1, 1), page up and down (-10, 10), so that a list below can be walked without leaving the field. */
    std::function<void (int)> onWalk;

    juce::String text() const { return editor.getText(); }

    void setText (const juce::String&, bool tellListener = true);
    void focus();

    void paintOverChildren (juce::Graphics&) override;
    void resized() override;
    void lookAndFeelChanged() override;

private:
    void textEditorTextChanged (juce::TextEditor&) override;
    void textEditorReturnKeyPressed (juce::TextEditor&) override;
    void textEditorEscapeKeyPressed (juce::TextEditor&) override;
    bool keyPressed (const juce::KeyPress&, juce::Component*) override;

    juce::String hint;
    juce::TextEditor editor;
    IconButton clear { Icon::close, "Clear search", Ink::ember, Ink::mute };
};

} // namespace athanor
