// SPDX-License-Identifier: GPL-3.0-or-later
#include "Ui/Kit/Dialog.h"
#include "Ui/Kit/Draw.h"

namespace athanor
{

namespace
{

constexpr int margin = 20, titleHeight = 22, buttonHeight = 30, labelWidth = 130, fieldHeight = 28, docHeight = 15, lineGap = 10, linesHeight = 84;

std::unique_ptr<juce::TextEditor> makeEditor (const FormField& field)
{
    auto editor = std::make_unique<juce::TextEditor> (field.id, field.kind == FormField::Kind::secret ? juce::juce_wchar (0x2022) : juce::juce_wchar (0));
    const auto isLines = field.kind == FormField::Kind::lines;
    editor->setMultiLine (isLines);
    editor->setReturnKeyStartsNewLine (isLines);
    editor->setFont (font (*editor, field.kind == FormField::Kind::number ? Face::number : Face::name, textSize::device));
    editor->setTextToShowWhenEmpty (field.hint, tokens (*editor)[Ink::faint]);
    editor->setIndents (8, isLines ? 6 : 0);
    editor->setJustification (isLines ? juce::Justification::topLeft : juce::Justification::centredLeft);
    editor->setText (field.value.toString(), false);

    if (field.kind == FormField::Kind::number)
        editor->setInputRestrictions (16, "0123456789.,-");

    return editor;
}

} // namespace

std::unique_ptr<juce::Component> Form::makeControl (const FormField& field)
{
    std::unique_ptr<juce::Component> control;

    if (field.kind == FormField::Kind::choice)
    {
        auto box = std::make_unique<juce::ComboBox> (field.id);
        box->addItemList (field.choices, 1);
        box->setSelectedItemIndex (static_cast<int> (field.value), juce::dontSendNotification);
        control = std::move (box);
    }
    else if (field.kind == FormField::Kind::toggle)
    {
        auto toggle = std::make_unique<juce::ToggleButton>();
        toggle->setToggleState (static_cast<bool> (field.value), juce::dontSendNotification);
        control = std::move (toggle);
    }
    else
    {
        control = makeEditor (field);
    }

    control->setTitle (field.label);
    control->setDescription (field.doc);
    return control;
}

Form::Form (const juce::String& title, std::vector<FormField> lines, const juce::String& acceptWord, std::function<juce::String (const Values&)> whenAccepted)
    : Sheet (title), fields (std::move (lines)), acceptButton (acceptWord), onAccept (std::move (whenAccepted))
{
    for (auto& field : fields)
        addAndMakeVisible (controls.add (makeControl (field).release()));

    // A line of text keeps Return to itself.
    for (auto* control : controls)
        if (auto* editor = dynamic_cast<juce::TextEditor*> (control); editor != nullptr && ! editor->isMultiLine())
            editor->onReturnKey = [this] { accept(); };

    acceptButton.setPrimary (true);
    acceptButton.onClick = [this] { accept(); };
    cancelButton.onClick = [this] { dismiss(); };
    addAndMakeVisible (cancelButton);
    addAndMakeVisible (acceptButton);
}

Form::~Form() = default;

Form::Values Form::values() const
{
    Values result;

    for (std::size_t i = 0; i < fields.size(); ++i)
    {
        auto* control = controls[static_cast<int> (i)];
        auto value = juce::var();

        if (auto* box = dynamic_cast<juce::ComboBox*> (control))
            value = box->getSelectedItemIndex();
        else if (auto* toggle = dynamic_cast<juce::ToggleButton*> (control))
            value = toggle->getToggleState();
        else if (auto* editor = dynamic_cast<juce::TextEditor*> (control))
            value = fields[i].kind == FormField::Kind::number ? juce::var (editor->getText().replaceCharacter (',', '.').getDoubleValue()) : juce::var (editor->getText());

        result.set (fields[i].id, value);
    }

    return result;
}

void Form::setValue (const juce::String& id, const juce::var& value)
{
    for (std::size_t i = 0; i < fields.size(); ++i)
    {
        if (fields[i].id != id)
            continue;

        auto* control = controls[static_cast<int> (i)];

        if (auto* box = dynamic_cast<juce::ComboBox*> (control))
            box->setSelectedItemIndex (static_cast<int> (value));
        else if (auto* toggle = dynamic_cast<juce::ToggleButton*> (control))
            toggle->setToggleState (static_cast<bool> (value), juce::sendNotificationSync);
        else if (auto* editor = dynamic_cast<juce::TextEditor*> (control))
            editor->setText (value.toString());
    }
}

void Form::accept()
{
    problem = onAccept ? onAccept (values()) : juce::String();

    if (problem.isEmpty())
        return dismiss();

    juce::AccessibilityHandler::postAnnouncement (problem, juce::AccessibilityHandler::AnnouncementPriority::high);
    repaint();
}

int Form::heightOf (const FormField& field) { return (field.kind == FormField::Kind::lines ? linesHeight : fieldHeight) + (field.doc.isEmpty() ? 0 : docHeight) + lineGap; }

juce::Point<int> Form::idealSize (juce::Rectangle<int> window) const
{
    auto height = 2 * margin + titleHeight + space::pad + buttonHeight + space::close;

    for (auto& field : fields)
        height += heightOf (field);

    return { juce::jmin (480, window.getWidth()), height };
}

juce::Component* Form::firstFocus() { return controls.isEmpty() ? static_cast<juce::Component*> (&acceptButton) : controls.getFirst(); }

void Form::paint (juce::Graphics& g)
{
    Sheet::paint (g);
    const auto& t = tokens (*this);
    drawWords (g, getTitle(), getLocalBounds().reduced (margin).withHeight (titleHeight), font (*this, Face::nameStrong, 15), t[Ink::text]);

    for (std::size_t i = 0; i < fields.size(); ++i)
    {
        const auto area = controls[static_cast<int> (i)]->getBounds();
        drawWords (g, fields[i].label, { margin, area.getY(), labelWidth - space::near, fieldHeight }, font (*this, Face::name, textSize::device), t[Ink::mute]);
        drawWords (g, fields[i].doc, { area.getX(), area.getBottom() + 2, area.getWidth(), docHeight }, font (*this, Face::name, textSize::value), t[Ink::mute]);
    }

    drawWords (g, problem, { margin, getHeight() - margin - buttonHeight, cancelButton.getX() - margin - space::near, buttonHeight }, font (*this, Face::name, textSize::small), t[Ink::rose]);
}

void Form::resized()
{
    auto area = getLocalBounds().reduced (margin);
    auto line = area.removeFromBottom (buttonHeight);
    acceptButton.setBounds (line.removeFromRight (juce::jmax (72, acceptButton.idealWidth())));
    line.removeFromRight (space::near);
    cancelButton.setBounds (line.removeFromRight (72));
    area.removeFromTop (titleHeight + space::pad);

    for (std::size_t i = 0; i < fields.size(); ++i)
    {
        auto row = area.removeFromTop (heightOf (fields[i]));
        controls[static_cast<int> (i)]->setBounds (row.withTrimmedLeft (labelWidth).withHeight (fields[i].kind == FormField::Kind::lines ? linesHeight : fieldHeight));
    }
}

bool Form::keyPressed (const juce::KeyPress& key)
{
    if (key != juce::KeyPress::returnKey)
        return Sheet::keyPressed (key);

    accept();
    return true;
}

} // namespace athanor
