// SPDX-License-Identifier: GPL-3.0-or-later
// Questions and forms as sheets.
#pragma once

#include "Ui/Kit/Buttons.h"
#include "Ui/Kit/Overlay.h"

namespace athanor
{

/** One answer to a question. */
struct Answer
{
    juce::String text;
    std::function<void()> onChoose = [] {};
    enum class Kind { normal,
                      primary,
                      danger } kind = Kind::normal;
};

/** One line of a form. */
struct FormField
{
    enum class Kind { text,
                      secret,
                      number,
                      choice,
                      toggle,
                      lines };

    juce::String id, label;
    Kind kind = Kind::text;
    juce::var value = {};
    juce::StringArray choices = {}; ///< For a choice; the value is the index.
    juce::String hint = {};         ///< Shown in an empty field.
    juce::String doc = {};          ///< A sentence below the field.
};

/** A question with answers. The first primary answer is what Return means; Escape is the last answer when `escapeIsLast`, else nothing. */
class Question : public Sheet
{
public:
    Question (const juce::String& title, const juce::String& sentence, std::vector<Answer>);

    juce::Point<int> idealSize (juce::Rectangle<int> window) const override;
    void paint (juce::Graphics&) override;
    void resized() override;
    bool keyPressed (const juce::KeyPress&) override;

    /** Presses the answer with this text; for tests and scripts. */
    bool answer (const juce::String& text);

private:
    juce::Rectangle<int> words() const;

    juce::String sentence;
    std::vector<Answer> answers;
    juce::OwnedArray<PushButton> buttons;
};

/** A form: labelled fields and two buttons. Values go out by the ids of the fields. */
class Form : public Sheet
{
public:
    using Values = juce::NamedValueSet;

    /** `onAccept` answers a sentence when the values cannot be used (shown in the form), or nothing and the form closes. */
    Form (const juce::String& title, std::vector<FormField>, const juce::String& accept, std::function<juce::String (const Values&)> onAccept);
    ~Form() override;

    Values values() const;

    /** Sets a field; for tests and scripts. */
    void setValue (const juce::String& id, const juce::var&);

    void accept();

    const juce::String& complaint() const noexcept { return problem; }

    juce::Point<int> idealSize (juce::Rectangle<int> window) const override;
    juce::Component* firstFocus() override;
    void paint (juce::Graphics&) override;
    void resized() override;
    bool keyPressed (const juce::KeyPress&) override;

private:
    static std::unique_ptr<juce::Component> makeControl (const FormField&);
    static int heightOf (const FormField&);

    std::vector<FormField> fields;
    juce::OwnedArray<juce::Component> controls;
    PushButton acceptButton, cancelButton { "Cancel" };
    std::function<juce::String (const Values&)> onAccept;
    juce::String problem;
};

} // namespace athanor
